/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-column.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* FactBoardWidths: the least width of each column at which no common word of it breaks inside: of its heading and of
 * what stands in its cells. It only grows, so that the board does not move while somebody writes. */
typedef struct _FactBoardWidths FactBoardWidths;

FactBoardWidths *fact_board_widths_new     (void);
void             fact_board_widths_free    (FactBoardWidths *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactBoardWidths, fact_board_widths_free)

/* Begins anew with the headings, in the font of @context. */
void             fact_board_widths_reset   (FactBoardWidths *self,
                                            PangoContext    *context);
/* Counts in the words of @row. Returns: whether a column is to be wider than before. */
gboolean         fact_board_widths_add_row (FactBoardWidths *self,
                                            FactBoardRow    *row);
/* In pixels, with the padding. */
int              fact_board_widths_get     (FactBoardWidths *self,
                                            guint            column);

G_END_DECLS
