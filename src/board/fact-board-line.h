/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-geometry.h"
#include "fact-board-row.h"
#include "fact-board-texts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactBoardLine: the widget that shows a row of the board; reused for another row when its own is scrolled away. */
#define FACT_TYPE_BOARD_LINE (fact_board_line_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardLine, fact_board_line, FACT, BOARD_LINE, GtkWidget)

/* In pixels, at the left of the first column. */
#define FACT_BOARD_STRIPE 6

/* What all lines of a board share. */
typedef struct {
  FactBoardGeometry *geometry;
  guint week;                      /* Julian day of its Monday */
  guint today;                     /* Julian day */
  gboolean past;                   /* the day shown as today is an earlier one */
  int lines;                       /* of text, at most */
  int scroll_x;
  FactBoardTexts *texts;           /* of the board, there when a row is shown */
} FactBoardSetting;

/* @setting: of the board, outlives the line. */
GtkWidget    *fact_board_line_new      (const FactBoardSetting *setting);
/* Shows @row (nullable: spare); always takes the values anew. @all_text: shows every line of the texts. */
void          fact_board_line_set_row  (FactBoardLine          *self,
                                        FactBoardRow           *row,
                                        gboolean                all_text);
gboolean      fact_board_line_has_all_text (FactBoardLine      *self);
GtkWidget    *fact_board_line_get_cell (FactBoardLine          *self,
                                        guint                   column);

/* The width of the cell of a column; the first one leaves room for the stripe. */
int           fact_board_line_get_cell_width (const FactBoardSetting *setting,
                                              guint                   column);
/* Allocates @cells, one a column, in a line of @height scrolled sideways, for lines and for the head. */
void          fact_board_line_allocate_cells (const FactBoardSetting *setting,
                                              GtkWidget             **cells,
                                              int                     height);
/* Draws them: those that scroll only beside those that stay. */
void          fact_board_line_snapshot_cells (const FactBoardSetting *setting,
                                              GtkWidget              *parent,
                                              GtkWidget             **cells,
                                              GtkSnapshot            *snapshot);

G_END_DECLS
