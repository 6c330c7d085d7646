/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of the past, and the board as it stood, against a real file. */

#include "team-fixture.h"

#include "fact-board.h"
#include "fact-day.h"
#include "fact-history.h"
#include "fact-kind.h"
#include "fact-team-ahead.h"
#include "fact-team-contact.h"
#include "fact-team-patient.h"
#include "fact-team-stay.h"
#include "fact-team-vocabulary.h"
#include "waiting.h"

#define MONDAY fact_day_from_ymd (2026, 11, 16)

#define DO(f, verb, ...) \
  G_STMT_START { \
    GError *do_error = NULL; \
    FactChange *do_change = verb ((f)->team, __VA_ARGS__, &do_error); \
    g_assert_no_error (do_error); \
    team_fixture_commit (f, do_change); \
  } G_STMT_END

static void
undo_or_redo (TeamFixture *f,
              gboolean     redo)
{
  g_autoptr (GError) error = NULL;

  g_free (team_fixture_undo (f, redo, &error));
  g_assert_no_error (error);
}

static GPtrArray *
read_history (FactTeam   *team,
              const char *patient,
              const char *who,
              gint64      before,
              guint       limit,
              gint64     *next)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  GPtrArray *page;

  fact_team_read_history_async (team, patient, who, before, limit, NULL, keep_result_cb, &result);
  page = fact_team_read_history_finish (team, wait_for (&result), next, &error);
  g_assert_no_error (error);
  return page;
}

/* Who, what and the values of the change made last. */
static void
expect_last (FactTeam   *team,
             const char *who,
             const char *words,
             const char *detail)
{
  g_autoptr (GPtrArray) page = read_history (team, NULL, NULL, 0, 1, NULL);

  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpstr (fact_history_entry_get_who_words (page->pdata[0]), ==, who);
  g_assert_cmpstr (fact_history_entry_get_words (page->pdata[0]), ==, words);
  g_assert_cmpstr (fact_history_entry_get_detail (page->pdata[0]), ==, detail);
}

#define TOLD(f, words, detail, verb, ...) \
  G_STMT_START { \
    DO (f, verb, __VA_ARGS__); \
    expect_last ((f)->team, "CSA", words, detail); \
  } G_STMT_END

static FactContactView *
contact_of (TeamFixture *f,
            const char  *code,
            guint        weekday)
{
  GPtrArray *contacts = fact_board_row_get_day (team_fixture_find (f, code), weekday);

  g_assert_cmpuint (contacts->len, >, 0);
  return contacts->pdata[0];
}

static void
test_stay_words (void)
{
  TeamFixture *f = team_fixture_new ();
  FactTriage *crisis = team_fixture_find_word (f, FACT_TYPE_TRIAGE, "Crisis");
  FactStaff *den = team_fixture_find_word (f, FACT_TYPE_STAFF, "DEN");
  FactPatientFields fields = { .code = "CC-70", .care_contact = den };
#define ROW(code) team_fixture_find (f, code)
  TOLD (f, "Move DD-75 from Observation to Crisis", NULL, fact_team_set_triage, ROW ("DD-75"), crisis);
  TOLD (f, "Change situation of DD-75", "situation: \"Slutat ta medicin.\" → \"Bättre\"", fact_team_set_field,
        ROW ("DD-75"), FACT_FIELD_SITUATION, "Bättre", NULL);
  TOLD (f, "Change care contact of DD-75", "care contact: CSA → DEN", fact_team_set_field, ROW ("DD-75"),
        FACT_FIELD_CARE_CONTACT, "den", NULL);
  TOLD (f, "Change reason of DD-75", "reason: Increased symptoms → –", fact_team_set_field, ROW ("DD-75"),
        FACT_FIELD_REASON, "", NULL);
  TOLD (f, "Change date of DD-75", "date: Sun 8 Nov → Tue 17 Nov", fact_team_set_field, ROW ("DD-75"), FACT_FIELD_DATE,
        "261117", NULL);
  TOLD (f, "Take DD-75 off the board", "taken off the board: – → Wed 18 Nov\nwhat helped: – → \"Vila\"\n"
        "who follows up: – → DEN", fact_team_take_off, ROW ("DD-75"), "other", "Vila", NULL, NULL);
  TOLD (f, "Add patient CC-70", NULL, fact_team_add_patient, &fields);
  TOLD (f, "Put CC-70 on the board", "triage: Observation\ndate: Wed 18 Nov", fact_team_put_on_board,
        fact_team_find_patient (f->team, "CC-70"), NULL, NULL, 0, NULL, NULL, NULL);
  TOLD (f, "Confirm actions of NN-89", NULL, fact_team_confirm_actions, ROW ("NN-89"));
  undo_or_redo (f, FALSE);
  expect_last (f->team, "CSA", "Undone: Confirm actions of NN-89", NULL);
  undo_or_redo (f, TRUE);
  expect_last (f->team, "CSA", "Redone: Confirm actions of NN-89", NULL);
  undo_or_redo (f, FALSE);
  expect_last (f->team, "CSA", "Undone: Confirm actions of NN-89", NULL);
  undo_or_redo (f, FALSE);
  expect_last (f->team, "CSA", "Undone: Put CC-70 on the board", NULL);
  team_fixture_free (f);
}

static void
test_contact_words (void)
{
  TeamFixture *f = team_fixture_new ();
  FactStaff *den = team_fixture_find_word (f, FACT_TYPE_STAFF, "DEN");
  FactStaff *kro = team_fixture_find_word (f, FACT_TYPE_STAFF, "KRO");
#define CONTACT(code, weekday) contact_of (f, code, weekday)

  TOLD (f, "Plan CSA phone for AA-80, Fri 20 Nov", NULL, fact_team_plan_typed, ROW ("AA-80"), MONDAY + 4, "CSA tele");
  TOLD (f, "Add to who takes part: CSA+DEN phone, AA-80", "who takes part: CSA → CSA+DEN", fact_team_join_contact,
        CONTACT ("AA-80", 4), den);
  TOLD (f, "Take from who takes part: DEN phone, AA-80", "who takes part: CSA+DEN → DEN", fact_team_leave_contact,
        CONTACT ("AA-80", 4), team_fixture_find_word (f, FACT_TYPE_STAFF, "CSA"));
  TOLD (f, "Change time: DEN 13:00 phone, AA-80", "time: – → \"13:00\"", fact_team_set_time, CONTACT ("AA-80", 4),
        "13:00");
  TOLD (f, "Change kind: DEN 13:00 video, AA-80", "kind: Phone → Video", fact_team_set_kind, CONTACT ("AA-80", 4),
        team_fixture_find_word (f, FACT_TYPE_KIND, "Video"));
  TOLD (f, "Move DEN 13:00 video, AA-80, to Sat 21 Nov", "date: Fri 20 Nov → Sat 21 Nov", fact_team_move_contact,
        CONTACT ("AA-80", 4), ROW ("AA-80"), MONDAY + 5, FALSE);
  TOLD (f, "Change KRO ring syster of AA-80", "who takes part: DEN → KRO\ntime: \"13:00\" → –\nkind: Video → –\n"
        "text: – → \"ring syster\"", fact_team_edit_contact, CONTACT ("AA-80", 5), "KRO ring syster", NULL);
  TOLD (f, "KRO ring syster, AA-80: Done", "status: Planned → Done", fact_team_set_status, CONTACT ("AA-80", 5),
        FACT_CONTACT_DONE);
  TOLD (f, "KRO ring syster, AA-80: Planned", "status: Done → Planned", fact_team_set_status, CONTACT ("AA-80", 5),
        FACT_CONTACT_PLANNED);
  TOLD (f, "Remove KRO ring syster, AA-80", NULL, fact_team_remove_contact, CONTACT ("AA-80", 5));
  undo_or_redo (f, FALSE);
  expect_last (f->team, "CSA", "Undone: Remove KRO ring syster, AA-80", NULL);
  TOLD (f, "Plan 4 contacts for EE-68", "Mon 16 Nov: CSA phone\nTue 17 Nov: CSA phone\nWed 18 Nov: CSA phone\n"
        "Fri 20 Nov: KRO", fact_team_plan_typed, ROW ("EE-68"), MONDAY + 4, "CSA tele må-on, KRO");
  TOLD (f, "Hand over 1 contact", "EE-68, who takes part: DEN → KRO", fact_team_hand_over_day, den,
        kro, MONDAY + 4);
  team_fixture_free (f);
}

/* Nobody holds what was removed any more; the contact is told as it stood at each change, not as it was at last. */
static void
test_not_loaded (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autofree char *bb = g_strdup (fact_board_row_get_patient_uid (team_fixture_find (f, "BB-90")));
  const char *expected[] = {
    "Remove DEN phone, AA-80", "Move CSA phone from BB-90 to AA-80, Sat 21 Nov", "CSA phone, BB-90: Planned",
    "CSA phone, BB-90: Missed", "Plan CSA phone for BB-90, Fri 20 Nov",
  };
  g_autoptr (GPtrArray) page = NULL, patient = NULL;

  DO (f, fact_team_plan_typed, ROW ("BB-90"), MONDAY + 4, "CSA tele");
  DO (f, fact_team_set_status, CONTACT ("BB-90", 4), FACT_CONTACT_MISSED);
  DO (f, fact_team_set_status, CONTACT ("BB-90", 4), FACT_CONTACT_PLANNED);
  DO (f, fact_team_move_contact, CONTACT ("BB-90", 4), ROW ("AA-80"), MONDAY + 5, FALSE);
  DO (f, fact_team_edit_contact, CONTACT ("AA-80", 5), "DEN tele", NULL);
  DO (f, fact_team_remove_contact, CONTACT ("AA-80", 5));
  team_fixture_reopen (f);
  page = read_history (f->team, NULL, NULL, 0, 6, NULL);
  g_assert_cmpstr (fact_history_entry_get_words (page->pdata[0]), ==, expected[0]);
  for (guint i = 2; i < 6; i++)
    g_assert_cmpstr (fact_history_entry_get_words (page->pdata[i]), ==, expected[i - 1]);
  patient = read_history (f->team, bb, NULL, 0, 4, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (fact_history_entry_get_words (patient->pdata[i]), ==, expected[i + 1]);
  team_fixture_free (f);
}

static void
wait_loaded (FactHistory *history)
{
  while (fact_history_is_loading (history))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          GString    *log)
{
  g_string_append_printf (log, "(%u,%u,%u)", position, removed, added);
}

static const char *
words_at (FactHistory *history,
          guint        position)
{
  g_autoptr (FactHistoryEntry) entry = g_list_model_get_item (G_LIST_MODEL (history), position);

  return entry ? fact_history_entry_get_words (entry) : NULL;
}

static void
test_list (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autoptr (FactHistory) history = NULL;
  g_autoptr (FactHistory) patient = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *csa = g_strdup (fact_record_get_uid (FACT_RECORD (fact_team_get_person (f->team))));
  char text[32];

  for (guint i = 0; i < 70; i++) {
    g_snprintf (text, sizeof text, "Läge %u", i);
    DO (f, fact_team_set_field, ROW (i % 2 ? "AA-80" : "DD-75"), FACT_FIELD_SITUATION, text, NULL);
  }
  history = fact_history_new (f->team, NULL);
  g_signal_connect (history, "items-changed", G_CALLBACK (count_cb), log);
  wait_loaded (history);
  g_assert_cmpstr (log->str, ==, "(0,0,50)");
  g_assert_false (fact_history_is_complete (history));
  fact_history_load_more (history);
  wait_loaded (history);
  /* besides the 70: the first words, and the board's people and patients */
  g_assert_cmpstr (log->str, ==, "(0,0,50)(50,0,22)");
  g_assert_true (fact_history_is_complete (history));
  g_assert_cmpstr (words_at (history, 71), ==, "Create the board");
  g_string_truncate (log, 0);
  DO (f, fact_team_confirm_actions, ROW ("NN-89"));
  wait_loaded (history);
  g_assert_cmpstr (log->str, ==, "(0,0,1)");
  g_assert_cmpstr (words_at (history, 0), ==, "Confirm actions of NN-89");

  patient = fact_history_new (f->team, fact_board_row_get_patient_uid (ROW ("AA-80")));
  wait_loaded (patient);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (patient)), ==, 36);
  DO (f, fact_team_set_field, ROW ("NN-89"), FACT_FIELD_SITUATION, "Annat", NULL);
  wait_loaded (patient);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (patient)), ==, 36);

  fact_team_set_person (f->team, team_fixture_find_word (f, FACT_TYPE_STAFF, "DEN"));
  DO (f, fact_team_set_field, ROW ("AA-80"), FACT_FIELD_SITUATION, "Av DEN", NULL);
  fact_history_set_who (history, fact_record_get_uid (FACT_RECORD (fact_team_get_person (f->team))));
  wait_loaded (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 1);
  g_assert_true (fact_history_is_complete (history));
  fact_history_set_who (history, csa);
  wait_loaded (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 50);
  fact_history_load_more (history);
  wait_loaded (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 72);
  team_fixture_free (f);
}

/* All that a board shows in its week. */
static char *
snapshot (FactBoard *board)
{
  GString *text = g_string_new (NULL);
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (board, i)); i++) {
    g_string_append_printf (text, "%s %u", fact_triage_get_label (fact_board_row_get_triage (row)),
                            fact_board_row_get_day_count (row));
    for (FactField field = 0; field < FACT_N_FIELDS; field++)
      g_string_append_printf (text, "|%s", fact_board_row_get_text (row, field));
    for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
      GPtrArray *contacts = fact_board_row_get_day (row, weekday);

      g_string_append_c (text, '|');
      for (guint c = 0; c < contacts->len; c++) {
        g_autofree char *typed = fact_contact_view_get_typed (contacts->pdata[c]);

        g_string_append_printf (text, "%s/%d,", typed, fact_contact_view_get_status (contacts->pdata[c]));
      }
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static FactContactView *
any_contact (FactBoardRow *row,
             GRand        *random)
{
  GPtrArray *contacts = fact_board_row_get_day (row, (guint) g_rand_int_range (random, 0, FACT_DAYS_IN_WEEK));

  return contacts->len ? contacts->pdata[g_rand_int_range (random, 0, (gint32) contacts->len)] : NULL;
}

/* Something that people do, if it is possible just now. */
static void
take_off (TeamFixture  *f,
          FactBoardRow *row,
          gboolean      cancel)
{
  g_autoptr (GPtrArray) planned = fact_team_list_planned (f->team, row);

  DO (f, fact_team_take_off, row, NULL, NULL, fact_team_get_person (f->team), cancel ? planned : NULL);
}

static void
do_anything (TeamFixture *f,
             GRand       *random)
{
  static const char *const texts[] = { "CSA tele", "DEN 10 hb", "ring syster", "KRO+CSA" };
  guint n = fact_board_get_n_total (f->board);
  FactBoardRow *row = n ? fact_board_get_row (f->board, (guint) g_rand_int_range (random, 0, (gint32) n)) : NULL;
  FactWeek week = fact_board_get_week (f->board);
  guint day = week + (guint) g_rand_int_range (random, 0, FACT_DAYS_IN_WEEK);
  FactContactView *contact = row ? any_contact (row, random) : NULL;
  GListModel *triages = fact_team_get_vocabulary (f->team, FACT_TYPE_TRIAGE);
  g_autoptr (FactTriage) triage = g_list_model_get_item (triages, (guint) g_rand_int_range (random, 0, 5));
  const char *typed = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
  int what = g_rand_int_range (random, 0, 9);

  if (what == 0 && row && triage != fact_board_row_get_triage (row))
    DO (f, fact_team_set_triage, row, triage);
  else if (what == 1 && row)
    DO (f, fact_team_set_field, row, FACT_FIELD_ACTIONS, typed, NULL);
  else if (what <= 3 && row)
    DO (f, fact_team_plan_typed, row, day, typed);
  else if (what == 4 && contact)
    DO (f, fact_team_move_contact, contact, row, day, g_rand_boolean (random));
  else if (what == 5 && contact && fact_contact_view_get_status (contact) == FACT_CONTACT_PLANNED)
    DO (f, fact_team_remove_contact, contact);
  else if (what == 6 && contact)
    DO (f, fact_team_set_status, contact, FACT_CONTACT_DONE);
  else if (what == 7 && row && n > 2)
    take_off (f, row, g_rand_boolean (random));
  else if (what == 8 && fact_team_can_undo (f->team) && fact_store_get_head (f->store) > 4)
    undo_or_redo (f, FALSE);
}

static void
check_day (TeamFixture *f,
           guint        day,
           const char  *shown)
{
  g_autoptr (GAsyncResult) result = NULL, turned = NULL;
  g_autofree char *stood = NULL;
  g_autoptr (FactTeam) past = NULL;
  GError *error = NULL;

  fact_team_open_as_of_async (f->team, day, NULL, keep_result_cb, &result);
  past = fact_team_open_as_of_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fact_team_get_as_of (past), ==, day);
  fact_team_set_week_async (past, fact_week_from_day (day), NULL, keep_result_cb, &turned);
  g_assert_true (fact_team_set_week_finish (past, wait_for (&turned), &error));
  g_assert_nonnull (fact_team_get_patients (past));
  team_fixture_settle (f);
  stood = snapshot (fact_team_get_board (past));
  g_assert_cmpstr (stood, ==, shown);
  g_assert_cmpuint (fact_board_get_n_sections (fact_team_get_board (past)), ==, fact_board_get_n_sections (f->board));
}

static void
turn_to (TeamFixture *f,
         guint        day)
{
  g_autoptr (GAsyncResult) turned = NULL;

  fact_clock_set_now (f->clock, fact_clock_get_end_of_day (f->clock, day) - 6 * G_TIME_SPAN_HOUR);
  fact_team_set_week_async (f->team, fact_week_from_day (day), NULL, keep_result_cb, &turned);
  g_assert_true (fact_team_set_week_finish (f->team, wait_for (&turned), NULL));
  team_fixture_settle (f);
}

/* Over some weeks random changes are made every day but some; afterwards each day stands as it was shown at its end. */
static void
test_as_it_stood (void)
{
  guint cases = 0, sequences = g_getenv ("FACT_TEST_REDUCED") ? 2 : 10;
  guint32 seed = (guint32) g_test_rand_int ();
  const guint days = 20;

  g_test_message ("seed %u", seed);
  for (guint s = 0; s < sequences; s++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed + s);
    g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
    TeamFixture *f = team_fixture_new ();

    for (guint i = 0; i < days; i++) {
      turn_to (f, MONDAY + 2 + i);
      for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
        do_anything (f, random);
      g_ptr_array_add (shown, snapshot (f->board));
    }
    turn_to (f, MONDAY + 2 + days);
    for (guint i = 0; i < days; i++, cases++)
      check_day (f, MONDAY + 2 + i, shown->pdata[i]);
    team_fixture_free (f);
  }
  g_test_message ("%u cases", cases);
}

static void
test_before_the_board (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fact_team_open_as_of_async (f->team, MONDAY - 7, NULL, keep_result_cb, &result);
  g_assert_null (fact_team_open_as_of_finish (wait_for (&result), &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE);
  team_fixture_free (f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/stay-words", test_stay_words);
  g_test_add_func ("/history/contact-words", test_contact_words);
  g_test_add_func ("/history/not-loaded", test_not_loaded);
  g_test_add_func ("/history/list", test_list);
  g_test_add_func ("/history/as-it-stood", test_as_it_stood);
  g_test_add_func ("/history/before-the-board", test_before_the_board);
  return g_test_run ();
}
