/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in and out, from the menu. */

#include "fact-window-private.h"

#include "fact-board-table.h"
#include "fact-dialog.h"
#include "fact-import-window.h"
#include "fact-json.h"

#include <glib/gi18n.h>
#include <stdlib.h>

typedef struct {
  FactWindow *window;
  GFile *file;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
imported_cb (FactWindow *self,
             const char *words)
{
  fact_toast_with_action (GTK_WIDGET (self->toast_area), words, _("_Undo"), "win.undo");
}

static void
import_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FactWindow *self = data;
  FactImportWindow *window;

  if (fact_window_ask_who_first (self, G_ACTION (action), parameter))
    return;
  window = fact_import_window_new (GTK_WINDOW (self), self->team, fact_session_get_path (self->session));
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (export->file);
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    fact_dialog_tell (GTK_WIDGET (export->window), _("Could not export"), error->message);
    return;
  }
  /* Translators: %s is a file */
  text = g_strdup_printf (_("Written to %s"), name);
  fact_toast (GTK_WIDGET (export->window->toast_area), text);
}

/* Whether it lies in the folder of the board's own files, by whatever way. */
static gboolean
is_kept_there (FactWindow *self,
               GFile      *file)
{
  g_autofree char *folder = g_path_get_dirname (fact_session_get_path (self->session));
  g_autofree char *kept = realpath (folder, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *path = parent ? g_file_get_path (parent) : NULL;
  g_autofree char *real = path ? realpath (path, NULL) : NULL;

  return kept && g_strcmp0 (kept, real) == 0;
}

/* A name that is taken in that folder would be the board. */
static void
write_bytes (Export *export,
             GBytes *bytes)
{
  if (is_kept_there (export->window, export->file)) {
    fact_dialog_tell (GTK_WIDGET (export->window), _("Could not export"),
                      _("The board itself is kept in this folder. Choose another one."));
    export_free (export);
    return;
  }
  g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb, export);
}

static void
table_chosen_cb (GFile   *file,
                 gpointer data)
{
  FactWindow *self = data;
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (FactTable) table = fact_board_table_new (self->past ? self->past : self->team,
                                                      g_str_has_suffix (name, ".csv") ? ';' : '\t');
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *text = fact_table_format (table, &length);

  bytes = g_bytes_new_take (text, length);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);
  write_bytes (export, bytes);
}

static void
json_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fact_json_export_finish (FACT_TEAM (source), result, &error);

  if (bytes)
    write_bytes (g_steal_pointer (&export), bytes);
  else
    fact_dialog_tell (GTK_WIDGET (export->window), _("Could not export"), error->message);
}

static void
json_chosen_cb (GFile   *file,
                gpointer data)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (data);
  export->file = g_object_ref (file);
  fact_json_export_async (export->window->team, NULL, json_cb, export);
}

static void
export_response_cb (FactWindow *self,
                    const char *response)
{
  if (g_str_equal (response, "table"))
    fact_dialog_choose_file (GTK_WIDGET (self), _("Export Board"), GTK_FILE_CHOOSER_ACTION_SAVE, "fact-tavla.tsv",
                             table_chosen_cb, g_object_ref (self), g_object_unref);
  else if (g_str_equal (response, "records"))
    fact_dialog_choose_file (GTK_WIDGET (self), _("Export Board"), GTK_FILE_CHOOSER_ACTION_SAVE, "fact-tavla.json",
                             json_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FactWindow *self = data;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Export Board"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("The table holds signatures only: status, kind and time of contacts are not in its "
                                 "columns. A file of all records holds everything but the history."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "records", _("All _Records…"),
                                    "table", _("_Table…"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "table");
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry actions[] = {
  { .name = "import", .activate = import_activated_cb },
  { .name = "export", .activate = export_activated_cb },
};

void
fact_window_add_exchange_actions (FactWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
