/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The side pane of the page: the row that has the focus, beside the board. Made when first shown. */
#include "fact-board-page-private.h"

#include "fact-scale.h"

/* Below this width, at 100 % text, the board needs all of it: the pane then shows only when asked for. */
#define ROOM_FOR_PANE 1100

static gboolean
has_room (FactBoardPage *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) >= fact_scale_for_text (GTK_WIDGET (self), ROOM_FOR_PANE);
}

static gboolean
refresh_cb (gpointer data)
{
  FactBoardPage *self = data;
  FactBoardSpot spot;

  self->side_source = 0;
  if (self->side_pane && gtk_widget_get_visible (self->side_pane))
    fact_side_pane_set_row (FACT_SIDE_PANE (self->side_pane),
                            fact_board_grid_get_focus (FACT_BOARD_GRID (self->grid), &spot)
                              ? spot.row : fact_board_get_row (fact_team_get_board (self->team), 0));
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (FactBoardPage *self)
{
  if (!self->side_source && self->side_box)
    self->side_source = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
show_or_hide (FactBoardPage *self)
{
  gboolean shown = self->side_wide ? self->side_wanted : self->side_asked;

  if (shown && !self->side_pane) {
    self->side_pane = fact_side_pane_new (self->team);
    gtk_box_append (GTK_BOX (self->side_box), self->side_pane);
  }
  if (self->side_pane) {
    if (!shown)
      fact_side_pane_save (FACT_SIDE_PANE (self->side_pane));
    gtk_widget_set_visible (self->side_pane, shown);
  }
  queue_refresh (self);
}

static gboolean
resized_cb (gpointer data)
{
  FactBoardPage *self = data;

  self->side_resize_source = 0;
  show_or_hide (self);
  return G_SOURCE_REMOVE;
}

void
fact_board_page_side_allocated (FactBoardPage *self)
{
  gboolean wide = has_room (self);

  if (wide == self->side_wide)
    return;
  self->side_wide = wide;
  /* Not while the page is given its place. */
  if (!self->side_resize_source)
    self->side_resize_source = g_idle_add (resized_cb, self);
}

static void
focus_moved_cb (FactBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, self->grid))
    queue_refresh (self);
}

void
fact_board_page_side_rooted (FactBoardPage *self)
{
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget", G_CALLBACK (focus_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

void
fact_board_page_side_unrooting (FactBoardPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (GTK_WIDGET (self)), focus_moved_cb, self);
}

/* @main: the board. Returns: (transfer full): it with the pane beside it. */
GtkWidget *
fact_board_page_make_side (FactBoardPage *self,
                           GtkWidget     *main)
{
  FactBoard *board = fact_team_get_board (self->team);

  self->side_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (main, TRUE);
  gtk_box_append (GTK_BOX (self->side_box), main);
  g_signal_connect_object (board, "items-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  return self->side_box;
}

void
fact_board_page_dispose_side (FactBoardPage *self)
{
  g_clear_handle_id (&self->side_source, g_source_remove);
  g_clear_handle_id (&self->side_resize_source, g_source_remove);
  self->side_box = self->side_pane = NULL;
}

void
fact_board_page_set_side_pane (FactBoardPage *self,
                               gboolean       wanted)
{
  g_return_if_fail (FACT_IS_BOARD_PAGE (self));

  if (self->side_wanted == wanted)
    return;
  self->side_wanted = wanted;
  show_or_hide (self);
  g_object_notify (G_OBJECT (self), "side-pane");
}

void
fact_board_page_toggle_side_pane (FactBoardPage *self)
{
  g_return_if_fail (FACT_IS_BOARD_PAGE (self));

  if (self->side_wide) {
    fact_board_page_set_side_pane (self, !self->side_wanted);
    return;
  }
  self->side_asked = !self->side_asked;
  show_or_hide (self);
}
