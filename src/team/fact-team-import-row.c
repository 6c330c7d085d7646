/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-import-private.h"

#include "fact-typed-contact.h"

#include <glib/gi18n-lib.h>

#include <stdlib.h>
#include <string.h>

static gint64
now_of (FactImportBuild *build)
{
  return fact_clock_get_now (fact_team_get_clock (build->import->team));
}

/* "DD-75": born 1975; a year that would be to come is of the century before. */
static int
birth_year (FactImportBuild *build,
            const char      *code)
{
  const char *digits = strchr (code, '-');
  int year = digits ? atoi (digits + 1) : 0;
  int today, month, day;

  if (!digits)
    return 0;
  fact_day_get_ymd (fact_clock_get_today (fact_team_get_clock (build->import->team)), &today,
                    &month, &day);
  return 2000 + year <= today ? 2000 + year : 1900 + year;
}

static void
build_patient (FactImportBuild *build,
               FactImportRow   *row)
{
  const FactImportBearer *bearer = row->bearers->pdata[row->bearer];
  const char *rest;

  if (!row->patient)
    row->patient = fact_change_add (build->change, FACT_TYPE_PATIENT, NULL, now_of (build), "code", bearer->code,
                                    "birth-year", birth_year (build, bearer->code), NULL);
  if (row->cells[FACT_FIELD_CARE_CONTACT])
    fact_change_set (build->change, row->patient, "care-contact",
                     fact_import_find_staff (build, row->cells[FACT_FIELD_CARE_CONTACT]), NULL);
  if (row->cells[FACT_FIELD_PHYSICIAN])
    fact_change_set (build->change, row->patient, "physician",
                     fact_import_find_staff (build, row->cells[FACT_FIELD_PHYSICIAN]), NULL);
  if (row->cells[FACT_FIELD_CHILDREN])
    fact_change_set (build->change, row->patient, "children", row->cells[FACT_FIELD_CHILDREN], NULL);
  if (row->cells[FACT_FIELD_OTHER_PROVIDERS]) {
    FactOrganisation *place = fact_import_split_providers (build, row->cells[FACT_FIELD_OTHER_PROVIDERS], &rest);

    fact_change_set (build->change, row->patient, "municipality", place, "other-providers", rest, NULL);
  }
}

static gboolean
differs (const char *stored,
         const char *cell)
{
  return strcmp (stored ? stored : "", cell) != 0;
}

static void
build_texts (FactImportBuild *build,
             FactImportRow   *row,
             gboolean         fresh)
{
  FactChange *change = build->change;
  guint today = fact_clock_get_today (fact_team_get_clock (build->import->team));

  if (row->cells[FACT_FIELD_SITUATION])
    fact_change_set (change, row->stay, "situation", row->cells[FACT_FIELD_SITUATION], NULL);
  if (row->cells[FACT_FIELD_ACTIONS])
    fact_change_set (change, row->stay, "actions", row->cells[FACT_FIELD_ACTIONS], "actions-week",
                     *row->cells[FACT_FIELD_ACTIONS] ? build->import->week : 0, NULL);
  if (row->cells[FACT_FIELD_SAFETY] && (fresh || differs (row->stay->safety, row->cells[FACT_FIELD_SAFETY])))
    fact_change_set (change, row->stay, "safety", row->cells[FACT_FIELD_SAFETY], "safety-date", today, NULL);
}

static void
build_stay (FactImportBuild *build,
            FactImportRow   *row)
{
  guint today = fact_clock_get_today (fact_team_get_clock (build->import->team));
  gboolean fresh = row->stay == NULL;

  if (fresh)
    row->stay = fact_change_add (build->change, FACT_TYPE_STAY, NULL, now_of (build), "patient", row->patient,
                                 "date", row->date, "triage", row->triage, "triage-date", today, NULL);
  else if (row->stay->triage != row->triage)
    fact_change_set (build->change, row->stay, "date", row->date, "triage", row->triage, "triage-date", today, NULL);
  else
    fact_change_set (build->change, row->stay, "date", row->date, NULL);
  if (row->cells[FACT_FIELD_REASON])
    fact_change_set (build->change, row->stay, "reason",
                     fact_import_find_reason (build, row->cells[FACT_FIELD_REASON]), NULL);
  build_texts (build, row, fresh);
}

/* Whether a contact of the table is this one that stands already: the same people, or, of nobody, the same words. */
static gboolean
is_same (FactImportBuild        *build,
         const FactTypedContact *typed,
         FactContact            *contact)
{
  guint n = contact->who ? contact->who->len : 0;

  if (n != typed->staff->len)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    if (strcmp (fact_record_get_uid (contact->who->pdata[i]), typed->staff->pdata[i]) != 0)
      return FALSE;
  }
  if (n > 0)
    return TRUE;
  if (typed->text || contact->text)
    return g_strcmp0 (typed->text, contact->text) == 0;
  return typed->kind == NULL || (contact->kind && strcmp (typed->kind, fact_record_get_uid (FACT_RECORD (contact->kind))) == 0);
}

static gboolean
is_exported (FactContact *contact)
{
  return contact->status == FACT_CONTACT_PLANNED || contact->status == FACT_CONTACT_DONE ||
         contact->status == FACT_CONTACT_MISSED || contact->status == FACT_CONTACT_NO_ANSWER;
}

static FactContact *
take_same (FactImportBuild        *build,
           const FactTypedContact *typed,
           GPtrArray              *standing)
{
  guint found = G_MAXUINT;

  /* Of two of the same people the one at the same time. */
  for (guint i = 0; i < standing->len; i++) {
    FactContact *contact = standing->pdata[i];
    gboolean same = is_exported (contact) && is_same (build, typed, contact);

    if (same && (found == G_MAXUINT || (typed->time && g_strcmp0 (contact->time, typed->time) == 0)))
      found = i;
  }
  return found == G_MAXUINT ? NULL : g_ptr_array_steal_index (standing, found);
}

static GPtrArray *
list_staff (FactImportBuild        *build,
            const FactTypedContact *typed)
{
  GPtrArray *who = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < typed->staff->len; i++)
    g_ptr_array_add (who, g_object_ref (g_hash_table_lookup (build->staff_by_uid, typed->staff->pdata[i])));
  return who;
}

/* What the table says more than what stands; what it leaves out stays. */
/* Lists what was kept as text, and why when it looks like something else. */
static void
note_text (FactImportBuild *build,
           const char      *text)
{
  g_autofree char *no_time = fact_typed_find_no_time (text);
  /* Translators: a text of the table that is written as a time of day and is none: "25:99 (no such time)" */
  g_autofree char *told = no_time ? g_strdup_printf (_("%s (no such time)"), text) : g_strdup (text);

  fact_team_import_note (build->import, build->import->texts, told);
}

static void
refine_contact (FactImportBuild        *build,
                const FactTypedContact *typed,
                FactContact            *contact)
{
  if (typed->time)
    fact_change_set (build->change, contact, "time", typed->time, NULL);
  if (typed->kind)
    fact_change_set (build->change, contact, "kind", g_hash_table_lookup (build->kinds, typed->kind), NULL);
  if (!typed->text || g_strcmp0 (typed->text, contact->text) == 0)
    return;
  fact_change_set (build->change, contact, "text", typed->text, NULL);
  note_text (build, typed->text);
}

static void
add_contact (FactImportBuild        *build,
             FactImportRow          *row,
             guint                   day,
             const FactTypedContact *typed)
{
  g_autoptr (GPtrArray) who = list_staff (build, typed);

  fact_change_add (build->change, FACT_TYPE_CONTACT, NULL, now_of (build), "patient", row->patient, "date", day,
                   "time", typed->time, "who", who, "kind", typed->kind ? g_hash_table_lookup (build->kinds, typed->kind) : NULL,
                   "text", typed->text, "status", typed->done ? FACT_CONTACT_DONE : FACT_CONTACT_PLANNED,
                   "unplanned", typed->done, NULL);
  if (typed->text)
    note_text (build, typed->text);
}

static GPtrArray *
standing_on (FactImportRow *row,
             guint          day)
{
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; row->known && i < row->known->contacts->len; i++) {
    FactContact *contact = row->known->contacts->pdata[i];

    if (contact->date == day)
      g_ptr_array_add (standing, contact);
  }
  return standing;
}

static void
build_day (FactImportBuild *build,
           FactImportRow   *row,
           guint            weekday)
{
  const char *cell = row->cells[FACT_N_FIELDS + weekday];
  guint day = build->import->week + weekday;
  g_autoptr (GPtrArray) standing = NULL;
  GPtrArray *typed;

  if (!cell)
    return;
  standing = standing_on (row, day);
  typed = fact_import_parse (build->parsed, build->words, cell);
  for (guint i = 0; i < typed->len; i++) {
    FactContact *same = take_same (build, typed->pdata[i], standing);

    if (same)
      refine_contact (build, typed->pdata[i], same);
    else
      add_contact (build, row, day, typed->pdata[i]);
  }
  for (guint i = 0; i < standing->len; i++) {
    if (((FactContact *) standing->pdata[i])->status == FACT_CONTACT_PLANNED)
      fact_change_remove (build->change, standing->pdata[i]);
  }
}

void
fact_import_build_row (FactImportBuild *build,
                       FactImportRow   *row)
{
  guint weight = fact_change_get_weight (build->change);
  gboolean fresh;

  row->known = fact_import_row_find_known (build->import, row);
  row->patient = row->known ? row->known->patient : NULL;
  row->stay = row->known ? row->known->stay : NULL;
  row->first_edit = fact_change_get_n_edits (build->change);
  fresh = row->stay == NULL;
  build_patient (build, row);
  build_stay (build, row);
  for (guint weekday = 0; weekday < 7; weekday++)
    build_day (build, row, weekday);
  row->n_edits = fact_change_get_n_edits (build->change) - row->first_edit;
  if (fresh)
    row->verdict = FACT_IMPORT_NEW;
  else
    row->verdict = fact_change_get_weight (build->change) == weight ? FACT_IMPORT_SAME : FACT_IMPORT_CHANGED;
}
