/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include <string.h>

/* Everything that is wrong is a line; the check goes on after each. */
typedef struct {
  FactSqlite *sqlite;
  GPtrArray *types;
  GPtrArray *findings;
  GCancellable *cancellable;
  GHashTable *last;                /* uid to the digest of its newest edit */
} Check;

static void
find (Check      *check,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (check->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
more (Check         *check,
      FactStatement *statement)
{
  g_autoptr (GError) error = NULL;
  FactStep step;

  if (!statement || g_cancellable_is_cancelled (check->cancellable))
    return FALSE;
  step = fact_statement_step (statement, &error);
  if (step == FACT_STEP_ERROR)
    find (check, "%s", error->message);
  return step == FACT_STEP_ROW;
}

static FactStatement *
prepare (Check      *check,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  FactStatement *statement = fact_sqlite_prepare (check->sqlite, sql, &error);

  if (!statement)
    find (check, "%s", error->message);
  return statement;
}

static void
check_structure (Check *check)
{
  FactStatement *statement = prepare (check, "PRAGMA integrity_check");

  while (more (check, statement)) {
    if (g_strcmp0 (fact_statement_get_text (statement, 0), "ok") != 0)
      find (check, "structure: %s", fact_statement_get_text (statement, 0));
  }
  statement = prepare (check, "PRAGMA foreign_key_check");
  while (more (check, statement))
    find (check, "reference: a %s refers to a %s that is not there", fact_statement_get_text (statement, 0),
          fact_statement_get_text (statement, 2));
}

static void
hash_edits (Check         *check,
            FactHasher    *hasher,
            FactStatement *edits,
            gboolean      *pending,
            gint64         seq)
{
  while (*pending && fact_statement_get_int (edits, 0) >> FACT_EDIT_BITS == seq) {
    gsize size;
    const guint8 *digest = fact_statement_get_blob (edits, 8, &size);

    if (size != FACT_DIGEST_BYTES) {
      find (check, "journal: change %" G_GINT64_FORMAT ": an edit has no digest", seq);
      digest = (const guint8 *) "0123456789abcde";
    }
    fact_hasher_add (hasher, &(FactHashedEdit) {
      .type = fact_statement_get_text (edits, 1), .uid = fact_statement_get_text (edits, 2),
      .subject = fact_statement_get_text (edits, 3), .op = fact_statement_get_text (edits, 4),
      .version = fact_statement_get_int (edits, 5), .before = fact_statement_get_text (edits, 6),
      .after = fact_statement_get_text (edits, 7), .digest = digest,
    });
    g_hash_table_replace (check->last, g_strdup (fact_statement_get_text (edits, 2)),
                          g_memdup2 (digest, FACT_DIGEST_BYTES));
    *pending = more (check, edits);
  }
}

static void
check_change (Check         *check,
              FactStatement *changes,
              gint64         expected,
              gint64        *time,
              guint8         previous[FACT_HASH_BYTES],
              FactStatement *edits,
              gboolean      *pending)
{
  FactHashedChange change = {
    .seq = fact_statement_get_int (changes, 0), .time = fact_statement_get_int (changes, 1),
    .who = fact_statement_get_text (changes, 2), .identified = fact_statement_get_text (changes, 3),
    .workstation = fact_statement_get_text (changes, 4), .verb = fact_statement_get_text (changes, 5),
    .subject = fact_statement_get_text (changes, 6), .undoes = fact_statement_get_int (changes, 7),
    .final = fact_statement_get_int (changes, 8) != 0, .note = fact_statement_get_text (changes, 10),
  };
  gsize size;
  const guint8 *kept = fact_statement_get_blob (changes, 9, &size);
  FactHasher *hasher = fact_hasher_new (previous, &change);

  if (change.seq != expected)
    find (check, "journal: change %" G_GINT64_FORMAT " is missing", expected);
  if (change.time <= *time)
    find (check, "journal: change %" G_GINT64_FORMAT " is older than the one before it", change.seq);
  *time = change.time;
  hash_edits (check, hasher, edits, pending, change.seq);
  fact_hasher_finish (hasher, previous);
  if (size != FACT_HASH_BYTES || memcmp (previous, kept, size) != 0)
    find (check, "journal: change %" G_GINT64_FORMAT " or its edits are not what was written", change.seq);
  if (size == FACT_HASH_BYTES)
    memcpy (previous, kept, size);
}

static void
check_journal (Check *check)
{
  FactStatement *changes = prepare (check, "SELECT \"seq\", \"time\", \"who\", \"identified\", \"workstation\", \"verb\", "
                                           "\"patient\", \"undoes\", \"final\", \"hash\", \"note\" FROM \"change\" ORDER BY \"seq\"");
  FactStatement *edits = prepare (check, "SELECT \"id\", \"type\", \"uid\", \"patient\", \"op\", \"version\", \"before\", "
                                         "\"after\", \"digest\" FROM \"edit\" ORDER BY \"id\"");
  guint8 previous[FACT_HASH_BYTES] = { 0 };
  gboolean pending = more (check, edits);
  gint64 expected = 1, time = G_MININT64;

  while (more (check, changes)) {
    check_change (check, changes, expected, &time, previous, edits, &pending);
    expected = fact_statement_get_int (changes, 0) + 1;
  }
  if (pending && !g_cancellable_is_cancelled (check->cancellable))
    find (check, "journal: edits without a change");
}

static void
check_row (Check          *check,
           FactStoredType *stored,
           FactStatement  *row,
           GString        *scratch)
{
  const char *uid = fact_statement_get_text (row, FACT_STORED_UID);
  g_autofree GVariant **values = g_new0 (GVariant *, stored->klass->n_columns);
  guint8 digest[FACT_DIGEST_BYTES];
  const guint8 *last = g_hash_table_lookup (check->last, uid);
  const guint8 *kept;
  gsize size;

  for (guint i = 0; i < stored->klass->n_columns; i++)
    values[i] = fact_stored_type_get (stored, row, i);
  fact_stored_type_digest (stored, uid, values, scratch, digest);
  for (guint i = 0; i < stored->klass->n_columns; i++)
    g_clear_pointer (&values[i], g_variant_unref);

  kept = fact_statement_get_blob (row, FACT_STORED_DIGEST, &size);
  if (!last)
    find (check, "%s %s: not in the journal", stored->klass->table, uid);
  else if (memcmp (last, digest, sizeof digest) != 0 || size != sizeof digest || memcmp (last, kept, size) != 0)
    find (check, "%s %s: not what the journal says", stored->klass->table, uid);
  g_hash_table_remove (check->last, uid);
}

static void
check_records (Check *check)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  GHashTableIter iter;
  gpointer uid;

  for (guint i = 0; i < check->types->len; i++) {
    FactStoredType *stored = check->types->pdata[i];
    FactStatement *rows = prepare (check, stored->select);

    while (more (check, rows))
      check_row (check, stored, rows, scratch);
  }
  if (g_cancellable_is_cancelled (check->cancellable))
    return;
  g_hash_table_iter_init (&iter, check->last);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    find (check, "record %s: in the journal, but not there", (const char *) uid);
}

void
fact_sqlite_check (FactSqlite   *sqlite,
                   GPtrArray    *types,
                   GPtrArray    *findings,
                   GCancellable *cancellable)
{
  Check check = { sqlite, types, findings, cancellable, NULL };

  check.last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check_structure (&check);
  check_journal (&check);
  check_records (&check);
  g_hash_table_unref (check.last);
}
