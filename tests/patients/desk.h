/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "team-fixture.h"

#include "fact-form.h"
#include "fact-patients.h"

/* A real team with the Patients page or a form of it shown; the window's actions only say that they were asked for. */
typedef struct {
  TeamFixture *fixture;
  FactTeam *team;
  GtkWidget *window;               /* the board's, or the form */
  GString *asked;                  /* "put-on UID\n"…: actions of the window since the last desk_take_asked() */
  char *done;                      /* what a form said when it was done, NULL: it is not */
} Desk;

void          desk_set_up         (Desk          *desk,
                                   gconstpointer  data);
void          desk_tear_down      (Desk          *desk,
                                   gconstpointer  data);
/* Shows @child in a window. */
void          desk_show           (Desk          *desk,
                                   GtkWidget     *child);
/* Shows @form, and takes down what it says when it is done. */
void          desk_show_form      (Desk          *desk,
                                   GtkWindow     *form);
/* Until two frames have been painted and nothing is under way. */
void          desk_settle         (Desk          *desk);
/* All patients, once the team has loaded them. */
FactPatients *desk_load           (Desk          *desk);
/* Commits what a verb built. Takes @change. */
void          desk_commit         (Desk          *desk,
                                   FactChange    *change);
/* Adds a patient. */
const char   *desk_add            (Desk          *desk,
                                   const char    *code,
                                   const char    *municipality,
                                   const char    *care_contact);
const char   *desk_find           (Desk          *desk,
                                   const char    *code);
char         *desk_take_asked     (Desk          *desk);

/* The widget of @type with the accessible name or shown text @name, visible ones only. Fails where there is none. */
gpointer      desk_get            (Desk          *desk,
                                   GType          type,
                                   const char    *name);
/* The same; NULL where there is none. */
gpointer      desk_seek           (GtkWidget     *widget,
                                   GType          type,
                                   const char    *name);
/* Writes over what stands in the field. */
void          desk_type           (Desk          *desk,
                                   const char    *field,
                                   const char    *text);
/* Chooses a line of a choice by its words. */
void          desk_choose         (Desk          *desk,
                                   const char    *field,
                                   const char    *words);
/* The words of the line that a choice shows. (transfer none) */
const char   *desk_get_choice     (Desk          *desk,
                                   const char    *field);
void          desk_tick           (Desk          *desk,
                                   const char    *check);
void          desk_press          (Desk          *desk,
                                   const char    *button);
/* What Enter does in a form. */
void          desk_go_on          (Desk          *desk);
/* A form is done and said @text. */
void          desk_assert_done    (Desk          *desk,
                                   const char    *text);
/* A form is not done; @text stands in it as what is wrong, beside @field (nullable). */
void          desk_assert_wrong   (Desk          *desk,
                                   const char    *field,
                                   const char    *text);
