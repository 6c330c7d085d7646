/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-restore-dialog.h"

#include "fact-dialog.h"
#include "fact-team-restore.h"

#include <glib/gi18n.h>

#define RESPONSE_RESTORE "restore"

typedef struct {
  FactTeam *team;
  FactRestore *restore;            /* NULL until it is read */
  FactHistoryEntry *entry;
  GtkWindow *parent;               /* referenced until the question is answered */
  AdwMessageDialog *dialog;        /* borrowed: it owns this */
  GPtrArray *checks;               /* of GtkCheckButton, one a value */
  GtkWidget *reason;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->team);
  g_clear_object (&self->restore);
  g_object_unref (self->entry);
  g_object_unref (self->parent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
update (Question *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  gboolean some = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    some |= gtk_check_button_get_active (self->checks->pdata[i]);
  adw_message_dialog_set_response_enabled (self->dialog, RESPONSE_RESTORE, some && *reason);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  if (fact_team_commit_finish (FACT_TEAM (source), result, &error))
    g_signal_emit_by_name (parent, "notice", _("Restored from the history"), FALSE, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fact_dialog_tell (parent, _("Could not restore"), error->message);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *self)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, self->checks->len);
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, RESPONSE_RESTORE))
    return;
  for (guint i = 0; i < self->checks->len; i++)
    chosen[i] = gtk_check_button_get_active (self->checks->pdata[i]);
  change = fact_team_restore (self->team, self->restore, chosen, gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                              &error);
  if (change)
    fact_team_commit_async (self->team, change, NULL, committed_cb, g_object_ref (self->parent));
  else
    fact_dialog_tell (GTK_WIDGET (self->parent), _("Could not restore"), error->message);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", 60, NULL);

  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A value that cannot be set back stands there with the reason: nobody has to wonder where it went. */
static GtkWidget *
make_value (Question *self,
            guint     value)
{
  const char *words = fact_restore_get_words (self->restore, value);
  const char *problem = fact_restore_get_problem (self->restore, value);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), make_label (words, NULL));
  if (problem)
    gtk_box_append (GTK_BOX (texts), make_label (problem, "dim-label"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem ? problem : "", -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !problem);
  gtk_widget_set_sensitive (check, !problem);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  g_ptr_array_add (self->checks, check);
  return check;
}

static GtkWidget *
make_content (Question *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Why is it restored?"));

  for (guint i = 0; i < fact_restore_get_n_values (self->restore); i++)
    gtk_box_append (GTK_BOX (box), make_value (self, i));
  self->reason = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->reason);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("restore", "Reason"), -1);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->reason);
  return box;
}

/* Takes @self. */
static void
ask (Question *self)
{
  g_autofree char *body = g_strdup_printf ("%s %s: %s", fact_history_entry_get_local_time (self->entry),
                                           fact_history_entry_get_who_words (self->entry),
                                           fact_history_entry_get_words (self->entry));
  GtkWidget *dialog = adw_message_dialog_new (self->parent, _("Restore What Stood Before?"), body);

  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  self->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (dialog), "question", self, (GDestroyNotify) question_free);
  adw_message_dialog_set_extra_child (self->dialog, make_content (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), RESPONSE_RESTORE, _("_Restore"), NULL);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_default_response (self->dialog, RESPONSE_RESTORE);
  adw_message_dialog_set_response_appearance (self->dialog, RESPONSE_RESTORE, ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  update (self);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->reason);
}

/* (nullable): why nothing at all can be set back. */
static const char *
find_refusal (FactRestore *restore)
{
  const char *problem = NULL;

  for (guint i = 0; i < fact_restore_get_n_values (restore); i++) {
    problem = fact_restore_get_problem (restore, i);
    if (!problem)
      return NULL;
  }
  return problem;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GError) error = NULL;
  const char *refusal;

  self->restore = fact_team_read_restore_finish (FACT_TEAM (source), result, &error);
  refusal = self->restore ? find_refusal (self->restore) : error->message;
  if (refusal)
    fact_dialog_tell (GTK_WIDGET (self->parent), _("This cannot be restored"), refusal);
  else
    ask (g_steal_pointer (&self));
}

void
fact_restore_dialog_ask (GtkWindow        *parent,
                         FactTeam         *team,
                         FactHistoryEntry *entry,
                         const char       *patient_uid)
{
  Question *self = g_new0 (Question, 1);

  g_return_if_fail (GTK_IS_WINDOW (parent) && FACT_IS_TEAM (team) && FACT_IS_HISTORY_ENTRY (entry));

  self->team = g_object_ref (team);
  self->entry = g_object_ref (entry);
  self->parent = g_object_ref (parent);
  fact_team_read_restore_async (team, fact_history_entry_get_seq (entry), patient_uid, NULL, read_cb, self);
}
