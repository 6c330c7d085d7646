/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#define WINDOW 14                  /* days before today that have the shares exactly */
#define DAYS_NOT_TICKED 3

/* Out of a hundred. */
#define NOT_TICKED 7
#define MISSED 11
#define CANCELLED 8
#define UNPLANNED 4

static const struct {
  guint weight;
  FactKindRole kind;
  guint8 who[2];
} usual[] = {
  { 30, FACT_KIND_ROLE_PHONE, { DEMO_CARE_CONTACT, DEMO_NOBODY } },
  { 22, FACT_KIND_ROLE_HOME, { DEMO_CARE_CONTACT, DEMO_NOBODY } },
  { 6, FACT_KIND_ROLE_HOME, { DEMO_CARE_CONTACT, DEMO_MJR } },
  { 8, FACT_KIND_ROLE_CLINIC, { DEMO_CARE_CONTACT, DEMO_NOBODY } },
  { 7, FACT_KIND_ROLE_CLINIC, { DEMO_HMR, DEMO_NOBODY } },
  { 6, FACT_KIND_ROLE_HOME, { DEMO_BS, DEMO_NOBODY } },
  { 5, FACT_KIND_ROLE_DISPENSING, { DEMO_RUT, DEMO_NOBODY } },
  { 4, FACT_KIND_ROLE_INJECTION, { DEMO_RUT, DEMO_NOBODY } },
  { 3, FACT_KIND_ROLE_CLINIC, { DEMO_MDN, DEMO_NOBODY } },
  { 2, FACT_KIND_ROLE_ELSEWHERE, { DEMO_LNA, DEMO_NOBODY } },
  { 2, FACT_KIND_ROLE_ACCOMPANY, { DEMO_BS, DEMO_NOBODY } },
  { 4, FACT_KIND_ROLE_ELSEWHERE, { DEMO_MUNICIPAL_CONTACT, DEMO_NOBODY } },
  { 1, FACT_KIND_ROLE_VIDEO, { DEMO_MUNICIPAL_CONTACT, DEMO_NOBODY } },
};

static gboolean
has_later_event (const DemoContact *contact)
{
  return contact->status != FACT_CONTACT_PLANNED && !contact->unplanned;
}

static FactChange *
play_plan (FactDemo        *self,
           const DemoEvent *event)
{
  DemoContact *contact = event->target;
  FactChange *change = fact_change_new ("contact.plan", fact_record_get_uid (FACT_RECORD (contact->patient->record)));
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  char time[8] = "";

  for (guint i = 0; i < G_N_ELEMENTS (contact->who) && contact->who[i] < DEMO_N_STAFF; i++)
    g_ptr_array_add (who, self->staff[contact->who[i]]);
  if (contact->minute >= 0)
    g_snprintf (time, sizeof time, "%02d:%02d", contact->minute / 60, contact->minute % 60);
  contact->record =
    fact_change_add (change, FACT_TYPE_CONTACT, fact_demo_make_uid (self), 0, "patient", contact->patient->record, "date",
                     contact->date, "time", time, "who", who, "kind", self->kinds[contact->kind], "status",
                     contact->unplanned ? FACT_CONTACT_DONE : FACT_CONTACT_PLANNED, "unplanned", contact->unplanned, NULL);
  g_object_ref (contact->record);
  if (!has_later_event (contact))
    self->finished = (FactRecord **) (gpointer) &contact->record;
  return change;
}

static FactChange *
play_outcome (FactDemo        *self,
              const DemoEvent *event)
{
  DemoContact *contact = event->target;
  FactChange *change = fact_change_new ("contact.status", fact_record_get_uid (FACT_RECORD (contact->patient->record)));

  fact_change_set (change, contact->record, "status", contact->status, NULL);
  self->finished = (FactRecord **) (gpointer) &contact->record;
  return change;
}

static DemoContact *
make_contact (FactDemo     *self,
              DemoPatient  *patient,
              guint         date,
              const guint8  who[2],
              FactKindRole  kind)
{
  DemoContact *contact = g_new0 (DemoContact, 1);

  contact->patient = patient;
  contact->date = date;
  contact->kind = (guint8) kind;
  contact->minute = -1;
  for (guint i = 0; i < G_N_ELEMENTS (contact->who); i++)
    contact->who[i] = (guint8) fact_demo_resolve (self, patient, who[i], date);
  g_ptr_array_add (self->contacts, contact);
  return contact;
}

/* Who was there and can tick it off; of the others' contacts the care contact. */
static DemoStaff
find_witness (FactDemo    *self,
              DemoContact *contact)
{
  return contact->who[0] < DEMO_N_PEOPLE ? contact->who[0]
                                         : fact_demo_get_care_contact (self, contact->patient, contact->date);
}

static void
add_outcome (FactDemo          *self,
             DemoContact       *contact,
             FactContactStatus  status)
{
  guint day = contact->date, minute = 15 * 60 + fact_demo_random (self, 105);

  contact->status = (guint8) status;
  if (!has_later_event (contact))
    return;
  /* After a weekend the next morning, if there has been one yet. */
  while (!fact_day_is_working (day) && day + 1 < self->today)
    day++;
  if (day != contact->date && fact_day_is_working (day))
    minute = 8 * 60 + fact_demo_random (self, 15);
  fact_demo_add_event (self, fact_demo_at (self, day, minute), contact->planned_time, find_witness (self, contact),
                       play_outcome, contact, 0);
}

static void
add_miss (FactDemo    *self,
          DemoContact *contact)
{
  add_outcome (self, contact, contact->kind == FACT_KIND_ROLE_PHONE ? FACT_CONTACT_NO_ANSWER : FACT_CONTACT_MISSED);
}

static void
add_cancellation (FactDemo    *self,
                  DemoContact *contact)
{
  add_outcome (self, contact, fact_demo_random (self, 3) ? FACT_CONTACT_CANCELLED : FACT_CONTACT_CALLED_OFF);
}

/* Takes the first @n of @contacts that may have been so. */
static void
take (FactDemo  *self,
      GPtrArray *contacts,
      guint      n,
      guint      since,
      gboolean   with_bound,
      void (*add) (FactDemo *self, DemoContact *contact))
{
  for (guint i = 0; i < contacts->len && n > 0;) {
    DemoContact *contact = contacts->pdata[i];

    if (contact->unplanned || contact->date < since || (contact->bound && !with_bound)) {
      i++;
      continue;
    }
    if (add)
      add (self, contact);
    g_ptr_array_remove_index (contacts, i);
    n--;
  }
}

static void
shuffle (FactDemo  *self,
         GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--) {
    guint other = fact_demo_random (self, i);
    gpointer kept = array->pdata[i - 1];

    array->pdata[i - 1] = array->pdata[other];
    array->pdata[other] = kept;
  }
}

/* The last days have the shares exactly. What the actions speak of was not cancelled: the text would not stand. */
static void
plan_window (FactDemo  *self,
             GPtrArray *contacts)
{
  guint n = contacts->len;

  shuffle (self, contacts);
  take (self, contacts, fact_demo_share (n, NOT_TICKED, 100), self->today - DAYS_NOT_TICKED, TRUE, NULL);
  take (self, contacts, fact_demo_share (n, CANCELLED, 100), 0, FALSE, add_cancellation);
  take (self, contacts, fact_demo_share (n, MISSED, 100), 0, TRUE, add_miss);
  for (guint i = 0; i < contacts->len; i++)
    add_outcome (self, contacts->pdata[i], FACT_CONTACT_DONE);
}

static void
plan_old (FactDemo    *self,
          DemoContact *contact)
{
  guint lot = contact->unplanned ? 100 : fact_demo_random (self, 100 - NOT_TICKED);

  if (lot < MISSED)
    add_miss (self, contact);
  else if (lot < MISSED + CANCELLED && !contact->bound)
    add_cancellation (self, contact);
  else
    add_outcome (self, contact, FACT_CONTACT_DONE);
}

void
fact_demo_add_bound_contact (FactDemo          *self,
                             DemoPatient       *patient,
                             guint              date,
                             const DemoPlanned *planned,
                             gint64             written)
{
  DemoContact *contact = make_contact (self, patient, date, planned->who, planned->kind);

  contact->bound = TRUE;
  contact->minute = planned->minute;
  contact->planned_time =
    fact_demo_add_event (self, written, written, fact_demo_get_care_contact (self, patient, date), play_plan, contact, 0);
}

void
fact_demo_add_usual_contact (FactDemo    *self,
                             DemoPatient *patient,
                             guint        date,
                             gint64       after)
{
  guint weight = fact_demo_random (self, 100), i = 0;
  guint day = fact_demo_work_day (MIN (date, self->today) - 1 - fact_demo_random (self, 5));
  DemoContact *contact;

  day = MAX (day, fact_clock_get_day_of (self->clock, after));
  for (; weight >= usual[i].weight; i++)
    weight -= usual[i].weight;
  contact = make_contact (self, patient, date, usual[i].who, usual[i].kind);
  if (fact_demo_random (self, 10) < 7)
    contact->minute = (gint16) (8 * 60 + 30 + 15 * fact_demo_random (self, 30));
  contact->unplanned = date < self->today && fact_demo_random (self, 100) < UNPLANNED;
  contact->planned_time =
    fact_demo_add_event (self, fact_demo_at (self, contact->unplanned ? date : day, 8 * 60 + 20 + fact_demo_random (self, 500)),
                         after, contact->unplanned ? find_witness (self, contact)
                                                   : fact_demo_get_care_contact (self, patient, day),
                         play_plan, contact, 0);
}

void
fact_demo_plan_outcomes (FactDemo *self)
{
  g_autoptr (GPtrArray) window = g_ptr_array_new ();

  for (guint i = 0; i < self->contacts->len; i++) {
    DemoContact *contact = self->contacts->pdata[i];

    if (contact->date >= self->today)
      continue;
    if (contact->date >= self->today - WINDOW)
      g_ptr_array_add (window, contact);
    else
      plan_old (self, contact);
  }
  plan_window (self, window);
}
