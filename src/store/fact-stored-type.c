/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-stored-type.h"

#include "fact-canonical.h"

#include <sodium.h>
#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const FactColumn *columns = data;

  return strcmp (columns[*(const guint *) a].name, columns[*(const guint *) b].name);
}

static void
build_statements (FactStoredType *self)
{
  FactRecordClass *klass = self->klass;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);

  for (guint i = 0; i < klass->n_columns; i++) {
    g_string_append_printf (names, ", \"%s\"", klass->columns[i].name);
    g_string_append (marks, ", ?");
    g_string_append_printf (sets, ", \"%s\" = ?", klass->columns[i].name);
  }
  self->select = g_strdup_printf ("SELECT \"uid\", \"version\", \"changed_at\", \"changed_by\", \"digest\"%s FROM \"%s\"",
                                  names->str, klass->table);
  self->insert = g_strdup_printf ("INSERT INTO \"%s\" (\"uid\", \"version\", \"changed_at\", \"changed_by\", \"digest\"%s) "
                                  "VALUES (?, ?, ?, ?, ?%s)", klass->table, names->str, marks->str);
  self->update = g_strdup_printf ("UPDATE \"%s\" SET \"uid\" = ?, \"version\" = ?, \"changed_at\" = ?, "
                                  "\"changed_by\" = ?, \"digest\" = ?%s WHERE \"uid\" = ?", klass->table, sets->str);
}

FactStoredType *
fact_stored_type_new (GType type,
                      guint rank)
{
  FactStoredType *self = g_new0 (FactStoredType, 1);

  self->type = type;
  self->rank = rank;
  self->klass = g_type_class_ref (type);
  self->by_name = g_new (guint, self->klass->n_columns);
  for (guint i = 0; i < self->klass->n_columns; i++)
    self->by_name[i] = i;
  g_qsort_with_data (self->by_name, (int) self->klass->n_columns, sizeof (guint), compare_names,
                     (gpointer) self->klass->columns);
  build_statements (self);
  return self;
}

void
fact_stored_type_free (FactStoredType *self)
{
  g_type_class_unref (self->klass);
  g_free (self->by_name);
  g_free (self->select);
  g_free (self->insert);
  g_free (self->update);
  g_free (self);
}

void
fact_stored_type_append (FactStoredType  *self,
                         GVariant *const *values,
                         GString         *text)
{
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  for (guint n = 0; n < self->klass->n_columns; n++) {
    guint i = self->by_name[n];

    if (!values[i])
      continue;
    if (!first)
      g_string_append_c (text, ',');
    first = FALSE;
    g_string_append_c (text, '"');
    g_string_append (text, self->klass->columns[i].name);
    g_string_append (text, "\":");
    fact_canonical_append_value (text, values[i]);
  }
  g_string_append_c (text, '}');
}

void
fact_stored_type_digest (FactStoredType  *self,
                         const char      *uid,
                         GVariant *const *values,
                         GString         *scratch,
                         guint8           digest[FACT_DIGEST_BYTES])
{
  g_string_truncate (scratch, 0);
  g_string_append (scratch, self->klass->table);
  g_string_append_c (scratch, '\n');
  g_string_append (scratch, uid);
  g_string_append_c (scratch, '\n');
  fact_stored_type_append (self, values, scratch);
  crypto_generichash (digest, FACT_DIGEST_BYTES, (const guchar *) scratch->str, scratch->len, NULL, 0);
}

static GVariant *
parse_uids (const char *json)
{
  g_auto (GStrv) parts = g_strsplit (json, "\"", -1);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  for (guint i = 1; parts[0] && parts[i] && parts[i + 1]; i += 2)
    g_ptr_array_add (uids, parts[i]);
  return g_variant_new_strv ((const char *const *) uids->pdata, uids->len);
}

GVariant *
fact_stored_type_parse (const FactColumn *column,
                        const char       *text)
{
  if (!text || !*text || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return g_variant_ref_sink (column->kind == FACT_COLUMN_RECORDS ? parse_uids (text) : g_variant_new_string (text));
}

GVariant *
fact_stored_type_get (FactStoredType *self,
                      FactStatement  *row,
                      guint           i)
{
  const FactColumn *column = &self->klass->columns[i];
  int at = FACT_STORED_COLUMNS + (int) i;
  GVariant *value = NULL;

  if (fact_statement_is_null (row, at))
    return NULL;
  if (column->kind == FACT_COLUMN_INTEGER)
    value = fact_statement_get_int (row, at) ? g_variant_new_int64 (fact_statement_get_int (row, at)) : NULL;
  else if (column->kind == FACT_COLUMN_BOOLEAN)
    value = fact_statement_get_int (row, at) ? g_variant_new_boolean (TRUE) : NULL;
  else
    return fact_stored_type_parse (column, fact_statement_get_text (row, at));
  return value ? g_variant_ref_sink (value) : NULL;
}

void
fact_stored_type_bind (FactStatement    *statement,
                       int               parameter,
                       const FactColumn *column,
                       GVariant         *value,
                       GPtrArray        *keep)
{
  if (column->kind == FACT_COLUMN_INTEGER) {
    fact_statement_bind_int (statement, parameter, value ? g_variant_get_int64 (value) : 0);
  } else if (column->kind == FACT_COLUMN_BOOLEAN) {
    fact_statement_bind_int (statement, parameter, value != NULL);
  } else if (column->kind == FACT_COLUMN_RECORDS && value) {
    g_autoptr (GString) text = g_string_new (NULL);

    fact_canonical_append_value (text, value);
    g_ptr_array_add (keep, g_string_free (g_steal_pointer (&text), FALSE));
    fact_statement_bind_text (statement, parameter, g_ptr_array_index (keep, keep->len - 1));
  } else {
    fact_statement_bind_text (statement, parameter, value ? g_variant_get_string (value, NULL) : NULL);
  }
}
