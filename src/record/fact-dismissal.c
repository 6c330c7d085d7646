/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-dismissal.h"

static const FactColumn columns[] = {
  FACT_COLUMN (FactDismissal, patient, RECORD, .flags = FACT_COLUMN_SUBJECT | FACT_COLUMN_REQUIRED, .get_type = fact_patient_get_type),
  FACT_COLUMN (FactDismissal, warning, TEXT, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactDismissal, about, TEXT),
};

FACT_DEFINE_RECORD (FactDismissal, fact_dismissal, "dismissal", columns)
