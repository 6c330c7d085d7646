/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fact-typed-words.h"

G_BEGIN_DECLS

/* What people write in a day cell: "CSA", "CSA+HMR 10 hb", "SIP 13", "ring syster 13", "CSA må-fr", "DEN 8.30 inj!".
 * A cell never fails: what is not understood is text, and everything typed is kept somewhere.
 *
 * Signatures come first, in any case, joined by + or /; further on only as the team writes them. Time, kind and
 * weekdays stand before the text, time and kind also after it. Contacts are separated by a comma, a semicolon or
 * a new line. "!" at the end means done, and not planned. */
typedef struct
{
  GPtrArray *staff;   /* (element-type utf8) ids as typed, each once; empty: nobody */
  char *time;         /* "HH:MM" or NULL */
  char *kind;         /* id or NULL */
  char *text;         /* NULL when nothing is left */
  gboolean done;      /* "!": done, unplanned */
  guint weekdays;     /* a set, bit 0 Monday; 0: the cell's own day */
  GPtrArray *unknown; /* (element-type utf8) words of the text that look like signatures */
} FactTypedContact;

/* The first word that is written as a time of day and is none: "25:99", "kl 13:70". It is kept as text, which is to be
 * told. text: (nullable). (transfer full) (nullable) */
char *fact_typed_find_no_time (const char *text);

void fact_typed_contact_free (FactTypedContact *self);

/* Reads a cell; "" and NULL give an empty array. text: (nullable) valid UTF-8.
 * Returns: (transfer full) (element-type FactTypedContact) */
GPtrArray *fact_typed_contact_parse (const char     *text,
                                     FactTypedWords *words);

/* The shortest text that reads back as the same contact: "CSA+HMR 10 hb ta med papper". (transfer full) */
char *fact_typed_contact_format (const FactTypedContact *self,
                                 FactTypedWords         *words);

/* The cell of a table: signatures joined by +, contacts by ", "; of a contact with nobody its text, else its
 * kind's short form, else its time. (transfer full) */
char *fact_typed_contact_format_sheet (GPtrArray      *contacts,
                                       FactTypedWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactTypedContact, fact_typed_contact_free)

G_END_DECLS
