/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-table.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* The board of @team in its week as the 18-column table of the spreadsheet, by the date put on, then the code, so that
 * a table that was imported is written as it was. Triage and reason by their names in tables; of a contact who takes
 * part, with nobody its text, else its kind, else its time. Planned, done, missed and unanswered contacts are written;
 * status, kind and time of a contact are not in these columns, nor are cancelled and wrongly registered ones.
 * Only rows that the filter of the board lets through and this audience may see.
 * @separator: tab, comma or semicolon. Returns: (transfer full). */
FactTable *fact_board_table_new (FactTeam *team,
                                 char      separator);

G_END_DECLS
