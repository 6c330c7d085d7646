/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patient.h"

static const FactColumn columns[] = {
  FACT_COLUMN (FactPatient, code, TEXT, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactPatient, sex, ENUM, .get_type = fact_sex_get_type),
  FACT_COLUMN (FactPatient, birth_year, INTEGER),
  FACT_COLUMN (FactPatient, municipality, RECORD, .get_type = fact_organisation_get_type),
  FACT_COLUMN (FactPatient, municipality_from, DATE),
  FACT_COLUMN (FactPatient, other_providers, TEXT),
  FACT_COLUMN (FactPatient, health_centre, TEXT),
  FACT_COLUMN (FactPatient, interpreter, TEXT),
  FACT_COLUMN (FactPatient, care_contact, RECORD, .get_type = fact_staff_get_type),
  FACT_COLUMN (FactPatient, physician, RECORD, .get_type = fact_staff_get_type),
  FACT_COLUMN (FactPatient, municipal_contact, RECORD, .get_type = fact_staff_get_type),
  FACT_COLUMN (FactPatient, children, TEXT),
};

G_DEFINE_FINAL_TYPE (FactPatient, fact_patient, FACT_TYPE_RECORD)

static void
fact_patient_class_init (FactPatientClass *klass)
{
  FactRecordClass *record_class = FACT_RECORD_CLASS (klass);

  fact_record_class_install_columns (record_class, "patient", columns, G_N_ELEMENTS (columns));
  record_class->is_subject = TRUE;
}

static void
fact_patient_init (FactPatient *self)
{
}
