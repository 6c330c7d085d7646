/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page through days and deeds: midnight, old boards, the end of the window, and where the focus is afterwards. */
#include "fact-board-column.h"
#include "fact-board-head.h"
#include "fact-contact-chip.h"
#include "fact-day.h"
#include "fact-record.h"
#include "page-fixture.h"

#include <adwaita.h>

static void
set_time (Shown *shown,
          guint  day,
          int    hour)
{
  gint64 days = (gint64) fact_day_from_ymd (2026, 11, day) - fact_day_from_ymd (1970, 1, 1);

  fact_clock_set_now (shown->fixture->clock, days * G_TIME_SPAN_DAY + hour * G_TIME_SPAN_HOUR);
  page_fixture_wait (shown);
}

/* The days in the headings, the one of today in brackets. */
static char *
read_head (FactBoardGrid *grid)
{
  GString *text = g_string_new (NULL);
  GtkWidget *head = gtk_widget_get_last_child (GTK_WIDGET (grid));

  g_assert_true (FACT_IS_BOARD_HEAD (head));
  for (GtkWidget *label = gtk_widget_get_first_child (head); label; label = gtk_widget_get_next_sibling (label)) {
    if (gtk_widget_has_css_class (label, "today"))
      g_string_append_printf (text, "[%s] %s", gtk_label_get_label (GTK_LABEL (label)), gtk_widget_get_tooltip_text (label));
  }

  return g_string_free (text, FALSE);
}

static void
assert_head (Shown      *shown,
             const char *expected)
{
  g_autofree char *text = read_head (shown->grid);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_midnight (void)
{
  Shown shown;
  FactBoardSpot spot;
  guint week;

  page_fixture_show (&shown);
  week = fact_board_get_week (shown.fixture->board);
  assert_head (&shown, "[Wed · today] Wednesday 18 November");
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  set_time (&shown, 19, 1);
  assert_head (&shown, "[Thu · today] Thursday 19 November");
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, week);
  g_assert_cmpuint (fact_board_row_get_day_count (team_fixture_find (shown.fixture, "NN-89")), ==, 3);
  /* The week that was the current one turns with it, and what had the focus keeps it. */
  set_time (&shown, 23, 1);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, week + FACT_DAYS_IN_WEEK);
  assert_head (&shown, "[Mon · today] Monday 23 November");
  g_assert_cmpstr (shown.notice, ==, "A new week has begun: Week 48");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (shown.window)));
  /* One that somebody turned to stays. */
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-previous", NULL);
  page_fixture_wait (&shown);
  set_time (&shown, 30, 1);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, week);
  assert_head (&shown, "");
  page_fixture_hide (&shown);
}

/* Somebody writes while the day ends: nothing typed is lost. */
static void
test_midnight_while_writing (void)
{
  Shown shown;
  g_autofree char *day = NULL;

  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
  page_fixture_press (&shown, GDK_KEY_F2, 0);
  page_fixture_type (&shown, "ring syster 13");
  set_time (&shown, 19, 1);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  page_fixture_type (&shown, "!");
  /* The week turns; what was written is saved where it was begun. */
  set_time (&shown, 23, 1);
  g_assert_false (fact_board_grid_is_editing (shown.grid));
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-previous", NULL);
  page_fixture_wait (&shown);
  day = team_fixture_read_day (shown.fixture, "NN-89", 4);
  g_assert_cmpstr (day, ==, "13:00 ring syster");
  page_fixture_hide (&shown);
}

static void
test_free_days (void)
{
  Shown shown;
  FactBoardRow *row;
  const FactWarning *warning = NULL;
  g_autofree char *day = NULL;

  page_fixture_show (&shown);
  set_time (&shown, 20, 9);
  row = team_fixture_find (shown.fixture, "NN-89");
  for (guint i = 0; i < fact_board_row_get_warnings (row)->len; i++) {
    const FactWarning *one = g_ptr_array_index (fact_board_row_get_warnings (row), i);

    if (one->kind == FACT_WARNING_WEEKEND)
      warning = one;
  }
  g_assert_nonnull (warning);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.plan-none", "(sss)", fact_board_row_get_stay_uid (row),
                              fact_warning_kind_get_code (warning->kind), warning->about);
  page_fixture_wait (&shown);
  g_assert_cmpstr (shown.notice, ==, "NN-89, Sat 21 Nov: no contact planned, knows whom to call");
  day = team_fixture_read_day (shown.fixture, "NN-89", 5);
  g_assert_cmpstr (day, ==, "no contact planned – knows whom to call");
  /* It counts as a line, and nobody is asked to tick it. */
  set_time (&shown, 25, 9);
  row = team_fixture_find (shown.fixture, "NN-89");
  for (guint i = 0; i < fact_board_row_get_warnings (row)->len; i++) {
    const FactWarning *one = g_ptr_array_index (fact_board_row_get_warnings (row), i);

    g_assert_cmpint (one->kind, !=, FACT_WARNING_WEEKEND);
    g_assert_null (strstr (one->text, "no contact"));
  }
  page_fixture_hide (&shown);
}

static void
test_old_text (void)
{
  Shown shown;
  FactBoardRow *row;

  page_fixture_show (&shown);
  row = team_fixture_find (shown.fixture, "AA-80");
  g_assert_cmpuint (fact_board_row_get_actions_week (row), ==, 0);
  set_time (&shown, 23, 9);
  row = team_fixture_find (shown.fixture, "AA-80");
  g_assert_cmpuint (fact_board_row_get_actions_week (row), ==, fact_day_from_ymd (2026, 11, 16));
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.confirm-actions", "s", fact_board_row_get_stay_uid (row));
  page_fixture_wait (&shown);
  g_assert_cmpstr (shown.notice, ==, "The actions of AA-80 still hold this week");
  g_assert_cmpuint (fact_board_row_get_actions_week (team_fixture_find (shown.fixture, "AA-80")), ==, 0);
  page_fixture_undo (&shown);
  g_assert_cmpuint (fact_board_row_get_actions_week (team_fixture_find (shown.fixture, "AA-80")), ==,
                    fact_day_from_ymd (2026, 11, 16));
  page_fixture_hide (&shown);
}

static void
assert_on (Shown      *shown,
           const char *code,
           guint       weekday,
           const char *uid)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shown->window));
  FactBoardSpot spot;

  g_assert_true (fact_board_grid_get_focus (shown->grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, code);
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_MONDAY + weekday);
  g_assert_cmpstr (spot.contact ? fact_contact_view_get_uid (spot.contact) : NULL, ==, uid);
  /* The keyboard is where the grid says. */
  if (uid) {
    g_assert_true (FACT_IS_CONTACT_CHIP (focus));
    g_assert_cmpstr (fact_contact_view_get_uid (fact_contact_chip_get_contact (FACT_CONTACT_CHIP (focus))), ==, uid);
  } else
    g_assert_true (focus == page_fixture_find_cell (shown, code, FACT_BOARD_COLUMN_MONDAY + weekday));
}

/* As the window does it. */
static void
undo (Shown      *shown,
      const char *code)
{
  page_fixture_undo (shown);
  g_assert_true (fact_board_page_show_patient (shown->page,
                                               fact_board_row_get_patient_uid (team_fixture_find (shown->fixture, code))));
  page_fixture_wait (shown);
}

static void
test_focus (void)
{
  Shown shown;
  FactBoardSpot spot;
  g_autofree char *uid = NULL;
  FactRecord *den;

  page_fixture_show (&shown);
  den = team_fixture_find_word (shown.fixture, FACT_TYPE_STAFF, "DEN");
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  uid = g_strdup (fact_contact_view_get_uid (spot.contact));
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.join-contact", "(ss)", uid, fact_record_get_uid (den));
  page_fixture_wait (&shown);
  assert_on (&shown, "BB-90", 3, uid);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.split-contact", "s", uid);
  page_fixture_wait (&shown);
  assert_on (&shown, "BB-90", 3, uid);
  undo (&shown, "BB-90");
  assert_on (&shown, "BB-90", 3, uid);
  undo (&shown, "BB-90");
  assert_on (&shown, "BB-90", 3, uid);

  page_fixture_press (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_on (&shown, "BB-90", 4, uid);
  undo (&shown, "BB-90");
  assert_on (&shown, "BB-90", 3, uid);
  /* With another patient it is another contact. */
  page_fixture_press (&shown, GDK_KEY_Down, GDK_CONTROL_MASK);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  assert_on (&shown, "EE-68", 3, fact_contact_view_get_uid (spot.contact));
  undo (&shown, "BB-90");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  /* What is gone leaves the focus in its cell; what comes back may have it. */
  page_fixture_press (&shown, GDK_KEY_Delete, 0);
  assert_on (&shown, "BB-90", 3, NULL);
  undo (&shown, "BB-90");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_MONDAY + 3);
  page_fixture_hide (&shown);
}

/* Past Sunday lies the next week: it turns, and the focus goes with the contact. */
static void
test_next_week (void)
{
  Shown shown;
  FactBoardSpot spot;
  g_autofree char *uid = NULL;
  guint week;

  page_fixture_show (&shown);
  week = fact_board_get_week (shown.fixture->board);
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  uid = g_strdup (fact_contact_view_get_uid (spot.contact));
  for (guint i = 0; i < 4; i++)
    page_fixture_press (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, week + FACT_DAYS_IN_WEEK);
  assert_on (&shown, "BB-90", 0, uid);
  page_fixture_press (&shown, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, week);
  assert_on (&shown, "BB-90", 6, uid);
  page_fixture_hide (&shown);
}

/* What moves while not all is shown: a row that goes out of sight leaves the focus on one that is seen. */
static void
test_filter (void)
{
  Shown shown;
  FactBoardSpot spot;
  FactTriage *crisis;

  page_fixture_show (&shown);
  fact_board_set_filter (shown.fixture->board, &(FactBoardFilter) { .text = "CSA" });
  page_fixture_wait (&shown);
  g_assert_null (team_fixture_find (shown.fixture, "EE-68"));
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  page_fixture_press (&shown, GDK_KEY_5, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");
  page_fixture_undo (&shown);

  crisis = fact_board_row_get_triage (team_fixture_find (shown.fixture, "NN-89"));
  fact_board_set_filter (shown.fixture->board, &(FactBoardFilter) { .triage = crisis });
  page_fixture_wait (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  page_fixture_press (&shown, GDK_KEY_5, 0);
  g_assert_null (team_fixture_find (shown.fixture, "NN-89"));
  /* Nothing is left to have the focus, and no key finds anything to change. */
  g_assert_false (fact_board_grid_get_focus (shown.grid, &spot));
  page_fixture_press (&shown, GDK_KEY_Down, 0);
  page_fixture_press (&shown, GDK_KEY_1, 0);
  page_fixture_press (&shown, GDK_KEY_Delete, 0);
  fact_board_set_filter (shown.fixture->board, NULL);
  page_fixture_wait (&shown);
  g_assert_cmpstr (fact_triage_get_label (fact_board_row_get_triage (team_fixture_find (shown.fixture, "NN-89"))), ==,
                   "Stable");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (shown.page)));
  page_fixture_wait (&shown);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  page_fixture_hide (&shown);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(FactTeam **) data = fact_team_open_as_of_finish (result, &error);
  g_assert_no_error (error);
}

static void
count_notice_cb (FactBoardPage *page,
                 const char    *text,
                 gboolean       is_error,
                 gboolean       offer_undo,
                 guint         *n)
{
  (*n)++;
}

/* Keys that would change today's board, on the board as it stood on @day. */
static void
press_on_old_board (Shown *shown,
                    guint  day,
                    guint  n_rows)
{
  static const struct {
    guint keyval;
    GdkModifierType state;
  } keys[] = {
    { GDK_KEY_5, 0 }, { GDK_KEY_0, 0 }, { GDK_KEY_4, GDK_CONTROL_MASK }, { GDK_KEY_F2, 0 }, { GDK_KEY_End, 0 },
    { GDK_KEY_x, 0 }, { GDK_KEY_Left, 0 }, { GDK_KEY_Delete, 0 }, { GDK_KEY_space, 0 }, { GDK_KEY_Menu, 0 },
    { GDK_KEY_Right, GDK_CONTROL_MASK }, { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK }, { GDK_KEY_Page_Down, 0 },
    { GDK_KEY_Home, GDK_CONTROL_MASK }, { GDK_KEY_End, GDK_CONTROL_MASK }, { GDK_KEY_Return, GDK_CONTROL_MASK },
  };
  FactTeam *team = NULL;
  g_autofree char *head = NULL;
  GtkWidget *page;
  GtkEventController *controller;
  guint n = 0;

  fact_team_open_as_of_async (shown->fixture->team, day, NULL, opened_cb, &team);
  while (!team)
    g_main_context_iteration (NULL, TRUE);
  page = fact_board_page_new (team);
  g_signal_connect (page, "notice", G_CALLBACK (count_notice_cb), &n);
  gtk_window_set_child (GTK_WINDOW (shown->window), page);
  page_fixture_wait (shown);
  g_assert_cmpuint (fact_board_get_n_total (fact_team_get_board (team)), ==, n_rows);
  /* The day is marked, and not called today. */
  head = read_head (fact_board_page_get_grid (FACT_BOARD_PAGE (page)));
  g_assert_cmpstr (head, ==, "[Wed · 18 Nov] Wednesday 18 November");
  gtk_widget_grab_focus (page);
  controller = page_fixture_find_controller (GTK_WIDGET (fact_board_page_get_grid (FACT_BOARD_PAGE (page))),
                                             GTK_TYPE_EVENT_CONTROLLER_KEY);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gboolean handled;

    g_signal_emit_by_name (controller, "key-pressed", keys[i].keyval, 0, keys[i].state, &handled);
    page_fixture_wait (shown);
    g_assert_false (fact_board_grid_is_editing (fact_board_page_get_grid (FACT_BOARD_PAGE (page))));
  }
  g_assert_cmpuint (n, ==, 0);
  g_object_unref (team);
}

static void
test_old_board (void)
{
  Shown shown;
  g_autofree char *undo_before = NULL;

  page_fixture_show (&shown);
  undo_before = g_strdup (fact_team_get_undo_text (shown.fixture->team));
  press_on_old_board (&shown, fact_day_from_ymd (2026, 11, 18), 5);
  g_assert_cmpstr (fact_team_get_undo_text (shown.fixture->team), ==, undo_before);
  page_fixture_hide (&shown);
}

static void
test_end (void)
{
  Shown shown;
  g_autoptr (GdkContentProvider) provider = NULL;
  GtkWidget *cell;
  graphene_point_t point;

  /* In the middle of writing, with the hint. */
  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
  page_fixture_press (&shown, GDK_KEY_F2, 0);
  page_fixture_type (&shown, "CSA hb");
  page_fixture_hide (&shown);
  /* With something in the hand. */
  page_fixture_show (&shown);
  cell = page_fixture_find_cell (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT);
  g_assert_true (gtk_widget_compute_point (cell, GTK_WIDGET (shown.page), &GRAPHENE_POINT_INIT (5, 5), &point));
  g_signal_emit_by_name (page_fixture_find_controller (GTK_WIDGET (shown.page), GTK_TYPE_DRAG_SOURCE), "prepare",
                         (double) point.x, (double) point.y, &provider);
  g_assert_nonnull (provider);
  page_fixture_hide (&shown);
  /* With a menu open. */
  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.menu", NULL);
  page_fixture_wait (&shown);
  page_fixture_hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/page-life/midnight", test_midnight);
  g_test_add_func ("/board/page-life/midnight-while-writing", test_midnight_while_writing);
  g_test_add_func ("/board/page-life/free-days", test_free_days);
  g_test_add_func ("/board/page-life/old-text", test_old_text);
  g_test_add_func ("/board/page-life/focus", test_focus);
  g_test_add_func ("/board/page-life/next-week", test_next_week);
  g_test_add_func ("/board/page-life/filter", test_filter);
  g_test_add_func ("/board/page-life/old-board", test_old_board);
  g_test_add_func ("/board/page-life/end", test_end);

  return g_test_run ();
}
