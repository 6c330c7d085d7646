/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-import.h"

G_STATIC_ASSERT ((int) FACT_IMPORT_N_CELLS == (int) FACT_SHEET_N_COLUMNS);

GStrv
fact_board_import_list_words (FactTeam   *team,
                              GPtrArray **triages)
{
  GListModel *model = fact_team_get_vocabulary (team, FACT_TYPE_TRIAGE);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  *triages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (model, i);
    const char *sheet = fact_triage_get_sheet_name (triage);

    if (sheet) {
      g_strv_builder_add (words, sheet);
      g_ptr_array_add (*triages, g_object_ref (triage));
    }
    if (!sheet || g_ascii_strcasecmp (sheet, fact_triage_get_label (triage)) != 0) {
      g_strv_builder_add (words, fact_triage_get_label (triage));
      g_ptr_array_add (*triages, g_object_ref (triage));
    }
  }
  return g_strv_builder_end (words);
}

FactTeamImport *
fact_board_import_new (FactTeam  *team,
                       FactWeek   week,
                       FactSheet *sheet,
                       GPtrArray *triages)
{
  FactTeamImport *import = fact_team_import_new (team, week);

  for (guint i = 0; i < sheet->rows->len; i++) {
    FactSheetRow *row = sheet->rows->pdata[i];
    const char *cells[FACT_IMPORT_N_CELLS];

    for (guint c = 0; c < FACT_IMPORT_N_CELLS; c++)
      cells[c] = sheet->columns[c] == G_MAXUINT ? NULL : row->cells[c];
    fact_team_import_add_row (import, row->number, row->patient, row->date, triages->pdata[row->triage], cells);
  }
  return import;
}
