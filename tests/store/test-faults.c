/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every write, sync, truncate, delete and open of every kind of change is made to fail once: never is half a change in
 * the file, and what the program tells is what happened. */

#include "store-fixture.h"

#include "fact-contact.h"
#include "fact-stay.h"
#include "fault-vfs.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  Fixture f;
  FactPatient *patient;            /* borrowed from the store */
  FactStay *stay;
  FactTriage *triages[2];
  char other[37];                  /* uid of the second triage */
} Board;

typedef gboolean (*Operation) (Board   *board,
                               GError **error);

static void
board_fill (Board *board)
{
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);

  for (guint i = 0; i < 2; i++)
    board->triages[i] = fact_change_add (change, FACT_TYPE_TRIAGE, NULL, FIXTURE_NOW, "name", i ? "A" : "B", NULL);
  board->patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", "DD-75", NULL);
  board->stay = fact_change_add (change, FACT_TYPE_STAY, NULL, FIXTURE_NOW, "patient", board->patient, "date", 737000u,
                                 "triage", board->triages[0], NULL);
  g_assert_true (store_commit (board->f.store, change, &board->f.actor, NULL));
  g_strlcpy (board->other, fact_record_get_uid (FACT_RECORD (board->triages[1])), sizeof board->other);
}

static gboolean
commit_and_free (Board       *board,
                 FactChange  *change,
                 GError     **error)
{
  g_autoptr (FactChange) owned = change;

  return store_commit (board->f.store, owned, &board->f.actor, error);
}

static gboolean
move (Board   *board,
      GError **error)
{
  FactChange *change = fact_change_new ("stay.triage", NULL);

  fact_change_set (change, board->stay, "triage", board->triages[1], NULL);
  return commit_and_free (board, change, error);
}

static gboolean
plan (Board   *board,
      GError **error)
{
  FactChange *change = fact_change_new ("contact.plan", NULL);

  fact_change_add (change, FACT_TYPE_CONTACT, NULL, FIXTURE_NOW, "patient", board->patient, "date", 737001u, NULL);
  return commit_and_free (board, change, error);
}

static gboolean
write_much (Board   *board,
            GError **error)
{
  FactChange *change = fact_change_new ("import", NULL);

  for (guint i = 0; i < 300; i++)
    fact_change_add (change, FACT_TYPE_CONTACT, NULL, FIXTURE_NOW, "patient", board->patient, "date", 737001u + i,
                     "text", "en text av någon längd, så att det blir många sidor", NULL);
  return commit_and_free (board, change, error);
}

static gboolean
take_off (Board   *board,
          GError **error)
{
  FactChange *change = fact_change_new ("stay.take-off", NULL);

  fact_change_set (change, board->stay, "until", 737010u, NULL);
  return commit_and_free (board, change, error);
}

static gboolean
take_back (Board   *board,
           GError **error)
{
  return store_undo (board->f.store, 2, &board->f.actor, error) != 0;
}

static void
board_set_up (Board *board)
{
  fault_vfs_arm (FAULT_IO, 0);
  fixture_set_up (&board->f, NULL);
  board_fill (board);
  g_assert_true (plan (board, NULL));
}

static void
assert_whole (Board *board)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  fact_sqlite_store_check (FACT_SQLITE_STORE (board->f.store), findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Returns: whether the fault came before the operation was through. */
static gboolean
strike (Operation operation,
        Fault     fault,
        guint     at)
{
  Board board;
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told, fired;

  board_set_up (&board);
  before = store_dump (board.f.store, 0);
  fault_vfs_arm (fault, at);
  told = operation (&board, &error);
  fired = fault_vfs_fired ();
  fault_vfs_arm (fault, 0);

  /* What is shown, what is stored and what was told agree. */
  shown = store_dump (board.f.store, 0);
  fixture_reopen (&board.f);
  stored = store_dump (board.f.store, 0);
  g_assert_cmpstr (shown, ==, stored);
  g_assert_true (told == (error == NULL));
  g_assert_true (told == (strcmp (before, stored) != 0));
  assert_whole (&board);
  fixture_tear_down (&board.f, NULL);
  return fired;
}

static gpointer
load_one (Board *board,
          GType  type)
{
  g_autoptr (GPtrArray) found = store_load (board->f.store, fact_query_new (type), NULL);

  return found->pdata[0];          /* the store keeps it */
}

/* A lock does not pass a fork, nor does a connection: the child opens the file for itself. */
static void G_GNUC_NORETURN
operate_and_exit (Board     *board,
                  Operation  operation,
                  guint      at)
{
  board->f.store = fixture_open (board->f.path, board->f.clock, NULL);
  board->patient = load_one (board, FACT_TYPE_PATIENT);
  board->stay = load_one (board, FACT_TYPE_STAY);
  load_one (board, FACT_TYPE_TRIAGE);
  board->triages[1] = fact_store_lookup (board->f.store, board->other);
  fault_vfs_arm (FAULT_EXIT, at);
  operation (board, NULL);
  _exit (17);
}

/* The same with the process ending in mid-write: the change is in or it is not. */
static gboolean
strike_dead (Operation operation,
             guint     at)
{
  Board board;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child;

  board_set_up (&board);
  before = store_dump (board.f.store, 0);
  g_assert_finalize_object (g_steal_pointer (&board.f.store));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    operate_and_exit (&board, operation, at);
  waitpid (child, &status, 0);
  board.f.store = fixture_open (board.f.path, board.f.clock, &error);
  g_assert_no_error (error);
  assert_whole (&board);
  g_assert_cmpint (fact_store_get_head (board.f.store), >=, 2);
  g_assert_cmpint (fact_store_get_head (board.f.store), <=, 3);
  if (fact_store_get_head (board.f.store) == 2) {
    g_autofree char *stored = store_dump (board.f.store, 0);

    g_assert_cmpstr (stored, ==, before);
  }
  fixture_tear_down (&board.f, NULL);
  return WEXITSTATUS (status) != 17;
}

static void
sweep (const char *name,
       Operation   operation)
{
  static const char *const words[] = { "io", "full", "exit" };
  guint step = g_getenv ("FACT_TEST_REDUCED") ? 7 : 1;

  for (guint fault = FAULT_IO; fault <= FAULT_EXIT; fault++) {
    guint at = 1;

    while (fault == FAULT_EXIT ? strike_dead (operation, at) : strike (operation, fault, at))
      at += step;
    g_print ("# %s, %s: %u points\n", name, words[fault], at - 1);
    g_assert_cmpuint (at, >, 10);
  }
}

static void
test_sweep (void)
{
  sweep ("move", move);
  sweep ("plan", plan);
  sweep ("take off", take_off);
  sweep ("undo", take_back);
  sweep ("import", write_much);
}

/* The disk is gone in mid-commit and cannot be asked: that is told, and nothing else; when it is there again either all
 * is as it was, or it is told that the change is in the file and not on the screen. Returns: whether it was struck. */
static gboolean
strike_gone (guint  at,
             guint *n_unknown,
             guint *n_behind)
{
  Board board;
  g_autoptr (GError) error = NULL, later = NULL;
  gboolean fired, unknown, saved;

  board_set_up (&board);
  fault_vfs_arm (FAULT_GONE, at);
  if (move (&board, &error))
    g_assert_no_error (error);
  fired = fault_vfs_fired ();
  fault_vfs_arm (FAULT_IO, 0);
  unknown = g_error_matches (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNKNOWN);
  saved = !error;
  if (unknown && !plan (&board, &later)) {
    g_assert_error (later, FACT_STORE_ERROR, FACT_STORE_ERROR_BEHIND);
    saved = TRUE;
    *n_behind += 1;
  }
  *n_unknown += unknown;
  fixture_reopen (&board.f);
  g_assert_cmpint (fact_store_get_head (board.f.store), ==, saved || unknown ? 3 : 2);
  assert_whole (&board);
  fixture_tear_down (&board.f, NULL);
  return fired;
}

static void
test_gone (void)
{
  guint at = 1, n_unknown = 0, n_behind = 0;

  while (strike_gone (at, &n_unknown, &n_behind))
    at++;
  g_print ("# gone: %u points, %u of unknown end, %u of them saved\n", at - 1, n_unknown, n_behind);
  g_assert_cmpuint (at, >, 10);
  g_assert_cmpuint (n_unknown, >, 0);
}

/* A commit that does not wait for the disk would pass every other test here. */
static void
test_syncs (void)
{
  Board board;

  board_set_up (&board);
  fault_vfs_arm (FAULT_IO, 0);
  g_assert_true (move (&board, NULL));
  g_assert_cmpuint (fault_vfs_syncs (), >=, 3);
  fault_vfs_arm (FAULT_NO_SYNC, 1);
  g_assert_true (take_off (&board, NULL));
  g_assert_cmpuint (fault_vfs_syncs (), ==, 0);
  fault_vfs_arm (FAULT_IO, 0);
  fixture_tear_down (&board.f, NULL);
}

int
main (int   argc,
      char *argv[])
{
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/faults/sweep", test_sweep);
  g_test_add_func ("/store/faults/gone", test_gone);
  g_test_add_func ("/store/faults/syncs", test_syncs);
  return g_test_run ();
}
