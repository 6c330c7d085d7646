/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-patient.h"
#include "fact-team-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

typedef struct {
  char *folded;
  FactPatient *found;
} Search;

static void
search_case_cb (gpointer key,
                gpointer value,
                gpointer data)
{
  FactCase *one = value;
  Search *search = data;
  g_autofree char *folded = one->patient ? g_utf8_casefold (one->patient->code, -1) : NULL;

  if (g_strcmp0 (folded, search->folded) == 0)
    search->found = one->patient;
}

static FactPatient *
find_bearer (FactTeam   *self,
             const char *code)
{
  g_autofree char *folded = g_utf8_casefold (code, -1);
  Search search = { .folded = folded };

  fact_cases_foreach (self->cases, search_case_cb, &search);
  return search.found;
}

/* Capital initials; the letter of a second bearer stays small. */
static char *
normalise_code (const char *typed)
{
  g_autofree char *code = g_strstrip (g_strdup (typed));
  const char *dash = strchr (code, '-');
  g_autofree char *initials = dash ? g_utf8_strup (code, dash - code) : NULL;

  return dash ? g_strconcat (initials, dash, NULL) : g_steal_pointer (&code);
}

static void
set_fields (FactTeam                *self,
            FactChange              *change,
            FactPatient             *patient,
            const FactPatientFields *fields)
{
  fact_change_set (change, patient, "sex", fields->sex, "birth-year", fields->birth_year, "other-providers",
                   fields->other_providers, "health-centre", fields->health_centre, "interpreter", fields->interpreter,
                   "care-contact", fields->care_contact, "physician", fields->physician, "municipal-contact",
                   fields->municipal_contact, "children", fields->children, NULL);
  if (patient->municipality != fields->municipality)
    fact_change_set (change, patient, "municipality", fields->municipality, "municipality-from",
                     fields->municipality ? fact_clock_get_today (self->clock) : 0, NULL);
}

/* That nobody else has @code; else the message proposes a free one. */
static gboolean
check_code (FactTeam     *self,
            FactPatient  *patient,
            const char   *code,
            GError      **error)
{
  FactPatient *bearer = find_bearer (self, code);
  g_autofree char *free_code = NULL;

  if (!bearer || bearer == patient)
    return TRUE;
  free_code = fact_team_propose_code (self, code);
  return fact_team_refuse (error, _("Another patient has the code %s. Is it not the same person, write %s."), code,
                           free_code) != NULL;
}

gboolean
fact_team_write_code (FactTeam     *self,
                      FactChange   *change,
                      FactPatient  *patient,
                      const char   *typed,
                      GError      **error)
{
  g_autofree char *code = normalise_code (typed);

  if (!g_regex_match_simple ("^\\p{L}+-[0-9]{2}\\p{L}?$", code, 0, 0))
    return fact_team_refuse (error, _("\"%s\" is not a code. Write initials and year of birth: DD-75."), typed) != NULL;
  if (!check_code (self, patient, code, error))
    return FALSE;
  fact_change_set (change, patient, "code", code, NULL);
  return TRUE;
}

static gboolean
refuse_both (const char  *now,
             const char  *wanted,
             GError     **error)
{
  g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT,
               _("Nothing was changed. Somebody has written meanwhile: \"%s\". You wrote: \"%s\". Save again to keep yours."),
               now ? now : "", wanted ? wanted : "");
  return FALSE;
}

static gboolean
merge_text (const char **wanted,
            const char  *began,
            const char  *now,
            GError     **error)
{
  if (g_strcmp0 (*wanted, began) == 0)
    *wanted = now;
  else if (g_strcmp0 (now, began) != 0 && g_strcmp0 (now, *wanted) != 0)
    return refuse_both (now, *wanted, error);
  return TRUE;
}

/* @wanted: the address of a pointer to a record. */
static gboolean
merge_record (gpointer   wanted,
              gpointer   began,
              gpointer   now,
              GError   **error)
{
  gpointer *record = wanted;

  if (*record == began)
    *record = now;
  else if (now != began && now != *record)
    return refuse_both (now ? fact_vocabulary_get_label (now) : NULL,
                        *record ? fact_vocabulary_get_label (*record) : NULL, error);
  return TRUE;
}

static gboolean
merge_birth_year (int      *wanted,
                  int       began,
                  int       now,
                  GError  **error)
{
  g_autofree char *year = g_strdup_printf ("%d", now);
  g_autofree char *typed = g_strdup_printf ("%d", *wanted);

  if (*wanted == began)
    *wanted = now;
  else if (now != began && now != *wanted)
    return refuse_both (year, typed, error);
  return TRUE;
}

static gboolean
merge_fields (FactPatientFields        *wanted,
              const FactPatientFields  *began,
              const FactPatientFields  *now,
              GError                  **error)
{
  if (wanted->sex == began->sex)
    wanted->sex = now->sex;
  else if (now->sex != began->sex && now->sex != wanted->sex)
    return refuse_both (fact_sex_get_word (now->sex), fact_sex_get_word (wanted->sex), error);
  return merge_text (&wanted->code, began->code, now->code, error) &&
         merge_birth_year (&wanted->birth_year, began->birth_year, now->birth_year, error) &&
         merge_text (&wanted->other_providers, began->other_providers, now->other_providers, error) &&
         merge_text (&wanted->health_centre, began->health_centre, now->health_centre, error) &&
         merge_text (&wanted->interpreter, began->interpreter, now->interpreter, error) &&
         merge_text (&wanted->children, began->children, now->children, error) &&
         merge_record (&wanted->municipality, began->municipality, now->municipality, error) &&
         merge_record (&wanted->care_contact, began->care_contact, now->care_contact, error) &&
         merge_record (&wanted->physician, began->physician, now->physician, error) &&
         merge_record (&wanted->municipal_contact, began->municipal_contact, now->municipal_contact, error);
}

gboolean
fact_team_sets_code (FactChange *change)
{
  FactRecordClass *klass;
  int column;

  /* An import knows all the codes of its table and asks about them. */
  if (!g_str_has_prefix (fact_change_get_verb (change), "patient."))
    return FALSE;
  for (guint i = 0; i < fact_change_get_n_edits (change); i++) {
    FactRecord *record = fact_change_get_record (change, i);
    g_autoptr (GVariant) before = NULL, after = NULL;

    if (!FACT_IS_PATIENT (record))
      continue;
    klass = FACT_RECORD_GET_CLASS (record);
    column = fact_record_class_find_column (klass, "code");
    before = fact_record_get_stored (record, (guint) column);
    after = fact_change_get_after (change, record, (guint) column);
    if (!before || !after || !g_variant_equal (before, after))
      return TRUE;
  }
  return FALSE;
}

gboolean
fact_team_check_codes (FactTeam    *self,
                       FactChange  *change,
                       GError     **error)
{
  for (guint i = 0; i < fact_change_get_n_edits (change); i++) {
    FactRecord *record = fact_change_get_record (change, i);
    g_autoptr (GVariant) code = NULL;

    if (!FACT_IS_PATIENT (record))
      continue;
    code = fact_change_get_after (change, record, (guint) fact_record_class_find_column (FACT_RECORD_GET_CLASS (record),
                                                                                         "code"));
    if (!check_code (self, FACT_PATIENT (record), g_variant_get_string (code, NULL), error))
      return FALSE;
  }
  return TRUE;
}

FactChange *
fact_team_add_patient (FactTeam                 *self,
                       const FactPatientFields  *fields,
                       GError                  **error)
{
  g_autoptr (FactChange) change = NULL;
  FactPatient *patient;

  g_return_val_if_fail (FACT_IS_TEAM (self) && fields && fields->code, NULL);

  change = fact_team_begin (self, "patient.add", NULL, NULL, error);
  if (!change)
    return NULL;
  patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, fact_team_get_now (self), "sex", fields->sex, NULL);
  fact_change_set_subject (change, fact_record_get_uid (FACT_RECORD (patient)));
  if (!fact_team_write_code (self, change, patient, fields->code, error))
    return NULL;
  set_fields (self, change, patient, fields);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_edit_patient (FactTeam                 *self,
                        const char               *patient_uid,
                        const FactPatientFields  *fields,
                        const FactPatientFields  *began,
                        GError                  **error)
{
  g_autoptr (FactChange) change = NULL;
  FactPatientFields merged, now;
  FactCase *one;

  g_return_val_if_fail (FACT_IS_TEAM (self) && patient_uid && fields && fields->code, NULL);

  one = fact_cases_lookup (self->cases, patient_uid);
  if (!one || !one->patient) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE, _("There is no such patient any more."));
    return NULL;
  }
  change = fact_team_begin (self, "patient.edit", one->patient, NULL, error);
  merged = *fields;
  fact_team_get_fields (one->patient, &now);
  if (!change || (began && !merge_fields (&merged, began, &now, error)) ||
      !fact_team_write_code (self, change, one->patient, merged.code, error))
    return NULL;
  set_fields (self, change, one->patient, &merged);
  return g_steal_pointer (&change);
}

void
fact_team_get_fields (FactPatient       *patient,
                      FactPatientFields *fields)
{
  *fields = (FactPatientFields) {
    .code = patient->code,
    .sex = patient->sex,
    .birth_year = patient->birth_year,
    .municipality = patient->municipality,
    .other_providers = patient->other_providers,
    .health_centre = patient->health_centre,
    .interpreter = patient->interpreter,
    .care_contact = patient->care_contact,
    .physician = patient->physician,
    .municipal_contact = patient->municipal_contact,
    .children = patient->children,
  };
}

void
fact_patient_fields_copy (FactPatientFields       *self,
                          const FactPatientFields *other)
{
  *self = *other;
  self->code = g_strdup (other->code);
  self->other_providers = g_strdup (other->other_providers);
  self->health_centre = g_strdup (other->health_centre);
  self->interpreter = g_strdup (other->interpreter);
  self->children = g_strdup (other->children);
}

void
fact_patient_fields_clear (FactPatientFields *self)
{
  g_free ((char *) self->code);
  g_free ((char *) self->other_providers);
  g_free ((char *) self->health_centre);
  g_free ((char *) self->interpreter);
  g_free ((char *) self->children);
  *self = (FactPatientFields) { 0 };
}

char *
fact_team_propose_code (FactTeam   *self,
                        const char *code)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && code, NULL);

  base = normalise_code (code);
  for (char letter = 'a'; letter <= 'z'; letter++) {
    g_autofree char *tried = letter == 'a' ? g_strdup (base) : g_strdup_printf ("%s%c", base, letter);

    if (!find_bearer (self, tried))
      return g_steal_pointer (&tried);
  }
  return g_steal_pointer (&base);
}

const char *
fact_team_find_patient (FactTeam   *self,
                        const char *code)
{
  FactPatient *patient;

  g_return_val_if_fail (FACT_IS_TEAM (self) && code, NULL);

  patient = find_bearer (self, code);
  return patient ? fact_record_get_uid (FACT_RECORD (patient)) : NULL;
}

char *
fact_team_get_code (FactTeam   *self,
                    const char *patient_uid)
{
  FactCase *one;

  g_return_val_if_fail (FACT_IS_TEAM (self) && patient_uid, NULL);

  one = fact_cases_lookup (self->cases, patient_uid);
  return one && one->patient ? g_strdup (one->patient->code) : NULL;
}
