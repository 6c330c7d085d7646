/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-who-dialog.h"

#include "fact-staff.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 320
#define STAFF "fact-staff"

typedef struct {
  GtkWidget *widget;
  FactTeam *team;
  char *action;
  GVariant *parameter;             /* (nullable) */
  GtkWindow *dialog;               /* borrowed: its list holds this */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_object_unref (question->team);
  g_free (question->action);
  g_clear_pointer (&question->parameter, g_variant_unref);
  g_free (question);
}

static void
chosen_cb (GtkListBox    *list,
           GtkListBoxRow *row,
           gpointer       data)
{
  Question *question = data;
  FactStaff *staff = g_object_get_data (G_OBJECT (row), STAFF);
  g_autoptr (GtkWidget) widget = g_object_ref (question->widget);
  g_autoptr (GVariant) parameter = question->parameter ? g_variant_ref (question->parameter) : NULL;
  g_autofree char *action = g_strdup (question->action);

  /* The window keeps it for the next time and shows it. */
  if (!gtk_widget_activate_action (widget, "win.person", "s", fact_record_get_uid (FACT_RECORD (staff))))
    fact_team_set_person (question->team, staff);
  gtk_window_destroy (question->dialog);
  gtk_widget_activate_action_variant (widget, action, parameter);
}

static GtkWidget *
make_row (FactStaff *staff)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact_staff_get_signature (staff));
  if (fact_staff_get_role (staff) != FACT_STAFF_ROLE_NONE)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact_staff_role_get_word (fact_staff_get_role (staff)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), STAFF, g_object_ref (staff), g_object_unref);

  return row;
}

/* Returns: (transfer floating) (nullable): NULL when the team has nobody. */
static GtkWidget *
make_list (FactTeam *team)
{
  GListModel *all = fact_team_get_vocabulary (team, FACT_TYPE_STAFF);
  guint today = fact_clock_get_today (fact_team_get_clock (team));
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who are you?"), -1);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactStaff) staff = g_list_model_get_item (all, i);

    if (!fact_staff_get_function (staff) && fact_staff_is_active (staff, today))
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (staff));
  }
  if (gtk_widget_get_first_child (list))
    return list;
  g_object_unref (g_object_ref_sink (list));

  return NULL;
}

gboolean
fact_who_dialog_ask_first (GtkWidget  *widget,
                           FactTeam   *team,
                           const char *action,
                           GVariant   *parameter)
{
  GtkWidget *list, *scroller;
  AdwMessageDialog *dialog;
  Question *question;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && FACT_IS_TEAM (team) && action, FALSE);

  list = fact_team_get_person (team) || fact_team_is_read_only (team) ? NULL : make_list (team);
  if (!list)
    return FALSE;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)),
                                                       _("Who are you?"), _("Choose your signature.")));
  adw_message_dialog_add_response (dialog, "close", _("_Cancel"));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_message_dialog_set_extra_child (dialog, scroller);
  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->team = g_object_ref (team);
  question->action = g_strdup (action);
  question->parameter = parameter ? g_variant_ref (parameter) : NULL;
  question->dialog = GTK_WINDOW (dialog);
  g_signal_connect_data (list, "row-activated", G_CALLBACK (chosen_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_widget_get_first_child (list));

  return TRUE;
}
