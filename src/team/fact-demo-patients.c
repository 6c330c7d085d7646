/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#define FIRST_YEAR 1958
#define LAST_YEAR 2006
#define PAIR_YEAR 1984
#define PAIR_LETTER 11             /* L */
#define DAYS_SINCE_MOVED 30
#define OTHER_MUNICIPALITY 0

static const char *const letters[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q",
                                       "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "Å", "Ä", "Ö" };
#define N_YEARS (LAST_YEAR - FIRST_YEAR + 1)
#define N_CODES (G_N_ELEMENTS (letters) * N_YEARS)
#define PAIR_CODE (PAIR_LETTER * N_YEARS + PAIR_YEAR - FIRST_YEAR)

static const char *const children[] = { "Nej", "Ja, 2 st", "Ja, 1 st", "Ja, bor ej hemma", "Ja, 3 st" };
static const guint children_weights[] = { 70, 10, 10, 7, 3 };

static const char *const health_centres[] = { NULL, "Vårdcentral norr", "Vårdcentral öst", "Vårdcentral syd",
                                              "Vårdcentral väst" };
static const char *const languages[] = { "arabiska", "somaliska", "finska" };

/* men, women, unknown */
static const FactSex sexes[] = { FACT_SEX_MAN, FACT_SEX_WOMAN, FACT_SEX_UNKNOWN };
static const guint sex_weights[] = { 60, 39, 1 };

static const guint8 care_contacts[] = { DEMO_CSA, DEMO_DEN, DEMO_RUT, DEMO_KRO, DEMO_MDN, DEMO_AEK, DEMO_ERS };
static const guint care_contact_weights[] = { 10, 22, 16, 20, 14, 12, 6 };

static FactChange *
play_add (FactDemo        *self,
          const DemoEvent *event)
{
  DemoPatient *patient = event->target;
  FactChange *change = fact_change_new ("patient.add", fact_demo_make_uid (self));
  guint care_contact = patient->added > fact_demo_get_left (self) && patient->care_contact == DEMO_ERS
                         ? patient->next_care_contact : patient->care_contact;
  gboolean foreign = patient->children == 3 && patient->birth_year % 3 == 0;

  patient->record =
    fact_change_add (change, FACT_TYPE_PATIENT, fact_change_get_subject (change), 0, "code", patient->code, "sex",
                     sexes[patient->sex], "birth-year", patient->birth_year, "municipality",
                     self->municipalities[patient->municipality_before], "care-contact", self->staff[care_contact],
                     "physician", self->staff[DEMO_HMR], "municipal-contact", self->staff[patient->municipal_contact],
                     "children", children[patient->children], "health-centre", health_centres[patient->health_centre],
                     "interpreter", foreign ? languages[patient->birth_year / 3 % 3] : NULL, NULL);
  g_object_ref (patient->record);
  return change;
}

static FactChange *
begin_edit (DemoPatient *patient)
{
  return fact_change_new ("patient.edit", fact_record_get_uid (FACT_RECORD (patient->record)));
}

static FactChange *
play_care_contact (FactDemo        *self,
                   const DemoEvent *event)
{
  DemoPatient *patient = event->target;
  FactChange *change = begin_edit (patient);

  fact_change_set (change, patient->record, "care-contact", self->staff[patient->next_care_contact], NULL);
  return change;
}

static FactChange *
play_move (FactDemo        *self,
           const DemoEvent *event)
{
  DemoPatient *patient = event->target;
  FactChange *change = begin_edit (patient);

  patient->municipal_contact = (guint8) event->arg;
  fact_change_set (change, patient->record, "municipality", self->municipalities[patient->municipality],
                   "municipality-from", fact_clock_get_today (self->clock), "municipal-contact",
                   self->staff[event->arg], NULL);
  return change;
}

FactChange *
fact_demo_play_health_centre (FactDemo        *self,
                              const DemoEvent *event)
{
  DemoPatient *patient = event->target;
  FactChange *change = begin_edit (patient);

  patient->health_centre = (guint8) (patient->health_centre % 4 + 1);
  fact_change_set (change, patient->record, "health-centre", health_centres[patient->health_centre], NULL);
  return change;
}

/* Each combination once before any comes a second time, which then gets a letter. */
static void
give_codes (FactDemo *self)
{
  g_autofree guint *codes = g_new (guint, N_CODES);

  for (guint i = 0; i < N_CODES; i++)
    codes[i] = i;
  for (guint i = N_CODES; i > 1; i--) {
    guint other = fact_demo_random (self, i);
    guint kept = codes[i - 1];

    codes[i - 1] = codes[other];
    codes[other] = kept;
  }
  /* The first two are the pair that is mistaken for one. */
  for (guint i = 0; i < N_CODES; i++) {
    if (codes[i] == PAIR_CODE)
      codes[i] = codes[0];
  }
  codes[0] = PAIR_CODE;
  for (guint i = 0; i < self->patients->len; i++) {
    DemoPatient *patient = self->patients->pdata[i];
    guint round = i == 1 ? 1 : i > 1 ? (i - 1) / N_CODES : 0;
    guint code = i == 1 ? PAIR_CODE : codes[i > 1 ? (i - 1) % N_CODES : 0];
    char suffix[2] = { round > 0 ? (char) ('a' + round) : '\0', '\0' };

    /* The pair has taken its letter b. */
    if (i > 1 && code == PAIR_CODE && round > 0)
      suffix[0]++;
    patient->birth_year = (guint16) (FIRST_YEAR + code % N_YEARS);
    patient->code = g_strdup_printf ("%s%s-%02u%s", letters[code / N_YEARS], letters[code / N_YEARS],
                                     patient->birth_year % 100u, suffix);
  }
}

static guint8 *
deal_municipalities (FactDemo *self)
{
  guint weights[DEMO_N_MUNICIPALITIES];

  for (guint i = 0; i < DEMO_N_MUNICIPALITIES; i++)
    weights[i] = fact_demo_get_posts (i);
  return fact_demo_deal (self, weights, DEMO_N_MUNICIPALITIES, self->n_patients);
}

static void
give_facts (FactDemo *self)
{
  guint n = self->n_patients;
  g_autofree guint8 *municipalities = deal_municipalities (self);
  g_autofree guint8 *sex = fact_demo_deal (self, sex_weights, G_N_ELEMENTS (sex_weights), n);
  g_autofree guint8 *contacts = fact_demo_deal (self, care_contact_weights, G_N_ELEMENTS (care_contact_weights), n);
  g_autofree guint8 *child = fact_demo_deal (self, children_weights, G_N_ELEMENTS (children_weights), n);

  for (guint i = 0; i < n; i++) {
    DemoPatient *patient = self->patients->pdata[i];

    patient->municipality = patient->municipality_before = municipalities[i];
    patient->municipal_contact = (guint8) fact_demo_pick_coordinator (self, municipalities[i]);
    patient->sex = sex[i];
    patient->care_contact = care_contacts[contacts[i]];
    patient->next_care_contact = fact_demo_random (self, 2) ? DEMO_DEN : DEMO_RUT;
    patient->children = child[i];
    patient->health_centre = (guint8) fact_demo_random (self, G_N_ELEMENTS (health_centres));
  }
}

/* A team begins with most of its patients and gets others as time goes; an archive got them all the time. */
static void
give_days (FactDemo *self)
{
  guint span = self->today - self->start;

  for (guint i = 0; i < self->n_patients; i++) {
    DemoPatient *patient = self->patients->pdata[i];
    gboolean early = !fact_demo_is_archive (self) && fact_demo_random (self, 10) < 7;

    /* Those on the board come first in the list: they were there before they were put on. */
    patient->added = self->start + 3 + fact_demo_random (self, early || i < self->on_board ? 10 : span - 120);
    if (i < self->on_board && fact_demo_get_board_triage (self, i) == FACT_TRIAGE_ROLE_NEW)
      patient->added = fact_demo_work_day (self->today - 6 - fact_demo_random (self, 30));
    while (!fact_day_is_working (patient->added))
      patient->added++;
  }
}

static void
plan_move (FactDemo *self)
{
  DemoPatient *patient = self->patients->pdata[self->n_patients - 1];
  guint contact = patient->municipal_contact;
  guint day = fact_demo_work_day (self->today - DAYS_SINCE_MOVED);

  patient->municipality_before = patient->municipality == OTHER_MUNICIPALITY ? OTHER_MUNICIPALITY + 1 : OTHER_MUNICIPALITY;
  patient->municipal_contact = (guint8) fact_demo_pick_coordinator (self, patient->municipality_before);
  fact_demo_add_event (self, fact_demo_at (self, day, 10 * 60), patient->added_time,
                       fact_demo_get_care_contact (self, patient, day), play_move, patient, contact);
}

static void
plan_leaving (FactDemo    *self,
              DemoPatient *patient)
{
  guint day = fact_demo_work_day (fact_demo_get_left (self));

  if (patient->care_contact == DEMO_ERS && patient->added <= fact_demo_get_left (self))
    fact_demo_add_event (self, fact_demo_at (self, day, 15 * 60), patient->added_time, DEMO_CSA, play_care_contact,
                         patient, 0);
}

DemoStaff
fact_demo_get_care_contact (FactDemo    *self,
                            DemoPatient *patient,
                            guint        day)
{
  DemoStaff staff = patient->care_contact;

  if (staff == DEMO_ERS && day >= fact_demo_get_left (self))
    staff = patient->next_care_contact;
  return staff == DEMO_AEK && day >= fact_demo_get_leave (self) ? DEMO_OLV : staff;
}

DemoStaff
fact_demo_resolve (FactDemo    *self,
                   DemoPatient *patient,
                   guint        staff,
                   guint        day)
{
  if (staff == DEMO_CARE_CONTACT)
    return fact_demo_get_care_contact (self, patient, day);
  return staff == DEMO_MUNICIPAL_CONTACT ? patient->municipal_contact : staff;
}

void
fact_demo_plan_patients (FactDemo *self)
{
  for (guint i = 0; i < self->n_patients; i++)
    g_ptr_array_add (self->patients, g_new0 (DemoPatient, 1));
  give_codes (self);
  give_facts (self);
  give_days (self);
  for (guint i = 0; i < self->n_patients; i++) {
    DemoPatient *patient = self->patients->pdata[i];
    guint minute = 9 * 60 + fact_demo_random (self, 7 * 60);

    patient->added_time = fact_demo_add_event (self, fact_demo_at (self, patient->added, minute), 0, DEMO_CSA, play_add,
                                               patient, 0);
    plan_leaving (self, patient);
  }
  plan_move (self);
}
