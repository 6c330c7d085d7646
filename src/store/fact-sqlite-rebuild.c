/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include "fact-canonical.h"

static gboolean
clear_tables (FactSqliteStore  *self,
              GError          **error)
{
  for (guint i = self->types->len; i > 0; i--) {
    FactStoredType *stored = self->types->pdata[i - 1];
    g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", stored->klass->table);

    if (!fact_sqlite_exec (self->sqlite, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* Sets what one edit sets; an added record begins with nothing set. */
static gboolean
replay_edit (FactSqliteStore  *self,
             FactStoredType   *stored,
             FactStatement    *row,
             GError          **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree GVariant **all = g_new0 (GVariant *, stored->klass->n_columns);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);
  gboolean added = g_strcmp0 (fact_statement_get_text (row, 2), "add") == 0;
  g_autoptr (GString) sql = g_string_new (NULL);
  FactStatement *write = NULL;
  gsize size;
  gboolean ok = fact_canonical_parse (fact_statement_get_text (row, 4), stored->type, columns, values, error);
  int parameter = FACT_STORED_COLUMNS;

  for (guint i = 0; i < values->len; i++)
    all[g_array_index (columns, guint, i)] = values->pdata[i];
  g_string_printf (sql, "UPDATE \"%s\" SET \"uid\" = ?, \"version\" = ?, \"changed_at\" = ?, \"changed_by\" = ?, "
                   "\"digest\" = ?", stored->klass->table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, ", \"%s\" = ?", stored->klass->columns[g_array_index (columns, guint, i)].name);
  g_string_append (sql, " WHERE \"uid\" = ?");
  if (ok)
    write = fact_sqlite_prepare (self->sqlite, added ? stored->insert : sql->str, error);
  if (write) {
    fact_statement_bind_text (write, FACT_STORED_UID, fact_statement_get_text (row, 1));
    fact_statement_bind_int (write, FACT_STORED_VERSION, fact_statement_get_int (row, 3));
    fact_statement_bind_int (write, FACT_STORED_CHANGED_AT, fact_statement_get_int (row, 6));
    fact_statement_bind_text (write, FACT_STORED_CHANGED_BY, fact_statement_get_text (row, 7));
    fact_statement_bind_blob (write, FACT_STORED_DIGEST, fact_statement_get_blob (row, 5, &size), FACT_DIGEST_BYTES);
    for (guint i = 0; i < (added ? stored->klass->n_columns : columns->len); i++) {
      guint column = added ? i : g_array_index (columns, guint, i);

      fact_stored_type_bind (write, parameter++, &stored->klass->columns[column], all[column], keep);
    }
    if (!added)
      fact_statement_bind_text (write, parameter, fact_statement_get_text (row, 1));
    ok = fact_statement_run (write, error);
  }
  for (guint i = 0; i < values->len; i++)
    g_clear_pointer (&values->pdata[i], g_variant_unref);
  return ok && write;
}

/* In the order in which a commit writes: change by change, removals first, then referred types first. */
static char *
build_sql (FactSqliteStore *self)
{
  g_autoptr (GString) sql = g_string_new ("SELECT e.\"type\", e.\"uid\", e.\"op\", e.\"version\", e.\"after\", e.\"digest\", "
                                          "c.\"time\", c.\"who\" FROM \"edit\" e JOIN \"change\" c ON c.\"seq\" = e.\"change\" "
                                          "ORDER BY e.\"change\", e.\"op\" = 'add' OR "
                                          "coalesce (json_extract (e.\"after\", '$.removed'), 0) = 0, CASE e.\"type\"");

  for (guint i = 0; i < self->types->len; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", ((FactStoredType *) self->types->pdata[i])->klass->table, i);
  g_string_append (sql, " END, e.\"id\"");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
replay (FactSqliteStore  *self,
        GError          **error)
{
  g_autofree char *sql = build_sql (self);
  FactStatement *rows = fact_sqlite_prepare (self->sqlite, sql, error);
  FactStep step;

  if (!rows)
    return FALSE;
  while ((step = fact_statement_step (rows, error)) == FACT_STEP_ROW) {
    FactStoredType *stored = fact_sqlite_store_find_table (self, fact_statement_get_text (rows, 0));

    if (stored && !replay_edit (self, stored, rows, error)) {
      fact_statement_reset (rows);
      return FALSE;
    }
  }
  fact_statement_reset (rows);
  return step == FACT_STEP_DONE;
}

gboolean
fact_sqlite_store_rebuild (FactSqliteStore  *self,
                           GError          **error)
{
  g_return_val_if_fail (FACT_IS_SQLITE_STORE (self) && g_hash_table_size (self->records) == 0, FALSE);

  if (!fact_sqlite_store_ensure_open (self, error) || !fact_sqlite_grow (self->sqlite, error) ||
      !fact_sqlite_exec (self->sqlite, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (clear_tables (self, error) && replay (self, error) && fact_sqlite_exec (self->sqlite, "COMMIT", error))
    return TRUE;
  fact_sqlite_exec (self->sqlite, "ROLLBACK", NULL);
  return FALSE;
}
