/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-organisation.h"
#include "fact-staff.h"
#include "fact-team-patient.h"
#include "fact-triage.h"

G_BEGIN_DECLS

/* FactPatientView: what may be shown of a patient, on the board or not. Read-only; its values follow the records, and
 * the list of patients says "items-changed" for its place when they do. */
#define FACT_TYPE_PATIENT_VIEW (fact_patient_view_get_type ())
G_DECLARE_FINAL_TYPE (FactPatientView, fact_patient_view, FACT, PATIENT_VIEW, GObject)

const char       *fact_patient_view_get_uid          (FactPatientView   *self);
const char       *fact_patient_view_get_code         (FactPatientView   *self);
/* "two DD-75": somebody else has the code but for a letter. Returns: (transfer full) (nullable). */
char             *fact_patient_view_get_namesakes    (FactPatientView   *self);
FactOrganisation *fact_patient_view_get_municipality (FactPatientView   *self);   /* (nullable) */
FactStaff        *fact_patient_view_get_care_contact (FactPatientView   *self);   /* (nullable) */
/* Julian day the patient was put on the board; 0: not on the board. */
guint             fact_patient_view_get_on_board     (FactPatientView   *self);
/* uid of the open stay; NULL: not on the board. */
const char       *fact_patient_view_get_stay_uid     (FactPatientView   *self);
FactTriage       *fact_patient_view_get_triage       (FactPatientView   *self);   /* (nullable) */
/* Everything that is written about the patient, as the verbs take it. The strings are the view's. */
void              fact_patient_view_get_fields       (FactPatientView   *self,
                                                      FactPatientFields *fields);

G_END_DECLS
