/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* FactBoardTexts: the layouts of a board. To lay a text out costs more than to draw it; what was laid out to know the
 * height of a row is kept until the cell that shows it takes it, or until it is forgotten. */
typedef struct _FactBoardTexts FactBoardTexts;

FactBoardTexts *fact_board_texts_new         (PangoContext   *context);
void            fact_board_texts_free        (FactBoardTexts *self);

/* Whether what is laid out from now on is kept. Rows that are not about to be shown share one layout. */
void            fact_board_texts_set_keeping (FactBoardTexts *self,
                                              gboolean        keeping);
/* Returns: (transfer none): a layout to fill with the text of @what in @column. */
PangoLayout    *fact_board_texts_lay_out     (FactBoardTexts *self,
                                              gconstpointer   what,
                                              guint           column);
/* Returns: (transfer full): the layout kept for @what, filled; else an empty one, and @filled is FALSE. */
PangoLayout    *fact_board_texts_take        (FactBoardTexts *self,
                                              gconstpointer   what,
                                              guint           column,
                                              gboolean       *filled);
void            fact_board_texts_forget      (FactBoardTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactBoardTexts, fact_board_texts_free)

G_END_DECLS
