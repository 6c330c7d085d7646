/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* FactQuery: a record type and conditions on its stored properties. No SQL leaves the store.
 * Without fact_query_with_removed() only records that are not removed are found. */

typedef enum {
  FACT_OP_EQUAL,                   /* one stored value: const char * (text, ISO date, nick, uid) */
  FACT_OP_IN,                      /* const char *const *, NULL-terminated */
  FACT_OP_BETWEEN,                 /* two const char *, both included (ISO dates, text) */
  FACT_OP_GLOB,                    /* const char *: text, where * stands for any characters and ? for one */
  FACT_OP_IS_NULL,                 /* no value follows */
} FactOp;

typedef struct {
  guint column;
  FactOp op;
  GStrv values;
} FactCondition;

typedef struct {
  GType type;
  GArray *conditions;              /* of FactCondition, all must hold */
  gboolean with_removed;
  char *after;                     /* (nullable): of a page: only uids after this one */
  guint limit;                     /* of a page, 0: all */
  gint64 as_of;                    /* seq of the last change that counts, 0: now */
} FactQuery;

FactQuery *fact_query_new          (GType       type);

/* @property: "uid" or a column (stored or property name). Values as the op says. Returns: @self. */
FactQuery *fact_query_where        (FactQuery  *self,
                                    const char *property,
                                    FactOp      op,
                                    ...);
FactQuery *fact_query_with_removed (FactQuery  *self);

/* As the records stood when change @seq had been made. What such a load gives are records of its own, never
 * notified; they are not those of the present. All queries of one load have the same as-of. */
FactQuery *fact_query_as_of        (FactQuery  *self,
                                    gint64      seq);

/* Only a page, in the order of the uids: at most @limit records, those after the uid @after (nullable). Fewer than
 * @limit found: it was the last page. */
FactQuery *fact_query_page         (FactQuery  *self,
                                    const char *after,
                                    guint       limit);
void       fact_query_free         (FactQuery  *self);

#define FACT_QUERY_UID G_MAXUINT   /* FactCondition.column of a condition on the uid */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactQuery, fact_query_free)

G_END_DECLS
