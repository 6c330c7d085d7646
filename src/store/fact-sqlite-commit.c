/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-commit.h"

#include "fact-canonical.h"
#include "fact-change-private.h"
#include "fact-record-write.h"

#include <string.h>

/* An edit encoded for the file: the record as it will be, its digest, the two texts of the journal. */
typedef struct {
  const FactChangeEdit *edit;
  FactStoredType *stored;
  GVariant **values;               /* one a column, after the change */
  char *subject;
  char *before;                    /* NULL for an addition */
  char *after;
  gint64 version;
  guint8 digest[FACT_DIGEST_BYTES];
  guint place;                     /* in the change */
  guint n_values;                  /* the store may be gone when this is freed */
} Encoded;

typedef struct _FactCommit {
  FactSqliteStore *store;
  FactChange *change;
  const FactActor *actor;
  GPtrArray *encoded;              /* of Encoded, in the order of the change */
  GHashTable *by_uid;              /* uid to Encoded */
  guint n_read, n_checked;         /* edits of the change, then Encoded */
  GPtrArray *records;              /* of FactRecord, one for each Encoded that the store knows of */
  guint n_applied;
  gint64 seq, time;
  guint8 hash[FACT_HASH_BYTES];
} Commit;

static void
encoded_free (Encoded *encoded)
{
  for (guint i = 0; i < encoded->n_values; i++)
    g_clear_pointer (&encoded->values[i], g_variant_unref);
  g_free (encoded->values);
  g_free (encoded->subject);
  g_free (encoded->before);
  g_free (encoded->after);
  g_free (encoded);
}

void
fact_commit_free (Commit *commit)
{
  g_ptr_array_unref (commit->encoded);
  g_ptr_array_unref (commit->records);
  g_hash_table_unref (commit->by_uid);
  g_object_unref (commit->change);
  g_free (commit);
}

gboolean
fact_commit_shrink (Commit *commit,
                    guint   limit)
{
  guint n = commit->encoded->len - MIN (commit->encoded->len, limit);

  g_ptr_array_set_size (commit->encoded, (int) n);
  return n == 0;
}

static gboolean
fail_invalid (const char  *verb,
              Encoded     *encoded,
              guint        column,
              const char  *why,
              GError     **error)
{
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID, "%s: %s.%s %s", verb, encoded->stored->klass->table,
               encoded->stored->klass->columns[column].name, why);
  return FALSE;
}

static gboolean
same (GVariant *a,
      GVariant *b)
{
  return a == b || (a && b && g_variant_equal (a, b));
}

/* The journal's text of one side of the changed values. */
static char *
journal_text (Encoded  *encoded,
              gboolean  before)
{
  FactStoredType *stored = encoded->stored;
  g_autoptr (GString) text = g_string_new ("{");

  for (guint n = 0; n < stored->klass->n_columns; n++) {
    guint column = stored->by_name[n];

    for (guint i = 0; i < encoded->edit->values->len; i++) {
      const FactChangedValue *value = &g_array_index (encoded->edit->values, FactChangedValue, i);

      if (value->column != column)
        continue;
      g_string_append_printf (text, "%s\"%s\":", text->len > 1 ? "," : "", stored->klass->columns[column].name);
      fact_canonical_append_value (text, before ? value->before : value->after);
    }
  }
  g_string_append_c (text, '}');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes the record as it stands and puts the change's values over it; the values before must still stand. */
static gboolean
fill_values (Commit   *commit,
             Encoded  *encoded,
             GError  **error)
{
  const FactChangeEdit *edit = encoded->edit;
  guint next = 0;

  for (guint i = 0; i < encoded->stored->klass->n_columns; i++) {
    g_autoptr (GVariant) stands = edit->added ? NULL : fact_record_get_stored (edit->record, i);
    const FactChangedValue *value = next < edit->values->len
                                      ? &g_array_index (edit->values, FactChangedValue, next) : NULL;

    if (!value || value->column != i) {
      encoded->values[i] = g_steal_pointer (&stands);
      continue;
    }
    next++;
    if (!same (stands, value->before)) {
      g_propagate_error (error, fact_store_error_new_conflict (FACT_STORE_ERROR_CONFLICT, encoded->stored->type,
                                                               fact_record_get_uid (edit->record),
                                                               encoded->stored->klass->columns[i].name, 0,
                                                               "The value was changed meanwhile"));
      return FALSE;
    }
    encoded->values[i] = value->after ? g_variant_ref (value->after) : NULL;
  }
  return TRUE;
}

static char *
find_subject (Encoded *encoded)
{
  FactRecordClass *klass = encoded->stored->klass;
  GVariant *value = klass->subject >= 0 ? encoded->values[klass->subject] : NULL;

  if (klass->is_subject)
    return g_strdup (fact_record_get_uid (encoded->edit->record));
  return value ? g_variant_dup_string (value, NULL) : NULL;
}

static Encoded *
encode (Commit                *commit,
        const FactChangeEdit  *edit,
        GString               *scratch,
        GError               **error)
{
  Encoded *encoded = g_new0 (Encoded, 1);

  encoded->edit = edit;
  encoded->stored = fact_sqlite_store_get_stored_type (commit->store, G_OBJECT_TYPE (edit->record));
  encoded->n_values = encoded->stored->klass->n_columns;
  encoded->values = g_new0 (GVariant *, encoded->n_values);
  encoded->version = fact_record_get_version (edit->record) + 1;
  encoded->place = commit->encoded->len;
  if (!fill_values (commit, encoded, error)) {
    encoded_free (encoded);
    return NULL;
  }
  encoded->subject = find_subject (encoded);
  fact_stored_type_digest (encoded->stored, fact_record_get_uid (edit->record), encoded->values, scratch,
                           encoded->digest);
  encoded->before = edit->added ? NULL : journal_text (encoded, TRUE);
  /* Of an added record what is journalled is what the digest is made of. */
  encoded->after = edit->added ? g_strdup (strchr (scratch->str, '{')) : journal_text (encoded, FALSE);
  return encoded;
}

/* Whether @uid is there and not removed once this change is made. */
static gboolean
stands (Commit     *commit,
        GType       type,
        const char *uid)
{
  Encoded *encoded = g_hash_table_lookup (commit->by_uid, uid);
  FactRecord *record;

  if (encoded)
    return encoded->values[0] == NULL;
  record = fact_sqlite_store_load_uid (commit->store, type, uid, NULL);
  return record && !fact_record_is_removed (record);
}

static gboolean
check_references (Commit            *commit,
                  Encoded           *encoded,
                  guint              i,
                  GError           **error)
{
  const FactColumn *column = &encoded->stored->klass->columns[i];
  GVariant *value = encoded->values[i];
  gboolean list = column->kind == FACT_COLUMN_RECORDS;

  for (gsize n = 0; n < (list ? g_variant_n_children (value) : 1); n++) {
    const char *uid;

    if (list)
      g_variant_get_child (value, n, "&s", &uid);
    else
      uid = g_variant_get_string (value, NULL);
    if (stands (commit, column->get_type (), uid))
      continue;
    g_propagate_error (error, fact_store_error_new_conflict (FACT_STORE_ERROR_CONFLICT, column->get_type (), uid,
                                                             "removed", 0, "What is referred to is not there any more"));
    return FALSE;
  }
  return TRUE;
}

/* A record that is not removed has all that is required and refers to nothing removed. Only what may have become
 * otherwise is looked at. */
static gboolean
check_encoded (Commit   *commit,
               Encoded  *encoded,
               GError  **error)
{
  FactRecordClass *klass = encoded->stored->klass;
  gboolean whole = encoded->edit->added || fact_record_is_removed (encoded->edit->record);

  if (encoded->values[0])
    return TRUE;
  for (guint i = 0; i < klass->n_columns; i++) {
    const FactColumn *column = &klass->columns[i];
    gboolean reference = column->kind == FACT_COLUMN_RECORD || column->kind == FACT_COLUMN_RECORDS;
    gboolean changed = whole;

    if ((column->flags & FACT_COLUMN_REQUIRED) && !encoded->values[i])
      return fail_invalid (fact_change_get_verb (commit->change), encoded, i, "is missing", error);
    for (guint n = 0; n < encoded->edit->values->len && !changed; n++)
      changed = g_array_index (encoded->edit->values, FactChangedValue, n).column == i;
    if (reference && changed && encoded->values[i] && !check_references (commit, encoded, i, error))
      return FALSE;
  }
  return TRUE;
}

Commit *
fact_commit_new (FactSqliteStore  *store,
                 FactChange       *change,
                 const FactActor  *actor,
                 GError          **error)
{
  Commit *commit;

  if (fact_change_get_n_edits (change) >= FACT_MAX_EDITS) {
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID, "%u edits are too many for one change",
                 fact_change_get_n_edits (change));
    return NULL;
  }
  commit = g_new0 (Commit, 1);
  commit->store = store;
  commit->change = g_object_ref (change);
  commit->actor = actor;
  commit->encoded = g_ptr_array_new_with_free_func ((GDestroyNotify) encoded_free);
  commit->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  commit->records = g_ptr_array_new_with_free_func (g_object_unref);
  return commit;
}

gboolean
fact_commit_is_encoded (Commit *commit)
{
  return commit->n_read == fact_change_get_n_edits (commit->change) && commit->n_checked == commit->encoded->len;
}

gboolean
fact_commit_encode (Commit  *commit,
                    guint    limit,
                    GError **error)
{
  guint n = fact_change_get_n_edits (commit->change);
  g_autoptr (GString) scratch = g_string_new (NULL);

  for (; commit->n_read < n && limit > 0; commit->n_read++, limit--) {
    const FactChangeEdit *edit = fact_change_get_edit (commit->change, commit->n_read);
    Encoded *encoded;

    if (!edit->added && edit->values->len == 0)
      continue;
    encoded = encode (commit, edit, scratch, error);
    if (!encoded)
      return FALSE;
    g_ptr_array_add (commit->encoded, encoded);
    g_hash_table_insert (commit->by_uid, (gpointer) fact_record_get_uid (edit->record), encoded);
  }
  /* What a change refers to may come later in it. */
  for (; commit->n_read == n && commit->n_checked < commit->encoded->len && limit > 0; commit->n_checked++, limit--) {
    if (!check_encoded (commit, commit->encoded->pdata[commit->n_checked], error))
      return FALSE;
  }
  return TRUE;
}

static const char *
identified_nick (FactIdentified how)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (FACT_TYPE_IDENTIFIED);

  return g_enum_get_value (klass, (int) how)->value_nick;
}

static gboolean
write_change (Commit   *commit,
              GError  **error)
{
  FactStatement *statement = fact_sqlite_prepare (commit->store->sqlite,
                                                  "INSERT INTO \"change\" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  gint64 undoes = fact_change_get_undoes (commit->change);
  FactHashedChange hashed = {
    .seq = commit->seq, .time = commit->time, .undoes = undoes, .who = commit->actor->who,
    .identified = identified_nick (commit->actor->how), .workstation = commit->actor->workstation,
    .verb = fact_change_get_verb (commit->change), .subject = fact_change_get_subject (commit->change),
    .note = fact_change_get_note (commit->change), .final = fact_change_is_final (commit->change),
  };
  FactHasher *hasher;

  if (!statement)
    return FALSE;
  hasher = fact_hasher_new (commit->store->head_hash, &hashed);
  for (guint i = 0; i < commit->encoded->len; i++) {
    Encoded *encoded = commit->encoded->pdata[i];

    fact_hasher_add (hasher, &(FactHashedEdit) {
      .type = encoded->stored->klass->table, .uid = fact_record_get_uid (encoded->edit->record),
      .subject = encoded->subject, .op = encoded->edit->added ? "add" : "set", .before = encoded->before,
      .after = encoded->after, .version = encoded->version, .digest = encoded->digest,
    });
  }
  fact_hasher_finish (hasher, commit->hash);
  fact_statement_bind_int (statement, 0, hashed.seq);
  fact_statement_bind_int (statement, 1, hashed.time);
  fact_statement_bind_text (statement, 2, hashed.who);
  fact_statement_bind_text (statement, 3, hashed.identified);
  fact_statement_bind_text (statement, 4, hashed.workstation);
  fact_statement_bind_text (statement, 5, hashed.verb);
  fact_statement_bind_text (statement, 6, hashed.subject);
  if (undoes)
    fact_statement_bind_int (statement, 7, undoes);
  fact_statement_bind_int (statement, 8, hashed.final);
  fact_statement_bind_blob (statement, 9, commit->hash, sizeof commit->hash);
  fact_statement_bind_text (statement, 10, hashed.note);
  return fact_statement_run (statement, error);
}

static gboolean
write_record (Commit         *commit,
              Encoded        *encoded,
              FactStatement  *statement,
              GPtrArray      *keep,
              GError        **error)
{
  FactStoredType *stored = encoded->stored;
  const char *uid = fact_record_get_uid (encoded->edit->record);

  fact_statement_bind_text (statement, FACT_STORED_UID, uid);
  fact_statement_bind_int (statement, FACT_STORED_VERSION, encoded->version);
  fact_statement_bind_int (statement, FACT_STORED_CHANGED_AT, commit->time);
  fact_statement_bind_text (statement, FACT_STORED_CHANGED_BY, commit->actor->who);
  fact_statement_bind_blob (statement, FACT_STORED_DIGEST, encoded->digest, sizeof encoded->digest);
  for (guint i = 0; i < stored->klass->n_columns; i++)
    fact_stored_type_bind (statement, FACT_STORED_COLUMNS + (int) i, &stored->klass->columns[i], encoded->values[i], keep);
  if (!encoded->edit->added)
    fact_statement_bind_text (statement, FACT_STORED_COLUMNS + (int) stored->klass->n_columns, uid);
  return fact_statement_run (statement, error);
}

static gboolean
write_edit (Commit         *commit,
            Encoded        *encoded,
            FactStatement  *statement,
            GError        **error)
{
  fact_statement_bind_int (statement, 0, (commit->seq << FACT_EDIT_BITS) | encoded->place);
  fact_statement_bind_int (statement, 1, commit->seq);
  fact_statement_bind_text (statement, 2, encoded->stored->klass->table);
  fact_statement_bind_text (statement, 3, fact_record_get_uid (encoded->edit->record));
  fact_statement_bind_text (statement, 4, encoded->subject);
  fact_statement_bind_text (statement, 5, encoded->edit->added ? "add" : "set");
  fact_statement_bind_int (statement, 6, encoded->version);
  fact_statement_bind_text (statement, 7, encoded->before);
  fact_statement_bind_text (statement, 8, encoded->after);
  fact_statement_bind_blob (statement, 9, encoded->digest, sizeof encoded->digest);
  return fact_statement_run (statement, error);
}

/* Records with referred types first: the keys are immediate. A unique value that moves from one record to another in
 * one change needs its old holder written first, so removals go before the rest. */
static int
compare_writes (gconstpointer a,
                gconstpointer b)
{
  const Encoded *one = *(const Encoded *const *) a;
  const Encoded *other = *(const Encoded *const *) b;
  gboolean removal = !one->edit->added && one->values[0];
  gboolean other_removal = !other->edit->added && other->values[0];

  if (removal != other_removal)
    return removal ? -1 : 1;
  if (one->stored->rank != other->stored->rank)
    return one->stored->rank < other->stored->rank ? -1 : 1;
  if (one->edit->added != other->edit->added)
    return one->edit->added ? 1 : -1;
  return one->place < other->place ? -1 : 1;
}

static gboolean
write_records (Commit   *commit,
               GError  **error)
{
  g_autoptr (GPtrArray) order = g_ptr_array_copy (commit->encoded, NULL, NULL);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);
  FactStatement *statement = NULL;
  const char *sql = NULL;

  g_ptr_array_set_free_func (order, NULL);
  g_ptr_array_sort (order, compare_writes);
  for (guint i = 0; i < order->len; i++) {
    Encoded *encoded = order->pdata[i];
    const char *needed = encoded->edit->added ? encoded->stored->insert : encoded->stored->update;

    if (needed != sql && !(statement = fact_sqlite_prepare (commit->store->sqlite, needed, error)))
      return FALSE;
    sql = needed;
    if (!write_record (commit, encoded, statement, keep, error))
      return FALSE;
    g_ptr_array_set_size (keep, 0);
  }
  return TRUE;
}

static gboolean
write_edits (Commit   *commit,
             GError  **error)
{
  FactStatement *statement = fact_sqlite_prepare (commit->store->sqlite,
                                                  "INSERT INTO \"edit\" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  for (guint i = 0; statement && i < commit->encoded->len; i++) {
    if (!write_edit (commit, commit->encoded->pdata[i], statement, error))
      return FALSE;
  }
  return statement != NULL;
}

static gboolean
refuse_removals_in_use (Commit   *commit,
                        GError  **error)
{
  for (guint i = 0; i < commit->encoded->len; i++) {
    Encoded *encoded = commit->encoded->pdata[i];

    if (encoded->values[0] && !fact_record_is_removed (encoded->edit->record) &&
        !fact_sqlite_store_refuse_in_use (commit->store, encoded->stored->type,
                                          fact_record_get_uid (encoded->edit->record), error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (Commit   *commit,
           GError  **error)
{
  return write_change (commit, error) && write_records (commit, error) && write_edits (commit, error) &&
         refuse_removals_in_use (commit, error);
}

/* After a failed COMMIT nobody knows whether it took place: the file is asked. */
static gboolean
settle_failed_commit (FactSqliteStore  *self,
                      Commit           *last,
                      GError          **error)
{
  if (!fact_sqlite_store_reopen (self, NULL)) {
    g_clear_error (error);
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNKNOWN,
                 "The file cannot be read back: whether the change is in it will be seen when it can.");
    return FALSE;
  }
  if (self->head == last->seq && memcmp (self->head_hash, last->hash, sizeof last->hash) == 0) {
    g_clear_error (error);
    return TRUE;
  }
  return FALSE;
}

static FactRecord *
resolve_any (const char *uid,
             GType       type,
             gpointer    data)
{
  return fact_sqlite_store_load_uid (data, type, uid, NULL);
}

static void
apply_values (Commit  *commit,
              Encoded *encoded)
{
  FactRecord *record = encoded->edit->record;

  for (guint i = 0; i < encoded->edit->values->len; i++) {
    guint column = g_array_index (encoded->edit->values, FactChangedValue, i).column;

    fact_record_write (record, column, encoded->values[column], resolve_any, commit->store);
  }
  fact_record_write_stamp (record, encoded->version, commit->time, commit->actor->who);
}

/* All are known, and none tells, before the first gets its values. */
static void
enter (Commit  *commit,
       Encoded *encoded)
{
  FactRecord *record = encoded->edit->record;

  /* To a new record nobody listens yet. */
  if (encoded->edit->added)
    g_hash_table_insert (commit->store->records, (gpointer) fact_record_get_uid (record), g_object_ref (record));
  else
    g_object_freeze_notify (G_OBJECT (record));
  g_ptr_array_add (commit->records, g_object_ref (record));
}

gboolean
fact_commit_apply (Commit *commit,
                   guint   limit)
{
  guint n = commit->encoded->len;

  for (; commit->records->len < n && limit > 0; limit--)
    enter (commit, commit->encoded->pdata[commit->records->len]);
  for (; commit->records->len == n && commit->n_applied < n && limit > 0; limit--)
    apply_values (commit, commit->encoded->pdata[commit->n_applied++]);
  return commit->n_applied == n;
}

void
fact_commit_tell (Commit *commit)
{
  fact_change_set_seq (commit->change, commit->seq);
  for (guint i = 0; i < commit->records->len; i++) {
    if (!((Encoded *) commit->encoded->pdata[i])->edit->added)
      g_object_thaw_notify (commit->records->pdata[i]);
  }
  g_signal_emit_by_name (commit->store, "committed", commit->seq, commit->records);
}

static gboolean
write_one (FactSqliteStore  *self,
           Commit           *commit,
           GError          **error)
{
  gint64 now = fact_clock_get_now (self->clock);

  /* Strictly rising, so that "changed since" has one answer. */
  commit->seq = self->head + 1;
  commit->time = MAX (now, self->head_time + 1);
  if (!write_all (commit, error))
    return FALSE;
  self->head = commit->seq;
  self->head_time = commit->time;
  memcpy (self->head_hash, commit->hash, sizeof self->head_hash);
  return TRUE;
}

static gboolean
write_transaction (FactSqliteStore  *self,
                   GPtrArray        *commits,
                   GError          **error)
{
  gint64 head = self->head, head_time = self->head_time;
  guint8 hash[FACT_HASH_BYTES];
  gboolean ok;

  if (!self->bulk && !fact_sqlite_is_in_place (self->sqlite, error))
    return FALSE;
  ok = self->bulk || (fact_sqlite_grow (self->sqlite, error) &&
                      fact_sqlite_run (self->sqlite, "BEGIN IMMEDIATE", error));
  memcpy (hash, self->head_hash, sizeof hash);
  for (guint i = 0; i < commits->len && ok; i++)
    ok = write_one (self, commits->pdata[i], error);
  if (ok && (self->bulk || fact_sqlite_run (self->sqlite, "COMMIT", error)))
    return TRUE;
  self->head = head;
  self->head_time = head_time;
  memcpy (self->head_hash, hash, sizeof hash);
  if (self->bulk)
    return FALSE;
  if (ok)
    return settle_failed_commit (self, commits->pdata[commits->len - 1], error);
  if (!fact_sqlite_exec (self->sqlite, "ROLLBACK", NULL))
    fact_sqlite_store_reopen (self, NULL);
  return FALSE;
}

gboolean
fact_commit_write (Commit  *commit,
                   GError **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new ();

  g_ptr_array_add (commits, commit);
  return write_transaction (commit->store, commits, error);
}

gboolean
fact_sqlite_store_commit_changes (FactSqliteStore    *self,
                                  FactChange *const  *changes,
                                  guint               n,
                                  const FactActor    *actor,
                                  GError            **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_commit_free);

  if (!fact_sqlite_store_ensure_open (self, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (FactCommit) commit = NULL;

    if (fact_change_is_empty (changes[i]))
      continue;
    g_return_val_if_fail (fact_change_get_seq (changes[i]) == 0, FALSE);
    commit = fact_commit_new (self, changes[i], actor, error);
    if (!commit || !fact_commit_encode (commit, G_MAXUINT, error))
      return FALSE;
    g_ptr_array_add (commits, g_steal_pointer (&commit));
  }
  if (commits->len && !write_transaction (self, commits, error))
    return FALSE;
  for (guint i = 0; i < commits->len; i++) {
    fact_commit_apply (commits->pdata[i], G_MAXUINT);
    fact_commit_tell (commits->pdata[i]);
  }
  return TRUE;
}
