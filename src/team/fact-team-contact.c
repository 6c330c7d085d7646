/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-contact.h"
#include "fact-team-private.h"

#include "fact-typed-contact.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
find_all_staff (FactTeam         *self,
                FactTypedContact *typed)
{
  GPtrArray *who = g_ptr_array_new ();

  for (guint i = 0; i < typed->staff->len; i++) {
    FactRecord *staff = fact_store_lookup (self->store, typed->staff->pdata[i]);

    if (staff)
      g_ptr_array_add (who, staff);
  }
  return who;
}

static FactKind *
find_kind (FactTeam         *self,
           FactTypedContact *typed)
{
  return typed->kind ? fact_store_lookup (self->store, typed->kind) : NULL;
}

static void
add_contact (FactTeam         *self,
             FactChange       *change,
             FactPatient      *patient,
             guint             julian,
             FactTypedContact *typed)
{
  g_autoptr (GPtrArray) who = find_all_staff (self, typed);

  fact_change_add (change, FACT_TYPE_CONTACT, NULL, fact_team_get_now (self), "patient", patient, "date", julian, "time",
                   typed->time, "who", who, "kind", find_kind (self, typed), "text", typed->text, "status",
                   typed->done ? FACT_CONTACT_DONE : FACT_CONTACT_PLANNED, "unplanned", typed->done, NULL);
}

/* On the day of the cell, or on each weekday that was typed, of the cell's week. */
static void
add_typed (FactTeam         *self,
           FactChange       *change,
           FactPatient      *patient,
           guint             julian,
           FactTypedContact *typed)
{
  if (!typed->weekdays)
    add_contact (self, change, patient, julian, typed);
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    if (typed->weekdays & (1u << weekday))
      add_contact (self, change, patient, fact_week_get_day (fact_week_from_day (julian), weekday), typed);
  }
}

/* A copy of @contact, planned anew unless it is a part of the same. */
static FactContact *
add_copy (FactTeam          *self,
          FactChange        *change,
          FactContact       *contact,
          FactPatient       *patient,
          guint              julian,
          FactContactStatus  status)
{
  return fact_change_add (change, FACT_TYPE_CONTACT, NULL, fact_team_get_now (self), "patient", patient, "date", julian,
                          "time", contact->time, "minutes", contact->minutes, "who", contact->who, "kind",
                          contact->kind, "text", contact->text, "status", status, NULL);
}

static GPtrArray *
copy_who (FactContact *contact)
{
  GPtrArray *who = g_ptr_array_new ();

  for (guint i = 0; contact->who && i < contact->who->len; i++)
    g_ptr_array_add (who, contact->who->pdata[i]);
  return who;
}

static FactChange *
begin (FactTeam         *self,
       const char       *verb,
       FactContactView  *contact,
       GError          **error)
{
  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_CONTACT_VIEW (contact), NULL);
  return fact_team_begin (self, verb, fact_contact_view_get_contact (contact), NULL, error);
}

static gboolean
is_time (const char *time)
{
  return g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", time, 0, 0);
}

typedef struct {
  FactChange *change;
  FactStaff *from, *to;
  guint julian;
} HandOver;

void
fact_team_replace_person (FactChange  *change,
                          FactContact *contact,
                          FactStaff   *from,
                          FactStaff   *to)
{
  g_autoptr (GPtrArray) who = copy_who (contact);
  guint i;

  if (contact->status != FACT_CONTACT_PLANNED || !g_ptr_array_find (who, from, &i))
    return;
  if (g_ptr_array_find (who, to, NULL))
    g_ptr_array_remove_index (who, i);
  else
    who->pdata[i] = to;
  fact_change_set (change, contact, "who", who, NULL);
}

static void
hand_over_case_cb (gpointer key,
                   gpointer value,
                   gpointer data)
{
  FactCase *one = value;
  HandOver *hand_over = data;

  for (guint i = 0; i < one->contacts->len; i++) {
    FactContact *contact = one->contacts->pdata[i];

    if (contact->date == hand_over->julian)
      fact_team_replace_person (hand_over->change, contact, hand_over->from, hand_over->to);
  }
}

FactChange *
fact_team_plan_typed (FactTeam      *self,
                      FactBoardRow  *row,
                      guint          julian,
                      const char    *typed,
                      GError       **error)
{
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && g_date_valid_julian (julian), NULL);

  stay = fact_board_row_get_stay (row);
  change = fact_team_begin (self, "contact.plan", stay, NULL, error);
  if (!change)
    return NULL;
  contacts = fact_typed_contact_parse (typed, fact_cases_get_words (self->cases));
  for (guint i = 0; i < contacts->len; i++)
    add_typed (self, change, stay->patient, julian, contacts->pdata[i]);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_plan_contact (FactTeam      *self,
                        FactBoardRow  *row,
                        guint          julian,
                        FactStaff     *staff,
                        FactKind      *kind,
                        GError       **error)
{
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && g_date_valid_julian (julian), NULL);

  stay = fact_board_row_get_stay (row);
  change = fact_team_begin (self, "contact.plan", stay, NULL, error);
  if (!change)
    return NULL;
  if (staff)
    g_ptr_array_add (who, staff);
  fact_change_add (change, FACT_TYPE_CONTACT, NULL, fact_team_get_now (self), "patient", stay->patient, "date", julian,
                   "who", who, "kind", kind, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_edit_contact (FactTeam         *self,
                        FactContactView  *contact,
                        const char       *typed,
                        const char       *before,
                        GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.edit", contact, error);
  g_autoptr (FactContactView) now = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) who = NULL;
  g_autofree char *now_typed = NULL;
  FactContact *record;
  FactTypedContact *first;

  if (!change)
    return NULL;
  record = fact_contact_view_get_contact (contact);
  now = fact_contact_view_new (record);
  now_typed = fact_contact_view_get_typed (now);
  if (before && !g_str_equal (before, now_typed)) {
    g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT,
                 _("Nothing was changed. Somebody has written meanwhile: \"%s\". You wrote: \"%s\"."), now_typed, typed);
    return NULL;
  }
  contacts = fact_typed_contact_parse (typed, fact_cases_get_words (self->cases));
  if (contacts->len == 0)
    return fact_team_refuse (error, _("Nothing is left of the contact. Remove it instead."));

  first = contacts->pdata[0];
  who = find_all_staff (self, first);
  fact_change_set (change, record, "time", first->time, "who", who, "kind", find_kind (self, first), "text", first->text,
                   NULL);
  if (first->done)
    fact_change_set (change, record, "status", FACT_CONTACT_DONE, NULL);
  for (guint i = 1; i < contacts->len; i++)
    add_typed (self, change, record->patient, record->date, contacts->pdata[i]);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_move_contact (FactTeam         *self,
                        FactContactView  *contact,
                        FactBoardRow     *row,
                        guint             julian,
                        gboolean          copy,
                        GError          **error)
{
  g_autoptr (FactChange) change = begin (self, copy ? "contact.copy" : "contact.move", contact, error);
  FactContact *record;
  FactPatient *patient;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (row) && g_date_valid_julian (julian), NULL);

  if (!change)
    return NULL;
  record = fact_contact_view_get_contact (contact);
  patient = fact_board_row_get_stay (row)->patient;
  if (copy) {
    add_copy (self, change, record, patient, julian, FACT_CONTACT_PLANNED);
  } else if (patient == record->patient) {
    fact_change_set (change, record, "date", julian, NULL);
  } else if (record->status != FACT_CONTACT_PLANNED) {
    return fact_team_refuse (error, _("Only a planned contact can go to another patient."));
  } else {
    fact_change_remove (change, record);
    add_copy (self, change, record, patient, julian, FACT_CONTACT_PLANNED);
  }
  return g_steal_pointer (&change);
}

FactChange *
fact_team_set_status (FactTeam           *self,
                      FactContactView    *contact,
                      FactContactStatus   status,
                      GError            **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.status", contact, error);

  if (change)
    fact_change_set (change, fact_contact_view_get_contact (contact), "status", status, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_join_contact (FactTeam         *self,
                        FactContactView  *contact,
                        FactStaff        *staff,
                        GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.join", contact, error);
  g_autoptr (GPtrArray) who = NULL;

  g_return_val_if_fail (FACT_IS_STAFF (staff), NULL);

  if (!change)
    return NULL;
  who = copy_who (fact_contact_view_get_contact (contact));
  if (!g_ptr_array_find (who, staff, NULL))
    g_ptr_array_add (who, staff);
  fact_change_set (change, fact_contact_view_get_contact (contact), "who", who, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_leave_contact (FactTeam         *self,
                         FactContactView  *contact,
                         FactStaff        *staff,
                         GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.leave", contact, error);
  g_autoptr (GPtrArray) who = NULL;

  g_return_val_if_fail (FACT_IS_STAFF (staff), NULL);

  if (!change)
    return NULL;
  who = copy_who (fact_contact_view_get_contact (contact));
  g_ptr_array_remove (who, staff);
  fact_change_set (change, fact_contact_view_get_contact (contact), "who", who, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_set_kind (FactTeam         *self,
                    FactContactView  *contact,
                    FactKind         *kind,
                    GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.kind", contact, error);

  if (change)
    fact_change_set (change, fact_contact_view_get_contact (contact), "kind", kind, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_set_time (FactTeam         *self,
                    FactContactView  *contact,
                    const char       *time,
                    GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.time", contact, error);

  if (!change)
    return NULL;
  if (time && !is_time (time))
    return fact_team_refuse (error, _("\"%s\" is not a time. Write 08:15."), time);
  fact_change_set (change, fact_contact_view_get_contact (contact), "time", time, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_split_contact (FactTeam         *self,
                         FactContactView  *contact,
                         GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.split", contact, error);
  FactContact *record;

  if (!change)
    return NULL;
  record = fact_contact_view_get_contact (contact);
  if (!record->who || record->who->len < 2)
    return fact_team_refuse (error, _("There are not two people to split the contact between."));
  for (guint i = 0; i < record->who->len; i++) {
    g_autoptr (GPtrArray) who = g_ptr_array_new ();
    FactContact *part = i == 0 ? record
                               : add_copy (self, change, record, record->patient, record->date, record->status);

    g_ptr_array_add (who, record->who->pdata[i]);
    fact_change_set (change, part, "who", who, NULL);
  }
  return g_steal_pointer (&change);
}

FactChange *
fact_team_remove_contact (FactTeam         *self,
                          FactContactView  *contact,
                          GError          **error)
{
  g_autoptr (FactChange) change = begin (self, "contact.remove", contact, error);

  if (!change)
    return NULL;
  if (fact_contact_view_get_contact (contact)->status != FACT_CONTACT_PLANNED)
    return fact_team_refuse (error, _("Only a planned contact can be removed. Mark this one as wrongly registered."));
  fact_change_remove (change, fact_contact_view_get_contact (contact));
  return g_steal_pointer (&change);
}

FactChange *
fact_team_hand_over_day (FactTeam   *self,
                         FactStaff  *from,
                         FactStaff  *to,
                         guint       julian,
                         GError    **error)
{
  g_autoptr (FactChange) change = NULL;
  HandOver hand_over = { .from = from, .to = to, .julian = julian };

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_STAFF (from) && FACT_IS_STAFF (to) && from != to, NULL);

  change = fact_team_begin (self, "contact.hand-over", NULL, NULL, error);
  if (!change)
    return NULL;
  hand_over.change = change;
  fact_cases_foreach (self->cases, hand_over_case_cb, &hand_over);
  if (fact_change_is_empty (change))
    return fact_team_refuse (error, _("%s has no planned contacts that day."), fact_staff_get_signature (from));
  return g_steal_pointer (&change);
}
