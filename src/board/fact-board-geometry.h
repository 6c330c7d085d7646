/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FactBoardGeometry: where everything of the board stands; pure numbers, no display.
 *
 * The content is a column of sections. Each begins with a header; its rows follow, each of its own height; a section
 * without rows keeps a thin place to drop on. Columns have widths and may be hidden; the first @n_frozen stay put when
 * the content is scrolled sideways. Content coordinates are pixels from the top left of the first section header;
 * looking up and changing a row takes O(log n), putting rows in and taking them out O(n). */
typedef struct _FactBoardGeometry FactBoardGeometry;

typedef struct {
  int x;
  int y;
  int width;
  int height;
} FactBoardRect;

typedef enum {
  FACT_BOARD_PLACE_NONE,           /* below the last section or beside the last column */
  FACT_BOARD_PLACE_HEADER,         /* header of a section */
  FACT_BOARD_PLACE_EMPTY,          /* drop place of an empty section */
  FACT_BOARD_PLACE_ROW,
} FactBoardPlaceKind;

#define FACT_BOARD_NOWHERE G_MAXUINT

typedef struct {
  FactBoardPlaceKind kind;
  guint section;                   /* FACT_BOARD_NOWHERE for NONE */
  guint row;                       /* FACT_BOARD_NOWHERE but for ROW */
  guint column;                    /* FACT_BOARD_NOWHERE beside the last column */
} FactBoardPlace;

FactBoardGeometry *fact_board_geometry_new              (guint                    n_columns,
                                                         guint                    n_frozen);
void               fact_board_geometry_free             (FactBoardGeometry       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactBoardGeometry, fact_board_geometry_free)

/* Heights of section headers and of the drop place of an empty section. */
void               fact_board_geometry_set_metrics      (FactBoardGeometry       *self,
                                                         int                      header_height,
                                                         int                      empty_height);

/* Columns. A hidden one keeps its width and takes no place. */
void               fact_board_geometry_set_column       (FactBoardGeometry       *self,
                                                         guint                    column,
                                                         int                      width,
                                                         gboolean                 visible);
int                fact_board_geometry_get_column_width (const FactBoardGeometry *self,
                                                         guint                    column);
int                fact_board_geometry_get_column_x     (const FactBoardGeometry *self,
                                                         guint                    column);
gboolean           fact_board_geometry_is_visible       (const FactBoardGeometry *self,
                                                         guint                    column);
/* The next visible column from @column (not counted) in direction @step, 1 or -1; FACT_BOARD_NOWHERE when there is
 * none. */
guint              fact_board_geometry_step_column      (const FactBoardGeometry *self,
                                                         guint                    column,
                                                         int                      step);
int                fact_board_geometry_get_frozen_width (const FactBoardGeometry *self);
int                fact_board_geometry_get_width        (const FactBoardGeometry *self);

/* Sections and rows. Setting the sections does not touch the heights of rows; the sum of @n_rows is the number of
 * rows there are. */
void               fact_board_geometry_set_sections     (FactBoardGeometry       *self,
                                                         const guint             *n_rows,
                                                         guint                    n_sections);
void               fact_board_geometry_splice           (FactBoardGeometry       *self,
                                                         guint                    position,
                                                         guint                    n_removed,
                                                         guint                    n_added,
                                                         int                      height);
guint              fact_board_geometry_get_n_rows       (const FactBoardGeometry *self);
guint              fact_board_geometry_get_section_of   (const FactBoardGeometry *self,
                                                         guint                    row);
int                fact_board_geometry_get_row_height   (const FactBoardGeometry *self,
                                                         guint                    row);
/* Returns: whether the height is another one than before. */
gboolean           fact_board_geometry_set_row_height   (FactBoardGeometry       *self,
                                                         guint                    row,
                                                         int                      height);

int                fact_board_geometry_get_row_y        (const FactBoardGeometry *self,
                                                         guint                    row);
/* The header of @section; its drop place follows when it is empty. */
int                fact_board_geometry_get_section_y    (const FactBoardGeometry *self,
                                                         guint                    section);
int                fact_board_geometry_get_height       (const FactBoardGeometry *self);

/* The rectangle of a cell in content coordinates, not scrolled. */
void               fact_board_geometry_get_cell         (const FactBoardGeometry *self,
                                                         guint                    row,
                                                         guint                    column,
                                                         FactBoardRect           *rect);

/* What stands at a point of the view: (@x, @y) is counted from the top left of the body, scrolled by @scroll_x and
 * @scroll_y; the frozen columns cover the others. */
void               fact_board_geometry_locate           (const FactBoardGeometry *self,
                                                         int                      x,
                                                         int                      y,
                                                         int                      scroll_x,
                                                         int                      scroll_y,
                                                         FactBoardPlace          *place);

/* The rows of which something is seen, first and one past the last; equal when none is. */
void               fact_board_geometry_get_visible_rows (const FactBoardGeometry *self,
                                                         int                      scroll_y,
                                                         int                      height,
                                                         guint                   *first,
                                                         guint                   *end);
void               fact_board_geometry_get_visible_sections (const FactBoardGeometry *self,
                                                             int                      scroll_y,
                                                             int                      height,
                                                             guint                   *first,
                                                             guint                   *end);

/* How far to scroll so that a cell is seen in a body of @width × @height: the least that suffices; of a cell that does
 * not fit the beginning is shown. For the first row of a section its header comes into view with it. */
void               fact_board_geometry_scroll_to        (const FactBoardGeometry *self,
                                                         guint                    row,
                                                         guint                    column,
                                                         int                      width,
                                                         int                      height,
                                                         int                     *scroll_x,
                                                         int                     *scroll_y);

G_END_DECLS
