/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fact-typed-words.h"
#include "fact-week.h"

G_BEGIN_DECLS

/* Does the week grid hold what the actions say? A pure function. */

typedef enum
{
  FACT_TEXT_FAULT_DAY,     /* the people stand on another day: "text says Wednesday, grid Thursday" */
  FACT_TEXT_FAULT_STAFF,   /* somebody else stands on that day */
  FACT_TEXT_FAULT_MISSING, /* nothing in the week answers to it */
} FactTextFaultKind;

typedef struct
{
  FactTextFaultKind kind;
  guint day;        /* Julian day the text says */
  guint grid_day;   /* where the people stand instead; 0 unless FACT_TEXT_FAULT_DAY */
  GPtrArray *staff; /* (element-type utf8) ids of those the text names and the day lacks; empty: it names nobody */
  gsize offset;     /* of the weekday's word in the text, in bytes */
  gsize length;     /* of that word; 0 when a date beside it says the same, so that the word alone is not to be changed */
} FactTextFault;

typedef struct
{
  guint day;                /* Julian day */
  const char *const *staff; /* ids, NULL-terminated; NULL: nobody */
} FactTextContact;

typedef struct
{
  const char *actions;             /* the text; NULL is "" */
  guint written;                   /* Julian day it was written or confirmed; on import the Monday of the given week */
  FactWeek week;                   /* the week of the grid */
  const FactTextContact *contacts; /* the patient's contacts of that week */
  guint n_contacts;
  FactTypedWords *words;           /* signatures; "Boendestöd" is whoever has the signature BS */
  const char *care_contact;        /* id, what "fast vårdkontakt" means; NULL unknown */
  const char *physician;           /* id, what "läkare" means; NULL unknown */
  guint today;                     /* a week that is over has no faults */
} FactTextCheck;

/* A weekday in the text means that day of the week it was written in, or of the next when it was already past then;
 * plural means every week but is compared with that week only. Where the text is unsure of itself ("inte", "om",
 * "varannan", "sedan i tisdags", "nästa vecka") nothing is said: a false alarm costs more than a miss. A contact
 * that no text mentions is never a fault.
 * Returns: (transfer full) (element-type FactTextFault) in the order of the text. */
GPtrArray *fact_text_check (const FactTextCheck *check);

G_END_DECLS
