/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-geometry.h"

#include <string.h>

typedef struct {
  int width;
  gboolean visible;
} Column;

typedef struct {
  guint first;                     /* row */
  guint n_rows;
  guint n_empty_before;
} Section;

struct _FactBoardGeometry {
  Column *columns;
  guint n_columns;
  guint n_frozen;

  GArray *sections;
  int header_height;
  int empty_height;

  GArray *heights;                 /* int, one a row */
  GArray *sums;                    /* int, a Fenwick tree over the heights: [i] for the rows up to i by its lowest bit */
};

static int
row_height (const FactBoardGeometry *self,
            guint                    row)
{
  return g_array_index (self->heights, int, row);
}

static const Section *
get_section (const FactBoardGeometry *self,
             guint                    section)
{
  return &g_array_index (self->sections, Section, section);
}

/* Height of the first @n rows together. */
static int
sum_of (const FactBoardGeometry *self,
        guint                    n)
{
  int sum = 0;

  for (; n > 0; n &= n - 1)
    sum += g_array_index (self->sums, int, n - 1);

  return sum;
}

static void
rebuild_sums (FactBoardGeometry *self)
{
  guint n = self->heights->len;

  g_array_set_size (self->sums, n);
  if (n > 0)
    memcpy (self->sums->data, self->heights->data, n * sizeof (int));
  for (guint i = 1; i <= n; i++) {
    guint parent = i + (i & -i);

    if (parent <= n)
      g_array_index (self->sums, int, parent - 1) += g_array_index (self->sums, int, i - 1);
  }
}

/* The number of rows that end at or above @y, counted from the first row and without headers. */
static guint
rows_above (const FactBoardGeometry *self,
            int                      y)
{
  guint n = self->sums->len;
  guint at = 0;
  guint step = 1;

  while (step <= n / 2)
    step *= 2;
  for (; step > 0 && n > 0; step /= 2) {
    guint next = at + step;

    if (next <= n && g_array_index (self->sums, int, next - 1) <= y) {
      at = next;
      y -= g_array_index (self->sums, int, next - 1);
    }
  }

  return at;
}

static int
section_offset (const FactBoardGeometry *self,
                guint                    section)
{
  return (int) (section + 1) * self->header_height +
         (int) get_section (self, section)->n_empty_before * self->empty_height;
}

/* The last section whose header begins at or above @y. */
static guint
section_at_y (const FactBoardGeometry *self,
              int                      y)
{
  guint low = 0;
  guint high = self->sections->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (fact_board_geometry_get_section_y (self, middle) <= y)
      low = middle;
    else
      high = middle;
  }

  return low;
}

/* The row at @y; in a header or an empty section the next one. With @after the one behind the row at @y. */
static guint
row_from (const FactBoardGeometry *self,
          int                      y,
          gboolean                 after)
{
  guint at = section_at_y (self, y);
  const Section *section = get_section (self, at);

  if (y < fact_board_geometry_get_section_y (self, at) + self->header_height)
    return section->first;

  return MIN (rows_above (self, y - section_offset (self, at)) + (after ? 1 : 0), section->first + section->n_rows);
}

static guint
column_at (const FactBoardGeometry *self,
           int                      x,
           int                      scroll_x)
{
  int frozen = fact_board_geometry_get_frozen_width (self);
  int left = 0;

  if (x >= frozen)
    x += scroll_x;
  for (guint i = 0; i < self->n_columns; i++) {
    if (!self->columns[i].visible)
      continue;
    if (x >= left && x < left + self->columns[i].width)
      return i;
    left += self->columns[i].width;
  }

  return FACT_BOARD_NOWHERE;
}

/* The least change of @scroll that shows @start … @start + @length in a window of @size. */
static int
scroll_into (int scroll,
             int start,
             int length,
             int size)
{
  if (start + length > scroll + size)
    scroll = start + length - size;
  if (start < scroll)
    scroll = start;

  return MAX (scroll, 0);
}

FactBoardGeometry *
fact_board_geometry_new (guint n_columns,
                         guint n_frozen)
{
  FactBoardGeometry *self = g_new0 (FactBoardGeometry, 1);

  self->columns = g_new0 (Column, n_columns);
  self->n_columns = n_columns;
  self->n_frozen = MIN (n_frozen, n_columns);
  self->sections = g_array_new (FALSE, TRUE, sizeof (Section));
  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->sums = g_array_new (FALSE, TRUE, sizeof (int));

  return self;
}

void
fact_board_geometry_free (FactBoardGeometry *self)
{
  g_free (self->columns);
  g_array_unref (self->sections);
  g_array_unref (self->heights);
  g_array_unref (self->sums);
  g_free (self);
}

void
fact_board_geometry_set_metrics (FactBoardGeometry *self,
                                 int                header_height,
                                 int                empty_height)
{
  self->header_height = header_height;
  self->empty_height = empty_height;
}

void
fact_board_geometry_set_column (FactBoardGeometry *self,
                                guint              column,
                                int                width,
                                gboolean           visible)
{
  g_return_if_fail (column < self->n_columns);

  self->columns[column].width = MAX (width, 0);
  self->columns[column].visible = visible;
}

int
fact_board_geometry_get_column_width (const FactBoardGeometry *self,
                                      guint                    column)
{
  g_return_val_if_fail (column < self->n_columns, 0);

  return self->columns[column].visible ? self->columns[column].width : 0;
}

int
fact_board_geometry_get_column_x (const FactBoardGeometry *self,
                                  guint                    column)
{
  int x = 0;

  g_return_val_if_fail (column <= self->n_columns, 0);

  for (guint i = 0; i < column; i++)
    x += self->columns[i].visible ? self->columns[i].width : 0;

  return x;
}

gboolean
fact_board_geometry_is_visible (const FactBoardGeometry *self,
                                guint                    column)
{
  return column < self->n_columns && self->columns[column].visible;
}

guint
fact_board_geometry_step_column (const FactBoardGeometry *self,
                                 guint                    column,
                                 int                      step)
{
  for (int i = (int) column + step; i >= 0 && i < (int) self->n_columns; i += step)
    if (self->columns[i].visible)
      return i;

  return FACT_BOARD_NOWHERE;
}

int
fact_board_geometry_get_frozen_width (const FactBoardGeometry *self)
{
  return fact_board_geometry_get_column_x (self, self->n_frozen);
}

int
fact_board_geometry_get_width (const FactBoardGeometry *self)
{
  return fact_board_geometry_get_column_x (self, self->n_columns);
}

void
fact_board_geometry_set_sections (FactBoardGeometry *self,
                                  const guint       *n_rows,
                                  guint              n_sections)
{
  guint first = 0;
  guint n_empty = 0;

  g_array_set_size (self->sections, n_sections);
  for (guint i = 0; i < n_sections; i++) {
    g_array_index (self->sections, Section, i) = (Section) { first, n_rows[i], n_empty };
    first += n_rows[i];
    n_empty += n_rows[i] == 0;
  }
}

void
fact_board_geometry_splice (FactBoardGeometry *self,
                            guint              position,
                            guint              n_removed,
                            guint              n_added,
                            int                height)
{
  g_return_if_fail (position + n_removed <= self->heights->len);

  if (n_removed > 0)
    g_array_remove_range (self->heights, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_array_insert_val (self->heights, position, height);
  rebuild_sums (self);
}

guint
fact_board_geometry_get_n_rows (const FactBoardGeometry *self)
{
  return self->heights->len;
}

guint
fact_board_geometry_get_section_of (const FactBoardGeometry *self,
                                    guint                    row)
{
  guint low = 0;
  guint high = self->sections->len;

  g_return_val_if_fail (high > 0, 0);

  /* The last section that begins at or before the row; of several that begin there all but the last are empty. */
  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (get_section (self, middle)->first <= row)
      low = middle;
    else
      high = middle;
  }
  while (low > 0 && get_section (self, low)->n_rows == 0)
    low--;

  return low;
}

int
fact_board_geometry_get_row_height (const FactBoardGeometry *self,
                                    guint                    row)
{
  g_return_val_if_fail (row < self->heights->len, 0);

  return row_height (self, row);
}

gboolean
fact_board_geometry_set_row_height (FactBoardGeometry *self,
                                    guint              row,
                                    int                height)
{
  int difference;

  g_return_val_if_fail (row < self->heights->len, FALSE);

  difference = height - row_height (self, row);
  if (difference == 0)
    return FALSE;

  g_array_index (self->heights, int, row) = height;
  for (guint i = row + 1; i <= self->sums->len; i += i & -i)
    g_array_index (self->sums, int, i - 1) += difference;

  return TRUE;
}

int
fact_board_geometry_get_row_y (const FactBoardGeometry *self,
                               guint                    row)
{
  g_return_val_if_fail (row < self->heights->len, 0);

  return section_offset (self, fact_board_geometry_get_section_of (self, row)) + sum_of (self, row);
}

int
fact_board_geometry_get_section_y (const FactBoardGeometry *self,
                                   guint                    section)
{
  g_return_val_if_fail (section < self->sections->len, 0);

  return section_offset (self, section) - self->header_height + sum_of (self, get_section (self, section)->first);
}

int
fact_board_geometry_get_height (const FactBoardGeometry *self)
{
  guint last = self->sections->len;
  int height;

  if (last == 0)
    return 0;

  last--;
  height = section_offset (self, last) + sum_of (self, self->heights->len);

  return get_section (self, last)->n_rows == 0 ? height + self->empty_height : height;
}

void
fact_board_geometry_get_cell (const FactBoardGeometry *self,
                              guint                    row,
                              guint                    column,
                              FactBoardRect           *rect)
{
  rect->x = fact_board_geometry_get_column_x (self, column);
  rect->y = fact_board_geometry_get_row_y (self, row);
  rect->width = fact_board_geometry_get_column_width (self, column);
  rect->height = row_height (self, row);
}

void
fact_board_geometry_locate (const FactBoardGeometry *self,
                            int                      x,
                            int                      y,
                            int                      scroll_x,
                            int                      scroll_y,
                            FactBoardPlace          *place)
{
  const Section *section;
  int body;

  *place = (FactBoardPlace) { FACT_BOARD_PLACE_NONE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE, column_at (self, x, scroll_x) };
  y += scroll_y;
  if (y < 0 || y >= fact_board_geometry_get_height (self))
    return;

  place->section = section_at_y (self, y);
  section = get_section (self, place->section);
  body = fact_board_geometry_get_section_y (self, place->section) + self->header_height;
  if (y < body) {
    place->kind = FACT_BOARD_PLACE_HEADER;
  } else if (section->n_rows == 0) {
    place->kind = FACT_BOARD_PLACE_EMPTY;
  } else {
    place->kind = FACT_BOARD_PLACE_ROW;
    place->row = MIN (rows_above (self, y - section_offset (self, place->section)),
                      section->first + section->n_rows - 1);
  }
}

void
fact_board_geometry_get_visible_rows (const FactBoardGeometry *self,
                                      int                      scroll_y,
                                      int                      height,
                                      guint                   *first,
                                      guint                   *end)
{
  *first = *end = 0;
  if (self->heights->len == 0 || self->sections->len == 0 || height <= 0)
    return;

  *first = row_from (self, MAX (scroll_y, 0), FALSE);
  *end = row_from (self, MAX (scroll_y + height - 1, 0), TRUE);
  *end = MAX (*first, *end);
}

void
fact_board_geometry_get_visible_sections (const FactBoardGeometry *self,
                                          int                      scroll_y,
                                          int                      height,
                                          guint                   *first,
                                          guint                   *end)
{
  *first = *end = 0;
  if (self->sections->len == 0 || height <= 0)
    return;

  *first = section_at_y (self, MAX (scroll_y, 0));
  *end = section_at_y (self, MAX (scroll_y + height - 1, 0)) + 1;
}

void
fact_board_geometry_scroll_to (const FactBoardGeometry *self,
                               guint                    row,
                               guint                    column,
                               int                      width,
                               int                      height,
                               int                     *scroll_x,
                               int                     *scroll_y)
{
  int frozen = fact_board_geometry_get_frozen_width (self);
  FactBoardRect rect;
  guint section;

  fact_board_geometry_get_cell (self, row, MIN (column, self->n_columns - 1), &rect);
  section = fact_board_geometry_get_section_of (self, row);
  if (get_section (self, section)->first == row && rect.height + self->header_height <= height) {
    rect.y -= self->header_height;
    rect.height += self->header_height;
  }
  *scroll_y = scroll_into (*scroll_y, rect.y, rect.height, height);
  if (column >= self->n_frozen && column < self->n_columns)
    *scroll_x = scroll_into (*scroll_x, rect.x - frozen, rect.width, width - frozen);
}
