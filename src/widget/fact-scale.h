/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Below this width, at plain text size, what has an icon shows that alone and pages are turned at the bottom; in pixels. */
#define FACT_ROOM_FOR_WORDS 1200

/**
 * fact_scale_for_text:
 * @widget: any widget of the display
 * @width: at plain text size, in pixels
 *
 * Returns: the width that holds as much at the size of text there is
 */
int fact_scale_for_text (GtkWidget *widget,
                         int        width);

G_END_DECLS
