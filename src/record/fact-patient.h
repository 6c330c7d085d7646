/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-organisation.h"
#include "fact-record.h"
#include "fact-staff.h"

G_BEGIN_DECLS

/* A patient: known by a code (initials and birth year), never by name on the board. */
#define FACT_TYPE_PATIENT (fact_patient_get_type ())
G_DECLARE_FINAL_TYPE (FactPatient, fact_patient, FACT, PATIENT, FactRecord)

struct _FactPatient {
  FactRecord parent_instance;

  char *code;   /* e.g. "DD-75" */
  FactSex sex;
  int birth_year;
  FactOrganisation *municipality;
  guint municipality_from;
  char *other_providers;   /* after the municipality, free text */
  char *health_centre;
  char *interpreter;   /* language */
  FactStaff *care_contact;   /* FVK */
  FactStaff *physician;
  FactStaff *municipal_contact;   /* the second case manager */
  char *children;   /* under 18, as the sheet words it */
};

G_END_DECLS
