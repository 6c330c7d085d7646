/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The spreadsheet goes in and comes out as it was. */

#include "desk.h"

#include "fact-board-table.h"
#include "fact-sheet.h"
#include "fact-team-contact.h"
#include "fact-team-import.h"

#include <string.h>

#define WEEK 737192u   /* Monday 13 May 2019, 2019-W20 */

/* Sheet names of the default triage states, in their order. */
static const char *const triage_words[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil", NULL };

static char *
read_given (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), "fact-tavla.tsv", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static FactTriage *
find_triage (Desk       *desk,
             const char *word)
{
  GListModel *model = fact_team_get_vocabulary (desk->team, FACT_TYPE_TRIAGE);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (model, i);

    if (g_strcmp0 (fact_triage_get_sheet_name (triage), word) == 0)
      return triage;
  }
  g_error ("no %s", word);
}

static void
set_week (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  fact_team_set_week_async (desk->team, WEEK, NULL, keep_result_cb, &result);
  g_assert_true (fact_team_set_week_finish (desk->team, wait_for (&result), NULL));
}

static void
import (Desk       *desk,
        const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FactTable) table = fact_table_parse (bytes, NULL);
  g_autoptr (FactSheet) sheet = fact_sheet_read (table, triage_words);
  g_autoptr (FactTeamImport) importing = fact_team_import_new (desk->team, WEEK);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sheet->refusals->len, ==, 0);
  for (guint i = 0; i < sheet->rows->len; i++) {
    FactSheetRow *row = sheet->rows->pdata[i];

    fact_team_import_add_row (importing, row->number, row->patient, row->date,
                              find_triage (desk, triage_words[row->triage]), row->cells);
  }
  fact_team_import_prepare_async (importing, NULL, keep_result_cb, &result);
  g_assert_true (fact_team_import_prepare_finish (importing, wait_for (&result), NULL));
  change = fact_team_import_build (importing, &error);
  g_assert_no_error (error);
  desk_commit (desk, change);
  set_week (desk);
}

static char *
write_table (Desk *desk,
             char  separator)
{
  g_autoptr (FactTable) table = fact_board_table_new (desk->team, separator);

  return fact_table_format (table, NULL);
}

static void
assert_table (Desk       *desk,
              const char *expected)
{
  g_autofree char *text = write_table (desk, '\t');

  g_assert_cmpstr (text, ==, expected);
}

static FactContactView *
get_contact (Desk *desk,
             const char *code,
             guint weekday)
{
  FactBoard *board = fact_team_get_board (desk->team);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++) {
    FactBoardRow *row = fact_board_get_row (board, i);

    if (g_str_equal (fact_board_row_get_code (row), code))
      return fact_board_row_get_day (row, weekday)->pdata[0];
  }
  g_error ("no %s", code);
}

static void
test_round_trip (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given (), *semicolons = NULL;

  import (desk, given);
  assert_table (desk, given);
  semicolons = write_table (desk, ';');
  g_assert_true (g_str_has_prefix (semicolons, "Datum;Patient;Triage;"));
  desk_close (desk);
  desk_open (desk);
  set_week (desk);
  assert_table (desk, given);
}

static void
test_shuffled (void)
{
  g_autofree char *given = read_given ();
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u, 5 orders", seed);
  for (guint round = 0; round < 5; round++) {
    g_autoptr (Desk) desk = desk_new ();
    g_auto (GStrv) lines = g_strsplit (given, "\n", -1);
    g_autofree char *shuffled = NULL;

    for (guint i = g_strv_length (lines) - 2; i > 1; i--) {
      guint j = (guint) g_rand_int_range (rand, 1, (int) i + 1);
      char *line = lines[i];

      lines[i] = lines[j];
      lines[j] = line;
    }
    shuffled = g_strjoinv ("\n", lines);
    import (desk, shuffled);
    assert_table (desk, given);
  }
}

/* The given table with @is in place of @was, which stands once. */
static char *
replace (const char *was,
         const char *is)
{
  g_autofree char *given = read_given ();
  g_auto (GStrv) parts = g_strsplit (given, was, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (is, parts);
}

static void
set_status (Desk              *desk,
            FactContactStatus  status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FactChange) change = fact_team_set_status (desk->team, get_contact (desk, "BB-90", 3), status, &error);

  g_assert_no_error (error);
  desk_commit (desk, change);
}

/* One contact changed is one cell changed; what does not take place is not written. */
static void
test_one_cell (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *edited = replace ("\tCSA+HMR\t", "\tDEN\t");
  g_autofree char *empty = replace ("\tCSA+HMR\t", "\t\t");
  g_autoptr (FactChange) edit = NULL;
  g_autoptr (GError) error = NULL;

  import (desk, given);
  set_status (desk, FACT_CONTACT_DONE);
  assert_table (desk, given);
  set_status (desk, FACT_CONTACT_MISSED);
  assert_table (desk, given);
  set_status (desk, FACT_CONTACT_CANCELLED);
  assert_table (desk, empty);
  set_status (desk, FACT_CONTACT_PLANNED);
  assert_table (desk, given);
  edit = fact_team_edit_contact (desk->team, get_contact (desk, "BB-90", 3), "DEN 10 hb ta med papper", NULL, &error);
  g_assert_no_error (error);
  desk_commit (desk, edit);
  assert_table (desk, edited);
  set_status (desk, FACT_CONTACT_WRONG);
  assert_table (desk, empty);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-table/round-trip", test_round_trip);
  g_test_add_func ("/board-table/shuffled", test_shuffled);
  g_test_add_func ("/board-table/one-cell", test_one_cell);
  return g_test_run ();
}
