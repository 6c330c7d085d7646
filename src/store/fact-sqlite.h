/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* FactSqlite: one connection to one database file, opened with the settings that were found to keep data; and its
 * statements, each prepared once and kept as long as the connection. Errors are of FACT_STORE_ERROR. */
typedef struct _FactSqlite FactSqlite;
typedef struct _FactStatement FactStatement;

typedef enum {
  FACT_STEP_ROW,
  FACT_STEP_DONE,
  FACT_STEP_ERROR,
} FactStep;

/* Opens or makes the file at @path; readable and writable by nobody else. */
FactSqlite    *fact_sqlite_open          (const char    *path,
                                          GError       **error);
/* Opens the file at @path for reading only: other programs may write it meanwhile. */
FactSqlite    *fact_sqlite_open_to_read  (const char    *path,
                                          GError       **error);
/* A connection in memory to a copy of @bytes, a whole database file. */
FactSqlite    *fact_sqlite_open_bytes    (GBytes        *bytes,
                                          GError       **error);
void           fact_sqlite_close         (FactSqlite    *self);
/* FALSE (UNREACHABLE) when the file was moved, removed or replaced since it was opened: SQLite would go on writing into
 * what nobody finds any more. */
gboolean       fact_sqlite_is_in_place   (FactSqlite    *self,
                                          GError       **error);
/* Which file is open; no inode: one that is not there yet. */
typedef struct {
  dev_t device;
  ino_t inode;
} FactFilePlace;
void           fact_sqlite_get_place     (FactSqlite    *self,
                                          FactFilePlace *place);
/* Lets SQLite keep more pages, for who writes and for who reads the past. The board is read from few, each once: what is
 * read with them would lie between the pages, and keep their memory when they are given back. */
gboolean       fact_sqlite_grow          (FactSqlite    *self,
                                          GError       **error);
/* Gives back the memory of the pages that were read, as far as no statement is under way. */
void           fact_sqlite_release       (FactSqlite    *self);
/* The whole file as it stands. Returns: (transfer full). */
GBytes        *fact_sqlite_serialize     (FactSqlite    *self,
                                          GError       **error);

/* Runs one or more statements that give no rows. */
gboolean       fact_sqlite_exec          (FactSqlite    *self,
                                          const char    *sql,
                                          GError       **error);
/* The same for one statement that is run again and again: it is kept prepared. */
gboolean       fact_sqlite_run           (FactSqlite    *self,
                                          const char    *sql,
                                          GError       **error);
/* The number a statement gives; @fallback when it gives none or NULL. */
gboolean       fact_sqlite_get_number    (FactSqlite    *self,
                                          const char    *sql,
                                          gint64         fallback,
                                          gint64        *number,
                                          GError       **error);

/* Returns: (transfer none): reset and unbound, owned by the connection. */
FactStatement *fact_sqlite_prepare       (FactSqlite    *self,
                                          const char    *sql,
                                          GError       **error);
/* Parameters and columns count from 0. Text and blobs must live until the next reset. */
void           fact_statement_bind_int   (FactStatement *self,
                                          int            i,
                                          gint64         value);
void           fact_statement_bind_text  (FactStatement *self,
                                          int            i,
                                          const char    *text);   /* (nullable) */
void           fact_statement_bind_blob  (FactStatement *self,
                                          int            i,
                                          gconstpointer  data,
                                          gsize          size);
FactStep       fact_statement_step       (FactStatement *self,
                                          GError       **error);
/* Steps to the end and resets. */
gboolean       fact_statement_run        (FactStatement *self,
                                          GError       **error);
void           fact_statement_reset      (FactStatement *self);
gboolean       fact_statement_is_null    (FactStatement *self,
                                          int            i);
gint64         fact_statement_get_int    (FactStatement *self,
                                          int            i);
/* Returns: (transfer none) (nullable): until the next step or reset. */
const char    *fact_statement_get_text   (FactStatement *self,
                                          int            i);
gconstpointer  fact_statement_get_blob   (FactStatement *self,
                                          int            i,
                                          gsize         *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactSqlite, fact_sqlite_close)

G_END_DECLS
