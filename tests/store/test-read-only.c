/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A board in a place that this user may not write: it is opened to be looked at, or refused in words. */

#include "fact-patient.h"
#include "fact-query.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static FactChange *
make_change (const char *code)
{
  FactChange *change = fact_change_new ("patient.add", NULL);

  fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", code, NULL);
  return change;
}

static void
add_patient (Fixture    *f,
             const char *code)
{
  g_autoptr (FactChange) change = make_change (code);
  g_autoptr (GError) error = NULL;

  store_commit (f->store, change, &f->actor, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  fixture_set_up (f, data);
  add_patient (f, "DD-75");
  g_clear_object (&f->store);
}

/* For root every file can be written: nobody opens it. */
static FactStore *
open_as_nobody (Fixture     *f,
                const char  *path,
                GError     **error)
{
  gboolean root = geteuid () == 0;
  FactStore *store;

  if (root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  store = fixture_open (path, f->clock, error);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  return store;
}

static void
restrict_to (Fixture *f,
             int      folder,
             int      file)
{
  g_assert_cmpint (g_chmod (f->path, file), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, folder), ==, 0);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  restrict_to (f, 0700, 0600);
  fixture_tear_down (f, data);
}

static void
assert_only_read (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FactStore) store = open_as_nobody (f, f->path, &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (FactChange) change = make_change ("AA-80");
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_assert_true (fact_store_is_read_only (store));
  found = store_load (store, fact_query_new (FACT_TYPE_PATIENT), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  dump = store_dump (store, 0);
  g_assert_nonnull (strstr (dump, "DD-75"));
  g_assert_false (store_commit (store, change, &f->actor, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED);

  /* Who looks on keeps nobody from writing. */
  restrict_to (f, 0700, 0600);
  f->store = fixture_open (f->path, f->clock, &error);
  g_assert_false (fact_store_is_read_only (f->store));
  add_patient (f, "BB-90");
}

static void
test_file (Fixture       *f,
           gconstpointer  data)
{
  restrict_to (f, 0755, 0444);
  assert_only_read (f);
}

static void
test_folder (Fixture       *f,
             gconstpointer  data)
{
  restrict_to (f, 0555, 0666);
  assert_only_read (f);
}

/* The file is there for all, the seat beside it is another user's. */
static void
test_seat (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *seat = g_build_filename (f->folder, "team.lock", NULL);

  g_assert_cmpint (g_chmod (seat, 0000), ==, 0);
  restrict_to (f, 0777, 0666);
  if (geteuid () != 0) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FactStore) store = fixture_open (f->path, f->clock, &error);

    g_assert_no_error (error);
    g_assert_true (fact_store_is_read_only (store));
    return;
  }
  assert_only_read (f);
}

/* Another program writes it at this moment, and what it holds cannot be read. */
static void
test_taken (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FactStore) store = NULL;

  f->store = fixture_open (f->path, f->clock, &error);
  add_patient (f, "BB-90");
  restrict_to (f, 0555, 0644);
  if (geteuid () == 0)
    store = open_as_nobody (f, f->path, &error);
  else
    store = fixture_open (f->path, f->clock, &error);
  g_assert_null (store);
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==, "Another program has the board open. Close it there and try again.");
}

static void
assert_refused (Fixture    *f,
                const char *path,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = g_strdup_printf (message, path);

  g_assert_null (open_as_nobody (f, path, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED);
  g_assert_cmpstr (error->message, ==, named);
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.facttavlan", NULL);
  g_autofree char *below = g_build_filename (f->folder, "below", NULL);
  g_autofree char *far = g_build_filename (below, "team.facttavlan", NULL);
  g_autofree char *folder_told = NULL;
  g_autoptr (GError) error = NULL;

  restrict_to (f, 0755, 0000);
  assert_refused (f, f->path, "The board %s cannot be opened: you have no right to read it. Nothing was changed. "
                              "Ask whoever looks after the computer.");
  restrict_to (f, 0555, 0600);
  assert_refused (f, other, "The board %s cannot be opened: you have no right to write in its folder. Nothing was changed. "
                            "Ask whoever looks after the computer.");
  folder_told = g_strdup_printf ("The folder %s of the board cannot be made or reached. Nothing was changed. "
                                 "Ask whoever looks after the computer.", below);
  g_assert_null (open_as_nobody (f, far, &error));
  g_assert_cmpstr (error->message, ==, folder_told);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/read-only/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/read-only/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/read-only/seat", Fixture, NULL, set_up, test_seat, tear_down);
  g_test_add ("/read-only/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/read-only/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
