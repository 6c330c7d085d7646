/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-sheet.h"

#include "fact-day.h"
#include "fact-typed-words.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define NOWHERE G_MAXUINT

/* The words of the file, not of the program: never translated. */
static const char *const headings[FACT_SHEET_N_COLUMNS + 1] = {
  "Datum", "Patient", "Triage", "Kategori", "FVK", "Dr", "Övriga vårdgivare", "Barn <18", "Aktuell situation",
  "Aktuella åtgärder", "Säkerhet", "Må", "Ti", "On", "To", "Fr", "Lö", "Sö", NULL
};

static void
refusal_free (gpointer data)
{
  FactSheetRefusal *refusal = data;

  g_free (refusal->text);
  g_free (refusal);
}

static void
row_free (gpointer data)
{
  FactSheetRow *row = data;

  g_free (row->patient);
  g_free (row);
}

static void
refuse (FactSheet  *self,
        guint       row,
        const char *heading,
        char       *text)
{
  FactSheetRefusal *refusal = g_new0 (FactSheetRefusal, 1);

  refusal->row = row;
  refusal->heading = heading;
  refusal->text = text;
  g_ptr_array_add (self->refusals, refusal);
}

/* A heading as it is compared: in small letters, without any space. (transfer full) */
static char *
fold_heading (const char *heading)
{
  g_autofree char *folded = fact_typed_fold (heading);
  GString *bare = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free (bare, FALSE);
}

static FactSheetColumn
find_column (const char *heading)
{
  g_autofree char *folded = fold_heading (heading);

  for (guint i = 0; i < FACT_SHEET_N_COLUMNS; i++) {
    g_autofree char *known = fold_heading (headings[i]);

    if (strcmp (folded, known) == 0)
      return i;
  }

  return FACT_SHEET_N_COLUMNS;
}

static void
find_columns (FactSheet *self)
{
  for (guint i = 0; i < FACT_SHEET_N_COLUMNS; i++)
    self->columns[i] = NOWHERE;

  for (guint i = 0; i < fact_table_get_n_columns (self->table); i++) {
    const char *heading = fact_table_get_heading (self->table, i);
    FactSheetColumn column = find_column (heading);

    if (column == FACT_SHEET_N_COLUMNS) {
      if (*heading != '\0')
        g_ptr_array_add (self->ignored, g_strdup (heading));
    } else if (self->columns[column] != NOWHERE) {
      refuse (self, 1, headings[column],
              g_strdup_printf (_("The column %s stands twice. Keep one of them."), headings[column]));
    } else {
      self->columns[column] = i;
    }
  }

  for (guint i = FACT_SHEET_DATE; i <= FACT_SHEET_TRIAGE; i++)
    if (self->columns[i] == NOWHERE)
      refuse (self, 1, headings[i],
              g_strdup_printf (_("The column %s is missing. The first line must hold the headings Datum, Patient and Triage."),
                               headings[i]));
}

/* (transfer full) */
static char *
get_trimmed (const FactSheetRow *row,
             FactSheetColumn     column)
{
  char *text = g_strdup (row->cells[column]);

  for (gsize i = 0; text[i] != '\0'; i++)
    if (text[i] == '\n' || text[i] == '\t')
      text[i] = ' ';

  return g_strstrip (text);
}

/* "Kris, Ny or Stabil". (transfer full) */
static char *
join_words (const char *const *words)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    if (i > 0 && words[i + 1] == NULL)
      /* Translators: between the last two words of a list: "Kris, Ny or Stabil" */
      g_string_append (list, C_("list", " or "));
    else if (i > 0)
      g_string_append (list, ", ");
    g_string_append (list, words[i]);
  }

  return g_string_free (list, FALSE);
}

static gboolean
read_date (FactSheet    *self,
           FactSheetRow *row)
{
  g_autofree char *text = get_trimmed (row, FACT_SHEET_DATE);

  row->date = fact_day_parse_short (text);
  if (row->date == 0)
    row->date = fact_day_parse_iso (text);
  if (row->date != 0)
    return TRUE;

  refuse (self, row->number, headings[FACT_SHEET_DATE],
          /* Translators: the row's number, the column's heading, what stands there */
          g_strdup_printf (_("Row %u, column %s: \"%s\" is not a date. Write 190327 or 2019-03-27."),
                           row->number, headings[FACT_SHEET_DATE], text));

  return FALSE;
}

static gboolean
read_patient (FactSheet    *self,
              FactSheetRow *row,
              GHashTable   *seen)
{
  g_autofree char *text = get_trimmed (row, FACT_SHEET_PATIENT);
  guint before;

  row->patient = fact_sheet_parse_patient (text);
  if (row->patient == NULL) {
    refuse (self, row->number, headings[FACT_SHEET_PATIENT],
            /* Translators: the row's number, the column's heading, what stands there */
            g_strdup_printf (_("Row %u, column %s: \"%s\" is not a patient. Write initials and birth year, such as DD-75."),
                             row->number, headings[FACT_SHEET_PATIENT], text));
    return FALSE;
  }

  before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, row->patient));
  if (before == 0) {
    g_hash_table_insert (seen, g_strdup (row->patient), GUINT_TO_POINTER (row->number));
    return TRUE;
  }

  refuse (self, row->number, headings[FACT_SHEET_PATIENT],
          /* Translators: the row's number, the column's heading, what stands there, the other row's number,
           * what stands there */
          g_strdup_printf (_("Row %u, column %s: \"%s\" also stands in row %u. Write each patient once; a second patient with the same code gets a letter, %sb."),
                           row->number, headings[FACT_SHEET_PATIENT], text, before, row->patient));

  return FALSE;
}

static gboolean
read_triage (FactSheet         *self,
             FactSheetRow      *row,
             const char *const *words,
             const char *const *folded_words)
{
  g_autofree char *text = get_trimmed (row, FACT_SHEET_TRIAGE);
  g_autofree char *folded = fact_typed_fold (text);
  g_autofree char *list = NULL;

  for (row->triage = 0; folded_words[row->triage] != NULL; row->triage++)
    if (strcmp (folded_words[row->triage], folded) == 0)
      return TRUE;

  list = join_words (words);
  refuse (self, row->number, headings[FACT_SHEET_TRIAGE],
          /* Translators: the row's number, the column's heading, what stands there, the words it may hold */
          g_strdup_printf (_("Row %u, column %s: \"%s\" is not a triage word. Write %s."),
                           row->number, headings[FACT_SHEET_TRIAGE], text, list));

  return FALSE;
}

static void
read_rows (FactSheet         *self,
           const char *const *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) folded = NULL;

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = fact_typed_fold (words[i]);

    g_strv_builder_add (builder, word);
  }
  folded = g_strv_builder_end (builder);

  for (guint i = 0; i < fact_table_get_n_rows (self->table); i++) {
    FactSheetRow *row = g_new0 (FactSheetRow, 1);
    gboolean good;

    row->number = fact_table_get_row_number (self->table, i);
    for (guint j = 0; j < FACT_SHEET_N_COLUMNS; j++)
      row->cells[j] = self->columns[j] != NOWHERE ? fact_table_get_cell (self->table, i, self->columns[j]) : "";

    /* All three are looked at: one round of corrections is enough. */
    good = read_date (self, row);
    good &= read_patient (self, row, seen);
    good &= read_triage (self, row, words, (const char *const *) folded);
    if (good)
      g_ptr_array_add (self->rows, row);
    else
      row_free (row);
  }
}

const char *
fact_sheet_get_heading (FactSheetColumn column)
{
  g_return_val_if_fail ((guint) column < FACT_SHEET_N_COLUMNS, "");

  return headings[column];
}

FactSheet *
fact_sheet_read (FactTable         *table,
                 const char *const *triage_words)
{
  FactSheet *self = g_new0 (FactSheet, 1);

  self->table = fact_table_ref (table);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);

  find_columns (self);
  if (self->refusals->len > 0)
    return self;

  if (fact_table_get_n_rows (table) == 0)
    refuse (self, 0, NULL, g_strdup (_("The table has headings but no rows.")));
  read_rows (self, triage_words);

  return self;
}

void
fact_sheet_free (FactSheet *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->ignored);
  fact_table_unref (self->table);
  g_free (self);
}

char *
fact_sheet_format_refusals (FactSheet *self)
{
  GString *text;

  if (self->refusals->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < self->refusals->len; i++) {
    const FactSheetRefusal *refusal = g_ptr_array_index (self->refusals, i);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", refusal->text);
  }
  g_string_append_printf (text, "%s%s", self->refusals->len > 1 ? "\n" : " ", _("Nothing was imported."));

  return g_string_free (text, FALSE);
}

FactTable *
fact_sheet_table_new (char separator)
{
  return fact_table_new (separator, headings);
}

char *
fact_sheet_parse_patient (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *initials = NULL;
  g_autofree char *letters = NULL;
  const char *p = composed;
  guint n = 0;

  if (composed == NULL)
    return NULL;

  for (; g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n++;
  if (n < 1 || n > 4 || p[0] != '-' || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
    return NULL;
  if (p[3] != '\0' && (!g_ascii_isalpha (p[3]) || p[4] != '\0'))
    return NULL;

  letters = g_strndup (composed, (gsize) (p - composed));
  initials = g_utf8_strup (letters, -1);

  return p[3] != '\0' ? g_strdup_printf ("%s%.3s%c", initials, p, g_ascii_tolower (p[3]))
                      : g_strdup_printf ("%s%s", initials, p);
}
