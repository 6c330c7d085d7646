/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-stay.h"

static const FactColumn columns[] = {
  FACT_COLUMN (FactStay, patient, RECORD, .flags = FACT_COLUMN_SUBJECT | FACT_COLUMN_REQUIRED, .get_type = fact_patient_get_type),
  FACT_COLUMN (FactStay, date, DATE, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactStay, triage, RECORD, .flags = FACT_COLUMN_REQUIRED, .get_type = fact_triage_get_type),
  FACT_COLUMN (FactStay, triage_date, DATE),
  FACT_COLUMN (FactStay, reason, RECORD, .get_type = fact_reason_get_type),
  FACT_COLUMN (FactStay, situation, TEXT),
  FACT_COLUMN (FactStay, actions, TEXT),
  FACT_COLUMN (FactStay, actions_week, DATE),
  FACT_COLUMN (FactStay, safety, TEXT),
  FACT_COLUMN (FactStay, safety_date, DATE),
  FACT_COLUMN (FactStay, until, DATE),
  FACT_COLUMN (FactStay, helped, TEXT),
  FACT_COLUMN (FactStay, helped_text, TEXT),
  FACT_COLUMN (FactStay, follows_up, RECORD, .get_type = fact_staff_get_type),
};

FACT_DEFINE_RECORD (FactStay, fact_stay, "stay", columns)
