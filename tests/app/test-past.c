/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board as it stood, in the window: marked as old, nothing in it can be changed, and back where one was. */

#include "fact-board-page-private.h"
#include "fact-day.h"
#include "fact-team-contact.h"
#include "fact-team-patient.h"
#include "fact-team-stay.h"
#include "fact-vocabulary.h"
#include "waiting.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define DAYS_AGO 3

static void
commit (FactTeam   *team,
        FactChange *change,
        GError     *error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  fact_team_commit_async (team, change, NULL, keep_result_cb, &result);
  fact_team_commit_finish (team, wait_for (&result), &error);
  g_assert_no_error (error);
  g_object_unref (change);
}

#define DO(team, verb, ...) \
  G_STMT_START { \
    GError *do_error = NULL; \
    FactChange *do_change = verb ((team), __VA_ARGS__, &do_error); \
    commit ((team), do_change, do_error); \
  } G_STMT_END

static FactTriage *
find_triage (FactTeam *team,
             guint     position)
{
  g_autoptr (FactTriage) triage = g_list_model_get_item (fact_team_get_vocabulary (team, FACT_TYPE_TRIAGE), position);

  return triage;                   /* the vocabulary keeps it */
}

static void
put_on (FactTeam   *team,
        const char *code)
{
  FactPatientFields fields = { .code = code };

  DO (team, fact_team_add_patient, &fields);
  DO (team, fact_team_put_on_board, fact_team_find_patient (team, code), find_triage (team, 3), NULL, 0, NULL, NULL, NULL);
}

/* It begins some days ago: the journal's time never goes back. Two were put on and a contact was planned; a day later both have moved to the first state. */
static void
fill (FactSession *session)
{
  FactTeam *team = fact_session_get_team (session);
  FactClock *clock = fact_team_get_clock (team);
  gint64 now = fact_clock_get_now (clock) + DAYS_AGO * G_TIME_SPAN_DAY;
  FactBoard *board = fact_team_get_board (team);

  fact_team_set_system_user (team, "test");
  put_on (team, "AA-80");
  put_on (team, "BB-90");
  DO (team, fact_team_plan_typed, fact_board_get_row (board, 0), fact_clock_get_today (clock), "ring syster");
  fact_clock_set_now (clock, now - (DAYS_AGO - 1) * G_TIME_SPAN_DAY);
  for (guint i = 0; i < 2; i++)
    DO (team, fact_team_set_triage, fact_board_get_row (board, i), find_triage (team, 0));
  fact_clock_set_now (clock, now);
}

static void
set_up (WindowFixture *f,
        gconstpointer  data)
{
  window_fixture_set_up (f, (GtkApplication *) data, 1795003200);
  fill (f->session);
}

static void
tear_down (WindowFixture *f,
           gconstpointer  data)
{
  window_fixture_tear_down (f);
}

static void
show_day (WindowFixture *f,
          const char *typed)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-day", "s", typed));
  while (!f->window->past)
    g_main_context_iteration (NULL, TRUE);
}

/* What reads, by name; every other action changes something and has to be off on an old board. A new action that only
 * reads is a word more here. */
static const char *const reading[] = {
  "as-of", "back-to-today", "export", "history", "menu", "page", "patient-history", "person", "search", "show-day",
  "show-help-overlay", "show-row", "side-pane", "try-again", "warnings", "week-next", "week-previous", "week-today", NULL,
};

static guint
count_changing (GActionGroup *group,
                gboolean      enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);
  guint cases = 0;

  for (guint i = 0; names[i]; i++) {
    /* Which columns are shown, and how wide: a view, as the week is. */
    if (g_strv_contains (reading, names[i]) || g_str_has_prefix (names[i], "show-") || g_str_has_prefix (names[i], "column"))
      continue;
    if (!enabled && g_action_group_get_action_enabled (group, names[i]))
      g_error ("%s can be done on an old board", names[i]);
    cases += g_action_group_get_action_enabled (group, names[i]) == enabled;
  }
  return cases;
}

static void
test_nothing_can_be_changed (WindowFixture *f,
                             gconstpointer data)
{
  FactBoardPage *page = fact_window_get_board_page (f->window);
  guint changing, cases;

  changing = count_changing (G_ACTION_GROUP (page->actions), TRUE);
  g_assert_cmpuint (changing, >, 10);
  show_day (f, "-3");
  page = fact_window_get_board_page (f->window);
  cases = count_changing (G_ACTION_GROUP (page->actions), FALSE);
  g_assert_cmpuint (cases, ==, changing);
  cases += count_changing (G_ACTION_GROUP (f->window), FALSE);
  g_assert_cmpuint (cases, >, changing + 1);
  g_test_message ("%u cases", cases);
  g_assert_false (gtk_widget_get_visible (page->strip));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (page->actions), "week-previous"));
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (has_text (child, text))
      return TRUE;
  }
  return FALSE;
}

static const char *
get_first_triage (FactBoard *board)
{
  return fact_record_get_uid (FACT_RECORD (fact_board_row_get_triage (fact_board_get_row (board, 0))));
}

static void
test_shown_and_back (WindowFixture *f,
                     gconstpointer data)
{
  FactTeam *team = f->window->team;
  FactBoard *board = fact_team_get_board (team);
  FactBoardGrid *grid = fact_board_page_get_grid (fact_window_get_board_page (f->window));
  const char *stay = fact_board_row_get_stay_uid (fact_board_get_row (board, 1));
  guint day = fact_clock_get_today (fact_team_get_clock (team)) - DAYS_AGO;
  g_autofree char *words = fact_day_format (day);
  FactBoardSpot spot;
  FactWeek week;

  g_assert_cmpstr (get_first_triage (board), ==, fact_record_get_uid (FACT_RECORD (find_triage (team, 0))));
  fact_board_grid_set_focus (grid, stay, FACT_FIELD_PATIENT, NULL);
  show_day (f, "-3");
  board = fact_team_get_board (f->window->past);
  g_assert_cmpuint (fact_team_get_as_of (f->window->past), ==, day);
  g_assert_cmpstr (get_first_triage (board), ==, fact_record_get_uid (FACT_RECORD (find_triage (team, 3))));
  g_assert_cmpuint (fact_board_get_n_total (board), ==, 2);
  g_assert_true (gtk_info_bar_get_revealed (f->window->past_bar));
  g_assert_nonnull (strstr (gtk_label_get_label (f->window->past_label), words));
  while (!has_text (GTK_WIDGET (f->window->status_line), "As it stood on"))
    g_main_context_iteration (NULL, TRUE);

  week = fact_board_get_week (board);
  g_assert_cmpuint (week, ==, fact_week_from_day (day));
  g_action_group_activate_action (G_ACTION_GROUP (fact_window_get_board_page (f->window)->actions), "week-previous", NULL);
  while (fact_board_get_week (board) == week)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fact_board_get_week (fact_team_get_board (team)), !=, 0);

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back-to-today", NULL);
  g_assert_null (f->window->past);
  g_assert_false (gtk_info_bar_get_revealed (f->window->past_bar));
  grid = fact_board_page_get_grid (fact_window_get_board_page (f->window));
  g_assert_true (fact_board_grid_get_focus (grid, &spot));
  g_assert_cmpstr (fact_board_row_get_stay_uid (spot.row), ==, stay);
  g_assert_cmpuint (count_changing (G_ACTION_GROUP (fact_window_get_board_page (f->window)->actions), TRUE), >, 10);
}

/* Today, a day to come, no day, and a day before there was a board. */
static void
test_no_such_day (WindowFixture *f,
                  gconstpointer data)
{
  const char *const days[] = { "idag", "+7", "x", NULL };

  for (guint i = 0; days[i]; i++) {
    gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-day", "s", days[i]);
    g_assert_null (f->window->opening_past);
    g_assert_cmpstr (fact_toast_area_get_message (f->window->toast_area), ==, "Choose a day before today.");
  }
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-day", "s", "-9");
  g_assert_nonnull (f->window->opening_past);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (f->window->past);
}

static GtkWidget *
open_history (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
      return GTK_WIDGET (window);
  }
  g_error ("no %s", title);
}

static void
wait_for_text (GtkWidget  *widget,
               const char *text)
{
  while (!has_text (widget, text))
    g_main_context_iteration (NULL, TRUE);
}

/* Who, what and when; of one patient only what is about them; what is done meanwhile comes to it. */
static void
test_history (WindowFixture *f,
              gconstpointer data)
{
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (f->window->team), 0);
  g_autofree char *code = g_strdup (fact_board_row_get_code (row));
  GtkWidget *window;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.history", NULL);
  window = open_history ("History of the Board");
  wait_for_text (window, "Create the board");
  g_assert_true (has_text (window, "user test"));
  g_assert_true (has_text (window, "Move AA-80 from Observation to Crisis"));
  g_assert_true (has_text (window, "Move BB-90 from Observation to Crisis"));
  DO (f->window->team, fact_team_set_field, row, FACT_FIELD_SITUATION, "Nytt", NULL);
  wait_for_text (window, "situation: – → \"Nytt\"");
  g_assert_true (has_text (window, "Today"));
  gtk_window_destroy (GTK_WINDOW (window));

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.patient-history", "s", fact_board_row_get_patient_uid (row));
  window = open_history ("History of AA-80");
  g_assert_cmpstr (code, ==, "AA-80");
  wait_for_text (window, "Add patient AA-80");
  g_assert_false (has_text (window, "BB-90"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* For root every file can be written: nobody opens it, and it is closed before that. */
static void
reopen_read_only (WindowFixture *f)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (f->window));
  g_autoptr (FactClock) clock = g_object_ref (fact_team_get_clock (f->window->team));
  gboolean root = geteuid () == 0;

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&f->session));
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  window_fixture_open (f, app, clock);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* A file that may not be written is shown as it is, and it is said that it can only be looked at. */
static void
test_no_right_to_write (WindowFixture *f,
                        gconstpointer data)
{
  static const char *const changing[] = { "undo", "redo", "import", "new-patient", "put-on", "take-off", "add-me" };
  FactBoardPage *page;

  g_assert_false (has_text (GTK_WIDGET (f->window), "can only be looked at"));
  reopen_read_only (f);
  page = fact_window_get_board_page (f->window);
  g_assert_cmpuint (fact_board_get_n_total (fact_team_get_board (f->window->team)), ==, 2);
  g_assert_true (has_text (GTK_WIDGET (f->window), "This board can only be looked at"));
  count_changing (G_ACTION_GROUP (page->actions), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), changing[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), "history"));
  show_day (f, "-3");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = window_fixture_start (&argc, &argv);

  g_test_add ("/past/nothing-can-be-changed", WindowFixture, app, set_up, test_nothing_can_be_changed, tear_down);
  g_test_add ("/past/shown-and-back", WindowFixture, app, set_up, test_shown_and_back, tear_down);
  g_test_add ("/past/history", WindowFixture, app, set_up, test_history, tear_down);
  g_test_add ("/past/no-right-to-write", WindowFixture, app, set_up, test_no_right_to_write, tear_down);
  g_test_add ("/past/no-such-day", WindowFixture, app, set_up, test_no_such_day, tear_down);

  return g_test_run ();
}
