/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of the history set back, whoever changed them: with a reason, as a change of its own, or refused in words. */

#include "team-fixture.h"

#include "fact-day.h"
#include "fact-history.h"
#include "fact-kind.h"
#include "fact-team-contact.h"
#include "fact-team-patient.h"
#include "fact-team-restore.h"
#include "fact-team-stay.h"
#include "fact-team-vocabulary.h"
#include "waiting.h"

#define MONDAY fact_day_from_ymd (2026, 11, 16)
#define ROW(code) team_fixture_find (f, code)
#define FIELD(code, field) fact_board_row_get_text (ROW (code), FACT_FIELD_##field)

/* Takes the change. Returns: its place in the history. */
static gint64
commit (TeamFixture *f,
        FactChange  *change,
        GError      *error)
{
  g_assert_no_error (error);
  return team_fixture_commit (f, change);
}

static FactChange *last_change;
static GError *last_error;

#define DO(verb, ...) (g_clear_error (&last_error), last_change = verb (f->team, __VA_ARGS__, &last_error), \
                       commit (f, last_change, last_error))

static void
act_as (TeamFixture *f,
        const char  *signature)
{
  fact_team_set_person (f->team, team_fixture_find_word (f, FACT_TYPE_STAFF, signature));
  team_fixture_settle (f);
}

/* (nullable): NULL with last_error. */
static FactRestore *
look (TeamFixture *f,
      gint64       seq,
      const char  *patient)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&last_error);
  fact_team_read_restore_async (f->team, seq, patient, NULL, keep_result_cb, &result);
  return fact_team_read_restore_finish (f->team, wait_for (&result), &last_error);
}

/* All values of a change. */
static gint64
restore (TeamFixture *f,
         gint64       seq,
         const char  *reason)
{
  const gboolean all[12] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (FactRestore) looked = look (f, seq, NULL);

  g_assert_nonnull (looked);
  return DO (fact_team_restore, looked, all, reason);
}

static void
expect_problem (TeamFixture *f,
                gint64       seq,
                const char  *problem)
{
  const gboolean first[12] = { TRUE };
  g_autoptr (FactRestore) looked = look (f, seq, NULL);
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (looked);
  g_assert_cmpstr (fact_restore_get_problem (looked, 0), ==, problem);
  change = fact_team_restore (f->team, looked, first, "Fel", &error);
  g_assert_null (change);
  g_assert_cmpstr (error->message, ==, problem);
}

static void
undo (TeamFixture *f,
      const char  *expected)
{
  g_autofree char *words = NULL;

  g_clear_error (&last_error);
  words = team_fixture_undo (f, FALSE, &last_error);
  g_assert_cmpstr (words, ==, expected);
}

static void
expect_last (TeamFixture *f,
             const char  *who,
             const char  *words,
             const char  *detail,
             const char  *note)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) page = NULL;

  fact_team_read_history_async (f->team, NULL, NULL, 0, 1, NULL, keep_result_cb, &result);
  page = fact_team_read_history_finish (f->team, wait_for (&result), NULL, NULL);
  g_assert_cmpstr (fact_history_entry_get_who_words (page->pdata[0]), ==, who);
  g_assert_cmpstr (fact_history_entry_get_words (page->pdata[0]), ==, words);
  g_assert_cmpstr (fact_history_entry_get_detail (page->pdata[0]), ==, detail);
  g_assert_cmpstr (fact_history_entry_get_note (page->pdata[0]), ==, note);
}

/* DEN sets back what CSA wrote, though CSA has written again since; each of the two undoes what is theirs. */
static void
test_of_another (void)
{
  TeamFixture *f = team_fixture_new ();
  FactTriage *crisis = team_fixture_find_word (f, FACT_TYPE_TRIAGE, "Crisis");
  gint64 triage = DO (fact_team_set_triage, ROW ("DD-75"), crisis);
  gint64 first = DO (fact_team_set_field, ROW ("DD-75"), FACT_FIELD_SITUATION, "Fel patient", NULL);

  DO (fact_team_set_field, ROW ("DD-75"), FACT_FIELD_SITUATION, "Fortfarande fel", NULL);
  act_as (f, "DEN");
  restore (f, first, "  Gällde\n en annan ");
  g_assert_cmpstr (FIELD ("DD-75", SITUATION), ==, "Slutat ta medicin.");
  expect_last (f, "DEN", "Restore situation of DD-75", "situation: \"Fortfarande fel\" → \"Slutat ta medicin.\"",
               "Gällde en annan");
  restore (f, triage, "Fel rad");
  expect_last (f, "DEN", "Restore DD-75 to Observation", "triage: Crisis → Observation", "Fel rad");
  undo (f, "Restore DD-75 to Observation");
  g_assert_true (fact_board_row_get_triage (ROW ("DD-75")) == crisis);
  act_as (f, "CSA");
  undo (f, NULL);
  g_assert_error (last_error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT);
  g_assert_nonnull (g_strstr_len (last_error->message, -1, "DEN: Restore situation of DD-75"));

  act_as (f, "DEN");
  undo (f, "Restore situation of DD-75");
  g_assert_cmpstr (FIELD ("DD-75", SITUATION), ==, "Fortfarande fel");
  team_fixture_reopen (f);
  g_assert_cmpstr (FIELD ("DD-75", SITUATION), ==, "Fortfarande fel");
  team_fixture_free (f);
}

/* Of a change of several values one can be chosen; what was written beside a value comes back with it. */
static void
test_one_value (void)
{
  TeamFixture *f = team_fixture_new ();
  const gboolean second[] = { FALSE, TRUE, FALSE };
  g_autoptr (FactRestore) looked = NULL;
  gint64 off = DO (fact_team_take_off, ROW ("DD-75"), "other", "Vila", team_fixture_find_word (f, FACT_TYPE_STAFF, "DEN"),
                   FALSE);

  looked = look (f, off, NULL);
  g_assert_cmpuint (fact_restore_get_n_values (looked), ==, 3);
  g_assert_cmpstr (fact_restore_get_words (looked, 0), ==, "taken off the board: Wed 18 Nov → –");
  g_assert_cmpstr (fact_restore_get_words (looked, 1), ==, "what helped: \"Vila\" → –");
  g_assert_cmpstr (fact_restore_get_words (looked, 2), ==, "who follows up: DEN → –");
  DO (fact_team_restore, looked, second, "Stod fel");
  expect_last (f, "CSA", "Restore DD-75", "what helped: \"Vila\" → –", "Stod fel");
  team_fixture_free (f);
}

static void
test_contacts (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autofree char *there = NULL, *gone = NULL, *again = NULL;
  gint64 planned = DO (fact_team_plan_typed, ROW ("AA-80"), MONDAY + 4, "CSA tele");
  gint64 removed, moved;

  act_as (f, "DEN");
  restore (f, planned, "Dubbelt");
  gone = team_fixture_read_day (f, "AA-80", 4);
  g_assert_cmpstr (gone, ==, "");
  expect_last (f, "DEN", "Remove CSA phone, AA-80", NULL, "Dubbelt");
  undo (f, "Remove CSA phone, AA-80");
  removed = DO (fact_team_remove_contact, fact_board_row_get_day (ROW ("AA-80"), 4)->pdata[0]);
  act_as (f, "CSA");
  restore (f, removed, "Skulle vara kvar");
  there = team_fixture_read_day (f, "AA-80", 4);
  g_assert_cmpstr (there, ==, "CSA phone");
  expect_last (f, "CSA", "Bring back CSA phone, AA-80", NULL, "Skulle vara kvar");
  expect_problem (f, removed, "It stands so already.");
  moved = DO (fact_team_move_contact, fact_board_row_get_day (ROW ("AA-80"), 4)->pdata[0], ROW ("AA-80"), MONDAY + 5,
              FALSE);
  /* What was planned has been moved: it is not taken away by the way. */
  expect_problem (f, planned, "It has been changed since.");
  restore (f, moved, "Fel dag");
  again = team_fixture_read_day (f, "AA-80", 4);
  g_assert_cmpstr (again, ==, "CSA phone");
  expect_last (f, "CSA", "Restore CSA phone, AA-80", "date: Sat 21 Nov → Fri 20 Nov", "Fel dag");
  team_fixture_free (f);
}

static void
test_refused (void)
{
  TeamFixture *f = team_fixture_new ();
  FactPatientFields fields = { .code = "CC-70" };
  const gboolean first[] = { TRUE, FALSE, FALSE };
  const gboolean none[] = { FALSE, FALSE, FALSE };
  FactStaff *den = team_fixture_find_word (f, FACT_TYPE_STAFF, "DEN");
  g_autoptr (FactRestore) looked = NULL;
  g_autofree char *uid = g_strdup (fact_board_row_get_patient_uid (ROW ("DD-75")));
  gint64 text = DO (fact_team_set_field, ROW ("DD-75"), FACT_FIELD_SITUATION, "Bättre", NULL);
  gint64 added = DO (fact_team_add_patient, &fields);
  gint64 off = DO (fact_team_take_off, ROW ("DD-75"), "other", NULL, den, FALSE);
  gint64 again;

  /* without a reason, without a choice */
  looked = look (f, text, NULL);
  g_assert_null (fact_team_restore (f->team, looked, first, " \n ", &last_error));
  g_assert_cmpstr (last_error->message, ==, "Write in a few words why it is restored.");
  g_clear_error (&last_error);
  g_assert_null (fact_team_restore (f->team, looked, none, "Fel", &last_error));
  g_assert_cmpstr (last_error->message, ==, "Nothing was chosen to be restored.");

  /* what would be two stays at once; what was changed while somebody looked */
  again = DO (fact_team_put_on_board, uid, NULL, NULL, 0, "Åter", NULL, NULL);
  expect_problem (f, off, "The patient has been put on the board again since.");
  restore (f, again, "För tidigt");
  g_clear_object (&looked);
  looked = look (f, text, NULL);
  restore (f, text, "Fel");
  g_assert_null (fact_team_restore (f->team, looked, first, "Fel", &last_error));
  g_assert_error (last_error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT);

  /* what is gone */
  restore (f, added, "Fanns redan");
  expect_problem (f, added, "It has been removed since.");
  expect_problem (f, again, "It has been removed since.");

  /* what is not about patients */
  g_assert_null (look (f, 1, NULL));
  g_assert_error (last_error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
  team_fixture_free (f);
}

/* A code that somebody else has now, and words that are gone. */
static void
test_rules (void)
{
  TeamFixture *f = team_fixture_new ();
  FactPatientFields fields = { .code = "XX-99" };
  g_autofree char *uid = g_strdup (fact_board_row_get_patient_uid (ROW ("DD-75")));
  gint64 renamed = DO (fact_team_edit_patient, uid, &fields, NULL);
  const char *name = "signature";
  g_auto (GValue) value = G_VALUE_INIT;
  gint64 carer;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "MJR");
  DO (fact_team_add_word, FACT_TYPE_STAFF, 1, &name, &value);
  fields.code = "DD-75";
  DO (fact_team_add_patient, &fields);
  expect_problem (f, renamed, "Another patient has the code DD-75 now.");
  DO (fact_team_set_field, ROW ("XX-99"), FACT_FIELD_CARE_CONTACT, "mjr", NULL);
  carer = DO (fact_team_set_field, ROW ("XX-99"), FACT_FIELD_CARE_CONTACT, "csa", NULL);
  DO (fact_team_remove_word, team_fixture_find_word (f, FACT_TYPE_STAFF, "MJR"));
  expect_problem (f, carer, "MJR has been removed since.");
  team_fixture_free (f);
}

/* What took something back, or did it anew, is taken back with the keys: only the change itself offers a restore. */
static void
test_undo_and_redo (void)
{
  TeamFixture *f = team_fixture_new ();
  const gboolean offered[] = { FALSE, FALSE, TRUE };
  g_autoptr (GAsyncResult) result = NULL, redone = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autofree char *words = NULL;

  act_as (f, "CSA");
  DO (fact_team_set_field, ROW ("DD-75"), FACT_FIELD_SITUATION, "Bättre", NULL);
  undo (f, "Change situation of DD-75");
  fact_team_redo_async (f->team, NULL, keep_result_cb, &redone);
  words = fact_team_undo_finish (f->team, wait_for (&redone), NULL, NULL);
  g_assert_cmpstr (words, ==, "Change situation of DD-75");
  fact_team_read_history_async (f->team, NULL, NULL, 0, 3, NULL, keep_result_cb, &result);
  page = fact_team_read_history_finish (f->team, wait_for (&result), NULL, NULL);
  g_assert_cmpuint (page->len, ==, G_N_ELEMENTS (offered));
  for (guint i = 0; i < page->len; i++) {
    g_assert_cmpint (fact_history_entry_can_restore (page->pdata[i]), ==, offered[i]);
    if (!offered[i])
      g_assert_null (look (f, fact_history_entry_get_seq (page->pdata[i]), NULL));
  }
  team_fixture_free (f);
}

/* No undo passes a final change, but it is set back with a reason. */
static void
test_final (void)
{
  TeamFixture *f = team_fixture_new ();
  FactTriage *crisis = team_fixture_find_word (f, FACT_TYPE_TRIAGE, "Crisis");
  FactChange *change;
  gint64 triage;

  act_as (f, "CSA");
  change = fact_team_set_triage (f->team, ROW ("DD-75"), crisis, NULL);
  fact_change_set_final (change);
  triage = commit (f, change, NULL);
  undo (f, NULL);
  g_assert_cmpstr (last_error->message, ==, "There is nothing of yours to undo.");
  restore (f, triage, "Fel rad");
  g_assert_cmpstr (fact_triage_get_label (fact_board_row_get_triage (ROW ("DD-75"))), ==, "Observation");
  undo (f, "Restore DD-75 to Observation");
  g_assert_true (fact_board_row_get_triage (ROW ("DD-75")) == crisis);
  team_fixture_free (f);
}

/* The board as it stood is only looked at. */
static void
test_old_board (void)
{
  TeamFixture *f = team_fixture_new ();
  g_autoptr (GAsyncResult) result = NULL, page_result = NULL;
  g_autoptr (FactTeam) past = NULL;
  g_autoptr (GPtrArray) page = NULL;

  fact_clock_set_now (f->clock, fact_clock_get_end_of_day (f->clock, MONDAY + 3));
  fact_team_open_as_of_async (f->team, MONDAY + 2, NULL, keep_result_cb, &result);
  past = fact_team_open_as_of_finish (wait_for (&result), NULL);
  g_assert_nonnull (past);
  fact_team_read_history_async (past, NULL, NULL, 0, 50, NULL, keep_result_cb, &page_result);
  page = fact_team_read_history_finish (past, wait_for (&page_result), NULL, NULL);
  g_assert_cmpuint (page->len, >, 0);
  for (guint i = 0; i < page->len; i++)
    g_assert_false (fact_history_entry_can_restore (page->pdata[i]));
  team_fixture_free (f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore/of-another", test_of_another);
  g_test_add_func ("/restore/one-value", test_one_value);
  g_test_add_func ("/restore/contacts", test_contacts);
  g_test_add_func ("/restore/refused", test_refused);
  g_test_add_func ("/restore/rules", test_rules);
  g_test_add_func ("/restore/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/restore/final", test_final);
  g_test_add_func ("/restore/old-board", test_old_board);
  return g_test_run ();
}
