/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fact-typed-words.h"

G_BEGIN_DECLS

/* "These people on that weekday", as running text says it. */
typedef struct
{
  guint weekday;    /* 0 Monday */
  gboolean plural;  /* "måndagar", "varje måndag" */
  guint date;       /* day of the month when one stands beside the weekday ("onsdag 29/5"), 0 none */
  gsize offset, length; /* of the weekday's word in the text, in bytes */
  GPtrArray *groups; /* (element-type GPtrArray) groups of ids it may mean, the likeliest first; none: only a kind of contact is named */
} FactTextMention;

/* What words stand for in the row the text belongs to; ids, NULL unknown. */
typedef struct
{
  FactTypedWords *words;
  const char *care_contact;
  const char *physician;
} FactTextNames;

/* Returns: (transfer full) (element-type FactTextMention) in the order of the text. */
GPtrArray *fact_text_find_mentions (const char          *text,
                                    const FactTextNames *names);

G_END_DECLS
