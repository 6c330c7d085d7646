/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a page of the journal and all that its words need: what an undo took back, the contacts as they stood, the
 * names of what is not loaded. */

#include "fact-history.h"
#include "fact-history-private.h"
#include "fact-team-private.h"
#include "fact-team-words.h"

#include <glib/gi18n-lib.h>

/* A change to be told. */
typedef struct {
  FactHistoryEntry *entry;
  FactJournal *journal;            /* holds the change whose words are told: of an undo the one that it began with */
  guint place;                     /* in @journal */
  gint64 wanted;                   /* the change still to be read into @journal, 0 none */
  gboolean undone, redone;         /* taken back, brought again: the words are of what was */
  GHashTable *stood;               /* uid to record */
} Item;

typedef struct {
  char *patient;
  guint limit;
  gint64 next;                     /* before which change the next page begins, 0 none */
  GPtrArray *items;
  guint at;
} Reading;

static void
item_free (Item *item)
{
  g_object_unref (item->entry);
  g_object_unref (item->journal);
  g_clear_pointer (&item->stood, g_hash_table_unref);
  g_free (item);
}

static void
reading_free (Reading *reading)
{
  g_free (reading->patient);
  g_ptr_array_unref (reading->items);
  g_free (reading);
}

static const FactEntry *
get_told (Item            *item,
          const FactEdit **edits,
          guint           *n_edits)
{
  *edits = fact_journal_get_edits (item->journal, item->place, n_edits);
  return fact_journal_get_entry (item->journal, item->place);
}

/* Of a patient's history only the patient's own edits were read, but these are about two. */
static gboolean
is_partial (Reading         *reading,
            const FactEntry *entry)
{
  return reading->patient && (g_str_equal (entry->verb, "contact.move") || g_str_equal (entry->verb, "contact.copy") ||
                              g_str_equal (entry->verb, "contact.hand-over"));
}

static Item *
item_new (FactTeam    *self,
          Reading     *reading,
          FactJournal *journal,
          guint        place)
{
  const FactEntry *entry = fact_journal_get_entry (journal, place);
  Item *item = g_new0 (Item, 1);
  FactHistoryEntry *told = g_object_new (FACT_TYPE_HISTORY_ENTRY, NULL);
  guint n_edits;
  const FactEdit *edits = fact_journal_get_edits (journal, place, &n_edits);

  told->seq = entry->seq;
  told->time = entry->time;
  told->can_restore = fact_team_can_restore (self, entry, edits, n_edits);
  told->day = fact_clock_get_day_of (self->clock, entry->time);
  told->clock_time = fact_clock_format_local_time (self->clock, entry->time);
  told->local_time = fact_clock_format_local (self->clock, entry->time);
  told->who = g_strdup (entry->who);
  told->verb = g_strdup (entry->verb);
  told->note = g_strdup (entry->note);
  told->patient_uid = g_strdup (entry->subject);
  item->entry = told;
  item->journal = g_object_ref (journal);
  item->place = place;
  item->undone = fact_entry_is_undo (entry);
  item->redone = fact_entry_is_redo (entry);
  if (entry->origin != entry->seq || is_partial (reading, entry))
    item->wanted = entry->origin;
  return item;
}

static void
tell (FactTeam *self,
      Item     *item)
{
  FactHistoryEntry *told = item->entry;
  const FactEdit *edits;
  guint n;
  const FactEntry *entry = get_told (item, &edits, &n);
  g_autofree char *words = fact_team_describe_at (self, entry, edits, n, item->stood);

  told->who_words = fact_team_describe_who (self, told->who);
  if (item->undone)
    /* Translators: an undo in the history; %s says what was undone: "Undone: Move DD-75 from Obs to Kris" */
    told->words = g_strdup_printf (_("Undone: %s"), words);
  else if (item->redone)
    /* Translators: a redo in the history; %s says what was done again */
    told->words = g_strdup_printf (_("Redone: %s"), words);
  else
    told->words = g_steal_pointer (&words);
  if (!item->undone && !item->redone)
    told->detail = fact_team_describe_values (self, entry, edits, n);
}

static void
names_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);
  GPtrArray *entries;

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < reading->items->len; i++) {
    Item *item = reading->items->pdata[i];

    tell (self, item);
    g_ptr_array_add (entries, g_object_ref (item->entry));
  }
  g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}

/* @wanted: type to a set of uids. */
static void
want (FactTeam   *self,
      GHashTable *wanted,
      GType       type,
      const char *uid)
{
  GHashTable *uids = g_hash_table_lookup (wanted, GSIZE_TO_POINTER (type));

  if (!uid || fact_store_lookup (self->store, uid))
    return;
  if (!uids) {
    uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (wanted, GSIZE_TO_POINTER (type), uids);
  }
  g_hash_table_add (uids, g_strdup (uid));
}

static void
want_value (FactTeam         *self,
            GHashTable       *wanted,
            const FactColumn *column,
            GVariant         *value)
{
  if (!value || (column->kind != FACT_COLUMN_RECORD && column->kind != FACT_COLUMN_RECORDS))
    return;
  if (column->kind == FACT_COLUMN_RECORD)
    want (self, wanted, column->get_type (), g_variant_get_string (value, NULL));
  for (gsize i = 0; column->kind == FACT_COLUMN_RECORDS && i < g_variant_n_children (value); i++) {
    const char *uid;

    g_variant_get_child (value, i, "&s", &uid);
    want (self, wanted, column->get_type (), uid);
  }
}

static gboolean
is_vocabulary (GType type)
{
  return type != FACT_TYPE_STAY && type != FACT_TYPE_CONTACT && type != FACT_TYPE_DISMISSAL;
}

static void
want_edit (FactTeam       *self,
           GHashTable     *wanted,
           const FactEdit *edit)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (edit->type);

  if (is_vocabulary (edit->type))
    want (self, wanted, edit->type, edit->uid);
  want (self, wanted, FACT_TYPE_PATIENT, edit->subject);
  for (guint i = 0; i < edit->n_values; i++) {
    const FactColumn *column = &((FactRecordClass *) klass)->columns[edit->values[i].column];

    want_value (self, wanted, column, edit->values[i].before);
    want_value (self, wanted, column, edit->values[i].after);
  }
}

static void
want_stood (FactTeam   *self,
            GHashTable *wanted,
            GHashTable *stood)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, stood);
  while (g_hash_table_iter_next (&iter, NULL, &record)) {
    FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

    for (guint i = 0; i < klass->n_columns; i++) {
      g_autoptr (GVariant) value = fact_record_get_stored (record, i);

      want_value (self, wanted, &klass->columns[i], value);
    }
  }
}

static void
want_item (FactTeam   *self,
           GHashTable *wanted,
           Item       *item)
{
  const FactEdit *edits;
  guint n;
  const FactEntry *entry = get_told (item, &edits, &n);

  if (item->entry->who && !g_str_has_prefix (item->entry->who, "user:"))
    want (self, wanted, FACT_TYPE_STAFF, item->entry->who);
  want (self, wanted, FACT_TYPE_PATIENT, entry->subject);
  for (guint i = 0; i < n; i++)
    want_edit (self, wanted, &edits[i]);
  if (item->stood)
    want_stood (self, wanted, item->stood);
}

static GPtrArray *
make_queries (GHashTable *wanted)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_query_free);
  GHashTableIter iter;
  gpointer type, uids;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &type, &uids)) {
    g_autofree gpointer *list = g_hash_table_get_keys_as_array (uids, NULL);
    FactQuery *query = fact_query_new (GPOINTER_TO_SIZE (type));

    fact_query_where (query, "uid", FACT_OP_IN, list);
    g_ptr_array_add (queries, fact_query_with_removed (query));
  }
  return queries;
}

static void
load_names (FactTeam *self,
            GTask    *task)
{
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) queries = NULL;

  for (guint i = 0; i < reading->items->len; i++)
    want_item (self, wanted, reading->items->pdata[i]);
  queries = make_queries (wanted);
  fact_store_load_async (self->store, (FactQuery *const *) queries->pdata, queries->len, g_task_get_cancellable (task),
                         names_loaded_cb, g_object_ref (task));
}

/* The contacts that a change touched without setting all of them. (transfer full) */
static GStrv
list_touched (Item   *item,
              gint64 *seq)
{
  GPtrArray *uids = g_ptr_array_new ();
  const FactEdit *edits;
  guint n;

  *seq = get_told (item, &edits, &n)->seq;
  for (guint i = 0; i < n; i++) {
    if (edits[i].type == FACT_TYPE_CONTACT && !edits[i].added)
      g_ptr_array_add (uids, g_strdup (edits[i].uid));
  }
  g_ptr_array_add (uids, NULL);
  return (GStrv) g_ptr_array_free (uids, FALSE);
}

static void read_next (FactTeam *self,
                       GTask    *task);

static void
whole_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  Item *item = reading->items->pdata[reading->at];
  GError *error = NULL;
  g_autoptr (FactJournal) journal = fact_store_read_finish (FACT_STORE (object), result, &error);

  if (!journal) {
    fact_team_return_error (self, task, error);
    return;
  }
  item->wanted = 0;
  if (fact_journal_get_n_entries (journal) > 0) {
    g_set_object (&item->journal, journal);
    item->place = 0;
  }
  read_next (self, task);
}

static void
stood_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  Item *item = reading->items->pdata[reading->at];
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  item->stood = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (item->stood, (gpointer) fact_record_get_uid (records->pdata[i]),
                         g_object_ref (records->pdata[i]));
  reading->at++;
  read_next (self, task);
}

/* One change after the other, each with what it needs; then the names of all of them at once. */
static void
read_next (FactTeam *self,
           GTask    *task)
{
  Reading *reading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  for (; reading->at < reading->items->len; reading->at++) {
    Item *item = reading->items->pdata[reading->at];
    g_auto (GStrv) touched = NULL;
    gint64 seq;

    if (item->wanted) {
      fact_store_read_async (self->store, &(FactJournalQuery) { .before_seq = item->wanted + 1, .limit = 1 },
                             cancellable, whole_read_cb, g_object_ref (task));
      return;
    }
    touched = list_touched (item, &seq);
    if (touched[0]) {
      g_autoptr (FactQuery) query = fact_query_new (FACT_TYPE_CONTACT);

      fact_query_as_of (fact_query_with_removed (fact_query_where (query, "uid", FACT_OP_IN, touched)), seq);
      fact_store_load_async (self->store, &query, 1, cancellable, stood_loaded_cb, g_object_ref (task));
      return;
    }
  }
  load_names (self, task);
}

static void
page_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FactJournal) journal = fact_store_read_finish (FACT_STORE (object), result, &error);
  guint n;

  if (!journal) {
    fact_team_return_error (self, task, error);
    return;
  }
  n = fact_journal_get_n_entries (journal);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (reading->items, item_new (self, reading, journal, i));
  if (n == reading->limit && fact_journal_get_entry (journal, n - 1)->seq > 1)
    reading->next = fact_journal_get_entry (journal, n - 1)->seq;
  read_next (self, task);
}

void
fact_team_read_history_async (FactTeam            *self,
                              const char          *patient_uid,
                              const char          *who,
                              gint64               before_seq,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);
  const FactJournalQuery query = {
    .subject = patient_uid, .who = who, .limit = limit,
    .before_seq = before_seq ? before_seq : self->as_of_seq ? self->as_of_seq + 1 : 0,
  };

  g_return_if_fail (FACT_IS_TEAM (self) && limit > 0);

  reading->patient = g_strdup (patient_uid);
  reading->limit = limit;
  reading->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_task_set_source_tag (task, fact_team_read_history_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  fact_store_read_async (self->store, &query, cancellable, page_read_cb, g_object_ref (task));
}

GPtrArray *
fact_team_read_history_finish (FactTeam      *self,
                               GAsyncResult  *result,
                               gint64        *next,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (next)
    *next = ((Reading *) g_task_get_task_data (G_TASK (result)))->next;
  return g_task_propagate_pointer (G_TASK (result), error);
}
