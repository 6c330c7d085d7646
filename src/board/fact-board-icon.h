/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Symbolic icons within the text of cells and chips: no widget for each, and of each size and colour one texture. */

#define FACT_BOARD_ICON_WARNING "fact-warning-symbolic"

/* Returns: (nullable): the icon of a kind of contact, NULL for those without one. */
const char *fact_board_icon_of_kind  (FactKindRole     role);

/* Appends a place for an icon to the text of @layout. @name: a static string; @scale: of the text around it. */
void        fact_board_icon_append   (PangoLayout     *layout,
                                      GString         *string,
                                      PangoAttrList   *attrs,
                                      const char      *name,
                                      double           scale);
/* Draws the icons of @layout in the colour of @widget, and a tag behind a line that begins with a warning; before the
 * text. (@x, @y): of the layout. */
void        fact_board_icon_draw     (GtkWidget       *widget,
                                      GtkSnapshot     *snapshot,
                                      PangoLayout     *layout,
                                      double           x,
                                      double           y);

G_END_DECLS
