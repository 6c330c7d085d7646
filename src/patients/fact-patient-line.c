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

/* How much of the width each column has, in percent: the same in every line, so that they stand beneath each other. */
static const int shares[N_COLUMNS] = { 31, 25, 12, 32 };

#define SPACING 12

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
fact_patient_line_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  FactPatientLine *self = FACT_PATIENT_LINE (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < N_COLUMNS; i++) {
    int child_minimum, child_natural;

    gtk_widget_measure (self->labels[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
      *minimum = MAX (*minimum, (child_minimum + SPACING) * 100 / shares[i]);
      *natural = MAX (*natural, (child_natural + SPACING) * 100 / shares[i]);
    } else {
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  }
}

static void
fact_patient_line_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  FactPatientLine *self = FACT_PATIENT_LINE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int share = 0;

  for (guint i = 0; i < N_COLUMNS; i++) {
    int start = width * share / 100, end = width * (share + shares[i]) / 100;
    GtkAllocation place = { mirrored ? width - end + SPACING : start, 0, MAX (end - start - SPACING, 0), height };

    gtk_widget_size_allocate (self->labels[i], &place, baseline);
    share += shares[i];
  }
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
  widget_class->measure = fact_patient_line_measure;
  widget_class->size_allocate = fact_patient_line_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_patient_line_init (FactPatientLine *self)
{
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
  g_autofree char *code = NULL;

  g_return_if_fail (FACT_IS_PATIENT_LINE (self));

  g_set_object (&self->view, view);
  if (!view)
    return;
  municipality = fact_patient_view_get_municipality (view);
  care_contact = fact_patient_view_get_care_contact (view);
  on_board = tell_on_board (view);
  code = fact_patient_line_get_code (view);
  gtk_label_set_label (GTK_LABEL (self->labels[CODE]), code);
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
fact_patient_line_get_code (FactPatientView *view)
{
  g_autofree char *namesakes = fact_patient_view_get_namesakes (view);

  if (!namesakes)
    return g_strdup (fact_patient_view_get_code (view));
  return g_strdup_printf ("%s · %s", fact_patient_view_get_code (view), namesakes);
}

char *
fact_patient_line_get_name (FactPatientView *view)
{
  FactOrganisation *municipality = fact_patient_view_get_municipality (view);
  FactStaff *care_contact = fact_patient_view_get_care_contact (view);
  g_autofree char *on_board = tell_on_board (view);
  g_autofree char *code = fact_patient_line_get_code (view);
  GString *name = g_string_new (code);

  if (municipality)
    g_string_append_printf (name, ", %s", fact_organisation_get_name (municipality));
  if (care_contact)
    g_string_append_printf (name, ", %s", fact_staff_get_signature (care_contact));
  if (*on_board)
    g_string_append_printf (name, ", %s", on_board);

  return g_string_free (name, FALSE);
}
