/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-clock.h"
#include "fact-store.h"

G_BEGIN_DECLS

/* FactSqliteStore: the store in one SQLite file, which it alone writes as long as it lives. What a server's
 * administrator would do instead (check, copies) is here and not in FactStore. */
#define FACT_TYPE_SQLITE_STORE (fact_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (FactSqliteStore, fact_sqlite_store, FACT, SQLITE_STORE, GObject)

/* Opens or makes the file at @path, with its folder (0700) when that is missing.
 * @types: the record types, those referred to before those that refer.
 * Errors: LOCKED (who holds it since when), NEWER, DAMAGED, DENIED, FULL. */
FactStore  *fact_sqlite_store_new        (const char       *path,
                                          const GType      *types,
                                          guint             n_types,
                                          FactClock        *clock,
                                          GError          **error);

/* Whether the file holds no change yet. */
gboolean    fact_sqlite_store_is_empty   (FactSqliteStore  *self);

/* Puts all commits until the end into one transaction: for filling an empty file with very many changes. When the
 * end fails nothing of them is in the file, and the store is not to be used any more. */
gboolean    fact_sqlite_store_begin_bulk (FactSqliteStore  *self,
                                          GError          **error);
gboolean    fact_sqlite_store_end_bulk   (FactSqliteStore  *self,
                                          GError          **error);

/* fact_store_commit_async() at once, without a callback: for programs that fill a file and have no main loop. */
gboolean    fact_sqlite_store_commit_now (FactSqliteStore  *self,
                                          FactChange       *change,
                                          const FactActor  *actor,
                                          GError          **error);

/* Keeps @record no longer loaded. Nothing else that is loaded may refer to it, and nobody may use it any more, as a
 * later load makes another object of it. */
void        fact_sqlite_store_forget     (FactSqliteStore  *self,
                                          gpointer          record);

/* Checks everything: SQLite's own structure, references, the journal's chain, each record against the journal.
 * @findings: of char *: one line for each thing that is wrong. Returns: whether nothing was. */
gboolean    fact_sqlite_store_check      (FactSqliteStore  *self,
                                          GPtrArray        *findings,
                                          GCancellable     *cancellable);

/* The same on a copy of the file, in a thread; @findings to finish: (transfer full) (nullable). */
void        fact_sqlite_store_check_async  (FactSqliteStore     *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GPtrArray  *fact_sqlite_store_check_finish (FactSqliteStore     *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Makes all records anew from the journal, the only copy of the past. No record may be loaded. */
gboolean    fact_sqlite_store_rebuild    (FactSqliteStore  *self,
                                          GError          **error);

/* The whole file as it stands. Returns: (transfer full). */
GBytes     *fact_sqlite_store_snapshot   (FactSqliteStore  *self,
                                          GError          **error);

/* Removes the file when the store is given up: it was made for something that did not come about. */
void        fact_sqlite_store_discard    (FactSqliteStore  *self);

G_END_DECLS
