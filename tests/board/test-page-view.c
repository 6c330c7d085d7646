/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen and what has the focus belong together: no key changes a row that is not shown, and the view stays where
 * somebody let go of what they dragged. */
#include "fact-board-column.h"
#include "page-fixture.h"

#include <adwaita.h>

#define LOW 300

static void
assert_focus (Shown      *shown,
              const char *code)
{
  FactBoardSpot spot;

  g_assert_true (fact_board_grid_get_focus (shown->grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, code);
}

static void
assert_triage (Shown      *shown,
               const char *code,
               const char *label)
{
  FactTriage *triage = fact_board_row_get_triage (team_fixture_find (shown->fixture, code));

  g_assert_cmpstr (fact_triage_get_label (triage), ==, label);
}

static GtkAdjustment *
get_scroll (Shown *shown)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (shown->grid));
}

/* So low that not all rows are seen. */
static void
show_low (Shown *shown)
{
  page_fixture_show (shown);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 1500, LOW);
  while (gtk_widget_get_height (shown->window) > LOW)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_wait (shown);
  g_assert_cmpfloat (gtk_adjustment_get_upper (get_scroll (shown)), >, gtk_adjustment_get_page_size (get_scroll (shown)));
}

static void
test_filter_takes_nearest (void)
{
  Shown shown;

  page_fixture_show (&shown);
  page_fixture_focus (&shown, "EE-68", FACT_BOARD_COLUMN_PATIENT, 0);
  /* Before the frame, too: the first key after the filter may come at once. */
  fact_board_set_filter (shown.fixture->board, &(FactBoardFilter) { .text = "veckan" });
  g_assert_null (team_fixture_find (shown.fixture, "EE-68"));
  assert_focus (&shown, "DD-75");
  page_fixture_wait (&shown);
  assert_focus (&shown, "DD-75");
  fact_board_set_filter (shown.fixture->board, &(FactBoardFilter) { .text = "Bostadslös" });
  page_fixture_wait (&shown);
  assert_focus (&shown, "NN-89");
  page_fixture_hide (&shown);
}

static void
test_no_key_out_of_sight (void)
{
  static const struct {
    guint keyval;
    GdkModifierType state;
  } keys[] = {
    { GDK_KEY_0, 0 }, { GDK_KEY_5, 0 }, { GDK_KEY_KP_5, 0 }, { GDK_KEY_5, GDK_CONTROL_MASK }, { GDK_KEY_Delete, 0 },
    { GDK_KEY_space, 0 },
  };
  Shown shown;

  show_low (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gtk_adjustment_set_value (get_scroll (&shown), G_MAXINT);
    page_fixture_wait (&shown);
    g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), >, 0);
    /* The key only shows what it would have changed. */
    g_assert_true (page_fixture_press (&shown, keys[i].keyval, keys[i].state));
    g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), ==, 0);
    assert_triage (&shown, "NN-89", "Crisis");
    assert_focus (&shown, "NN-89");
  }
  page_fixture_press (&shown, GDK_KEY_5, 0);
  assert_triage (&shown, "NN-89", "Stable");
  g_test_message ("%u keys", (guint) G_N_ELEMENTS (keys));
  page_fixture_hide (&shown);
}

/* What somebody writes in a cell that was rolled away is seen. */
static void
test_writing_is_in_sight (void)
{
  Shown shown;

  show_low (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_SAFETY, 0);
  gtk_adjustment_set_value (get_scroll (&shown), G_MAXINT);
  page_fixture_wait (&shown);
  page_fixture_press (&shown, GDK_KEY_5, 0);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), ==, 0);
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  page_fixture_hide (&shown);
}

static void
test_drop_keeps_view (void)
{
  Shown shown;
  FactRecord *stable;
  FactRecord *csa;

  show_low (&shown);
  stable = team_fixture_find_word (shown.fixture, FACT_TYPE_TRIAGE, "Stable");
  csa = team_fixture_find_word (shown.fixture, FACT_TYPE_STAFF, "CSA");
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  g_assert_true (page_fixture_drop (&shown, csa, page_fixture_find_cell (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4)));
  /* As a drop on the bar of triage states does, which rises with a real drag only. */
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.set-triage", "(ss)",
                              fact_board_row_get_stay_uid (team_fixture_find (shown.fixture, "NN-89")),
                              fact_record_get_uid (stable));
  page_fixture_wait (&shown);
  assert_triage (&shown, "NN-89", "Stable");
  assert_focus (&shown, "NN-89");
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), ==, 0);
  /* A key goes on where the focus is. */
  page_fixture_press (&shown, GDK_KEY_Left, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), >, 0);
  page_fixture_undo (&shown);
  fact_board_page_show_row (shown.page, fact_board_row_get_stay_uid (team_fixture_find (shown.fixture, "NN-89")));
  page_fixture_wait (&shown);
  page_fixture_press (&shown, GDK_KEY_5, 0);
  assert_triage (&shown, "NN-89", "Stable");
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&shown)), >, 0);
  page_fixture_hide (&shown);
}

/* Whoever does not want to say who they are is told so without a dialog, and writes on. */
static void
test_nobody_acts (void)
{
  Shown shown;
  GtkWidget *editor;
  g_autofree char *text = NULL;

  page_fixture_show (&shown);
  fact_team_set_person (shown.fixture->team, NULL);
  page_fixture_focus (&shown, "AA-80", FACT_BOARD_COLUMN_SITUATION, 0);
  page_fixture_press (&shown, GDK_KEY_F2, 0);
  page_fixture_type (&shown, " Trivs.");
  page_fixture_press_in_editor (&shown, GDK_KEY_Return, 0);
  g_assert_nonnull (shown.notice);
  g_assert_false (shown.is_error);
  editor = gtk_window_get_focus (GTK_WINDOW (shown.window));
  g_assert_true (GTK_IS_TEXT_VIEW (editor));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Nytt boende. Trivs.");
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  page_fixture_hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/page-view/filter-takes-nearest", test_filter_takes_nearest);
  g_test_add_func ("/board/page-view/no-key-out-of-sight", test_no_key_out_of_sight);
  g_test_add_func ("/board/page-view/writing-is-in-sight", test_writing_is_in_sight);
  g_test_add_func ("/board/page-view/drop-keeps-view", test_drop_keeps_view);
  g_test_add_func ("/board/page-view/nobody-acts", test_nobody_acts);

  return g_test_run ();
}
