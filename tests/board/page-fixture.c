/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "fact-board-column.h"

static void
painted_cb (GdkFrameClock *clock,
            guint         *n)
{
  (*n)++;
}

void
page_fixture_wait (Shown *shown)
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

void
page_fixture_show (Shown *shown)
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
  page_fixture_wait (shown);
}

void
page_fixture_hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  team_fixture_free (shown->fixture);
  g_free (shown->notice);
}

GtkEventController *
page_fixture_find_controller (GtkWidget *widget,
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

gboolean
page_fixture_press (Shown           *shown,
                    guint            keyval,
                    GdkModifierType  state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (page_fixture_find_controller (GTK_WIDGET (shown->grid), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0,
                         state, &handled);
  page_fixture_wait (shown);

  return handled;
}

void
page_fixture_focus (Shown      *shown,
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
  page_fixture_wait (shown);
}

/* Drops @payload on the middle of @widget, as the pointer does. Returns: whether it was taken. */
gboolean
page_fixture_drop (Shown     *shown,
                   gpointer   payload,
                   GtkWidget *widget)
{
  GtkEventController *target = page_fixture_find_controller (GTK_WIDGET (shown->page), GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_point_t point;
  gboolean taken = FALSE;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (shown->page),
                                           &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2,
                                                                 gtk_widget_get_height (widget) / 2), &point));
  g_value_init (&value, G_OBJECT_TYPE (payload));
  g_value_set_object (&value, payload);
  g_signal_emit_by_name (target, "drop", &value, (double) point.x, (double) point.y, &taken);
  page_fixture_wait (shown);

  return taken;
}

GtkWidget *
page_fixture_find_cell (Shown      *shown,
                        const char *code,
                        guint       column)
{
  return fact_board_grid_find_widget (shown->grid, fact_board_row_get_stay_uid (team_fixture_find (shown->fixture, code)),
                                      column, NULL);
}

/* Presses a key in the text view that lies over the cell. */
void
page_fixture_press_in_editor (Shown           *shown,
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
  page_fixture_wait (shown);
}

void
page_fixture_type (Shown      *shown,
                   const char *text)
{
  GtkWidget *editor = gtk_window_get_focus (GTK_WINDOW (shown->window));

  g_assert_true (GTK_IS_TEXT_VIEW (editor));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = fact_team_undo_finish (FACT_TEAM (source), result, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (words);
  *(gboolean *) data = TRUE;
}

void
page_fixture_undo (Shown *shown)
{
  gboolean done = FALSE;

  fact_team_undo_async (shown->fixture->team, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_wait (shown);
}
