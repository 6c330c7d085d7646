/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-fixture.h"
#include "fact-board-column.h"
#include "fact-board-grid.h"

#include <adwaita.h>

#define WIDTH 1500
#define HEIGHT 950

typedef struct {
  BoardFixture *fixture;
  GtkWidget *window;
  GtkWidget *scroller;
  FactBoardGrid *grid;
} Shown;

static void
painted_cb (GdkFrameClock *clock,
            guint         *n)
{
  (*n)++;
}

/* Two frames: what was queued is laid out and painted. */
static void
wait_for_frames (Shown *shown)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (shown->window);
  guint n = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  while (n < 2) {
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    g_main_context_iteration (NULL, TRUE);
  }
  g_signal_handler_disconnect (clock, handler);
}

static void
show (Shown *shown,
      guint  n_rows)
{
  shown->fixture = board_fixture_new (n_rows);
  shown->grid = FACT_BOARD_GRID (fact_board_grid_new (shown->fixture->board));
  shown->scroller = gtk_scrolled_window_new ();
  shown->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (shown->scroller), GTK_WIDGET (shown->grid));
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->scroller);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (shown->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (shown->grid)) || gtk_widget_get_width (GTK_WIDGET (shown->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frames (shown);
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  board_fixture_free (shown->fixture);
}

static FactBoardRow *
row_of (Shown *shown,
        guint  stay)
{
  guint position;

  g_assert_true (fact_board_find (shown->fixture->board, fact_record_get_uid (g_ptr_array_index (shown->fixture->stays, stay)),
                                  &position));

  return fact_board_get_row (shown->fixture->board, position);
}

static const char *
uid_of (Shown *shown,
        guint  stay)
{
  return fact_record_get_uid (g_ptr_array_index (shown->fixture->stays, stay));
}

static void
move_to (Shown *shown,
         guint  stay,
         guint  triage)
{
  board_records_set (shown->fixture->records, g_ptr_array_index (shown->fixture->stays, stay),
                     "triage", shown->fixture->triages[triage]);
  board_fixture_update (shown->fixture, g_ptr_array_index (shown->fixture->stays, stay));
}

/* Only what is seen has widgets, at the top, in the middle and at the end of 500 rows. */
static void
test_widgets (void)
{
  Shown shown;
  GtkAdjustment *adjustment;

  show (&shown, 500);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (shown.scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 500 * 30);
  for (guint i = 0; i <= 10; i++) {
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 10);
    wait_for_frames (&shown);
    g_assert_cmpuint (fact_board_grid_count_widgets (shown.grid), <=, 1500);
  }
  hide (&shown);
}

/* A changed row takes its new values; the cells of the others are not touched. */
static void
test_one_row (void)
{
  Shown shown;
  GtkWidget *cell, *other;

  show (&shown, 5);
  cell = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 1), FACT_BOARD_COLUMN_SITUATION, NULL);
  other = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 2), FACT_BOARD_COLUMN_SITUATION, NULL);
  board_records_set (shown.fixture->records, g_ptr_array_index (shown.fixture->stays, 1), "situation", "Nytt boende.");
  /* Whoever takes values anew says so to the accessibility tree, so an unlike description shows who has not. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (other), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not touched", -1);
  board_fixture_update (shown.fixture, g_ptr_array_index (shown.fixture->stays, 1));
  wait_for_frames (&shown);
  g_assert_true (cell == fact_board_grid_find_widget (shown.grid, uid_of (&shown, 1), FACT_BOARD_COLUMN_SITUATION, NULL));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nytt boende.");
  gtk_test_accessible_assert_property (other, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not touched");
  hide (&shown);
}

/* The focus follows its row to another section, and stays at its place when the row goes. */
static void
test_focus (void)
{
  Shown shown;
  FactBoardSpot spot;
  GtkWidget *cell;

  show (&shown, 500);
  fact_board_grid_set_focus (shown.grid, uid_of (&shown, 3), FACT_BOARD_COLUMN_DATE, NULL);
  wait_for_frames (&shown);
  cell = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 3), FACT_BOARD_COLUMN_DATE, NULL);
  g_assert_true (gtk_widget_has_focus (cell));
  move_to (&shown, 3, 4);
  wait_for_frames (&shown);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_true (spot.row == row_of (&shown, 3));
  g_assert_true (spot.triage == shown.fixture->triages[4]);
  cell = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 3), FACT_BOARD_COLUMN_DATE, NULL);
  g_assert_true (gtk_widget_has_focus (cell));

  /* Scrolled out of sight it keeps the keyboard. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (shown.scroller)), 0);
  wait_for_frames (&shown);
  g_assert_true (gtk_widget_has_focus (cell));

  board_records_set (shown.fixture->records, g_ptr_array_index (shown.fixture->stays, 3),
                     "until", board_fixture_get_today (shown.fixture));
  board_fixture_update (shown.fixture, g_ptr_array_index (shown.fixture->stays, 3));
  wait_for_frames (&shown);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_false (fact_board_row_get_stay_uid (spot.row) == uid_of (&shown, 3));
  cell = fact_board_grid_find_widget (shown.grid, fact_board_row_get_stay_uid (spot.row), FACT_BOARD_COLUMN_DATE, NULL);
  g_assert_true (gtk_widget_has_focus (cell));
  hide (&shown);
}

static void
test_chip_follows (void)
{
  Shown shown;
  FactBoardSpot spot;
  FactContact *contact;

  show (&shown, 5);
  contact = board_fixture_add_contact (shown.fixture, g_ptr_array_index (shown.fixture->stays, 1), 3,
                                       shown.fixture->staff[0], shown.fixture->staff[5], FACT_CONTACT_PLANNED, NULL);
  wait_for_frames (&shown);
  fact_board_grid_set_focus (shown.grid, uid_of (&shown, 1), FACT_BOARD_COLUMN_MONDAY + 3,
                             fact_record_get_uid (FACT_RECORD (contact)));
  wait_for_frames (&shown);
  board_records_set (shown.fixture->records, contact, "date", board_fixture_get_today (shown.fixture) + 2);
  board_fixture_update (shown.fixture, contact);
  wait_for_frames (&shown);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_MONDAY + 4);
  g_assert_nonnull (spot.contact);
  g_assert_true (gtk_widget_has_focus (fact_board_grid_find_widget (shown.grid, uid_of (&shown, 1),
                                                                    FACT_BOARD_COLUMN_MONDAY + 4,
                                                                    fact_record_get_uid (FACT_RECORD (contact)))));
  hide (&shown);
}

/* Names are what tests and screen readers rely on. */
static void
test_names (void)
{
  Shown shown;
  GtkWidget *cell, *row, *chip;
  FactContact *contact;

  show (&shown, 5);
  contact = board_fixture_add_contact (shown.fixture, g_ptr_array_index (shown.fixture->stays, 1), 3,
                                       shown.fixture->staff[0], shown.fixture->staff[5], FACT_CONTACT_PLANNED, NULL);
  wait_for_frames (&shown);
  cell = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 1), FACT_BOARD_COLUMN_MONDAY + 3, NULL);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "BB-90, Thursday 19 November");
  row = gtk_widget_get_parent (cell);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "BB-90, New, day 8");
  chip = fact_board_grid_find_widget (shown.grid, uid_of (&shown, 1), FACT_BOARD_COLUMN_MONDAY + 3,
                                      fact_record_get_uid (FACT_RECORD (contact)));
  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "CSA and HMR, home visit, Thursday 19 November, planned, BB-90");
  hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/grid/widgets", test_widgets);
  g_test_add_func ("/board/grid/one-row", test_one_row);
  g_test_add_func ("/board/grid/focus", test_focus);
  g_test_add_func ("/board/grid/chip-follows", test_chip_follows);
  g_test_add_func ("/board/grid/names", test_names);

  return g_test_run ();
}
