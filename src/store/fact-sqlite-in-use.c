/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

static char *
build_sql (FactStoredType   *referring,
           const FactColumn *column)
{
  const char *condition = column->kind == FACT_COLUMN_RECORD
                            ? "\"%s\" = ?1"
                            : "instr (\"%s\", '\"' || ?1 || '\"') > 0";
  g_autofree char *where = g_strdup_printf (condition, column->name);

  return g_strdup_printf ("SELECT \"uid\" FROM \"%s\" WHERE \"removed\" = 0 AND %s LIMIT 1",
                          referring->klass->table, where);
}

static gboolean
refuse_column (FactSqliteStore   *self,
               FactStoredType    *referring,
               const FactColumn  *column,
               const char        *uid,
               GError           **error)
{
  g_autofree char *sql = build_sql (referring, column);
  FactStatement *statement = fact_sqlite_prepare (self->sqlite, sql, error);
  FactStep step;

  if (!statement)
    return FALSE;
  fact_statement_bind_text (statement, 0, uid);
  step = fact_statement_step (statement, error);
  if (step == FACT_STEP_ROW)
    g_propagate_error (error, fact_store_error_new_conflict (FACT_STORE_ERROR_IN_USE, referring->type,
                                                             fact_statement_get_text (statement, 0), column->name, 0,
                                                             "Something refers to what would be removed"));
  fact_statement_reset (statement);
  return step == FACT_STEP_DONE;
}

gboolean
fact_sqlite_store_refuse_in_use (FactSqliteStore  *self,
                                 GType             type,
                                 const char       *uid,
                                 GError          **error)
{
  for (guint t = 0; t < self->types->len; t++)
    {
      FactStoredType *referring = self->types->pdata[t];

      for (guint i = 0; i < referring->klass->n_columns; i++)
        {
          const FactColumn *column = &referring->klass->columns[i];

          if (column->kind != FACT_COLUMN_RECORD && column->kind != FACT_COLUMN_RECORDS)
            continue;
          if (column->get_type () == type && !refuse_column (self, referring, column, uid, error))
            return FALSE;
        }
    }
  return TRUE;
}
