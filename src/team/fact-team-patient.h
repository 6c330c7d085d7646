/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-organisation.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* What is written about a patient; NULL and 0 are unset. */
typedef struct {
  const char *code;                /* "DD-75", with a letter after it for the second bearer: "DD-75b" */
  FactSex sex;
  int birth_year;
  FactOrganisation *municipality;
  const char *other_providers;
  const char *health_centre;
  const char *interpreter;
  FactStaff *care_contact;
  FactStaff *physician;
  FactStaff *municipal_contact;
  const char *children;
} FactPatientFields;

/* patient.add: the first edit of the change adds the patient. The code is letters, two digits of the birth year and
 * perhaps a letter, and nobody else's; a taken one is refused, and the message proposes a free one. The commit, which
 * waits until all patients are loaded, asks that again.
 * Returns: (transfer full) a change to commit, or NULL with a FactTeamError. */
FactChange *fact_team_add_patient  (FactTeam                 *self,
                                    const FactPatientFields  *fields,
                                    GError                  **error);
/* patient.edit: all of @fields as they are to be. @began: (nullable): as they stood when editing began: what is the same in
 * @fields is left as it stands now; what somebody else has changed, too, fails with FACT_TEAM_ERROR_CONFLICT and the
 * message holds both. */
FactChange *fact_team_edit_patient (FactTeam                 *self,
                                    const char               *patient_uid,
                                    const FactPatientFields  *fields,
                                    const FactPatientFields  *began,
                                    GError                  **error);

/* For who keeps what stood when editing began: the strings are @self's own, the records the team's. */
void        fact_patient_fields_copy  (FactPatientFields       *self,
                                       const FactPatientFields *other);
void        fact_patient_fields_clear (FactPatientFields       *self);

/* @code when nobody has it, else with the first free letter: "DD-75b". Returns: (transfer full). */
char       *fact_team_propose_code (FactTeam                 *self,
                                    const char               *code);
/* The code of a loaded patient. Returns: (transfer full) (nullable). */
char       *fact_team_get_code     (FactTeam                 *self,
                                    const char               *patient_uid);
/* The uid of the loaded patient with @code, without regard to case. Returns: (transfer none) (nullable). */
const char *fact_team_find_patient (FactTeam                 *self,
                                    const char               *code);

G_END_DECLS
