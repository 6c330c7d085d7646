/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-word-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactWordLine: one field of the form for a word: its row, the control in it, and the line below that says what is wrong
 * or how it was understood. */
typedef struct {
  const FactWordField *field;
  GtkWidget *row;
  GtkWidget *control;              /* the row itself, or what stands in it */
  GtkWidget *note_row;
  GtkLabel *note;
  gboolean touched;                /* by the person */

  GParamSpec *pspec;
  GPtrArray *organisations;        /* of FactOrganisation, as offered */
  GValue began;                    /* what stood there when editing began */
} FactWordLine;

/* @type: of the record; @organisations: those that may be chosen. Returns: (transfer full). */
FactWordLine *fact_word_line_new          (const FactWordField *field,
                                           GType                type,
                                           GPtrArray           *organisations);
void          fact_word_line_free         (FactWordLine        *self);
/* The property of the control that says that it was changed, as a signal. */
const char   *fact_word_line_get_signal   (FactWordLine        *self);

/* Shows what the record says; editing begins with that. */
void          fact_word_line_load         (FactWordLine        *self,
                                           FactRecord          *record);
/* Shows what most new words of the kind have. @today: Julian day. */
void          fact_word_line_load_new     (FactWordLine        *self,
                                           guint                today);
/* What the control says. @value: unset, of the property's type afterwards. Returns: what is wrong with it, as a sentence;
 * NULL nothing. */
const char   *fact_word_line_read         (FactWordLine        *self,
                                           guint                today,
                                           GValue              *value);
/* Whether a person changed it, to something else than it began with. */
gboolean      fact_word_line_is_changed   (FactWordLine        *self,
                                           const GValue        *value);
/* Whether somebody else has changed the record since editing began: then editing begins again with what stands there now,
 * which is said below the row if the person has touched it, and shown in it if not. Returns: whether it was said. */
gboolean      fact_word_line_catch_up     (FactWordLine        *self,
                                           FactRecord          *record);
/* @text: (nullable): what stands below the row. */
void          fact_word_line_show_note    (FactWordLine        *self,
                                           const char          *text,
                                           gboolean             is_fault);

G_END_DECLS
