/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fact-schema.h"

#define HEADER_SIZE 100             /* bytes of an SQLite file before its first page's content */

static void fact_sqlite_store_store_init (FactStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FactSqliteStore, fact_sqlite_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FACT_TYPE_STORE, fact_sqlite_store_store_init))

FactStoredType *
fact_sqlite_store_get_stored_type (FactSqliteStore *self,
                                   GType            type)
{
  FactStoredType *stored = g_hash_table_lookup (self->by_type, GSIZE_TO_POINTER (type));

  if (!stored)
    g_error ("%s is not a type of this store", g_type_name (type));
  return stored;
}

FactStoredType *
fact_sqlite_store_find_table (FactSqliteStore *self,
                              const char      *table)
{
  for (guint i = 0; i < self->types->len; i++) {
    FactStoredType *stored = self->types->pdata[i];

    if (g_strcmp0 (stored->klass->table, table) == 0)
      return stored;
  }
  return NULL;
}

gboolean
fact_sqlite_store_read_head (FactSqliteStore  *self,
                             GError          **error)
{
  FactStatement *statement = fact_sqlite_prepare (self->sqlite,
                                                  "SELECT \"seq\", \"time\", \"hash\" FROM \"change\" "
                                                  "ORDER BY \"seq\" DESC LIMIT 1", error);
  FactStep step;

  if (!statement)
    return FALSE;
  self->head = 0;
  self->head_time = 0;
  memset (self->head_hash, 0, sizeof self->head_hash);
  step = fact_statement_step (statement, error);
  if (step == FACT_STEP_ROW) {
    gsize size;
    gconstpointer hash = fact_statement_get_blob (statement, 2, &size);

    self->head = fact_statement_get_int (statement, 0);
    self->head_time = fact_statement_get_int (statement, 1);
    memcpy (self->head_hash, hash, MIN (size, sizeof self->head_hash));
  }
  fact_statement_reset (statement);
  return step != FACT_STEP_ERROR;
}

/* Another file may have come in the place of the one that was open. */
static gboolean
is_same_file (FactSqliteStore  *self,
              GError          **error)
{
  FactFilePlace place;

  fact_sqlite_get_place (self->sqlite, &place);
  if (!self->place.inode || (place.device == self->place.device && place.inode == self->place.inode))
    return TRUE;
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNREACHABLE, "Another file stands where the board was");
  return FALSE;
}

gboolean
fact_sqlite_store_reopen (FactSqliteStore  *self,
                          GError          **error)
{
  g_clear_pointer (&self->sqlite, fact_sqlite_close);
  self->sqlite = self->reading ? fact_sqlite_open_to_read (self->path, error) : fact_sqlite_open (self->path, error);
  if (self->sqlite && is_same_file (self, error) && fact_sqlite_store_read_head (self, error))
    return TRUE;
  g_clear_pointer (&self->sqlite, fact_sqlite_close);
  return FALSE;
}

gboolean
fact_sqlite_store_ensure_open (FactSqliteStore  *self,
                               GError          **error)
{
  gint64 head;

  fact_sqlite_store_settle (self);
  head = self->head;
  if (self->sqlite)
    return TRUE;
  if (!fact_sqlite_store_reopen (self, error))
    return FALSE;
  if (self->head == head)
    return TRUE;
  /* The change whose fate was unknown is in the file: what is in memory is older than the truth. */
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_BEHIND,
               "The last change was saved after all. Start the program again to see it.");
  g_clear_pointer (&self->sqlite, fact_sqlite_close);
  self->head = head;
  return FALSE;
}

static void
fact_sqlite_store_load (FactStore        *store,
                        FactQuery *const *queries,
                        guint             n,
                        GTask            *task)
{
  GError *error = NULL;
  FactSqliteStore *self = FACT_SQLITE_STORE (store);
  GPtrArray *found = fact_sqlite_store_load_queries (self, queries, n, &error);

  /* What was read is kept in records; the pages it came from would only lie there. */
  if (self->sqlite)
    fact_sqlite_release (self->sqlite);
  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
fact_sqlite_store_commit (FactStore         *store,
                          FactChange *const *changes,
                          guint              n,
                          const FactActor   *actor,
                          GTask             *task)
{
  FactSqliteStore *self = FACT_SQLITE_STORE (store);
  GError *error = NULL;

  if (n == 1 && !self->bulk && fact_change_get_n_edits (changes[0]) > FACT_LARGE_CHANGE)
    fact_sqlite_store_commit_large (self, changes[0], actor, task);
  else if (fact_sqlite_store_commit_changes (self, changes, n, actor, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
fact_sqlite_store_undo (FactStore       *store,
                        gint64           seq,
                        const FactActor *actor,
                        GTask           *task)
{
  FactSqliteStore *self = FACT_SQLITE_STORE (store);
  GError *error = NULL;
  g_autoptr (FactSetBack) back = fact_set_back_new (self, seq, &error);
  FactChange *change;

  if (back && !self->bulk && fact_set_back_get_n_edits (back) > FACT_LARGE_CHANGE) {
    fact_sqlite_store_undo_large (self, g_steal_pointer (&back), actor, task);
    return;
  }
  change = back ? fact_set_back_get_change (back) : NULL;
  if (back && fact_set_back_take (back, G_MAXUINT, &error) &&
      fact_sqlite_store_commit_changes (self, &change, 1, actor, &error))
    g_task_return_int (task, (gssize) self->head);
  else
    g_task_return_error (task, error);
}

static void
fact_sqlite_store_peek_undo (FactStore  *store,
                             const char *who,
                             GTask      *task)
{
  GError *error = NULL;
  gint64 *pair = g_new0 (gint64, 2);

  if (fact_sqlite_store_find_undo (FACT_SQLITE_STORE (store), who, pair, &error)) {
    g_task_return_pointer (task, pair, g_free);
    return;
  }
  g_free (pair);
  g_task_return_error (task, error);
}

static void
fact_sqlite_store_read (FactStore              *store,
                        const FactJournalQuery *query,
                        GTask                  *task)
{
  GError *error = NULL;
  FactJournal *journal = fact_sqlite_store_read_journal (FACT_SQLITE_STORE (store), query, &error);

  if (journal)
    g_task_return_pointer (task, journal, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
fact_sqlite_store_find_seq (FactStore *store,
                            gint64     utc_us,
                            GTask     *task)
{
  FactSqliteStore *self = FACT_SQLITE_STORE (store);
  g_autofree char *sql = NULL;
  GError *error = NULL;
  gint64 seq = 0;

  /* Time rises with seq, so the newest is found by walking the primary key down: rarely far. A binary search over
   * the key finds the rest. */
  if (!fact_sqlite_store_ensure_open (self, &error)) {
    g_task_return_error (task, error);
    return;
  }
  for (gint64 low = 0, high = self->head; low < high;) {
    gint64 middle = low + (high - low + 1) / 2;
    gint64 time;

    g_free (sql);
    sql = g_strdup_printf ("SELECT \"time\" FROM \"change\" WHERE \"seq\" = %" G_GINT64_FORMAT, middle);
    if (!fact_sqlite_get_number (self->sqlite, sql, 0, &time, &error)) {
      g_task_return_error (task, error);
      return;
    }
    if (time <= utc_us)
      low = middle;
    else
      high = middle - 1;
    seq = low;
  }
  g_task_return_int (task, (gssize) seq);
}

static gint64
fact_sqlite_store_get_head (FactStore *store)
{
  fact_sqlite_store_settle (FACT_SQLITE_STORE (store));
  return FACT_SQLITE_STORE (store)->head;
}

static gpointer
fact_sqlite_store_lookup (FactStore  *store,
                          const char *uid)
{
  return g_hash_table_lookup (FACT_SQLITE_STORE (store)->records, uid);
}

static gboolean
fact_sqlite_store_is_read_only (FactStore *store)
{
  return FACT_SQLITE_STORE (store)->reading;
}

static void
fact_sqlite_store_store_init (FactStoreInterface *iface)
{
  iface->load = fact_sqlite_store_load;
  iface->commit = fact_sqlite_store_commit;
  iface->undo = fact_sqlite_store_undo;
  iface->peek_undo = fact_sqlite_store_peek_undo;
  iface->read = fact_sqlite_store_read;
  iface->find_seq = fact_sqlite_store_find_seq;
  iface->get_head = fact_sqlite_store_get_head;
  iface->lookup = fact_sqlite_store_lookup;
  iface->is_read_only = fact_sqlite_store_is_read_only;
}

static void
fact_sqlite_store_finalize (GObject *object)
{
  FactSqliteStore *self = FACT_SQLITE_STORE (object);

  g_hash_table_unref (self->records);
  g_clear_pointer (&self->sqlite, fact_sqlite_close);
  if (self->discarded && self->lock) {
    g_unlink (self->path);
    fact_lock_remove (self->lock);
  }
  g_clear_pointer (&self->lock, fact_lock_release);
  g_hash_table_unref (self->by_type);
  g_ptr_array_unref (self->types);
  g_clear_object (&self->clock);
  g_free (self->path);
  G_OBJECT_CLASS (fact_sqlite_store_parent_class)->finalize (object);
}

static void
fact_sqlite_store_class_init (FactSqliteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_sqlite_store_finalize;
}

static void
fact_sqlite_store_init (FactSqliteStore *self)
{
  self->types = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_stored_type_free);
  self->by_type = g_hash_table_new (NULL, NULL);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int saved;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved = errno;
  g_debug ("Could not make %s: %s", folder, g_strerror (saved));
  if (saved == ENOSPC)
    g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_FULL,
                         _("The disk is full. Free some space and try again."));
  else
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED,
                 /* Translators: a folder name */
                 _("The folder %s of the board cannot be made or reached. Nothing was changed. "
                   "Ask whoever looks after the computer."), folder);
  return FALSE;
}

/* SQLite takes a file of less than its header for an empty one: a board that was cut off, or that a full disk left with
 * nothing in it, would open as a team without patients, and somebody would begin to fill it.
 * @found: (out): whether there is a file. */
static gboolean
check_file (const char  *path,
            gboolean    *found,
            GError     **error)
{
  GStatBuf file;

  *found = g_lstat (path, &file) == 0;
  if (!*found || (S_ISREG (file.st_mode) && file.st_size >= HEADER_SIZE))
    return TRUE;
  if (S_ISREG (file.st_mode) && file.st_size == 0)
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED,
                 /* Translators: a file name */
                 _("%s has nothing in it. If there was a board in it, restore a backup. To begin a new one, remove the file."),
                 path);
  else if (S_ISREG (file.st_mode))
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED,
                 /* Translators: a file name */
                 _("%s is cut off: it does not hold what was written to it. Restore a backup."), path);
  else
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED,
                 /* Translators: a file name */
                 _("%s is a folder, a link or a device. Name the file itself."), path);
  return FALSE;
}

/* Whoever opens a file reads this first: not what SQLite was doing. */
static void
say_damaged (FactSqliteStore  *self,
             GError          **error)
{
  if (!error || !g_error_matches (*error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED))
    return;
  g_clear_error (error);
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED,
               /* Translators: a file name */
               _("%s is damaged or no board: it does not hold what was written to it. Restore a backup."), self->path);
}

static gboolean
open_sqlite (FactSqliteStore  *self,
             GError          **error)
{
  self->sqlite = self->reading ? fact_sqlite_open_to_read (self->path, error) : fact_sqlite_open (self->path, error);
  if (self->sqlite && fact_schema_upgrade (self->sqlite, self->path, error) && fact_sqlite_store_read_head (self, error)) {
    fact_sqlite_get_place (self->sqlite, &self->place);
    return TRUE;
  }
  say_damaged (self, error);
  return FALSE;
}

static gboolean
refuse_unreadable (const char  *path,
                   GError     **error)
{
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED,
               /* Translators: a file name */
               _("The board %s cannot be opened: you have no right to read it. Nothing was changed. "
                 "Ask whoever looks after the computer."), path);
  return FALSE;
}

/* SQLite keeps what a commit would take back beside the file, and so is the seat. */
static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fact_lock_may_access (path, W_OK) && fact_lock_may_access (folder, W_OK) && fact_lock_may_take (path);
}

/* SQLite opens nothing that is reached by a link, for the file itself may be none; a folder may. */
static gboolean
find_folder (FactSqliteStore  *self,
             GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  char *real;

  if (!make_folder (self->path, error))
    return FALSE;
  real = realpath (folder, NULL);
  if (real) {
    g_free (self->path);
    self->path = g_build_filename (real, name, NULL);
  }
  free (real);
  return TRUE;
}

/* What has nothing in it may just be made by another program, which then has the seat. */
static gboolean
take_empty (FactSqliteStore  *self,
            const char       *since,
            GError          **error)
{
  GStatBuf file;

  if (g_lstat (self->path, &file) != 0 || !S_ISREG (file.st_mode) || file.st_size > 0 || !can_write (self->path))
    return TRUE;
  self->lock = fact_lock_take (self->path, since, error);
  return self->lock != NULL;
}

static gboolean
open_file (FactSqliteStore  *self,
           GError          **error)
{
  g_autofree char *since = fact_clock_format_local (self->clock, fact_clock_get_now (self->clock));
  gboolean found;

  if (!find_folder (self, error) || !take_empty (self, since, error) || !check_file (self->path, &found, error))
    return FALSE;
  if (found && !fact_lock_may_access (self->path, R_OK))
    return refuse_unreadable (self->path, error);
  self->reading = found && !can_write (self->path);
  if (!self->reading && !self->lock)
    self->lock = fact_lock_take (self->path, since, error);
  if (!self->lock && !self->reading)
    return FALSE;
  /* What cannot be made is not left behind half made. */
  self->discarded = !found;
  if (!open_sqlite (self, error))
    return FALSE;
  self->discarded = FALSE;
  return TRUE;
}

FactStore *
fact_sqlite_store_new (const char   *path,
                       const GType  *types,
                       guint         n_types,
                       FactClock    *clock,
                       GError      **error)
{
  g_autoptr (FactSqliteStore) self = NULL;

  g_return_val_if_fail (path != NULL && FACT_IS_CLOCK (clock), NULL);

  if (sodium_init () < 0)
    g_error ("libsodium does not start");
  self = g_object_new (FACT_TYPE_SQLITE_STORE, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  for (guint i = 0; i < n_types; i++) {
    FactStoredType *stored = fact_stored_type_new (types[i], i);

    g_ptr_array_add (self->types, stored);
    g_hash_table_insert (self->by_type, GSIZE_TO_POINTER (types[i]), stored);
  }
  return open_file (self, error) ? FACT_STORE (g_steal_pointer (&self)) : NULL;
}

gboolean
fact_sqlite_store_is_empty (FactSqliteStore *self)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self), FALSE);
  return self->head == 0;
}

gboolean
fact_sqlite_store_begin_bulk (FactSqliteStore  *self,
                              GError          **error)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self) && !self->bulk, FALSE);

  if (!fact_sqlite_store_ensure_open (self, error) || !fact_sqlite_grow (self->sqlite, error) ||
      !fact_sqlite_exec (self->sqlite, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->bulk = TRUE;
  return TRUE;
}

gboolean
fact_sqlite_store_end_bulk (FactSqliteStore  *self,
                            GError          **error)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self) && self->bulk, FALSE);

  self->bulk = FALSE;
  return fact_sqlite_exec (self->sqlite, "COMMIT", error);
}

gboolean
fact_sqlite_store_commit_now (FactSqliteStore  *self,
                              FactChange       *change,
                              const FactActor  *actor,
                              GError          **error)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self) && FACT_IS_CHANGE (change) && actor != NULL, FALSE);
  return fact_sqlite_store_commit_changes (self, &change, 1, actor, error);
}

void
fact_sqlite_store_forget (FactSqliteStore *self,
                          gpointer         record)
{
  g_return_if_fail (FACT_IS_SQLITE_STORE (self) && FACT_IS_RECORD (record));
  g_hash_table_remove (self->records, fact_record_get_uid (record));
}

GBytes *
fact_sqlite_store_snapshot (FactSqliteStore  *self,
                            GError          **error)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self), NULL);
  return fact_sqlite_store_ensure_open (self, error) ? fact_sqlite_serialize (self->sqlite, error) : NULL;
}

void
fact_sqlite_store_discard (FactSqliteStore *self)
{
  g_return_if_fail (FACT_IS_SQLITE_STORE (self));
  self->discarded = TRUE;
}

gboolean
fact_sqlite_store_check (FactSqliteStore *self,
                         GPtrArray       *findings,
                         GCancellable    *cancellable)
{
  guint before = findings->len;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self), FALSE);

  if (fact_sqlite_store_ensure_open (self, &error))
    fact_sqlite_check (self->sqlite, self->types, findings, cancellable);
  else
    g_ptr_array_add (findings, g_strdup (error->message));
  return findings->len == before;
}

typedef struct {
  GBytes *bytes;
  GPtrArray *types;
} CheckData;

static void
check_data_free (CheckData *data)
{
  g_bytes_unref (data->bytes);
  g_ptr_array_unref (data->types);
  g_free (data);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  CheckData *data = task_data;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_autoptr (FactSqlite) sqlite = fact_sqlite_open_bytes (data->bytes, &error);

  if (!sqlite) {
    g_task_return_error (task, error);
    return;
  }
  fact_sqlite_check (sqlite, data->types, findings, cancellable);
  g_task_return_pointer (task, g_steal_pointer (&findings), (GDestroyNotify) g_ptr_array_unref);
}

void
fact_sqlite_store_check_async (FactSqliteStore     *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;
  GBytes *bytes;
  CheckData *check;

  g_return_if_fail (FACT_IS_SQLITE_STORE (self));

  g_task_set_source_tag (task, fact_sqlite_store_check_async);
  bytes = fact_sqlite_store_snapshot (self, &error);
  if (!bytes) {
    g_task_return_error (task, error);
    return;
  }
  check = g_new (CheckData, 1);
  *check = (CheckData) { bytes, g_ptr_array_ref (self->types) };
  g_task_set_task_data (task, check, (GDestroyNotify) check_data_free);
  g_task_run_in_thread (task, check_thread);
}

GPtrArray *
fact_sqlite_store_check_finish (FactSqliteStore  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
