/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* Why a patient is on the board. */
#define FACT_TYPE_REASON (fact_reason_get_type ())
G_DECLARE_FINAL_TYPE (FactReason, fact_reason, FACT, REASON, FactRecord)

/* (nullable): what spreadsheets read and write */
const char *fact_reason_get_sheet_name (FactReason *self);
/* days on the board after which the row asks, 0 never */
int fact_reason_get_expected_days (FactReason *self);
/* known but not offered */
gboolean fact_reason_get_off (FactReason *self);

/* The name to show: the team's own, else the word of the role in the reader's language. */
const char *fact_reason_get_label (FactReason *self);

G_END_DECLS
