/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The door against a real file: each verb is done, undone, redone, and read back by a team that opens the file anew. */

#include "fact-board-row-private.h"
#include "fact-day.h"
#include "fact-patients.h"
#include "fact-records.h"
#include "fact-sqlite-store.h"
#include "fact-team-ahead.h"
#include "fact-team-contact.h"
#include "fact-team-patient.h"
#include "fact-team-stay.h"
#include "fact-team-vocabulary.h"
#include "fact-team-words.h"
#include "fact-vocabulary.h"
#include "waiting.h"

/* 15 November 2026, Sunday, 12:00 UTC; plus days */
#define NOON(days) ((G_GINT64_CONSTANT (20772) + (days)) * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR)

typedef struct {
  char *folder, *path;
  FactClock *clock;
  FactStore *store;
  FactTeam *team;
  FactStaff *csa, *den;
  GString *log;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *f)
{
  g_string_append_printf (f->log, "(%u,%u,%u)", position, removed, added);
}

static void
open_team (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  guint n_types;
  const GType *types = fact_records_list_types (&n_types);

  f->store = fact_sqlite_store_new (f->path, types, n_types, f->clock, &error);
  g_assert_no_error (error);
  if (fact_sqlite_store_is_empty (FACT_SQLITE_STORE (f->store))) {
    g_autoptr (FactChange) defaults = fact_team_build_defaults (NOON (0));
    g_autoptr (GAsyncResult) filled = NULL;
    FactActor program = { .how = FACT_IDENTIFIED_PROGRAM, .workstation = "desk" };

    fact_store_commit_async (f->store, &defaults, 1, &program, NULL, keep_result_cb, &filled);
    fact_store_commit_finish (f->store, wait_for (&filled), &error);
    g_assert_no_error (error);
  }
  fact_team_open_async (f->store, f->clock, "desk", NULL, keep_result_cb, &result);
  f->team = fact_team_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  fact_team_get_patients (f->team);
  for (gboolean complete = FALSE; !complete; g_object_get (f->team, "complete", &complete, NULL))
    g_main_context_iteration (NULL, FALSE);
  g_signal_connect (fact_team_get_board (f->team), "items-changed", G_CALLBACK (items_changed_cb), f);
}

static void
close_team (Fixture *f)
{
  settle ();
  g_assert_finalize_object (f->team);
  g_assert_finalize_object (f->store);
}

static gpointer
find_word (Fixture    *f,
           GType       type,
           const char *label)
{
  GListModel *model = fact_team_get_vocabulary (f->team, type);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (model, i);

    if (g_str_equal (fact_vocabulary_get_label (record), label))
      return record;
  }
  g_error ("no %s", label);
}

static gboolean
try_commit (Fixture    *f,
            FactChange *change,
            GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean ok;

  fact_team_commit_async (f->team, change, NULL, keep_result_cb, &result);
  ok = fact_team_commit_finish (f->team, wait_for (&result), error);
  settle ();
  return ok;
}

/* Takes the change and its error. */
static void
commit (Fixture    *f,
        FactChange *change,
        GError     *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (change);
  try_commit (f, change, &error);
  g_assert_no_error (error);
  g_object_unref (change);
}

#define DO(f, verb, ...) \
  G_STMT_START { \
    GError *do_error = NULL; \
    FactChange *do_change = verb ((f)->team, __VA_ARGS__, &do_error); \
    commit (f, do_change, do_error); \
  } G_STMT_END

#define REFUSED(f, code_, verb, ...) \
  G_STMT_START { \
    g_autoptr (GError) do_error = NULL; \
    g_autoptr (FactChange) do_change = verb ((f)->team, __VA_ARGS__, &do_error); \
    g_assert_null (do_change); \
    g_assert_error (do_error, FACT_TEAM_ERROR, code_); \
  } G_STMT_END

static char *
undo_or_redo (Fixture  *f,
              gboolean  redo,
              GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *words;

  if (redo)
    fact_team_redo_async (f->team, NULL, keep_result_cb, &result);
  else
    fact_team_undo_async (f->team, NULL, keep_result_cb, &result);
  words = fact_team_undo_finish (f->team, wait_for (&result), NULL, error);
  settle ();
  return words;
}

/* The whole board as text: every field and contact of every row. */
static char *
snapshot (Fixture *f)
{
  FactBoard *board = fact_team_get_board (f->team);
  GString *text = g_string_new (NULL);
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (board, i)); i++) {
    for (FactField field = 0; field < FACT_N_FIELDS; field++)
      g_string_append_printf (text, "%s|", fact_board_row_get_text (row, field));
    for (guint day = 0; day < 7; day++) {
      GPtrArray *contacts = fact_board_row_get_day (row, day);

      for (guint c = 0; c < contacts->len; c++) {
        g_autofree char *typed = fact_contact_view_get_typed (contacts->pdata[c]);

        g_string_append_printf (text, "%s%s/%d", c ? "," : "", typed,
                                fact_contact_view_get_status (contacts->pdata[c]));
      }
      g_string_append_c (text, '|');
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

/* After a verb: the words of undo, then undo gives the board before, redo the board after, and so does the file. */
static void
check_round (Fixture    *f,
             const char *before,
             const char *words,
             const char *words_reopened)
{
  g_autofree char *after = snapshot (f);
  g_autofree char *undone = NULL, *redone = NULL, *reopened = NULL, *told = NULL, *told_again = NULL;
  g_autofree char *who = g_strdup (fact_record_get_uid (FACT_RECORD (fact_team_get_person (f->team))));
  GError *error = NULL;

  g_assert_cmpstr (fact_team_get_undo_text (f->team), ==, words);
  told = undo_or_redo (f, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, words);
  undone = snapshot (f);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (fact_team_get_redo_text (f->team), ==, words);
  told_again = undo_or_redo (f, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told_again, ==, words);
  redone = snapshot (f);
  g_assert_cmpstr (redone, ==, after);
  close_team (f);
  open_team (f);
  f->csa = find_word (f, FACT_TYPE_STAFF, "CSA");
  f->den = find_word (f, FACT_TYPE_STAFF, "DEN");
  fact_team_set_person (f->team, find_word (f, FACT_TYPE_STAFF, "CSA"));
  settle ();
  g_assert_cmpstr (fact_record_get_uid (FACT_RECORD (f->csa)), ==, who);
  reopened = snapshot (f);
  g_assert_cmpstr (reopened, ==, after);
  g_assert_cmpstr (fact_team_get_undo_text (f->team), ==, words_reopened);
}

#define ROUND(f, words, verb, ...) ROUND_REOPENED (f, words, words, verb, __VA_ARGS__)

/* A removed record is not loaded any more: the words know less of it. */
#define ROUND_REOPENED(f, words, words_reopened, verb, ...) \
  G_STMT_START { \
    g_autofree char *round_before = snapshot (f); \
    DO (f, verb, __VA_ARGS__); \
    check_round (f, round_before, words, words_reopened); \
  } G_STMT_END

static FactStaff *
add_staff (Fixture    *f,
           const char *signature)
{
  GValue value = G_VALUE_INIT;
  const char *name = "signature";

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, signature);
  DO (f, fact_team_add_word, FACT_TYPE_STAFF, 1, &name, &value);
  g_value_unset (&value);
  return find_word (f, FACT_TYPE_STAFF, signature);
}

static FactBoardRow *
row_of (Fixture    *f,
        const char *code)
{
  FactBoard *board = fact_team_get_board (f->team);
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (board, i)); i++) {
    if (g_str_equal (fact_board_row_get_code (row), code))
      return row;
  }
  return NULL;
}

static void
put_on (Fixture    *f,
        const char *code)
{
  FactPatientFields fields = { .code = code, .care_contact = f->csa };

  DO (f, fact_team_add_patient, &fields);
  DO (f, fact_team_put_on_board, fact_team_find_patient (f->team, code), NULL, NULL, 0, NULL, NULL, NULL);
}

/* Weekday of this week: 0 is Monday 16 November 2026. */
static guint
day (guint weekday)
{
  return fact_day_from_ymd (2026, 11, 16) + weekday;
}

static FactContactView *
contact_of (Fixture    *f,
            const char *code,
            guint       weekday)
{
  GPtrArray *contacts = fact_board_row_get_day (row_of (f, code), weekday);

  g_assert_cmpuint (contacts->len, >, 0);
  return contacts->pdata[0];
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  GError *error = NULL;

  f->folder = g_dir_make_tmp ("fact-team-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "data", "team.facttavlan", NULL);
  f->clock = fact_clock_new_fixed (NULL, NOON (3));   /* Wednesday 18 November */
  f->log = g_string_new (NULL);
  open_team (f);
  fact_team_set_system_user (f->team, "test");
  f->csa = add_staff (f, "CSA");
  f->den = add_staff (f, "DEN");
  fact_team_set_person (f->team, f->csa);
  settle ();
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  close_team (f);
  remove_folder (f->folder);
  g_object_unref (f->clock);
  g_string_free (f->log, TRUE);
  g_free (f->folder);
  g_free (f->path);
}

static void
test_stay_verbs (Fixture      *f,
                 gconstpointer data)
{
  put_on (f, "AA-80");
  put_on (f, "BB-80");
  g_assert_cmpstr (fact_board_row_get_text (row_of (f, "BB-80"), FACT_FIELD_TRIAGE), ==, "Observation");
  g_string_truncate (f->log, 0);
  DO (f, fact_team_set_triage, row_of (f, "BB-80"), find_word (f, FACT_TYPE_TRIAGE, "Crisis"));
  g_assert_cmpstr (f->log->str, ==, "(1,1,0)(0,0,1)");
  ROUND (f, "Move BB-80 from Crisis to Stable", fact_team_set_triage, row_of (f, "BB-80"),
         find_word (f, FACT_TYPE_TRIAGE, "Stable"));
  ROUND (f, "Change situation of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_SITUATION, "Sover.", "");
  ROUND (f, "Change date of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_DATE, "261101", NULL);
  ROUND (f, "Change reason of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_REASON, "livshändelser", "");
  ROUND (f, "Change actions of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_ACTIONS, "Ring.", "");
  ROUND (f, "Change safety of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_SAFETY, "OK", "");
}

static void
test_fields (Fixture      *f,
             gconstpointer data)
{
  put_on (f, "AA-80");
  ROUND (f, "Change care contact of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_CARE_CONTACT, "den",
         "CSA");
  g_assert_cmpstr (fact_board_row_get_text (row_of (f, "AA-80"), FACT_FIELD_CARE_CONTACT), ==, "DEN");
  ROUND (f, "Change physician of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_PHYSICIAN, "CSA", "");
  ROUND (f, "Change children under 18 of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_CHILDREN, "Nej", "");
  ROUND (f, "Change other providers of AA-80", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_OTHER_PROVIDERS,
         "Hemtjänst", "");
  ROUND (f, "Change code of AA-81", fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_PATIENT, "aa-81", "AA-80");
}

static void
test_board_verbs (Fixture      *f,
                  gconstpointer data)
{
  const char *uid;
  FactWarning warning = { .kind = FACT_WARNING_LONG, .about = (char *) "x" };
  g_autoptr (GPtrArray) planned = NULL;
  FactLastStay last;

  put_on (f, "AA-80");
  uid = fact_team_find_patient (f->team, "aa-80");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_put_on_board, uid, NULL, NULL, 0, NULL, NULL, NULL);
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_take_off, row_of (f, "AA-80"), "magic", NULL, NULL, NULL);
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_REASON, "Ny patient", NULL);
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (1), "CSA");
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (4), "DEN");
  DO (f, fact_team_dismiss, row_of (f, "AA-80"), &warning);
  g_assert_cmpstr (fact_team_get_undo_text (f->team), ==, "Ignore a warning about AA-80");
  planned = fact_team_list_planned (f->team, row_of (f, "AA-80"));
  g_assert_cmpuint (planned->len, ==, 1);
  ROUND (f, "Take AA-80 off the board", fact_team_take_off, row_of (f, "AA-80"), "contact other", "Vila", NULL, planned);
  uid = fact_team_find_patient (f->team, "AA-80");
  g_assert_true (fact_team_get_last_stay (f->team, uid, &last));
  ROUND (f, "Put AA-80 on the board", fact_team_put_on_board, uid, NULL, last.reason, day (0), "Trött", "Ring", "OK");
  g_assert_cmpstr (fact_board_row_get_text (row_of (f, "AA-80"), FACT_FIELD_REASON), ==, "New patient");   /* the last */
  g_assert_cmpint (fact_contact_view_get_status (contact_of (f, "AA-80", 1)), ==, FACT_CONTACT_PLANNED);
  g_assert_cmpint (fact_contact_view_get_status (contact_of (f, "AA-80", 4)), ==, FACT_CONTACT_CALLED_OFF);
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_CARE_CONTACT, "", "CSA");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_take_off, row_of (f, "AA-80"), NULL, NULL, NULL, NULL);
}

static void
test_contact_verbs (Fixture      *f,
                    gconstpointer data)
{
  put_on (f, "AA-80");
  put_on (f, "BB-80");
  ROUND (f, "Plan CSA+DEN 10:00 home for AA-80, Wed 18 Nov", fact_team_plan_typed, row_of (f, "AA-80"), day (2),
         "CSA+DEN 10 hb");
  ROUND (f, "Plan 3 contacts for BB-80", fact_team_plan_typed, row_of (f, "BB-80"), day (2), "DEN må-on");
  ROUND (f, "Plan CSA phone for BB-80, Fri 20 Nov", fact_team_plan_contact, row_of (f, "BB-80"), day (4), f->csa,
         find_word (f, FACT_TYPE_KIND, "Phone"));
  ROUND (f, "Change CSA 11:00 phone ring först of AA-80", fact_team_edit_contact, contact_of (f, "AA-80", 2),
         "CSA 11 tele ring först", "CSA+DEN 10:00 home");
  ROUND (f, "CSA 11:00 phone ring först, AA-80: Done", fact_team_set_status, contact_of (f, "AA-80", 2),
         FACT_CONTACT_DONE);
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_remove_contact, contact_of (f, "AA-80", 2));
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_move_contact, contact_of (f, "AA-80", 2), row_of (f, "BB-80"), day (2),
           FALSE);
  DO (f, fact_team_set_status, contact_of (f, "AA-80", 2), FACT_CONTACT_PLANNED);
  ROUND (f, "Add to who takes part: CSA+DEN 11:00 phone ring först, AA-80", fact_team_join_contact,
         contact_of (f, "AA-80", 2), f->den);
  ROUND (f, "Split CSA 11:00 phone ring först, AA-80", fact_team_split_contact, contact_of (f, "AA-80", 2));
  g_assert_cmpuint (fact_board_row_get_day (row_of (f, "AA-80"), 2)->len, ==, 2);
  ROUND (f, "Move CSA 11:00 phone ring först, AA-80, to Thu 19 Nov", fact_team_move_contact, contact_of (f, "AA-80", 2),
         row_of (f, "AA-80"), day (3), FALSE);
  ROUND (f, "Copy CSA 11:00 phone ring först, AA-80, to Fri 20 Nov", fact_team_move_contact, contact_of (f, "AA-80", 3),
         row_of (f, "AA-80"), day (4), TRUE);
  ROUND (f, "Move CSA 11:00 phone ring först from AA-80 to BB-80, Sun 22 Nov", fact_team_move_contact,
         contact_of (f, "AA-80", 4), row_of (f, "BB-80"), day (6), FALSE);
  ROUND (f, "Change kind: CSA 11:00 home ring först, BB-80", fact_team_set_kind, contact_of (f, "BB-80", 6),
         find_word (f, FACT_TYPE_KIND, "Home visit"));
  ROUND (f, "Change time: CSA 08:15 home ring först, BB-80", fact_team_set_time, contact_of (f, "BB-80", 6), "08:15");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_set_time, contact_of (f, "BB-80", 6), "25:15");
  ROUND (f, "Take from who takes part: 08:15 home ring först, BB-80", fact_team_leave_contact, contact_of (f, "BB-80", 6),
         f->csa);
  ROUND_REOPENED (f, "Remove 08:15 home ring först, BB-80", "Remove a contact, BB-80", fact_team_remove_contact,
                  contact_of (f, "BB-80", 6));
}

/* Whose contacts CSA has after the day @last, on and off the board. */
static void
expect_planned (Fixture    *f,
                guint       last,
                const char *codes)
{
  g_autoptr (GPtrArray) planned = fact_team_list_planned_of (f->team, f->csa, last);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    g_string_append_printf (found, "%s%s", i ? " " : "", fact_contact_view_get_code (planned->pdata[i]));
  g_assert_cmpstr (found->str, ==, codes);
}

static void
test_hand_over (Fixture      *f,
                gconstpointer data)
{
  FactContactView *contact;

  put_on (f, "AA-80");
  put_on (f, "BB-80");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_hand_over_day, f->csa, f->den, day (2));
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (2), "CSA");
  DO (f, fact_team_plan_typed, row_of (f, "BB-80"), day (2), "CSA+DEN");
  DO (f, fact_team_plan_typed, row_of (f, "BB-80"), day (3), "CSA");
  DO (f, fact_team_take_off, row_of (f, "AA-80"), NULL, NULL, NULL, NULL);
  expect_planned (f, 0, "AA-80 BB-80 BB-80");
  expect_planned (f, day (2), "BB-80");
  ROUND (f, "Hand over 2 contacts", fact_team_hand_over_day, f->csa, f->den, day (2));
  contact = contact_of (f, "BB-80", 2);
  g_assert_cmpstr (fact_contact_view_get_signatures (contact), ==, "DEN");
  g_assert_cmpstr (fact_contact_view_get_signatures (contact_of (f, "BB-80", 3)), ==, "CSA");
  DO (f, fact_team_put_on_board, fact_team_find_patient (f->team, "AA-80"), NULL, NULL, 0, NULL, NULL, NULL);
  g_assert_cmpstr (fact_contact_view_get_signatures (contact_of (f, "AA-80", 2)), ==, "DEN");   /* off the board, too */
}

static void
test_patients_and_words (Fixture      *f,
                         gconstpointer data)
{
  FactPatientFields fields = { .code = "aa-80", .birth_year = 1980 };
  g_autofree char *proposed = NULL;
  const char *names[] = { "signature", "name", "position" };
  GValue value = G_VALUE_INIT;

  ROUND (f, "Add patient AA-80", fact_team_add_patient, &fields);
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_add_patient, &fields);
  proposed = fact_team_propose_code (f->team, "AA-80");
  g_assert_cmpstr (proposed, ==, "AA-80b");
  fields.code = "80-AA";
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_add_patient, &fields);
  fields.code = proposed;
  DO (f, fact_team_add_patient, &fields);
  fields.children = "Nej";
  ROUND (f, "Change children under 18 of AA-80b", fact_team_edit_patient, fact_team_find_patient (f->team, "AA-80b"),
         &fields, NULL);

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "ONS");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_add_word, FACT_TYPE_STAFF, 1, names, &value);
  g_value_set_static_string (&value, "csa");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_add_word, FACT_TYPE_STAFF, 1, names, &value);
  g_value_set_static_string (&value, "Akut");
  DO (f, fact_team_edit_word, find_word (f, FACT_TYPE_TRIAGE, "Crisis"), 1, names + 1, &value);
  g_assert_cmpstr (fact_team_get_undo_text (f->team), ==, "Change Akut");
  DO (f, fact_team_move_word, find_word (f, FACT_TYPE_TRIAGE, "Akut"), NULL);
  g_assert_cmpstr (fact_triage_get_label (fact_board_get_section (fact_team_get_board (f->team), 4, NULL)), ==, "Akut");
  DO (f, fact_team_remove_word, find_word (f, FACT_TYPE_TRIAGE, "Akut"));
  g_assert_cmpuint (fact_board_get_n_sections (fact_team_get_board (f->team)), ==, 4);
  g_value_unset (&value);
}

/* from, until: as YYYY-MM-DD, NULL none. */
static gboolean
add_person (Fixture     *f,
            const char  *signature,
            const char  *from,
            const char  *until,
            GError     **error)
{
  const char *names[] = { "signature", "from-date", "until" };
  GValue values[] = { G_VALUE_INIT, G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (FactChange) change = NULL;

  g_value_init (&values[0], G_TYPE_STRING);
  g_value_set_static_string (&values[0], signature);
  for (guint i = 1; i < 3; i++)
    g_value_init (&values[i], G_TYPE_UINT);
  g_value_set_uint (&values[1], fact_day_parse_iso (from));
  g_value_set_uint (&values[2], fact_day_parse_iso (until));
  change = fact_team_add_word (f->team, FACT_TYPE_STAFF, 3, names, values, error);
  g_value_unset (&values[0]);
  return change && try_commit (f, change, error);
}

/* A signature is one person's while they are there and for five years after. */
static void
test_signature_is_kept (Fixture      *f,
                        gconstpointer data)
{
  static const struct {
    const char *from, *until, *fault;
  } cases[] = {
    { "2026-11-18", NULL, "EKM was somebody else's until 2021-11-18. A signature is not given again within five years." },
    { "2021-11-18", NULL, "Somebody has the signature EKM already." },
    { NULL, NULL, "Somebody has the signature EKM already." },
    { "2026-11-20", "2026-11-19", "The last day is before the first." },
    { "2026-11-19", NULL, NULL },
    { "2032-01-01", NULL, "Somebody has the signature ekm already." },
  };

  g_assert_true (add_person (f, "EKM", "2019-01-01", "2021-11-18", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (add_person (f, "ekm", cases[i].from, cases[i].until, &error), ==, !cases[i].fault);
    g_assert_cmpstr (error ? error->message : NULL, ==, cases[i].fault);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

/* In a file without people anybody at the machine may add the first, and nothing else. */
static void
test_first_person (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint today = fact_clock_get_today (f->clock);
  const char *name = "until";
  GValue value = G_VALUE_INIT;

  fact_team_set_person (f->team, NULL);
  g_assert_false (add_person (f, "EKM", NULL, NULL, &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON);
  g_clear_error (&error);

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, today - 1);
  fact_team_set_person (f->team, f->csa);
  DO (f, fact_team_edit_word, f->den, 1, &name, &value);
  DO (f, fact_team_edit_word, f->csa, 1, &name, &value);
  g_value_unset (&value);
  fact_team_set_person (f->team, NULL);
  g_assert_true (add_person (f, "EKM", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (add_person (f, "FLN", NULL, NULL, &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON);
}

static void
test_errors (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (FactChange) mine = NULL, remove = NULL;
  g_autoptr (GError) error = NULL, in_use = NULL, no_person = NULL;
  g_autofree char *words = NULL;

  put_on (f, "AA-80");
  REFUSED (f, FACT_TEAM_ERROR_CONFLICT, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_SITUATION, "Mitt", "Ditt");
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_DATE, "19-03-35", NULL);
  REFUSED (f, FACT_TEAM_ERROR_RULE, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_PHYSICIAN, "XYZ", NULL);

  /* DEN writes between verb and commit: the message says who, what, when */
  mine = fact_team_set_field (f->team, row_of (f, "AA-80"), FACT_FIELD_SITUATION, "Mitt", NULL, &error);
  fact_team_set_person (f->team, f->den);
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_SITUATION, "Ditt", NULL);
  fact_team_set_person (f->team, f->csa);
  g_assert_false (try_commit (f, mine, &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Could not save. Nothing was changed. It was changed since: 2026-11-18 13:00, DEN: "
                   "Change situation of AA-80. Look at it and try again.");
  g_assert_cmpstr (fact_board_row_get_text (row_of (f, "AA-80"), FACT_FIELD_SITUATION), ==, "Ditt");
  /* DEN's change is not CSA's to undo */
  g_assert_cmpstr (fact_team_get_undo_text (f->team), ==, "Put AA-80 on the board");

  remove = fact_team_remove_word (f->team, f->csa, &in_use);
  g_assert_false (try_commit (f, remove, &in_use));
  g_assert_error (in_use, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
  g_assert_nonnull (strstr (in_use->message, "1 patient has CSA as a contact person or in the week: AA-80. Give a last day instead."));

  fact_team_set_person (f->team, NULL);
  g_assert_false (fact_team_can_undo (f->team));
  words = undo_or_redo (f, FALSE, &no_person);
  g_assert_error (no_person, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON);
}

static void
set_week (Fixture  *f,
          FactTeam *team,
          FactWeek  week)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  fact_team_set_week_async (team, week, NULL, keep_result_cb, &result);
  fact_team_set_week_finish (team, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
test_weeks_and_past (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FactTeam) past = NULL;
  FactBoardRow *row;
  GError *error = NULL;

  put_on (f, "AA-80");
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (2) - 28, "CSA!");
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (2), "CSA");
  close_team (f);
  open_team (f);
  fact_team_set_person (f->team, find_word (f, FACT_TYPE_STAFF, "CSA"));
  g_string_truncate (f->log, 0);
  set_week (f, f->team, day (0) - 28);
  g_assert_cmpstr (f->log->str, ==, "(0,1,1)");
  g_assert_cmpint (fact_contact_view_get_status (contact_of (f, "AA-80", 2)), ==, FACT_CONTACT_DONE);
  set_week (f, f->team, day (0));

  fact_clock_set_now (f->clock, NOON (5));
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_SITUATION, "Bättre", NULL);
  DO (f, fact_team_remove_contact, contact_of (f, "AA-80", 2));
  fact_team_open_as_of_async (f->team, day (2), NULL, keep_result_cb, &result);
  past = fact_team_open_as_of_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (fact_team_is_read_only (past));
  row = fact_board_get_row (fact_team_get_board (past), 0);
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_SITUATION), ==, "");
  g_assert_cmpuint (fact_board_row_get_day (row, 2)->len, ==, 1);
  g_assert_cmpuint (fact_board_row_get_day_count (row), ==, 1);
  g_assert_null (fact_team_set_triage (past, row, fact_board_row_get_triage (row), &error));
  g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_READ_ONLY);
  g_clear_error (&error);
  settle ();
}

static void
test_text_and_grid (Fixture      *f,
                    gconstpointer data)
{
  GPtrArray *warnings;
  FactWarning *warning;

  put_on (f, "AA-80");
  DO (f, fact_team_plan_typed, row_of (f, "AA-80"), day (3), "CSA");
  g_assert_cmpuint (fact_board_row_get_warnings (row_of (f, "AA-80"))->len, ==, 0);
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_ACTIONS, "CSA kontakt på fredag.", NULL);
  warnings = fact_board_row_get_warnings (row_of (f, "AA-80"));
  g_assert_cmpuint (warnings->len, ==, 1);
  warning = warnings->pdata[0];
  g_assert_cmpint (warning->kind, ==, FACT_WARNING_TEXT_GRID);
  g_assert_cmpstr (warning->text, ==, "Text says Friday, grid Thursday");
  g_assert_cmpuint (warning->text_day, ==, day (4));
  g_assert_cmpuint (warning->grid_day, ==, day (3));
  g_assert_cmpstr (warning->contact_uid, ==, fact_contact_view_get_uid (contact_of (f, "AA-80", 3)));
  DO (f, fact_team_dismiss, row_of (f, "AA-80"), warning);
  g_assert_cmpuint (fact_board_row_get_warnings (row_of (f, "AA-80"))->len, ==, 0);
  g_free (undo_or_redo (f, FALSE, NULL));
  g_assert_cmpuint (fact_board_row_get_warnings (row_of (f, "AA-80"))->len, ==, 1);
  DO (f, fact_team_move_contact, contact_of (f, "AA-80", 3), row_of (f, "AA-80"), day (4), FALSE);
  g_assert_cmpuint (fact_board_row_get_warnings (row_of (f, "AA-80"))->len, ==, 0);
  /* Tuesday is past on this Wednesday: next week is meant, and this week's grid is not asked */
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_ACTIONS, "CSA kontakt på tisdag.", NULL);
  g_assert_cmpuint (fact_board_row_get_warnings (row_of (f, "AA-80"))->len, ==, 0);
  fact_clock_set_now (f->clock, NOON (8));
  warnings = fact_board_row_get_warnings (row_of (f, "AA-80"));
  g_assert_cmpuint (warnings->len, >, 0);
  warning = warnings->pdata[0];
  g_assert_cmpint (warning->kind, ==, FACT_WARNING_TEXT_GRID);
  g_assert_cmpuint (warning->text_day, ==, day (8));
}

static void
expect_patients (Fixture    *f,
                 const char *log,
                 const char *codes)
{
  FactPatients *patients = fact_team_get_patients (f->team);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; fact_patients_get_view (patients, i); i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", fact_patient_view_get_code (fact_patients_get_view (patients, i)));
  g_assert_cmpstr (text->str, ==, codes);
  g_assert_cmpstr (f->log->str, ==, log);
  g_string_truncate (f->log, 0);
}

static void
test_patients (Fixture      *f,
               gconstpointer data)
{
  FactPatients *patients = fact_team_get_patients (f->team);
  FactPatientFields fields = { .code = "CC-70" };

  put_on (f, "BB-80");
  put_on (f, "AA-80");
  g_string_truncate (f->log, 0);
  g_signal_handlers_disconnect_by_func (fact_team_get_board (f->team), items_changed_cb, f);
  g_signal_connect (patients, "items-changed", G_CALLBACK (items_changed_cb), f);
  DO (f, fact_team_add_patient, &fields);
  expect_patients (f, "(2,0,1)", "AA-80 BB-80 CC-70");
  DO (f, fact_team_set_field, row_of (f, "BB-80"), FACT_FIELD_CHILDREN, "Nej", NULL);
  expect_patients (f, "(1,1,1)", "AA-80 BB-80 CC-70");
  DO (f, fact_team_set_field, row_of (f, "AA-80"), FACT_FIELD_PATIENT, "DD-80", NULL);
  expect_patients (f, "(0,1,0)(2,0,1)", "BB-80 CC-70 DD-80");
  fact_patients_set_filter (patients, &(FactPatientsFilter) { .off_board = TRUE });
  expect_patients (f, "(0,3,1)", "CC-70");
  DO (f, fact_team_take_off, row_of (f, "BB-80"), NULL, NULL, NULL, NULL);
  expect_patients (f, "(0,0,1)", "BB-80 CC-70");
  fact_patients_set_filter (patients, &(FactPatientsFilter) { .text = "csa" });
  expect_patients (f, "(0,2,2)", "BB-80 DD-80");
  fact_patients_set_filter (patients, NULL);
  expect_patients (f, "(0,2,3)", "BB-80 CC-70 DD-80");
  fact_patients_set_sort (patients, FACT_PATIENTS_BY_ON_BOARD);
  expect_patients (f, "(0,3,3)", "DD-80 BB-80 CC-70");
  fact_patients_set_sort (patients, FACT_PATIENTS_BY_CARE_CONTACT);
  expect_patients (f, "(0,3,3)", "BB-80 DD-80 CC-70");
  g_signal_handlers_disconnect_by_func (patients, items_changed_cb, f);
  close_team (f);
  open_team (f);
  expect_patients (f, "", "BB-80 CC-70 DD-80");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/team/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("stay-verbs", test_stay_verbs);
  ADD ("fields", test_fields);
  ADD ("board-verbs", test_board_verbs);
  ADD ("contact-verbs", test_contact_verbs);
  ADD ("hand-over", test_hand_over);
  ADD ("patients-and-words", test_patients_and_words);
  ADD ("signature-is-kept", test_signature_is_kept);
  ADD ("first-person", test_first_person);
  ADD ("errors", test_errors);
  ADD ("weeks-and-past", test_weeks_and_past);
  ADD ("text-and-grid", test_text_and_grid);
  ADD ("patients", test_patients);
  return g_test_run ();
}
