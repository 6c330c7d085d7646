/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-clock.h"
#include "fact-contact.h"
#include "fact-dismissal.h"
#include "fact-patient.h"
#include "fact-stay.h"
#include "fact-typed-words.h"

G_BEGIN_DECLS

/* What is loaded about one patient. */
typedef struct _FactCase FactCase;
struct _FactCase {
  FactPatient *patient;            /* (nullable): not loaded, or removed */
  FactStay *stay;                  /* (nullable): the open one, one of stays */
  GPtrArray *stays;                /* of FactStay */
  GPtrArray *contacts;             /* of FactContact, in no order */
  GPtrArray *dismissals;           /* of FactDismissal */
  char *base;                      /* the patient's code without the letter of a second bearer, folded; NULL none */
  FactCase *namesake;              /* the next with the same base, in a ring; itself when it is alone */
};

/* FactCases: all that a team has loaded about its patients; behind the door. Reference counted, shared by the team
 * and its views. */
typedef struct _FactCases FactCases;

FactCases *fact_cases_new    (FactClock  *clock);
FactCases *fact_cases_ref    (FactCases  *self);
void       fact_cases_unref  (FactCases  *self);
FactClock *fact_cases_get_clock (FactCases *self);

/* The words people may type; ids are uids. @words: (transfer full). */
void       fact_cases_take_words (FactCases      *self,
                                  FactTypedWords *words);
FactTypedWords *fact_cases_get_words (FactCases *self);

/* Takes up @record as it stands now: a patient, stay, contact or dismissal; a removed one is dropped.
 * Returns: whether it is one of these. */
gboolean   fact_cases_put    (FactCases  *self,
                              FactRecord *record);
/* Returns: (transfer none) (nullable): valid as long as @self. */
FactCase  *fact_cases_lookup (FactCases  *self,
                              const char *patient_uid);
/* "two DD-75": of a patient whose code others have, too, but for the letter after it (domain.md, Patients).
 * Returns: (transfer full) (nullable): NULL when there is nobody to be taken for. */
char      *fact_case_describe_namesakes (FactCase *one);
/* The code of a second bearer, or of the first one of a second: where to look for whom @code may be taken for.
 * Returns: (transfer full). */
char      *fact_case_get_other_code (const char *code);

/* Every FactCase by uid of its patient. */
void       fact_cases_foreach (FactCases *self,
                               GHFunc     function,
                               gpointer   data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactCases, fact_cases_unref)

G_END_DECLS
