/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "board-records.h"

#include "fact-change-private.h"
#include "fact-record-write.h"

static FactRecord *
resolve (const char *uid,
         GType       type,
         gpointer    data)
{
  return g_hash_table_lookup (((BoardRecords *) data)->records, uid);
}

BoardRecords *
board_records_new (void)
{
  BoardRecords *self = g_new0 (BoardRecords, 1);

  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return self;
}

void
board_records_free (BoardRecords *self)
{
  g_hash_table_unref (self->records);
  g_free (self);
}

void
board_records_apply (BoardRecords *self,
                     FactChange   *change)
{
  for (guint i = 0; i < fact_change_get_n_edits (change); i++) {
    const FactChangeEdit *edit = fact_change_get_edit (change, i);

    if (edit->added)
      g_hash_table_insert (self->records, (gpointer) fact_record_get_uid (edit->record), g_object_ref (edit->record));
    for (guint v = 0; v < edit->values->len; v++) {
      FactChangedValue *value = &g_array_index (edit->values, FactChangedValue, v);

      g_assert_true (fact_record_write (edit->record, value->column, value->after, resolve, self));
    }
    fact_record_write_stamp (edit->record, fact_record_get_version (edit->record) + 1, 1, NULL);
  }
}
