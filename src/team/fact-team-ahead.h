/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* What is planned from today on: of a patient who goes off the board, of a person who leaves the team. The team has all
 * of it loaded. */

/* Of the patient of @row, by day and time. Returns: (transfer container): of FactContactView. */
GPtrArray *fact_team_list_planned    (FactTeam     *self,
                                      FactBoardRow *row);

/* What @staff takes part in after the day @last, on and off the board, by day, time and patient. Returns: (transfer
 * container): of FactContactView. */
GPtrArray *fact_team_list_planned_of (FactTeam     *self,
                                      FactStaff    *staff,
                                      guint         last);

/* Adds to @change, of a person who leaves: in each of @contacts (of FactContactView) @to stands instead of @from. */
void       fact_team_hand_over       (FactTeam     *self,
                                      FactChange   *change,
                                      FactStaff    *from,
                                      FactStaff    *to,
                                      GPtrArray    *contacts);

G_END_DECLS
