/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-table.h"

#include <string.h>

static FactTable *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return fact_table_parse (bytes, error);
}

static void
assert_fails (const char *text,
              gssize      length,
              int         code)
{
  g_autoptr (GError) error = NULL;
  FactTable *table = parse (text, length, &error);

  g_assert_null (table);
  g_assert_error (error, FACT_TABLE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* "a|b/1:c|d": headings, then each row with its number. */
static char *
describe (FactTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint j = 0; j < fact_table_get_n_columns (table); j++)
    g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", fact_table_get_heading (table, j));
  for (guint i = 0; i < fact_table_get_n_rows (table); i++) {
    g_string_append_printf (text, "/%u:", fact_table_get_row_number (table, i));
    for (guint j = 0; j < fact_table_get_n_columns (table); j++)
      g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", fact_table_get_cell (table, i, j));
  }

  return g_string_free (text, FALSE);
}

static void
test_forms (void)
{
  static const char *const forms[][2] = {
    { "a\tb\nc\td\n", "a|b/2:c|d" },
    { "a\tb\nc\td", "a|b/2:c|d" },
    { "a,b\nc,d\n", "a|b/2:c|d" },
    { "a;b\r\nc;d\r\n", "a|b/2:c|d" },
    { "a;b\rc;d\r", "a|b/2:c|d" },
    { "\357\273\277a;b\nå;ö\n", "a|b/2:å|ö" },
    { "a;b\n\345;\366 \226\n", "a|b/2:å|ö –" },
    { "\377\376a\0\t\0b\0\n\0", "a|b" },
    { "a;b,c;d\n1;2\n", "a|b,c|d/2:1|2|" },
    { "a\tb\n\"x\ny\"\tz\nq\tr\n", "a|b/2:x\ny|z/3:q|r" },
    { "a\tb\n\"x\r\ny\"\tz\n", "a|b/2:x\ny|z" },
    { "a,b\n\"say \"\"hi\"\"\",\" , \"\n", "a|b/2:say \"hi\"| , " },
    { "a\tb\n x \t y\n", "a|b/2: x | y" },
    { "a\tb\n5\" skärm\td\n", "a|b/2:5\" skärm|d" },
    { "a\tb\n\n\t\nc\td\n\n", "a|b/4:c|d" },
    { "\n\na;b\n1;2\n", "a|b/4:1|2" },
    { "a\tb\nc\nd\te\tf\n", "a|b/2:c|/3:d|e" },
    { "\"a;x\",b,c\n1,2,3\n", "a;x|b|c/2:1|2|3" },
    { "alone\nx\n", "alone/2:x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GError) error = NULL;
    gboolean is_utf16 = forms[i][0][0] == '\377';
    g_autoptr (FactTable) table = parse (forms[i][0], is_utf16 ? 10 : -1, &error);
    g_autofree char *read = NULL;

    g_assert_no_error (error);
    read = describe (table);
    g_assert_cmpstr (read, ==, forms[i][1]);
  }
}

static void
test_refused (void)
{
  g_autoptr (GString) wide = g_string_new ("a\tb\n");
  g_autoptr (GString) long_cell = g_string_new ("a\tb\n");

  assert_fails ("", 0, FACT_TABLE_ERROR_EMPTY);
  assert_fails ("\357\273\277", -1, FACT_TABLE_ERROR_EMPTY);
  assert_fails ("\n\r\n\n", -1, FACT_TABLE_ERROR_EMPTY);
  assert_fails ("\t\t\n\t\n", -1, FACT_TABLE_ERROR_EMPTY);
  assert_fails ("a\tb\nc\0d\te\n", 10, FACT_TABLE_ERROR_BINARY);
  assert_fails ("a\tb\n\001\002\n", -1, FACT_TABLE_ERROR_BINARY);
  assert_fails ("a\tb\n\201\215\n", -1, FACT_TABLE_ERROR_BINARY);
  assert_fails ("\377\376a", 3, FACT_TABLE_ERROR_BINARY);
  assert_fails ("PK\003\004abcdef", -1, FACT_TABLE_ERROR_BINARY);
  assert_fails ("a\tb\n\"c\td\n", -1, FACT_TABLE_ERROR_QUOTES);
  for (guint i = 0; i < FACT_TABLE_MAX_COLUMNS; i++)
    g_string_append (wide, "x\t");
  assert_fails (wide->str, -1, FACT_TABLE_ERROR_TOO_LARGE);
  for (guint i = 0; i <= FACT_TABLE_MAX_CELL_BYTES; i++)
    g_string_append_c (long_cell, 'x');
  assert_fails (long_cell->str, -1, FACT_TABLE_ERROR_TOO_LARGE);
}

/* A line of 64 MB, with and without separators, from a file. */
static void
test_huge_line (void)
{
  g_autofree char *block = g_malloc (1024 * 1024);

  for (guint kind = 0; kind < 2; kind++) {
    g_autoptr (GFileIOStream) stream = NULL;
    g_autoptr (GFile) file = g_file_new_tmp ("fact-table-XXXXXX", &stream, NULL);
    g_autoptr (GError) error = NULL;
    FactTable *table;

    memset (block, kind == 0 ? 'x' : '\t', 1024 * 1024);
    for (guint i = 0; i < 64; i++)
      g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                                block, 1024 * 1024, NULL, NULL, &error));
    g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
    g_test_timer_start ();
    table = fact_table_load (file, NULL, &error);
    g_assert_null (table);
    g_assert_error (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_TOO_LARGE);
    g_assert_nonnull (strstr (error->message, "fact-table-"));
    g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);
    g_assert_true (g_file_delete (file, NULL, NULL));
  }
}

/* One line as long as a file may be. */
static void
test_long_line (void)
{
  g_autofree char *line = g_malloc (FACT_TABLE_MAX_BYTES);

  memset (line, 'x', FACT_TABLE_MAX_BYTES);
  g_test_timer_start ();
  assert_fails (line, FACT_TABLE_MAX_BYTES, FACT_TABLE_ERROR_TOO_LARGE);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, g_getenv ("FACT_TEST_REDUCED") != NULL ? 20 : 2);
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/board.tsv");
  g_autoptr (GError) error = NULL;

  g_assert_null (fact_table_load (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "board.tsv"));
}

static void
test_given_sheet (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), "fact-tavla.tsv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FactTable) table = fact_table_load (file, NULL, &error);
  g_autofree char *written = NULL, *given = NULL;
  gsize length, given_length;

  g_assert_no_error (error);
  g_assert_cmpuint (fact_table_get_n_columns (table), ==, 18);
  g_assert_cmpuint (fact_table_get_n_rows (table), ==, 5);
  g_assert_cmpint (fact_table_get_separator (table), ==, '\t');
  written = fact_table_format (table, &length);
  g_assert_true (g_file_get_contents (path, &given, &given_length, NULL));
  g_assert_cmpmem (written, length, given, given_length);
}

/* Whatever the cells hold, what is written reads back. */
static void
test_round_trip (void)
{
  static const char *const bits[] = { "", "a", "å", " ", "\"", "\"\"", "\n", "\t", ",", ";", "'", "=1", "ord och ord", "\303\226" };
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = g_getenv ("FACT_TEST_REDUCED") != NULL ? 300 : 3000;

  g_test_message ("seed %u, %u tables", seed, n);
  for (guint i = 0; i < n; i++) {
    const char *headings[] = { "x", "y", "z", NULL };
    g_autoptr (FactTable) table = fact_table_new ("\t,;"[i % 3], headings);
    g_autoptr (FactTable) again = NULL;
    g_autofree char *text = NULL, *second = NULL, *first_read = NULL, *second_read = NULL;

    for (gint row = g_rand_int_range (rand, 0, 5); row > 0; row--) {
      char *cells[3];

      for (guint j = 0; j < 3; j++)
        cells[j] = g_strconcat (j == 0 ? "k" : bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))],
                                bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))],
                                bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))], NULL);
      fact_table_append (table, (const char *const *) cells);
      for (guint j = 0; j < 3; j++)
        g_free (cells[j]);
    }
    text = fact_table_format (table, NULL);
    again = parse (text, -1, NULL);
    g_assert_nonnull (again);
    first_read = describe (table);
    second_read = describe (again);
    g_assert_cmpstr (first_read, ==, second_read);
    second = fact_table_format (again, NULL);
    g_assert_cmpstr (text, ==, second);
  }
}

/* A tripwire against the square of the rows. */
static void
test_many_rows (void)
{
  g_autoptr (GString) text = g_string_new ("a\tb\tc\n");
  g_autoptr (FactTable) table = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%u\tCSA+HMR\tBoendestöd måndagar och torsdagar\n", i);
  g_test_timer_start ();
  table = parse (text->str, (gssize) text->len, NULL);
  g_assert_cmpuint (fact_table_get_n_rows (table), ==, 50000);
  g_assert_cmpstr (fact_table_get_cell (table, 49999, 0), ==, "49999");
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/forms", test_forms);
  g_test_add_func ("/table/refused", test_refused);
  g_test_add_func ("/table/huge-line", test_huge_line);
  g_test_add_func ("/table/long-line", test_long_line);
  g_test_add_func ("/table/missing-file", test_missing_file);
  g_test_add_func ("/table/given-sheet", test_given_sheet);
  g_test_add_func ("/table/round-trip", test_round_trip);
  g_test_add_func ("/table/many-rows", test_many_rows);

  return g_test_run ();
}
