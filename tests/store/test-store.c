/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "fact-contact.h"
#include "fact-sqlite.h"
#include "fact-stay.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW FIXTURE_NOW

static FactChange *
plan_patient (const char   *code,
              FactPatient **patient)
{
  FactChange *change = fact_change_new ("patient.add", NULL);

  *patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, NOW, "code", code, NULL);
  fact_change_set_subject (change, fact_record_get_uid (FACT_RECORD (*patient)));
  return change;
}

static FactPatient *
add_patient (Fixture    *f,
             const char *code)
{
  FactPatient *patient;
  g_autoptr (FactChange) change = plan_patient (code, &patient);
  g_autoptr (GError) error = NULL;

  g_assert_true (store_commit (f->store, change, &f->actor, &error));
  g_assert_no_error (error);
  return patient;
}

static FactTriage *
add_triage (Fixture    *f,
            const char *name)
{
  g_autoptr (FactChange) change = fact_change_new ("triage.add", NULL);
  FactTriage *triage = fact_change_add (change, FACT_TYPE_TRIAGE, NULL, NOW, "name", name, "color", FACT_COLOR_RED, NULL);

  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  return triage;
}

static FactStay *
add_stay (Fixture     *f,
          FactPatient *patient,
          FactTriage  *triage)
{
  g_autoptr (FactChange) change = fact_change_new ("stay.put-on", fact_record_get_uid (FACT_RECORD (patient)));
  FactStay *stay = fact_change_add (change, FACT_TYPE_STAY, NULL, NOW, "patient", patient, "triage", triage,
                                    "date", fact_clock_get_today (f->clock), NULL);

  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  return stay;
}

static gboolean
set_situation (Fixture    *f,
               FactStay   *stay,
               const char *text,
               GError    **error)
{
  g_autoptr (FactChange) change = fact_change_new ("stay.edit", NULL);

  fact_change_set (change, stay, "situation", text, NULL);
  return store_commit (f->store, change, &f->actor, error);
}

static void
test_add_and_reopen (Fixture       *f,
                     gconstpointer  data)
{
  FactPatient *patient = add_patient (f, "DD-75");
  FactTriage *triage = add_triage (f, "Kris");
  FactStay *stay = add_stay (f, patient, triage);
  g_autofree char *before = store_dump (f->store, 0);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_cmpstr (patient->code, ==, "DD-75");
  g_assert_true (stay->patient == patient);
  g_assert_cmpint (fact_record_get_version (FACT_RECORD (stay)), ==, 1);
  g_assert_cmpstr (fact_record_get_subject (FACT_RECORD (stay)), ==, fact_record_get_uid (FACT_RECORD (patient)));
  fixture_reopen (f);
  g_assert_cmpint (fact_store_get_head (f->store), ==, 3);

  /* Loading a stay loads what it refers to. */
  found = store_load (f->store, fact_query_where (fact_query_new (FACT_TYPE_STAY), "until", FACT_OP_IS_NULL), NULL);
  g_assert_cmpuint (found->len, ==, 1);
  stay = found->pdata[0];
  g_assert_cmpstr (stay->patient->code, ==, "DD-75");
  g_assert_cmpstr (fact_triage_get_label (stay->triage), ==, "Kris");
  after = store_dump (f->store, 0);
  g_assert_cmpstr (before, ==, after);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 gpointer    data)
{
  g_ptr_array_add (data, (gpointer) pspec->name);
}

static void
test_notifies_what_changed (Fixture       *f,
                            gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_signal_connect (stay, "notify", G_CALLBACK (count_notify_cb), names);
  g_assert_true (set_situation (f, stay, "Sover dåligt.", NULL));
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "version");
  g_assert_cmpstr (names->pdata[1], ==, "situation");

  /* Nothing to change is no change: no notification, nothing in the journal. */
  g_assert_true (set_situation (f, stay, "Sover dåligt.", NULL));
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpint (fact_store_get_head (f->store), ==, 4);
}

static void
test_undo_and_redo (Fixture       *f,
                    gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  gint64 undo, redo;

  set_situation (f, stay, "Ett", NULL);
  set_situation (f, stay, "Två", NULL);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 5);
  g_assert_cmpint (redo, ==, 0);
  g_assert_cmpint (store_undo (f->store, 5, &f->actor, NULL), ==, 6);
  g_assert_cmpstr (stay->situation, ==, "Ett");
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 4);
  g_assert_cmpint (redo, ==, 6);
  g_assert_cmpint (store_undo (f->store, 4, &f->actor, NULL), ==, 7);
  g_assert_null (stay->situation);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (redo, ==, 7);
  g_assert_cmpint (store_undo (f->store, 7, &f->actor, NULL), ==, 8);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 8);
  g_assert_cmpint (redo, ==, 6);
  g_assert_cmpstr (stay->situation, ==, "Ett");

  /* A new change ends what could be redone; nobody else can undo it by their key. */
  set_situation (f, stay, "Tre", NULL);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 9);
  g_assert_cmpint (redo, ==, 0);
  store_peek (f->store, "01890000-0000-7000-8000-00000000bbbb", &undo, &redo);
  g_assert_cmpint (undo, ==, 0);
}

static void
test_undo_conflict (Fixture       *f,
                    gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  FactActor other = { "01890000-0000-7000-8000-00000000bbbb", FACT_IDENTIFIED_CHOSEN, "desk" };
  FactActor first = f->actor;
  g_autoptr (GError) error = NULL;
  const FactStoreConflict *conflict;

  set_situation (f, stay, "Ett", NULL);
  f->actor = other;
  set_situation (f, stay, "Två", NULL);
  f->actor = first;
  g_assert_cmpint (store_undo (f->store, 4, &first, &error), ==, 0);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_CONFLICT);
  conflict = fact_store_error_get_conflict (error);
  g_assert_nonnull (conflict);
  g_assert_cmpstr (conflict->column, ==, "situation");
  g_assert_cmpint (conflict->seq, ==, 5);
  g_assert_cmpstr (stay->situation, ==, "Två");
  g_assert_cmpint (fact_store_get_head (f->store), ==, 5);
}

static void
test_in_use (Fixture       *f,
             gconstpointer  data)
{
  FactTriage *triage = add_triage (f, "Kris");
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), triage);
  g_autoptr (FactChange) change = fact_change_new ("triage.remove", NULL);
  g_autoptr (GError) error = NULL;

  fact_change_remove (change, triage);
  g_assert_false (store_commit (f->store, change, &f->actor, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_IN_USE);
  g_assert_cmpstr (fact_store_error_get_conflict (error)->uid, ==, fact_record_get_uid (FACT_RECORD (stay)));
  g_assert_false (fact_record_is_removed (FACT_RECORD (triage)));

  /* The undo of the addition is refused for the same reason. */
  g_clear_error (&error);
  g_assert_cmpint (store_undo (f->store, 1, &f->actor, &error), ==, 0);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_IN_USE);
}

static void
test_stale_change (Fixture       *f,
                   gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  g_autoptr (FactChange) late = fact_change_new ("stay.edit", NULL);
  g_autoptr (GError) error = NULL;

  fact_change_set (late, stay, "situation", "Min text", NULL);
  set_situation (f, stay, "En annans text", NULL);
  g_assert_false (store_commit (f->store, late, &f->actor, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (stay->situation, ==, "En annans text");
}

static void
test_rules_of_columns (Fixture       *f,
                       gconstpointer  data)
{
  FactPatient *patient = add_patient (f, "DD-75");
  FactTriage *triage = add_triage (f, "Kris");
  g_autoptr (FactChange) missing = fact_change_new ("stay.put-on", NULL);
  g_autoptr (FactChange) second = fact_change_new ("stay.put-on", NULL);
  g_autoptr (GError) error = NULL;

  fact_change_add (missing, FACT_TYPE_STAY, NULL, NOW, "patient", patient, "triage", triage, NULL);
  g_assert_false (store_commit (f->store, missing, &f->actor, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID);
  g_clear_error (&error);

  add_stay (f, patient, triage);
  fact_change_add (second, FACT_TYPE_STAY, NULL, NOW, "patient", patient, "triage", triage, "date", 737000u, NULL);
  g_assert_false (store_commit (f->store, second, &f->actor, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_CONFLICT);
  g_assert_cmpint (fact_store_get_head (f->store), ==, 3);
}

static void
test_as_of (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  FactTriage *crisis = add_triage (f, "Kris");
  FactTriage *stable = add_triage (f, "Stabil");
  FactPatient *patient = add_patient (f, "DD-75");
  FactStay *stay = add_stay (f, patient, crisis);
  g_autoptr (FactChange) move = fact_change_new ("stay.triage", NULL);
  g_autoptr (FactChange) off = fact_change_new ("stay.take-off", NULL);
  g_autoptr (GPtrArray) open = NULL;

  g_ptr_array_add (dumps, store_dump (f->store, 0));
  fact_change_set (move, stay, "triage", stable, NULL);
  store_commit (f->store, move, &f->actor, NULL);
  g_ptr_array_add (dumps, store_dump (f->store, 0));
  fact_change_set (off, stay, "until", 737200u, NULL);
  store_commit (f->store, off, &f->actor, NULL);
  g_ptr_array_add (dumps, store_dump (f->store, 0));
  for (guint i = 0; i < dumps->len; i++) {
    g_autofree char *then = store_dump (f->store, 4 + i);

    g_assert_cmpstr (then, ==, dumps->pdata[i]);
  }

  open = store_load (f->store, fact_query_as_of (fact_query_where (fact_query_new (FACT_TYPE_STAY), "until",
                                                                   FACT_OP_IS_NULL), 4), NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (fact_triage_get_label (((FactStay *) open->pdata[0])->triage), ==, "Kris");
  g_assert_true (open->pdata[0] != stay);
  g_assert_cmpuint (stay->until, ==, 737200);
}

static void
test_history (Fixture       *f,
              gconstpointer  data)
{
  FactPatient *patient = add_patient (f, "DD-75");
  FactStay *stay = add_stay (f, patient, add_triage (f, "Kris"));
  g_autoptr (FactJournal) journal = NULL;
  const FactEdit *edits;
  GVariant *before, *after;
  guint n;

  add_patient (f, "AA-80");
  set_situation (f, stay, "Ett", NULL);
  journal = store_read (f->store, fact_record_get_uid (FACT_RECORD (patient)), NULL, 10);
  g_assert_cmpuint (fact_journal_get_n_entries (journal), ==, 3);
  g_assert_cmpstr (fact_journal_get_entry (journal, 0)->verb, ==, "stay.edit");
  g_assert_cmpstr (fact_journal_get_entry (journal, 0)->who, ==, f->actor.who);
  edits = fact_journal_get_edits (journal, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (fact_edit_find (&edits[0], "situation", &before, &after));
  g_assert_null (before);
  g_assert_cmpstr (g_variant_get_string (after, NULL), ==, "Ett");
  g_assert_cmpstr (fact_journal_get_entry (journal, 2)->verb, ==, "patient.add");
}

static void
run_sql (const char *path,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FactSqlite) sqlite = fact_sqlite_open (path, &error);

  g_assert_no_error (error);
  fact_sqlite_exec (sqlite, sql, &error);
  g_assert_no_error (error);
}

static void
test_forged_row (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  add_patient (f, "DD-75");
  g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
  g_assert_finalize_object (f->store);
  run_sql (f->path, "UPDATE \"patient\" SET \"code\" = 'XX-99'");
  f->store = fixture_open (f->path, f->clock, &error);
  g_assert_no_error (error);

  g_assert_false (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
  found = store_load (f->store, fact_query_new (FACT_TYPE_PATIENT), &error);
  g_assert_null (found);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED);
}

/* Sets the situation back to what it was before change @seq, as a restore does. */
static void
restore_situation (Fixture    *f,
                   FactStay   *stay,
                   const char *text,
                   gint64      seq)
{
  g_autoptr (FactChange) change = fact_change_new ("restore", NULL);

  fact_change_set (change, stay, "situation", text, NULL);
  fact_change_set_restores (change, seq, "Fel patient");
  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
}

/* A note is part of the chain: one that is put in, altered or taken out is found. */
static void
test_forged_note (Fixture       *f,
                  gconstpointer  data)
{
  static const char *const forgeries[] = {
    "UPDATE \"change\" SET \"note\" = 'Rätt patient' WHERE \"seq\" = 5",
    "UPDATE \"change\" SET \"note\" = NULL WHERE \"seq\" = 5",
    "UPDATE \"change\" SET \"note\" = 'Fel patient' WHERE \"seq\" = 4",
  };
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  g_autofree char *copy = NULL;
  gsize size;

  g_assert_true (set_situation (f, stay, "Ett", NULL));
  restore_situation (f, stay, NULL, 4);
  g_assert_finalize_object (g_steal_pointer (&f->store));
  g_assert_true (g_file_get_contents (f->path, &copy, &size, NULL));
  for (guint i = 0; i <= G_N_ELEMENTS (forgeries); i++) {
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

    g_assert_true (g_file_set_contents (f->path, copy, (gssize) size, NULL));
    run_sql (f->path, "DROP TRIGGER \"change_keep_update\"");
    if (i < G_N_ELEMENTS (forgeries))
      run_sql (f->path, forgeries[i]);
    f->store = fixture_open (f->path, f->clock, NULL);
    g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL) ==
                   (i == G_N_ELEMENTS (forgeries)));
    g_clear_object (&f->store);
  }
}

/* A restore is a change of its own: undone and redone like any other. */
static void
test_undo_of_a_restore (Fixture       *f,
                        gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  g_autoptr (FactJournal) journal = NULL;
  gint64 undo, redo;

  g_assert_true (set_situation (f, stay, "Ett", NULL));
  g_assert_true (set_situation (f, stay, "Två", NULL));
  restore_situation (f, stay, NULL, 4);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 6);
  g_assert_cmpint (redo, ==, 0);
  g_assert_cmpint (store_undo (f->store, 6, &f->actor, NULL), ==, 7);
  g_assert_cmpstr (stay->situation, ==, "Två");
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 5);
  g_assert_cmpint (redo, ==, 7);
  g_assert_cmpint (store_undo (f->store, 7, &f->actor, NULL), ==, 8);
  g_assert_null (stay->situation);
  store_peek (f->store, f->actor.who, &undo, &redo);
  g_assert_cmpint (undo, ==, 8);

  journal = store_read (f->store, NULL, NULL, 3);
  g_assert_cmpint (fact_journal_get_entry (journal, 0)->origin, ==, 6);
  g_assert_cmpint (fact_journal_get_entry (journal, 1)->origin, ==, 6);
  g_assert_cmpint (fact_journal_get_entry (journal, 2)->origin, ==, 6);
  g_assert_cmpint (fact_journal_get_entry (journal, 2)->undoes, ==, 4);
  g_assert_cmpstr (fact_journal_get_entry (journal, 2)->note, ==, "Fel patient");
  g_assert_null (fact_journal_get_entry (journal, 1)->note);
}

static void
test_journal_is_only_added_to (Fixture       *f,
                               gconstpointer  data)
{
  static const char *const forgeries[] = {
    "UPDATE \"change\" SET \"who\" = 'x'",
    "DELETE FROM \"edit\"",
    "REPLACE INTO \"change\" SELECT * FROM \"change\" WHERE \"seq\" = 1",
    "INSERT INTO \"change\" SELECT * FROM \"change\" WHERE \"seq\" = 1 ON CONFLICT DO UPDATE SET \"who\" = 'x'",
    "INSERT OR REPLACE INTO \"edit\" SELECT * FROM \"edit\"",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FactSqlite) sqlite = NULL;

  add_patient (f, "DD-75");
  g_assert_finalize_object (g_steal_pointer (&f->store));
  sqlite = fact_sqlite_open (f->path, &error);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++) {
    g_assert_false (fact_sqlite_exec (sqlite, forgeries[i], &error));
    g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_CONFLICT);
    g_clear_error (&error);
  }
}

static void
test_rebuild (Fixture       *f,
              gconstpointer  data)
{
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Kris"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  set_situation (f, stay, "Ett \"citat\"\noch en rad", NULL);
  before = store_dump (f->store, 0);
  g_assert_finalize_object (g_steal_pointer (&f->store));
  run_sql (f->path, "DELETE FROM \"stay\"; DELETE FROM \"patient\"; DELETE FROM \"triage\"");
  f->store = fixture_open (f->path, f->clock, &error);
  g_assert_false (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
  g_ptr_array_set_size (findings, 0);
  g_assert_true (fact_sqlite_store_rebuild (FACT_SQLITE_STORE (f->store), &error));
  g_assert_no_error (error);
  g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
  after = store_dump (f->store, 0);
  g_assert_cmpstr (before, ==, after);
}

static void
test_second_start (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  FactStore *second = fixture_open (f->path, f->clock, &error);

  g_assert_null (second);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
}

/* Told as it is, nothing is written into what came in its place, and where the file is back it goes on. */
static void
test_moved_file (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (f->path, ".aside", NULL);
  FactStay *stay = add_stay (f, add_patient (f, "DD-75"), add_triage (f, "Crisis"));
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  gsize length;

  g_assert_no_errno (g_rename (f->path, aside));
  g_assert_false (set_situation (f, stay, "gone", &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNREACHABLE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (f->path, "another file", -1, NULL));
  g_assert_false (set_situation (f, stay, "elsewhere", &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNREACHABLE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (f->path, &other, &length, NULL));
  g_assert_cmpstr (other, ==, "another file");
  g_assert_no_errno (g_rename (aside, f->path));
  g_assert_true (set_situation (f, stay, "back", &error));
  g_assert_no_error (error);
}

/* As a program that fills a file does: many changes at once, what is done let go of. */
static void
test_bulk (Fixture       *f,
           gconstpointer  data)
{
  FactSqliteStore *store = FACT_SQLITE_STORE (f->store);
  FactPatient *patient;
  g_autoptr (FactChange) change = plan_patient ("DD-75", &patient);
  g_autofree char *uid = g_strdup (fact_record_get_uid (FACT_RECORD (patient)));
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fact_sqlite_store_is_empty (store));
  g_assert_true (fact_sqlite_store_begin_bulk (store, &error));
  g_assert_true (fact_sqlite_store_commit_now (store, change, &f->actor, &error));
  g_assert_true (fact_store_lookup (f->store, uid) == patient);
  fact_sqlite_store_forget (store, patient);
  g_assert_null (fact_store_lookup (f->store, uid));
  g_assert_true (fact_sqlite_store_end_bulk (store, &error));
  g_assert_no_error (error);

  loaded = store_load (f->store, fact_query_new (FACT_TYPE_PATIENT), &error);
  g_assert_cmpuint (loaded->len, ==, 1);
  g_assert_true (loaded->pdata[0] != (gpointer) patient);
  g_assert_cmpstr (((FactPatient *) loaded->pdata[0])->code, ==, "DD-75");
}

/* What was not brought to its end is not in the file. */
static void
test_broken_bulk (Fixture       *f,
                  gconstpointer  data)
{
  FactPatient *patient;
  g_autoptr (FactChange) change = plan_patient ("DD-75", &patient);
  g_autoptr (GError) error = NULL;

  g_assert_true (fact_sqlite_store_begin_bulk (FACT_SQLITE_STORE (f->store), &error));
  g_assert_true (fact_sqlite_store_commit_now (FACT_SQLITE_STORE (f->store), change, &f->actor, &error));
  fixture_reopen (f);
  g_assert_true (fact_sqlite_store_is_empty (FACT_SQLITE_STORE (f->store)));
}

static void
test_newer_file (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&f->store));
  run_sql (f->path, "PRAGMA user_version = 100000");
  f->store = fixture_open (f->path, f->clock, &error);
  g_assert_null (f->store);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_NEWER);
}

#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("moved-file", test_moved_file);
  ADD ("add-and-reopen", test_add_and_reopen);
  ADD ("notifies-what-changed", test_notifies_what_changed);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-conflict", test_undo_conflict);
  ADD ("in-use", test_in_use);
  ADD ("stale-change", test_stale_change);
  ADD ("rules-of-columns", test_rules_of_columns);
  ADD ("as-of", test_as_of);
  ADD ("history", test_history);
  ADD ("forged-row", test_forged_row);
  ADD ("forged-note", test_forged_note);
  ADD ("undo-of-a-restore", test_undo_of_a_restore);
  ADD ("journal-is-only-added-to", test_journal_is_only_added_to);
  ADD ("rebuild", test_rebuild);
  ADD ("second-start", test_second_start);
  ADD ("bulk", test_bulk);
  ADD ("broken-bulk", test_broken_bulk);
  ADD ("newer-file", test_newer_file);
  return g_test_run ();
}
