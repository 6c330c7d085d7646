/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-import-window-private.h"

#include "fact-dialog.h"
#include "fact-week.h"

#include <glib/gi18n.h>

/* Progress is shown for what takes longer, in milliseconds. */
#define BUSY_MS 300
#define PULSE_MS 100

enum {
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactImportWindow, fact_import_window, ADW_TYPE_WINDOW)

/* @counts: by FactImportVerdict. */
static void
count (FactImportWindow *self,
       guint             counts[4])
{
  for (guint i = 0; self->import && i < fact_team_import_get_n_rows (self->import); i++)
    counts[fact_team_import_get_verdict (self->import, i)]++;
  for (guint i = 0; self->counts && i < self->counts->len; i++) {
    const FactRecordsCount *one = &g_array_index (self->counts, FactRecordsCount, i);

    counts[FACT_IMPORT_NEW] += one->n_new;
    counts[FACT_IMPORT_CHANGED] += one->n_changed;
    counts[FACT_IMPORT_SAME] += one->n_same;
  }
}

static const char *
get_reason (FactImportWindow *self)
{
  if (self->saving)
    return _("It is being saved. This window closes when all of it is.");
  if (!self->file)
    return self->stopped ? _("Stopped. Nothing was imported. Choose a file.") : _("Choose a file.");
  if (self->problem)
    return _("Nothing can be imported until the file is mended. Mend it, then choose it again.");
  if (self->cancellable)
    return _("The file is being read.");
  if (self->week == 0 && !self->counts)
    return _("Write a week, such as v. 20 or 2019-W20.");
  if (!self->change)
    return _("Answer the questions first.");
  if (fact_change_is_empty (self->change))
    return self->counts ? _("The board already holds all that the file holds.")
                        : _("The board already says what the table says.");
  return _("The import is one step: Undo takes all of it back.");
}

void
fact_import_window_update (FactImportWindow *self)
{
  gboolean ready = !self->cancellable && !self->saving && !self->problem && self->change &&
                   !fact_change_is_empty (self->change);
  guint counts[4] = { 0 };
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (self->import_button, ready);
  gtk_widget_set_sensitive (self->cancel_button, !self->saving);
  gtk_widget_set_sensitive (self->page, !self->saving);
  gtk_widget_set_visible (self->stop_button, !self->saving);
  gtk_widget_set_visible (GTK_WIDGET (self->week_row), !self->counts);
  gtk_label_set_label (self->reason_label, get_reason (self));
  count (self, counts);
  /* Translators: counts of patients in a file that is read, or of records of whatever kind */
  words = g_strdup_printf (_("New: %u · Changed: %u · Same: %u"), counts[FACT_IMPORT_NEW],
                           counts[FACT_IMPORT_CHANGED], counts[FACT_IMPORT_SAME]);
  gtk_label_set_label (self->count_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), self->change && !self->cancellable);
}

static gboolean
pulse_cb (gpointer data)
{
  FactImportWindow *self = data;

  gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
busy_cb (gpointer data)
{
  FactImportWindow *self = data;

  self->busy_source = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);
  self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static void
show_busy (FactImportWindow *self)
{
  if (!self->busy_source && !self->pulse_source)
    self->busy_source = g_timeout_add (BUSY_MS, busy_cb, self);
}

static void
hide_busy (FactImportWindow *self)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_widget_set_visible (self->progress_box, FALSE);
}

GCancellable *
fact_import_window_begin (FactImportWindow *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->change);
  self->cancellable = g_cancellable_new ();
  show_busy (self);
  fact_import_window_update (self);
  return self->cancellable;
}

void
fact_import_window_end (FactImportWindow *self)
{
  g_clear_object (&self->cancellable);
  hide_busy (self);
  fact_import_window_update (self);
}

/* Back to the choice; nothing has been changed. */
static void
stop (FactImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  fact_import_window_clear (self);
  g_clear_object (&self->file);
  adw_action_row_set_subtitle (self->file_row, _("A table (text with tabs, CSV), or an export of all records"));
  self->stopped = TRUE;
  fact_import_window_end (self);
  gtk_widget_grab_focus (self->choose_button);
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
    fact_import_window_look_over (self);
  fact_import_window_update (self);
}

static void
stop_clicked_cb (FactImportWindow *self)
{
  stop (self);
}

/* While it is saved the program stays, whatever windows are closed. */
static void
set_saving (FactImportWindow *self,
            gboolean          saving)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  self->saving = saving;
  if (app && saving)
    g_application_hold (G_APPLICATION (app));
  else if (app)
    g_application_release (G_APPLICATION (app));
  if (saving)
    show_busy (self);
  else
    hide_busy (self);
  fact_import_window_update (self);
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

  set_saving (self, FALSE);
  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error)) {
    gtk_window_present (GTK_WINDOW (self));
    fact_dialog_tell (GTK_WIDGET (self), _("Could not import"), error->message);
    return;
  }
  count (self, counts);
  /* Translators: counts of patients in a table that is read, or of records of whatever kind */
  words = g_strdup_printf (_("Imported. New: %u, changed: %u, the same: %u."), counts[FACT_IMPORT_NEW],
                           counts[FACT_IMPORT_CHANGED], counts[FACT_IMPORT_SAME]);
  g_signal_emit (self, signals[IMPORTED], 0, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
person_changed_cb (FactImportWindow *self)
{
  if (self->saving)
    gtk_window_present (GTK_WINDOW (self));
}

/* Who acts may have to be asked, and that is done in the window behind. */
static void
import_clicked_cb (FactImportWindow *self)
{
  set_saving (self, TRUE);
  fact_team_commit_async (self->team, self->change, NULL, committed_cb, g_object_ref (self));
  if (fact_team_is_waiting (self->team))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Cancel and Escape first stop what is under way. */
static gboolean
fact_import_window_close_request (GtkWindow *window)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (window);

  if (self->saving)
    return TRUE;
  if (!self->cancellable)
    return GTK_WINDOW_CLASS (fact_import_window_parent_class)->close_request (window);
  stop (self);
  return TRUE;
}

static void
fact_import_window_dispose (GObject *object)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  G_OBJECT_CLASS (fact_import_window_parent_class)->dispose (object);
}

static void
fact_import_window_finalize (GObject *object)
{
  FactImportWindow *self = FACT_IMPORT_WINDOW (object);

  g_clear_pointer (&self->sheet, fact_sheet_free);
  g_clear_pointer (&self->triages, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
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

  GTK_WINDOW_CLASS (klass)->close_request = fact_import_window_close_request;
  object_class->dispose = fact_import_window_dispose;
  object_class->finalize = fact_import_window_finalize;
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/facttavlan/Facttavlan/ui/fact-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, page);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, week_row);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, week_label);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, problem_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, question_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, told_group);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, FactImportWindow, count_label);
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
  fact_dialog_fit_text (GTK_WINDOW (self), 760, 640);
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
  g_signal_connect_object (team, "notify::person", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  fact_import_window_update (self);
  return self;
}
