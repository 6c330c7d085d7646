/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of 10,000 rows does not hold up a window: how long the main loop is kept at most, from reading to what is
 * stored and shown, when it is undone, and when it is brought again. */

#include "desk.h"

#include "fact-board-import.h"

#include <sys/resource.h>

#define ROWS (g_getenv ("FACT_TEST_REDUCED") ? 1000u : 10000u)
#define WEEK 740666u   /* the week of NOW */

/* A window must answer within 100 ms; the sanitizers make a slow machine. */
#define TRIPWIRE_MS (g_getenv ("FACT_TEST_REDUCED") ? 300 : 100)

typedef struct {
  guint source;
  gint64 last;                     /* processor time of this thread, in microseconds */
  gint64 longest;
  guint ticks;
} Gaps;

/* What the thread has worked, so that other programs on the machine do not count. */
static gint64
get_worked (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static gboolean
tick_cb (gpointer data)
{
  Gaps *gaps = data;
  gint64 now = get_worked ();

  gaps->longest = MAX (gaps->longest, now - gaps->last);
  gaps->last = now;
  gaps->ticks++;
  return G_SOURCE_CONTINUE;
}

static void
gaps_begin (Gaps *gaps)
{
  *gaps = (Gaps) { .last = get_worked () };
  gaps->source = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, gaps, NULL);
}

static void
gaps_end (Gaps       *gaps,
          const char *what)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tick_cb (gaps);
  g_source_remove (gaps->source);
  g_test_message ("%s: the main loop was kept for at most %.1f ms, it turned %u times", what,
                  (double) gaps->longest / 1000, gaps->ticks);
  g_assert_cmpint (gaps->longest, <, TRIPWIRE_MS * 1000);
}

static GBytes *
make_table (void)
{
  static const char *const triages[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil" };
  GString *text = g_string_new ("Datum\tPatient\tTriage\tKategori\tFVK\tDr\tÖvriga vårdgivare\tBarn <18\tAktuell situation\t"
                                "Aktuella åtgärder\tSäkerhet\tMå\tTi\tOn\tTo\tFr\tLö\tSö\n");

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text, "190%03u\t%c%c-%02u\t%s\tSymtomökning\tCSA\tHMR\tSvalöv\tNej\tSover dåligt sedan två "
                            "veckor.\tCSA kontakt på onsdag. Boendestöd måndagar och torsdagar.\tOK\tBS\t\tCSA+DEN 10 hb\t"
                            "\tring syster\t\t\n",
                            101 + i % 28, 'A' + (i / 100) % 26, 'A' + (i / 2600) % 26, i % 100, triages[i % 5]);
  return g_string_free_to_bytes (text);
}

static FactSheet *
read_sheet (Desk       *desk,
            GPtrArray **triages)
{
  g_autoptr (GBytes) bytes = make_table ();
  g_autoptr (FactTable) table = fact_table_parse (bytes, NULL);
  g_auto (GStrv) words = fact_board_import_list_words (desk->team, triages);

  return fact_sheet_read (table, (const char *const *) words);
}

static void
test_import (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) triages = NULL;
  g_autoptr (FactSheet) sheet = read_sheet (desk, &triages);
  g_autoptr (FactTeamImport) import = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GAsyncResult) prepared = NULL, built = NULL, committed = NULL, undone = NULL, redone = NULL;
  g_autofree char *words = NULL, *again = NULL;
  GError *error = NULL;
  guint rows = ROWS;
  Gaps gaps;

  gaps_begin (&gaps);
  import = fact_board_import_new (desk->team, WEEK, sheet, triages);
  gaps_end (&gaps, "taking over the rows");
  gaps_begin (&gaps);
  fact_team_import_prepare_async (import, NULL, keep_result_cb, &prepared);
  g_assert_true (fact_team_import_prepare_finish (import, wait_for (&prepared), NULL));
  gaps_end (&gaps, "looking up who is known");
  gaps_begin (&gaps);
  fact_team_import_build_async (import, NULL, keep_result_cb, &built);
  change = fact_team_import_build_finish (import, wait_for (&built), &error);
  g_assert_no_error (error);
  gaps_end (&gaps, "building the change");
  gaps_begin (&gaps);
  fact_team_commit_async (desk->team, change, NULL, keep_result_cb, &committed);
  g_assert_true (fact_team_commit_finish (desk->team, wait_for (&committed), &error));
  gaps_end (&gaps, "storing it");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fact_team_get_board (desk->team))), ==, rows);
  gaps_begin (&gaps);
  fact_team_undo_async (desk->team, NULL, keep_result_cb, &undone);
  words = fact_team_undo_finish (desk->team, wait_for (&undone), NULL, &error);
  g_assert_no_error (error);
  gaps_end (&gaps, "undoing it");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fact_team_get_board (desk->team))), ==, 0);
  gaps_begin (&gaps);
  fact_team_redo_async (desk->team, NULL, keep_result_cb, &redone);
  again = fact_team_undo_finish (desk->team, wait_for (&redone), NULL, &error);
  g_assert_no_error (error);
  gaps_end (&gaps, "bringing it again");
  g_assert_cmpstr (again, ==, words);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fact_team_get_board (desk->team))), ==, rows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/import", test_import);
  return g_test_run ();
}
