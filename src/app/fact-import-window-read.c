/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a file to the change it would make. */

#include "fact-import-window-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* A file on its way through the thread: what it turned out to be. */
typedef struct {
  GFile *file;
  GStrv words;
  GBytes *records;                 /* an export */
  FactSheet *sheet;                /* or a table */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  g_strfreev (reading->words);
  g_clear_pointer (&reading->records, g_bytes_unref);
  g_clear_pointer (&reading->sheet, fact_sheet_free);
  g_free (reading);
}

/* Takes @error. What was cancelled is nobody's any more. */
static void
fail (FactImportWindow *self,
      GError           *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_free (self->problem);
    self->problem = g_strdup (error->message);
    fact_import_window_show_refusals (self);
    fact_import_window_end (self);
  }
  g_error_free (error);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (FactImportWindow) self = data;
  GError *error = NULL;
  g_autoptr (FactChange) change = fact_team_import_build_finish (FACT_TEAM_IMPORT (source), result, &error);

  if (!change && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_error_free (error);
    return;
  }
  fact_import_window_end (self);
  if (change) {
    g_set_object (&self->change, change);
    fact_import_window_show_told (self);
  }
  g_clear_error (&error);
  fact_import_window_update (self);
}

void
fact_import_window_build (FactImportWindow *self)
{
  fact_import_window_clear_told (self);
  fact_team_import_build_async (self->import, fact_import_window_begin (self), built_cb, g_object_ref (self));
}

static void
progress_cb (FactImportWindow *self)
{
  double progress;

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_object_get (self->import, "progress", &progress, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, progress);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (FactImportWindow) self = data;
  GError *error = NULL;

  if (!fact_team_import_prepare_finish (FACT_TEAM_IMPORT (source), result, &error)) {
    fail (self, error);
    return;
  }
  if (self->import != FACT_TEAM_IMPORT (source))
    return;
  fact_import_window_show_questions (self);
  fact_import_window_build (self);
}

/* What the sheet will do to the board in the week that is typed. */
void
fact_import_window_look_over (FactImportWindow *self)
{
  fact_import_window_clear_shown (self);
  g_clear_object (&self->import);
  g_clear_object (&self->change);
  if (!self->sheet || self->week == 0) {
    fact_import_window_update (self);
    return;
  }
  if (self->sheet->refusals->len > 0) {
    g_free (self->problem);
    self->problem = fact_sheet_format_refusals (self->sheet);
    fact_import_window_show_refusals (self);
    fact_import_window_end (self);
    return;
  }
  self->import = fact_board_import_new (self->team, self->week, self->sheet, self->triages);
  g_signal_connect_object (self->import, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  fact_team_import_prepare_async (self->import, fact_import_window_begin (self), prepared_cb, g_object_ref (self));
}

static void
records_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (FactImportWindow) self = data;
  GError *error = NULL;
  GArray *counts = NULL;
  FactChange *change = fact_json_import_finish (FACT_TEAM (source), result, &counts, &error);

  if (!change) {
    fail (self, error);
    return;
  }
  self->change = change;
  self->counts = counts;
  fact_import_window_show_told (self);
  fact_import_window_end (self);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (FactTable) table = NULL;

  reading->records = fact_json_load (reading->file, cancellable, &error);
  if (!reading->records && !error)
    table = fact_table_load (reading->file, cancellable, &error);
  if (table)
    reading->sheet = fact_sheet_read (table, (const char *const *) reading->words);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    fail (self, error);
    return;
  }
  if (reading->records) {
    fact_json_import_async (self->team, reading->records, self->cancellable, records_cb, g_object_ref (self));
    return;
  }
  self->sheet = g_steal_pointer (&reading->sheet);
  fact_import_window_end (self);
  fact_import_window_look_over (self);
}

/* The board's own files, which are all named after the first, are never opened a second time: that would give up the
 * lock on them. */
static gboolean
is_kept_there (FactImportWindow *self,
               GFile            *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path ? realpath (path, NULL) : NULL;
  g_autofree char *kept = self->kept ? realpath (self->kept, NULL) : NULL;
  char *extension = kept ? strrchr (kept, '.') : NULL;

  if (extension && extension > strrchr (kept, '/'))
    extension[1] = '\0';
  return real && kept && g_str_has_prefix (real, kept);
}

void
fact_import_window_clear (FactImportWindow *self)
{
  fact_import_window_clear_shown (self);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->sheet, fact_sheet_free);
  g_clear_pointer (&self->triages, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_object (&self->import);
  g_clear_object (&self->change);
}

void
fact_import_window_set_file (FactImportWindow *self,
                             GFile            *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  Reading *reading;

  g_return_if_fail (FACT_IS_IMPORT_WINDOW (self) && G_IS_FILE (file));

  g_set_object (&self->file, file);
  adw_action_row_set_subtitle (self->file_row, markup);
  fact_import_window_clear (self);
  self->stopped = FALSE;
  if (is_kept_there (self, file)) {
    fact_import_window_begin (self);
    fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _("The file is the board itself, not a table.")));
    return;
  }
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->words = fact_board_import_list_words (self->team, &self->triages);
  task = g_task_new (self, fact_import_window_begin (self), read_cb, NULL);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

