/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-day.h"
#include "fact-sheet.h"

#include <string.h>

static const char *const triage[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil", NULL };

static FactSheet *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (FactTable) table = fact_table_parse (bytes, &error);

  g_assert_no_error (error);

  return fact_sheet_read (table, triage);
}

static void
assert_refusals (const char *text,
                 const char *expected)
{
  g_autoptr (FactSheet) sheet = read_text (text);
  g_autofree char *refusals = fact_sheet_format_refusals (sheet);

  g_assert_cmpstr (refusals, ==, expected);
}

static void
test_given_sheet (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), "fact-tavla.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (FactSheet) sheet = NULL;
  const FactSheetRow *row;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sheet = read_text (text);
  g_assert_null (fact_sheet_format_refusals (sheet));
  g_assert_cmpuint (sheet->rows->len, ==, 5);
  g_assert_cmpuint (sheet->ignored->len, ==, 0);
  row = g_ptr_array_index (sheet->rows, 2);
  g_assert_cmpuint (row->number, ==, 4);
  g_assert_cmpstr (row->patient, ==, "NN-89");
  g_assert_cmpuint (row->date, ==, fact_day_from_ymd (2019, 4, 12));
  g_assert_cmpuint (row->triage, ==, 0);
  g_assert_cmpstr (row->cells[FACT_SHEET_MONDAY + 2], ==, "KRO+CSA");
  g_assert_cmpstr (row->cells[FACT_SHEET_OTHER_PROVIDERS], ==, "Helsingborg");
  g_assert_cmpuint (((FactSheetRow *) g_ptr_array_index (sheet->rows, 0))->triage, ==, 3);
}

static void
test_any_order (void)
{
  g_autoptr (FactSheet) sheet = read_text ("SÖ; triage ;Rum;BARN<18;patient;\"Aktuell\nsituation\";datum;\n"
                                           "BS;OBS;12;Nej;dd-75b;Sover;2019-03-27;\n");
  const FactSheetRow *row = g_ptr_array_index (sheet->rows, 0);

  g_assert_null (fact_sheet_format_refusals (sheet));
  g_assert_cmpuint (sheet->ignored->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (sheet->ignored, 0), ==, "Rum");
  g_assert_cmpstr (row->patient, ==, "DD-75b");
  g_assert_cmpuint (row->triage, ==, 3);
  g_assert_cmpuint (row->date, ==, fact_day_from_ymd (2019, 3, 27));
  g_assert_cmpstr (row->cells[FACT_SHEET_MONDAY + 6], ==, "BS");
  g_assert_cmpstr (row->cells[FACT_SHEET_CHILDREN], ==, "Nej");
  g_assert_cmpstr (row->cells[FACT_SHEET_SITUATION], ==, "Sover");
  g_assert_cmpstr (row->cells[FACT_SHEET_MONDAY], ==, "");
}

static void
test_refusals (void)
{
  assert_refusals ("Datum\tPatient\tTriage\n\n19-03-35\tDD-75\tKris\n",
                   "Row 3, column Datum: \"19-03-35\" is not a date. Write 190327 or 2019-03-27. Nothing was imported.");
  assert_refusals ("Datum\tPatient\tTriage\n190327\tDD75\tKris\n",
                   "Row 2, column Patient: \"DD75\" is not a patient. Write initials and birth year, such as DD-75. "
                   "Nothing was imported.");
  assert_refusals ("Datum\tPatient\tTriage\n190327\tDD-75\tröd\n",
                   "Row 2, column Triage: \"röd\" is not a triage word. Write Kris, Ny, Inlagd, obs or Stabil. "
                   "Nothing was imported.");
  /* All of them, not only the first. */
  assert_refusals ("Datum\tPatient\tTriage\n190229\tDD-75\t\n190327\tdd-75\tNy\n",
                   "Row 2, column Datum: \"190229\" is not a date. Write 190327 or 2019-03-27.\n"
                   "Row 2, column Triage: \"\" is not a triage word. Write Kris, Ny, Inlagd, obs or Stabil.\n"
                   "Row 3, column Patient: \"dd-75\" also stands in row 2. Write each patient once; "
                   "a second patient with the same code gets a letter, DD-75b.\n"
                   "Nothing was imported.");
  assert_refusals ("Patient\tTriage\nDD-75\tNy\n",
                   "The column Datum is missing. The first line must hold the headings Datum, Patient and Triage. "
                   "Nothing was imported.");
  assert_refusals ("Datum\tPatient\tTriage\tMå\tmå\n190327\tDD-75\tNy\t\t\n",
                   "The column Må stands twice. Keep one of them. Nothing was imported.");
  assert_refusals ("Datum\tPatient\tTriage\n", "The table has headings but no rows. Nothing was imported.");
}

static void
test_patients (void)
{
  static const char *const good[][2] = {
    { "DD-75", "DD-75" }, { "dd-75", "DD-75" }, { "ÅÖ-01", "ÅÖ-01" }, { "DD-75b", "DD-75b" }, { "DD-75B", "DD-75b" }, { "ABC-99", "ABC-99" },
  };
  static const char *const bad[] = { "", "DD", "DD-7", "DD-1975", "DD 75", "D1-75", "-75", "DD-75bb", "DD-75 ", "DD--75", "ABCDE-75", "DD-75å" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *code = fact_sheet_parse_patient (good[i][0]);

    g_assert_cmpstr (code, ==, good[i][1]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (fact_sheet_parse_patient (bad[i]));
}

static void
test_empty_table (void)
{
  g_autoptr (FactTable) table = fact_sheet_table_new ('\t');
  g_autofree char *text = fact_table_format (table, NULL);

  g_assert_cmpstr (text, ==, "Datum\tPatient\tTriage\tKategori\tFVK\tDr\tÖvriga vårdgivare\tBarn <18\tAktuell situation\t"
                             "Aktuella åtgärder\tSäkerhet\tMå\tTi\tOn\tTo\tFr\tLö\tSö\n");
  g_assert_cmpstr (fact_sheet_get_heading (FACT_SHEET_MONDAY + 6), ==, "Sö");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/given-sheet", test_given_sheet);
  g_test_add_func ("/sheet/any-order", test_any_order);
  g_test_add_func ("/sheet/refusals", test_refusals);
  g_test_add_func ("/sheet/patients", test_patients);
  g_test_add_func ("/sheet/empty-table", test_empty_table);

  return g_test_run ();
}
