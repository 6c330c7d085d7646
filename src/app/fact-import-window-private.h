/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-import.h"
#include "fact-import-window.h"
#include "fact-json.h"

G_BEGIN_DECLS

struct _FactImportWindow {
  AdwWindow parent_instance;

  /* owned */
  FactTeam *team;
  char *kept;
  GFile *file;                     /* NULL: none chosen */
  FactWeek week;                   /* 0: what is typed is none */
  GCancellable *cancellable;       /* of what is under way, NULL nothing */
  gboolean saving;                 /* from here on it cannot be stopped */
  gboolean stopped;                /* the person stopped it, and has not chosen again */
  guint busy_source, pulse_source;
  GPtrArray *triages;
  FactSheet *sheet;                /* of a table; NULL: not read, or no table */
  FactTeamImport *import;          /* of a table that can be read */
  GArray *counts;                  /* of FactRecordsCount: of an export; NULL: not read, or none */
  FactChange *change;              /* NULL: not built */
  char *problem;                   /* why nothing can be imported, NULL nothing is wrong */
  GPtrArray *shown;                /* of GtkWidget: rows that go when another table is read */
  GPtrArray *told;                 /* of GtkWidget: rows that go with the next build */

  /* template */
  GtkWidget *import_button;
  GtkWidget *cancel_button;
  GtkWidget *choose_button;
  GtkWidget *page;
  AdwActionRow *file_row;
  GtkEditable *week_row;
  GtkLabel *week_label;
  AdwPreferencesGroup *problem_group;
  AdwPreferencesGroup *question_group;
  AdwPreferencesGroup *told_group;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkLabel *count_label;
  GtkLabel *reason_label;
};

/* fact-import-window.c */
/* What can be done now, and why not. */
void          fact_import_window_update         (FactImportWindow *self);
/* Something that may take long begins, in place of what was under way. Returns: (transfer none). */
GCancellable *fact_import_window_begin          (FactImportWindow *self);
void          fact_import_window_end            (FactImportWindow *self);

/* fact-import-window-read.c */
/* Looks over what was read again, for another week. */
void          fact_import_window_look_over      (FactImportWindow *self);
/* Builds anew after an answer. */
void          fact_import_window_build          (FactImportWindow *self);
/* Forgets what was read. */
void          fact_import_window_clear          (FactImportWindow *self);

/* fact-import-window-rows.c */
void          fact_import_window_show_refusals  (FactImportWindow *self);
void          fact_import_window_show_questions (FactImportWindow *self);
void          fact_import_window_show_told      (FactImportWindow *self);
void          fact_import_window_clear_told     (FactImportWindow *self);
void          fact_import_window_clear_shown    (FactImportWindow *self);

G_END_DECLS
