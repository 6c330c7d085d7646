/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change that is stored in steps is one change whatever happens in between: somebody who needs the file meanwhile,
 * another change, a disk that is full. */

#include "store-fixture.h"

#include "fact-contact.h"
#include "fact-patient.h"
#include "fault-vfs.h"
#include "waiting.h"

#define N_CONTACTS 2500

static FactChange *
make_large (const char *code)
{
  FactChange *change = fact_change_new ("import", NULL);
  FactPatient *patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", code, NULL);

  for (guint i = 0; i < N_CONTACTS; i++)
    fact_change_add (change, FACT_TYPE_CONTACT, NULL, FIXTURE_NOW, "patient", patient, "date", 737001u, "text",
                     "en text av någon längd, så att det blir många sidor", NULL);
  return change;
}

static guint
count_contacts (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = store_load (f->store, fact_query_new (FACT_TYPE_CONTACT), &error);

  g_assert_no_error (error);
  return found->len;
}

static void
assert_whole (Fixture *f)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Returns: whether the change was still on its way after @turns of the main loop. */
static gboolean
interrupt (guint turns)
{
  Fixture f;
  g_autoptr (FactChange) change = make_large ("DD-75"), other = make_large ("NN-89");
  g_autoptr (GAsyncResult) result = NULL, second = NULL;
  guint told = 0;
  gboolean early;

  fixture_set_up (&f, NULL);
  g_signal_connect_swapped (f.store, "committed", G_CALLBACK (count_cb), &told);
  fact_store_commit_async (f.store, &change, 1, &f.actor, NULL, keep_result_cb, &result);
  for (guint i = 0; i < turns && told == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  early = told == 0;
  g_assert_cmpuint (count_contacts (&f), ==, N_CONTACTS);
  g_assert_cmpuint (told, ==, 1);
  fact_store_commit_async (f.store, &other, 1, &f.actor, NULL, keep_result_cb, &second);
  while (!result || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fact_store_commit_finish (f.store, result, NULL));
  g_assert_true (fact_store_commit_finish (f.store, second, NULL));
  g_assert_cmpint (fact_store_get_head (f.store), ==, 2);
  assert_whole (&f);
  g_clear_object (&result);
  g_clear_object (&second);
  fixture_reopen (&f);
  g_assert_cmpuint (count_contacts (&f), ==, 2 * N_CONTACTS);
  g_assert_cmpint (store_undo (f.store, 2, &f.actor, NULL), ==, 3);
  g_assert_cmpint (store_undo (f.store, 1, &f.actor, NULL), ==, 4);
  g_assert_cmpuint (count_contacts (&f), ==, 0);
  g_assert_cmpint (store_undo (f.store, 4, &f.actor, NULL), ==, 5);
  g_assert_cmpint (store_undo (f.store, 3, &f.actor, NULL), ==, 6);
  g_assert_cmpuint (count_contacts (&f), ==, 2 * N_CONTACTS);
  assert_whole (&f);
  fixture_tear_down (&f, NULL);
  return early;
}

static void
test_interrupted (void)
{
  guint cases = 0;

  for (guint turns = 0; interrupt (turns); turns += turns < 12 ? 3 : 12)
    cases++;
  g_test_message ("interrupted in %u places", cases);
  g_assert_cmpuint (cases, >, 3);
}

/* An undo in steps is one change, too: whoever needs the file meanwhile sees all of it, and a second undo comes after.
 * Returns: whether it was still on its way after @turns of the main loop. */
static gboolean
interrupt_undo (guint turns)
{
  Fixture f;
  g_autoptr (FactChange) change = make_large ("DD-75");
  g_autoptr (GAsyncResult) result = NULL;
  guint told = 0;
  gboolean early;

  fixture_set_up (&f, NULL);
  g_assert_true (store_commit (f.store, change, &f.actor, NULL));
  fixture_reopen (&f);             /* nothing is loaded: the undo reads what it changes */
  g_signal_connect_swapped (f.store, "committed", G_CALLBACK (count_cb), &told);
  fact_store_undo_async (f.store, 1, &f.actor, NULL, keep_result_cb, &result);
  for (guint i = 0; i < turns && told == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  early = told == 0;
  g_assert_cmpuint (count_contacts (&f), ==, 0);
  g_assert_cmpuint (told, ==, 1);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fact_store_undo_finish (f.store, result, NULL), ==, 2);
  assert_whole (&f);
  g_assert_cmpint (store_undo (f.store, 2, &f.actor, NULL), ==, 3);
  g_assert_cmpuint (count_contacts (&f), ==, N_CONTACTS);
  assert_whole (&f);
  fixture_tear_down (&f, NULL);
  return early;
}

static void
test_undo_interrupted (void)
{
  guint cases = 0;

  for (guint turns = 0; interrupt_undo (turns); turns += turns < 12 ? 3 : 12)
    cases++;
  g_test_message ("interrupted in %u places", cases);
  g_assert_cmpuint (cases, >, 3);
}

/* Given up before it is written nothing has happened; later it is done all the same. Returns: whether it was given up. */
static gboolean
give_up (guint turns)
{
  Fixture f;
  g_autoptr (FactChange) change = make_large ("DD-75");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;

  fixture_set_up (&f, NULL);
  g_assert_true (store_commit (f.store, change, &f.actor, NULL));
  fact_store_undo_async (f.store, 1, &f.actor, cancellable, keep_result_cb, &result);
  for (guint i = 0; i < turns && !result; i++)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  seq = fact_store_undo_finish (f.store, result, &error);
  if (error)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fact_store_get_head (f.store), ==, error ? 1 : seq);
  g_assert_cmpuint (count_contacts (&f), ==, error ? N_CONTACTS : 0);
  assert_whole (&f);
  fixture_tear_down (&f, NULL);
  return error != NULL;
}

static void
test_undo_given_up (void)
{
  guint cases = 0;

  for (guint turns = 0; give_up (turns); turns++)
    cases++;
  g_test_message ("given up in %u places", cases);
  g_assert_cmpuint (cases, >, 3);
}

/* Refused as a whole, by the one change that stands in the way, wherever in the large one that is. */
static void
test_undo_refused (void)
{
  for (guint at = 0; at < N_CONTACTS; at += N_CONTACTS - 1) {
    Fixture f;
    g_autoptr (FactChange) change = make_large ("DD-75"), later = fact_change_new ("contact.edit", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) contacts = NULL;

    fixture_set_up (&f, NULL);
    g_assert_true (store_commit (f.store, change, &f.actor, NULL));
    contacts = store_load (f.store, fact_query_new (FACT_TYPE_CONTACT), NULL);
    fact_change_set (later, contacts->pdata[at], "text", "annat", NULL);
    g_assert_true (store_commit (f.store, later, &f.actor, NULL));
    g_assert_cmpint (store_undo (f.store, 1, &f.actor, &error), ==, 0);
    g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_CONFLICT);
    g_assert_cmpint (fact_store_error_get_conflict (error)->seq, ==, 2);
    g_assert_cmpuint (count_contacts (&f), ==, N_CONTACTS);
    g_assert_cmpint (fact_store_get_head (f.store), ==, 2);
    assert_whole (&f);
    fixture_tear_down (&f, NULL);
  }
}

/* Nothing is stored, and nothing is taken for stored, by a disk that fails; then it is by one that does not. */
static void
test_fails (void)
{
  for (guint at = 1; at <= 41; at += 20) {
    Fixture f;
    g_autoptr (FactChange) change = make_large ("DD-75"), again = make_large ("DD-75");
    g_autoptr (GError) error = NULL;
    guint told = 0;

    fixture_set_up (&f, NULL);
    g_signal_connect_swapped (f.store, "committed", G_CALLBACK (count_cb), &told);
    fault_vfs_arm (FAULT_FULL, at);
    g_assert_false (store_commit (f.store, change, &f.actor, &error));
    g_assert_true (fault_vfs_fired ());
    fault_vfs_arm (FAULT_FULL, 0);
    g_assert_nonnull (error);
    g_assert_cmpuint (told, ==, 0);
    g_assert_cmpuint (count_contacts (&f), ==, 0);
    g_assert_cmpint (fact_store_get_head (f.store), ==, 0);
    g_assert_true (store_commit (f.store, again, &f.actor, NULL));
    g_assert_cmpuint (count_contacts (&f), ==, N_CONTACTS);
    assert_whole (&f);
    fixture_tear_down (&f, NULL);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  g_test_add_func ("/large/interrupted", test_interrupted);
  g_test_add_func ("/large/undo-interrupted", test_undo_interrupted);
  g_test_add_func ("/large/undo-given-up", test_undo_given_up);
  g_test_add_func ("/large/undo-refused", test_undo_refused);
  g_test_add_func ("/large/fails", test_fails);
  return g_test_run ();
}
