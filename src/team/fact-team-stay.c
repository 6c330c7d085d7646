/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-stay.h"
#include "fact-team-private.h"

#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-typed-date.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* So many days after the end of a stay its texts are offered again. */
#define OFFER_DAYS 14

static const char *const helped_codes[] = { "contact", "medication", "housing", "admission", "relatives", "crisis-plan",
                                            "other", NULL };

static guint
get_today (FactTeam *self)
{
  return fact_clock_get_today (self->clock);
}

static gboolean
is_empty (const char *typed)
{
  return strspn (typed, " \t\n") == strlen (typed);
}

static gboolean
set_date (FactTeam    *self,
          FactChange  *change,
          FactStay    *stay,
          const char  *typed,
          GError     **error)
{
  guint date = fact_typed_date_parse (typed, get_today (self), FACT_TYPED_DATE_PAST);

  if (!date)
    return fact_team_refuse (error, _("\"%s\" is not a date. Write 190327 or 2019-03-27."), typed) != NULL;
  fact_change_set (change, stay, "date", date, NULL);
  return TRUE;
}

static gboolean
set_triage (FactTeam    *self,
            FactChange  *change,
            FactStay    *stay,
            FactTriage  *triage)
{
  if (stay->triage != triage)
    fact_change_set (change, stay, "triage", triage, "triage-date", get_today (self), NULL);
  return TRUE;
}

static gboolean
set_triage_typed (FactTeam    *self,
                  FactChange  *change,
                  FactStay    *stay,
                  const char  *typed,
                  GError     **error)
{
  FactTriage *triage = fact_team_find_word (self, FACT_TYPE_TRIAGE, typed);

  if (!triage)
    return fact_team_refuse (error, _("There is no triage state \"%s\"."), typed) != NULL;
  return set_triage (self, change, stay, triage);
}

static gboolean
set_reason_typed (FactTeam    *self,
                  FactChange  *change,
                  FactStay    *stay,
                  const char  *typed,
                  GError     **error)
{
  FactReason *reason = fact_team_find_word (self, FACT_TYPE_REASON, typed);

  if (!reason && !is_empty (typed))
    return fact_team_refuse (error, _("There is no reason \"%s\"."), typed) != NULL;
  fact_change_set (change, stay, "reason", reason, NULL);
  return TRUE;
}

static gboolean
set_staff (FactTeam    *self,
           FactChange  *change,
           FactPatient *patient,
           const char  *property,
           const char  *typed,
           GError     **error)
{
  FactStaff *staff = is_empty (typed) ? NULL : fact_team_find_staff (self, typed, error);

  if (!staff && !is_empty (typed))
    return FALSE;
  fact_change_set (change, patient, property, staff, NULL);
  return TRUE;
}

static FactOrganisation *
find_municipality (FactTeam   *self,
                   const char *name)
{
  g_autoptr (GPtrArray) all = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_ORGANISATION));
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < all->len; i++) {
    g_autofree char *other = g_utf8_casefold (fact_organisation_get_name (all->pdata[i]), -1);

    if (fact_organisation_get_kind (all->pdata[i]) == FACT_ORGANISATION_MUNICIPALITY && g_str_equal (folded, other))
      return all->pdata[i];
  }
  return NULL;
}

/* "Borås, Hemtjänst": what stands before the first comma is the municipality when there is such a one. */
static void
set_providers (FactTeam    *self,
               FactChange  *change,
               FactPatient *patient,
               const char  *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, ",", 2);
  FactOrganisation *municipality = parts[0] ? find_municipality (self, g_strstrip (parts[0])) : NULL;

  if (municipality != patient->municipality)
    fact_change_set (change, patient, "municipality", municipality, "municipality-from",
                     municipality ? get_today (self) : 0, NULL);
  if (municipality)
    fact_change_set (change, patient, "other-providers", parts[1] ? g_strstrip (parts[1]) : NULL, NULL);
  else
    fact_change_set (change, patient, "other-providers", typed, NULL);
}

static gboolean
write_field (FactTeam    *self,
             FactChange  *change,
             FactStay    *stay,
             FactField    field,
             const char  *typed,
             GError     **error)
{
  switch (field) {
  case FACT_FIELD_DATE:
    return set_date (self, change, stay, typed, error);
  case FACT_FIELD_PATIENT:
    return fact_team_write_code (self, change, stay->patient, typed, error);
  case FACT_FIELD_TRIAGE:
    return set_triage_typed (self, change, stay, typed, error);
  case FACT_FIELD_REASON:
    return set_reason_typed (self, change, stay, typed, error);
  case FACT_FIELD_CARE_CONTACT:
    return set_staff (self, change, stay->patient, "care-contact", typed, error);
  case FACT_FIELD_PHYSICIAN:
    return set_staff (self, change, stay->patient, "physician", typed, error);
  case FACT_FIELD_OTHER_PROVIDERS:
    set_providers (self, change, stay->patient, typed);
    return TRUE;
  case FACT_FIELD_CHILDREN:
    fact_change_set (change, stay->patient, "children", typed, NULL);
    return TRUE;
  case FACT_FIELD_SITUATION:
    fact_change_set (change, stay, "situation", typed, NULL);
    return TRUE;
  case FACT_FIELD_ACTIONS:
    fact_change_set (change, stay, "actions", typed, "actions-week", get_today (self), NULL);
    return TRUE;
  case FACT_FIELD_SAFETY:
    fact_change_set (change, stay, "safety", typed, "safety-date", get_today (self), NULL);
    return TRUE;
  case FACT_N_FIELDS:
  default:
    g_return_val_if_reached (FALSE);
  }
}

static const char *
get_field_verb (FactField field)
{
  gboolean of_stay = field == FACT_FIELD_DATE || field == FACT_FIELD_REASON || field == FACT_FIELD_SITUATION ||
                     field == FACT_FIELD_ACTIONS || field == FACT_FIELD_SAFETY;

  if (field == FACT_FIELD_TRIAGE)
    return "stay.triage";
  return of_stay ? "stay.edit" : "patient.edit";
}

static FactStay *
find_last_stay (FactCase *one)
{
  FactStay *last = NULL;

  for (guint i = 0; i < one->stays->len; i++) {
    FactStay *stay = one->stays->pdata[i];

    if (!last || stay->date > last->date)
      last = stay;
  }
  return last;
}

static FactTriage *
find_default_triage (FactTeam *self)
{
  g_autoptr (GPtrArray) all = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_TRIAGE));
  FactTriage *first = NULL;

  for (guint i = 0; i < all->len; i++) {
    if (fact_triage_get_off (all->pdata[i]))
      continue;
    if (fact_triage_get_role (all->pdata[i]) == FACT_TRIAGE_ROLE_OBSERVATION)
      return all->pdata[i];
    if (!first)
      first = all->pdata[i];
  }
  return first;
}

static gboolean
check_helped (const char  *helped,
              GError     **error)
{
  g_auto (GStrv) codes = g_strsplit (helped ? helped : "", " ", -1);

  for (guint i = 0; codes[i]; i++) {
    if (*codes[i] && !g_strv_contains (helped_codes, codes[i]))
      return fact_team_refuse (error, _("\"%s\" is none of the things that may have helped."), codes[i]) != NULL;
  }
  return TRUE;
}

FactChange *
fact_team_set_triage (FactTeam      *self,
                      FactBoardRow  *row,
                      FactTriage    *triage,
                      GError       **error)
{
  g_autoptr (FactChange) change = NULL;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && FACT_IS_TRIAGE (triage), NULL);

  stay = fact_board_row_get_stay (row);
  change = fact_team_begin (self, "stay.triage", stay, NULL, error);
  if (change)
    set_triage (self, change, stay, triage);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_set_field (FactTeam      *self,
                     FactBoardRow  *row,
                     FactField      field,
                     const char    *typed,
                     const char    *before,
                     GError       **error)
{
  g_autoptr (FactChange) change = NULL;
  const char *now;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && typed && (guint) field < FACT_N_FIELDS, NULL);

  change = fact_team_begin (self, get_field_verb (field), fact_board_row_get_stay (row), NULL, error);
  now = fact_board_row_get_text (row, field);
  if (!change || g_str_equal (typed, now))
    return g_steal_pointer (&change);
  if (before && !g_str_equal (before, now)) {
    g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT,
                 _("Nothing was changed. Somebody has written meanwhile: \"%s\". You wrote: \"%s\"."), now, typed);
    return NULL;
  }
  if (!write_field (self, change, fact_board_row_get_stay (row), field, typed, error))
    return NULL;
  return g_steal_pointer (&change);
}

FactChange *
fact_team_put_on_board (FactTeam    *self,
                        const char  *patient_uid,
                        FactTriage  *triage,
                        FactReason  *reason,
                        guint        date,
                        const char  *situation,
                        const char  *actions,
                        const char  *safety,
                        GError     **error)
{
  g_autoptr (FactChange) change = NULL;
  FactCase *one;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && patient_uid, NULL);

  one = fact_cases_lookup (self->cases, patient_uid);
  if (!one || !one->patient) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE, _("There is no such patient any more."));
    return NULL;
  }
  if (one->stay)
    return fact_team_refuse (error, _("%s is on the board already."), one->patient->code);
  triage = triage ? triage : find_default_triage (self);
  if (!triage)
    return fact_team_refuse (error, _("The team has no triage state. Add one in the preferences."));
  change = fact_team_begin (self, "stay.put-on", one->patient, NULL, error);
  if (!change)
    return NULL;

  stay = fact_change_add (change, FACT_TYPE_STAY, NULL, fact_team_get_now (self), "patient", one->patient, "triage",
                          triage, "triage-date", get_today (self), "date", date ? date : get_today (self), "reason",
                          reason, "situation", situation, NULL);
  if (actions && *actions)
    fact_change_set (change, stay, "actions", actions, "actions-week", get_today (self), NULL);
  if (safety && *safety)
    fact_change_set (change, stay, "safety", safety, "safety-date", get_today (self), NULL);
  return g_steal_pointer (&change);
}

gboolean
fact_team_get_last_stay (FactTeam     *self,
                         const char   *patient_uid,
                         FactLastStay *last)
{
  FactCase *one;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && patient_uid && last, FALSE);

  one = fact_cases_lookup (self->cases, patient_uid);
  stay = one ? find_last_stay (one) : NULL;
  *last = (FactLastStay) { 0 };
  if (!stay || !stay->until)
    return FALSE;
  last->date = stay->date;
  last->until = stay->until;
  last->reason = stay->reason && !fact_reason_get_off (stay->reason) ? stay->reason : NULL;
  if (stay->until + OFFER_DAYS >= get_today (self)) {
    last->situation = stay->situation;
    last->actions = stay->actions;
    last->safety = stay->safety;
  }
  return TRUE;
}

FactChange *
fact_team_take_off (FactTeam      *self,
                    FactBoardRow  *row,
                    const char    *helped,
                    const char    *helped_text,
                    FactStaff     *follows_up,
                    GPtrArray     *cancelled,
                    GError       **error)
{
  g_autoptr (FactChange) change = NULL;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row), NULL);

  stay = fact_board_row_get_stay (row);
  follows_up = follows_up ? follows_up : stay->patient->care_contact;
  change = fact_team_begin (self, "stay.take-off", stay, NULL, error);
  if (!change || !check_helped (helped, error))
    return NULL;
  if (!follows_up)
    return fact_team_refuse (error, _("%s has no care contact. Choose who follows up."), stay->patient->code);

  fact_change_set (change, stay, "until", MAX (get_today (self), stay->date), "helped", helped, "helped-text",
                   helped_text, "follows-up", follows_up, NULL);
  for (guint i = 0; cancelled && i < cancelled->len; i++) {
    FactContact *contact = fact_contact_view_get_contact (cancelled->pdata[i]);

    /* Somebody may have ticked or removed it while the question stood. */
    if (contact->status == FACT_CONTACT_PLANNED && !fact_record_is_removed (FACT_RECORD (contact)))
      fact_change_set (change, contact, "status", FACT_CONTACT_CALLED_OFF, NULL);
  }
  return g_steal_pointer (&change);
}

FactChange *
fact_team_confirm_actions (FactTeam      *self,
                           FactBoardRow  *row,
                           GError       **error)
{
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row), NULL);

  change = fact_team_begin (self, "stay.confirm", fact_board_row_get_stay (row), NULL, error);
  if (change)
    fact_change_set (change, fact_board_row_get_stay (row), "actions-week", get_today (self), NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_dismiss (FactTeam           *self,
                   FactBoardRow       *row,
                   const FactWarning  *warning,
                   GError            **error)
{
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && warning, NULL);

  change = fact_team_begin (self, "warning.dismiss", fact_board_row_get_stay (row), NULL, error);
  if (change)
    fact_change_add (change, FACT_TYPE_DISMISSAL, NULL, fact_team_get_now (self), "patient",
                     fact_board_row_get_stay (row)->patient, "warning", fact_warning_kind_get_code (warning->kind),
                     "about", warning->about, NULL);
  return g_steal_pointer (&change);
}
