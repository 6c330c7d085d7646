/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-case.h"
#include "fact-patients.h"

G_BEGIN_DECLS

/* What a patient is sorted by, as of the last refresh. */
typedef struct {
  char *code;
  char *municipality;              /* collation keys; NULL none */
  char *care_contact;
  guint on_board;
  char *words;                     /* folded, by line: code, municipality, signature of the care contact */
} FactPatientKeys;

/* Returns: (transfer full). */
FactPatientView *fact_patient_view_new      (FactPatient      *patient,
                                             FactCase         *one);
void             fact_patient_view_refresh  (FactPatientView  *self);
FactPatient     *fact_patient_view_get_patient (FactPatientView *self);
const FactPatientKeys *fact_patient_view_get_keys (FactPatientView *self);

/* Returns: (transfer full). */
FactPatients    *fact_patients_new          (FactCases        *cases);
void             fact_patients_update       (FactPatients     *self,
                                             GPtrArray        *patient_uids);
/* Adds the uid of each patient that shows one of @records (vocabulary) to @patient_uids (a set). */
void             fact_patients_find_users   (FactPatients     *self,
                                             GPtrArray        *records,
                                             GHashTable       *patient_uids);

G_END_DECLS
