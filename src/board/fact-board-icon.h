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
/* The icon in @size pixels, each made once a display. Returns: (transfer none). */
GdkTexture *fact_board_icon_get_texture (GtkWidget    *widget,
                                      const char      *name,
                                      int              size,
                                      const GdkRGBA   *color);

G_END_DECLS
