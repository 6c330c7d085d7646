/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactPatientsPage: all patients, on the board or not, with search, filter and order. What is done to a patient is an
 * action of the window: win.put-on (s patient), win.take-off (s stay), win.open-patient (s patient), win.new-patient.
 * A patient can be dragged from here onto the board. It is built when it is first shown.
 *
 * Actions of its own, for the chosen patient: patients.put-on, patients.take-off, patients.open, patients.menu;
 * patients.search, patients.show-all.
 *
 * Property: "team" (FactTeam, construct-only). */
#define FACT_TYPE_PATIENTS_PAGE (fact_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (FactPatientsPage, fact_patients_page, FACT, PATIENTS_PAGE, GtkWidget)

GtkWidget  *fact_patients_page_new          (FactTeam         *team);
/* Chooses the patient and shows the line. Returns: FALSE when the list does not show the patient. */
gboolean    fact_patients_page_select       (FactPatientsPage *self,
                                             const char       *patient_uid);

G_END_DECLS
