/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board against records of its own: what it emits, and that its order is that of a plain sort. */

#include "board-records.h"
#include "fact-board-private.h"
#include "fact-board-row-private.h"
#include "fact-day.h"

#define NOON (G_GINT64_CONSTANT (12) * 3600 * G_USEC_PER_SEC)

typedef struct {
  BoardRecords *records;
  FactClock *clock;
  FactCases *cases;
  FactBoard *board;
  FactTriage *crisis, *watch, *stable;
  FactStaff *csa, *bs;
  FactKind *phone;
  GString *log;                    /* "(p,r,a)" of each items-changed, "S" for sections-changed */
} Fixture;

static gint64
noon_of (guint julian)
{
  return (gint64) ((int) julian - (int) fact_day_from_ymd (1970, 1, 1)) * G_TIME_SPAN_DAY + NOON;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *f)
{
  guint n_in_sections = 0;
  FactBoardSpan span;

  g_string_append_printf (f->log, "(%u,%u,%u)", position, removed, added);
  for (guint s = 0; fact_board_get_section (f->board, s, &span); s++)
    n_in_sections += span.n_rows;
  g_assert_cmpuint (n_in_sections, ==, g_list_model_get_n_items (model));
}

static void
sections_changed_cb (FactBoard *board,
                     Fixture   *f)
{
  g_string_append_c (f->log, 'S');
}

static FactTriage *
add_triage (Fixture        *f,
            const char     *name,
            FactTriageRole  role,
            int             position)
{
  return board_records_add (f->records, FACT_TYPE_TRIAGE, "name", name, "role", role, "position", position,
                            "expected-days", role == FACT_TRIAGE_ROLE_STABLE ? 14 : 0);
}

static void
update (Fixture *f,
        ...)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  gpointer record;
  va_list args;

  va_start (args, f);
  while ((record = va_arg (args, gpointer))) {
    fact_cases_put (f->cases, record);
    if (!g_ptr_array_find_with_equal_func (uids, fact_record_get_subject (record), g_str_equal, NULL))
      g_ptr_array_add (uids, (gpointer) fact_record_get_subject (record));
  }
  va_end (args);
  fact_board_update (f->board, uids, NULL);
}

static FactStay *
put_on (Fixture    *f,
        const char *code,
        FactTriage *triage,
        guint       date)
{
  FactPatient *patient = board_records_add (f->records, FACT_TYPE_PATIENT, "code", code, "care-contact", f->csa);
  FactStay *stay = board_records_add (f->records, FACT_TYPE_STAY, "patient", patient, "triage", triage, "date", date);

  update (f, patient, stay, NULL);
  return stay;
}

/* What was emitted since the last time, and that the rows read as expected. */
static void
expect (Fixture    *f,
        const char *log,
        const char *codes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; fact_board_get_row (f->board, i); i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", fact_board_row_get_code (fact_board_get_row (f->board, i)));
  g_assert_cmpstr (f->log->str, ==, log);
  g_assert_cmpstr (text->str, ==, codes);
  g_string_truncate (f->log, 0);
}

/* Wednesday 18 November 2026. */
static guint
wednesday (void)
{
  return fact_day_from_ymd (2026, 11, 18);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GPtrArray) triages = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  f->records = board_records_new ();
  f->clock = fact_clock_new_fixed (NULL, noon_of (wednesday ()));
  f->cases = fact_cases_new (f->clock);
  f->board = fact_board_new (f->cases, fact_week_from_day (wednesday ()));
  f->crisis = add_triage (f, "Kris", FACT_TRIAGE_ROLE_CRISIS, 1024);
  f->watch = add_triage (f, "Obs", FACT_TRIAGE_ROLE_OBSERVATION, 2048);
  f->stable = add_triage (f, "Stabil", FACT_TRIAGE_ROLE_STABLE, 3072);
  f->csa = board_records_add (f->records, FACT_TYPE_STAFF, "signature", "CSA");
  f->bs = board_records_add (f->records, FACT_TYPE_STAFF, "signature", "BS", "function", TRUE);
  f->phone = board_records_add (f->records, FACT_TYPE_KIND, "role", FACT_KIND_ROLE_PHONE);
  g_ptr_array_add (triages, f->stable);
  g_ptr_array_add (triages, f->crisis);
  g_ptr_array_add (triages, f->watch);
  fact_board_update (f->board, none, triages);
  f->log = g_string_new (NULL);
  g_signal_connect (f->board, "items-changed", G_CALLBACK (items_changed_cb), f);
  g_signal_connect (f->board, "sections-changed", G_CALLBACK (sections_changed_cb), f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->board);
  fact_cases_unref (f->cases);
  board_records_free (f->records);
  g_object_unref (f->clock);
  g_string_free (f->log, TRUE);
}

static void
test_rows_come_and_go (Fixture      *f,
                       gconstpointer data)
{
  guint today = wednesday ();
  FactStay *a, *b;
  FactBoardSpan span;
  guint position;

  g_assert_cmpuint (fact_board_get_n_sections (f->board), ==, 3);
  a = put_on (f, "BB-80", f->watch, today);
  expect (f, "(0,0,1)S", "BB-80");
  b = put_on (f, "CC-80", f->watch, today - 9);
  expect (f, "(0,0,1)S", "CC-80 BB-80");
  put_on (f, "AA-80", f->watch, today);
  expect (f, "(1,0,1)S", "CC-80 AA-80 BB-80");
  put_on (f, "ÅÅ-80", f->crisis, today);
  expect (f, "(0,0,1)S", "ÅÅ-80 CC-80 AA-80 BB-80");

  g_assert_true (fact_board_get_section (f->board, 0, &span) == f->crisis);
  g_assert_cmpuint (span.position, ==, 0);
  g_assert_cmpuint (span.n_rows, ==, 1);
  g_assert_true (fact_board_get_section (f->board, 1, &span) == f->watch);
  g_assert_cmpuint (span.position, ==, 1);
  g_assert_cmpuint (span.n_rows, ==, 3);
  g_assert_true (fact_board_get_section (f->board, 2, &span) == f->stable);
  g_assert_cmpuint (span.position, ==, 4);
  g_assert_cmpuint (span.n_rows, ==, 0);
  g_assert_null (fact_board_get_section (f->board, 3, &span));
  g_assert_cmpuint (fact_board_get_section_at (f->board, 0), ==, 0);
  g_assert_cmpuint (fact_board_get_section_at (f->board, 3), ==, 1);
  g_assert_true (fact_board_find (f->board, fact_record_get_uid (FACT_RECORD (a)), &position));
  g_assert_cmpuint (position, ==, 3);

  board_records_set (f->records, b, "until", today);
  update (f, b, NULL);
  expect (f, "(1,1,0)S", "ÅÅ-80 AA-80 BB-80");
  g_assert_false (fact_board_find (f->board, fact_record_get_uid (FACT_RECORD (b)), NULL));
  board_records_set (f->records, b, "until", 0);
  update (f, b, NULL);
  expect (f, "(1,0,1)S", "ÅÅ-80 CC-80 AA-80 BB-80");
  board_records_set (f->records, a, "removed", TRUE);
  update (f, a, NULL);
  expect (f, "(3,1,0)S", "ÅÅ-80 CC-80 AA-80");
}

static void
test_changes (Fixture      *f,
              gconstpointer data)
{
  guint today = wednesday ();
  FactStay *a = put_on (f, "AA-80", f->watch, today - 3);
  FactStay *b = put_on (f, "BB-80", f->watch, today - 2);
  FactContact *contact;
  GPtrArray *day;

  put_on (f, "CC-80", f->crisis, today);
  expect (f, "(0,0,1)S(1,0,1)S(0,0,1)S", "CC-80 AA-80 BB-80");

  board_records_set (f->records, a, "situation", "Sover bättre.");
  update (f, a, NULL);
  expect (f, "(1,1,1)", "CC-80 AA-80 BB-80");
  g_assert_cmpstr (fact_board_row_get_text (fact_board_get_row (f->board, 1), FACT_FIELD_SITUATION), ==, "Sover bättre.");

  /* a changed key that keeps its place is no move */
  board_records_set (f->records, a, "date", today - 5);
  update (f, a, NULL);
  expect (f, "(1,1,1)", "CC-80 AA-80 BB-80");
  board_records_set (f->records, a, "date", today);
  update (f, a, NULL);
  expect (f, "(1,1,0)(2,0,1)", "CC-80 BB-80 AA-80");
  board_records_set (f->records, b, "triage", f->stable);
  update (f, b, NULL);
  expect (f, "(1,1,0)(2,0,1)S", "CC-80 AA-80 BB-80");

  /* a contact changes its row only */
  contact = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", b->patient, "date", today);
  update (f, contact, NULL);
  expect (f, "(2,1,1)", "CC-80 AA-80 BB-80");
  day = fact_board_row_get_day (fact_board_get_row (f->board, 2), 2);
  g_assert_cmpuint (day->len, ==, 1);

  /* two rows in one change, each once */
  board_records_set (f->records, contact, "status", FACT_CONTACT_DONE);
  board_records_set (f->records, a, "safety", "OK");
  update (f, a, contact, b, NULL);
  expect (f, "(1,1,1)(2,1,1)", "CC-80 AA-80 BB-80");
}

static void
test_triage_order (Fixture      *f,
                   gconstpointer data)
{
  guint today = wednesday ();
  g_autoptr (GPtrArray) triages = g_ptr_array_new ();
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GHashTable) users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  put_on (f, "AA-80", f->crisis, today);
  put_on (f, "BB-80", f->watch, today);
  put_on (f, "CC-80", f->stable, today);
  expect (f, "(0,0,1)S(1,0,1)S(2,0,1)S", "AA-80 BB-80 CC-80");

  board_records_set (f->records, f->crisis, "position", 2500);
  g_ptr_array_add (triages, f->crisis);
  g_ptr_array_add (triages, f->watch);
  g_ptr_array_add (triages, f->stable);
  g_ptr_array_add (records, f->crisis);
  fact_board_find_users (f->board, records, users);
  g_assert_cmpuint (g_hash_table_size (users), ==, 1);
  g_ptr_array_add (uids, (gpointer) fact_board_row_get_patient_uid (fact_board_get_row (f->board, 0)));
  fact_board_update (f->board, uids, triages);
  expect (f, "(0,1,0)(1,0,1)S", "BB-80 AA-80 CC-80");
  g_assert_true (fact_board_get_section (f->board, 1, NULL) == f->crisis);

  /* a state that is off stays a section as long as a row stands in it */
  board_records_set (f->records, f->crisis, "off", TRUE);
  fact_board_update (f->board, uids, triages);
  g_assert_cmpuint (fact_board_get_n_sections (f->board), ==, 3);
  board_records_set (f->records, f->stable, "off", TRUE);
  fact_board_update (f->board, uids, triages);
  g_assert_cmpuint (fact_board_get_n_sections (f->board), ==, 3);
}

static void
test_filter_and_week (Fixture      *f,
                      gconstpointer data)
{
  guint today = wednesday ();
  FactStay *a = put_on (f, "AA-80", f->watch, today - 3);
  FactStay *b = put_on (f, "BB-80", f->watch, today - 2);
  g_autoptr (GPtrArray) rows = NULL;
  FactContact *contact;

  expect (f, "(0,0,1)S(1,0,1)S", "AA-80 BB-80");
  fact_board_set_filter (f->board, &(FactBoardFilter) { .text = "bb-" });
  expect (f, "(0,2,1)S", "BB-80");
  g_assert_cmpuint (fact_board_get_n_total (f->board), ==, 2);
  /* Those that are hidden in their places, too. */
  rows = fact_board_list_rows (f->board);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (fact_board_row_get_code (rows->pdata[0]), ==, "AA-80");
  g_assert_cmpstr (fact_board_row_get_code (rows->pdata[1]), ==, "BB-80");
  board_records_set (f->records, a, "situation", "Känner BB-80");
  update (f, a, NULL);
  expect (f, "(0,0,1)S", "AA-80 BB-80");
  fact_board_set_filter (f->board, NULL);
  expect (f, "(0,2,2)", "AA-80 BB-80");
  fact_board_set_filter (f->board, NULL);
  expect (f, "", "AA-80 BB-80");

  contact = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", b->patient, "date", today + 7);
  update (f, contact, NULL);
  expect (f, "(1,1,1)", "AA-80 BB-80");
  fact_board_set_week (f->board, fact_week_from_day (today + 7));
  expect (f, "(0,2,2)", "AA-80 BB-80");
  g_assert_cmpuint (fact_board_row_get_day (fact_board_get_row (f->board, 1), 2)->len, ==, 1);
  fact_board_set_week (f->board, fact_week_from_day (today + 7));
  expect (f, "", "AA-80 BB-80");
}

/* 2,000 random edits: after each the order is that of a plain sort, and playing the emissions to a copy gives it. */
typedef struct {
  GPtrArray *copy;                 /* of borrowed FactBoardRow */
} Mirror;

static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           Mirror     *mirror)
{
  g_assert_true ((removed == 1 || removed == 0) && (added == 1 || added == 0));
  if (removed)
    g_ptr_array_remove_range (mirror->copy, position, removed);
  for (guint i = 0; i < added; i++) {
    g_autoptr (FactBoardRow) row = g_list_model_get_item (model, position + i);

    g_ptr_array_insert (mirror->copy, (int) (position + i), row);
  }
}

static void
test_random (Fixture      *f,
             gconstpointer data)
{
  guint seed = 20261121, n_cases = 2000;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) stays = g_ptr_array_new ();
  Mirror mirror = { g_ptr_array_new () };
  FactTriage *triages[] = { f->crisis, f->watch, f->stable };

  g_test_message ("seed %u, %u cases", seed, n_cases);
  g_signal_connect (f->board, "items-changed", G_CALLBACK (mirror_cb), &mirror);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *code = g_strdup_printf ("X%c-%u", 'A' + (int) i % 26, 50 + i);

    g_ptr_array_add (stays, put_on (f, code, triages[i % 3], wednesday () - i % 7));
  }
  for (guint i = 0; i < n_cases; i++) {
    FactStay *stay = stays->pdata[g_rand_int_range (random, 0, (int) stays->len)];

    if (g_rand_boolean (random))
      board_records_set (f->records, stay, "triage", triages[g_rand_int_range (random, 0, 3)]);
    else if (g_rand_boolean (random))
      board_records_set (f->records, stay, "date", wednesday () - (guint) g_rand_int_range (random, 0, 9));
    else
      board_records_set (f->records, stay, "until", stay->until ? 0 : wednesday ());
    update (f, stay, NULL);
    g_assert_cmpuint (mirror.copy->len, ==, g_list_model_get_n_items (G_LIST_MODEL (f->board)));
    for (guint r = 0; r < mirror.copy->len; r++) {
      g_assert_true (mirror.copy->pdata[r] == fact_board_get_row (f->board, r));
      if (r > 0)
        g_assert_cmpint (fact_board_row_compare (mirror.copy->pdata[r - 1], mirror.copy->pdata[r]), <, 0);
    }
  }
  g_signal_handlers_disconnect_by_func (f->board, mirror_cb, &mirror);
  g_ptr_array_unref (mirror.copy);
}

static void
test_row_texts (Fixture      *f,
                gconstpointer data)
{
  FactOrganisation *boras = board_records_add (f->records, FACT_TYPE_ORGANISATION, "name", "Borås");
  FactStay *stay = put_on (f, "AA-80", f->crisis, wednesday () - 5);
  FactBoardRow *row = fact_board_get_row (f->board, 0);
  g_autofree char *spoken = fact_board_row_get_spoken_name (row);

  g_assert_cmpstr (spoken, ==, "AA-80, Kris, day 6");
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_DATE), ==, "261113");
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_CARE_CONTACT), ==, "CSA");
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_PHYSICIAN), ==, "");
  board_records_set (f->records, stay->patient, "other-providers", "Hemtjänst");
  update (f, stay->patient, NULL);
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_OTHER_PROVIDERS), ==, "Hemtjänst");
  board_records_set (f->records, stay->patient, "municipality", boras);
  update (f, stay->patient, NULL);
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_OTHER_PROVIDERS), ==, "Borås, Hemtjänst");
}

static void
test_contact_view (Fixture      *f,
                   gconstpointer data)
{
  FactStay *stay = put_on (f, "AA-80", f->crisis, wednesday ());
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  FactContact *late, *early, *nobody;
  g_autofree char *spoken = NULL, *typed = NULL;
  FactContactView *view;
  GPtrArray *day;
  guint planned, done;

  g_ptr_array_add (who, f->csa);
  g_ptr_array_add (who, f->bs);
  late = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", stay->patient, "date", wednesday (), "who", who,
                            "time", "13:00", "kind", f->phone);
  early = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", stay->patient, "date", wednesday (), "time",
                             "09:00", "status", FACT_CONTACT_DONE);
  nobody = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", stay->patient, "date", wednesday (), "text",
                              "ring syster");
  update (f, late, early, nobody, NULL);
  day = fact_board_row_get_day (fact_board_get_row (f->board, 0), 2);
  g_assert_cmpuint (day->len, ==, 3);
  g_assert_cmpstr (fact_contact_view_get_text (day->pdata[0]), ==, "ring syster");
  g_assert_cmpstr (fact_contact_view_get_time (day->pdata[1]), ==, "09:00");
  view = day->pdata[2];
  spoken = fact_contact_view_get_spoken_name (view);
  typed = fact_contact_view_get_typed (view);
  g_assert_cmpstr (spoken, ==, "CSA and BS, phone, Wednesday 18 November 13:00, planned, AA-80");
  g_assert_cmpstr (typed, ==, "CSA+BS 13:00 phone");
  g_assert_false (fact_contact_view_is_external (view));
  fact_board_count_contacts (f->board, wednesday (), &planned, &done);
  g_assert_cmpuint (planned, ==, 2);
  g_assert_cmpuint (done, ==, 1);
}

/* The warnings of the first row, by code. */
static void
expect_warnings (Fixture    *f,
                 const char *expected)
{
  GPtrArray *warnings = fact_board_row_get_warnings (fact_board_get_row (f->board, 0));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++) {
    FactWarning *warning = warnings->pdata[i];

    g_string_append_printf (text, "%s%s", i ? " " : "", fact_warning_kind_get_code (warning->kind));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_long_and_stable (Fixture      *f,
                      gconstpointer data)
{
  FactReason *reason = board_records_add (f->records, FACT_TYPE_REASON, "name", "Symtomökning", "expected-days", 28);
  FactStay *stay = put_on (f, "AA-80", f->stable, wednesday () - 27);
  FactWarning *warning;
  FactDismissal *dismissal;

  board_records_set (f->records, stay, "reason", reason, "triage-date", wednesday () - 13);
  update (f, stay, NULL);
  expect_warnings (f, "");                       /* day 28; stable for 13 days */
  g_string_truncate (f->log, 0);
  fact_clock_set_now (f->clock, noon_of (wednesday () + 1));
  expect (f, "(0,1,1)", "AA-80");
  expect_warnings (f, "long stable");

  warning = fact_board_row_get_warnings (fact_board_get_row (f->board, 0))->pdata[0];
  g_assert_cmpstr (warning->text, ==, "On the board for 29 days. Take up?");
  dismissal = board_records_add (f->records, FACT_TYPE_DISMISSAL, "patient", stay->patient, "warning", "long", "about",
                                 warning->about);
  update (f, dismissal, NULL);
  expect_warnings (f, "stable");
  fact_clock_set_now (f->clock, noon_of (wednesday () + 1 + 28));
  expect_warnings (f, "long stable");   /* asked again a period later */
}

static void
test_weekend (Fixture      *f,
              gconstpointer data)
{
  FactStay *stay = put_on (f, "AA-80", f->crisis, wednesday ());
  guint friday = wednesday () + 2;
  FactContact *contact;

  expect_warnings (f, "");
  fact_clock_set_now (f->clock, noon_of (friday) - 6 * G_TIME_SPAN_HOUR);   /* 07:00 there */
  expect_warnings (f, "");
  g_string_truncate (f->log, 0);
  fact_clock_set_now (f->clock, noon_of (friday) - 5 * G_TIME_SPAN_HOUR - G_TIME_SPAN_MINUTE);   /* 07:59 */
  expect (f, "", "AA-80");
  fact_clock_set_now (f->clock, noon_of (friday) - 5 * G_TIME_SPAN_HOUR);   /* 08:00 */
  expect (f, "(0,1,1)", "AA-80");
  expect_warnings (f, "weekend");
  g_string_truncate (f->log, 0);
  fact_clock_set_now (f->clock, noon_of (friday) - 5 * G_TIME_SPAN_HOUR + G_TIME_SPAN_MINUTE);
  expect (f, "", "AA-80");
  contact = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", stay->patient, "date", friday + 2);
  update (f, contact, NULL);
  expect_warnings (f, "");
  board_records_set (f->records, contact, "status", FACT_CONTACT_CALLED_OFF);
  update (f, contact, NULL);
  expect_warnings (f, "weekend");
  board_records_set (f->records, stay, "triage", f->watch);
  update (f, stay, NULL);
  expect_warnings (f, "");

  /* Christmas 2026: Thursday 24 to Sunday 27 are free; from Wednesday on each day wants a line */
  board_records_set (f->records, stay, "triage", f->crisis);
  board_records_set (f->records, contact, "status", FACT_CONTACT_PLANNED, "date", fact_day_from_ymd (2026, 12, 24));
  update (f, stay, contact, NULL);
  fact_clock_set_now (f->clock, noon_of (fact_day_from_ymd (2026, 12, 22)));
  expect_warnings (f, "");
  fact_clock_set_now (f->clock, noon_of (fact_day_from_ymd (2026, 12, 23)));
  expect_warnings (f, "weekend");
}

static void
test_not_ticked (Fixture      *f,
                 gconstpointer data)
{
  FactStay *stay = put_on (f, "AA-80", f->watch, wednesday ());
  g_autoptr (GPtrArray) team = g_ptr_array_new ();
  g_autoptr (GPtrArray) outside = g_ptr_array_new ();
  FactContact *contact;

  g_ptr_array_add (team, f->csa);
  g_ptr_array_add (outside, f->bs);
  contact = board_records_add (f->records, FACT_TYPE_CONTACT, "patient", stay->patient, "date", wednesday () - 1, "who",
                               team);
  update (f, contact, NULL);
  expect_warnings (f, "");                       /* yesterday's: no whole working day has passed */
  fact_clock_set_now (f->clock, noon_of (wednesday () + 1));
  expect_warnings (f, "not-ticked");
  board_records_set (f->records, contact, "who", outside);
  update (f, contact, NULL);
  expect_warnings (f, "");
  board_records_set (f->records, contact, "who", NULL);
  update (f, contact, NULL);
  expect_warnings (f, "not-ticked");
  board_records_set (f->records, contact, "status", FACT_CONTACT_DONE);
  update (f, contact, NULL);
  expect_warnings (f, "");
  /* Friday's contact on the Monday after: the weekend is no working day */
  board_records_set (f->records, contact, "status", FACT_CONTACT_PLANNED, "date", wednesday () + 2);
  update (f, contact, NULL);
  fact_clock_set_now (f->clock, noon_of (wednesday () + 5));
  expect_warnings (f, "");
  fact_clock_set_now (f->clock, noon_of (wednesday () + 6));
  expect_warnings (f, "not-ticked");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/board/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows-come-and-go", test_rows_come_and_go);
  ADD ("changes", test_changes);
  ADD ("triage-order", test_triage_order);
  ADD ("filter-and-week", test_filter_and_week);
  ADD ("random", test_random);
  ADD ("row-texts", test_row_texts);
  ADD ("contact-view", test_contact_view);
  ADD ("long-and-stable", test_long_and_stable);
  ADD ("weekend", test_weekend);
  ADD ("not-ticked", test_not_ticked);
  return g_test_run ();
}
