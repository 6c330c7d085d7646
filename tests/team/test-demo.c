/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo.h"

#include "fact-contact.h"
#include "fact-day.h"
#include "fact-organisation.h"
#include "fact-stay.h"
#include "fact-text-check.h"
#include "store-fixture.h"

#include <string.h>

#define WINDOW 14
#define N_STATUSES (FACT_CONTACT_WRONG + 1)

/* A Saturday, a Monday, a Sunday that changes the clocks, New Year's Day, a Monday after four free days. */
static const char *const days[] = { "2026-11-21", "2026-11-23", "2026-03-29", "2026-01-01", "2026-12-28" };

#define REDUCED_DAYS 2

static gboolean
is_reduced (void)
{
  return g_getenv ("FACT_TEST_REDUCED") != NULL;
}

static void
fill (Fixture                *fixture,
      const FactDemoOptions  *options)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fact_demo_fill (FACT_SQLITE_STORE (fixture->store), fixture->clock, options, NULL, NULL, &error));
  g_assert_no_error (error);
}

static char *
make_dump (const FactDemoOptions *options)
{
  Fixture fixture;
  char *dump;

  fixture_set_up (&fixture, NULL);
  fill (&fixture, options);
  fixture_reopen (&fixture);
  dump = store_dump (fixture.store, 0);
  fixture_tear_down (&fixture, NULL);
  return dump;
}

static GPtrArray *
load (Fixture *fixture,
      GType    type)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = store_load (fixture->store, fact_query_new (type), &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  fact_sqlite_store_check (FACT_SQLITE_STORE (fixture->store), findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_same_every_time (void)
{
  FactDemoOptions options = { .today = fact_day_parse_iso (days[0]) };
  g_autofree char *first = make_dump (&options);
  g_autofree char *second = make_dump (&options);
  g_autofree char *next_day = NULL;

  g_assert_cmpstr (first, ==, second);
  options.today++;
  next_day = make_dump (&options);
  g_assert_cmpstr (first, !=, next_day);
}

static void
assert_share (guint n,
              guint of,
              double share)
{
  g_test_message ("%u of %u", n, of);
  g_assert_cmpfloat (ABS (n - of * share), <=, 1.0);
}

static void
assert_patients (Fixture *fixture)
{
  g_autoptr (GPtrArray) patients = load (fixture, FACT_TYPE_PATIENT);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint sexes[4] = { 0 }, boras = 0, mark = 0, moved = 0;

  g_assert_cmpuint (patients->len, ==, 240);
  for (guint i = 0; i < patients->len; i++) {
    FactPatient *patient = patients->pdata[i];
    const char *name = fact_organisation_get_name (patient->municipality);

    g_assert_true (g_hash_table_add (codes, patient->code));
    g_assert_true (g_utf8_get_char (patient->code) == g_utf8_get_char (g_utf8_next_char (patient->code)));
    g_assert_cmpint (patient->birth_year, >=, 1958);
    g_assert_cmpint (patient->birth_year, <=, 2006);
    g_assert_nonnull (patient->care_contact);
    sexes[patient->sex]++;
    boras += g_str_equal (name, "Borås");
    mark += g_str_equal (name, "Mark");
    moved += patient->municipality_from > 0;
  }
  assert_share (sexes[FACT_SEX_MAN], patients->len, 0.60);
  assert_share (sexes[FACT_SEX_WOMAN], patients->len, 0.39);
  assert_share (sexes[FACT_SEX_UNKNOWN], patients->len, 0.01);
  assert_share (boras, patients->len, 400 / 850.0);
  assert_share (mark, patients->len, 100 / 850.0);
  g_assert_cmpuint (moved, ==, 1);
  g_assert_true (g_hash_table_contains (codes, "LL-84"));
  g_assert_true (g_hash_table_contains (codes, "LL-84b"));
}

static void
count_stay (GHashTable *stays_of,
            FactStay   *stay,
            guint       today)
{
  guint n;

  g_assert_cmpuint (stay->date, <=, today);
  if (stay->until && stay->until + 730 < today)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (stays_of, stay->patient));
  g_hash_table_insert (stays_of, stay->patient, GUINT_TO_POINTER (n + 1));
}

static void
assert_stays (Fixture *fixture,
              guint    today)
{
  g_autoptr (GPtrArray) stays = load (fixture, FACT_TYPE_STAY);
  g_autoptr (GHashTable) stays_of = g_hash_table_new (NULL, NULL);
  guint triages[FACT_TRIAGE_ROLE_STABLE + 1] = { 0 }, several = 0;
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < stays->len; i++) {
    FactStay *stay = stays->pdata[i];

    count_stay (stays_of, stay, today);
    g_assert_nonnull (stay->situation);
    g_assert_nonnull (stay->actions);
    if (stay->until) {
      g_assert_cmpuint (stay->until, >, stay->date);
      g_assert_nonnull (stay->follows_up);
      continue;
    }
    triages[fact_triage_get_role (stay->triage)]++;
    g_assert_cmpuint (stay->triage_date, >=, stay->date);
    g_assert_cmpuint (stay->triage_date, <=, today);
    g_assert_cmpuint (stay->actions_week, <=, today);
  }
  g_assert_cmpuint (triages[FACT_TRIAGE_ROLE_CRISIS], ==, 4);
  g_assert_cmpuint (triages[FACT_TRIAGE_ROLE_NEW], ==, 5);
  g_assert_cmpuint (triages[FACT_TRIAGE_ROLE_ADMITTED], ==, 4);
  g_assert_cmpuint (triages[FACT_TRIAGE_ROLE_OBSERVATION], ==, 15);
  g_assert_cmpuint (triages[FACT_TRIAGE_ROLE_STABLE], ==, 8);
  g_hash_table_iter_init (&iter, stays_of);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    several += GPOINTER_TO_UINT (n) > 1;
  assert_share (several, 240, 0.18);
}

static void
assert_contacts (Fixture *fixture,
                 guint    today)
{
  g_autoptr (GPtrArray) contacts = load (fixture, FACT_TYPE_CONTACT);
  guint statuses[N_STATUSES] = { 0 }, n = 0;
  gboolean works;

  for (guint i = 0; i < contacts->len; i++) {
    FactContact *contact = contacts->pdata[i];

    if (contact->status == FACT_CONTACT_PLANNED)
      g_assert_cmpuint (contact->date + 3, >=, today);
    else
      g_assert_cmpuint (contact->date, <, today);
    if (contact->date >= today || contact->date + WINDOW < today)
      continue;
    statuses[contact->status]++;
    n++;
  }
  g_assert_cmpuint (n, >, 100);
  /* After three free days there is hardly anything that somebody could have left. */
  works = fact_day_is_working (today - 1) || fact_day_is_working (today - 2) || fact_day_is_working (today - 3);
  if (works)
    assert_share (statuses[FACT_CONTACT_PLANNED], n, 0.07);
  assert_share (statuses[FACT_CONTACT_MISSED] + statuses[FACT_CONTACT_NO_ANSWER], n, 0.11);
  assert_share (statuses[FACT_CONTACT_CANCELLED] + statuses[FACT_CONTACT_CALLED_OFF], n, 0.08);
  g_assert_cmpfloat (ABS (statuses[FACT_CONTACT_DONE] + statuses[FACT_CONTACT_PLANNED] - n * 0.81), <=, 2.0);
  g_test_message ("%u contacts", contacts->len);
}

static FactTypedWords *
make_words (Fixture *fixture)
{
  g_autoptr (GPtrArray) staff = load (fixture, FACT_TYPE_STAFF);
  FactTypedWords *words = fact_typed_words_new ();

  for (guint i = 0; i < staff->len; i++)
    fact_typed_words_add_staff (words, fact_staff_get_signature (staff->pdata[i]), fact_record_get_uid (staff->pdata[i]));
  return words;
}

static void
clear_contact (gpointer data)
{
  g_free ((gpointer) ((FactTextContact *) data)->staff);
}

static GArray *
find_grid (GPtrArray   *contacts,
           FactPatient *patient,
           FactWeek     week)
{
  GArray *grid = g_array_new (FALSE, FALSE, sizeof (FactTextContact));

  g_array_set_clear_func (grid, clear_contact);
  for (guint i = 0; i < contacts->len; i++) {
    FactContact *contact = contacts->pdata[i];
    FactTextContact text = { .day = contact->date };
    const char **ids;

    if (contact->patient != patient || fact_week_from_day (contact->date) != week ||
        contact->status > FACT_CONTACT_NO_ANSWER)
      continue;
    ids = g_new0 (const char *, contact->who->len + 1);
    for (guint w = 0; w < contact->who->len; w++)
      ids[w] = fact_record_get_uid (contact->who->pdata[w]);
    text.staff = ids;
    g_array_append_val (grid, text);
  }
  return grid;
}

static void
check_stay (FactStay       *stay,
            GPtrArray      *contacts,
            FactTypedWords *words,
            guint           today,
            guint           found[3])
{
  FactWeek week = fact_week_from_day (today);
  g_autoptr (GArray) grid = find_grid (contacts, stay->patient, week);
  g_autoptr (GPtrArray) faults = NULL;
  FactTextCheck check = {
    .actions = stay->actions, .written = stay->actions_week, .week = week, .today = today, .words = words,
    .contacts = (const FactTextContact *) (gpointer) grid->data, .n_contacts = grid->len,
    .care_contact = fact_record_get_uid (FACT_RECORD (stay->patient->care_contact)),
    .physician = fact_record_get_uid (FACT_RECORD (stay->patient->physician)),
  };

  faults = fact_text_check (&check);
  for (guint i = 0; i < faults->len; i++) {
    FactTextFault *fault = faults->pdata[i];

    g_test_message ("%s: fault %d: %s", stay->patient->code, fault->kind, stay->actions);
    found[fault->kind]++;
  }
}

/* A text that speaks of this week has its contacts in the grid, but for the three that were planted. */
static void
assert_texts (Fixture *fixture,
              guint    today)
{
  g_autoptr (GPtrArray) stays = load (fixture, FACT_TYPE_STAY);
  g_autoptr (GPtrArray) contacts = load (fixture, FACT_TYPE_CONTACT);
  g_autoptr (FactTypedWords) words = make_words (fixture);
  guint found[3] = { 0 };

  for (guint i = 0; i < stays->len; i++) {
    if (!((FactStay *) stays->pdata[i])->until)
      check_stay (stays->pdata[i], contacts, words, today, found);
  }
  g_assert_cmpuint (found[FACT_TEXT_FAULT_DAY], ==, 1);
  g_assert_cmpuint (found[FACT_TEXT_FAULT_STAFF], ==, 1);
  g_assert_cmpuint (found[FACT_TEXT_FAULT_MISSING], ==, 1);
}

/* Nobody acts before they came, after they left, or later than this morning. */
static void
assert_journal (Fixture *fixture,
                guint    today)
{
  g_autoptr (FactJournal) journal = store_read (fixture->store, NULL, NULL, 100000);
  gint64 last = 0;

  for (guint i = fact_journal_get_n_entries (journal); i > 0; i--) {
    const FactEntry *entry = fact_journal_get_entry (journal, i - 1);
    FactStaff *staff = entry->who ? fact_store_lookup (fixture->store, entry->who) : NULL;

    g_assert_cmpint (entry->time, >, last);
    last = entry->time;
    g_assert_true (!entry->who || FACT_IS_STAFF (staff));
    g_assert_true (!staff || fact_staff_is_active (staff, fact_clock_get_day_of (fixture->clock, entry->time)));
    if (!staff)
      g_assert_cmpint (entry->how, ==, FACT_IDENTIFIED_PROGRAM);
  }
  fact_clock_set_now (fixture->clock, last);
  g_assert_cmpuint (fact_clock_get_today (fixture->clock), <=, today);
  if (fact_clock_get_today (fixture->clock) == today)
    g_assert_cmpuint (fact_clock_get_minute_of_day (fixture->clock), <, 7 * 60 + 30);
  g_test_message ("%u changes", fact_journal_get_n_entries (journal));
}

/* Who takes the part of one of the made-up people begins with nothing to undo. */
static void
assert_nothing_to_undo (Fixture *fixture)
{
  g_autoptr (GPtrArray) staff = load (fixture, FACT_TYPE_STAFF);
  g_autoptr (FactJournal) journal = store_read (fixture->store, NULL, NULL, 100000);
  g_autoptr (GHashTable) acted = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_final = 0;

  for (guint i = 0; i < staff->len; i++) {
    gint64 undo, redo;

    store_peek (fixture->store, fact_record_get_uid (staff->pdata[i]), &undo, &redo);
    g_assert_cmpint (undo, ==, 0);
    g_assert_cmpint (redo, ==, 0);
  }
  for (guint i = 0; i < fact_journal_get_n_entries (journal); i++) {
    const FactEntry *entry = fact_journal_get_entry (journal, i);

    if (entry->who) {
      g_hash_table_add (acted, (gpointer) entry->who);
      n_final += entry->final;
    }
  }
  g_assert_cmpuint (g_hash_table_size (acted), >=, 10);
  g_assert_cmpuint (n_final, ==, g_hash_table_size (acted));
}

static void
test_numbers (gconstpointer data)
{
  FactDemoOptions options = { .today = fact_day_parse_iso (data) };
  Fixture fixture;

  fixture_set_up (&fixture, NULL);
  fill (&fixture, &options);
  fixture_reopen (&fixture);
  assert_sound (&fixture);
  assert_patients (&fixture);
  assert_stays (&fixture, options.today);
  assert_contacts (&fixture, options.today);
  assert_texts (&fixture, options.today);
  assert_journal (&fixture, options.today);
  assert_nothing_to_undo (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static guint
count_open (Fixture *fixture)
{
  g_autoptr (GPtrArray) stays = load (fixture, FACT_TYPE_STAY);
  guint n = 0;

  for (guint i = 0; i < stays->len; i++)
    n += ((FactStay *) stays->pdata[i])->until == 0;
  return n;
}

static void
test_sizes (void)
{
  static const struct { guint n_patients, on_board, years, open; } sizes[] = {
    { 1, 0, 1, 1 }, { 2, 0, 0, 1 }, { 3, 3, 3, 3 }, { 12, 12, 1, 12 }, { 50, 0, 4, 8 }, { 240, 240, 1, 240 },
    { 1001, 10, 1, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && !(is_reduced () && sizes[i].n_patients > 100); i++) {
    FactDemoOptions options = { .n_patients = sizes[i].n_patients, .on_board = sizes[i].on_board,
                                .years = sizes[i].years, .today = fact_day_parse_iso (days[i % G_N_ELEMENTS (days)]) };
    Fixture fixture;
    g_autoptr (GPtrArray) patients = NULL;

    g_test_message ("%u patients, %u on the board, %u years", options.n_patients, options.on_board, options.years);
    fixture_set_up (&fixture, NULL);
    fill (&fixture, &options);
    fixture_reopen (&fixture);
    assert_sound (&fixture);
    patients = load (&fixture, FACT_TYPE_PATIENT);
    g_assert_cmpuint (patients->len, ==, sizes[i].n_patients);
    g_assert_cmpuint (count_open (&fixture), ==, sizes[i].open);
    fixture_tear_down (&fixture, NULL);
  }
}

/* The five years that figures are measured on have these proportions. */
static void
test_archive (void)
{
  FactDemoOptions options = { .n_patients = 1100, .years = 5, .on_board = 26, .today = fact_day_parse_iso (days[0]) };
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  Fixture fixture;

  fixture_set_up (&fixture, NULL);
  fill (&fixture, &options);
  fixture_reopen (&fixture);
  contacts = load (&fixture, FACT_TYPE_CONTACT);
  stays = load (&fixture, FACT_TYPE_STAY);
  g_assert_cmpint (fact_store_get_head (fixture.store), ==, 1100 * 25);
  g_assert_cmpuint (contacts->len, ==, 1100 * 88 / 10);
  g_assert_cmpuint (stays->len, ==, 1100 * 78 / 100);
  fixture_tear_down (&fixture, NULL);
}

static void
count_cb (guint    done,
          guint    total,
          gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, *last);
  *last = done;
}

static void
test_refusals (void)
{
  FactDemoOptions options = { .n_patients = 3, .today = fact_day_parse_iso (days[0]) };
  FactDemoOptions wrong[] = { { .n_patients = FACT_DEMO_MAX_PATIENTS + 1, .today = options.today },
                              { .n_patients = 3, .on_board = 4, .today = options.today },
                              { .years = FACT_DEMO_MAX_YEARS + 1, .today = options.today }, { .today = 0 } };
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  guint done = 0;

  fixture_set_up (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_assert_false (fact_demo_fill (FACT_SQLITE_STORE (fixture.store), fixture.clock, &wrong[i], NULL, NULL, &error));
    g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID);
    g_clear_error (&error);
  }
  g_assert_true (fact_demo_fill (FACT_SQLITE_STORE (fixture.store), fixture.clock, &options, count_cb, &done, &error));
  g_assert_cmpuint (done, ==, fact_store_get_head (fixture.store));
  g_assert_false (fact_demo_fill (FACT_SQLITE_STORE (fixture.store), fixture.clock, &options, NULL, NULL, &error));
  g_assert_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID);
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/team/demo/same-every-time", test_same_every_time);
  for (guint i = 0; i < (is_reduced () ? REDUCED_DAYS : G_N_ELEMENTS (days)); i++) {
    g_autofree char *path = g_strconcat ("/team/demo/numbers/", days[i], NULL);

    g_test_add_data_func (path, days[i], test_numbers);
  }
  g_test_add_func ("/team/demo/sizes", test_sizes);
  /* Nothing but more of the same: the rounds that are reduced have had four years of fifty patients. */
  if (!is_reduced ())
    g_test_add_func ("/team/demo/archive", test_archive);
  g_test_add_func ("/team/demo/refusals", test_refusals);
  return g_test_run ();
}
