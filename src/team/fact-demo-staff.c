/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#include "fact-team-vocabulary.h"

#define REGION DEMO_N_MUNICIPALITIES   /* a place after the municipalities */
#define POSITION(i) (((int) (i) + 1) * 1024)
#define DAYS_SINCE_LEFT 150
#define DAYS_OF_LEAVE 120
#define DAYS_KNOWN_BEFORE 21        /* contacts of a substitute are planned before the first day */

/* In the order of the alphabet, after the Region. */
static const struct {
  const char *name;
  guint posts;
} municipalities[DEMO_N_MUNICIPALITIES] = {
  { "Bollebygd", 50 }, { "Borås", 400 }, { "Herrljunga", 50 }, { "Mark", 100 },
  { "Svenljunga", 50 }, { "Tranemo", 50 }, { "Ulricehamn", 100 }, { "Vårgårda", 50 },
};

static const struct {
  const char *signature;
  FactStaffRole role;
  guint8 organisation;
  guint posts;
} people[DEMO_N_PEOPLE] = {
  [DEMO_VEA] = { "VEA", FACT_STAFF_ROLE_UNIT_HEAD, REGION, 100 },
  [DEMO_CSA] = { "CSA", FACT_STAFF_ROLE_COORDINATOR, REGION, 100 },
  [DEMO_DEN] = { "DEN", FACT_STAFF_ROLE_NURSE, REGION, 100 },
  [DEMO_RUT] = { "RUT", FACT_STAFF_ROLE_NURSE, REGION, 75 },
  [DEMO_KRO] = { "KRO", FACT_STAFF_ROLE_COUNSELLOR, REGION, 100 },
  [DEMO_MDN] = { "MDN", FACT_STAFF_ROLE_PSYCHOLOGIST, REGION, 80 },
  [DEMO_MJR] = { "MJR", FACT_STAFF_ROLE_PEER_SUPPORT, REGION, 75 },
  [DEMO_AEK] = { "AEK", FACT_STAFF_ROLE_OCCUPATIONAL_THERAPIST, REGION, 100 },
  [DEMO_OLV] = { "OLV", FACT_STAFF_ROLE_OCCUPATIONAL_THERAPIST, REGION, 100 },
  [DEMO_ERS] = { "ERS", FACT_STAFF_ROLE_NURSE, REGION, 100 },
  [DEMO_HMR] = { "HMR", FACT_STAFF_ROLE_PHYSICIAN, REGION, 80 },
  [DEMO_LNA] = { "LNA", FACT_STAFF_ROLE_EMPLOYMENT_SPECIALIST, REGION, 50 },
  [DEMO_SNG] = { "SNG", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 1, 100 },
  [DEMO_PAW] = { "PAW", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 1, 100 },
  [DEMO_TBR] = { "TBR", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 1, 100 },
  [DEMO_JOK] = { "JOK", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 1, 100 },
  [DEMO_EMK] = { "EMK", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 3, 100 },
  [DEMO_ULH] = { "ULH", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 6, 100 },
  [DEMO_BOA] = { "BOA", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 0, 50 },
  [DEMO_HEL] = { "HEL", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 2, 50 },
  [DEMO_SVI] = { "SVI", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 4, 50 },
  [DEMO_TRE] = { "TRE", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 5, 50 },
  [DEMO_VAS] = { "VAS", FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, 7, 50 },
};

static const char *const functions[] = { "BS", "JOUR", "MOB", "VC", "FRIV" };

static int
get_role (FactRecord *record)
{
  int role;

  g_object_get (record, "role", &role, NULL);
  return role;
}

static void
keep_function (FactDemo  *self,
               FactStaff *staff)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    if (g_str_equal (fact_staff_get_signature (staff), functions[i]))
      self->staff[DEMO_BS + i] = staff;
  }
}

/* By what rules ask the records of the default vocabulary for. */
static void
keep_default (FactDemo   *self,
              FactRecord *record)
{
  if (FACT_IS_ORGANISATION (record))
    self->region = FACT_ORGANISATION (record);
  else if (FACT_IS_STAFF (record))
    keep_function (self, FACT_STAFF (record));
  else if (FACT_IS_TRIAGE (record))
    self->triages[get_role (record)] = FACT_TRIAGE (record);
  else if (FACT_IS_REASON (record))
    self->reasons[get_role (record)] = FACT_REASON (record);
  else if (FACT_IS_KIND (record))
    self->kinds[get_role (record)] = FACT_KIND (record);
}

static FactChange *
play_defaults (FactDemo        *self,
               const DemoEvent *event)
{
  return fact_team_build_defaults (event->time);
}

/* Once they are committed: their uids are fixed. */
static void
find_defaults (FactDemo *self)
{
  g_autoptr (FactChange) defaults = fact_team_build_defaults (self->limit);

  for (guint i = 0; i < fact_change_get_n_edits (defaults); i++) {
    const char *uid = fact_record_get_uid (fact_change_get_record (defaults, i));

    keep_default (self, fact_store_lookup (FACT_STORE (self->store), uid));
  }
}

static FactChange *
play_municipality (FactDemo        *self,
                   const DemoEvent *event)
{
  FactChange *change = fact_change_new ("vocabulary.add", NULL);

  if (!self->region)
    find_defaults (self);
  self->municipalities[event->arg] =
    fact_change_add (change, FACT_TYPE_ORGANISATION, fact_demo_make_uid (self), 0, "name",
                     municipalities[event->arg].name, "kind", FACT_ORGANISATION_MUNICIPALITY, "posts",
                     (int) municipalities[event->arg].posts, "position", POSITION (event->arg + 1), NULL);
  return change;
}

/* The last day of the month after the one @day is in. */
static guint
end_of_next_month (guint day)
{
  int year, month, day_of_month;

  fact_day_get_ymd (day, &year, &month, &day_of_month);
  month += 2;
  return fact_day_from_ymd (year + (month > 12), month > 12 ? month - 12 : month, 1) - 1;
}

static FactChange *
play_person (FactDemo        *self,
             const DemoEvent *event)
{
  FactChange *change = fact_change_new ("vocabulary.add", NULL);
  guint i = event->arg;
  guint organisation = people[i].organisation;

  self->staff[i] =
    fact_change_add (change, FACT_TYPE_STAFF, fact_demo_make_uid (self), 0, "signature", people[i].signature, "role",
                     people[i].role, "organisation",
                     organisation == REGION ? self->region : self->municipalities[organisation], "posts",
                     (int) people[i].posts, "position", POSITION (i), NULL);
  if (i == DEMO_OLV)
    fact_change_set (change, self->staff[i], "from-date", fact_demo_get_leave (self), "until",
                     end_of_next_month (self->today), NULL);
  return change;
}

static FactChange *
play_leaving (FactDemo        *self,
              const DemoEvent *event)
{
  FactChange *change = fact_change_new ("vocabulary.edit", NULL);

  fact_change_set (change, self->staff[DEMO_ERS], "until", fact_demo_get_left (self), NULL);
  return change;
}

guint
fact_demo_get_left (FactDemo *self)
{
  return self->today - DAYS_SINCE_LEFT;
}

guint
fact_demo_get_leave (FactDemo *self)
{
  return self->today - DAYS_OF_LEAVE;
}

const char *
fact_demo_get_signature (DemoStaff staff)
{
  return staff < DEMO_N_PEOPLE ? people[staff].signature : functions[staff - DEMO_BS];
}

guint
fact_demo_get_posts (guint municipality)
{
  return municipalities[municipality].posts;
}

DemoStaff
fact_demo_pick_coordinator (FactDemo *self,
                            guint     municipality)
{
  guint found[DEMO_N_PEOPLE], n = 0;

  for (guint i = 0; i < DEMO_N_PEOPLE; i++) {
    if (people[i].organisation == municipality)
      found[n++] = i;
  }
  return found[fact_demo_random (self, n)];
}

void
fact_demo_plan_staff (FactDemo *self)
{
  guint day = self->start;
  gint64 time = fact_demo_add_event (self, fact_demo_at (self, day, 8 * 60), 0, DEMO_NOBODY, play_defaults, NULL, 0);

  for (guint i = 0; i < DEMO_N_MUNICIPALITIES; i++)
    time = fact_demo_add_event (self, time, time, DEMO_NOBODY, play_municipality, NULL, i);
  for (guint i = 0; i < DEMO_N_PEOPLE; i++) {
    if (i != DEMO_OLV)
      time = fact_demo_add_event (self, time, time, i == DEMO_VEA ? DEMO_NOBODY : DEMO_VEA, play_person, NULL, i);
  }
  fact_demo_add_event (self, fact_demo_at (self, fact_demo_work_day (fact_demo_get_leave (self) - DAYS_KNOWN_BEFORE), 14 * 60), time,
                       DEMO_VEA, play_person, NULL, DEMO_OLV);
  fact_demo_add_event (self, fact_demo_at (self, fact_demo_work_day (fact_demo_get_left (self)), 15 * 60), time,
                       DEMO_VEA, play_leaving, NULL, 0);
}
