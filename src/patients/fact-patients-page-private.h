/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-patient-view.h"
#include "fact-patients-page.h"
#include "fact-patients.h"

G_BEGIN_DECLS

struct _FactPatientsPage {
  GtkWidget parent_instance;

  /* owned */
  FactTeam *team;
  GHashTable *lines;               /* FactPatientView to the FactPatientLine that shows it */
  GtkWidget *menu;                 /* the context menu shown last */

  /* borrowed; NULL until the page is first shown */
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *place;                /* drop-downs */
  GtkWidget *municipality;
  GtkWidget *care_contact;
  GtkWidget *sort;
  GtkWidget *count;                /* labels */
  GtkWidget *dragging;
  GtkWidget *stack;
  GtkWidget *list;
  GtkSingleSelection *selection;

  gboolean settling;               /* the filter is set by us */
};

/* fact-patients-page-filter.c */
GtkWidget       *fact_patients_page_make_filters  (FactPatientsPage *self);
void             fact_patients_page_show_all      (FactPatientsPage *self);

/* fact-patients-page-drag.c */
void             fact_patients_page_init_drag     (FactPatientsPage *self);
void             fact_patients_page_show_menu     (FactPatientsPage *self,
                                                   double            x,
                                                   double            y);

/* fact-patients-page.c */
/* The chosen patient. Returns: (transfer none) (nullable). */
FactPatientView *fact_patients_page_get_chosen    (FactPatientsPage *self);
/* The line at a point of the list. Returns: (transfer none) (nullable). */
FactPatientView *fact_patients_page_find_at       (FactPatientsPage *self,
                                                   double            x,
                                                   double            y);

G_END_DECLS
