/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* What a person can say about each word of the team, as the preferences show it. */

typedef enum {
  FACT_WORD_FIELD_NAME,            /* text; empty: the word of the role */
  FACT_WORD_FIELD_SIGNATURE,       /* text in capitals */
  FACT_WORD_FIELD_TEXT,
  FACT_WORD_FIELD_NUMBER,          /* days, minutes; 0 none */
  FACT_WORD_FIELD_POSTS,           /* stored in hundredths, written as 0.5 or 0,5 */
  FACT_WORD_FIELD_DATE,
  FACT_WORD_FIELD_SWITCH,
  FACT_WORD_FIELD_OFFERED,         /* a switch that is the opposite of what is stored */
  FACT_WORD_FIELD_CHOICE,          /* an enumeration */
  FACT_WORD_FIELD_COLOR,
  FACT_WORD_FIELD_ORGANISATION,
} FactWordFieldKind;

typedef struct {
  const char *property;
  const char *title;               /* to be translated, context "preferences" */
  FactWordFieldKind kind;
  const char *(*get_word) (int value);  /* of a choice */
  int most;                        /* of a number, or the last value of a choice */
} FactWordField;

/* The kinds of words, each a list of its own. */
typedef enum {
  FACT_WORDS_PEOPLE,
  FACT_WORDS_FUNCTIONS,
  FACT_WORDS_LEFT,                 /* people whose last day is past */
  FACT_WORDS_ORGANISATIONS,
  FACT_WORDS_TRIAGES,
  FACT_WORDS_REASONS,
  FACT_WORDS_KINDS,
} FactWords;

GType                fact_words_get_type_of   (FactWords    words);
/* The first field is what the word is called. */
const FactWordField *fact_words_list_fields   (FactWords    words,
                                               guint       *n);
const char          *fact_word_field_get_title (const FactWordField *field);

/* What a word is called now, the role's word where it has no name of its own. (transfer none) */
const char          *fact_word_get_label      (FactRecord  *record);
/* What a list says about it in short: "Nurse · Region · 0.5 posts". (transfer full) */
char                *fact_word_describe       (FactRecord  *record);

/* Posts in hundredths, with the decimal sign of the reader's language: 50 is "0.5". (transfer full) */
char                *fact_word_format_posts   (int          hundredths);
/* Point or comma, at most two decimals, at most 99. Returns: FALSE when it is no number. "" is 0. */
gboolean             fact_word_parse_posts    (const char  *text,
                                               int         *hundredths);

G_END_DECLS
