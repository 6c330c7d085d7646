/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-import-window-private.h"

#include "fact-dialog.h"
#include "fact-week.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Progress is shown for what takes longer, in milliseconds. */
#define BUSY_MS 300

enum {
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactImportWindow, fact_import_window, ADW_TYPE_WINDOW)

typedef struct {
  GFile *file;
  GStrv words;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  g_strfreev (reading->words);
  g_free (reading);
}

static const char *
get_reason (FactImportWindow *self)
{
  if (!self->file)
    return _("Choose a file.");
  if (self->week == 0)
    return _("Write a week, such as v. 20 or 2019-W20.");
  if (self->problem)
    return _("Nothing can be imported until the file is mended. Mend it, then choose it again.");
  if (self->cancellable)
    return _("The file is being read.");
  if (!self->change)
    return _("Answer the questions first.");
  if (fact_change_is_empty (self->change))
    return _("The board already says what the table says.");
  return _("The import is one step: Undo takes all of it back.");
}

static void
update (FactImportWindow *self)
{
  gboolean ready = !self->cancellable && !self->problem && self->change && !fact_change_is_empty (self->change);

  gtk_widget_set_sensitive (self->import_button, ready);
  gtk_label_set_label (self->reason_label, get_reason (self));
}

static gboolean
busy_cb (gpointer data)
{
  FactImportWindow *self = data;

  self->busy_source = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
end_busy (FactImportWindow *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  gtk_widget_set_visible (self->progress_box, FALSE);
  update (self);
}

static GCancellable *
begin_busy (FactImportWindow *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->change);
  self->cancellable = g_cancellable_new ();
  if (!self->busy_source)
    self->busy_source = g_timeout_add (BUSY_MS, busy_cb, self);
  update (self);
  return self->cancellable;
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
    end_busy (self);
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
  end_busy (self);
  if (change) {
    g_set_object (&self->change, change);
    fact_import_window_show_told (self);
  }
  g_clear_error (&error);
  update (self);
}

void
fact_import_window_build (FactImportWindow *self)
{
  fact_import_window_clear_told (self);
  fact_team_import_build_async (self->import, begin_busy (self), built_cb, g_object_ref (self));
}

static void
progress_cb (FactImportWindow *self)
{
  double progress;

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
static void
look_over (FactImportWindow *self)
{
  fact_import_window_clear_shown (self);
  g_clear_object (&self->import);
  g_clear_object (&self->change);
  if (!self->sheet || self->week == 0) {
    update (self);
    return;
  }
  if (self->sheet->refusals->len > 0) {
    g_free (self->problem);
    self->problem = fact_sheet_format_refusals (self->sheet);
    fact_import_window_show_refusals (self);
    end_busy (self);
    return;
  }
  self->import = fact_board_import_new (self->team, self->week, self->sheet, self->triages);
  g_signal_connect_object (self->import, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  fact_team_import_prepare_async (self->import, begin_busy (self), prepared_cb, g_object_ref (self));
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (FactTable) table = fact_table_load (reading->file, cancellable, &error);

  if (table)
    g_task_return_pointer (task, fact_sheet_read (table, (const char *const *) reading->words),
                           (GDestroyNotify) fact_sheet_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (source);
  GError *error = NULL;
  FactSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);

  if (!sheet) {
    fail (self, error);
    return;
  }
  g_clear_pointer (&self->sheet, fact_sheet_free);
  self->sheet = sheet;
  end_busy (self);
  look_over (self);
}

/* The board's own files are never opened a second time: that would give up the lock on them. */
static gboolean
is_kept_there (FactImportWindow *self,
               GFile            *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path ? realpath (path, NULL) : NULL;
  g_autofree char *kept = self->kept ? realpath (self->kept, NULL) : NULL;
  g_autofree char *folder = real ? g_path_get_dirname (real) : NULL;
  g_autofree char *kept_folder = kept ? g_path_get_dirname (kept) : NULL;

  return folder && g_strcmp0 (folder, kept_folder) == 0 && g_str_has_prefix (real + strlen (folder) + 1, "team.");
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
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->sheet, fact_sheet_free);
  g_clear_pointer (&self->triages, g_ptr_array_unref);
  look_over (self);
  if (is_kept_there (self, file)) {
    begin_busy (self);
    fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _("The file is the board itself, not a table.")));
    return;
  }
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->words = fact_board_import_list_words (self->team, &self->triages);
  task = g_task_new (self, begin_busy (self), read_cb, NULL);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
chosen_cb (GFile   *file,
           gpointer data)
{
  fact_import_window_set_file (data, file);
}

static void
choose_clicked_cb (FactImportWindow *self)
{
  fact_dialog_choose_file (GTK_WIDGET (self), _("Import Spreadsheet"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, chosen_cb,
                           g_object_ref (self), g_object_unref);
}

static void
week_changed_cb (FactImportWindow *self)
{
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));
  FactWeek week = fact_week_parse (gtk_editable_get_text (self->week_row), today);
  g_autofree char *label = week ? fact_week_format_label (week) : NULL;
  g_autofree char *range = week ? fact_week_format_range (week) : NULL;
  g_autofree char *text = week ? g_strdup_printf ("%s · %s %d", label, range, fact_week_get_year (week)) : NULL;

  gtk_label_set_label (self->week_label, text ? text : "");
  if (week == self->week)
    return;
  self->week = week;
  if (self->sheet)
    look_over (self);
  update (self);
}

static void
stop_clicked_cb (FactImportWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (FactImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  guint counts[4] = { 0 };
  g_autofree char *words = NULL;

  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error)) {
    gtk_window_present (GTK_WINDOW (self));
    fact_dialog_tell (GTK_WIDGET (self), _("Could not import"), error->message);
    return;
  }
  for (guint i = 0; i < fact_team_import_get_n_rows (self->import); i++)
    counts[fact_team_import_get_verdict (self->import, i)]++;
  /* Translators: counts of patients in a table that is read */
  words = g_strdup_printf (_("Imported. New: %u, changed: %u, the same: %u."), counts[FACT_IMPORT_NEW],
                           counts[FACT_IMPORT_CHANGED], counts[FACT_IMPORT_SAME]);
  g_signal_emit (self, signals[IMPORTED], 0, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Who acts may have to be asked, and that is done in the window behind. */
static void
import_clicked_cb (FactImportWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  fact_team_commit_async (self->team, self->change, NULL, committed_cb, g_object_ref (self));
}

static void
fact_import_window_dispose (GObject *object)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  G_OBJECT_CLASS (fact_import_window_parent_class)->dispose (object);
}

static void
fact_import_window_finalize (GObject *object)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (object);

  g_clear_pointer (&self->sheet, fact_sheet_free);
  g_clear_pointer (&self->triages, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->told);
  g_clear_object (&self->import);
  g_clear_object (&self->change);
  g_clear_object (&self->file);
  g_clear_object (&self->team);
  g_free (self->kept);
  g_free (self->problem);
  G_OBJECT_CLASS (fact_import_window_parent_class)->finalize (object);
}

static void
fact_import_window_class_init (FactImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_import_window_dispose;
  object_class->finalize = fact_import_window_finalize;
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/facttavlan/Facttavlan/ui/fact-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, week_row);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, week_label);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, problem_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, question_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, told_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, reason_label);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
fact_import_window_init (FactImportWindow *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->told = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

FactImportWindow *
fact_import_window_new (GtkWindow  *parent,
                        FactTeam   *team,
                        const char *kept)
{
  FactImportWindow *self;
  g_autofree char *week = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  self = g_object_new (FACT_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->team = g_object_ref (team);
  self->kept = g_strdup (kept);
  week = fact_week_format_iso (fact_week_from_day (fact_clock_get_today (fact_team_get_clock (team))));
  gtk_editable_set_text (self->week_row, week);
  update (self);
  return self;
}
