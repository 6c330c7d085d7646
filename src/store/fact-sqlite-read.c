/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include "fact-canonical.h"

#define CHANGE_COLUMNS "\"seq\", \"time\", \"who\", \"identified\", \"workstation\", \"verb\", \"patient\", \"undoes\", \"final\", \"note\", " \
  "(SELECT count (*) FROM \"edit\" WHERE \"id\" BETWEEN \"seq\" << 20 AND (\"seq\" << 20) + 1048575)"
#define EDIT_COLUMNS "\"type\", \"uid\", \"patient\", \"op\", \"version\", \"before\", \"after\""

static FactIdentified
parse_identified (const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (FACT_TYPE_IDENTIFIED);
  GEnumValue *value = nick ? g_enum_get_value_by_nick (klass, nick) : NULL;

  return value ? (FactIdentified) value->value : FACT_IDENTIFIED_PROGRAM;
}

/* Down the chain of undo and redo to the change that it began with. */
static gboolean
find_origin (FactSqliteStore  *self,
             FactEntry        *entry,
             GError          **error)
{
  gboolean turn = fact_entry_is_undo (entry) || fact_entry_is_redo (entry);
  gint64 next = entry->undoes;

  entry->origin = entry->seq;
  while (turn && next) {
    FactStatement *statement = fact_sqlite_prepare (self->sqlite,
                                                    "SELECT \"undoes\", \"verb\" IN ('" FACT_VERB_UNDO "', '"
                                                    FACT_VERB_REDO "') FROM \"change\" WHERE \"seq\" = ?", error);
    FactStep step;

    if (!statement)
      return FALSE;
    entry->origin = next;
    fact_statement_bind_int (statement, 0, next);
    step = fact_statement_step (statement, error);
    next = step == FACT_STEP_ROW ? fact_statement_get_int (statement, 0) : 0;
    turn = step == FACT_STEP_ROW && fact_statement_get_int (statement, 1) != 0;
    fact_statement_reset (statement);
    if (step == FACT_STEP_ERROR)
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_entry (FactSqliteStore  *self,
           FactJournal      *journal,
           FactStatement    *row,
           GError          **error)
{
  FactEntry entry = {
    .seq = fact_statement_get_int (row, 0), .time = fact_statement_get_int (row, 1),
    .who = fact_statement_get_text (row, 2), .how = parse_identified (fact_statement_get_text (row, 3)),
    .workstation = fact_statement_get_text (row, 4), .verb = fact_statement_get_text (row, 5),
    .subject = fact_statement_get_text (row, 6), .undoes = fact_statement_get_int (row, 7),
    .final = fact_statement_get_int (row, 8) != 0, .note = fact_statement_get_text (row, 9),
    .n_edits = (guint) fact_statement_get_int (row, 10),
  };

  if (!find_origin (self, &entry, error))
    return FALSE;
  fact_journal_add_entry (journal, &entry);
  return TRUE;
}

static void
edit_value_clear (FactEditValue *value)
{
  g_clear_pointer (&value->before, g_variant_unref);
  g_clear_pointer (&value->after, g_variant_unref);
}

static gboolean
parse_side (GArray      *values,
            GType        type,
            const char  *json,
            gboolean     before,
            GError     **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) parsed = g_ptr_array_new ();
  gboolean ok = fact_canonical_parse (json, type, columns, parsed, error);

  for (guint i = 0; i < parsed->len; i++) {
    FactEditValue fresh = { .column = g_array_index (columns, guint, i) };
    guint n = 0;

    while (n < values->len && g_array_index (values, FactEditValue, n).column != fresh.column)
      n++;
    if (n == values->len)
      g_array_append_val (values, fresh);
    if (before)
      g_array_index (values, FactEditValue, n).before = parsed->pdata[i];
    else
      g_array_index (values, FactEditValue, n).after = parsed->pdata[i];
  }
  return ok;
}

static gboolean
add_edit (FactSqliteStore  *self,
          FactJournal      *journal,
          FactStatement    *row,
          GError          **error)
{
  FactStoredType *stored = fact_sqlite_store_find_table (self, fact_statement_get_text (row, 0));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (FactEditValue));
  const char *before = fact_statement_get_text (row, 5);
  FactEdit edit = { 0 };

  g_array_set_clear_func (values, (GDestroyNotify) edit_value_clear);
  if (!stored)
    return TRUE;                   /* a type of a later version, or of another program: not ours to read */
  edit.type = stored->type;
  edit.uid = fact_statement_get_text (row, 1);
  edit.subject = fact_statement_get_text (row, 2);
  edit.added = g_strcmp0 (fact_statement_get_text (row, 3), "add") == 0;
  edit.version = fact_statement_get_int (row, 4);
  if (!parse_side (values, stored->type, fact_statement_get_text (row, 6), FALSE, error) ||
      (before && !parse_side (values, stored->type, before, TRUE, error)))
    return FALSE;
  fact_journal_add_edit (journal, &edit, g_steal_pointer (&values));
  return TRUE;
}

/* The edits of the entry added last, from place @first on; of one patient or one record only, when asked. */
static gboolean
add_edits (FactSqliteStore         *self,
           FactJournal             *journal,
           gint64                   seq,
           const FactJournalQuery  *query,
           guint                    first,
           guint                    limit,
           GError                 **error)
{
  FactStatement *statement = fact_sqlite_prepare (self->sqlite,
                                                  "SELECT " EDIT_COLUMNS " FROM \"edit\" WHERE \"id\" BETWEEN ?1 AND ?2 "
                                                  "AND (?3 IS NULL OR \"patient\" = ?3) AND (?4 IS NULL OR \"uid\" = ?4) "
                                                  "ORDER BY \"id\" LIMIT ?5", error);
  FactStep step;

  if (!statement)
    return FALSE;
  fact_statement_bind_int (statement, 0, (seq << FACT_EDIT_BITS) | first);
  fact_statement_bind_int (statement, 1, (seq << FACT_EDIT_BITS) | (FACT_MAX_EDITS - 1));
  fact_statement_bind_text (statement, 2, query->subject);
  fact_statement_bind_text (statement, 3, query->uid);
  fact_statement_bind_int (statement, 4, limit);
  while ((step = fact_statement_step (statement, error)) == FACT_STEP_ROW) {
    if (!add_edit (self, journal, statement, error)) {
      fact_statement_reset (statement);
      return FALSE;
    }
  }
  fact_statement_reset (statement);
  return step == FACT_STEP_DONE;
}

/* Each with its index, and not one that fits all and uses none. */
static const char *
pick_sql (const FactJournalQuery *query)
{
  if (query->uid)
    return "SELECT " CHANGE_COLUMNS " FROM \"change\" WHERE \"seq\" IN (SELECT \"id\" >> 20 FROM \"edit\" "
           "WHERE \"uid\" = ?3 AND \"id\" < ?1 << 20) AND (?4 IS NULL OR \"who\" = ?4) ORDER BY \"seq\" DESC LIMIT ?2";
  if (query->subject)
    return "SELECT " CHANGE_COLUMNS " FROM \"change\" WHERE \"seq\" IN (SELECT \"id\" >> 20 FROM \"edit\" "
           "WHERE \"patient\" = ?3 AND \"id\" < ?1 << 20) AND (?4 IS NULL OR \"who\" = ?4) ORDER BY \"seq\" DESC LIMIT ?2";
  if (query->who)
    return "SELECT " CHANGE_COLUMNS " FROM \"change\" WHERE \"who\" = ?4 AND \"seq\" < ?1 ORDER BY \"seq\" DESC LIMIT ?2";
  return "SELECT " CHANGE_COLUMNS " FROM \"change\" WHERE \"seq\" < ?1 ORDER BY \"seq\" DESC LIMIT ?2";
}

static FactJournal *
read_entries (FactSqliteStore         *self,
              const FactJournalQuery  *query,
              guint                    max_edits,
              GError                 **error)
{
  g_autoptr (FactJournal) journal = fact_journal_new ();
  FactStatement *statement;
  FactStep step;

  if (!fact_sqlite_store_ensure_open (self, error) || !fact_sqlite_grow (self->sqlite, error))
    return NULL;
  statement = fact_sqlite_prepare (self->sqlite, pick_sql (query), error);
  if (!statement)
    return NULL;
  fact_statement_bind_int (statement, 0, query->before_seq ? query->before_seq : self->head + 1);
  fact_statement_bind_int (statement, 1, query->limit);
  if (query->subject || query->uid)
    fact_statement_bind_text (statement, 2, query->uid ? query->uid : query->subject);
  if (query->subject || query->uid || query->who)
    fact_statement_bind_text (statement, 3, query->who);
  while ((step = fact_statement_step (statement, error)) == FACT_STEP_ROW) {
    if (!add_entry (self, journal, statement, error) ||
        !add_edits (self, journal, fact_statement_get_int (statement, 0), query, 0, max_edits, error)) {
      fact_statement_reset (statement);
      return NULL;
    }
  }
  fact_statement_reset (statement);
  return step == FACT_STEP_DONE ? g_steal_pointer (&journal) : NULL;
}

FactJournal *
fact_sqlite_store_read_journal (FactSqliteStore         *self,
                                const FactJournalQuery  *query,
                                GError                 **error)
{
  return read_entries (self, query, FACT_JOURNAL_MAX_EDITS, error);
}

FactJournal *
fact_sqlite_store_read_change (FactSqliteStore  *self,
                               gint64            seq,
                               GError          **error)
{
  const FactJournalQuery query = { .before_seq = seq + 1, .limit = 1 };
  g_autoptr (FactJournal) journal = read_entries (self, &query, 0, error);

  if (!journal)
    return NULL;
  if (fact_journal_get_n_entries (journal) == 1 && fact_journal_get_entry (journal, 0)->seq == seq)
    return g_steal_pointer (&journal);
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID, "There is no change %" G_GINT64_FORMAT, seq);
  return NULL;
}

FactJournal *
fact_sqlite_store_read_edits (FactSqliteStore  *self,
                              const FactEntry  *entry,
                              guint             first,
                              guint             n,
                              GError          **error)
{
  g_autoptr (FactJournal) journal = fact_journal_new ();

  fact_journal_add_entry (journal, entry);
  if (!add_edits (self, journal, entry->seq, &(FactJournalQuery) { 0 }, first, n, error))
    return NULL;
  return g_steal_pointer (&journal);
}
