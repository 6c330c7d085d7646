/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A triage move and an import of 10,000 rows, against writing the very same rows by prepared statements: what the
 * columns, digests, journal and checks cost. Without syncs, whose number is printed: a disk would hide the rest. */

#include "bench-pairs.h"

#include "fact-sheet.h"
#include "fact-stay.h"
#include "fact-team-import.h"
#include "fact-team.h"
#include "fault-vfs.h"
#include "store-fixture.h"
#include "waiting.h"

#include <locale.h>
#include <sqlite3.h>
#include <string.h>

#define MOVES 500
#define ROWS 10000

/* Rows as they stand in our own file, to be written again by a prepared statement. */
typedef struct {
  GPtrArray *cells;                /* of sqlite3_value, row by row */
  guint n_columns;
  char *sql;
} Replay;

static double
seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static void
replay_free (Replay *replay)
{
  g_ptr_array_unref (replay->cells);
  g_free (replay->sql);
  g_free (replay);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Replay, replay_free)

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA; "
                                 "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; "
                                 "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

/* @sql: takes the columns of @table in their order; NULL inserts. */
static Replay *
read_rows (sqlite3    *db,
           const char *table,
           const char *where,
           const char *sql)
{
  Replay *replay = g_new0 (Replay, 1);
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\" %s", table, where);
  g_autoptr (GString) insert = g_string_new (NULL);
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, select, -1, &stmt, NULL), ==, SQLITE_OK);
  replay->n_columns = (guint) sqlite3_column_count (stmt);
  replay->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    for (guint i = 0; i < replay->n_columns; i++)
      g_ptr_array_add (replay->cells, sqlite3_value_dup (sqlite3_column_value (stmt, (int) i)));
  }
  sqlite3_finalize (stmt);
  g_string_printf (insert, "INSERT INTO \"%s\" VALUES (?1", table);
  for (guint i = 1; i < replay->n_columns; i++)
    g_string_append_printf (insert, ", ?%u", i + 1);
  g_string_append_c (insert, ')');
  replay->sql = sql ? g_strdup (sql) : g_string_free (g_steal_pointer (&insert), FALSE);
  return replay;
}

static void
write_row (sqlite3_stmt *stmt,
           Replay       *replay,
           guint         row)
{
  for (guint i = 0; i < replay->n_columns; i++)
    sqlite3_bind_value (stmt, (int) i + 1, replay->cells->pdata[row * replay->n_columns + i]);
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s: %s", replay->sql, sqlite3_errmsg (sqlite3_db_handle (stmt)));
  sqlite3_reset (stmt);
}

static guint
count_rows (Replay *replay)
{
  return replay->cells->len / replay->n_columns;
}

static void
run (sqlite3    *db,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static char *
copy_file (const char *path,
           const char *suffix)
{
  g_autofree char *data = NULL;
  char *copy = g_strconcat (path, suffix, NULL);
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (copy, data, (gssize) length, NULL));
  return copy;
}

/* ---- a triage move ---- */

typedef struct {
  FactTriage *triages[2];
  FactStay *stay;
} Board;

static void
board_fill (Fixture *f,
            Board   *board)
{
  g_autoptr (FactChange) change = fact_change_new ("fill", NULL);

  for (guint i = 0; i < 2; i++)
    board->triages[i] = fact_change_add (change, FACT_TYPE_TRIAGE, NULL, FIXTURE_NOW, "name", i ? "A" : "B", NULL);
  for (guint i = 0; i < 240; i++) {
    g_autofree char *code = g_strdup_printf ("AA-%u", i + 100);
    FactPatient *patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", code, NULL);

    board->stay = fact_change_add (change, FACT_TYPE_STAY, NULL, FIXTURE_NOW, "patient", patient, "date", 737000u,
                                   "triage", board->triages[0], "situation", "Sover dåligt sedan två veckor. Har själv hört av sig.",
                                   "actions", "Tele varje förmiddag till fredag. Hembesök måndag DEN+MJR.", NULL);
  }
  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
}

static double
time_moves (Fixture *f,
            Board   *board)
{
  double start = seconds ();

  for (guint i = 0; i < MOVES; i++) {
    g_autoptr (FactChange) change = fact_change_new ("stay.triage", NULL);

    fact_change_set (change, board->stay, "triage", board->triages[(i + 1) % 2], "triage-date", 737001u + i, NULL);
    g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  }
  return (seconds () - start) / MOVES;
}

/* The same rows: the change, the edit, and the stay as the last move left it, once for each move. */
static double
time_raw_moves (const char *before,
                const char *after)
{
  sqlite3 *source = open_raw (after);
  sqlite3 *db = open_raw (before);
  g_autoptr (Replay) changes = read_rows (source, "change", "WHERE \"seq\" > 1 ORDER BY \"seq\"", NULL);
  g_autoptr (Replay) edits = read_rows (source, "edit", "WHERE \"change\" > 1 ORDER BY \"id\"", NULL);
  g_autoptr (Replay) stays = read_rows (source, "stay", "ORDER BY \"version\" DESC LIMIT 1",
                                        "UPDATE \"stay\" SET \"version\" = ?2, \"changed_at\" = ?3, \"changed_by\" = ?4, "
                                        "\"digest\" = ?5, \"removed\" = ?6, \"patient\" = ?7, \"date\" = ?8, \"triage\" = ?9, "
                                        "\"triage_date\" = ?10, \"reason\" = ?11, \"situation\" = ?12, \"actions\" = ?13, "
                                        "\"actions_week\" = ?14, \"safety\" = ?15, \"safety_date\" = ?16, \"until\" = ?17, "
                                        "\"helped\" = ?18, \"helped_text\" = ?19, \"follows_up\" = ?20 WHERE \"uid\" = ?1");
  sqlite3_stmt *stmts[3], *begin, *commit;
  double start;

  g_assert_cmpint (sqlite3_prepare_v2 (db, changes->sql, -1, &stmts[0], NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, edits->sql, -1, &stmts[1], NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, stays->sql, -1, &stmts[2], NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "BEGIN IMMEDIATE", -1, &begin, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "COMMIT", -1, &commit, NULL), ==, SQLITE_OK);
  start = seconds ();
  for (guint i = 0; i < MOVES; i++) {
    sqlite3_step (begin);
    sqlite3_reset (begin);
    write_row (stmts[0], changes, i);
    write_row (stmts[2], stays, 0);
    write_row (stmts[1], edits, i);
    g_assert_cmpint (sqlite3_step (commit), ==, SQLITE_DONE);
    sqlite3_reset (commit);
  }
  start = (seconds () - start) / MOVES;
  for (guint i = 0; i < 3; i++)
    sqlite3_finalize (stmts[i]);
  sqlite3_finalize (begin);
  sqlite3_finalize (commit);
  sqlite3_close (source);
  sqlite3_close (db);
  return start;
}

static void
count_syncs (Fixture *f,
             Board   *board)
{
  g_autoptr (FactChange) change = fact_change_new ("stay.triage", NULL);

  fault_vfs_arm (FAULT_IO, 0);
  fact_change_set (change, board->stay, "triage-date", 700000u, NULL);
  g_assert_true (store_commit (f->store, change, &f->actor, NULL));
  g_print ("# a commit waits for the disk %u times\n", fault_vfs_syncs ());
}

static void
bench_moves (void)
{
  BenchPairs pairs = { 0 };

  for (guint i = 0; i < BENCH_PAIRS; i++) {
    Fixture f = { 0 };
    Board board = { 0 };
    g_autofree char *before = NULL;
    double ours;

    fixture_set_up (&f, NULL);
    fault_vfs_arm (FAULT_NO_SYNC, 1);
    board_fill (&f, &board);
    before = copy_file (f.path, ".before");
    ours = time_moves (&f, &board);
    if (i == 0)
      count_syncs (&f, &board);
    fault_vfs_arm (FAULT_NO_SYNC, 1);
    g_assert_finalize_object (g_steal_pointer (&f.store));
    bench_pairs_add (&pairs, ours, time_raw_moves (before, f.path));
    fixture_tear_down (&f, NULL);
  }
  bench_pairs_print (&pairs, "a triage move ÷ raw, without syncs", 1.5);
}

/* ---- an import ---- */

static GBytes *
make_table (void)
{
  GString *text = g_string_new ("Datum\tPatient\tTriage\tKategori\tFVK\tDr\tÖvriga vårdgivare\tBarn <18\tAktuell situation\t"
                                "Aktuella åtgärder\tSäkerhet\tMå\tTi\tOn\tTo\tFr\tLö\tSö\n");
  static const char *const triages[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil" };

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text, "190%03u\t%c%c-%02u%c\t%s\tSymtomökning\tCSA\tHMR\tSvalöv\tNej\tSover dåligt sedan två veckor.\t"
                            "CSA kontakt på onsdag. Boendestöd måndagar och torsdagar.\tOK\tBS\t\tCSA+DEN 10 hb\t\tring syster\t\t\n",
                            101 + i % 28, 'A' + (i / 100) % 26, 'A' + (i / 2600) % 26, i % 100, 'a' + (i / 100) % 26,
                            triages[i % 5]);
  return g_string_free_to_bytes (text);
}

static FactTeam *
open_team (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  FactTeam *team;

  fact_team_open_async (f->store, f->clock, "bench", NULL, keep_result_cb, &result);
  team = fact_team_open_finish (wait_for (&result), NULL);
  fact_team_set_system_user (team, "bench");
  while (g_main_context_iteration (NULL, FALSE));
  return team;
}

static FactTriage *
find_triage (FactTeam   *team,
             const char *sheet_name)
{
  GListModel *model = fact_team_get_vocabulary (team, FACT_TYPE_TRIAGE);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (model, i);

    if (g_strcmp0 (fact_triage_get_sheet_name (triage), sheet_name) == 0)
      return triage;
  }
  g_assert_not_reached ();
}

static double
time_import (FactTeam *team,
             GBytes   *bytes)
{
  static const char *const words[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil", NULL };
  FactTriage *triages[5];
  g_autoptr (GAsyncResult) prepared = NULL;
  g_autoptr (GAsyncResult) committed = NULL;
  g_autoptr (FactTeamImport) import = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (FactTable) table = NULL;
  g_autoptr (FactSheet) sheet = NULL;
  double start;

  for (guint i = 0; i < 5; i++)
    triages[i] = find_triage (team, words[i]);
  start = seconds ();
  table = fact_table_parse (bytes, NULL);
  sheet = fact_sheet_read (table, words);
  g_assert_cmpuint (sheet->refusals->len, ==, 0);
  import = fact_team_import_new (team, 737191);
  for (guint i = 0; i < sheet->rows->len; i++) {
    FactSheetRow *row = sheet->rows->pdata[i];

    fact_team_import_add_row (import, row->number, row->patient, row->date, triages[row->triage], row->cells);
  }
  fact_team_import_prepare_async (import, NULL, keep_result_cb, &prepared);
  g_assert_true (fact_team_import_prepare_finish (import, wait_for (&prepared), NULL));
  change = fact_team_import_build (import, NULL);
  fact_team_commit_async (team, change, NULL, keep_result_cb, &committed);
  g_assert_true (fact_team_commit_finish (team, wait_for (&committed), NULL));
  return seconds () - start;
}

static double
time_raw_import (const char *before,
                 const char *after,
                 guint      *n_rows)
{
  static const char *const tables[] = { "change", "organisation", "staff", "patient", "stay", "contact", "edit" };
  static const char *const wheres[] = { "WHERE \"seq\" > 1", "WHERE \"uid\" > '01'", "WHERE \"uid\" > '01'", "", "", "",
                                        "WHERE \"change\" > 1 ORDER BY \"id\"" };
  sqlite3 *source = open_raw (after);
  sqlite3 *db = open_raw (before);
  Replay *replays[G_N_ELEMENTS (tables)];
  double start;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    replays[i] = read_rows (source, tables[i], wheres[i], NULL);
  start = seconds ();
  run (db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    sqlite3_stmt *stmt;

    g_assert_cmpint (sqlite3_prepare_v2 (db, replays[i]->sql, -1, &stmt, NULL), ==, SQLITE_OK);
    for (guint row = 0; row < count_rows (replays[i]); row++)
      write_row (stmt, replays[i], row);
    sqlite3_finalize (stmt);
    *n_rows += count_rows (replays[i]);
  }
  run (db, "COMMIT");
  start = seconds () - start;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    replay_free (replays[i]);
  sqlite3_close (source);
  sqlite3_close (db);
  return start;
}

static void
bench_import (void)
{
  g_autoptr (GBytes) bytes = make_table ();
  BenchPairs pairs = { 0 };
  guint n_rows = 0;

  for (guint i = 0; i < BENCH_PAIRS; i++) {
    Fixture f = { 0 };
    g_autoptr (FactTeam) team = NULL;
    g_autofree char *before = NULL;
    double ours;

    fixture_set_up (&f, NULL);
    fault_vfs_arm (FAULT_NO_SYNC, 1);
    team = open_team (&f);
    before = copy_file (f.path, ".before");
    ours = time_import (team, bytes);
    g_clear_object (&team);
    while (g_main_context_iteration (NULL, FALSE));
    g_clear_object (&f.store);
    n_rows = 0;
    bench_pairs_add (&pairs, ours, time_raw_import (before, f.path, &n_rows));
    fixture_tear_down (&f, NULL);
  }
  g_print ("# %u rows of a table, %u rows in the file\n", ROWS, n_rows);
  bench_pairs_print (&pairs, "import of 10,000 rows, parsing to commit ÷ raw, without syncs", 3);
}

int
main (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  fault_vfs_install ();
  bench_moves ();
  bench_import ();
  return 0;
}
