/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patient-line.h"

#include "fact-day.h"

#include <glib/gi18n.h>

enum {
  CODE,
  MUNICIPALITY,
  CARE_CONTACT,
  ON_BOARD,
  N_COLUMNS,
};

struct _FactPatientLine {
  GtkWidget parent_instance;

  /* owned */
  FactPatientView *view;

  /* borrowed */
  GtkWidget *labels[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (FactPatientLine, fact_patient_line, GTK_TYPE_WIDGET)

/* "Kris sedan 190327"; "" for who is not on the board. Returns: (transfer full). */
static char *
tell_on_board (FactPatientView *view)
{
  FactTriage *triage = fact_patient_view_get_triage (view);
  g_autofree char *date = fact_day_format_short (fact_patient_view_get_on_board (view));

  if (!triage)
    return g_strdup ("");
  /* Translators: a triage state and the day the patient was put on the board: "Crisis since 190327" */
  return g_strdup_printf (_("%s since %s"), fact_triage_get_label (triage), date);
}

static void
fact_patient_line_dispose (GObject *object)
{
  FactPatientLine *self = FACT_PATIENT_LINE (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (fact_patient_line_parent_class)->dispose (object);
}

static void
fact_patient_line_class_init (FactPatientLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_patient_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_patient_line_init (FactPatientLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "patient-line");
  for (guint i = 0; i < N_COLUMNS; i++) {
    self->labels[i] = gtk_label_new ("");
    gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
    gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
  }
  gtk_widget_add_css_class (self->labels[CODE], "heading");
}

GtkWidget *
fact_patient_line_new (void)
{
  return g_object_new (FACT_TYPE_PATIENT_LINE, NULL);
}

GtkWidget *
fact_patient_line_new_head (void)
{
  FactPatientLine *self = g_object_new (FACT_TYPE_PATIENT_LINE, NULL);

  gtk_label_set_label (GTK_LABEL (self->labels[CODE]), _("Patient"));
  gtk_label_set_label (GTK_LABEL (self->labels[MUNICIPALITY]), _("Municipality"));
  gtk_label_set_label (GTK_LABEL (self->labels[CARE_CONTACT]), _("Care contact"));
  gtk_label_set_label (GTK_LABEL (self->labels[ON_BOARD]), _("On the board"));
  for (guint i = 0; i < N_COLUMNS; i++)
    gtk_widget_add_css_class (self->labels[i], "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self), "head");

  return GTK_WIDGET (self);
}

void
fact_patient_line_show (FactPatientLine *self,
                        FactPatientView *view)
{
  FactOrganisation *municipality;
  FactStaff *care_contact;
  g_autofree char *on_board = NULL;

  g_return_if_fail (FACT_IS_PATIENT_LINE (self));

  g_set_object (&self->view, view);
  if (!view)
    return;
  municipality = fact_patient_view_get_municipality (view);
  care_contact = fact_patient_view_get_care_contact (view);
  on_board = tell_on_board (view);
  gtk_label_set_label (GTK_LABEL (self->labels[CODE]), fact_patient_view_get_code (view));
  gtk_label_set_label (GTK_LABEL (self->labels[MUNICIPALITY]),
                       municipality ? fact_organisation_get_name (municipality) : "");
  gtk_label_set_label (GTK_LABEL (self->labels[CARE_CONTACT]), care_contact ? fact_staff_get_signature (care_contact) : "");
  gtk_label_set_label (GTK_LABEL (self->labels[ON_BOARD]), on_board);
}

FactPatientView *
fact_patient_line_get_view (FactPatientLine *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_LINE (self), NULL);

  return self->view;
}

char *
fact_patient_line_get_name (FactPatientView *view)
{
  FactOrganisation *municipality = fact_patient_view_get_municipality (view);
  FactStaff *care_contact = fact_patient_view_get_care_contact (view);
  g_autofree char *on_board = tell_on_board (view);
  GString *name = g_string_new (fact_patient_view_get_code (view));

  if (municipality)
    g_string_append_printf (name, ", %s", fact_organisation_get_name (municipality));
  if (care_contact)
    g_string_append_printf (name, ", %s", fact_staff_get_signature (care_contact));
  if (*on_board)
    g_string_append_printf (name, ", %s", on_board);

  return g_string_free (name, FALSE);
}
