/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-form.h"

G_BEGIN_DECLS

/* Puts a patient on the board: triage, reason and date stand there already and the cursor is in the situation, so that
 * Enter is enough. Texts of a stay that ended within 14 days are offered. */
#define FACT_TYPE_PUT_ON_FORM (fact_put_on_form_get_type ())
G_DECLARE_FINAL_TYPE (FactPutOnForm, fact_put_on_form, FACT, PUT_ON_FORM, FactForm)

/* @patient_uid: (nullable): NULL: the patient is chosen in the form, by typing the beginning of the code. */
GtkWindow *fact_put_on_form_new (FactTeam   *team,
                                 const char *patient_uid);
/* Returns: (transfer none) (nullable): the uid of the patient chosen. */
const char *fact_put_on_form_get_patient (FactPutOnForm *self);

G_END_DECLS
