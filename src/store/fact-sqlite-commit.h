/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite-store-private.h"

G_BEGIN_DECLS

/* FactCommit: one change on its way into the file and then into the records, in steps, so that a large one need not
 * hold up a window: encode, write, apply, tell. */
typedef struct _FactCommit FactCommit;

/* @actor must live as long. */
FactCommit *fact_commit_new        (FactSqliteStore  *store,
                                    FactChange       *change,
                                    const FactActor  *actor,
                                    GError          **error);
void        fact_commit_free       (FactCommit       *self);
/* Frees what at most @limit edits have taken; TRUE when nothing is left but to free the commit. */
gboolean    fact_commit_shrink     (FactCommit       *self,
                                    guint             limit);

/* Encodes and checks at most @limit edits more; once fact_commit_is_encoded() there are none left. */
gboolean    fact_commit_encode     (FactCommit       *self,
                                    guint             limit,
                                    GError          **error);
gboolean    fact_commit_is_encoded (FactCommit       *self);

/* Writes it in a transaction of its own, in whatever thread, while nobody else uses the store. */
gboolean    fact_commit_write      (FactCommit       *self,
                                    GError          **error);

/* Gives the records the values of at most @limit edits more; TRUE when all have them. */
gboolean    fact_commit_apply      (FactCommit       *self,
                                    guint             limit);
/* Says that it has happened. */
void        fact_commit_tell       (FactCommit       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactCommit, fact_commit_free)

G_END_DECLS
