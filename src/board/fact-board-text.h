/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"
#include "fact-board-texts.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* What stands in a cell and in a chip, as a Pango layout. Measuring and drawing go through the same functions: a row
 * is exactly as high as what is drawn in it. Lengths in pixels. */

#define FACT_BOARD_PAD_X 6
#define FACT_BOARD_PAD_Y 5
#define FACT_BOARD_CHIP_PAD_X 7
#define FACT_BOARD_CHIP_PAD_Y 2
#define FACT_BOARD_CHIP_SPACING 3

/* Fills @layout with the text of a text column. @width: of the column; @lines: the most lines of a text, 0 all. */
void fact_board_text_fill         (PangoLayout     *layout,
                                   FactBoardRow    *row,
                                   guint            column,
                                   int              width,
                                   int              lines);
/* Fills @layout with a chip: mark, signatures, kind, time, text. */
void fact_board_text_fill_chip    (PangoLayout     *layout,
                                   FactContactView *contact,
                                   int              width,
                                   int              lines);
/* The size of the chip around its text, which fills @layout, in a day column of @width. */
void fact_board_text_get_chip_size (PangoLayout    *layout,
                                   int              width,
                                   int             *chip_width,
                                   int             *chip_height);
/* The height of a cell with all that stands in it. */
int  fact_board_text_measure_cell (FactBoardTexts  *texts,
                                   FactBoardRow    *row,
                                   guint            column,
                                   int              width,
                                   int              lines);

G_END_DECLS
