/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-list.h"
#include "fact-patient-view.h"

G_BEGIN_DECLS

/* FactPatients: a list of FactPatientView, all patients that are loaded, on the board or not; the team's "complete"
 * says when that is all there are. Made by FactTeam. */
#define FACT_TYPE_PATIENTS (fact_patients_get_type ())
G_DECLARE_FINAL_TYPE (FactPatients, fact_patients, FACT, PATIENTS, FactList)

typedef enum {
  FACT_PATIENTS_BY_CODE,
  FACT_PATIENTS_BY_MUNICIPALITY,   /* those without last, then by code */
  FACT_PATIENTS_BY_CARE_CONTACT,   /* ditto */
  FACT_PATIENTS_BY_ON_BOARD,       /* the one longest on the board first, those who are not last, then by code */
} FactPatientsSort;

/* What the list shows; unset members filter nothing. */
typedef struct {
  const char *text;                /* in code, municipality or care contact, without regard to case */
  gboolean on_board;
  gboolean off_board;
  const char *municipality;        /* uid of an organisation */
  const char *care_contact;        /* uid of a staff record */
  gboolean without_care_contact;
} FactPatientsFilter;

/* @filter: (nullable): NULL shows everything. Copied. */
void             fact_patients_set_filter  (FactPatients             *self,
                                            const FactPatientsFilter *filter);
void             fact_patients_set_sort    (FactPatients             *self,
                                            FactPatientsSort          sort);
guint            fact_patients_get_n_total (FactPatients             *self);
gboolean         fact_patients_find        (FactPatients             *self,
                                            const char               *patient_uid,
                                            guint                    *position);
/* Returns: (transfer none) (nullable). */
FactPatientView *fact_patients_get_view    (FactPatients             *self,
                                            guint                     position);
/* For type-ahead: the first @most patients who are not on the board and whose code begins with @text, then those that
 * have it elsewhere in their code, by code, whatever the list shows. Returns: (transfer container): of
 * FactPatientView. */
GPtrArray       *fact_patients_search      (FactPatients             *self,
                                            const char               *text,
                                            guint                     most);
/* The patient, whatever the list shows. Returns: (transfer none) (nullable). */
FactPatientView *fact_patients_lookup      (FactPatients             *self,
                                            const char               *patient_uid);

G_END_DECLS
