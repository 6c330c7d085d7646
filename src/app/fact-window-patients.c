/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Patients page, and the dialogs by which patients come, go on the board and off it; every page reaches them by
 * these actions of the window. */

#include "fact-window-private.h"

#include "fact-errand.h"
#include "fact-patient-form.h"
#include "fact-patient-view.h"
#include "fact-patients-page.h"
#include "fact-patients.h"
#include "fact-put-on-form.h"
#include "fact-take-off-form.h"
#include "fact-team-stay.h"

#include <glib/gi18n.h>

/* On the board the row that is new is shown; elsewhere people stay where they are. */
static void
show_row_of (FactWindow *self,
             const char *patient_uid)
{
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (self->team), patient_uid);
  const char *stay_uid = view ? fact_patient_view_get_stay_uid (view) : NULL;

  if (stay_uid && g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "board") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-row", "s", stay_uid);
}

static void
done_cb (FactForm   *form,
         const char *text,
         FactWindow *self)
{
  if (FACT_IS_PUT_ON_FORM (form))
    show_row_of (self, fact_put_on_form_get_patient (FACT_PUT_ON_FORM (form)));
  if (*text)
    fact_window_notice_cb (self, text, FALSE, TRUE);
}

/* @form: (nullable): NULL: what it would be about has gone meanwhile. */
static void
present (FactWindow *self,
         GtkWindow  *form)
{
  if (!form) {
    fact_window_notice_cb (self, _("That is not there any more."), TRUE, FALSE);
    return;
  }
  g_signal_connect_object (form, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_set_transient_for (form, GTK_WINDOW (self));
  gtk_window_present (form);
}

/* Without a patient the dialog asks which. */
static void
put_on_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FactWindow *self = data;
  const char *uid = g_variant_get_string (parameter, NULL);

  if (!fact_window_ask_who_first (self, G_ACTION (action), parameter))
    present (self, fact_put_on_form_new (self->team, *uid ? uid : NULL));
}

static void
tell_cb (gpointer    owner,
         const char *text,
         gboolean    is_error,
         gboolean    offer_undo)
{
  fact_window_notice_cb (owner, text, is_error, offer_undo);
}

static void
put_on_now_cb (gpointer owner,
               gpointer data)
{
  FactWindow *self = owner;
  const char *patient_uid = data;
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (self->team), patient_uid);
  g_autofree char *text = NULL;

  if (!view || !fact_patient_view_get_triage (view))
    return;
  /* Translators: a patient's code, a triage state: "DD-75 is on the board now: Observation" */
  text = g_strdup_printf (_("%s is on the board now: %s"), fact_patient_view_get_code (view),
                          fact_triage_get_label (fact_patient_view_get_triage (view)));
  show_row_of (self, patient_uid);
  fact_window_notice_cb (self, text, FALSE, TRUE);
}

static FactTriage *
find_triage (FactWindow *self,
             const char *uid)
{
  GListModel *all = fact_team_get_vocabulary (self->team, FACT_TYPE_TRIAGE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (all, i);

    if (g_str_equal (fact_record_get_uid (FACT_RECORD (triage)), uid))
      return triage;             /* the team keeps it */
  }
  return NULL;
}

/* A patient dropped on the board: nothing is asked; the texts are written there. */
static void
put_on_now_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  FactWindow *self = data;
  g_autoptr (GError) error = NULL;
  FactErrand *errand = fact_errand_new (self, tell_cb, NULL);
  const char *patient_uid, *triage_uid;
  FactLastStay last;

  g_variant_get (parameter, "(&s&s)", &patient_uid, &triage_uid);
  fact_errand_set_follow_up (errand, put_on_now_cb, NULL, g_strdup (patient_uid), g_free);
  fact_team_get_last_stay (self->team, patient_uid, &last);
  fact_errand_commit (errand, self->team,
                      fact_team_put_on_board (self->team, patient_uid, find_triage (self, triage_uid), last.reason, 0, NULL,
                                              NULL, NULL, &error), &error);
}

static void
take_off_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  FactWindow *self = data;

  if (!fact_window_ask_who_first (self, G_ACTION (action), parameter))
    present (self, fact_take_off_form_new (self->team, g_variant_get_string (parameter, NULL)));
}

static void
open_patient_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       data)
{
  FactWindow *self = data;

  if (!fact_window_ask_who_first (self, G_ACTION (action), parameter))
    present (self, fact_patient_form_new (self->team, g_variant_get_string (parameter, NULL)));
}

static void
new_patient_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  FactWindow *self = data;

  if (!fact_window_ask_who_first (self, G_ACTION (action), parameter))
    present (self, fact_patient_form_new (self->team, NULL));
}

static const GActionEntry actions[] = {
  { .name = "put-on", .activate = put_on_activated_cb, .parameter_type = "s" },
  { .name = "put-on-now", .activate = put_on_now_activated_cb, .parameter_type = "(ss)" },
  { .name = "take-off", .activate = take_off_activated_cb, .parameter_type = "s" },
  { .name = "open-patient", .activate = open_patient_activated_cb, .parameter_type = "s" },
  { .name = "new-patient", .activate = new_patient_activated_cb },
};

void
fact_window_add_patient_actions (FactWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
fact_window_update_patient_actions (FactWindow *self)
{
  gboolean writable = self->team && !self->past && !fact_team_is_read_only (self->team);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
                                 writable);
}

void
fact_window_set_up_patients (FactWindow *self)
{
  adw_bin_set_child (self->patients_bin, fact_patients_page_new (self->team));
}
