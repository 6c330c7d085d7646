/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-import.h"
#include "fact-import-window.h"

G_BEGIN_DECLS

struct _FactImportWindow {
  AdwWindow parent_instance;

  /* owned */
  FactTeam *team;
  char *kept;
  GFile *file;                     /* NULL: none chosen */
  FactWeek week;                   /* 0: what is typed is none */
  GCancellable *cancellable;       /* of what is under way, NULL nothing */
  guint busy_source;
  GPtrArray *triages;
  FactSheet *sheet;                /* NULL: not read */
  FactTeamImport *import;
  FactChange *change;              /* NULL: not built */
  char *problem;                   /* why nothing can be imported, NULL nothing is wrong */
  GPtrArray *shown;                /* of GtkWidget: rows that go when another table is read */
  GPtrArray *told;                 /* of GtkWidget: rows that go with the next build */

  /* template */
  GtkWidget *import_button;
  AdwActionRow *file_row;
  GtkEditable *week_row;
  GtkLabel *week_label;
  AdwPreferencesGroup *problem_group;
  AdwPreferencesGroup *question_group;
  AdwPreferencesGroup *told_group;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel *reason_label;
};

/* fact-import-window.c */
/* Builds anew after an answer. */
void fact_import_window_build          (FactImportWindow *self);

/* fact-import-window-rows.c */
void fact_import_window_show_refusals  (FactImportWindow *self);
void fact_import_window_show_questions (FactImportWindow *self);
void fact_import_window_show_told      (FactImportWindow *self);
void fact_import_window_clear_told     (FactImportWindow *self);
void fact_import_window_clear_shown    (FactImportWindow *self);

G_END_DECLS
