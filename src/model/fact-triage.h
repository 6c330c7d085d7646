/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* A triage state of the board: a section, a colour, a mark. */
#define FACT_TYPE_TRIAGE (fact_triage_get_type ())
G_DECLARE_FINAL_TYPE (FactTriage, fact_triage, FACT, TRIAGE, FactRecord)

FactTriageRole fact_triage_get_role (FactTriage *self);
/* (nullable): what spreadsheets read and write */
const char *fact_triage_get_sheet_name (FactTriage *self);
FactColor fact_triage_get_color (FactTriage *self);
/* days in this state after which the row asks, 0 never */
int fact_triage_get_expected_days (FactTriage *self);
/* known but not offered */
gboolean fact_triage_get_off (FactTriage *self);
/* order, in steps of 1,024 */
int fact_triage_get_position (FactTriage *self);

/* The name to show: the team's own, else the word of the role in the reader's language. */
const char *fact_triage_get_label (FactTriage *self);

G_END_DECLS
