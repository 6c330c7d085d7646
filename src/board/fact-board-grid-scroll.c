/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling while something is dragged near an edge, which GTK does not do: one tick callback, faster the nearer. */
#include "fact-board-grid-private.h"

#define EDGE 64
#define TOP_SPEED 1600.0           /* pixels a second at the very edge */

static double
speed_at (double at,
          double start,
          double end)
{
  if (at < start + EDGE)
    return -TOP_SPEED * CLAMP ((start + EDGE - at) / EDGE, 0, 1);
  if (at > end - EDGE)
    return TOP_SPEED * CLAMP ((at - end + EDGE) / EDGE, 0, 1);

  return 0;
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->scroll_time > 0 ? MIN ((now - self->scroll_time) / (double) G_USEC_PER_SEC, 0.1) : 0;

  self->scroll_time = now;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] && self->scroll_speed[i] != 0)
      gtk_adjustment_set_value (self->adjustments[i],
                                gtk_adjustment_get_value (self->adjustments[i]) + self->scroll_speed[i] * seconds);

  return G_SOURCE_CONTINUE;
}

void
fact_board_grid_drag_scroll (FactBoardGrid *self,
                             double         x,
                             double         y)
{
  int frozen;

  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  frozen = fact_board_geometry_get_frozen_width (self->setting.geometry);
  /* Over the frozen columns one is not on the way to the left. */
  self->scroll_speed[GTK_ORIENTATION_HORIZONTAL] = x > frozen ? speed_at (x, frozen, self->width) : 0;
  self->scroll_speed[GTK_ORIENTATION_VERTICAL] = y >= 0 ? speed_at (y, self->head_height, self->height) : 0;
  if (self->scroll_speed[0] == 0 && self->scroll_speed[1] == 0) {
    fact_board_grid_end_scroll (self);
    return;
  }
  if (self->scroll_tick == 0) {
    self->scroll_time = 0;
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
  }
}

void
fact_board_grid_end_scroll (FactBoardGrid *self)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  if (self->scroll_tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->scroll_speed[0] = self->scroll_speed[1] = 0;
}
