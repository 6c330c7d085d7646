/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-geometry.h"
#include "fact-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactBoardGrid: the board as a grid that scrolls, sections of rows over columns. Only the rows that are seen have
 * widgets. It shows and moves the focus; what a person does with it goes out as actions of the group "board"
 * (fact-board-page.h), so that keys, menu and drop do the same.
 *
 * Properties: "board" (FactBoard), "lines" (guint, most lines of a text in rows without the focus; 3). */
#define FACT_TYPE_BOARD_GRID (fact_board_grid_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardGrid, fact_board_grid, FACT, BOARD_GRID, GtkWidget)

/* A place of the board, with what stands there. Valid until the board changes. */
typedef struct {
  FactBoardPlace place;
  FactTriage *triage;              /* (nullable) of the section */
  FactBoardRow *row;               /* (nullable) */
  FactContactView *contact;        /* (nullable) */
  guint day;                       /* Julian day of a day cell, else 0 */
} FactBoardSpot;

GtkWidget *fact_board_grid_new         (FactBoard           *board);
void       fact_board_grid_set_lines   (FactBoardGrid       *self,
                                        guint                lines);
guint      fact_board_grid_get_lines   (FactBoardGrid       *self);

/* Shows or hides a column, or gives it a width in tenths of an average character; 0: its own. The patient
 * column cannot be hidden. */
void       fact_board_grid_set_column  (FactBoardGrid       *self,
                                        guint                column,
                                        gboolean             visible,
                                        int                  width);
/* The width a column has now, in tenths of an average character. */
int        fact_board_grid_get_column_width (FactBoardGrid  *self,
                                             guint           column);

/* Whether the headings are at @y. */
gboolean   fact_board_grid_is_head     (FactBoardGrid       *self,
                                        double               y);
/* The column at @x, also of the headings; FACT_BOARD_NOWHERE for none. */
guint      fact_board_grid_locate_column (FactBoardGrid     *self,
                                          double             x);
/* What stands at a point of the widget. */
void       fact_board_grid_locate      (FactBoardGrid       *self,
                                        double               x,
                                        double               y,
                                        FactBoardSpot       *spot);
/* Whether the board is one of an earlier day, whose day is marked by its date and not as today. */
void       fact_board_grid_set_past    (FactBoardGrid       *self,
                                        gboolean             past);
/* What has the focus. Returns: FALSE on an empty board. */
gboolean   fact_board_grid_get_focus   (FactBoardGrid       *self,
                                        FactBoardSpot       *spot);
/* Moves the focus to a cell, or with @contact_uid (nullable) to a chip in it, and scrolls it into view. */
void       fact_board_grid_set_focus   (FactBoardGrid       *self,
                                        const char          *stay_uid,
                                        guint                column,
                                        const char          *contact_uid);
/* Whether the view stays where it is when the focus goes elsewhere, for after a drop: whoever let go looks there. Any
 * key, or a click, ends it. */
void       fact_board_grid_hold_view   (FactBoardGrid       *self,
                                        gboolean             hold);
/* Where the focused cell is in the widget's coordinates, for a menu. */
void       fact_board_grid_get_focus_area (FactBoardGrid    *self,
                                           GdkRectangle     *area);

/* Whether cells can be written in; not at first. */
void       fact_board_grid_set_editable (FactBoardGrid      *self,
                                         gboolean            editable);
gboolean   fact_board_grid_is_editing  (FactBoardGrid       *self);
/* Starts writing in a cell, or in the chip of @contact_uid (nullable), with @text (nullable: what stands there): for
 * what was refused, so that nothing typed is lost. */
void       fact_board_grid_edit        (FactBoardGrid       *self,
                                        const char          *stay_uid,
                                        guint                column,
                                        const char          *contact_uid,
                                        const char          *text);

/* What is understood of @typed in a cell of @day, a Julian day, while it is typed. Returns: (transfer full): of
 * FactTypedReading. */
typedef GPtrArray *(*FactBoardReadFunc) (guint       day,
                                         const char *typed,
                                         gpointer    data);
void       fact_board_grid_set_reader  (FactBoardGrid       *self,
                                        FactBoardReadFunc    reader,
                                        gpointer             data);

/* Outlines @spot as the place where something would be dropped; NULL nothing. */
void       fact_board_grid_set_target  (FactBoardGrid       *self,
                                        const FactBoardSpot *spot);
/* Shows @row (nullable) as being dragged. */
void       fact_board_grid_set_dragged (FactBoardGrid       *self,
                                        FactBoardRow        *row);
/* While something is dragged at (@x, @y), scrolls near the edges; ends with fact_board_grid_end_scroll(). */
void       fact_board_grid_drag_scroll (FactBoardGrid       *self,
                                        double               x,
                                        double               y);
void       fact_board_grid_end_scroll  (FactBoardGrid       *self);

/* For tests: the number of widgets alive in the grid, itself not counted. */
guint      fact_board_grid_count_widgets (FactBoardGrid     *self);
/* The widget of a cell or chip that is seen. Returns: (transfer none) (nullable). */
GtkWidget *fact_board_grid_find_widget (FactBoardGrid       *self,
                                        const char          *stay_uid,
                                        guint                column,
                                        const char          *contact_uid);

G_END_DECLS
