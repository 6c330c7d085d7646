/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table read into a board that is in use: what it changes, what it leaves, what it asks. */

#include "desk.h"

#include "fact-board-import.h"
#include "fact-board-table.h"
#include "fact-json.h"
#include "fact-team-contact.h"

#include <string.h>

#define WEEK 737192u   /* Monday 13 May 2019, 2019-W20 */
#define HEAD "Datum\tPatient\tTriage\tFVK\tÖvriga vårdgivare\tMå\tTi\tOn\tTo\tFr\n"

static char *
read_given (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), "fact-tavla.tsv", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
set_week (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  fact_team_set_week_async (desk->team, WEEK, NULL, keep_result_cb, &result);
  g_assert_true (fact_team_set_week_finish (desk->team, wait_for (&result), NULL));
}

/* Read and looked over, not yet built. (transfer full) */
static FactTeamImport *
prepare (Desk       *desk,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FactTable) table = fact_table_parse (bytes, NULL);
  g_autoptr (GPtrArray) triages = NULL;
  g_auto (GStrv) words = fact_board_import_list_words (desk->team, &triages);
  g_autoptr (FactSheet) sheet = fact_sheet_read (table, (const char *const *) words);
  g_autoptr (GAsyncResult) result = NULL;
  FactTeamImport *import;

  g_assert_cmpuint (sheet->refusals->len, ==, 0);
  import = fact_board_import_new (desk->team, WEEK, sheet, triages);
  fact_team_import_prepare_async (import, NULL, keep_result_cb, &result);
  g_assert_true (fact_team_import_prepare_finish (import, wait_for (&result), NULL));
  return import;
}

/* Built in slices, as the window does. */
static FactChange *
build (FactTeamImport *import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FactChange *change;

  fact_team_import_build_async (import, NULL, keep_result_cb, &result);
  change = fact_team_import_build_finish (import, wait_for (&result), &error);
  g_assert_no_error (error);
  return change;
}

static void
import_table (Desk       *desk,
              const char *text)
{
  g_autoptr (FactTeamImport) import = prepare (desk, text);
  g_autoptr (FactChange) change = build (import);

  desk_commit (desk, change);
  set_week (desk);
}

static char *
write_table (Desk *desk)
{
  g_autoptr (FactTable) table = fact_board_table_new (desk->team, '\t');

  return fact_table_format (table, NULL);
}

/* All that is stored. */
static char *
write_records (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fact_json_export_async (desk->team, NULL, keep_result_cb, &result);
  bytes = fact_json_export_finish (desk->team, wait_for (&result), &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_records (Desk       *desk,
                const char *expected)
{
  g_autofree char *text = write_records (desk);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (Desk     *desk,
      gboolean  redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (redo)
    fact_team_redo_async (desk->team, NULL, keep_result_cb, &result);
  else
    fact_team_undo_async (desk->team, NULL, keep_result_cb, &result);
  words = fact_team_undo_finish (desk->team, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (words);
}

static FactContactView *
get_contact (Desk       *desk,
             const char *code,
             guint       weekday)
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
commit (Desk       *desk,
        FactChange *change,
        GError     *error)
{
  g_autoptr (FactChange) owned = change;

  g_assert_no_error (error);
  desk_commit (desk, owned);
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
test_undo (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *before = write_records (desk), *after = NULL;

  import_table (desk, given);
  after = write_records (desk);
  g_assert_cmpstr (before, !=, after);
  undo (desk, FALSE);
  assert_records (desk, before);
  undo (desk, TRUE);
  assert_records (desk, after);
  desk_close (desk);
  desk_open (desk);
  assert_records (desk, after);
  undo (desk, FALSE);
  assert_records (desk, before);
}

/* Kind, time, text and status are not in the table: what was exported and read again leaves them. */
static void
test_own_export (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *before = NULL, *table = NULL;
  g_autoptr (FactTeamImport) import = NULL;
  g_autoptr (FactChange) change = NULL;
  GError *error = NULL;

  import_table (desk, given);
  commit (desk, fact_team_edit_contact (desk->team, get_contact (desk, "BB-90", 3), "CSA+HMR 10 hb ta med papper", NULL,
                                        &error), error);
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "BB-90", 3), FACT_CONTACT_DONE, &error), error);
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "DD-75", 0), FACT_CONTACT_MISSED, &error), error);
  commit (desk, fact_team_set_time (desk->team, get_contact (desk, "DD-75", 2), "13:00", &error), error);
  before = write_records (desk);
  table = write_table (desk);
  g_assert_cmpstr (table, ==, given);
  import = prepare (desk, table);
  change = build (import);
  g_assert_true (fact_change_is_empty (change));
  for (guint i = 0; i < fact_team_import_get_n_rows (import); i++) {
    g_autofree char *words = fact_team_import_describe_row (import, i);

    g_assert_cmpint (fact_team_import_get_verdict (import, i), ==, FACT_IMPORT_SAME);
    g_assert_null (words);
  }
  assert_records (desk, before);
}

/* Another cell takes away what is planned and leaves what was done or missed. */
static void
test_done_stays (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *edited = replace ("\tCSA+HMR\t", "\tDEN\t");
  g_autofree char *both = replace ("\tCSA+HMR\t", "\tCSA+HMR, DEN\t");
  g_autofree char *table = NULL, *again = NULL;
  GError *error = NULL;

  import_table (desk, given);
  import_table (desk, edited);
  table = write_table (desk);
  g_assert_cmpstr (table, ==, edited);
  undo (desk, FALSE);
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "BB-90", 3), FACT_CONTACT_DONE, &error), error);
  import_table (desk, edited);
  again = write_table (desk);
  g_assert_cmpstr (again, ==, both);
}

/* One cell changed is one contact taken away and one added, told in words; the week before is not touched. */
static void
test_one_cell (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *edited = replace ("\tCSA+HMR\t", "\tDEN\t"), *table = NULL;
  g_autoptr (FactTeamImport) import = NULL;
  g_autoptr (FactChange) change = NULL;
  guint changed = 0;

  import_table (desk, given);
  import = prepare (desk, edited);
  change = build (import);
  for (guint i = 0; i < fact_team_import_get_n_rows (import); i++) {
    g_autofree char *words = fact_team_import_describe_row (import, i);

    if (!words)
      continue;
    changed++;
    g_assert_cmpstr (fact_team_import_get_code (import, i), ==, "BB-90");
    g_assert_cmpstr (words, ==, "Thu 16 May: DEN is added\nThu 16 May: CSA+HMR is taken away");
  }
  g_assert_cmpuint (changed, ==, 1);
  desk_commit (desk, change);
  set_week (desk);
  table = write_table (desk);
  g_assert_cmpstr (table, ==, edited);
}

/* A contact at another time is another contact; the one at the same time stays itself. */
static void
test_two_times (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *uid = NULL;

  import_table (desk, HEAD "190513\tDD-75\tobs\tCSA\tSvalöv\tCSA 10, CSA 13\t\t\t\t\n");
  uid = g_strdup (fact_contact_view_get_uid (get_contact (desk, "DD-75", 0)));
  g_assert_cmpstr (fact_contact_view_get_time (get_contact (desk, "DD-75", 0)), ==, "10:00");
  import_table (desk, HEAD "190513\tDD-75\tobs\tCSA\tSvalöv\tCSA 13\t\t\t\t\n");
  g_assert_cmpstr (fact_contact_view_get_time (get_contact (desk, "DD-75", 0)), ==, "13:00");
  g_assert_cmpstr (fact_contact_view_get_uid (get_contact (desk, "DD-75", 0)), !=, uid);
}

static void
test_missing_columns (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autofree char *before = NULL;
  g_autoptr (FactTeamImport) import = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  import_table (desk, given);
  before = write_records (desk);
  import = prepare (desk, "Patient\tTriage\tDatum\nDD-75\tobs\t190327\n");
  change = build (import);
  g_assert_true (fact_change_is_empty (change));
  missing = fact_team_import_get_missing (import);
  g_assert_cmpuint (missing->len, ==, 4);
  assert_records (desk, before);
}

static void
assert_asked (FactTeamImport *import,
              guint           row,
              const char     *codes)
{
  GPtrArray *bearers = fact_team_import_get_bearers (import, row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < bearers->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", ((FactImportBearer *) bearers->pdata[i])->code);
  g_assert_cmpstr (text->str, ==, codes);
}

/* The same code with another care contact: asked, and a new patient gets a letter. Then there are two bearers, and
 * who is meant is asked unless each has a row of their own. */
static void
test_two_bearers (void)
{
  static const char known[] = HEAD "190513\tDD-75\tobs\tCSA\tSvalöv\t\t\t\t\t\n";
  static const char other[] = HEAD "190513\tDD-75\tKris\tKRO\tSvalöv\t\t\t\t\t\n";
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactTeamImport) first = NULL, second = NULL, third = NULL;
  g_autoptr (FactChange) change = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  import_table (desk, known);
  first = prepare (desk, other);
  assert_asked (first, 0, "DD-75 DD-75b");
  g_assert_cmpstr (((FactImportBearer *) fact_team_import_get_bearers (first, 0)->pdata[0])->differs, ==,
                   "care contact: CSA → KRO");
  g_assert_null (fact_team_import_build (first, &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
  fact_team_import_set_bearer (first, 0, 1);
  change = build (first);
  desk_commit (desk, change);
  table = write_table (desk);
  second = prepare (desk, table);
  none = build (second);
  g_assert_true (fact_change_is_empty (none));
  third = prepare (desk, HEAD "190513\tDD-75\tKris\t\tSvalöv\t\t\t\t\t\n");
  assert_asked (third, 0, "DD-75 DD-75b DD-75c");
  g_assert_cmpuint (fact_team_import_get_bearer (third, 0), ==, G_MAXUINT);
}

static void
look (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static FactStaff *
get_staff (Desk       *desk,
           const char *signature)
{
  GListModel *staff = fact_team_get_vocabulary (desk->team, FACT_TYPE_STAFF);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (g_str_equal (fact_staff_get_signature (one), signature))
      return one;                /* the team keeps it */
  }
  g_error ("no %s", signature);
}

static void
choose (Desk       *desk,
        const char *signature)
{
  fact_team_set_person (desk->team, get_staff (desk, signature));
  look ();
}

/* The first table brings the people who could sign it. Whoever of them acts then may still take it back, after what
 * they did themselves, and then nobody is there; brought again, it is there as before. */
static void
test_founding (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given (), *before = write_records (desk), *after = NULL;
  GError *error = NULL;

  fact_team_set_person (desk->team, NULL);
  import_table (desk, given);
  look ();
  after = write_records (desk);
  g_assert_true (fact_team_can_undo (desk->team));
  choose (desk, "CSA");
  g_assert_cmpstr (fact_team_get_undo_text (desk->team), ==, "Import spreadsheet");
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "DD-75", 0), FACT_CONTACT_DONE, &error), error);
  undo (desk, FALSE);
  assert_records (desk, after);
  g_assert_nonnull (fact_team_get_person (desk->team));
  undo (desk, FALSE);
  look ();
  assert_records (desk, before);
  g_assert_null (fact_team_get_person (desk->team));
  g_assert_true (fact_team_can_redo (desk->team));
  undo (desk, TRUE);
  assert_records (desk, after);
  choose (desk, "CSA");
  g_assert_true (fact_team_can_redo (desk->team));
}

/* Once two people have changed something it is nobody's to take back with a key. */
static void
test_founding_over (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) refusal = NULL;
  GError *error = NULL;

  fact_team_set_person (desk->team, NULL);
  import_table (desk, given);
  choose (desk, "CSA");
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "DD-75", 0), FACT_CONTACT_DONE, &error), error);
  choose (desk, "KRO");
  g_assert_false (fact_team_can_undo (desk->team));
  commit (desk, fact_team_set_status (desk->team, get_contact (desk, "DD-75", 2), FACT_CONTACT_DONE, &error), error);
  undo (desk, FALSE);
  look ();
  g_assert_false (fact_team_can_undo (desk->team));
  fact_team_undo_async (desk->team, NULL, keep_result_cb, &result);
  g_assert_null (fact_team_undo_finish (desk->team, wait_for (&result), NULL, &refusal));
  g_assert_error (refusal, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
}

/* Whatever letter somebody got: all who have the code are offered, and a new patient gets the first that is free. */
static void
test_all_bearers (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactTeamImport) import = NULL;

  import_table (desk, HEAD
                "190513\tDD-75\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
                "190513\tDD-75z\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
                "190513\tDD-75b\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
                "190513\tDD-75g\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
                "190513\tDD-76c\tobs\tCSA\tSvalöv\t\t\t\t\t\n");
  import = prepare (desk, HEAD "190513\tDD-75\tKris\tCSA\tSvalöv\t\t\t\t\t\n");
  assert_asked (import, 0, "DD-75 DD-75b DD-75g DD-75z DD-75c");
}

/* Each unknown word once; what becomes of it is for the person to say, and may be said again. */
static void
test_words (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactTeamImport) import = prepare (desk, HEAD
                                               "190513\tDD-75\tobs\tCSA\tSvalöv\tXYZ\tring syster\tXYZ\t\t\n"
                                               "190513\tEE-70\tobs\tCSA\tHemtjänst\t\t\t\t\t\n");
  GPtrArray *words = fact_team_import_get_words (import);
  GPtrArray *places = fact_team_import_get_municipalities (import);
  g_autoptr (FactChange) as_person = NULL, as_text = NULL;
  FactImportWord *word;

  g_assert_cmpuint (words->len, ==, 1);
  word = words->pdata[0];
  g_assert_cmpstr (word->word, ==, "XYZ");
  g_assert_cmpuint (word->n, ==, 2);
  g_assert_cmpuint (fact_team_import_get_new_people (import)->len, ==, 1);
  g_assert_cmpuint (places->len, ==, 2);
  as_person = build (import);
  word->use = FACT_IMPORT_AS_TEXT;
  ((FactImportWord *) places->pdata[1])->use = FACT_IMPORT_AS_TEXT;
  as_text = build (import);
  g_assert_cmpuint (fact_change_get_weight (as_text), <, fact_change_get_weight (as_person));
  desk_commit (desk, as_text);
  set_week (desk);
  g_assert_cmpstr (fact_contact_view_get_text (get_contact (desk, "DD-75", 0)), ==, "XYZ");
  g_assert_cmpstr (fact_contact_view_get_text (get_contact (desk, "DD-75", 1)), ==, "ring syster");
}

/* Whoever reads a table in sees what was not understood, before anything is stored. */
static void
test_no_such_time (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactTeamImport) import = prepare (desk, HEAD "190513\tDD-75\tobs\tCSA\t\tCSA 25:99\tCSA 13:30\t\t\t\n");
  g_autoptr (FactChange) change = build (import);
  GPtrArray *texts = fact_team_import_get_texts (import);

  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpstr (texts->pdata[0], ==, "25:99 (no such time)");
  desk_commit (desk, change);
  set_week (desk);
  g_assert_cmpstr (fact_contact_view_get_text (get_contact (desk, "DD-75", 0)), ==, "25:99");
}

static void
test_cancel (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *given = read_given (), *before = write_records (desk);
  g_autoptr (FactTeamImport) import = prepare (desk, given);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fact_team_import_build_async (import, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (fact_team_import_build_finish (import, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_records (desk, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/undo", test_undo);
  g_test_add_func ("/import/own-export", test_own_export);
  g_test_add_func ("/import/done-stays", test_done_stays);
  g_test_add_func ("/import/one-cell", test_one_cell);
  g_test_add_func ("/import/two-times", test_two_times);
  g_test_add_func ("/import/missing-columns", test_missing_columns);
  g_test_add_func ("/import/two-bearers", test_two_bearers);
  g_test_add_func ("/import/founding", test_founding);
  g_test_add_func ("/import/founding-over", test_founding_over);
  g_test_add_func ("/import/all-bearers", test_all_bearers);
  g_test_add_func ("/import/words", test_words);
  g_test_add_func ("/import/no-such-time", test_no_such_time);
  g_test_add_func ("/import/cancel", test_cancel);
  return g_test_run ();
}
