/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file written by the first version of the program opens, says what it said, and is whole whatever happens while it
 * is brought up to date. */

#include "store-fixture.h"

#include "fact-patient.h"
#include "fact-sqlite.h"
#include "fault-vfs.h"

#include <sys/wait.h>
#include <unistd.h>

#define NEWEST 2

static GBytes *
read_old_file (void)
{
  g_autofree char *name = g_build_filename (g_getenv ("FACT_TEST_DATA"), "schema-001.facttavlan.gz", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GInputStream) packed = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr (GConverter) gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, gunzip);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >, 0);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

/* Puts the old file where the fixture's store was. */
static void
put_old_file (Fixture *f)
{
  g_autoptr (GBytes) bytes = read_old_file ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_clear_object (&f->store);
  g_assert_true (g_file_set_contents (f->path, data, (gssize) size, NULL));
}

static void
assert_version (const char *path,
                gint64      expected)
{
  g_autoptr (FactSqlite) sqlite = fact_sqlite_open (path, NULL);
  gint64 version;

  g_assert_true (fact_sqlite_get_number (sqlite, "PRAGMA user_version", 0, &version, NULL));
  g_assert_cmpint (version, ==, expected);
}

static void
assert_copy (Fixture *f)
{
  g_autofree char *name = g_strdup_printf ("%s.before-%d", f->path, NEWEST);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) old = read_old_file ();
  g_autoptr (GBytes) kept = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (name, &data, &size, NULL));
  kept = g_bytes_new_take (g_steal_pointer (&data), size);
  /* The change counters of the header move when the file is opened; what is in it does not. */
  g_assert_cmpuint (g_bytes_get_size (kept), ==, g_bytes_get_size (old));
  assert_version (name, 1);
}

/* What the old program wrote: a table of five patients, by two changes. */
static void
assert_content (Fixture *f)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *dump = store_dump (f->store, 0);

  g_assert_cmpint (fact_store_get_head (f->store), ==, 2);
  g_assert_nonnull (g_strstr_len (dump, -1, "code=\"DD-75\""));
  fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_opens (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) patients = NULL;
  g_autoptr (FactChange) change = fact_change_new ("restore", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  put_old_file (f);
  f->store = fixture_open (f->path, f->clock, NULL);
  assert_content (f);
  assert_copy (f);

  /* The chain goes on over the step. */
  patients = store_load (f->store, fact_query_new (FACT_TYPE_PATIENT), NULL);
  fact_change_set (change, patients->pdata[0], "other-providers", "Mottagningen", NULL);
  fact_change_set_restores (change, 2, "Fel patient");
  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  fact_sqlite_store_check (FACT_SQLITE_STORE (f->store), findings, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_object (&f->store);
  assert_version (f->path, NEWEST);
}

/* Returns: whether the fault came before the file was open. */
static gboolean
strike (Fixture *f,
        Fault    fault,
        guint    at)
{
  g_autoptr (GError) error = NULL;
  gboolean fired;

  put_old_file (f);
  fault_vfs_arm (fault, at);
  f->store = fixture_open (f->path, f->clock, &error);
  fired = fault_vfs_fired ();
  fault_vfs_arm (fault, 0);
  g_assert_true ((f->store == NULL) == (error != NULL));
  g_clear_object (&f->store);
  f->store = fixture_open (f->path, f->clock, NULL);
  assert_content (f);
  return fired;
}

static gboolean
strike_dead (Fixture *f,
             guint    at)
{
  pid_t child;
  int status;

  put_old_file (f);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    fault_vfs_arm (FAULT_EXIT, at);
    f->store = fixture_open (f->path, f->clock, NULL);
    _exit (17);
  }
  waitpid (child, &status, 0);
  f->store = fixture_open (f->path, f->clock, NULL);
  assert_content (f);
  return WEXITSTATUS (status) != 17;
}

static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  static const char *const words[] = { "io", "full", "exit" };

  for (guint fault = FAULT_IO; fault <= FAULT_EXIT; fault++) {
    guint at = 1;

    while (fault == FAULT_EXIT ? strike_dead (f, at) : strike (f, fault, at))
      at++;
    g_print ("# step, %s: %u points\n", words[fault], at - 1);
    g_assert_cmpuint (at, >, 5);
  }
}

#define ADD(name, func) g_test_add ("/store/step/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  ADD ("opens", test_opens);
  ADD ("faults", test_faults);
  return g_test_run ();
}
