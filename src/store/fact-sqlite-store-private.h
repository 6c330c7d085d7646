/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-lock.h"
#include "fact-sqlite.h"
#include "fact-sqlite-store.h"
#include "fact-stored-type.h"

G_BEGIN_DECLS

typedef struct _FactLargeCommit FactLargeCommit;
typedef struct _FactSetBack FactSetBack;

struct _FactSqliteStore {
  GObject parent_instance;

  /* borrowed from the caller, referenced */
  FactClock *clock;

  /* owned */
  char *path;
  FactLock *lock;
  FactFilePlace place;             /* of the file as it was first opened: no other one is opened again */
  FactSqlite *sqlite;              /* NULL after a failure that could not be mended yet */
  GPtrArray *types;                /* of FactStoredType, in dependency order */
  GHashTable *by_type;             /* GType to FactStoredType */
  GHashTable *records;             /* uid to FactRecord: everything loaded */

  gint64 head;                     /* seq of the last change */
  gint64 head_time;
  guint8 head_hash[FACT_HASH_BYTES];
  gboolean bulk;
  gboolean reading;                /* it cannot be written: it was opened to be looked at */
  gboolean discarded;              /* the file goes with the store */
  FactLargeCommit *large;          /* a change that is being stored in steps, NULL: none */
};

/* Changes of more edits are stored in steps, which takes a moment longer and does not hold up a window. */
#define FACT_LARGE_CHANGE 2000

#define FACT_EDIT_BITS 20
#define FACT_MAX_EDITS (1 << FACT_EDIT_BITS)

/* fact-sqlite-store.c */
FactStoredType *fact_sqlite_store_get_stored_type (FactSqliteStore *self, GType type);
FactStoredType *fact_sqlite_store_find_table      (FactSqliteStore *self, const char *table);
/* Opens the file again when a failure closed it, and takes in what turns out to have been committed. A large change
 * that is being stored is stored first. */
gboolean        fact_sqlite_store_ensure_open     (FactSqliteStore *self, GError **error);
gboolean        fact_sqlite_store_reopen          (FactSqliteStore *self, GError **error);
gboolean        fact_sqlite_store_read_head       (FactSqliteStore *self, GError **error);

/* fact-sqlite-load.c */
GPtrArray      *fact_sqlite_store_load_queries    (FactSqliteStore *self, FactQuery *const *queries, guint n, GError **error);
/* Finds or loads one record, removed or not. Returns: (transfer none). */
FactRecord     *fact_sqlite_store_load_uid        (FactSqliteStore *self, GType type, const char *uid, GError **error);

/* fact-sqlite-as-of.c */
/* Turns the values of @uid as they stand into those after change @as_of. @exists: whether it existed then. */
gboolean        fact_sqlite_store_roll_back       (FactSqliteStore *self, FactStoredType *stored, const char *uid,
                                                   gint64 as_of, GVariant **values, gboolean *exists, GError **error);

/* fact-sqlite-commit.c */
gboolean        fact_sqlite_store_commit_changes  (FactSqliteStore *self, FactChange *const *changes, guint n,
                                                   const FactActor *actor, GError **error);

/* fact-sqlite-commit-large.c */
/* Commits a change in steps; @task returns as that of commit. */
void            fact_sqlite_store_commit_large    (FactSqliteStore *self, FactChange *change, const FactActor *actor,
                                                   GTask *task);
/* Sets back and commits in steps; @task returns as that of undo. */
void            fact_sqlite_store_undo_large      (FactSqliteStore *self, FactSetBack *back, const FactActor *actor,
                                                   GTask *task);
/* Ends what is being stored in steps, at once. */
void            fact_sqlite_store_settle          (FactSqliteStore *self);

/* fact-sqlite-in-use.c */
/* FACT_STORE_ERROR_IN_USE when a record that is not removed refers to @uid. */
gboolean        fact_sqlite_store_refuse_in_use   (FactSqliteStore *self, GType type, const char *uid, GError **error);

/* fact-sqlite-undo.c */
/* FactSetBack: a change that sets back what another one did, on its way: made in steps, as a large one is stored. */
FactSetBack    *fact_set_back_new                 (FactSqliteStore *self, gint64 seq, GError **error);
void            fact_set_back_free                (FactSetBack *self);
guint           fact_set_back_get_n_edits         (FactSetBack *self);
/* Takes at most @limit edits more; fact_set_back_is_whole() when none is left. */
gboolean        fact_set_back_take                (FactSetBack *self, guint limit, GError **error);
gboolean        fact_set_back_is_whole            (FactSetBack *self);
/* The change, once it is whole. Returns: (transfer none). */
FactChange     *fact_set_back_get_change          (FactSetBack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactSetBack, fact_set_back_free)
gboolean        fact_sqlite_store_find_undo       (FactSqliteStore *self, const char *who, gint64 pair[2], GError **error);

/* fact-sqlite-read.c */
FactJournal    *fact_sqlite_store_read_journal    (FactSqliteStore *self, const FactJournalQuery *query, GError **error);
/* Change @seq without its edits, as a journal of one entry; NULL with an error when there is none. */
FactJournal    *fact_sqlite_store_read_change     (FactSqliteStore *self, gint64 seq, GError **error);
/* Of @entry at most @n edits from place @first on, as a journal of one entry. */
FactJournal    *fact_sqlite_store_read_edits      (FactSqliteStore *self, const FactEntry *entry, guint first, guint n,
                                                   GError **error);

/* fact-sqlite-check.c */
void            fact_sqlite_check                 (FactSqlite *sqlite, GPtrArray *types, GPtrArray *findings,
                                                   GCancellable *cancellable);
/* The hash of a change over the one before it, its own fields and its edits. */
typedef struct {
  gint64 seq, time, undoes;
  const char *who, *identified, *workstation, *verb, *subject, *note;
  gboolean final;
} FactHashedChange;
typedef struct {
  const char *type, *uid, *subject, *op, *before, *after;
  gint64 version;
  const guint8 *digest;
} FactHashedEdit;
typedef struct _FactHasher FactHasher;
FactHasher     *fact_hasher_new                   (const guint8 previous[FACT_HASH_BYTES], const FactHashedChange *change);
void            fact_hasher_add                   (FactHasher *self, const FactHashedEdit *edit);
void            fact_hasher_finish                (FactHasher *self, guint8 hash[FACT_HASH_BYTES]); /* frees it */

G_END_DECLS
