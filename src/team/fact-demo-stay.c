/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

static const char *const helped[] = { "contact", "contact medication", "housing", "contact relatives", "admission",
                                      "medication", "contact crisis-plan" };

static FactChange *
begin (DemoStay   *stay,
       const char *verb)
{
  return fact_change_new (verb, fact_record_get_uid (FACT_RECORD (stay->patient->record)));
}

static FactChange *
play_put_on (FactDemo        *self,
             const DemoEvent *event)
{
  DemoStay *stay = event->target;
  FactChange *change = begin (stay, "stay.put-on");
  guint situation = event->arg & 0xff, set = event->arg >> 8;
  g_autofree char *text = fact_demo_write_situation (situation, stay->date);
  g_autofree char *actions = fact_demo_write_actions (self, stay->patient, situation, set, stay->date);

  stay->record =
    fact_change_add (change, FACT_TYPE_STAY, fact_demo_make_uid (self), 0, "patient", stay->patient->record, "date",
                     stay->date, "triage", self->triages[fact_demo_situation_get_triage (situation)], "triage-date",
                     stay->date, "reason", self->reasons[fact_demo_situation_get_reason (situation)], "situation", text,
                     "actions", actions, "actions-week", stay->date, "safety",
                     fact_demo_write_safety (stay->patient->birth_year + stay->date), "safety-date", stay->date, NULL);
  g_object_ref (stay->record);
  return change;
}

static FactChange *
play_take_off (FactDemo        *self,
               const DemoEvent *event)
{
  DemoStay *stay = event->target;
  FactChange *change = begin (stay, "stay.take-off");
  DemoStaff contact = fact_demo_get_care_contact (self, stay->patient, stay->until);

  fact_change_set (change, stay->record, "until", stay->until, "helped", helped[event->arg % G_N_ELEMENTS (helped)],
                   "follows-up", self->staff[contact], NULL);
  self->finished = (FactRecord **) (gpointer) &stay->record;
  return change;
}

FactChange *
fact_demo_play_triage (FactDemo        *self,
                       const DemoEvent *event)
{
  DemoStay *stay = event->target;
  FactChange *change = begin (stay, "stay.triage");

  fact_change_set (change, stay->record, "triage", self->triages[event->arg], "triage-date",
                   stay->triage_date ? stay->triage_date : fact_clock_get_today (self->clock), NULL);
  return change;
}

FactChange *
fact_demo_play_texts (FactDemo        *self,
                      const DemoEvent *event)
{
  DemoStay *stay = event->target;
  guint situation = event->arg & 0xff, set = event->arg >> 8, today = fact_clock_get_today (self->clock);
  g_autofree char *text = fact_demo_write_situation (situation, stay->triage_date ? stay->triage_date : today);
  g_autofree char *actions = fact_demo_write_actions (self, stay->patient, situation, set, today);
  gboolean same = g_strcmp0 (stay->record->situation, text) == 0 && g_strcmp0 (stay->record->actions, actions) == 0;
  FactChange *change = begin (stay, same ? "stay.confirm" : "stay.edit");

  fact_change_set (change, stay->record, "situation", text, "actions", actions, "actions-week", today, NULL);
  return change;
}

DemoStay *
fact_demo_add_stay (FactDemo    *self,
                    DemoPatient *patient,
                    guint        date,
                    guint        until,
                    guint        situation,
                    guint        set)
{
  DemoStay *stay = g_new0 (DemoStay, 1);
  guint minute = 9 * 60 + fact_demo_random (self, 7 * 60);

  *stay = (DemoStay) { .patient = patient, .date = date, .until = until, .situation = (guint8) situation };
  g_ptr_array_add (self->stays, stay);
  stay->put_on_time = fact_demo_add_event (self, fact_demo_at (self, date, minute), patient->added_time,
                                           fact_demo_get_care_contact (self, patient, date), play_put_on, stay,
                                           DEMO_TEXTS (situation, set));
  if (until)
    fact_demo_add_event (self, fact_demo_at (self, until, 8 * 60 + 20 + fact_demo_random (self, 35)), stay->put_on_time,
                         fact_demo_get_care_contact (self, patient, until), play_take_off, stay,
                         fact_demo_random (self, G_N_ELEMENTS (helped)));
  return stay;
}
