/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactForm: a dialog that ends in one change of the team. Enter goes on, Escape leaves. What is wrong is told in the
 * dialog and nothing that was typed is lost; when nobody has said who acts, it steps aside while that is asked.
 *
 * Property: "team" (FactTeam, construct-only).
 * Signal "done" (const char *text): it was saved; what was done, in the reader's language, "" when nothing was. */
#define FACT_TYPE_FORM (fact_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (FactForm, fact_form, FACT, FORM, AdwWindow)

struct _FactFormClass {
  AdwWindowClass parent_class;

  /* What is to be done as the form stands. Returns: (transfer full): NULL with the error. */
  FactChange *(*build)      (FactForm     *self,
                             GError      **error);
  /* What was done, for the toast. Returns: (transfer full). */
  char       *(*tell)       (FactForm     *self);
  /* Shows @error beside the field it is about. Returns: FALSE when it is about none. */
  gboolean    (*show_error) (FactForm     *self,
                             const GError *error);
};

FactTeam  *fact_form_get_team  (FactForm   *self);
/* @title: of the window; @verb: of the button that goes on. */
void       fact_form_set_words (FactForm   *self,
                                const char *title,
                                const char *verb);
/* Adds @child below the others. */
void       fact_form_append    (FactForm   *self,
                                GtkWidget  *child);
/* Adds @child above the others. */
void       fact_form_prepend   (FactForm   *self,
                                GtkWidget  *child);
/* What Enter does. */
void       fact_form_go_on     (FactForm   *self);
void       fact_form_grab_button (FactForm *self);

G_END_DECLS
