/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-contact.h"

static const FactColumn columns[] = {
  FACT_COLUMN (FactContact, patient, RECORD, .flags = FACT_COLUMN_SUBJECT | FACT_COLUMN_REQUIRED, .get_type = fact_patient_get_type),
  FACT_COLUMN (FactContact, date, DATE, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactContact, time, TEXT),
  FACT_COLUMN (FactContact, minutes, INTEGER),
  FACT_COLUMN (FactContact, who, RECORDS, .get_type = fact_staff_get_type),
  FACT_COLUMN (FactContact, kind, RECORD, .get_type = fact_kind_get_type),
  FACT_COLUMN (FactContact, text, TEXT),
  FACT_COLUMN (FactContact, status, ENUM, .get_type = fact_contact_status_get_type),
  FACT_COLUMN (FactContact, unplanned, BOOLEAN),
};

FACT_DEFINE_RECORD (FactContact, fact_contact, "contact", columns)
