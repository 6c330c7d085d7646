/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-form.h"

G_BEGIN_DECLS

/* A new patient, or all that is written about one. What is wrong stands beside the field it is about. */
#define FACT_TYPE_PATIENT_FORM (fact_patient_form_get_type ())
G_DECLARE_FINAL_TYPE (FactPatientForm, fact_patient_form, FACT, PATIENT_FORM, FactForm)

/* @patient_uid: (nullable): NULL for a new one. Returns: NULL when there is no such patient. */
GtkWindow *fact_patient_form_new (FactTeam   *team,
                                  const char *patient_uid);

G_END_DECLS
