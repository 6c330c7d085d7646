/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patient-chooser.h"

#include "fact-field.h"
#include "fact-patient-line.h"

#include <glib/gi18n.h>

#define MOST 6
#define PATIENT "fact-patient"

struct _FactPatientChooser {
  GtkWidget parent_instance;

  /* owned */
  FactPatients *patients;

  /* borrowed */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *problem;

  gboolean settling;               /* the text is set by us */
  gboolean chosen;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactPatientChooser, fact_patient_chooser, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (FactPatientView *view)
{
  GtkWidget *row = adw_action_row_new ();
  FactOrganisation *municipality = fact_patient_view_get_municipality (view);
  FactStaff *care_contact = fact_patient_view_get_care_contact (view);
  g_autofree char *about = g_strjoin (" · ", municipality ? fact_organisation_get_name (municipality) : "–",
                                      care_contact ? fact_staff_get_signature (care_contact) : "–", NULL);
  g_autofree char *code = fact_patient_line_get_code (view);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), code);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), PATIENT, g_object_ref (view), g_object_unref);

  return row;
}

static void
show_matches (FactPatientChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  /* Enter takes the first: before anything is typed that would be anybody. */
  g_autoptr (GPtrArray) found = fact_patients_search (self->patients, text, *text ? MOST : 0);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (found->pdata[i]));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_visible (self->list, found->len > 0);
  fact_field_set_problem (self->problem, self->entry, found->len == 0 && *text ? _("No patient off the board has this code.") : NULL);
}

static void
choose (FactPatientChooser *self,
        GtkListBoxRow      *row)
{
  FactPatientView *view = row ? g_object_get_data (G_OBJECT (row), PATIENT) : NULL;
  g_autofree char *uid = view ? g_strdup (fact_patient_view_get_uid (view)) : NULL;

  if (!view)
    return;
  self->settling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), fact_patient_view_get_code (view));
  self->settling = FALSE;
  self->chosen = TRUE;
  gtk_widget_set_visible (self->list, FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, uid);
}

static void
changed_cb (FactPatientChooser *self)
{
  if (self->settling)
    return;
  self->chosen = FALSE;
  show_matches (self);
}

static void
patients_changed_cb (FactPatientChooser *self)
{
  if (!self->chosen)
    show_matches (self);
}

static void
entry_activated_cb (FactPatientChooser *self)
{
  choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static void
row_activated_cb (FactPatientChooser *self,
                  GtkListBoxRow      *row)
{
  choose (self, row);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint                  keyval,
            guint                  keycode,
            GdkModifierType        state,
            FactPatientChooser    *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || !row || !gtk_widget_get_visible (self->list))
    return FALSE;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (0, gtk_list_box_row_get_index (row) + step));
  if (row)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);

  return TRUE;
}

static void
fact_patient_chooser_dispose (GObject *object)
{
  FactPatientChooser *self = FACT_PATIENT_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->patients);

  G_OBJECT_CLASS (fact_patient_chooser_parent_class)->dispose (object);
}

static gboolean
fact_patient_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FACT_PATIENT_CHOOSER (widget)->entry);
}

static void
fact_patient_chooser_class_init (FactPatientChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_patient_chooser_dispose;
  widget_class->grab_focus = fact_patient_chooser_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", FACT_TYPE_PATIENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static void
fact_patient_chooser_init (FactPatientChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->entry = fact_field_new_entry (_("Patient"), NULL);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->entry), FALSE);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Patients"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entry);
  self->box = fact_field_new_with_problem (group, &self->problem);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
fact_patient_chooser_new (FactPatients *patients)
{
  FactPatientChooser *self = g_object_new (FACT_TYPE_PATIENT_CHOOSER, NULL);

  self->patients = g_object_ref (patients);
  /* They may be on their way from the file. */
  g_signal_connect_object (patients, "notify::n-total", G_CALLBACK (patients_changed_cb), self, G_CONNECT_SWAPPED);
  show_matches (self);

  return GTK_WIDGET (self);
}

void
fact_patient_chooser_set_problem (FactPatientChooser *self,
                                  const char         *text)
{
  g_return_if_fail (FACT_IS_PATIENT_CHOOSER (self));

  fact_field_set_problem (self->problem, self->entry, text);
}
