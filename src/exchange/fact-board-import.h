/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sheet.h"
#include "fact-team-import.h"

G_BEGIN_DECLS

/* The words a table of @team may use for triage, for fact_sheet_read(): names in tables and names shown.
 * @triages: (out) (transfer full): of FactTriage, which state each word means. (transfer full) */
GStrv           fact_board_import_list_words (FactTeam   *team,
                                              GPtrArray **triages);

/* The import of the rows of @sheet that can be read into @week; columns the table has not leave what is known.
 * @triages: as above. (transfer full) */
FactTeamImport *fact_board_import_new        (FactTeam   *team,
                                              FactWeek    week,
                                              FactSheet  *sheet,
                                              GPtrArray  *triages);

G_END_DECLS
