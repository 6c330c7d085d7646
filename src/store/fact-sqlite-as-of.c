/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include "fact-canonical.h"

#include <string.h>

/* Sets the values that an edit changed back to what they were before it. */
static gboolean
set_back (FactStoredType  *stored,
          const char      *before,
          GVariant       **values,
          GError         **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) olds = g_ptr_array_new ();
  gboolean ok = fact_canonical_parse (before, stored->type, columns, olds, error);

  for (guint i = 0; i < olds->len; i++) {
    guint column = g_array_index (columns, guint, i);

    g_clear_pointer (&values[column], g_variant_unref);
    values[column] = olds->pdata[i];
  }
  return ok;
}

gboolean
fact_sqlite_store_roll_back (FactSqliteStore  *self,
                             FactStoredType   *stored,
                             const char       *uid,
                             gint64            as_of,
                             GVariant        **values,
                             gboolean         *exists,
                             GError          **error)
{
  FactStatement *statement = fact_sqlite_prepare (self->sqlite,
                                                  "SELECT \"op\", \"before\" FROM \"edit\" "
                                                  "WHERE \"uid\" = ? AND \"id\" >= ? ORDER BY \"id\" DESC", error);
  gboolean ok = statement != NULL;
  FactStep step = FACT_STEP_ERROR;

  *exists = TRUE;
  if (!ok)
    return FALSE;
  fact_statement_bind_text (statement, 0, uid);
  fact_statement_bind_int (statement, 1, (as_of + 1) << FACT_EDIT_BITS);
  while (ok && (step = fact_statement_step (statement, error)) == FACT_STEP_ROW) {
    if (g_strcmp0 (fact_statement_get_text (statement, 0), "add") == 0)
      *exists = FALSE;
    else
      ok = set_back (stored, fact_statement_get_text (statement, 1), values, error);
  }
  fact_statement_reset (statement);
  return ok && step == FACT_STEP_DONE;
}
