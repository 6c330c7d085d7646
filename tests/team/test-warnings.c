/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done about a warning: done, undone, redone and read back from a real file. */

#include "team-fixture.h"

#include "fact-day.h"
#include "fact-team-contact.h"
#include "fact-team-stay.h"
#include "fact-team-warning.h"
#include "fact-team-weeks.h"
#include "waiting.h"

#define MONDAY fact_day_from_ymd (2026, 11, 16)
#define CODE "DD-75"

#define DO(f, verb, ...) \
  G_STMT_START { \
    GError *do_error = NULL; \
    FactChange *do_change = verb ((f)->team, __VA_ARGS__, &do_error); \
    g_assert_no_error (do_error); \
    team_fixture_commit (f, do_change); \
  } G_STMT_END

#define REFUSED(f, code_, verb, ...) \
  G_STMT_START { \
    g_autoptr (GError) do_error = NULL; \
    g_autoptr (FactChange) do_change = verb ((f)->team, __VA_ARGS__, &do_error); \
    g_assert_null (do_change); \
    g_assert_error (do_error, FACT_TEAM_ERROR, code_); \
  } G_STMT_END

static void
undo_or_redo (TeamFixture *f,
              gboolean     redo,
              const char  *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = team_fixture_undo (f, redo, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, words);
}

static FactBoardRow *
row (TeamFixture *f)
{
  return team_fixture_find (f, CODE);
}

/* The only warning of the row, of text and grid. */
static const FactWarning *
the_warning (TeamFixture *f)
{
  GPtrArray *warnings = fact_board_row_get_warnings (row (f));
  const FactWarning *warning;

  g_assert_cmpuint (warnings->len, ==, 1);
  warning = warnings->pdata[0];
  g_assert_true (fact_board_row_find_warning (row (f), "text-grid", warning->about) == warning);
  return warning;
}

static void
assert_calm (TeamFixture *f)
{
  g_assert_cmpuint (fact_board_row_get_warnings (row (f))->len, ==, 0);
}

static void
assert_actions (TeamFixture *f,
                const char  *text)
{
  g_assert_cmpstr (fact_board_row_get_text (row (f), FACT_FIELD_ACTIONS), ==, text);
}

static void
move (TeamFixture *f,
      guint        from,
      guint        to)
{
  FactContactView *contact = g_ptr_array_index (fact_board_row_get_day (row (f), from), 0);

  DO (f, fact_team_move_contact, contact, row (f), MONDAY + to, FALSE);
}

/* The text says Wednesday, @actions; CSA stands on Thursday. */
static TeamFixture *
set_up (const char *actions)
{
  TeamFixture *f = team_fixture_new ();

  DO (f, fact_team_set_field, row (f), FACT_FIELD_ACTIONS, actions, NULL);
  assert_calm (f);
  move (f, 2, 3);
  g_assert_cmpstr (the_warning (f)->text, ==, "Text says Wednesday, grid Thursday");
  return f;
}

/* A verb that ends the only warning: undo brings it back, redo ends it, and so it stands in the file. */
#define ROUND(f, words, verb) \
  G_STMT_START { \
    g_autofree char *round_text = g_strdup (the_warning (f)->text); \
    DO (f, verb, row (f), the_warning (f)); \
    assert_calm (f); \
    undo_or_redo (f, FALSE, words); \
    g_assert_cmpstr (the_warning (f)->text, ==, round_text); \
    undo_or_redo (f, TRUE, words); \
    assert_calm (f); \
  } G_STMT_END

static void
test_change_text (void)
{
  TeamFixture *f = set_up ("Vila. CSA på Onsdag.");

  ROUND (f, "Change actions of DD-75", fact_team_change_weekday);
  assert_actions (f, "Vila. CSA på Torsdag.");
  /* A day already past: the text means that day of this week, not the next one. */
  move (f, 3, 1);
  ROUND (f, "Change actions of DD-75", fact_team_change_weekday);
  assert_actions (f, "Vila. CSA på Tisdag.");
  move (f, 1, 4);
  g_assert_cmpuint (the_warning (f)->text_day, ==, MONDAY + 1);
  team_fixture_reopen (f);
  assert_actions (f, "Vila. CSA på Tisdag.");
  g_assert_cmpuint (the_warning (f)->grid_day, ==, MONDAY + 4);
  team_fixture_free (f);
}

static void
test_move (void)
{
  TeamFixture *f = set_up ("Vila. CSA på onsdag.");
  g_autoptr (FactContactView) contact = fact_team_find_warned_contact (f->team, row (f), the_warning (f));
  g_autofree char *wednesday = NULL;

  g_assert_cmpuint (fact_contact_view_get_date (contact), ==, MONDAY + 3);
  ROUND (f, "Move CSA home, DD-75, to Wed 18 Nov", fact_team_move_warned);
  wednesday = team_fixture_read_day (f, CODE, 2);
  g_assert_cmpstr (wednesday, ==, "CSA home");
  team_fixture_free (f);
}

/* With a date beside it the weekday alone is not to be changed. */
static void
test_date (void)
{
  TeamFixture *f = set_up ("CSA onsdag 18/11.");

  g_assert_cmpuint (the_warning (f)->word_length, ==, 0);
  REFUSED (f, FACT_TEAM_ERROR_GONE, fact_team_change_weekday, row (f), the_warning (f));
  ROUND (f, "Move CSA home, DD-75, to Wed 18 Nov", fact_team_move_warned);
  team_fixture_free (f);
}

static void
test_stale (void)
{
  TeamFixture *f = set_up ("CSA på onsdag.");
  const FactWarning stale = { .kind = FACT_WARNING_TEXT_GRID, .about = (char *) "", .contact_uid = (char *) "gone",
                              .word_offset = 40, .word_length = 6 };

  REFUSED (f, FACT_TEAM_ERROR_GONE, fact_team_move_warned, row (f), &stale);
  REFUSED (f, FACT_TEAM_ERROR_GONE, fact_team_change_weekday, row (f), &stale);
  g_assert_null (fact_team_find_warned_contact (f->team, row (f), &stale));
  g_assert_null (fact_board_row_find_warning (row (f), "text-grid", "something else"));
  team_fixture_free (f);
}

static void
test_ignore (void)
{
  TeamFixture *f = set_up ("CSA på onsdag.");

  ROUND (f, "Ignore a warning about DD-75", fact_team_dismiss);
  /* It stays ignored while others of the row change, and warns again of another day. */
  DO (f, fact_team_plan_typed, row (f), MONDAY, "DEN!");
  DO (f, fact_team_set_field, row (f), FACT_FIELD_SITUATION, "Sover.", NULL);
  assert_calm (f);
  team_fixture_reopen (f);
  assert_calm (f);
  fact_team_set_person (f->team, team_fixture_find_word (f, FACT_TYPE_STAFF, "CSA"));
  move (f, 3, 4);
  g_assert_cmpstr (the_warning (f)->text, ==, "Text says Wednesday, grid Friday");
  team_fixture_free (f);
}

static GArray *
count_weeks (TeamFixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  GArray *counts;

  fact_team_count_weeks_async (f->team, row (f), 4, NULL, keep_result_cb, &result);
  counts = fact_team_count_weeks_finish (f->team, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 4);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 3).week, ==, MONDAY);
  return counts;
}

/* Also of contacts that are too old to be loaded with the board. */
static void
test_count_weeks (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autoptr (GArray) counts = NULL;

  DO (f, fact_team_plan_typed, row (f), MONDAY - 21, "DEN!");
  DO (f, fact_team_plan_typed, row (f), MONDAY - 15, "DEN");
  DO (f, fact_team_plan_typed, row (f), MONDAY - 22, "DEN");   /* a week too early */
  DO (f, fact_team_set_status, g_ptr_array_index (fact_board_row_get_day (row (f), 2), 0), FACT_CONTACT_MISSED);
  team_fixture_reopen (f);
  counts = count_weeks (f);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 0).done, ==, 1);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 0).planned, ==, 1);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 1).planned, ==, 0);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 3).others, ==, 1);
  g_assert_cmpuint (g_array_index (counts, FactWeekCount, 3).planned, ==, 0);
  team_fixture_free (f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warnings/change-text", test_change_text);
  g_test_add_func ("/warnings/move", test_move);
  g_test_add_func ("/warnings/date", test_date);
  g_test_add_func ("/warnings/stale", test_stale);
  g_test_add_func ("/warnings/ignore", test_ignore);
  g_test_add_func ("/weeks/count", test_count_weeks);
  return g_test_run ();
}
