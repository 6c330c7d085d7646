/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#define MOST_PATIENTS_OF_A_TEAM 1000
#define TWO_YEARS 725
#define SHORTEST_SLOT 30           /* days that one stay and the time around it need */
#define MOST_STAYS 3

/* In a thousand years of patients. */
#define TEAM_CONTACTS 14000
#define ARCHIVE_CONTACTS 1760
#define ARCHIVE_STAYS 156
#define ARCHIVE_CHANGES 5000

/* Out of a hundred patients of a team, in two years. */
#define SEVERAL_STAYS 18
#define ONE_STAY 35

gboolean
fact_demo_is_archive (FactDemo *self)
{
  return self->n_patients > MOST_PATIENTS_OF_A_TEAM;
}

static void
plan_triage (FactDemo       *self,
             DemoStay       *stay,
             guint           day,
             FactTriageRole  triage)
{
  day = MAX (fact_demo_work_day (day), stay->date);
  fact_demo_add_event (self, fact_demo_at (self, day, 8 * 60 + 20 + fact_demo_random (self, 35)), stay->put_on_time,
                       fact_demo_get_care_contact (self, stay->patient, day), fact_demo_play_triage, stay, triage);
}

static void
plan_texts (FactDemo *self,
            DemoStay *stay,
            guint     day,
            guint     situation)
{
  /* What is written on the day of the put-on stands in it already. */
  day = fact_demo_work_day (day);
  if (day <= stay->date)
    return;
  fact_demo_add_event (self, fact_demo_at (self, day, 8 * 60 + 56), stay->put_on_time,
                       fact_demo_get_care_contact (self, stay->patient, day), fact_demo_play_texts, stay,
                       DEMO_TEXTS (situation, fact_demo_random (self, DEMO_N_SETS)));
}

/* From worse to better, with a ward between for some. */
static void
plan_course (FactDemo *self,
             DemoStay *stay)
{
  guint days = stay->until - stay->date;
  gboolean ward = fact_demo_random (self, 6) == 0;

  if (ward)
    plan_triage (self, stay, stay->date + days / 5, FACT_TRIAGE_ROLE_ADMITTED);
  if (ward || fact_demo_situation_get_triage (stay->situation) != FACT_TRIAGE_ROLE_OBSERVATION)
    plan_triage (self, stay, stay->date + days * 2 / 5, FACT_TRIAGE_ROLE_OBSERVATION);
  plan_texts (self, stay, stay->date + days / 3, stay->situation);
  if (fact_demo_random (self, 2) && fact_demo_work_day (stay->date + days / 2) > stay->date + days / 3)
    plan_texts (self, stay, stay->date + days / 2, stay->situation);
  plan_triage (self, stay, stay->date + days * 3 / 5, FACT_TRIAGE_ROLE_STABLE);
  plan_texts (self, stay, stay->date + days * 4 / 5,
              fact_demo_find_situation (FACT_TRIAGE_ROLE_STABLE, fact_demo_random (self, 3)));
}

static void
plan_contacts_of (FactDemo *self,
                  DemoStay *stay)
{
  guint days = stay->until - stay->date;
  guint n = fact_demo_is_archive (self) ? 5 + fact_demo_random (self, 5) : MAX (days * 2 / 7, 2);

  for (guint i = 0; i < n; i++)
    fact_demo_add_usual_contact (self, stay->patient, MAX (fact_demo_work_day (stay->date + 1 + days * i / n), stay->date),
                                 stay->put_on_time);
}

/* One stay that is over, somewhere in a slot of @days from @from on. */
static void
plan_stay (FactDemo    *self,
           DemoPatient *patient,
           guint        from,
           guint        days)
{
  guint length = 10 + fact_demo_random (self, MIN (days - 18, 60));
  guint date = fact_demo_work_day (from + 6 + fact_demo_random (self, days - length - 6));
  guint situation = fact_demo_find_beginning (1 + fact_demo_random (self, DEMO_N_SITUATIONS));
  DemoStay *stay = fact_demo_add_stay (self, patient, date, fact_demo_work_day (date + length), situation,
                                       fact_demo_random (self, DEMO_N_SETS));

  plan_course (self, stay);
  plan_contacts_of (self, stay);
}

/* @n stays, or as many as there is room for, from the day @since on, before the one that is open. */
static void
plan_stays (FactDemo    *self,
            DemoPatient *patient,
            guint        n,
            guint        since,
            guint        until)
{
  guint from = MAX (patient->added + 5, since);
  guint to = patient->open ? MIN (patient->open->date - 8, until) : until;
  guint room = to > from ? to - from : 0;

  n = MIN (n, room / SHORTEST_SLOT);
  for (guint i = 0; i < n; i++)
    plan_stay (self, patient, from + room / n * i, room / n);
}

static gboolean
is_new (FactDemo *self,
        guint     i)
{
  return i < self->on_board && fact_demo_get_board_triage (self, i) == FACT_TRIAGE_ROLE_NEW;
}

static void
plan_team_stays (FactDemo *self)
{
  guint several = fact_demo_share (self->n_patients, SEVERAL_STAYS, 100);
  guint one = fact_demo_share (self->n_patients, ONE_STAY, 100);
  guint since = self->today - TWO_YEARS, until = self->today - 5;
  guint of_board = MIN (several, self->on_board / 3);

  for (guint i = 0; i < self->n_patients; i++) {
    DemoPatient *patient = self->patients->pdata[i];

    if (patient->added + 3 * SHORTEST_SLOT < since)
      plan_stays (self, patient, fact_demo_random (self, 3) == 0, 0, since - 10);
    if (patient->open && of_board > 0 && !is_new (self, i)) {
      plan_stays (self, patient, 1, since, until);
      of_board--;
      several--;
    } else if (!patient->open && several > of_board) {
      plan_stays (self, patient, 2 + (fact_demo_random (self, 4) == 0), since, until);
      several--;
    } else if (!patient->open && one > 0) {
      plan_stays (self, patient, 1, since, until);
      one--;
    }
  }
}

static void
plan_archive_stays (FactDemo *self)
{
  guint n = self->n_patients * self->years * ARCHIVE_STAYS / 1000;
  g_autofree guint8 *stays = g_new0 (guint8, self->n_patients);

  n = MIN (n, self->n_patients * (MOST_STAYS - 1));
  n -= MIN (n, self->on_board);
  while (n > 0) {
    guint i = fact_demo_random (self, self->n_patients);

    if (is_new (self, i) || stays[i] == MOST_STAYS)
      continue;
    stays[i]++;
    n--;
  }
  for (guint i = 0; i < self->n_patients; i++)
    plan_stays (self, self->patients->pdata[i], stays[i], 0, self->today - 5);
}

/* Support that goes on whether one is on the board or not. */
static void
plan_ordinary_contacts (FactDemo *self)
{
  guint rate = fact_demo_is_archive (self) ? ARCHIVE_CONTACTS : TEAM_CONTACTS;
  guint n = (guint) ((guint64) self->n_patients * self->years * rate / 1000);

  for (guint tries = 4 * n; tries > 0 && self->contacts->len < n; tries--) {
    DemoPatient *patient = self->patients->pdata[fact_demo_random (self, self->n_patients)];
    guint day = fact_demo_work_day (patient->added + 1 + fact_demo_random (self, self->today + 7 - patient->added));

    if (day > patient->added && !(patient->open && day >= patient->open->date))
      fact_demo_add_usual_contact (self, patient, day, patient->added_time);
  }
}

static void
plan_small_changes (FactDemo *self)
{
  guint n = self->n_patients * self->years * ARCHIVE_CHANGES / 1000;

  while (self->events->len < n) {
    DemoPatient *patient = self->patients->pdata[fact_demo_random (self, self->n_patients)];
    guint day = fact_demo_work_day (patient->added + fact_demo_random (self, self->today - patient->added));

    fact_demo_add_event (self, fact_demo_at (self, day, 9 * 60 + fact_demo_random (self, 7 * 60)), patient->added_time,
                         fact_demo_get_care_contact (self, patient, day), fact_demo_play_health_centre, patient, 0);
  }
}

void
fact_demo_plan_history (FactDemo *self)
{
  if (fact_demo_is_archive (self))
    plan_archive_stays (self);
  else
    plan_team_stays (self);
  plan_ordinary_contacts (self);
  fact_demo_plan_outcomes (self);
  if (fact_demo_is_archive (self))
    plan_small_changes (self);
}
