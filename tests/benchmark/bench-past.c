/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store takes, in milliseconds of processor time, to give a page of the history and the board as it stood two
 * years ago, from a file of five years: bench-past FILE. The file is only read. */

#include "fact-history.h"
#include "fact-patients.h"
#include "fact-sqlite-store.h"
#include "fact-team-code.h"
#include "fact-team.h"

#include <locale.h>
#include <time.h>

#define RUNS 9
#define PAGE 50

typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  g_main_loop_run (wait->loop);
  return g_steal_pointer (&wait->result);
}

static double
processor_ms (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
print_times (const char *what,
             double     *times)
{
  qsort (times, RUNS, sizeof *times, compare);
  g_print ("%-52s median %6.1f ms, worst %6.1f ms of %d\n", what, times[RUNS / 2], times[RUNS - 1], RUNS);
}

static FactTeam *
open_team (const char *path,
           FactClock  *fact_clock,
           Wait       *wait,
           FactStore **store)
{
  guint n;
  const GType *types = fact_team_list_types (&n);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FactTeam *team;

  *store = fact_sqlite_store_new (path, types, n, fact_clock, &error);
  g_assert_no_error (error);
  fact_team_open_async (*store, fact_clock, "bench", NULL, done_cb, wait);
  result = wait_for (wait);
  team = fact_team_open_finish (result, &error);
  g_assert_no_error (error);
  return team;
}

/* Pages from the newest on; of a person who did little they reach far back. */
static void
time_history (FactTeam   *team,
              Wait       *wait,
              const char *what,
              const char *patient,
              const char *who)
{
  double times[RUNS];
  gint64 next = 0;
  guint read = 0;

  for (guint i = 0; i < RUNS; i++) {
    double start = processor_ms ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) page = NULL;

    fact_team_read_history_async (team, patient, who, next, PAGE, NULL, done_cb, wait);
    result = wait_for (wait);
    page = fact_team_read_history_finish (team, result, &next, NULL);
    times[i] = processor_ms () - start;
    read += page->len;
  }
  print_times (what, times);
  g_print ("  %u entries\n", read);
}

static void
time_past (FactTeam  *team,
           FactClock *fact_clock,
           Wait      *wait)
{
  guint today = fact_clock_get_today (fact_clock);
  double times[RUNS];
  guint rows = 0;

  for (guint i = 0; i < RUNS; i++) {
    double start = processor_ms ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GAsyncResult) turned = NULL;
    g_autoptr (FactTeam) past = NULL;

    fact_team_open_as_of_async (team, today - 730 - i, NULL, done_cb, wait);
    result = wait_for (wait);
    past = fact_team_open_as_of_finish (result, NULL);
    fact_team_set_week_async (past, fact_week_from_day (fact_team_get_as_of (past)), NULL, done_cb, wait);
    turned = wait_for (wait);
    g_assert_true (fact_team_set_week_finish (past, turned, NULL));
    times[i] = processor_ms () - start;
    rows = g_list_model_get_n_items (G_LIST_MODEL (fact_team_get_board (past)));
  }
  print_times ("the board as it stood two years ago", times);
  g_print ("  %u rows\n", rows);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (FactClock) fact_clock = fact_clock_new (NULL);
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (FactStore) store = NULL;
  g_autoptr (FactTeam) team = NULL;
  g_autoptr (FactBoardRow) row = NULL;
  GListModel *staff;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;
  team = open_team (argv[1], fact_clock, &wait, &store);
  time_past (team, fact_clock, &wait);
  time_history (team, &wait, "history of the board, a page", NULL, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (fact_team_get_board (team)), 0);
  time_history (team, &wait, "history of a patient, a page", fact_board_row_get_patient_uid (row), NULL);
  staff = fact_team_get_vocabulary (team, FACT_TYPE_STAFF);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i * (g_list_model_get_n_items (staff) - 1) / 2);

    time_history (team, &wait, fact_staff_get_signature (one), NULL, fact_record_get_uid (FACT_RECORD (one)));
  }
  g_main_loop_unref (wait.loop);
  return 0;
}
