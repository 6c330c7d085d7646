/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"
#include "fact-journal.h"
#include "fact-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* FactStore: where records and the journal are kept. Asynchronous in form: callbacks come from the main context
 * of the caller; SQLite has done the work by then, a server later will not have, so nothing may rely on a result
 * before its callback. */

typedef enum {
  FACT_STORE_ERROR_CONFLICT,       /* somebody changed what this change is about; see fact_store_error_get_conflict() */
  FACT_STORE_ERROR_IN_USE,         /* something refers to what would be removed; ditto */
  FACT_STORE_ERROR_LOCKED,         /* another program holds the file */
  FACT_STORE_ERROR_FULL,           /* no space left */
  FACT_STORE_ERROR_DAMAGED,        /* the file does not hold what was written to it */
  FACT_STORE_ERROR_NEWER,          /* written by a later version of the program */
  FACT_STORE_ERROR_UNREACHABLE,
  FACT_STORE_ERROR_UNKNOWN,        /* whether the change was saved cannot be seen now */
  FACT_STORE_ERROR_BEHIND,         /* such a change was saved after all: what is loaded is older than what is stored */
  FACT_STORE_ERROR_DENIED,         /* no right to read or write */
  FACT_STORE_ERROR_INVALID,        /* the change breaks a rule of its columns */
  FACT_STORE_ERROR_FAILED,
} FactStoreError;
#define FACT_STORE_ERROR (fact_store_error_quark ())
GQuark fact_store_error_quark (void);

/* What stood in the way, for CONFLICT and IN_USE errors. */
typedef struct {
  char *uid;                       /* the record that was changed, or that refers */
  char *column;                    /* (nullable): stored name of the column in question */
  gint64 seq;                      /* the change that made it so, 0 when unknown */
  GType type;
  GPtrArray *users;                /* (nullable): IN_USE: of char *, uids, each once: the patients that the referring
                                    * records are about, or the referring records of a vocabulary themselves */
} FactStoreConflict;

/* Returns: (transfer none) (nullable): valid as long as @error. */
const FactStoreConflict *fact_store_error_get_conflict (const GError *error);
/* Makes such an error. */
GError *fact_store_error_new_conflict (FactStoreError  code,
                                       GType           type,
                                       const char     *uid,
                                       const char     *column,
                                       gint64          seq,
                                       const char     *message);
/* Adds to the users of an IN_USE error; one that is there already is not added again. */
void    fact_store_error_add_user     (GError         *error,
                                       const char     *uid);

#define FACT_TYPE_STORE (fact_store_get_type ())
G_DECLARE_INTERFACE (FactStore, fact_store, FACT, STORE, GObject)

struct _FactStoreInterface {
  GTypeInterface parent;

  void      (*load)        (FactStore *self, FactQuery *const *queries, guint n, GTask *task);
  void      (*commit)      (FactStore *self, FactChange *const *changes, guint n, const FactActor *actor, GTask *task);
  void      (*undo)        (FactStore *self, gint64 seq, const FactActor *actor, GTask *task);
  void      (*peek_undo)   (FactStore *self, const char *who, GTask *task);
  void      (*read)        (FactStore *self, const FactJournalQuery *query, GTask *task);
  void      (*find_seq)    (FactStore *self, gint64 utc_us, GTask *task);
  gint64    (*get_head)    (FactStore *self);
  gpointer  (*lookup)      (FactStore *self, const char *uid);
  gboolean  (*is_read_only) (FactStore *self);
};

/* Signal "committed" (FactStore, gint64 seq, GPtrArray *records): a change of this or another desk, after all its
 * values were applied and notified; @records are the loaded records it added or set. */

/* Loads what the queries find, with all that it refers to. Finish: (transfer full): the records found (not those
 * referred to), in the order of the queries, each once. */
void       fact_store_load_async      (FactStore           *self,
                                       FactQuery *const    *queries,
                                       guint                n,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
GPtrArray *fact_store_load_finish     (FactStore           *self,
                                       GAsyncResult        *result,
                                       GError             **error);

/* Commits all of @changes or none, in order. When it fails nothing has changed in memory, and the error tells
 * whether it has in the file: it has not. */
void       fact_store_commit_async    (FactStore           *self,
                                       FactChange *const   *changes,
                                       guint                n,
                                       const FactActor     *actor,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gboolean   fact_store_commit_finish   (FactStore           *self,
                                       GAsyncResult        *result,
                                       GError             **error);

/* Commits a new change that sets back what change @seq set; the undo of an undo is a redo. Refused as a whole
 * (CONFLICT, IN_USE) when a value no longer is what @seq left. Finish: the seq of the new change, 0 on error. */
void       fact_store_undo_async      (FactStore           *self,
                                       gint64               seq,
                                       const FactActor     *actor,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gint64     fact_store_undo_finish     (FactStore           *self,
                                       GAsyncResult        *result,
                                       GError             **error);

/* Which change of @who undo and redo would take back now, read from the journal: 0 none. */
void       fact_store_peek_undo_async  (FactStore           *self,
                                        const char          *who,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean   fact_store_peek_undo_finish (FactStore           *self,
                                        GAsyncResult        *result,
                                        gint64              *undo,
                                        gint64              *redo,
                                        GError             **error);

/* Reads a page of the journal; @query need not outlive the call. Finish: (transfer full). */
void         fact_store_read_async    (FactStore              *self,
                                       const FactJournalQuery *query,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                data);
FactJournal *fact_store_read_finish   (FactStore              *self,
                                       GAsyncResult           *result,
                                       GError                **error);

/* Finish: the last change at or before @utc_us; 0: there was none; -1 on error. */
void       fact_store_find_seq_async  (FactStore           *self,
                                       gint64               utc_us,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gint64     fact_store_find_seq_finish (FactStore           *self,
                                       GAsyncResult        *result,
                                       GError             **error);

/* The seq of the last change. */
gint64     fact_store_get_head        (FactStore           *self);

/* Returns: (transfer none) (nullable): the loaded record with @uid. */
gpointer   fact_store_lookup          (FactStore           *self,
                                       const char          *uid);

/* Whether what is stored can only be looked at, as a file that this user has no right to write: commits fail. */
gboolean   fact_store_is_read_only    (FactStore           *self);

G_END_DECLS
