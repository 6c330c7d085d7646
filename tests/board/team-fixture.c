/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team-fixture.h"

#include "fact-day.h"
#include "fact-records.h"
#include "fact-sqlite-store.h"
#include "fact-stay.h"
#include "fact-contact.h"
#include "fact-team-vocabulary.h"
#include "fact-vocabulary.h"
#include "waiting.h"

static gint64
noon (void)
{
  gint64 days = (gint64) fact_day_from_ymd (2026, 11, 18) - fact_day_from_ymd (1970, 1, 1);

  return days * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR;
}

gpointer
team_fixture_find_word (TeamFixture *self,
                        GType        type,
                        const char  *label)
{
  GListModel *words = fact_team_get_vocabulary (self->team, type);

  for (guint i = 0; i < g_list_model_get_n_items (words); i++) {
    g_autoptr (FactRecord) word = g_list_model_get_item (words, i);

    if (g_str_equal (fact_vocabulary_get_label (word), label))
      return word;
  }
  g_error ("no %s", label);
}

static void
add_row (TeamFixture *self,
         FactChange  *change,
         guint        i,
         FactStaff  **staff)
{
  static const char *const codes[] = { "NN-89", "BB-90", "EE-68", "DD-75", "AA-80" };
  static const char *const triages[] = { "Crisis", "New", "Admitted", "Observation", "Stable" };
  static const char *const situations[] = {
    "Bostadslös. Återkommande inläggningar.", "Bor hemma hos föräldrar. Önskar medicinering.",
    "Skurit sig i helgen, inlagd på avd. 56.", "Slutat ta medicin.", "Nytt boende.",
  };
  static const char *const actions[] = {
    "Krisplan ska upprättas. Frekvent kontakt med teamet i veckan. Boendestöd på torsdag.",
    "Besök i hemmet på onsdag, CSA+HMR. Planering efter detta. Mamma medverkar.",
    "DEN besök på avdelningen. SIP planeras på fredag tillsammans med SNG",
    "Kommunen följer upp och återrapporterar till oss kontinuerligt under veckan. CSA kontakt på onsdag.",
    "Fast vårdkontakt tar kontakt under veckan, tisdag",
  };
  guint monday = fact_day_from_ymd (2026, 11, 16);
  g_autofree char *made_up = g_strdup_printf ("%c%c-%02u", 'A' + i % 26, 'A' + i / 26 % 26, i % 100);
  FactPatient *patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, noon (),
                                          "code", i < G_N_ELEMENTS (codes) ? codes[i] : made_up,
                                          "care-contact", staff[i % 3], "other-providers", "Helsingborg",
                                          "children", i == 1 ? "Ja, bor ej hemma" : "Nej", NULL);
  g_autoptr (GPtrArray) who = g_ptr_array_new ();

  fact_change_add (change, FACT_TYPE_STAY, NULL, noon (), "patient", patient,
                   "triage", team_fixture_find_word (self, FACT_TYPE_TRIAGE, triages[i % 5]),
                   "reason", team_fixture_find_word (self, FACT_TYPE_REASON, "Increased symptoms"),
                   "date", fact_day_from_ymd (2026, 11, 17) - i % 20 * 3, "situation", situations[i % 5], "actions", actions[i % 5],
                   "actions-week", monday, "safety", "OK", NULL);
  g_ptr_array_add (who, staff[i % 3]);
  if (i == 0)
    g_ptr_array_add (who, staff[1]);
  fact_change_add (change, FACT_TYPE_CONTACT, NULL, noon (), "patient", patient, "date", monday + 2 + i % 3, "who", who,
                   "kind", team_fixture_find_word (self, FACT_TYPE_KIND, "Home visit"), NULL);
  /* A large board is as full as one is. */
  for (guint day = 0; i >= G_N_ELEMENTS (codes) && day < 5; day += 2)
    fact_change_add (change, FACT_TYPE_CONTACT, NULL, noon (), "patient", patient, "date", monday + day, "who", who,
                     "status", day < 2 ? FACT_CONTACT_DONE : FACT_CONTACT_PLANNED, "time", "10:00", NULL);
}

static void
fill (TeamFixture *self,
      guint        n_rows)
{
  static const char *const signatures[] = { "CSA", "KRO", "DEN" };
  FactOrganisation *region = team_fixture_find_word (self, FACT_TYPE_ORGANISATION, "Region");
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  FactStaff *staff[3];
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    staff[i] = fact_change_add (change, FACT_TYPE_STAFF, NULL, noon (), "signature", signatures[i],
                                "organisation", region, "position", (int) (i + 1), NULL);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, change, i, staff);
  fact_team_set_system_user (self->team, "test");
  fact_team_commit_async (self->team, change, NULL, keep_result_cb, &result);
  fact_team_commit_finish (self->team, wait_for (&result), &error);
  g_assert_no_error (error);
  fact_team_set_person (self->team, staff[0]);
}

static void
open_store (TeamFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "team.facttavlan", NULL);
  GError *error = NULL;
  guint n_types;
  const GType *types = fact_records_list_types (&n_types);

  self->store = fact_sqlite_store_new (path, types, n_types, self->clock, &error);
  g_assert_no_error (error);
}

static void
open_team (TeamFixture *self)
{
  g_autoptr (GAsyncResult) opened = NULL;
  GError *error = NULL;

  fact_team_open_async (self->store, self->clock, "desk", NULL, keep_result_cb, &opened);
  self->team = fact_team_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  self->board = fact_team_get_board (self->team);
}

void
team_fixture_reopen (TeamFixture *self)
{
  team_fixture_settle (self);
  g_assert_finalize_object (self->team);
  g_assert_finalize_object (self->store);
  open_store (self);
  open_team (self);
}

TeamFixture *
team_fixture_new (void)
{
  return team_fixture_new_sized (5);
}

TeamFixture *
team_fixture_new_sized (guint n_rows)
{
  TeamFixture *self = g_new0 (TeamFixture, 1);
  FactActor program = { .how = FACT_IDENTIFIED_PROGRAM, .workstation = "desk" };
  g_autoptr (FactChange) defaults = fact_team_build_defaults (noon ());
  g_autoptr (GAsyncResult) filled = NULL;
  GError *error = NULL;

  self->folder = g_dir_make_tmp ("fact-board-XXXXXX", &error);
  g_assert_no_error (error);
  self->clock = fact_clock_new_fixed (NULL, noon ());
  open_store (self);
  fact_store_commit_async (self->store, &defaults, 1, &program, NULL, keep_result_cb, &filled);
  fact_store_commit_finish (self->store, wait_for (&filled), &error);
  g_assert_no_error (error);
  open_team (self);
  fill (self, n_rows);
  team_fixture_settle (self);

  return self;
}

void
team_fixture_free (TeamFixture *self)
{

  team_fixture_settle (self);
  g_clear_object (&self->team);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

gint64
team_fixture_commit (TeamFixture *self,
                     FactChange  *change)
{
  g_autoptr (FactChange) owned = change;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  fact_team_commit_async (self->team, owned, NULL, keep_result_cb, &result);
  fact_team_commit_finish (self->team, wait_for (&result), &error);
  g_assert_no_error (error);
  team_fixture_settle (self);

  return fact_change_get_seq (owned);
}

char *
team_fixture_undo (TeamFixture  *self,
                   gboolean      redo,
                   GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *words;

  if (redo)
    fact_team_redo_async (self->team, NULL, keep_result_cb, &result);
  else
    fact_team_undo_async (self->team, NULL, keep_result_cb, &result);
  words = fact_team_undo_finish (self->team, wait_for (&result), NULL, error);
  team_fixture_settle (self);

  return words;
}

void
team_fixture_settle (TeamFixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

FactBoardRow *
team_fixture_find (TeamFixture *self,
                   const char  *code)
{
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (self->board, i)); i++)
    if (g_str_equal (fact_board_row_get_code (row), code))
      return row;

  return NULL;
}

char *
team_fixture_read_day (TeamFixture *self,
                       const char  *code,
                       guint        weekday)
{
  GPtrArray *contacts = fact_board_row_get_day (team_fixture_find (self, code), weekday);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++) {
    g_autofree char *typed = fact_contact_view_get_typed (g_ptr_array_index (contacts, i));

    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", typed);
  }

  return g_string_free (text, FALSE);
}
