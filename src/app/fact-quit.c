/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-quit.h"

#include "fact-dialog.h"

#include <glib/gi18n.h>

/* On a dialog: what stood in its fields when it was shown. */
#define BEFORE "fact-quit-before"
/* On a dialog: what is typed in it may be lost. */
#define LET_GO "fact-quit-let-go"

typedef struct {
  GtkApplication *app;
  GtkWindow *dialog;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->app);
  g_object_unref (question->dialog);
  g_free (question);
}

static void
append_typed (GString   *typed,
              GtkWidget *widget)
{
  /* What is searched for, or the name of a file, is nothing to save. */
  if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_FILE_CHOOSER (widget))
    return;
  if (GTK_IS_TEXT (widget)) {
    g_string_append_printf (typed, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  } else if (GTK_IS_TEXT_VIEW (widget)) {
    g_autofree char *text = NULL;

    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
    g_string_append_printf (typed, "%s\n", text);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    append_typed (typed, child);
}

/* Returns: (transfer full). */
static char *
read_typed (GtkWidget *dialog)
{
  GString *typed = g_string_new (NULL);

  append_typed (typed, dialog);
  return g_string_free (typed, FALSE);
}

static gboolean
would_lose (GtkWindow *dialog)
{
  const char *before = g_object_get_data (G_OBJECT (dialog), BEFORE);
  g_autofree char *now = read_typed (GTK_WIDGET (dialog));

  return before && !g_str_equal (before, now) && !g_object_get_data (G_OBJECT (dialog), LET_GO);
}

static gboolean
has_own_dialog (GListModel *windows,
                GtkWindow  *window)
{
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (other) == window && gtk_widget_get_visible (GTK_WIDGET (other)))
      return TRUE;
  }
  return FALSE;
}

/* A dialog that no other lies over. Returns: (transfer full) (nullable). */
static GtkWindow *
find_topmost_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (window) && gtk_widget_get_visible (GTK_WIDGET (window)) &&
        !has_own_dialog (windows, window))
      return g_steal_pointer (&window);
  }
  return NULL;
}

static void
quit_again_cb (gpointer data)
{
  fact_quit (data);
  g_object_unref (data);
}

static void
let_go_cb (gpointer data)
{
  Question *question = data;

  g_object_set_data (G_OBJECT (question->dialog), LET_GO, GINT_TO_POINTER (TRUE));
  /* Once the question itself has closed. */
  g_idle_add_once (quit_again_cb, g_object_ref (question->app));
}

static void
ask (GtkApplication *app,
     GtkWindow      *dialog)
{
  Question *question = g_new0 (Question, 1);

  question->app = g_object_ref (app);
  question->dialog = g_object_ref (dialog);
  fact_dialog_ask (GTK_WIDGET (dialog), _("Close without saving?"), _("What you have written here is not saved."),
                   _("Close _Without Saving"), TRUE, let_go_cb, question, question_free);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *parameter,
        gpointer   data)
{
  g_action_group_activate_action (G_ACTION_GROUP (data), "quit", NULL);
  return TRUE;
}

static void
mapped_cb (GtkWidget *dialog)
{
  if (!g_object_get_data (G_OBJECT (dialog), BEFORE))
    g_object_set_data_full (G_OBJECT (dialog), BEFORE, read_typed (dialog), g_free);
}

static void
watch (GtkWindow      *window,
       GtkApplication *app)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (key_cb, app, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

static void
windows_changed_cb (GListModel     *windows,
                    guint           position,
                    guint           n_removed,
                    guint           n_added,
                    GtkApplication *app)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (!GTK_IS_APPLICATION_WINDOW (window))
      watch (window, app);
  }
}

void
fact_quit_watch (GtkApplication *app)
{
  g_return_if_fail (GTK_IS_APPLICATION (app));

  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), app, 0);
}

void
fact_quit (GtkApplication *app)
{
  g_autoptr (GList) windows = NULL;
  GtkWindow *topmost;

  g_return_if_fail (GTK_IS_APPLICATION (app));

  while ((topmost = find_topmost_dialog ())) {
    g_autoptr (GtkWindow) dialog = topmost;

    if (would_lose (dialog)) {
      ask (app, dialog);
      return;
    }
    gtk_window_close (dialog);
    if (gtk_widget_get_visible (GTK_WIDGET (dialog)))
      return;
  }
  /* Closing lets each window keep its size; the application ends with the last one. */
  windows = g_list_copy (gtk_application_get_windows (app));
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}
