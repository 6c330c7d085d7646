/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-put-on-form.h"

#include "fact-day.h"
#include "fact-field.h"
#include "fact-patient-chooser.h"
#include "fact-patients.h"
#include "fact-reason.h"
#include "fact-team-stay.h"
#include "fact-typed-date.h"

#include <glib/gi18n.h>

struct _FactPutOnForm {
  FactForm parent_instance;

  /* owned */
  char *patient_uid;               /* NULL: none chosen */

  /* borrowed */
  GtkWidget *chooser;              /* NULL: the patient was given */
  GtkWidget *before;               /* tells of the last stay */
  GtkWidget *old_texts;            /* button */
  GtkWidget *situation;
  GtkWidget *triage;
  GtkWidget *reason;
  GtkWidget *date;
  GtkWidget *day;                  /* label: the weekday of the date */
  GtkWidget *date_problem;
  GtkWidget *actions;
  GtkWidget *safety;
};

G_DEFINE_FINAL_TYPE (FactPutOnForm, fact_put_on_form, FACT_TYPE_FORM)

static FactTeam *
get_team (FactPutOnForm *self)
{
  return fact_form_get_team (FACT_FORM (self));
}

static guint
get_today (FactPutOnForm *self)
{
  return fact_clock_get_today (fact_team_get_clock (get_team (self)));
}

static guint
read_date (FactPutOnForm *self)
{
  return fact_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), get_today (self), FACT_TYPED_DATE_PAST);
}

static void
show_day (FactPutOnForm *self)
{
  g_autofree char *day = fact_day_format (read_date (self));

  gtk_label_set_label (GTK_LABEL (self->day), day);
  fact_field_set_problem (self->date_problem, self->date, NULL);
}

static gboolean
is_offered_triage (gpointer record,
                   gpointer data)
{
  return !fact_triage_get_off (record);
}

static gboolean
is_offered_reason (gpointer record,
                   gpointer data)
{
  return !fact_reason_get_off (record);
}

static gpointer
find_observation (FactPutOnForm *self)
{
  GListModel *all = fact_team_get_vocabulary (get_team (self), FACT_TYPE_TRIAGE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (all, i);

    if (!fact_triage_get_off (triage) && fact_triage_get_role (triage) == FACT_TRIAGE_ROLE_OBSERVATION)
      return triage;             /* the team keeps it */
  }
  return NULL;
}

static void
show_last_stay (FactPutOnForm *self)
{
  FactLastStay last;
  gboolean known = fact_team_get_last_stay (get_team (self), self->patient_uid, &last);
  gboolean texts = last.situation || last.actions || last.safety;

  gtk_widget_set_visible (self->before, known);
  gtk_widget_set_visible (self->old_texts, texts);
  fact_field_set_choice (self->reason, known ? last.reason : NULL);
  if (known) {
    g_autofree char *from = fact_day_format_short (last.date);
    g_autofree char *until = fact_day_format_short (last.until);
    /* Translators: the days of the last stay: "On the board before 190327–190412" */
    g_autofree char *text = g_strdup_printf (_("On the board before %s–%s"), from, until);

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->before), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->before), text);
  }
}

static void
set_patient (FactPutOnForm *self,
             const char    *patient_uid)
{
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (get_team (self)), patient_uid);
  g_autofree char *title = NULL;

  g_free (self->patient_uid);
  self->patient_uid = g_strdup (patient_uid);
  /* Translators: title of the dialog; the code of a patient */
  title = g_strdup_printf (_("Put %s on the board"), view ? fact_patient_view_get_code (view) : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_last_stay (self);
  gtk_widget_grab_focus (self->situation);
}

static void
chosen_cb (FactPutOnForm *self,
           const char    *patient_uid)
{
  set_patient (self, patient_uid);
}

static void
old_texts_cb (FactPutOnForm *self)
{
  FactLastStay last;

  if (!self->patient_uid || !fact_team_get_last_stay (get_team (self), self->patient_uid, &last))
    return;
  fact_field_set_text (self->situation, last.situation);
  fact_field_set_text (self->actions, last.actions);
  fact_field_set_text (self->safety, last.safety);
  gtk_widget_grab_focus (self->situation);
}

static GtkWidget *
make_before (FactPutOnForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->before = adw_action_row_new ();
  self->old_texts = gtk_button_new_with_label (_("Use the old texts"));
  gtk_widget_set_valign (self->old_texts, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->before, FALSE);
  g_signal_connect_object (self->old_texts, "clicked", G_CALLBACK (old_texts_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->before), self->old_texts);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->before);
  g_object_bind_property (self->before, "visible", group, "visible", G_BINDING_SYNC_CREATE);

  return group;
}

static GtkWidget *
make_details (FactPutOnForm *self)
{
  FactTeam *team = get_team (self);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *today = fact_day_format_short (get_today (self));

  self->triage = fact_field_new_choice (_("Triage"), fact_team_get_vocabulary (team, FACT_TYPE_TRIAGE), NULL,
                                        find_observation (self), is_offered_triage, NULL);
  self->reason = fact_field_new_choice (_("Reason"), fact_team_get_vocabulary (team, FACT_TYPE_REASON),
                                        C_("reason", "None"), NULL, is_offered_reason, NULL);
  self->date = fact_field_new_entry (_("Date"), today);
  self->day = gtk_label_new ("");
  gtk_widget_add_css_class (self->day, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->date), self->day);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->triage);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->date);

  return fact_field_new_with_problem (group, &self->date_problem);
}

static void
fact_put_on_form_constructed (GObject *object)
{
  FactPutOnForm *self = FACT_PUT_ON_FORM (object);
  FactForm *form = FACT_FORM (object);

  G_OBJECT_CLASS (fact_put_on_form_parent_class)->constructed (object);

  fact_form_set_words (form, _("Put on the board"), _("Put on"));
  fact_form_append (form, make_before (self));
  fact_form_append (form, fact_field_new_text (_("Situation"), &self->situation));
  fact_form_append (form, make_details (self));
  fact_form_append (form, fact_field_new_text (_("Actions"), &self->actions));
  fact_form_append (form, fact_field_new_text (_("Safety"), &self->safety));
  show_day (self);
}

static FactChange *
fact_put_on_form_build (FactForm  *form,
                        GError   **error)
{
  FactPutOnForm *self = FACT_PUT_ON_FORM (form);
  g_autofree char *situation = fact_field_get_text (self->situation);
  g_autofree char *actions = fact_field_get_text (self->actions);
  g_autofree char *safety = fact_field_get_text (self->safety);
  guint date = read_date (self);

  if (!self->patient_uid) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, _("Choose the patient first."));
    return NULL;
  }
  if (date == 0) {
    g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, _("\"%s\" is not a date. Write 190327 or 2019-03-27."),
                 gtk_editable_get_text (GTK_EDITABLE (self->date)));
    return NULL;
  }

  return fact_team_put_on_board (fact_form_get_team (form), self->patient_uid, fact_field_get_choice (self->triage),
                                 fact_field_get_choice (self->reason), date, *situation ? situation : NULL, actions,
                                 safety, error);
}

static gboolean
fact_put_on_form_show_error (FactForm     *form,
                             const GError *error)
{
  FactPutOnForm *self = FACT_PUT_ON_FORM (form);
  gboolean about_patient = error && !self->patient_uid;
  gboolean about_date = error && self->patient_uid && read_date (self) == 0;

  if (about_patient) {
    fact_patient_chooser_set_problem (FACT_PATIENT_CHOOSER (self->chooser), error->message);
    gtk_widget_grab_focus (self->chooser);
  }
  fact_field_set_problem (self->date_problem, self->date, about_date ? error->message : NULL);
  if (about_date)
    gtk_widget_grab_focus (self->date);

  return about_patient || about_date;
}

static char *
fact_put_on_form_tell (FactForm *form)
{
  FactPutOnForm *self = FACT_PUT_ON_FORM (form);
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (fact_form_get_team (form)), self->patient_uid);

  /* Translators: a patient's code, a triage state: "DD-75 is on the board now: Observation" */
  return g_strdup_printf (_("%s is on the board now: %s"), view ? fact_patient_view_get_code (view) : "",
                          fact_triage_get_label (fact_field_get_choice (self->triage)));
}

static void
fact_put_on_form_finalize (GObject *object)
{
  g_free (FACT_PUT_ON_FORM (object)->patient_uid);

  G_OBJECT_CLASS (fact_put_on_form_parent_class)->finalize (object);
}

static void
fact_put_on_form_class_init (FactPutOnFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FactFormClass *form_class = FACT_FORM_CLASS (klass);

  object_class->constructed = fact_put_on_form_constructed;
  object_class->finalize = fact_put_on_form_finalize;
  form_class->build = fact_put_on_form_build;
  form_class->show_error = fact_put_on_form_show_error;
  form_class->tell = fact_put_on_form_tell;
}

static void
fact_put_on_form_init (FactPutOnForm *self)
{
}

GtkWindow *
fact_put_on_form_new (FactTeam   *team,
                      const char *patient_uid)
{
  FactPutOnForm *self = g_object_new (FACT_TYPE_PUT_ON_FORM, "team", team, NULL);

  if (patient_uid) {
    set_patient (self, patient_uid);
    return GTK_WINDOW (self);
  }
  self->chooser = fact_patient_chooser_new (fact_team_get_patients (team));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  fact_form_prepend (FACT_FORM (self), self->chooser);
  gtk_widget_grab_focus (self->chooser);

  return GTK_WINDOW (self);
}

const char *
fact_put_on_form_get_patient (FactPutOnForm *self)
{
  g_return_val_if_fail (FACT_IS_PUT_ON_FORM (self), NULL);

  return self->patient_uid;
}
