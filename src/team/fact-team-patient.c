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

gboolean
fact_team_write_code (FactTeam     *self,
                      FactChange   *change,
                      FactPatient  *patient,
                      const char   *typed,
                      GError      **error)
{
  g_autofree char *code = normalise_code (typed);
  g_autofree char *free_code = NULL;
  FactPatient *bearer;

  if (!g_regex_match_simple ("^\\p{L}+-[0-9]{2}\\p{L}?$", code, 0, 0))
    return fact_team_refuse (error, _("\"%s\" is not a code. Write initials and year of birth: DD-75."), typed) != NULL;
  bearer = find_bearer (self, code);
  if (!bearer || bearer == patient) {
    fact_change_set (change, patient, "code", code, NULL);
    return TRUE;
  }
  free_code = fact_team_propose_code (self, code);
  return fact_team_refuse (error, _("Another patient has the code %s. Is it not the same person, write %s."), code,
                           free_code) != NULL;
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
                        GError                  **error)
{
  g_autoptr (FactChange) change = NULL;
  FactCase *one;

  g_return_val_if_fail (FACT_IS_TEAM (self) && patient_uid && fields && fields->code, NULL);

  one = fact_cases_lookup (self->cases, patient_uid);
  if (!one || !one->patient) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE, _("There is no such patient any more."));
    return NULL;
  }
  change = fact_team_begin (self, "patient.edit", one->patient, NULL, error);
  if (!change || !fact_team_write_code (self, change, one->patient, fields->code, error))
    return NULL;
  set_fields (self, change, one->patient, fields);
  return g_steal_pointer (&change);
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
