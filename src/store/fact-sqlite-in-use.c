/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

/* Whom the referring records are about, each once, with one record of each. */
static char *
build_sql (FactStoredType   *referring,
           const FactColumn *column)
{
  FactRecordClass *klass = referring->klass;
  const char *condition = column->kind == FACT_COLUMN_RECORD
                            ? "\"%s\" = ?1"
                            : "instr (\"%s\", '\"' || ?1 || '\"') > 0";
  g_autofree char *where = g_strdup_printf (condition, column->name);
  const char *user = klass->subject >= 0 ? klass->columns[klass->subject].name : "uid";

  return g_strdup_printf ("SELECT min (\"uid\"), \"%s\" FROM \"%s\" WHERE \"removed\" = 0 AND %s GROUP BY 2",
                          user, klass->table, where);
}

/* The first referring record makes the error, further ones add whom they are about. */
static void
add_user (GError           **in_use,
          FactStoredType    *referring,
          const FactColumn  *column,
          FactStatement     *row)
{
  const char *user = fact_statement_get_text (row, 1);

  if (!*in_use)
    *in_use = fact_store_error_new_conflict (FACT_STORE_ERROR_IN_USE, referring->type, fact_statement_get_text (row, 0),
                                             column->name, 0, "Something refers to what would be removed");
  fact_store_error_add_user (*in_use, user ? user : fact_statement_get_text (row, 0));
}

static gboolean
ask_column (FactSqliteStore   *self,
            FactStoredType    *referring,
            const FactColumn  *column,
            const char        *uid,
            GError           **in_use,
            GError           **error)
{
  g_autofree char *sql = build_sql (referring, column);
  FactStatement *statement = fact_sqlite_prepare (self->sqlite, sql, error);
  FactStep step;

  if (!statement)
    return FALSE;
  fact_statement_bind_text (statement, 0, uid);
  while ((step = fact_statement_step (statement, error)) == FACT_STEP_ROW)
    add_user (in_use, referring, column, statement);
  fact_statement_reset (statement);
  return step == FACT_STEP_DONE;
}

gboolean
fact_sqlite_store_refuse_in_use (FactSqliteStore  *self,
                                 GType             type,
                                 const char       *uid,
                                 GError          **error)
{
  g_autoptr (GError) in_use = NULL;

  for (guint t = 0; t < self->types->len; t++) {
    FactStoredType *referring = self->types->pdata[t];

    for (guint i = 0; i < referring->klass->n_columns; i++) {
      const FactColumn *column = &referring->klass->columns[i];

      if (column->kind != FACT_COLUMN_RECORD && column->kind != FACT_COLUMN_RECORDS)
        continue;
      if (column->get_type () == type && !ask_column (self, referring, column, uid, &in_use, error))
        return FALSE;
    }
  }
  if (!in_use)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&in_use));
  return FALSE;
}
