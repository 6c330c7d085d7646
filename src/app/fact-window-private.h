/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-page.h"
#include "fact-session.h"
#include "fact-status-line.h"
#include "fact-toast-area.h"
#include "fact-window.h"

G_BEGIN_DECLS

struct _FactWindow {
  AdwApplicationWindow parent_instance;

  /* owned */
  GSettings *settings;
  FactSession *session;
  FactTeam *team;                  /* NULL until the session is open */
  GtkWidget *asked_from;           /* weak: what had the focus when it was asked who acts */
  char *wanted_action;             /* waits for somebody to say who they are; NULL none */
  GVariant *wanted_parameter;
  gboolean asked;                  /* the menu of people opened by itself, and nobody has moved in it yet */
  FactTeam *past;                  /* the board as it stood, NULL when today's is shown */
  GCancellable *opening_past;      /* NULL: none is being opened */
  GCancellable *undoing;           /* NULL: nothing is being undone or redone */
  gboolean redoing;
  guint undo_source;               /* until it is told that it takes a while */

  /* template */
  AdwViewSwitcherTitle *switcher_title;
  gboolean narrow;                 /* the pages are turned at the bottom */
  guint narrow_source;
  AdwViewStack *pages;
  GtkStack *board_stack;
  AdwBin *board_bin;
  AdwBin *past_bin;
  GtkInfoBar *past_bar;
  GtkLabel *past_label;
  AdwBin *patients_bin;
  AdwStatusPage *problem_page;
  AdwStatusPage *empty_page;
  GtkWidget *import_button;
  GtkWidget *new_patient_button;
  GtkWidget *demo_button;
  GtkWidget *empty_put_on_button;
  GtkWidget *look_at_patients_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *person_button;
  FactToastArea *toast_area;
  FactStatusLine *status_line;

  gboolean adding_me;              /* who is added to an empty team now is who acts */
};

/* fact-window.c */
/* The page that is shown: today's or the old board's. */
FactBoardPage *fact_window_get_board_page (FactWindow *self);
/* Which page of the board is to be seen. */
void fact_window_update_page     (FactWindow *self);
void fact_window_notice_cb       (FactWindow *self,
                                  const char *text,
                                  gboolean    is_error,
                                  gboolean    offer_undo);

/* fact-window-actions.c */
void fact_window_add_actions     (FactWindow *self);
/* The one place that says what can be done now. */
void fact_window_update_actions  (FactWindow *self);

/* fact-window-exchange.c */
void fact_window_add_exchange_actions (FactWindow *self);

/* fact-window-past.c */
void fact_window_add_past_actions (FactWindow *self);
void fact_window_clear_past      (FactWindow *self);
/* Says that the board can only be looked at, for as long as the window is there. */
void fact_window_show_read_only  (FactWindow *self);

/* fact-window-patients.c */
void fact_window_add_patient_actions    (FactWindow *self);
void fact_window_update_patient_actions (FactWindow *self);
void fact_window_set_up_patients        (FactWindow *self);

/* fact-window-undo.c */
void fact_window_add_undo_actions (FactWindow *self);
void fact_window_clear_undo      (FactWindow *self);
/* Whether an undo or redo takes so long that it can be stopped; no other is begun meanwhile. */
gboolean fact_window_is_undoing  (FactWindow *self);

/* fact-window-person.c */
void fact_window_set_up_person   (FactWindow *self);
/* Asks who acts when nobody has said so, before a form is filled in; @action of the window is activated again once
 * somebody has answered. In a team of nobody there is nobody to ask for. Returns: whether it is asked; then nothing is
 * to be done now. */
gboolean fact_window_ask_who_first (FactWindow *self,
                                    GAction    *action,
                                    GVariant   *parameter);
void fact_window_forget_wanted   (FactWindow *self);

/* fact-window-preferences.c */
void fact_window_set_up_preferences (FactWindow *self);
/* Shows the board as the settings say. */
void fact_window_apply_settings  (FactWindow *self);

G_END_DECLS
