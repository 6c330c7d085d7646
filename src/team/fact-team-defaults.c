/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-vocabulary.h"

#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-triage.h"

/* Every database has these records under the same uids. */
#define FIXED_UID "00000000-0000-7000-8000-%04x%08x"

enum {
  GROUP_ORGANISATION = 1,
  GROUP_STAFF,
  GROUP_TRIAGE,
  GROUP_REASON,
  GROUP_KIND,
};

#define POSITION(i) (((int) (i) + 1) * 1024)

static const struct {
  FactTriageRole role;
  const char *sheet_name;
  FactColor color;
  int expected_days;
} triages[] = {
  { FACT_TRIAGE_ROLE_CRISIS, "Kris", FACT_COLOR_RED, 0 },
  { FACT_TRIAGE_ROLE_NEW, "Ny", FACT_COLOR_BLUE, 0 },
  { FACT_TRIAGE_ROLE_ADMITTED, "Inlagd", FACT_COLOR_PURPLE, 0 },
  { FACT_TRIAGE_ROLE_OBSERVATION, "obs", FACT_COLOR_YELLOW, 0 },
  { FACT_TRIAGE_ROLE_STABLE, "Stabil", FACT_COLOR_GREEN, 14 },
};

static const struct {
  FactReasonRole role;
  const char *sheet_name;
  int expected_days;
  gboolean off;
} reasons[] = {
  { FACT_REASON_ROLE_SYMPTOMS, "Symtomökning", 28, FALSE },
  { FACT_REASON_ROLE_SELF_CARE, "Bristande egenvård", 42, FALSE },
  { FACT_REASON_ROLE_READMISSION, "Återkommande inläggning", 84, FALSE },
  { FACT_REASON_ROLE_NEW_PATIENT, "Ny patient", 42, FALSE },
  { FACT_REASON_ROLE_LIFE_EVENTS, "Livshändelser", 28, FALSE },
  { FACT_REASON_ROLE_RELAPSE, "Återfall", 28, TRUE },
  { FACT_REASON_ROLE_LOST_CONTACT, "Tappad kontakt", 28, TRUE },
  { FACT_REASON_ROLE_DISCHARGED, "Nyligen utskriven", 28, TRUE },
  { FACT_REASON_ROLE_HOUSING, "Boendekris", 42, TRUE },
  { FACT_REASON_ROLE_MEDICATION, "Läkemedelsbyte", 28, TRUE },
  { FACT_REASON_ROLE_COMPULSORY, "Öppen tvångsvård", 84, TRUE },
};

static const struct {
  FactKindRole role;
  gboolean face_to_face;
  gboolean group;
  gboolean medication;
  int minutes;
} kinds[] = {
  { FACT_KIND_ROLE_HOME, TRUE, FALSE, FALSE, 60 },
  { FACT_KIND_ROLE_PHONE, FALSE, FALSE, FALSE, 15 },
  { FACT_KIND_ROLE_VIDEO, FALSE, FALSE, FALSE, 30 },
  { FACT_KIND_ROLE_CLINIC, TRUE, FALSE, FALSE, 45 },
  { FACT_KIND_ROLE_WARD, TRUE, FALSE, FALSE, 60 },
  { FACT_KIND_ROLE_ELSEWHERE, TRUE, FALSE, FALSE, 60 },
  { FACT_KIND_ROLE_ACCOMPANY, TRUE, FALSE, FALSE, 90 },
  { FACT_KIND_ROLE_DISPENSING, TRUE, FALSE, TRUE, 15 },
  { FACT_KIND_ROLE_INJECTION, TRUE, FALSE, TRUE, 30 },
  { FACT_KIND_ROLE_SIP, TRUE, FALSE, FALSE, 60 },
  { FACT_KIND_ROLE_NETWORK, TRUE, FALSE, FALSE, 60 },
  { FACT_KIND_ROLE_GROUP, TRUE, TRUE, FALSE, 90 },
  { FACT_KIND_ROLE_DROP_IN, TRUE, FALSE, FALSE, 30 },
  { FACT_KIND_ROLE_OTHER, FALSE, FALSE, FALSE, 30 },
};

static const struct {
  const char *signature;
  const char *name;
  FactStaffRole role;
} functions[] = {
  { "BS", "boendestöd", FACT_STAFF_ROLE_HOUSING_SUPPORT },
  { "JOUR", "psykiatrisk jour", FACT_STAFF_ROLE_NONE },
  { "MOB", "mobilt team", FACT_STAFF_ROLE_NONE },
  { "VC", "vårdcentral", FACT_STAFF_ROLE_NONE },
  { "FRIV", "frivård", FACT_STAFF_ROLE_NONE },
};

static void
make_uid (char  uid[40],
          guint group,
          guint number)
{
  g_snprintf (uid, 40, FIXED_UID, group, number + 1);
}

static void
add_triages_and_reasons (FactChange *change,
                         gint64      utc_us)
{
  char uid[40];

  for (guint i = 0; i < G_N_ELEMENTS (triages); i++) {
    make_uid (uid, GROUP_TRIAGE, i);
    fact_change_add (change, FACT_TYPE_TRIAGE, uid, utc_us, "role", triages[i].role, "sheet-name",
                     triages[i].sheet_name, "color", triages[i].color, "expected-days", triages[i].expected_days,
                     "position", POSITION (i), NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    make_uid (uid, GROUP_REASON, i);
    fact_change_add (change, FACT_TYPE_REASON, uid, utc_us, "role", reasons[i].role, "sheet-name",
                     reasons[i].sheet_name, "expected-days", reasons[i].expected_days, "off", reasons[i].off,
                     "position", POSITION (i), NULL);
  }
}

static void
add_kinds (FactChange *change,
           gint64      utc_us)
{
  char uid[40];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    make_uid (uid, GROUP_KIND, i);
    fact_change_add (change, FACT_TYPE_KIND, uid, utc_us, "role", kinds[i].role, "face-to-face",
                     kinds[i].face_to_face, "group", kinds[i].group, "medication", kinds[i].medication, "minutes",
                     kinds[i].minutes, "position", POSITION (i), NULL);
  }
}

static void
add_functions (FactChange *change,
               gint64      utc_us)
{
  char uid[40];

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    make_uid (uid, GROUP_STAFF, i);
    /* after the people, whose places begin at 1,024 */
    fact_change_add (change, FACT_TYPE_STAFF, uid, utc_us, "signature", functions[i].signature, "name",
                     functions[i].name, "role", functions[i].role, "function", TRUE, "position",
                     1024 * 1024 + POSITION (i), NULL);
  }
}

FactChange *
fact_team_build_defaults (gint64 utc_us)
{
  FactChange *change = fact_change_new ("vocabulary.defaults", NULL);
  char uid[40];

  make_uid (uid, GROUP_ORGANISATION, 0);
  fact_change_add (change, FACT_TYPE_ORGANISATION, uid, utc_us, "name", "Region", "kind", FACT_ORGANISATION_REGION,
                   "position", POSITION (0), NULL);
  add_functions (change, utc_us);
  add_triages_and_reasons (change, utc_us);
  add_kinds (change, utc_us);
  fact_change_set_final (change);
  return change;
}
