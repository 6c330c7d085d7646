/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "fact-canonical.h"
#include "fact-records.h"
#include "waiting.h"

#include <string.h>

FactStore *
fixture_open (const char  *path,
              FactClock   *clock,
              GError     **error)
{
  guint n;
  const GType *types = fact_records_list_types (&n);

  return fact_sqlite_store_new (path, types, n, clock, error);
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("fact-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "team.facttavlan", NULL);
  self->clock = fact_clock_new_fixed (NULL, FIXTURE_NOW);
  self->actor = (FactActor) { "01890000-0000-7000-8000-00000000aaaa", FACT_IDENTIFIED_CHOSEN, "desk" };
  self->store = fixture_open (self->path, self->clock, &error);
  g_assert_no_error (error);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->store);
  self->store = fixture_open (self->path, self->clock, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

gboolean
store_commit (FactStore        *store,
              FactChange       *change,
              const FactActor  *actor,
              GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fact_store_commit_async (store, &change, 1, actor, NULL, keep_result_cb, &result);
  return fact_store_commit_finish (store, wait_for (&result), error);
}

gint64
store_undo (FactStore        *store,
            gint64            seq,
            const FactActor  *actor,
            GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fact_store_undo_async (store, seq, actor, NULL, keep_result_cb, &result);
  return fact_store_undo_finish (store, wait_for (&result), error);
}

void
store_peek (FactStore  *store,
            const char *who,
            gint64     *undo,
            gint64     *redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fact_store_peek_undo_async (store, who, keep_result_cb, &result);
  fact_store_peek_undo_finish (store, wait_for (&result), undo, redo, &error);
  g_assert_no_error (error);
}

GPtrArray *
store_load (FactStore  *store,
            FactQuery  *query,
            GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FactQuery) owned = query;

  fact_store_load_async (store, &owned, 1, NULL, keep_result_cb, &result);
  return fact_store_load_finish (store, wait_for (&result), error);
}

static FactJournal *
read_journal (FactStore              *store,
              const FactJournalQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FactJournal *journal;

  fact_store_read_async (store, query, NULL, keep_result_cb, &result);
  journal = fact_store_read_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return journal;
}

FactJournal *
store_read (FactStore  *store,
            const char *subject,
            const char *uid,
            guint       limit)
{
  return read_journal (store, &(FactJournalQuery) { .subject = subject, .uid = uid, .limit = limit });
}

FactJournal *
store_read_change (FactStore *store,
                   gint64     seq)
{
  return read_journal (store, &(FactJournalQuery) { .before_seq = seq + 1, .limit = 1 });
}

static int
compare_uids (gconstpointer a,
              gconstpointer b)
{
  return strcmp (fact_record_get_uid (*(FactRecord *const *) a), fact_record_get_uid (*(FactRecord *const *) b));
}

static void
dump_record (GString    *text,
             FactRecord *record)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  g_string_append_printf (text, "%s %s", klass->table, fact_record_get_uid (record));
  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) value = fact_record_get_stored (record, i);

    if (!value)
      continue;
    g_string_append_printf (text, " %s=", klass->columns[i].name);
    fact_canonical_append_value (text, value);
  }
  g_string_append_c (text, '\n');
}

char *
store_dump (FactStore *store,
            gint64     as_of)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const GType *types = fact_records_list_types (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records = store_load (store, fact_query_as_of (fact_query_new (types[i]), as_of), &error);

    g_assert_no_error (error);
    g_ptr_array_sort (records, compare_uids);
    for (guint r = 0; r < records->len; r++)
      dump_record (text, records->pdata[r]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
