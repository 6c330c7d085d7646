/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How high the rows are. They are measured when they come into view, the others, once somebody scrolls, bit by bit when
 * nothing else is to be done: to lay out the texts of a large board took more than all else of the start. Until then a
 * row counts as high as the length of its texts lets expect. */
#include "fact-board-grid-private.h"

#include "fact-board-text.h"

#include <string.h>

#define MEASURE_SLICE_US 4000
/* Of the text of a width of n average characters, those of 5/8 n bytes fit on a line in any case. */
#define SURE_FIT 1.6

static int
measure_row (FactBoardGrid *self,
             FactBoardRow  *row)
{
  int lines = row == self->focus_row ? 0 : self->setting.lines;
  int unit = self->unit;
  int height = 0;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    int width = fact_board_line_get_cell_width (&self->setting, i);

    if (!fact_board_geometry_is_visible (self->setting.geometry, i))
      continue;
    /* Most texts are so short that they need no layout to tell that they are one line. */
    if (i >= FACT_BOARD_N_FROZEN && !fact_board_column_is_day (i)) {
      const char *text = fact_board_row_get_text (row, fact_board_column_get_field (i));

      if (strlen (text) * SURE_FIT * unit < (width - 2 * FACT_BOARD_PAD_X) * (double) PANGO_SCALE && !strchr (text, '\n'))
        continue;
    }
    height = MAX (height, fact_board_text_measure_cell (self->setting.texts, row, i, width, lines));
  }

  return height;
}

/* How high a row is likely to be, by the number of characters and contacts. */
static int
estimate_row (FactBoardGrid *self,
              FactBoardRow  *row)
{
  int line = self->header_height - FACT_BOARD_SECTION_PADDING;
  int height = 0;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    int width = fact_board_line_get_cell_width (&self->setting, i) - 2 * FACT_BOARD_PAD_X;

    if (!fact_board_geometry_is_visible (self->setting.geometry, i))
      continue;
    if (fact_board_column_is_day (i)) {
      int n = fact_board_row_get_day (row, i - FACT_BOARD_COLUMN_MONDAY)->len;

      height = MAX (height, n * (line + 2 * FACT_BOARD_CHIP_PAD_Y + FACT_BOARD_CHIP_SPACING));
    } else if (i >= FACT_BOARD_N_FROZEN) {
      const char *text = fact_board_row_get_text (row, fact_board_column_get_field (i));
      int lines = 1 + strlen (text) * self->unit / (MAX (width, 1) * PANGO_SCALE);

      height = MAX (height, MIN (lines, (int) self->setting.lines) * line);
    } else {
      /* A line of the triage below the code, and of the day below the date. */
      height = MAX (height, 2 * line);
    }
  }

  return height + 2 * FACT_BOARD_PAD_Y;
}

/* Where somebody has scrolled, what has a height keeps it until it is measured: what is seen must not move. */
void
fact_board_grid_estimate_heights (FactBoardGrid *self)
{
  FactBoardGeometry *geometry = self->setting.geometry;

  for (guint i = 0; i < self->known->len; i++) {
    if (!self->known->data[i] && (!self->scrolled || fact_board_geometry_get_row_height (geometry, i) == 0))
      fact_board_geometry_set_row_height (geometry, i, estimate_row (self, fact_board_get_row (self->board, i)));
  }
  self->heights_stale = FALSE;
}

gboolean
fact_board_grid_know_row (FactBoardGrid *self,
                          guint          position)
{
  if (self->known->data[position])
    return FALSE;

  self->known->data[position] = TRUE;

  return fact_board_geometry_set_row_height (self->setting.geometry, position,
                                             measure_row (self, fact_board_get_row (self->board, position)));
}

/* Measures what is seen. Rows that turn out lower let others come into view. */
void
fact_board_grid_know_visible (FactBoardGrid *self,
                              int            scroll_y)
{
  gboolean again = TRUE;

  fact_board_texts_set_keeping (self->setting.texts, TRUE);
  while (again) {
    guint first, end;

    again = FALSE;
    fact_board_geometry_get_visible_rows (self->setting.geometry, scroll_y, fact_board_grid_get_body_height (self), &first, &end);
    for (guint i = first; i < end; i++)
      again |= fact_board_grid_know_row (self, i);
  }
  fact_board_texts_set_keeping (self->setting.texts, FALSE);
}

/* Of the rows not seen yet, for a while; what is seen stays where it is. */
gboolean
fact_board_grid_measure_cb (gpointer data)
{
  FactBoardGrid *self = data;
  gint64 until = g_get_monotonic_time () + MEASURE_SLICE_US;
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int scroll_y = fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  guint first, end, i;
  int before;

  fact_board_geometry_get_visible_rows (self->setting.geometry, scroll_y, fact_board_grid_get_body_height (self), &first, &end);
  before = first < end ? fact_board_geometry_get_row_y (self->setting.geometry, first) : 0;
  for (i = 0; i < self->known->len && g_get_monotonic_time () < until; i++)
    fact_board_grid_know_row (self, i);
  if (first < end && scroll_y > 0 && adjustment) {
    int moved = fact_board_geometry_get_row_y (self->setting.geometry, first) - before;

    if (moved != 0) {
      gtk_adjustment_set_upper (adjustment, MAX (fact_board_geometry_get_height (self->setting.geometry),
                                                 gtk_adjustment_get_page_size (adjustment)));
      gtk_adjustment_set_value (adjustment, scroll_y + moved);
    }
  }
  /* What comes into sight by it is made before the layout, not in it: there its need for room would be lost. */
  fact_board_grid_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (i < self->known->len)
    return G_SOURCE_CONTINUE;

  self->measure_idle = 0;

  return G_SOURCE_REMOVE;
}

void
fact_board_grid_forget_heights (FactBoardGrid *self)
{
  if (self->known->len > 0)
    memset (self->known->data, FALSE, self->known->len);
  self->lines_stale = self->heights_stale = TRUE;
}

void
fact_board_grid_forget_height (FactBoardGrid *self,
                               FactBoardRow  *row)
{
  guint position;

  if (row && fact_board_find (self->board, fact_board_row_get_stay_uid (row), &position) && position < self->known->len)
    self->known->data[position] = FALSE;
}

int
fact_board_grid_get_body_height (FactBoardGrid *self)
{
  return MAX (self->height - self->head_height, 0);
}
