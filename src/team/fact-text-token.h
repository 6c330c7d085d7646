/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-text-mention.h"

G_BEGIN_DECLS

/* The words of a sentence in running text, and what each stands for. */
typedef enum {
  FACT_TEXT_TOKEN_WORD,
  FACT_TEXT_TOKEN_STAFF,
  FACT_TEXT_TOKEN_JOINER,
  FACT_TEXT_TOKEN_DAY,
} FactTextTokenKind;

typedef struct {
  char *text;
  char *folded;
  gsize offset; /* in the whole text, in bytes */
  gboolean ends_clause;
  FactTextTokenKind kind;
  GPtrArray *staff; /* ids */
  guint weekday;
  FactWeekdayFlags flags;
} FactTextToken;

/* Adds the word of @length bytes at @start of @text, with what stands around it taken off; FALSE for nothing but
 * signs. */
gboolean       fact_text_add_token     (GPtrArray           *tokens,
                                        const char          *text,
                                        const char          *start,
                                        gsize                length);
void           fact_text_token_free    (gpointer             data);
/* A full stop ends a sentence, except behind "kl." and the like. */
gboolean       fact_text_ends_sentence (const char          *word,
                                        gsize                length);
/* Says of each word whether it is staff, a day, or joins others. */
void           fact_text_classify      (GPtrArray           *tokens,
                                        const FactTextNames *names);
/* Adds an id (nullable) to @staff unless it is there. */
void           fact_text_add_staff     (GPtrArray           *staff,
                                        const char          *id);
/* Returns: (transfer none) (nullable): NULL past the last. */
FactTextToken *fact_text_get_token     (GPtrArray           *tokens,
                                        guint                i);
/* Whether word @i is one of @list, folded; FALSE past the last. */
gboolean       fact_text_is_word       (GPtrArray           *tokens,
                                        guint                i,
                                        const char *const   *list);

G_END_DECLS
