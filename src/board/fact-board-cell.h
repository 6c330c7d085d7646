/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"
#include "fact-board-texts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactBoardCell: one cell of a row on the board. A text cell draws its text itself; a day cell holds chips. */
#define FACT_TYPE_BOARD_CELL (fact_board_cell_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardCell, fact_board_cell, FACT, BOARD_CELL, GtkWidget)

GtkWidget    *fact_board_cell_new        (guint            column);
/* Shows its column of @row. @day: Julian day of a day cell, 0 else; @lines: at most, 0 all. */
void          fact_board_cell_set_row    (FactBoardCell   *self,
                                          FactBoardTexts  *texts,
                                          FactBoardRow    *row,
                                          guint            day,
                                          int              width,
                                          int              lines);
/* The chip of the contact with @uid. Returns: (transfer none) (nullable). */
GtkWidget    *fact_board_cell_find_chip  (FactBoardCell   *self,
                                          const char      *uid);

G_END_DECLS
