/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing the edge of a column in the heading makes it wider or narrower. */
#include "fact-board-grid-private.h"

#define GRIP 5                     /* pixels to either side of an edge */
#define LEAST 24                   /* pixels */

static int
to_tenths (FactBoardGrid *self,
           int            pixels)
{
  return self->unit > 0 ? (int) ((gint64) pixels * 10 * PANGO_SCALE / self->unit) : 0;
}

/* The column whose right edge is at (@x, @y), FACT_BOARD_NOWHERE for none. */
static guint
edge_at (FactBoardGrid *self,
         double         x,
         double         y)
{
  FactBoardGeometry *geometry = self->setting.geometry;
  int frozen = fact_board_geometry_get_frozen_width (geometry);

  if (y < 0 || y >= self->head_height)
    return FACT_BOARD_NOWHERE;
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    int edge = fact_board_geometry_get_column_x (geometry, i) + fact_board_geometry_get_column_width (geometry, i);

    if (i >= FACT_BOARD_N_FROZEN)
      edge -= self->setting.scroll_x;
    if (fact_board_geometry_is_visible (geometry, i) && ABS (edge - x) <= GRIP &&
        (i < FACT_BOARD_N_FROZEN || edge > frozen))
      return i;
  }

  return FACT_BOARD_NOWHERE;
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          FactBoardGrid  *self)
{
  self->edge_column = edge_at (self, x, y);
  if (self->edge_column == FACT_BOARD_NOWHERE) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  self->edge_width = fact_board_geometry_get_column_width (self->setting.geometry, self->edge_column);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          x,
           double          y,
           FactBoardGrid  *self)
{
  if (self->edge_column != FACT_BOARD_NOWHERE && x != 0)
    fact_board_grid_set_column (self, self->edge_column, TRUE, to_tenths (self, MAX (self->edge_width + x, LEAST)));
}

static void
end_cb (GtkGestureDrag *gesture,
        double          x,
        double          y,
        FactBoardGrid  *self)
{
  guint column = self->edge_column;

  self->edge_column = FACT_BOARD_NOWHERE;
  if (column != FACT_BOARD_NOWHERE && x != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.column-width", "(ui)", column, self->column_widths[column]);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           FactBoardGrid            *self)
{
  gboolean over = self->edge_column != FACT_BOARD_NOWHERE || edge_at (self, x, y) != FACT_BOARD_NOWHERE;

  if (over == self->over_edge)
    return;

  self->over_edge = over;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "col-resize" : NULL);
}

void
fact_board_grid_init_columns (FactBoardGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->edge_column = FACT_BOARD_NOWHERE;
  self->edge_controller = GTK_EVENT_CONTROLLER (drag);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
fact_board_grid_reset_edge (FactBoardGrid *self)
{
  gtk_event_controller_reset (self->edge_controller);
}

void
fact_board_grid_set_column (FactBoardGrid *self,
                            guint          column,
                            gboolean       visible,
                            int            width)
{
  gboolean hidden = !visible && column != FACT_BOARD_COLUMN_PATIENT;

  g_return_if_fail (FACT_IS_BOARD_GRID (self));
  g_return_if_fail (column < FACT_BOARD_N_COLUMNS);

  if (self->column_hidden[column] == hidden && self->column_widths[column] == width)
    return;

  self->column_hidden[column] = hidden;
  self->column_widths[column] = width;
  self->columns_stale = TRUE;
  /* The focus is never where nothing is seen. */
  if (hidden && self->focus_column == column) {
    self->focus_column = FACT_BOARD_COLUMN_PATIENT;
    g_clear_pointer (&self->focus_contact, g_free);
    self->grab_pending |= fact_board_grid_has_focus (self);
  }
  fact_board_grid_queue_sync (self);
}

int
fact_board_grid_get_column_width (FactBoardGrid *self,
                                  guint          column)
{
  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), 0);
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, 0);

  if (self->column_widths[column] > 0)
    return self->column_widths[column];

  return to_tenths (self, fact_board_geometry_get_column_width (self->setting.geometry, column));
}

gboolean
fact_board_grid_is_head (FactBoardGrid *self,
                         double         y)
{
  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), FALSE);

  return y >= 0 && y < self->head_height;
}

guint
fact_board_grid_locate_column (FactBoardGrid *self,
                               double         x)
{
  FactBoardPlace place;

  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), FACT_BOARD_NOWHERE);

  fact_board_geometry_locate (self->setting.geometry, x, 0, self->setting.scroll_x, 0, &place);

  return place.column;
}
