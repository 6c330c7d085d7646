/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board.h"
#include "fact-case.h"

G_BEGIN_DECLS

/* How FactTeam fills its board. Returns: (transfer full). */
FactBoard *fact_board_new             (FactCases  *cases,
                                       FactWeek    week);

/* The cases of these patients (uids, each once) have become others: rows come, go, move or change, one by one.
 * @triages: (nullable): the triage states there are now, in any order, when one of them has become another. */
void       fact_board_update          (FactBoard  *self,
                                       GPtrArray  *patient_uids,
                                       GPtrArray  *triages);
/* Adds the uid of each patient in whose row one of @records (vocabulary) shows to @patient_uids (a set). */
void       fact_board_find_users      (FactBoard  *self,
                                       GPtrArray  *records,
                                       GHashTable *patient_uids);
/* Warnings may read otherwise although no row changed: another signature is known. */
void       fact_board_clear_warnings  (FactBoard  *self);
/* One items-changed (0, n, n). */
void       fact_board_set_week        (FactBoard  *self,
                                       FactWeek    week);
/* The row of a patient, also when the filter hides it. Returns: (transfer none) (nullable). */
FactBoardRow *fact_board_lookup_row   (FactBoard  *self,
                                       const char *patient_uid);

G_END_DECLS
