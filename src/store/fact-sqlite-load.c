/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include "fact-canonical.h"
#include "fact-record-write.h"

#include <string.h>

#define TEXTS_BLOCK 16384

typedef struct {
  FactRecord *record;              /* borrowed: the map holds it */
  guint column;
  const char *stored;              /* in the texts of the load */
} Pending;

/* One load: the present fills the store's own map, the past one of its own. */
typedef struct {
  FactSqliteStore *store;
  gint64 as_of;                    /* 0: now */
  gint64 as_of_time;
  GHashTable *map;
  /* References still to be written, in blocks of their own: between the records each would leave a hole there. */
  GArray *pending;                 /* of Pending */
  GStringChunk *texts;
  GString *scratch;
} Load;

static void
load_init (Load            *load,
           FactSqliteStore *store,
           gint64           as_of)
{
  memset (load, 0, sizeof *load);
  load->store = store;
  load->as_of = as_of;
  load->map = as_of ? g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref)
                    : g_hash_table_ref (store->records);
  load->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  load->texts = g_string_chunk_new (TEXTS_BLOCK);
  load->scratch = g_string_new (NULL);
}

static void
load_clear (Load *load)
{
  g_array_unref (load->pending);
  g_string_chunk_free (load->texts);
  g_hash_table_unref (load->map);
  g_string_free (load->scratch, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static void
values_free (GVariant **values,
             guint      n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&values[i], g_variant_unref);
  g_free (values);
}

static gboolean
fail_damaged (FactStoredType  *stored,
              const char      *uid,
              GError         **error)
{
  g_propagate_error (error, fact_store_error_new_conflict (FACT_STORE_ERROR_DAMAGED, stored->type, uid, NULL, 0,
                                                           "A record in the file is not what was written"));
  return FALSE;
}

/* Every value must be one that could have been written, and all of them together those that were. */
static gboolean
verify (Load            *load,
        FactStoredType  *stored,
        FactStatement   *row,
        const char      *uid,
        GVariant *const *values,
        GError         **error)
{
  guint8 digest[FACT_DIGEST_BYTES];
  gsize size;
  const guint8 *kept = fact_statement_get_blob (row, FACT_STORED_DIGEST, &size);

  for (guint i = 0; i < stored->klass->n_columns; i++) {
    if (!fact_column_accepts (&stored->klass->columns[i], values[i]))
      return fail_damaged (stored, uid, error);
  }
  fact_stored_type_digest (stored, uid, values, load->scratch, digest);
  if (size != sizeof digest || memcmp (digest, kept, size) != 0)
    return fail_damaged (stored, uid, error);
  return TRUE;
}

static FactRecord *
resolve_loaded (const char *uid,
                GType       type,
                gpointer    data)
{
  FactRecord *record = g_hash_table_lookup (data, uid);

  return record && G_TYPE_CHECK_INSTANCE_TYPE (record, type) ? record : NULL;
}

/* What fact_stored_type_parse() reads. Of the past it is not what stands in the row. */
static const char *
compose_reference (Load           *load,
                   FactColumnKind  kind,
                   GVariant       *value)
{
  if (kind == FACT_COLUMN_RECORD)
    return g_variant_get_string (value, NULL);
  g_string_truncate (load->scratch, 0);
  fact_canonical_append_value (load->scratch, value);
  return load->scratch->str;
}

static FactRecord *
make_record (Load            *load,
             FactStoredType  *stored,
             FactStatement   *row,
             GVariant *const *values)
{
  FactRecord *record = fact_record_new (stored->type, fact_statement_get_text (row, FACT_STORED_UID));

  g_hash_table_insert (load->map, (gpointer) fact_record_get_uid (record), record);
  for (guint i = 0; i < stored->klass->n_columns; i++) {
    FactColumnKind kind = stored->klass->columns[i].kind;
    Pending pending = { record, i, NULL };

    if (!values[i])
      continue;
    if (kind != FACT_COLUMN_RECORD && kind != FACT_COLUMN_RECORDS) {
      fact_record_write (record, i, values[i], NULL, NULL);
      continue;
    }
    pending.stored = g_string_chunk_insert (load->texts, compose_reference (load, kind, values[i]));
    g_array_append_val (load->pending, pending);
  }
  fact_record_write_stamp (record, fact_statement_get_int (row, FACT_STORED_VERSION),
                           fact_statement_get_int (row, FACT_STORED_CHANGED_AT),
                           fact_statement_get_text (row, FACT_STORED_CHANGED_BY));
  return record;
}

static gboolean
text_matches (const FactCondition *condition,
              const char          *text)
{
  switch (condition->op) {
  case FACT_OP_EQUAL:
    return g_strcmp0 (text, condition->values[0]) == 0;
  case FACT_OP_IN:
    return text && g_strv_contains ((const char *const *) condition->values, text);
  case FACT_OP_BETWEEN:
    return text && strcmp (text, condition->values[0]) >= 0 && strcmp (text, condition->values[1]) <= 0;
  case FACT_OP_GLOB:
    return text && g_pattern_match_simple (condition->values[0], text);
  case FACT_OP_IS_NULL:
    return text == NULL;
  default:
    g_assert_not_reached ();
  }
}

/* The conditions on values that were rolled back, which SQL could not test. */
static gboolean
matches (const FactQuery *query,
         GVariant *const *values)
{
  if (!query->with_removed && values[0])
    return FALSE;
  for (guint i = 0; i < query->conditions->len; i++) {
    const FactCondition *condition = &g_array_index (query->conditions, FactCondition, i);
    GVariant *value;

    if (condition->column == FACT_QUERY_UID)
      continue;
    value = values[condition->column];
    if (value && !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
      continue;                  /* text conditions only: nothing else is ever asked of the past */
    if (!text_matches (condition, value ? g_variant_get_string (value, NULL) : NULL))
      return FALSE;
  }
  return TRUE;
}

/* @record: (out) (nullable): NULL when the row is not to be seen. */
static gboolean
read_row (Load             *load,
          FactStoredType   *stored,
          FactStatement    *row,
          const FactQuery  *query,
          FactRecord      **record,
          GError          **error)
{
  const char *uid = fact_statement_get_text (row, FACT_STORED_UID);
  guint n = stored->klass->n_columns;
  GVariant **values;
  gboolean exists = TRUE;
  gboolean ok;

  *record = g_hash_table_lookup (load->map, uid);
  if (*record)
    return TRUE;
  values = g_new0 (GVariant *, n);
  for (guint i = 0; i < n; i++)
    values[i] = fact_stored_type_get (stored, row, i);
  ok = verify (load, stored, row, uid, values, error);
  if (ok && load->as_of && fact_statement_get_int (row, FACT_STORED_CHANGED_AT) > load->as_of_time)
    ok = fact_sqlite_store_roll_back (load->store, stored, uid, load->as_of, values, &exists, error);
  if (ok && exists && (!load->as_of || !query || matches (query, values)))
    *record = make_record (load, stored, row, values);
  values_free (values, n);
  return ok;
}

static void
append_condition (GString             *sql,
                  const char          *value,
                  const FactCondition *condition)
{
  static const char *const forms[] = {
    [FACT_OP_EQUAL] = "%s = ?",
    [FACT_OP_IN] = "%s IN (SELECT value FROM json_each (?))",
    [FACT_OP_BETWEEN] = "%s BETWEEN ? AND ?",
    [FACT_OP_GLOB] = "%s GLOB ?",
    [FACT_OP_IS_NULL] = "%s IS NULL",
  };

  g_string_append_printf (sql, forms[condition->op], value);
}

static const char *
get_name (FactStoredType      *stored,
          const FactCondition *condition)
{
  return condition->column == FACT_QUERY_UID ? "uid" : stored->klass->columns[condition->column].name;
}

static gboolean
is_fixed (FactStoredType      *stored,
          const FactCondition *condition)
{
  return condition->column == FACT_QUERY_UID ||
         (stored->klass->columns[condition->column].flags & FACT_COLUMN_FIXED);
}

/* Of the past: a condition on a date, for which the journal is asked. (transfer none) (nullable) */
static const FactCondition *
find_journalled (Load            *load,
                 FactStoredType  *stored,
                 const FactQuery *query)
{
  for (guint i = 0; load->as_of && i < query->conditions->len; i++) {
    const FactCondition *condition = &g_array_index (query->conditions, FactCondition, i);

    if (!is_fixed (stored, condition) && stored->klass->columns[condition->column].kind == FACT_COLUMN_DATE)
      return condition;
  }
  return NULL;
}

/* The words of 002-history.sql, so that its indexes serve. A date that stood then was set by an edit up to then; none stood then when there is none now, or when the first edit
 * that set one later found none. These are all that can match, and few more. */
static void
append_journalled (GString             *sql,
                   FactStoredType      *stored,
                   const FactCondition *condition)
{
  const char *table = stored->klass->table;
  const char *name = get_name (stored, condition);
  g_autofree char *key = g_strdup_printf ("instr (\"after\", '\"%s\":\"')", name);
  g_autofree char *after = g_strdup_printf ("substr (\"after\", %s + %u, 10)", key, (guint) strlen (name) + 4);

  if (condition->op == FACT_OP_IS_NULL) {
    g_string_append_printf (sql, " AND \"uid\" IN (SELECT \"uid\" FROM \"%s\" WHERE \"%s\" IS NULL UNION ALL "
                            "SELECT \"uid\" FROM \"edit\" AS \"later\" WHERE \"type\" = '%s' "
                            "AND instr (\"before\", '\"%s\":null') > 0 AND +\"id\" >= ? AND EXISTS (SELECT 1 FROM \"edit\" "
                            "WHERE \"uid\" = \"later\".\"uid\" AND \"id\" < ?))", table, name, table, name);
    return;
  }
  g_string_append_printf (sql, " AND \"uid\" IN (SELECT \"uid\" FROM \"edit\" WHERE \"type\" = '%s' AND %s > 0 AND ",
                          table, key);
  append_condition (sql, after, condition);
  g_string_append (sql, " AND \"id\" < ?)");
}

/* Conditions on what never changes hold always. Of the past SQL finds besides what the journal names, or else what
 * matches now or was changed since; what is found is tested when it has been rolled back. */
static char *
build_sql (Load            *load,
           FactStoredType  *stored,
           const FactQuery *query)
{
  const FactCondition *journalled = find_journalled (load, stored, query);
  g_autoptr (GString) sql = g_string_new (stored->select);
  g_autoptr (GString) changing = g_string_new (query->with_removed ? "1" : "\"removed\" = 0");

  g_string_append (sql, " WHERE 1");
  for (guint i = 0; i < query->conditions->len; i++) {
    const FactCondition *condition = &g_array_index (query->conditions, FactCondition, i);
    GString *to = is_fixed (stored, condition) ? sql : changing;
    g_autofree char *name = g_strdup_printf ("\"%s\"", get_name (stored, condition));

    g_string_append (to, " AND ");
    append_condition (to, name, condition);
  }
  if (journalled)
    append_journalled (sql, stored, journalled);
  else if (load->as_of)
    g_string_append_printf (sql, " AND ((%s) OR \"changed_at\" > ?)", changing->str);
  else
    g_string_append_printf (sql, " AND %s", changing->str);
  if (query->limit)
    g_string_append (sql, " AND \"uid\" > ? ORDER BY \"uid\"");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind_condition (FactStatement       *statement,
                int                 *parameter,
                const FactCondition *condition,
                GPtrArray           *keep)
{
  if (condition->op == FACT_OP_IN) {
    g_autoptr (GVariant) list = g_variant_ref_sink (g_variant_new_strv ((const char *const *) condition->values, -1));
    g_autoptr (GString) json = g_string_new (NULL);

    fact_canonical_append_value (json, list);
    g_ptr_array_add (keep, g_string_free (g_steal_pointer (&json), FALSE));
    fact_statement_bind_text (statement, (*parameter)++, g_ptr_array_index (keep, keep->len - 1));
    return;
  }
  for (guint i = 0; condition->values[i]; i++)
    fact_statement_bind_text (statement, (*parameter)++, condition->values[i]);
}

/* In the order of build_sql(). */
static void
bind_query (Load            *load,
            FactStoredType  *stored,
            const FactQuery *query,
            FactStatement   *statement,
            GPtrArray       *keep)
{
  const FactCondition *journalled = find_journalled (load, stored, query);
  int parameter = 0;

  for (guint fixed = 0; fixed < 2; fixed++) {
    for (guint i = 0; i < query->conditions->len; i++) {
      const FactCondition *condition = &g_array_index (query->conditions, FactCondition, i);

      if (is_fixed (stored, condition) == (fixed == 0) && (fixed == 0 || !journalled || condition == journalled))
        bind_condition (statement, &parameter, condition, keep);
    }
  }
  for (guint i = 0; journalled && i < (journalled->op == FACT_OP_IS_NULL ? 2 : 1); i++)
    fact_statement_bind_int (statement, parameter++, (load->as_of + 1) << FACT_EDIT_BITS);
  if (!journalled && load->as_of)
    fact_statement_bind_int (statement, parameter++, load->as_of_time);
  if (query->limit)
    fact_statement_bind_text (statement, parameter, query->after);
}

static gboolean
run_query (Load             *load,
           const FactQuery  *query,
           GPtrArray        *found,
           GError          **error)
{
  FactStoredType *stored = fact_sqlite_store_get_stored_type (load->store, query->type);
  g_autofree char *sql = build_sql (load, stored, query);
  FactStatement *statement = fact_sqlite_prepare (load->store->sqlite, sql, error);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);
  guint before = found->len;
  FactStep step;

  if (!statement)
    return FALSE;
  bind_query (load, stored, query, statement, keep);
  /* A page is counted here and not in SQL: of the past not every row is a record. */
  while ((step = fact_statement_step (statement, error)) == FACT_STEP_ROW) {
    FactRecord *record;

    if (!read_row (load, stored, statement, query, &record, error))
      step = FACT_STEP_ERROR;
    else if (record)
      g_ptr_array_add (found, g_object_ref (record));
    if (step == FACT_STEP_ERROR || (query->limit && found->len - before == query->limit))
      break;
  }
  fact_statement_reset (statement);
  return step != FACT_STEP_ERROR;
}

static FactRecord *
read_uid (Load            *load,
          FactStoredType  *stored,
          const char      *uid,
          GError         **error)
{
  g_autofree char *sql = g_strconcat (stored->select, " WHERE \"uid\" = ?", NULL);
  FactStatement *statement = fact_sqlite_prepare (load->store->sqlite, sql, error);
  FactRecord *record = NULL;
  FactStep step;

  if (!statement)
    return NULL;
  fact_statement_bind_text (statement, 0, uid);
  step = fact_statement_step (statement, error);
  if (step == FACT_STEP_ROW)
    read_row (load, stored, statement, NULL, &record, error);
  else if (step == FACT_STEP_DONE)
    fail_damaged (stored, uid, error);
  fact_statement_reset (statement);
  return record;
}

static gboolean
ensure_uid (Load              *load,
            const FactColumn  *column,
            const char        *uid,
            GError           **error)
{
  FactStoredType *stored;

  if (g_hash_table_contains (load->map, uid))
    return TRUE;
  stored = fact_sqlite_store_get_stored_type (load->store, column->get_type ());
  if (read_uid (load, stored, uid, error))
    return TRUE;
  return error && *error ? FALSE : fail_damaged (stored, uid, error);
}

static GVariant *
read_pending (const Pending *pending)
{
  const FactColumn *column = &FACT_RECORD_GET_CLASS (pending->record)->columns[pending->column];

  return fact_stored_type_parse (column, pending->stored);
}

/* By its place: what is read adds to the array. */
static gboolean
ensure_referred (Load    *load,
                 guint    i,
                 GError **error)
{
  const Pending pending = g_array_index (load->pending, Pending, i);
  const FactColumn *column = &FACT_RECORD_GET_CLASS (pending.record)->columns[pending.column];
  g_autoptr (GVariant) value = NULL;
  g_autofree const char **uids = NULL;

  if (column->kind != FACT_COLUMN_RECORDS)
    return ensure_uid (load, column, pending.stored, error);
  value = read_pending (&pending);
  uids = g_variant_get_strv (value, NULL);
  for (gsize u = 0; uids[u]; u++) {
    if (!ensure_uid (load, column, uids[u], error))
      return FALSE;
  }
  return TRUE;
}

/* Loads what loaded records refer to, until nothing is missing, then writes the references. When that fails the
 * records that would be incomplete are forgotten. */
static gboolean
close_references (Load    *load,
                  GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < load->pending->len && ok; i++)
    ok = ensure_referred (load, i, error);
  for (guint i = 0; i < load->pending->len && ok; i++) {
    const Pending *pending = &g_array_index (load->pending, Pending, i);
    g_autoptr (GVariant) value = read_pending (pending);

    ok = fact_record_write (pending->record, pending->column, value, resolve_loaded, load->map);
  }
  if (ok)
    return TRUE;
  if (error && !*error)
    g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED, "A reference in the file leads nowhere");
  for (guint i = 0; i < load->pending->len; i++) {
    const Pending *pending = &g_array_index (load->pending, Pending, i);

    /* The last of a record; after that there may be no record. */
    if (i + 1 == load->pending->len || pending[1].record != pending->record)
      g_hash_table_remove (load->map, fact_record_get_uid (pending->record));
  }
  return FALSE;
}

static gboolean
find_time (FactSqliteStore  *self,
           gint64            seq,
           gint64           *time,
           GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"time\" FROM \"change\" WHERE \"seq\" = %" G_GINT64_FORMAT, seq);

  return fact_sqlite_get_number (self->sqlite, sql, 0, time, error);
}

static GPtrArray *
unique (GPtrArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *once = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++) {
    if (g_hash_table_add (seen, found->pdata[i]))
      g_ptr_array_add (once, g_object_ref (found->pdata[i]));
  }
  return once;
}

GPtrArray *
fact_sqlite_store_load_queries (FactSqliteStore   *self,
                                FactQuery *const  *queries,
                                guint              n,
                                GError           **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Load) load = { 0 };

  load_init (&load, self, n ? queries[0]->as_of : 0);
  if (!fact_sqlite_store_ensure_open (self, error))
    return NULL;
  if (load.as_of && !fact_sqlite_grow (self->sqlite, error))
    return NULL;
  if (load.as_of && !find_time (self, load.as_of, &load.as_of_time, error))
    return NULL;
  for (guint i = 0; i < n; i++) {
    g_assert (queries[i]->as_of == load.as_of);
    if (!run_query (&load, queries[i], found, error)) {
      close_references (&load, NULL);
      return NULL;
    }
  }
  return close_references (&load, error) ? unique (found) : NULL;
}

FactRecord *
fact_sqlite_store_load_uid (FactSqliteStore  *self,
                            GType             type,
                            const char       *uid,
                            GError          **error)
{
  FactRecord *record = g_hash_table_lookup (self->records, uid);
  g_auto (Load) load = { 0 };

  load_init (&load, self, 0);
  if (record)
    return record;
  record = read_uid (&load, fact_sqlite_store_get_stored_type (self, type), uid, error);
  return record && close_references (&load, error) ? record : NULL;
}
