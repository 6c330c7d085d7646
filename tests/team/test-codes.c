/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A patient is a code; two with one code are told apart and told of, wherever they stand (domain.md, Patients). */
#include "team-fixture.h"

#include "fact-patients.h"
#include "fact-team-patient.h"

typedef struct {
  TeamFixture *fixture;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->fixture = team_fixture_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  team_fixture_free (f->fixture);
}

static void
load_all (Fixture *f)
{
  fact_team_get_patients (f->fixture->team);
  for (gboolean complete = FALSE; !complete; g_object_get (f->fixture->team, "complete", &complete, NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
add (Fixture    *f,
     const char *code)
{
  const FactPatientFields fields = { .code = code };
  g_autoptr (GError) error = NULL;
  FactChange *change = fact_team_add_patient (f->fixture->team, &fields, &error);

  g_assert_no_error (error);
  team_fixture_commit (f->fixture, change);
}

static void
rename (Fixture    *f,
        const char *code,
        const char *other)
{
  const char *uid = fact_team_find_patient (f->fixture->team, code);
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (f->fixture->team), uid);
  FactPatientFields fields;
  g_autoptr (GError) error = NULL;
  FactChange *change;

  fact_patient_view_get_fields (view, &fields);
  fields.code = other;
  change = fact_team_edit_patient (f->fixture->team, uid, &fields, NULL, &error);
  g_assert_no_error (error);
  team_fixture_commit (f->fixture, change);
}

/* What is said of the patient in the list. */
static void
assert_told (Fixture    *f,
             const char *code,
             const char *expected)
{
  const char *uid = fact_team_find_patient (f->fixture->team, code);
  g_autofree char *told = NULL;

  g_assert_nonnull (uid);
  told = fact_patient_view_get_namesakes (fact_patients_lookup (fact_team_get_patients (f->fixture->team), uid));
  g_assert_cmpstr (told, ==, expected);
}

/* And on the board. */
static void
assert_told_on_board (Fixture    *f,
                      const char *code,
                      const char *expected)
{
  g_autofree char *told = fact_board_row_get_namesakes (team_fixture_find (f->fixture, code));

  g_assert_cmpstr (told, ==, expected);
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            guint      *n)
{
  (*n)++;
}

static void
test_namesakes (Fixture       *f,
                gconstpointer  data)
{
  guint n = 0;

  load_all (f);
  g_signal_connect (f->fixture->board, "items-changed", G_CALLBACK (changed_cb), &n);
  assert_told_on_board (f, "DD-75", NULL);
  add (f, "dd-75b");
  g_assert_cmpuint (n, ==, 1);     /* the row of DD-75 is another now */
  assert_told_on_board (f, "DD-75", "two DD-75");
  assert_told (f, "DD-75", "two DD-75");
  assert_told (f, "DD-75b", "two DD-75");
  assert_told (f, "NN-89", NULL);
  add (f, "DD-75c");
  assert_told_on_board (f, "DD-75", "3 DD-75");
  assert_told (f, "DD-75b", "3 DD-75");
  rename (f, "DD-75c", "CC-75");
  assert_told_on_board (f, "DD-75", "two DD-75");
  assert_told (f, "CC-75", NULL);
  rename (f, "DD-75b", "NN-89b");
  assert_told_on_board (f, "DD-75", NULL);
  assert_told_on_board (f, "NN-89", "two NN-89");
  rename (f, "NN-89", "NN-88");
  assert_told_on_board (f, "NN-88", NULL);
  assert_told (f, "NN-89b", NULL);
}

/* The other one is off the board, and nobody has asked for all patients yet. */
static void
test_at_start (Fixture       *f,
               gconstpointer  data)
{
  load_all (f);
  add (f, "DD-75b");
  rename (f, "NN-89", "NN-89b");
  add (f, "NN-89");
  team_fixture_reopen (f->fixture);
  assert_told_on_board (f, "DD-75", "two DD-75");
  assert_told_on_board (f, "NN-89b", "two NN-89");
  assert_told_on_board (f, "BB-90", NULL);
}

static void
test_codes (Fixture       *f,
            gconstpointer  data)
{
  static const struct {
    const char *typed, *code;      /* NULL: refused */
  } cases[] = {
    { "qq-85", "QQ-85" }, { " åö-01 ", "ÅÖ-01" }, { "A-99", "A-99" }, { "qqq-85b", "QQQ-85b" },
    { "", NULL }, { "QQ", NULL }, { "QQ85", NULL }, { "QQ-1985", NULL }, { "QQ-8", NULL }, { "85-QQ", NULL },
    { "QQ-85bb", NULL }, { "Q1-85", NULL }, { "QQ - 85", NULL }, { "-85", NULL }, { "qq-85", NULL }, { "DD-75", NULL },
  };
  g_autofree char *free_code = NULL;

  load_all (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const FactPatientFields fields = { .code = cases[i].typed };
    g_autoptr (GError) error = NULL;
    g_autoptr (FactChange) change = fact_team_add_patient (f->fixture->team, &fields, &error);

    g_assert_cmpint (change != NULL, ==, cases[i].code != NULL);
    if (change)
      team_fixture_commit (f->fixture, g_steal_pointer (&change));
    else
      g_assert_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
    if (cases[i].code)
      g_assert_nonnull (fact_team_find_patient (f->fixture->team, cases[i].code));
  }
  add (f, "DD-75b");
  free_code = fact_team_propose_code (f->fixture->team, "dd-75");
  g_assert_cmpstr (free_code, ==, "DD-75c");
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases) + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/codes/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("namesakes", test_namesakes);
  ADD ("at-start", test_at_start);
  ADD ("codes", test_codes);
  return g_test_run ();
}
