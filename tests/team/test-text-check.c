/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-text-check.h"
#include "fact-text-weekday.h"

#include <string.h>

/* What the check may get wrong on the sentences of weekdays.tsv. */
#define MAX_FALSE_ALARMS 0
#define MAX_MISSES 2

static const char *const staff[] = {
  "VEA", "CSA", "DEN", "RUT", "KRO", "MDN", "MJR", "AEK", "HMR", "LNA", "SNG", "PAW", "TBR", "JOK", "EMK", "BS", "JOUR", NULL
};

static FactTypedWords *
make_words (void)
{
  FactTypedWords *words = fact_typed_words_new ();

  for (guint i = 0; staff[i] != NULL; i++)
    fact_typed_words_add_staff (words, staff[i], staff[i]);

  return words;
}

static void
contact_clear (gpointer data)
{
  FactTextContact *contact = data;

  g_strfreev ((GStrv) contact->staff);
}

static void
add_contact (GArray     *contacts,
             guint       day,
             const char *signatures)
{
  FactTextContact contact = { .day = day };

  contact.staff = (const char *const *) g_strsplit (signatures, "+", -1);
  if (contact.staff[0] != NULL && contact.staff[0][0] == '\0')
    g_clear_pointer ((GStrv *) &contact.staff, g_strfreev);
  g_array_append_val (contacts, contact);
}

/* "on=CSA+HMR,to=BS" as contacts of a week. */
static GArray *
read_grid (const char *grid,
           FactWeek    week)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (FactTextContact));
  g_auto (GStrv) cells = g_strsplit (grid, ",", -1);

  g_array_set_clear_func (contacts, contact_clear);
  for (guint i = 0; cells[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (cells[i], "=", 2);
    guint weekday = 0;

    g_assert_true (fact_typed_weekday (parts[0], &weekday, NULL));
    add_contact (contacts, week + weekday, parts[1]);
  }

  return contacts;
}

/* "day", "missing day": the kinds of the faults, in order; "none". */
static char *
run (const char *actions,
     GArray     *contacts,
     guint       written,
     FactWeek    week,
     guint       today)
{
  g_autoptr (FactTypedWords) words = make_words ();
  FactTextCheck check = {
    .actions = actions, .written = written, .week = week, .today = today, .words = words,
    .contacts = (const FactTextContact *) (gpointer) contacts->data, .n_contacts = contacts->len,
    .care_contact = "CSA", .physician = "HMR",
  };
  static const char *const kinds[] = { "day", "staff", "missing" };
  g_autoptr (GPtrArray) faults = fact_text_check (&check);
  GString *text = g_string_new (faults->len == 0 ? "none" : NULL);

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            kinds[((FactTextFault *) g_ptr_array_index (faults, i))->kind]);

  return g_string_free (text, FALSE);
}

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';

  return text;
}

static void
test_sentences (void)
{
  FactWeek week = fact_day_from_ymd (2026, 11, 16);
  g_autofree char *text = read_data ("weekdays.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0, quiet = 0, false_alarms = 0, misses = 0;

  for (guint i = 1; lines[i] != NULL; i++, n++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 4);
    g_autoptr (GArray) contacts = read_grid (cells[1], week);
    g_autofree char *found = run (cells[3], contacts, week, week, week + 2);

    quiet += strcmp (cells[2], "none") == 0;
    if (strcmp (found, cells[2]) == 0)
      continue;
    /* More than there is, or another fault than there is, is an alarm that is not true. */
    if (strlen (found) > strlen (cells[2]) || strcmp (cells[2], "none") == 0)
      false_alarms++;
    else
      misses++;
    g_test_message ("%s, not %s: %s | %s", found, cells[2], cells[1], cells[3]);
  }
  g_test_message ("%u sentences, %u without alarm: %u false alarms, %u misses", n, quiet, false_alarms, misses);
  g_assert_cmpuint (n, >=, 60);
  g_assert_cmpuint (quiet * 3, >=, n);
  g_assert_cmpuint (false_alarms, <=, MAX_FALSE_ALARMS);
  g_assert_cmpuint (misses, <=, MAX_MISSES);
}

static guint
check_given_row (char    **cells,
                 FactWeek  written,
                 FactWeek  week,
                 guint     today)
{
  g_autoptr (FactTypedWords) words = make_words ();
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (FactTextContact));
  g_autoptr (GPtrArray) faults = NULL;
  FactTextCheck check = {
    .actions = cells[9], .written = written, .week = week, .today = today, .words = words,
    .care_contact = cells[4], .physician = cells[5],
  };

  g_array_set_clear_func (contacts, contact_clear);
  for (guint day = 0; written == week && day < 7; day++)
    if (cells[11 + day][0] != '\0')
      add_contact (contacts, week + day, cells[11 + day]);
  check.contacts = (const FactTextContact *) (gpointer) contacts->data;
  check.n_contacts = contacts->len;
  faults = fact_text_check (&check);
  if (faults->len == 1) {
    const FactTextFault *fault = g_ptr_array_index (faults, 0);

    g_assert_cmpstr (cells[1], ==, "BB-90");
    g_assert_cmpint (fault->kind, ==, FACT_TEXT_FAULT_DAY);
    g_assert_cmpuint (fault->day, ==, week + 2);
    g_assert_cmpuint (fault->grid_day, ==, week + 3);
    g_assert_cmpuint (fault->staff->len, ==, 2);
    g_assert_cmpstr (g_ptr_array_index (fault->staff, 0), ==, "CSA");
  }

  return faults->len;
}

/* The given sheet: BB-90 alone, and nothing the week after. */
static void
test_given_sheet (void)
{
  FactWeek week = fact_day_from_ymd (2019, 5, 13);
  g_autofree char *text = read_data ("fact-tavla.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint now = 0, after = 0, turned = 0;

  for (guint i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    now += check_given_row (cells, week, week, week + 2);
    after += check_given_row (cells, week, week, week + 9);
    turned += check_given_row (cells, week, week + 7, week + 9);
  }
  g_assert_cmpuint (now, ==, 1);
  g_assert_cmpuint (after, ==, 0);
  g_assert_cmpuint (turned, ==, 0);
}

/* Written on a Friday, "on Wednesday" is next week's. */
static void
test_past_weekday (void)
{
  FactWeek week = fact_day_from_ymd (2026, 11, 16);
  g_autoptr (GArray) this_week = read_grid ("to=CSA", week);
  g_autoptr (GArray) next_week = read_grid ("to=CSA", week + 7);
  static const struct { int written; gboolean next; const char *singular, *plural; } cases[] = {
    { 0, FALSE, "day", "day" }, { 2, FALSE, "day", "day" }, { 4, FALSE, "none", "day" },
    { 4, TRUE, "day", "none" }, { 0, TRUE, "none", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GArray *grid = cases[i].next ? next_week : this_week;
    FactWeek shown = cases[i].next ? week + 7 : week;
    g_autofree char *singular = run ("CSA på onsdag.", grid, week + (guint) cases[i].written, shown, week + 4);
    g_autofree char *plural = run ("CSA varje onsdag.", grid, week + (guint) cases[i].written, shown, week + 4);

    g_assert_cmpstr (singular, ==, cases[i].singular);
    g_assert_cmpstr (plural, ==, cases[i].plural);
  }
}

/* What nobody wrote about is never a fault, and no text is none. */
static void
test_unmentioned (void)
{
  FactWeek week = fact_day_from_ymd (2026, 11, 16);
  static const char *const texts[] = { "", " ", ".", ",,", "+", "CSA", "onsdag", "på onsdag", "CSA+", "(onsdag)", "...", "kl." };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GArray) contacts = read_grid ("må=DEN,on=KRO,fr=CSA+HMR,sö=", week);
    g_autofree char *found = run (texts[i], contacts, week, week, week);

    g_assert_cmpstr (found, ==, "none");
  }
}

/* Any words in any order are read without a complaint. */
static void
test_random (void)
{
  static const char *const words[] = {
    "CSA", "CSA+HMR", "BS", "boendestöd", "fast", "vårdkontakt", "läkare", "på", "onsdag", "måndagar", "tors", "Fri", "i", "tisdags",
    "sedan", "nästa", "vecka", "v.", "22", "29/5", "29", "maj", "till", "eller", "och", "+", ",", ".", "(", ")", "kl.", "\n", "inte", "å", "…",
    "hembesök", "ringer", "av", "har", "varje", "housing", "support", "care", "contact", "den",
  };
  FactWeek week = fact_day_from_ymd (2026, 11, 16);
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) contacts = read_grid ("må=DEN,on=KRO,fr=CSA+HMR,sö=", week);
  guint n = g_getenv ("FACT_TEST_REDUCED") != NULL ? 1000 : 10000, faults = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *found = NULL;

    for (gint j = g_rand_int_range (rand, 0, 15); j > 0; j--)
      g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                              g_rand_int_range (rand, 0, 5) > 0 ? " " : "");
    found = run (text->str, contacts, week + (guint) g_rand_int_range (rand, 0, 7), week, week);
    faults += strcmp (found, "none") != 0;
  }
  g_test_message ("seed %u, %u texts, %u with faults", seed, n, faults);
  g_assert_cmpuint (faults, >, 0);
}

static void
test_change_weekday (void)
{
  static const struct { const char *word; guint weekday; const char *changed; } words[] = {
    { "onsdag", 3, "torsdag" }, { "Onsdagar", 3, "Torsdagar" }, { "ONSDAG", 0, "MÅNDAG" }, { "ons", 3, "tors" },
    { "tors", 2, "ons" }, { "lördagen", 6, "söndagen" }, { "MÅNDAGARNA", 5, "LÖRDAGARNA" }, { "Sön", 0, "Mån" },
    { "tor", 4, "fre" }, { "tisd", 3, "tors" }, { "Wednesday", 3, "Thursday" }, { "wednesdays", 4, "fridays" },
    { "Wed", 3, "Thu" }, { "Thurs", 1, "Tue" }, { "mon", 4, "fri" }, { "Fri", 0, "Mon" }, { "må", 1, NULL },
    { "sommar", 1, NULL }, { "", 1, NULL }, { "ma\xcc\x8andag", 1, "tisdag" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *changed = fact_text_change_weekday (words[i].word, words[i].weekday);

    g_assert_cmpstr (changed, ==, words[i].changed);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (words));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-check/sentences", test_sentences);
  g_test_add_func ("/text-check/given-sheet", test_given_sheet);
  g_test_add_func ("/text-check/past-weekday", test_past_weekday);
  g_test_add_func ("/text-check/unmentioned", test_unmentioned);
  g_test_add_func ("/text-check/random", test_random);
  g_test_add_func ("/text-check/change-weekday", test_change_weekday);

  return g_test_run ();
}
