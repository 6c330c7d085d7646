/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fact_icon_render:
 * @name: one of the layer's icons, "fact-…-symbolic"
 * @size: width and height, in pixels of the screen
 * @color: its colour
 *
 * Draws a symbolic icon at any size. GTK would load librsvg for it, which alone takes as much memory as a quarter of a
 * bare window; our icons are a few plain paths. Understood are path and g, of the path M, L, H, V, C, Z and circular A,
 * of the transforms a rotation.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *fact_icon_render (const char    *name,
                              int            size,
                              const GdkRGBA *color);

G_END_DECLS
