/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new record is a table of columns and one SQL step, a new column one line and one step: the store is not touched. */

#include "store-fixture.h"

#include "fact-canonical.h"
#include "fact-enums.h"
#include "fact-patient.h"
#include "fact-records.h"
#include "fact-staff.h"
#include "own-type-resources.h"

#include <string.h>

#define FACT_TYPE_NOTE (fact_note_get_type ())
G_DECLARE_FINAL_TYPE (FactNote, fact_note, FACT, NOTE, FactRecord)
GType fact_note_get_type (void);

struct _FactNote {
  FactRecord parent_instance;

  FactPatient *patient;
  char *text;
  guint day;
  gboolean pinned;
  int weight;
  GPtrArray *readers;
  FactColor color;
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactNote, patient, RECORD, .flags = FACT_COLUMN_SUBJECT | FACT_COLUMN_REQUIRED,
               .get_type = fact_patient_get_type),
  FACT_COLUMN (FactNote, text, TEXT, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactNote, day, DATE),
  FACT_COLUMN (FactNote, pinned, BOOLEAN),
  FACT_COLUMN (FactNote, weight, INTEGER),
  FACT_COLUMN (FactNote, readers, RECORDS, .get_type = fact_staff_get_type),
  FACT_COLUMN (FactNote, color, ENUM, .get_type = fact_color_get_type),
};

FACT_DEFINE_RECORD (FactNote, fact_note, "note", columns)

static FactStore *
open_store (const char *path,
            FactClock  *clock)
{
  guint n;
  const GType *types = fact_records_list_types (&n);
  g_autofree GType *all = g_new (GType, n + 1);
  g_autoptr (GError) error = NULL;
  FactStore *store;

  memcpy (all, types, n * sizeof *types);
  all[n] = FACT_TYPE_NOTE;
  store = fact_sqlite_store_new (path, all, n + 1, clock, &error);
  g_assert_no_error (error);
  return store;
}

static FactNote *
load_note (FactStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = store_load (store, fact_query_new (FACT_TYPE_NOTE), &error);

  g_assert_no_error (error);
  return found->len ? found->pdata[0] : NULL;
}

/* The journal's line of an edit, which is also what an export writes. */
static char *
stored_text (FactRecord *record)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) value = fact_record_get_stored (record, i);

    if (!value || i == 1)
      continue;
    g_string_append_printf (text, "%s=", klass->columns[i].name);
    fact_canonical_append_value (text, value);
    g_string_append_c (text, ' ');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_own_type (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr (FactChange) add = fact_change_new ("note.add", NULL);
  g_autoptr (FactChange) set = fact_change_new ("note.edit", NULL);
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  FactPatient *patient;
  FactNote *note;

  g_assert_finalize_object (g_steal_pointer (&f->store));
  f->store = open_store (f->path, f->clock);
  patient = fact_change_add (add, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", "DD-75", NULL);
  g_ptr_array_add (readers, g_object_ref (fact_change_add (add, FACT_TYPE_STAFF, NULL, FIXTURE_NOW, "signature", "CSA",
                                                           NULL)));
  note = fact_change_add (add, FACT_TYPE_NOTE, NULL, FIXTURE_NOW, "patient", patient, "text", "Ring först", "day", 737000u,
                          "pinned", TRUE, "weight", -3, "readers", readers, "color", FACT_COLOR_RED, NULL);
  g_assert_true (store_commit (f->store, add, &f->actor, &error));
  g_assert_no_error (error);
  before = stored_text (FACT_RECORD (note));
  g_assert_cmpstr (fact_record_get_subject (FACT_RECORD (note)), ==, fact_record_get_uid (FACT_RECORD (patient)));

  fact_change_set (set, note, "text", "Ring inte", "pinned", FALSE, "weight", 0, "readers", NULL, "day", 0u, NULL);
  g_assert_true (store_commit (f->store, set, &f->actor, &error));
  g_assert_null (note->readers);
  g_assert_cmpint (store_undo (f->store, 2, &f->actor, &error), ==, 3);
  after = stored_text (FACT_RECORD (note));
  g_assert_cmpstr (before, ==, after);

  /* Written, and read by a new store. */
  g_assert_finalize_object (g_steal_pointer (&f->store));
  f->store = open_store (f->path, f->clock);
  note = load_note (f->store);
  g_free (after);
  after = stored_text (FACT_RECORD (note));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (note->text, ==, "Ring först");
  g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
  g_assert_cmpint (store_undo (f->store, 1, &f->actor, &error), ==, 4);
  g_assert_null (load_note (f->store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  own_type_get_resource ();
  g_test_add ("/store/own-type", Fixture, NULL, fixture_set_up, test_own_type, fixture_tear_down);
  return g_test_run ();
}
