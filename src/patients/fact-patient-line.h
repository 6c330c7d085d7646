/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-patient-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactPatientLine: a patient in the list: code, municipality, care contact, since when on the board. Light, since some
 * hundreds of them live at once: a line draws its text and has no children; a reader hears its name. */
#define FACT_TYPE_PATIENT_LINE (fact_patient_line_get_type ())
G_DECLARE_FINAL_TYPE (FactPatientLine, fact_patient_line, FACT, PATIENT_LINE, GtkWidget)

/* @head: the headings, whose font and height it takes. */
GtkWidget       *fact_patient_line_new      (GtkWidget       *head);
/* The headings above the list, with the same columns. */
GtkWidget       *fact_patient_line_new_head (void);
/* @view: (nullable). Shows it as it stands now. */
void             fact_patient_line_show     (FactPatientLine *self,
                                             FactPatientView *view);
/* Returns: (transfer none) (nullable). */
FactPatientView *fact_patient_line_get_view (FactPatientLine *self);
/* The code, and with it who could be taken for the patient: "DD-75b · two DD-75". Returns: (transfer full). */
char            *fact_patient_line_get_code (FactPatientView *view);
/* What a screen reader says of the line. Returns: (transfer full). */
char            *fact_patient_line_get_name (FactPatientView *view);

G_END_DECLS
