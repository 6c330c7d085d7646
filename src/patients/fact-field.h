/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-staff.h"
#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The fields of a form: each with a name that is also the accessible one, and a line for what is wrong beneath. */

/* A box with @child and, hidden, the line beneath it. */
GtkWidget  *fact_field_new_with_problem (GtkWidget  *child,
                                         GtkWidget **problem);
/* Shows @text beneath the field; NULL hides the line. */
void        fact_field_set_problem      (GtkWidget  *problem,
                                         GtkWidget  *field,
                                         const char *text);

/* One line; Enter goes on. @text: (nullable). */
GtkWidget  *fact_field_new_entry        (const char *title,
                                         const char *text);

/* Some lines of text under a heading; Enter goes on, Alt+Enter is a new line, Tab leaves. @view: the text view. */
GtkWidget  *fact_field_new_text         (const char *title,
                                         GtkWidget **view);
/* Returns: (transfer full): without blanks around. */
char       *fact_field_get_text         (GtkWidget  *view);
void        fact_field_set_text         (GtkWidget  *view,
                                         const char *text);

typedef gboolean (*FactFieldFilter) (gpointer record,
                                     gpointer data);

/* A choice of one record of a vocabulary. @none: (nullable): what stands for no record; @selected: (nullable), offered
 * even when @filter would leave it out. */
GtkWidget  *fact_field_new_choice       (const char      *title,
                                         GListModel      *vocabulary,
                                         const char      *none,
                                         gpointer         selected,
                                         FactFieldFilter  filter,
                                         gpointer         data);
/* Returns: (transfer none) (nullable). */
gpointer    fact_field_get_choice       (GtkWidget       *field);

/* Chooses @record if it is offered, else what stands for none. */
void        fact_field_set_choice       (GtkWidget       *field,
                                         gpointer         record);

/* For fact_field_new_choice(): people at work now; @data: the clock. */
gboolean    fact_field_is_at_work       (gpointer         staff,
                                         gpointer         clock);

G_END_DECLS
