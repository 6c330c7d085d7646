/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo. Nearly always they are done at once; the undo of a large import takes a while, can be stopped, and is
 * one at a time. */

#include "fact-window-private.h"

#include "fact-dialog.h"

#include <glib/gi18n.h>

/* What takes longer than this is told of while it lasts, in milliseconds. */
#define SLOW_MS 500

static void
show_patient (FactWindow *self,
              const char *patient_uid)
{
  FactBoardPage *page = fact_window_get_board_page (self);

  if (page && patient_uid && fact_board_page_show_patient (page, patient_uid))
    adw_view_stack_set_visible_child_name (self->pages, "board");
}

static void
slow_cb (gpointer data)
{
  FactWindow *self = data;

  self->undo_source = 0;
  fact_window_update_actions (self);
  fact_toast_with_action (GTK_WIDGET (self->toast_area), self->redoing ? _("Redoing…") : _("Undoing…"), _("_Stop"),
                          "win.stop-undo");
}

static void
stop_waiting (FactWindow *self)
{
  g_clear_handle_id (&self->undo_source, g_source_remove);
  g_clear_object (&self->undoing);
  fact_window_update_actions (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (FactWindow) self = data;
  g_autofree char *patient = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = fact_team_undo_finish (FACT_TEAM (source), result, &patient, &error);
  gboolean redo = g_task_get_source_tag (G_TASK (result)) == fact_team_redo_async;
  g_autofree char *text = NULL;

  /* The window is gone. */
  if (!self->team)
    return;
  if (g_task_get_cancellable (G_TASK (result)) == self->undoing)
    stop_waiting (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    fact_toast (GTK_WIDGET (self->toast_area), _("Stopped. Nothing was changed."));
    return;
  }
  if (!words) {
    fact_dialog_tell (GTK_WIDGET (self), redo ? _("Could not redo") : _("Could not undo"), error->message);
    return;
  }
  /* Translators: %s says what was done, such as "Move DD-75 to Crisis" */
  text = g_strdup_printf (redo ? _("Redone: %s") : _("Undone: %s"), words);
  show_patient (self, patient);
  fact_toast (GTK_WIDGET (self->toast_area), text);
}

static void
begin (FactWindow *self,
       gboolean    redo)
{
  stop_waiting (self);
  self->undoing = g_cancellable_new ();
  self->redoing = redo;
  self->undo_source = g_timeout_add_once (SLOW_MS, slow_cb, self);
  if (redo)
    fact_team_redo_async (self->team, self->undoing, undone_cb, g_object_ref (self));
  else
    fact_team_undo_async (self->team, self->undoing, undone_cb, g_object_ref (self));
}

/* While somebody types, the keys of undo and redo are about the typing. */
static gboolean
pass_to_text (FactWindow *self,
              const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

static void
undo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  if (!pass_to_text (data, "text.undo"))
    begin (data, FALSE);
}

static void
redo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  if (!pass_to_text (data, "text.redo"))
    begin (data, TRUE);
}

static void
stop_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  g_cancellable_cancel (FACT_WINDOW (data)->undoing);
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_activated_cb },
  { .name = "redo", .activate = redo_activated_cb },
  { .name = "stop-undo", .activate = stop_activated_cb },
};

void
fact_window_add_undo_actions (FactWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

gboolean
fact_window_is_undoing (FactWindow *self)
{
  return self->undoing && !self->undo_source;
}

void
fact_window_clear_undo (FactWindow *self)
{
  g_clear_handle_id (&self->undo_source, g_source_remove);
  if (self->undoing)
    g_cancellable_cancel (self->undoing);
  g_clear_object (&self->undoing);
}
