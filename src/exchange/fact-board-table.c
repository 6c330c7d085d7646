/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-table.h"

#include "fact-board.h"
#include "fact-sheet.h"

#include <string.h>

/* The text columns of a row and of the table are the same, in the same order. */
G_STATIC_ASSERT ((int) FACT_N_FIELDS == (int) FACT_SHEET_MONDAY);
G_STATIC_ASSERT ((int) FACT_FIELD_SAFETY == (int) FACT_SHEET_SAFETY);

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  FactBoardRow *one = *(FactBoardRow *const *) a, *other = *(FactBoardRow *const *) b;
  guint one_date = fact_board_row_get_date (one), other_date = fact_board_row_get_date (other);

  if (one_date != other_date)
    return one_date < other_date ? -1 : 1;
  return strcmp (fact_board_row_get_code (one), fact_board_row_get_code (other));
}

static GPtrArray *
list_rows (FactBoard *board)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++) {
    g_autoptr (FactBoardRow) row = g_list_model_get_item (G_LIST_MODEL (board), i);

    if (!fact_board_row_is_masked (row))
      g_ptr_array_add (rows, g_steal_pointer (&row));
  }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static const char *
get_cell (FactBoardRow *row,
          FactField     field)
{
  FactReason *reason = fact_board_row_get_reason (row);
  const char *name = NULL;

  if (field == FACT_FIELD_TRIAGE)
    name = fact_triage_get_sheet_name (fact_board_row_get_triage (row));
  else if (field == FACT_FIELD_REASON && reason)
    name = fact_reason_get_sheet_name (reason);
  return name ? name : fact_board_row_get_text (row, field);
}

static gboolean
is_written (FactContactStatus status)
{
  return status == FACT_CONTACT_PLANNED || status == FACT_CONTACT_DONE || status == FACT_CONTACT_MISSED ||
         status == FACT_CONTACT_NO_ANSWER;
}

static const char *
get_word (FactContactView *contact)
{
  const char *signatures = fact_contact_view_get_signatures (contact);
  const char *text = fact_contact_view_get_text (contact), *time = fact_contact_view_get_time (contact);
  FactKind *kind = fact_contact_view_get_kind (contact);

  if (*signatures)
    return signatures;
  if (text)
    return text;
  if (kind)
    return fact_kind_get_short_label (kind);
  return time ? time : "";
}

static char *
format_day (FactBoardRow *row,
            guint         weekday)
{
  GPtrArray *contacts = fact_board_row_get_day (row, weekday);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++) {
    const char *word = get_word (contacts->pdata[i]);

    if (!is_written (fact_contact_view_get_status (contacts->pdata[i])) || !*word)
      continue;
    if (text->len)
      g_string_append (text, ", ");
    g_string_append (text, word);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

FactTable *
fact_board_table_new (FactTeam *team,
                      char      separator)
{
  g_autoptr (GPtrArray) rows = NULL;
  FactTable *table;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  rows = list_rows (fact_team_get_board (team));
  table = fact_sheet_table_new (separator);
  for (guint i = 0; i < rows->len; i++) {
    const char *cells[FACT_SHEET_N_COLUMNS];
    char *days[FACT_DAYS_IN_WEEK];

    for (guint field = 0; field < FACT_N_FIELDS; field++)
      cells[field] = get_cell (rows->pdata[i], field);
    for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++)
      cells[FACT_SHEET_MONDAY + weekday] = days[weekday] = format_day (rows->pdata[i], weekday);
    fact_table_append (table, cells);
    for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++)
      g_free (days[weekday]);
  }
  return table;
}
