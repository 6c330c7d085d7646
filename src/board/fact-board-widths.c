/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-widths.h"

#include "fact-board-text.h"

/* The advance of each character is measured once: 240 rows of words cost less than a millisecond. */
#define N_CHARS 0x180              /* Latin; others count as wide as "m" */
#define CHIP_EDGE 2
#define ICONS_WIDTH 40             /* tenths of an average character */

typedef struct {
  PangoWeight weight;
  int advances[N_CHARS];           /* in Pango units, 0: not measured */
} Font;

struct _FactBoardWidths {
  PangoLayout *layout;
  Font fonts[2];                   /* as it is, and bold */
  int unit;                        /* of an average character, in Pango units */
  int least[FACT_BOARD_N_COLUMNS]; /* of text alone, in Pango units */
};

static int
measure_char (FactBoardWidths *self,
              Font            *font,
              gunichar         c)
{
  guint index = c < N_CHARS ? c : 'm';

  if (font->advances[index] == 0) {
    PangoAttrList *attrs = pango_attr_list_new ();
    char text[8] = { 0 };

    g_unichar_to_utf8 (index, text);
    if (font->weight != PANGO_WEIGHT_NORMAL)
      pango_attr_list_insert (attrs, pango_attr_weight_new (font->weight));
    pango_layout_set_attributes (self->layout, attrs);
    pango_layout_set_text (self->layout, text, -1);
    pango_layout_get_size (self->layout, &font->advances[index], NULL);
    pango_attr_list_unref (attrs);
  }

  return font->advances[index];
}

/* Where a line may break. */
static gboolean
ends_word (gunichar c)
{
  return c == '-' || c == '+' || (g_unichar_isspace (c) && c != 0xa0);
}

static int
measure_longest_word (FactBoardWidths *self,
                      Font            *font,
                      const char      *text)
{
  int longest = 0;
  int word = 0;

  for (const char *p = text ? text : ""; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean ends = ends_word (c);

    if (!ends || c == '-' || c == '+')
      word += measure_char (self, font, c);
    longest = MAX (longest, word);
    if (ends)
      word = 0;
  }

  return longest;
}

static gboolean
widen (FactBoardWidths *self,
       guint            column,
       int              width)
{
  int most = fact_board_column_get_most (column) * self->unit / 10;

  width = MIN (width, most);
  if (width <= self->least[column])
    return FALSE;

  self->least[column] = width;

  return TRUE;
}

static gboolean
add_day (FactBoardWidths *self,
         guint            column,
         GPtrArray       *contacts)
{
  int around = (FACT_BOARD_CHIP_PAD_X - FACT_BOARD_PAD_X / 2 + CHIP_EDGE) * 2 * PANGO_SCALE;
  gboolean wider = FALSE;

  for (guint i = 0; i < contacts->len; i++) {
    FactContactView *contact = g_ptr_array_index (contacts, i);
    /* Room for the mark of a status before and the icon of a kind after. */
    int icons = ICONS_WIDTH * self->unit / 10;

    wider |= widen (self, column, around + icons +
                    measure_longest_word (self, &self->fonts[1], fact_contact_view_get_signatures (contact)));
    wider |= widen (self, column, around +
                    measure_longest_word (self, &self->fonts[0], fact_contact_view_get_text (contact)));
  }

  return wider;
}

FactBoardWidths *
fact_board_widths_new (void)
{
  return g_new0 (FactBoardWidths, 1);
}

void
fact_board_widths_free (FactBoardWidths *self)
{
  g_clear_object (&self->layout);
  g_free (self);
}

void
fact_board_widths_reset (FactBoardWidths *self,
                         PangoContext    *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  g_clear_object (&self->layout);
  *self = (FactBoardWidths) { .layout = pango_layout_new (context),
                              .fonts = { { .weight = PANGO_WEIGHT_NORMAL }, { .weight = PANGO_WEIGHT_BOLD } },
                              .unit = pango_font_metrics_get_approximate_char_width (metrics) };
  pango_font_metrics_unref (metrics);
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    self->least[i] = fact_board_column_get_width (i) * self->unit / 10;
    widen (self, i, measure_longest_word (self, &self->fonts[1], fact_board_column_get_title (i)));
  }
}

gboolean
fact_board_widths_add_row (FactBoardWidths *self,
                           FactBoardRow    *row)
{
  gboolean wider = FALSE;

  if (!self->layout || fact_board_row_is_masked (row))
    return FALSE;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    if (fact_board_column_is_day (i))
      wider |= add_day (self, i, fact_board_row_get_day (row, i - FACT_BOARD_COLUMN_MONDAY));
    else
      wider |= widen (self, i, measure_longest_word (self, &self->fonts[i == FACT_BOARD_COLUMN_PATIENT],
                                                     fact_board_row_get_text (row, fact_board_column_get_field (i))));
  }

  return wider;
}

int
fact_board_widths_get (FactBoardWidths *self,
                       guint            column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, 0);

  return PANGO_PIXELS_CEIL (self->least[column]) + 2 * FACT_BOARD_PAD_X + 1;
}
