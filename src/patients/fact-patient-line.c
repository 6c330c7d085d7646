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
  FactPatientLine *head;           /* whose font and height the line has; NULL in the headings */

  /* borrowed; only the headings have labels */
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

/* What stands in @column. Returns: (transfer full). */
static char *
get_text (FactPatientView *view,
          guint            column)
{
  FactOrganisation *municipality;
  FactStaff *care_contact;

  switch (column) {
  case CODE:
    return fact_patient_line_get_code (view);
  case MUNICIPALITY:
    municipality = fact_patient_view_get_municipality (view);
    return g_strdup (municipality ? fact_organisation_get_name (municipality) : "");
  case CARE_CONTACT:
    care_contact = fact_patient_view_get_care_contact (view);
    return g_strdup (care_contact ? fact_staff_get_signature (care_contact) : "");
  case ON_BOARD:
  default:
    return tell_on_board (view);
  }
}

/* Where @column is, in a line of @width. */
static void
find_place (GtkWidget *widget,
            guint      column,
            int        width,
            int       *x,
            int       *column_width)
{
  int share = 0, from, to;

  for (guint i = 0; i < column; i++)
    share += shares[i];
  from = width * share / 100;
  to = width * (share + shares[column]) / 100;
  *column_width = MAX (to - from - SPACING, 0);
  *x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - to + SPACING : from;
}

/* A line takes what width there is and is as high as the headings, which GTK measures once: the list measures some two
 * hundred lines whenever another letter is sought. */
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
  FactPatientLine *head = self->head ? self->head : self;

  *minimum = *natural = 0;
  for (guint i = 0; i < N_COLUMNS; i++) {
    int child_minimum, child_natural;

    if (self->head && orientation == GTK_ORIENTATION_HORIZONTAL)
      break;
    gtk_widget_measure (head->labels[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
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

  for (guint i = 0; i < N_COLUMNS; i++) {
    GtkAllocation place = { 0, 0, 0, height };

    find_place (widget, i, width, &place.x, &place.width);
    if (self->labels[i])
      gtk_widget_size_allocate (self->labels[i], &place, baseline);
  }
}

static void
set_bold (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attrs);
}

/* The text of a line is made when it is seen: of the two hundred that the list keeps, some thirty are. */
static void
fact_patient_line_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  FactPatientLine *self = FACT_PATIENT_LINE (widget);
  g_autoptr (PangoLayout) layout = NULL;

  GTK_WIDGET_CLASS (fact_patient_line_parent_class)->snapshot (widget, snapshot);
  if (!self->view)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->head), NULL);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  for (guint i = 0; i < N_COLUMNS; i++) {
    g_autofree char *text = get_text (self->view, i);
    int x, width, text_height;

    find_place (widget, i, gtk_widget_get_width (widget), &x, &width);
    pango_layout_set_width (layout, width * PANGO_SCALE);
    pango_layout_set_text (layout, text, -1);
    if (i == CODE)
      set_bold (layout);
    else
      pango_layout_set_attributes (layout, NULL);
    pango_layout_get_pixel_size (layout, NULL, &text_height);
    gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x,
                                (gtk_widget_get_height (widget) - text_height) / 2, layout);
  }
}

/* GTK measures again what has text of its own. */
static void
fact_patient_line_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (fact_patient_line_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
fact_patient_line_dispose (GObject *object)
{
  FactPatientLine *self = FACT_PATIENT_LINE (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_object (&self->head);

  G_OBJECT_CLASS (fact_patient_line_parent_class)->dispose (object);
}

static void
fact_patient_line_class_init (FactPatientLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_patient_line_dispose;
  widget_class->measure = fact_patient_line_measure;
  widget_class->size_allocate = fact_patient_line_size_allocate;
  widget_class->snapshot = fact_patient_line_snapshot;
  widget_class->system_setting_changed = fact_patient_line_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_patient_line_init (FactPatientLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "patient-line");
}

GtkWidget *
fact_patient_line_new (GtkWidget *head)
{
  FactPatientLine *self;

  g_return_val_if_fail (FACT_IS_PATIENT_LINE (head) && !FACT_PATIENT_LINE (head)->head, NULL);

  self = g_object_new (FACT_TYPE_PATIENT_LINE, NULL);
  self->head = FACT_PATIENT_LINE (g_object_ref (head));

  return GTK_WIDGET (self);
}

GtkWidget *
fact_patient_line_new_head (void)
{
  FactPatientLine *self = g_object_new (FACT_TYPE_PATIENT_LINE, NULL);
  const char *const texts[N_COLUMNS] = { _("Patient"), _("Municipality"), _("Care contact"), _("On the board") };

  for (guint i = 0; i < N_COLUMNS; i++) {
    self->labels[i] = gtk_label_new (texts[i]);
    gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
    gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (self->labels[i], "heading");
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
  }
  gtk_widget_add_css_class (GTK_WIDGET (self), "head");

  return GTK_WIDGET (self);
}

void
fact_patient_line_show (FactPatientLine *self,
                        FactPatientView *view)
{
  g_return_if_fail (FACT_IS_PATIENT_LINE (self));

  g_set_object (&self->view, view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
