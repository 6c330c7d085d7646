/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-typed-contact.h"

#include <string.h>

static FactTypedWords *
make_words (void)
{
  static const char *const staff[] = { "CSA", "HMR", "DEN", "KRO", "MDN", "MJR", "SNG", "BS", "ÅSA", "JOUR", NULL };
  static const char *const kinds[][2] = {
    { "Hembesök", "hb" }, { "Telefon", "tele" }, { "Video", "video" }, { "Mottagning", "mott" }, { "Avdelning", "avd" },
    { "Annan plats", "ute" }, { "Följa med", "följ" }, { "Medicindelning", "med" }, { "Injektion", "inj" },
    { "SIP-möte", "SIP" }, { "Nätverksmöte", "nätv" }, { "Grupp", "grupp" }, { "Drop-in", "drop" }, { "Annat", NULL },
  };
  FactTypedWords *words = fact_typed_words_new ();

  for (guint i = 0; staff[i] != NULL; i++) {
    g_autofree char *id = fact_typed_fold (staff[i]);

    fact_typed_words_add_staff (words, staff[i], id);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    fact_typed_words_add_kind (words, kinds[i][0], kinds[i][1], kinds[i][1] != NULL ? kinds[i][1] : kinds[i][0]);
  fact_typed_words_add_reserved (words, "Kris");
  fact_typed_words_add_reserved (words, "Obs");

  return words;
}

static void
append_list (GString   *line,
             GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "+" : "", (char *) g_ptr_array_index (list, i));
}

/* "staff|time|kind|weekdays|text|done|unknown", contacts separated by " & ". */
static char *
describe (GPtrArray *contacts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++) {
    const FactTypedContact *contact = g_ptr_array_index (contacts, i);

    if (i > 0)
      g_string_append (line, " & ");
    append_list (line, contact->staff);
    g_string_append_printf (line, "|%s|%s|", contact->time != NULL ? contact->time : "", contact->kind != NULL ? contact->kind : "");
    for (guint day = 0; day < 7; day++)
      if ((contact->weekdays & 1u << day) != 0)
        g_string_append_printf (line, "%u", day + 1);
    g_string_append_printf (line, "|%s|%s|", contact->text != NULL ? contact->text : "", contact->done ? "!" : "");
    append_list (line, contact->unknown);
  }

  return g_string_free (line, FALSE);
}

static const struct { const char *typed, *read; } cells[] = {
  { "CSA", "csa||||||" },
  { "csa", "csa||||||" },
  { " CSA ", "csa||||||" },
  { "", "" },
  { " , ", "" },
  { "CSA+HMR 10 hb", "csa+hmr|10:00|hb||||" },
  { "CSA + HMR 10 hb", "csa+hmr|10:00|hb||||" },
  { "CSA och HMR hb 10", "csa+hmr|10:00|hb||||" },
  { "CSA HMR", "csa+hmr||||||" },
  { "CSA+CSA", "csa||||||" },
  { "DEN+MJR", "den+mjr||||||" },
  { "CSA/KRO", "csa+kro||||||" },
  { "SIP 13", "|13:00|SIP||||" },
  { "sip-möte kl 13.15 SNG", "sng|13:15|SIP||||" },
  { "SIP med SNG", "sng||SIP||||" },
  { "SIP med syster", "||SIP||med syster||" },
  { "MDN tele", "mdn||tele||||" },
  { "MDN tele.", "mdn||tele||||" },
  { "mdn telefon 0830", "mdn|08:30|tele||||" },
  { "ring syster", "||||ring syster||" },
  { "ring syster 13", "|13:00|||ring syster||" },
  { "ring syster kl. 13", "|13:00|||ring syster||" },
  { "ring syster CSA", "csa||||ring syster||" },
  { "ring 2 gånger", "||||ring 2 gånger||" },
  { "ring 070-174 06 15", "||||ring 070-174 06 15||" },
  { "avd. 56", "||avd||56||" },
  { "CSA rum 12", "csa||||rum 12||" },
  { "BS ring 11 tele", "bs|11:00|tele||ring||" },
  { "DEN 8.30 inj!", "den|08:30|inj|||!|" },
  { "DEN inj !", "den||inj|||!|" },
  { "!", "||||!||" },
  { "DEN inj varannan", "den||inj||varannan||" },
  { "BS varje", "bs||||varje||" },
  { "CSA må-fr", "csa|||12345|||" },
  { "CSA må–on 9:15", "csa|09:15||123|||" },
  { "BS må to", "bs|||14|||" },
  { "BS må, to", "bs|||14|||" },
  { "BS lö-må tele", "bs||tele|167|||" },
  { "KRO on hembesök", "kro||hb|3|||" },
  { "CSA, HMR", "csa|||||| & hmr||||||" },
  { "CSA hb 10, BS tele 14; ring mamma", "csa|10:00|hb|||| & bs|14:00|tele|||| & ||||ring mamma||" },
  { "CSA\nHMR\r\nBS", "csa|||||| & hmr|||||| & bs||||||" },
  { "XYZ", "||||XYZ||XYZ" },
  { "CSA+XYZ 10", "csa|10:00|||XYZ||XYZ" },
  { "XYZ+ABC hb", "||hb||XYZ+ABC||XYZ+ABC" },
  { "VÅC tele", "||tele||VÅC||VÅC" },
  { "Åsa", "åsa||||||" },
  { "A\xcc\x8aSA", "åsa||||||" },
  { "CSA?", "csa||||?||" },
  { "CSA följa med till tandläkaren", "csa||följ||till tandläkaren||" },
  { "annan plats 9 CSA", "csa|09:00|ute||||" },
  { "CSA 13-14", "csa|13:00|||13-14||" },
  { "CSA 25", "csa||||25||" },
  { "CSA 8.75", "csa||||8.75||" },
  { "24.00", "||||24.00||" },
  { "hb CSA", "csa||hb||||" },
  { "CSA hb tele", "csa||hb||tele||" },
  { "CSA med", "csa||med||||" },
  { "CSA med 8", "csa|08:00|med||||" },
  { "ta med papper", "||||ta med papper||" },
  { "m/h", "||||m/h||" },
  { "möte med den nya chefen", "||||möte med den nya chefen||" },
};

static void
test_cells (void)
{
  g_autoptr (FactTypedWords) words = make_words ();

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autoptr (GPtrArray) contacts = fact_typed_contact_parse (cells[i].typed, words);
    g_autofree char *read = describe (contacts);

    if (strcmp (read, cells[i].read) != 0) {
      g_test_message ("“%s” was read as %s, not %s", cells[i].typed, read, cells[i].read);
      g_test_fail ();
    }
  }
  g_test_message ("%u cells", (guint) G_N_ELEMENTS (cells));
}

static void
test_sheet_form (void)
{
  static const char *const forms[][2] = {
    { "CSA+HMR 10 hb", "CSA+HMR" }, { "CSA ,BS tele", "CSA, BS" }, { "ring syster 13", "ring syster" },
    { "SIP 13", "SIP" }, { "13", "13:00" }, { "csa/kro", "CSA+KRO" }, { "hembesök", "hb" }, { "", "" },
  };
  g_autoptr (FactTypedWords) words = make_words ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GPtrArray) contacts = fact_typed_contact_parse (forms[i][0], words);
    g_autofree char *sheet = fact_typed_contact_format_sheet (contacts, words);

    g_assert_cmpstr (sheet, ==, forms[i][1]);
  }
}

static void
test_entry_form (void)
{
  static const char *const forms[][2] = {
    { "csa+hmr 10.00 hembesök", "CSA+HMR 10 hb" }, { "DEN inj 8:30 !", "DEN 8.30 inj!" }, { "ring syster kl 13", "13 ring syster" },
    { "CSA må-on, fr", "CSA Mon-Wed Fri" }, { "CSA 23.00", "CSA 23.00" }, { "SIP med SNG", "SNG SIP" },
  };
  g_autoptr (FactTypedWords) words = make_words ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GPtrArray) contacts = fact_typed_contact_parse (forms[i][0], words);
    g_autofree char *entry = fact_typed_contact_format (g_ptr_array_index (contacts, 0), words);

    g_assert_cmpuint (contacts->len, ==, 1);
    g_assert_cmpstr (entry, ==, forms[i][1]);
  }
}

static const char *const pieces[] = {
  "CSA", "hmr", "CSA+BS", "MDN/XYZ", "13", "8.30", "0915", "13-14", "hb", "tele", "SIP", "med", "ute", "följa", "med",
  "må", "on", "to", "må-fr", "kl", "och", "+", "!", "!!", ",", "?", "rum", "avd.", "CSA?",
};
/* Words nobody could understand: each must be found again in a text. */
static const char *const plain[] = { "ring", "syster", "XYZ", "24", "varje", "m/h", "å", "–", "@", "7x", "papper" };

static char *
join_texts (GPtrArray *contacts)
{
  GString *texts = g_string_new (" ");

  for (guint i = 0; i < contacts->len; i++) {
    const FactTypedContact *contact = g_ptr_array_index (contacts, i);

    g_string_append_printf (texts, "%s ", contact->text != NULL ? contact->text : "");
  }

  return g_string_free (texts, FALSE);
}

static void
test_nothing_lost (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (FactTypedWords) words = make_words ();
  guint n = g_getenv ("FACT_TEST_REDUCED") != NULL ? 2000 : 20000;

  g_test_message ("seed %u, %u cells", seed, n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GString) typed = g_string_new (NULL);
    g_autoptr (GPtrArray) contacts = NULL;
    g_autofree char *texts = NULL;
    guint used = 0;

    for (gint j = g_rand_int_range (rand, 1, 7); j > 0; j--) {
      guint pick = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (plain));

      if (g_rand_boolean (rand)) {
        g_string_append_printf (typed, "%s ", plain[pick]);
        used |= 1u << pick;
      } else {
        g_string_append_printf (typed, "%s ", pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      }
    }
    contacts = fact_typed_contact_parse (typed->str, words);
    texts = join_texts (contacts);
    for (guint j = 0; j < G_N_ELEMENTS (plain); j++) {
      g_autofree char *word = g_strdup_printf (" %s", plain[j]);

      if ((used & 1u << j) != 0 && strstr (texts, word) == NULL)
        g_error ("“%s”: “%s” is lost: “%s”", typed->str, plain[j], texts);
    }
  }
}

static char *
make_cell (GRand          *rand,
           FactTypedWords *words,
           char          **read)
{
  static const char *const staff[] = { NULL, "csa", "hmr", "åsa", "bs" };
  static const char *const kinds[] = { NULL, "hb", "tele", "SIP", "inj", "med", "Annat" };
  static const char *const times[] = { NULL, "06:00", "08:30", "13:00", "22:00", "23:00", "00:05", "10:10" };
  g_autoptr (FactTypedContact) contact = g_new0 (FactTypedContact, 1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  contact->staff = g_ptr_array_new_with_free_func (g_free);
  contact->unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; i < G_N_ELEMENTS (staff); i++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      g_ptr_array_add (contact->staff, g_strdup (staff[i]));
  contact->kind = g_strdup (kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
  contact->time = g_strdup (times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))]);
  contact->weekdays = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 0, 128) : 0;
  contact->done = g_rand_int_range (rand, 0, 4) == 0;
  for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
    const char *word = plain[g_rand_int_range (rand, 0, G_N_ELEMENTS (plain))];

    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    if (strcmp (word, "XYZ") == 0 && contact->unknown->len == 0)
      g_ptr_array_add (contact->unknown, g_strdup ("XYZ"));
  }
  contact->text = text->len > 0 ? g_strdup (text->str) : NULL;
  g_ptr_array_add (list, contact);
  *read = describe (list);

  return fact_typed_contact_format (contact, words);
}

/* A contact's short form reads back as the contact. */
static void
test_entry_form_reads_back (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (FactTypedWords) words = make_words ();
  guint n = g_getenv ("FACT_TEST_REDUCED") != NULL ? 2000 : 20000;

  g_test_message ("seed %u, %u contacts", seed, n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *expected = NULL, *read = NULL;
    g_autofree char *entry = make_cell (rand, words, &expected);
    g_autoptr (GPtrArray) contacts = fact_typed_contact_parse (entry, words);

    read = describe (contacts);
    if (contacts->len > 0 && strcmp (entry, "!") != 0 && strcmp (read, expected) != 0)
      g_error ("“%s” is %s, was read as %s", entry, expected, read);
  }
}

static void
test_signatures (void)
{
  static const char *const good[] = { "CSA", "ÅSA", "Åsa", "BS", "JOUR", "SAMVE", "XY" };
  static const char *const bad[] = {
    "", "A", "ABCDEF", "A1", "A B", "ONS", "Tor", "FRE", "LÖR", "MÅ", "on", "SUN", "SIP", "inj", "MED", "Video", "KRIS", "obs", "CS-A", "C.",
  };
  g_autoptr (FactTypedWords) words = make_words ();

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_null (fact_typed_words_get_signature_fault (words, good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_nonnull (fact_typed_words_get_signature_fault (words, bad[i]));
}

static void
test_no_time (void)
{
  static const struct { const char *text, *word; } texts[] = {
    { "25:99", "25:99" }, { "ring kl 13:70.", "13:70" }, { "24:00", "24:00" }, { "CSA 9:61, KRO", "9:61" },
    { "13:30", NULL }, { "23:59", NULL }, { "31.12", NULL }, { "070-174 06 15", NULL }, { "5:3", NULL }, { "1:2:3", NULL },
    { "127:15", NULL }, { "", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *word = fact_typed_find_no_time (texts[i].text);

    g_assert_cmpstr (word, ==, texts[i].word);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-contact/cells", test_cells);
  g_test_add_func ("/typed-contact/sheet-form", test_sheet_form);
  g_test_add_func ("/typed-contact/entry-form", test_entry_form);
  g_test_add_func ("/typed-contact/entry-form-reads-back", test_entry_form_reads_back);
  g_test_add_func ("/typed-contact/nothing-lost", test_nothing_lost);
  g_test_add_func ("/typed-contact/signatures", test_signatures);
  g_test_add_func ("/typed-contact/no-time", test_no_time);

  return g_test_run ();
}
