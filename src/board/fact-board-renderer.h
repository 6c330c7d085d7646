/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws the text of a cell or a chip with its icons in the colour of @widget, and a tag behind a line that begins with
 * a warning. (@x, @y): of the layout, in pixels. gtk_snapshot_render_layout() would leave a cairo node as large as the
 * text for each icon, which GTK then paints again in every frame. */
void fact_board_render_layout (GtkWidget   *widget,
                               GtkSnapshot *snapshot,
                               PangoLayout *layout,
                               double       x,
                               double       y);

G_END_DECLS
