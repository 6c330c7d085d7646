/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include "fact-change-private.h"

struct _FactSetBack {
  FactSqliteStore *store;          /* borrowed */
  FactJournal *journal;            /* of the one entry, without its edits */
  FactChange *change;
  guint n_taken;
};

/* The change that last set @column of @uid: who stands in the way. 0 when it cannot be told. */
static gint64
find_last_change (FactSqliteStore *self,
                  const char      *uid,
                  const char      *column)
{
  const FactJournalQuery query = { .uid = uid, .limit = 50 };
  g_autoptr (FactJournal) journal = fact_sqlite_store_read_journal (self, &query, NULL);

  for (guint i = 0; journal && i < fact_journal_get_n_entries (journal); i++) {
    guint n;
    const FactEdit *edits = fact_journal_get_edits (journal, i, &n);

    for (guint e = 0; e < n; e++) {
      if (fact_edit_find (&edits[e], column, NULL, NULL))
        return fact_journal_get_entry (journal, i)->seq;
    }
  }
  return 0;
}

static gboolean
fail_changed (FactSqliteStore  *self,
              FactRecord       *record,
              guint             column,
              GError          **error)
{
  const char *name = FACT_RECORD_GET_CLASS (record)->columns[column].name;
  const char *uid = fact_record_get_uid (record);

  g_propagate_error (error, fact_store_error_new_conflict (FACT_STORE_ERROR_CONFLICT, G_OBJECT_TYPE (record), uid, name,
                                                           find_last_change (self, uid, name),
                                                           "A value is not any more what the change left"));
  return FALSE;
}

static gboolean
still_stands (FactSqliteStore      *self,
              FactRecord           *record,
              const FactEditValue  *value,
              GError              **error)
{
  g_autoptr (GVariant) now = fact_record_get_stored (record, value->column);

  if (now == value->after || (now && value->after && g_variant_equal (now, value->after)))
    return TRUE;
  return fail_changed (self, record, value->column, error);
}

/* An added record is whole again only when every column is as it was added, also those left unset then. */
static gboolean
addition_stands (FactSqliteStore  *self,
                 FactRecord       *record,
                 const FactEdit   *edit,
                 GError          **error)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++) {
    FactEditValue value = { .column = i };

    fact_edit_find (edit, klass->columns[i].name, NULL, &value.after);
    if (!still_stands (self, record, &value, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
set_back_edit (FactSqliteStore  *self,
               FactChange       *change,
               const FactEdit   *edit,
               GError          **error)
{
  FactRecord *record = fact_sqlite_store_load_uid (self, edit->type, edit->uid, error);

  if (!record)
    return FALSE;
  if (edit->added) {
    if (!addition_stands (self, record, edit, error))
      return FALSE;
    fact_change_remove (change, record);
    return TRUE;
  }
  for (guint i = 0; i < edit->n_values; i++) {
    if (!still_stands (self, record, &edit->values[i], error))
      return FALSE;
    if (!fact_change_set_stored (change, record, edit->values[i].column, edit->values[i].before))
      return fail_changed (self, record, edit->values[i].column, error);
  }
  return TRUE;
}

FactSetBack *
fact_set_back_new (FactSqliteStore  *store,
                   gint64            seq,
                   GError          **error)
{
  g_autoptr (FactJournal) journal = fact_sqlite_store_read_change (store, seq, error);
  const FactEntry *entry;
  FactSetBack *self;

  if (!journal)
    return NULL;
  entry = fact_journal_get_entry (journal, 0);
  if (entry->final) {
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID, "Change %" G_GINT64_FORMAT " is final", seq);
    return NULL;
  }
  self = g_new0 (FactSetBack, 1);
  self->store = store;
  self->change = fact_change_new (fact_entry_is_undo (entry) ? FACT_VERB_REDO : FACT_VERB_UNDO, entry->subject);
  self->journal = g_steal_pointer (&journal);
  fact_change_set_undoes (self->change, seq);
  return self;
}

void
fact_set_back_free (FactSetBack *self)
{
  g_object_unref (self->journal);
  g_object_unref (self->change);
  g_free (self);
}

guint
fact_set_back_get_n_edits (FactSetBack *self)
{
  return fact_journal_get_entry (self->journal, 0)->n_edits;
}

gboolean
fact_set_back_is_whole (FactSetBack *self)
{
  return self->n_taken == fact_set_back_get_n_edits (self);
}

gboolean
fact_set_back_take (FactSetBack  *self,
                    guint         limit,
                    GError      **error)
{
  const FactEntry *entry = fact_journal_get_entry (self->journal, 0);
  guint wanted = MIN (limit, entry->n_edits - self->n_taken);
  g_autoptr (FactJournal) journal = fact_sqlite_store_read_edits (self->store, entry, self->n_taken, wanted, error);
  const FactEdit *edits;
  guint n;

  if (!journal)
    return FALSE;
  edits = fact_journal_get_edits (journal, 0, &n);
  for (guint i = 0; i < n; i++) {
    if (!set_back_edit (self->store, self->change, &edits[i], error))
      return FALSE;
  }
  self->n_taken += wanted;
  return TRUE;
}

FactChange *
fact_set_back_get_change (FactSetBack *self)
{
  return self->change;
}

/* Walks the person's changes from the newest down. What a change took back lies directly below it, so the walk goes
 * on below that, and each step is one look into the index. @undo: look for the top of the undo stack or the redo. */
static gboolean
find_top (FactSqliteStore  *self,
          const char       *who,
          gboolean          undo,
          gint64           *top,
          GError          **error)
{
  gint64 below = self->head + 1;

  for (*top = 0; below > 0;) {
    FactStatement *statement = fact_sqlite_prepare (self->sqlite,
                                                    "SELECT \"seq\", \"undoes\", \"final\", \"verb\" FROM \"change\" "
                                                    "WHERE \"who\" = ? AND \"seq\" < ? ORDER BY \"seq\" DESC LIMIT 1",
                                                    error);
    gboolean final, takes_back, turn;
    gint64 seq, undoes;
    FactStep step;

    if (!statement)
      return FALSE;
    fact_statement_bind_text (statement, 0, who);
    fact_statement_bind_int (statement, 1, below);
    step = fact_statement_step (statement, error);
    if (step != FACT_STEP_ROW)
      return step == FACT_STEP_DONE;
    seq = fact_statement_get_int (statement, 0);
    undoes = fact_statement_get_int (statement, 1);
    final = fact_statement_get_int (statement, 2) != 0;
    takes_back = g_strcmp0 (fact_statement_get_text (statement, 3), FACT_VERB_UNDO) == 0;
    turn = takes_back || g_strcmp0 (fact_statement_get_text (statement, 3), FACT_VERB_REDO) == 0;
    fact_statement_reset (statement);
    if (final || (!undo && !turn))
      return TRUE;
    if (takes_back != undo) {
      *top = seq;
      return TRUE;
    }
    below = undoes;
  }
  return TRUE;
}

gboolean
fact_sqlite_store_find_undo (FactSqliteStore  *self,
                             const char       *who,
                             gint64            pair[2],
                             GError          **error)
{
  pair[0] = pair[1] = 0;
  if (!fact_sqlite_store_ensure_open (self, error))
    return FALSE;
  return !who || (find_top (self, who, TRUE, &pair[0], error) && find_top (self, who, FALSE, &pair[1], error));
}
