/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-patients.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactPatientChooser: a patient by typing the beginning of the code. Those who match stand beneath; Enter takes the
 * first, the arrows go through them. Patients on the board are not offered.
 *
 * Signal "chosen" (const char *patient_uid). */
#define FACT_TYPE_PATIENT_CHOOSER (fact_patient_chooser_get_type ())
G_DECLARE_FINAL_TYPE (FactPatientChooser, fact_patient_chooser, FACT, PATIENT_CHOOSER, GtkWidget)

GtkWidget *fact_patient_chooser_new         (FactPatients       *patients);
/* Says beneath the field what is wrong, until somebody types there. */
void       fact_patient_chooser_set_problem (FactPatientChooser *self,
                                             const char         *text);

G_END_DECLS
