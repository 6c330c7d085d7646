/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed: what it said was saved is saved. */

#include "store-fixture.h"

#include "fact-patient.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Commits until it is killed, and tells the number of each change when it is saved. */
static void G_GNUC_NORETURN
work (Fixture *f,
      int      pipe)
{
  g_autoptr (GPtrArray) patients = store_load (f->store, fact_query_new (FACT_TYPE_PATIENT), NULL);

  for (guint i = 0;; i++) {
    g_autoptr (FactChange) change = fact_change_new ("patient.edit", NULL);
    g_autofree char *text = g_strdup_printf ("%d-%u", getpid (), i);
    gint64 seq;

    fact_change_set (change, patients->pdata[0], "other-providers", text, NULL);
    if (!store_commit (f->store, change, &f->actor, NULL))
      _exit (1);
    seq = fact_change_get_seq (change);
    if (write (pipe, &seq, sizeof seq) != sizeof seq)
      _exit (1);
  }
}

/* Returns: the last change that was told. */
static gint64
run_and_kill (Fixture *f,
              gulong   after_us)
{
  int ends[2];
  gint64 seq, told = fact_store_get_head (f->store);
  pid_t child;

  /* The child opens the file itself: a lock does not pass a fork. */
  g_assert_finalize_object (g_steal_pointer (&f->store));
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    f->store = fixture_open (f->path, f->clock, NULL);
    work (f, ends[1]);
  }
  close (ends[1]);
  /* The clock runs from the first change that is told. */
  if (read (ends[0], &seq, sizeof seq) == sizeof seq)
    told = seq;
  g_usleep (after_us);
  kill (child, SIGKILL);
  while (read (ends[0], &seq, sizeof seq) == sizeof seq)
    told = seq;
  waitpid (child, NULL, 0);
  close (ends[0]);
  return told;
}

static void
test_kill (Fixture       *f,
           gconstpointer  data)
{
  guint n = g_getenv ("FACT_TEST_REDUCED") ? 20 : 200;
  guint more = 0;
  gint64 first = fact_store_get_head (f->store);
  g_autoptr (FactChange) change = fact_change_new ("patient.add", NULL);

  fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", "DD-75", NULL);
  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  for (guint i = 0; i < n; i++) {
    gint64 told = run_and_kill (f, (gulong) g_test_rand_int_range (100, 8000));
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;

    f->store = fixture_open (f->path, f->clock, &error);
    g_assert_no_error (error);
    g_assert_cmpint (fact_store_get_head (f->store), >=, told);
    g_assert_cmpint (fact_store_get_head (f->store), <=, told + 1);
    more += fact_store_get_head (f->store) == told + 1;
    if (i % 20 == 0 || i == n - 1)
      fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL);
    g_assert_cmpuint (findings->len, ==, 0);
  }
  g_print ("# %u kills, %" G_GINT64_FORMAT " changes told, %u times one more was saved\n", n,
           fact_store_get_head (f->store) - first, more);
  /* Each child was waited for until it told of one; how many more depends on the machine. */
  g_assert_cmpint (fact_store_get_head (f->store) - first, >=, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
