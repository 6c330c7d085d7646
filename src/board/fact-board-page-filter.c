/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter strip on the page, and the keys that are about what is shown rather than about a cell. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  fact_board_page_search (data);
}

static void
left_cb (FactBoardPage *self)
{
  gtk_widget_grab_focus (self->grid);
}

/* Not the action: without a filter Escape is left to whoever else wants it. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *parameter,
           gpointer   data)
{
  return fact_filter_bar_clear (FACT_FILTER_BAR (FACT_BOARD_PAGE (widget)->filter_bar));
}

static void
add_shortcuts (FactBoardPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F4, 0),
                                                          gtk_named_action_new ("board.warnings")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
fact_board_page_make_filter (FactBoardPage *self)
{
  static const GActionEntry entries[] = { { "search", search_cb } };

  self->filter_bar = fact_filter_bar_new (self->team);
  g_signal_connect_object (self->filter_bar, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  add_shortcuts (self);

  return self->filter_bar;
}

gboolean
fact_board_page_show_row (FactBoardPage *self,
                          const char    *stay_uid)
{
  FactBoard *board;

  g_return_val_if_fail (FACT_IS_BOARD_PAGE (self) && stay_uid, FALSE);

  board = fact_team_get_board (self->team);
  if (!fact_board_find (board, stay_uid, NULL))
    fact_filter_bar_clear (FACT_FILTER_BAR (self->filter_bar));
  if (!fact_board_find (board, stay_uid, NULL))
    return FALSE;
  fact_board_grid_hold_view (FACT_BOARD_GRID (self->grid), FALSE);
  fact_board_grid_set_focus (FACT_BOARD_GRID (self->grid), stay_uid, FACT_BOARD_COLUMN_PATIENT, NULL);
  return TRUE;
}

gboolean
fact_board_page_show_patient (FactBoardPage *self,
                              const char    *patient_uid)
{
  FactBoard *board;
  FactBoardSpot spot;
  guint position;

  g_return_val_if_fail (FACT_IS_BOARD_PAGE (self) && patient_uid, FALSE);

  board = fact_team_get_board (self->team);
  fact_board_grid_hold_view (FACT_BOARD_GRID (self->grid), FALSE);
  /* Whoever is in the row already stays where they are in it, on the chip or cell that was acted on. */
  if (fact_board_grid_get_focus (FACT_BOARD_GRID (self->grid), &spot) &&
      g_str_equal (fact_board_row_get_patient_uid (spot.row), patient_uid)) {
    gtk_widget_grab_focus (self->grid);
    return TRUE;
  }
  if (!fact_board_find_patient (board, patient_uid, NULL))
    fact_filter_bar_clear (FACT_FILTER_BAR (self->filter_bar));
  return fact_board_find_patient (board, patient_uid, &position) &&
         fact_board_page_show_row (self, fact_board_row_get_stay_uid (fact_board_get_row (board, position)));
}
