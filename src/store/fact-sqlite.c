/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite.h"

#include "fact-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

struct _FactSqlite {
  sqlite3 *db;
  GHashTable *statements;          /* SQL text to FactStatement */
  gboolean grown;
  gboolean opened;
  /* The file that was opened, 0 until it is there. */
  dev_t device;
  ino_t inode;
};

struct _FactStatement {
  FactSqlite *sqlite;              /* borrowed */
  sqlite3_stmt *stmt;
  char *sql;                       /* the key in the connection's table */
};

static void
statement_free (FactStatement *statement)
{
  sqlite3_finalize (statement->stmt);
  g_free (statement->sql);
  g_free (statement);
}

/* The file was there when it was opened. */
static gboolean
is_gone (FactSqlite *self,
         int         rc)
{
  const char *path = self->opened ? sqlite3_db_filename (self->db, "main") : NULL;

  return rc == SQLITE_READONLY_DBMOVED || (path && *path && !g_file_test (path, G_FILE_TEST_EXISTS));
}

static FactStoreError
code_for (FactSqlite *self,
          int         rc)
{
  switch (rc & 0xff) {
  case SQLITE_FULL:
    return FACT_STORE_ERROR_FULL;
  case SQLITE_IOERR:
    return sqlite3_system_errno (self->db) == ENOSPC ? FACT_STORE_ERROR_FULL : FACT_STORE_ERROR_FAILED;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return FACT_STORE_ERROR_DAMAGED;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return FACT_STORE_ERROR_LOCKED;
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return is_gone (self, rc) ? FACT_STORE_ERROR_UNREACHABLE : FACT_STORE_ERROR_DENIED;
  case SQLITE_CONSTRAINT:
    return FACT_STORE_ERROR_CONFLICT;
  default:
    return FACT_STORE_ERROR_FAILED;
  }
}

/* For people: what SQLite was doing is for the log. */
static gboolean
fail (FactSqlite  *self,
      int          rc,
      const char  *what,
      GError     **error)
{
  static const char *const reasons[] = {
    [FACT_STORE_ERROR_FULL] = N_("The disk is full. Free some space and try again."),
    [FACT_STORE_ERROR_LOCKED] = N_("Another program has the board open. Close it there and try again."),
    [FACT_STORE_ERROR_UNREACHABLE] = N_("The board is not where it was: its file, or the connection to it, is gone. Put it "
                                        "back and try again."),
    [FACT_STORE_ERROR_DENIED] = N_("You have no right to write the file. Ask whoever looks after the computer."),
  };
  FactStoreError code = code_for (self, rc);
  const char *why = self->db ? sqlite3_errmsg (self->db) : sqlite3_errstr (rc);

  g_debug ("%s: %s (%d)", what, why, rc);
  if (code < G_N_ELEMENTS (reasons) && reasons[code])
    g_set_error_literal (error, FACT_STORE_ERROR, code, _(reasons[code]));
  else
    /* Translators: what SQLite says, in English, and its number for it */
    g_set_error (error, FACT_STORE_ERROR, code, _("The file could not be read or written (%s, %d)."), why, rc);
  return FALSE;
}

static gboolean
configure (FactSqlite  *self,
           gboolean     writing,
           GError     **error)
{
  static const struct { int option, value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    int rc = sqlite3_db_config (self->db, options[i].option, options[i].value, NULL);

    if (rc != SQLITE_OK)
      return fail (self, rc, "Could not configure SQLite", error);
  }
  /* Who only reads holds no lock that a writer would wait for. */
  if (writing && !fact_sqlite_exec (self, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;", error))
    return FALSE;
  return fact_sqlite_exec (self,
                           "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; "
                           "PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; "
                           "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; "
                           "PRAGMA cache_size = -256;",
                           error);
}

gboolean
fact_sqlite_is_in_place (FactSqlite  *self,
                         GError     **error)
{
  const char *path = sqlite3_db_filename (self->db, "main");
  GStatBuf found;

  if (!path || !*path)
    return TRUE;
  if (g_stat (path, &found) != 0)
    return self->inode ? fail (self, SQLITE_READONLY_DBMOVED, "Removed", error) : TRUE;
  if (self->inode && (found.st_dev != self->device || found.st_ino != self->inode))
    return fail (self, SQLITE_READONLY_DBMOVED, "Moved", error);
  self->device = found.st_dev;
  self->inode = found.st_ino;
  return TRUE;
}

void
fact_sqlite_get_place (FactSqlite    *self,
                       FactFilePlace *place)
{
  *place = (FactFilePlace) { self->device, self->inode };
}

gboolean
fact_sqlite_grow (FactSqlite  *self,
                  GError     **error)
{
  if (!self->grown && !fact_sqlite_exec (self, "PRAGMA cache_size = -8192;", error))
    return FALSE;
  self->grown = TRUE;
  return TRUE;
}

static FactSqlite *
open_path (const char  *path,
           int          flags,
           GError     **error)
{
  g_autoptr (FactSqlite) self = g_new0 (FactSqlite, 1);
  mode_t mask = umask (0077);
  int rc;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) statement_free);
  rc = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_EXRESCODE, NULL);
  umask (mask);
  if (rc != SQLITE_OK) {
    fail (self, rc, "Could not open the database", error);
    return NULL;
  }
  if (!configure (self, !(flags & SQLITE_OPEN_READONLY), error))
    return NULL;
  self->opened = TRUE;
  if (!fact_sqlite_is_in_place (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

FactSqlite *
fact_sqlite_open (const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_path (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, error);
}

FactSqlite *
fact_sqlite_open_to_read (const char  *path,
                          GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_path (path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, error);
}

FactSqlite *
fact_sqlite_open_bytes (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (FactSqlite) self = open_path (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error);
  gsize size = g_bytes_get_size (bytes);
  guint8 *copy;
  int rc;

  if (!self)
    return NULL;
  copy = sqlite3_malloc64 (MAX (size, 1));
  if (!copy)
    g_error ("Out of memory");
  memcpy (copy, g_bytes_get_data (bytes, NULL), size);
  rc = sqlite3_deserialize (self->db, "main", copy, (sqlite3_int64) size, (sqlite3_int64) size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (rc != SQLITE_OK) {
    fail (self, rc, "Could not read the copy", error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
fact_sqlite_release (FactSqlite *self)
{
  sqlite3_db_release_memory (self->db);
}

void
fact_sqlite_close (FactSqlite *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self);
}

GBytes *
fact_sqlite_serialize (FactSqlite  *self,
                       GError     **error)
{
  sqlite3_int64 size = 0;
  guint8 *data = sqlite3_serialize (self->db, "main", &size, 0);

  if (!data) {
    fail (self, SQLITE_NOMEM, "Could not copy the database", error);
    return NULL;
  }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

gboolean
fact_sqlite_exec (FactSqlite  *self,
                  const char  *sql,
                  GError     **error)
{
  int rc = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  g_autofree char *what = rc == SQLITE_OK ? NULL : g_strndup (sql, 80);

  return rc == SQLITE_OK || fail (self, rc, what, error);
}

gboolean
fact_sqlite_run (FactSqlite  *self,
                 const char  *sql,
                 GError     **error)
{
  FactStatement *statement = fact_sqlite_prepare (self, sql, error);

  return statement && fact_statement_run (statement, error);
}

gboolean
fact_sqlite_get_number (FactSqlite  *self,
                        const char  *sql,
                        gint64       fallback,
                        gint64      *number,
                        GError     **error)
{
  FactStatement *statement = fact_sqlite_prepare (self, sql, error);
  FactStep step;

  if (!statement)
    return FALSE;
  step = fact_statement_step (statement, error);
  if (step == FACT_STEP_ERROR)
    return FALSE;
  *number = step == FACT_STEP_ROW && !fact_statement_is_null (statement, 0) ? fact_statement_get_int (statement, 0)
                                                                            : fallback;
  fact_statement_reset (statement);
  return TRUE;
}

FactStatement *
fact_sqlite_prepare (FactSqlite  *self,
                     const char  *sql,
                     GError     **error)
{
  FactStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *stmt;
  int rc;

  if (statement) {
    fact_statement_reset (statement);
    return statement;
  }
  rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (rc != SQLITE_OK) {
    fail (self, rc, sql, error);
    return NULL;
  }
  statement = g_new0 (FactStatement, 1);
  statement->sqlite = self;
  statement->stmt = stmt;
  statement->sql = g_strdup (sql);
  g_hash_table_insert (self->statements, statement->sql, statement);
  return statement;
}

void
fact_statement_bind_int (FactStatement *self,
                         int            i,
                         gint64         value)
{
  sqlite3_bind_int64 (self->stmt, i + 1, value);
}

void
fact_statement_bind_text (FactStatement *self,
                          int            i,
                          const char    *text)
{
  if (text)
    sqlite3_bind_text (self->stmt, i + 1, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (self->stmt, i + 1);
}

void
fact_statement_bind_blob (FactStatement *self,
                          int            i,
                          gconstpointer  data,
                          gsize          size)
{
  sqlite3_bind_blob64 (self->stmt, i + 1, data, size, SQLITE_STATIC);
}

FactStep
fact_statement_step (FactStatement  *self,
                     GError        **error)
{
  int rc = sqlite3_step (self->stmt);

  if (rc == SQLITE_ROW)
    return FACT_STEP_ROW;
  if (rc == SQLITE_DONE)
    return FACT_STEP_DONE;
  fail (self->sqlite, rc, self->sql, error);
  sqlite3_reset (self->stmt);
  return FACT_STEP_ERROR;
}

gboolean
fact_statement_run (FactStatement  *self,
                    GError        **error)
{
  FactStep step;

  do
    step = fact_statement_step (self, error);
  while (step == FACT_STEP_ROW);
  fact_statement_reset (self);
  return step == FACT_STEP_DONE;
}

void
fact_statement_reset (FactStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
}

gboolean
fact_statement_is_null (FactStatement *self,
                        int            i)
{
  return sqlite3_column_type (self->stmt, i) == SQLITE_NULL;
}

gint64
fact_statement_get_int (FactStatement *self,
                        int            i)
{
  return sqlite3_column_int64 (self->stmt, i);
}

const char *
fact_statement_get_text (FactStatement *self,
                         int            i)
{
  return (const char *) sqlite3_column_text (self->stmt, i);
}

gconstpointer
fact_statement_get_blob (FactStatement *self,
                         int            i,
                         gsize         *size)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, i);

  *size = (gsize) sqlite3_column_bytes (self->stmt, i);
  return data;
}
