/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys, drops and menu items on a real team: each goes through the handler a person's hand would reach. */
#include "fact-board-column.h"
#include "fact-board-page.h"
#include "team-fixture.h"

#include <adwaita.h>

typedef struct {
  TeamFixture *fixture;
  GtkWidget *window;
  FactBoardPage *page;
  FactBoardGrid *grid;
  char *notice;
  gboolean is_error;
} Shown;

static void
painted_cb (GdkFrameClock *clock,
            guint         *n)
{
  (*n)++;
}

static void
wait_for_frames (Shown *shown)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (shown->window);
  guint n = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  team_fixture_settle (shown->fixture);
  while (n < 2) {
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    g_main_context_iteration (NULL, TRUE);
  }
  g_signal_handler_disconnect (clock, handler);
}

static void
notice_cb (FactBoardPage *page,
           const char    *text,
           gboolean       is_error,
           gboolean       offer_undo,
           Shown         *shown)
{
  g_free (shown->notice);
  shown->notice = g_strdup (text);
  shown->is_error = is_error;
}

static void
show (Shown *shown)
{
  *shown = (Shown) { .fixture = team_fixture_new () };
  shown->page = FACT_BOARD_PAGE (fact_board_page_new (shown->fixture->team));
  shown->grid = fact_board_page_get_grid (shown->page);
  g_signal_connect (shown->page, "notice", G_CALLBACK (notice_cb), shown);
  shown->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->page));
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 1500, 900);
  gtk_window_present (GTK_WINDOW (shown->window));
  while (gtk_widget_get_width (GTK_WIDGET (shown->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frames (shown);
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  team_fixture_free (shown->fixture);
  g_free (shown->notice);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }
  g_assert_not_reached ();
}

static gboolean
press (Shown           *shown,
       guint            keyval,
       GdkModifierType  state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (shown->grid), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0,
                         state, &handled);
  wait_for_frames (shown);

  return handled;
}

static void
focus (Shown      *shown,
       const char *code,
       guint       column,
       guint       chip)
{
  FactBoardRow *row = team_fixture_find (shown->fixture, code);
  const char *uid = NULL;

  if (chip > 0)
    uid = fact_contact_view_get_uid (g_ptr_array_index (fact_board_row_get_day (row, column - FACT_BOARD_COLUMN_MONDAY),
                                                        chip - 1));
  fact_board_grid_set_focus (shown->grid, fact_board_row_get_stay_uid (row), column, uid);
  wait_for_frames (shown);
}

static void
assert_triage (Shown      *shown,
               const char *code,
               const char *label)
{
  FactTriage *triage = fact_board_row_get_triage (team_fixture_find (shown->fixture, code));

  g_assert_cmpstr (fact_triage_get_label (triage), ==, label);
}

static void
assert_day (Shown      *shown,
            const char *code,
            guint       weekday,
            const char *expected)
{
  g_autofree char *text = team_fixture_read_day (shown->fixture, code, weekday);

  g_assert_cmpstr (text, ==, expected);
}

/* Drops @payload on the middle of @widget, as the pointer does. Returns: whether it was taken. */
static gboolean
drop (Shown     *shown,
      gpointer   payload,
      GtkWidget *widget)
{
  GtkEventController *target = find_controller (GTK_WIDGET (shown->page), GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_point_t point;
  gboolean taken = FALSE;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (shown->page),
                                           &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2,
                                                                 gtk_widget_get_height (widget) / 2), &point));
  g_value_init (&value, G_OBJECT_TYPE (payload));
  g_value_set_object (&value, payload);
  g_signal_emit_by_name (target, "drop", &value, (double) point.x, (double) point.y, &taken);
  wait_for_frames (shown);

  return taken;
}

static GtkWidget *
cell_of (Shown      *shown,
         const char *code,
         guint       column)
{
  return fact_board_grid_find_widget (shown->grid, fact_board_row_get_stay_uid (team_fixture_find (shown->fixture, code)),
                                      column, NULL);
}

/* Presses a key in the text view that lies over the cell. */
static void
press_in_editor (Shown           *shown,
                 guint            keyval,
                 GdkModifierType  state)
{
  GtkWidget *editor = gtk_window_get_focus (GTK_WINDOW (shown->window));
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  g_assert_true (GTK_IS_TEXT_VIEW (editor));
  controllers = gtk_widget_observe_controllers (editor);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
  }
  g_assert_true (handled);
  wait_for_frames (shown);
}

static void
type (Shown      *shown,
      const char *text)
{
  GtkWidget *editor = gtk_window_get_focus (GTK_WINDOW (shown->window));

  g_assert_true (GTK_IS_TEXT_VIEW (editor));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
}

static void
test_triage_keys (void)
{
  Shown shown;
  FactBoardSpot spot;

  show (&shown);
  focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  g_assert_true (press (&shown, GDK_KEY_5, 0));
  assert_triage (&shown, "NN-89", "Stable");
  g_assert_cmpstr (shown.notice, ==, "Moved NN-89 to Stable");
  /* The focus went with it. */
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");

  /* A digit in another cell is text; with Ctrl it is triage anywhere. */
  focus (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION, 0);
  press (&shown, GDK_KEY_1, 0);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  press_in_editor (&shown, GDK_KEY_Escape, 0);
  assert_triage (&shown, "NN-89", "Stable");
  press (&shown, GDK_KEY_1, GDK_CONTROL_MASK);
  assert_triage (&shown, "NN-89", "Crisis");

  focus (&shown, "NN-89", FACT_BOARD_COLUMN_DATE, 0);
  press (&shown, GDK_KEY_0, 0);
  g_assert_null (team_fixture_find (shown.fixture, "NN-89"));
  hide (&shown);
}

static void
test_chip_keys (void)
{
  Shown shown;
  FactBoardSpot spot;

  show (&shown);
  assert_day (&shown, "BB-90", 3, "KRO home");
  focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  press (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_day (&shown, "BB-90", 3, "");
  assert_day (&shown, "BB-90", 4, "KRO home");
  press (&shown, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_day (&shown, "BB-90", 3, "KRO home");
  assert_day (&shown, "BB-90", 4, "KRO home");
  focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  press (&shown, GDK_KEY_space, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpint (fact_contact_view_get_status (spot.contact), ==, FACT_CONTACT_DONE);
  press (&shown, GDK_KEY_space, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpint (fact_contact_view_get_status (spot.contact), ==, FACT_CONTACT_PLANNED);
  press (&shown, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_day (&shown, "BB-90", 3, "");
  assert_day (&shown, "NN-89", 3, "KRO home");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");
  press (&shown, GDK_KEY_Delete, 0);
  assert_day (&shown, "NN-89", 3, "");
  hide (&shown);
}

static void
test_typing (void)
{
  Shown shown;
  FactBoardSpot spot;

  show (&shown);
  /* In a day cell typing plans, also the first letter. */
  focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
  press (&shown, GDK_KEY_r, 0);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  type (&shown, "ing syster 13");
  press_in_editor (&shown, GDK_KEY_Return, 0);
  assert_day (&shown, "NN-89", 4, "13:00 ring syster");
  /* Enter went down. */
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");

  /* In a text cell it appends; Escape leaves everything as it was. */
  focus (&shown, "AA-80", FACT_BOARD_COLUMN_SITUATION, 0);
  press (&shown, GDK_KEY_x, 0);
  press_in_editor (&shown, GDK_KEY_Escape, 0);
  g_assert_cmpstr (fact_board_row_get_text (team_fixture_find (shown.fixture, "AA-80"), FACT_FIELD_SITUATION), ==, "Nytt boende.");
  press (&shown, GDK_KEY_F2, 0);
  type (&shown, " Trivs.");
  press_in_editor (&shown, GDK_KEY_Tab, 0);
  g_assert_cmpstr (fact_board_row_get_text (team_fixture_find (shown.fixture, "AA-80"), FACT_FIELD_SITUATION), ==,
                   "Nytt boende. Trivs.");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_ACTIONS);

  /* What is refused is not lost. */
  focus (&shown, "AA-80", FACT_BOARD_COLUMN_DATE, 0);
  press (&shown, GDK_KEY_F2, 0);
  type (&shown, "x");
  press_in_editor (&shown, GDK_KEY_Return, 0);
  g_assert_true (shown.is_error);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  press_in_editor (&shown, GDK_KEY_Escape, 0);
  hide (&shown);
}

static void
test_arrows (void)
{
  Shown shown;
  FactBoardSpot spot;

  show (&shown);
  focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  press (&shown, GDK_KEY_Down, 0);
  press (&shown, GDK_KEY_Right, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_REASON);
  press (&shown, GDK_KEY_End, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_N_COLUMNS - 1);
  press (&shown, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_DATE);
  press (&shown, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "AA-80");
  hide (&shown);
}

static void
test_drops (void)
{
  Shown shown;
  FactStaff *csa;
  FactContactView *contact;

  show (&shown);
  csa = team_fixture_find_word (shown.fixture, FACT_TYPE_STAFF, "CSA");
  /* A signature onto a day plans, onto the day's chip joins. */
  g_assert_true (drop (&shown, csa, cell_of (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4)));
  assert_day (&shown, "NN-89", 4, "CSA");
  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "BB-90"), 3), 0);
  g_assert_true (drop (&shown, csa, fact_board_grid_find_widget (shown.grid,
                                                                 fact_board_row_get_stay_uid (team_fixture_find (shown.fixture, "BB-90")),
                                                                 FACT_BOARD_COLUMN_MONDAY + 3,
                                                                 fact_contact_view_get_uid (contact))));
  assert_day (&shown, "BB-90", 3, "KRO+CSA home");
  /* A text cell refuses it. */
  g_assert_false (drop (&shown, csa, cell_of (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION)));

  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "NN-89"), 4), 0);
  g_assert_true (drop (&shown, contact, cell_of (&shown, "EE-68", FACT_BOARD_COLUMN_MONDAY + 1)));
  assert_day (&shown, "NN-89", 4, "");
  assert_day (&shown, "EE-68", 1, "CSA");
  /* On its own day nothing happens. */
  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "EE-68"), 1), 0);
  g_assert_false (drop (&shown, contact, cell_of (&shown, "EE-68", FACT_BOARD_COLUMN_MONDAY + 1)));

  g_assert_true (drop (&shown, team_fixture_find (shown.fixture, "NN-89"), cell_of (&shown, "AA-80", FACT_BOARD_COLUMN_ACTIONS)));
  assert_triage (&shown, "NN-89", "Stable");
  g_assert_false (drop (&shown, team_fixture_find (shown.fixture, "NN-89"), cell_of (&shown, "AA-80", FACT_BOARD_COLUMN_ACTIONS)));
  hide (&shown);
}

static void
test_weeks (void)
{
  Shown shown;
  guint monday;

  show (&shown);
  monday = fact_board_get_week (shown.fixture->board);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-next", NULL);
  wait_for_frames (&shown);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, monday + 7);
  assert_day (&shown, "BB-90", 3, "");
  gtk_test_accessible_assert_property (cell_of (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "BB-90, Monday 23 November");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-today", NULL);
  wait_for_frames (&shown);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, monday);
  assert_day (&shown, "BB-90", 3, "KRO home");
  hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/page/triage-keys", test_triage_keys);
  g_test_add_func ("/board/page/chip-keys", test_chip_keys);
  g_test_add_func ("/board/page/arrows", test_arrows);
  g_test_add_func ("/board/page/typing", test_typing);
  g_test_add_func ("/board/page/drops", test_drops);
  g_test_add_func ("/board/page/weeks", test_weeks);

  return g_test_run ();
}
