/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#include <string.h>

#define MON 0
#define TUE 1
#define WED 2
#define THU 3
#define FRI 4
#define SAT 5
#define F DEMO_CARE_CONTACT
#define M DEMO_MUNICIPAL_CONTACT
#define NO DEMO_NOBODY
#define AT(hour, minute) ((hour) * 60 + (minute))
#define N_ACTIONS 14

static const DemoAction actions[N_ACTIONS + 1] = {
  [1] = { "Tele varje förmiddag till fredag. Hembesök måndag DEN+MJR.",
          { { MON, { DEMO_DEN, DEMO_MJR }, FACT_KIND_ROLE_HOME, AT (13, 0) },
            { TUE, { F, NO }, FACT_KIND_ROLE_PHONE, AT (9, 30) }, { WED, { F, NO }, FACT_KIND_ROLE_PHONE, AT (9, 30) },
            { THU, { F, NO }, FACT_KIND_ROLE_PHONE, AT (9, 30) }, { FRI, { F, NO }, FACT_KIND_ROLE_PHONE, AT (9, 30) } } },
  [2] = { "Läkarbedömning HMR onsdag kl. 10 på mottagningen.",
          { { WED, { DEMO_HMR, NO }, FACT_KIND_ROLE_CLINIC, AT (10, 0) } }, DEMO_FAULT_STAFF },
  [3] = { "Boendestöd måndagar och torsdagar, återrapporterar på morgonmötet.",
          { { MON, { DEMO_BS, NO }, FACT_KIND_ROLE_HOME, -1 }, { THU, { DEMO_BS, NO }, FACT_KIND_ROLE_HOME, -1 } } },
  [4] = { "Krisplan ska upprättas tillsammans med syster.", { { TUE, { F, NO }, FACT_KIND_ROLE_HOME, AT (14, 0) } } },
  [5] = { "SIP planeras på fredag tillsammans med %M. KRO kallar.",
          { { FRI, { DEMO_KRO, M }, FACT_KIND_ROLE_SIP, AT (13, 0) } } },
  [6] = { "Medicindelning tisdagar. Injektion varannan tisdag, RUT.",
          { { TUE, { DEMO_RUT, NO }, FACT_KIND_ROLE_DISPENSING, AT (9, 0) } } },
  [7] = { "MJR+BS söker upp i dag. Nytt försök i morgon om ingen öppnar.",
          { { MON, { DEMO_MJR, DEMO_BS }, FACT_KIND_ROLE_HOME, AT (13, 30) },
            { TUE, { DEMO_MJR, DEMO_BS }, FACT_KIND_ROLE_HOME, AT (10, 0) } } },
  [8] = { "BS följer med på visning torsdag.", { { THU, { DEMO_BS, NO }, FACT_KIND_ROLE_ACCOMPANY, AT (11, 0) } } },
  [9] = { "DEN besöker avdelningen onsdag, planerar utskrivningen.",
          { { WED, { DEMO_DEN, NO }, FACT_KIND_ROLE_WARD, AT (14, 0) } }, DEMO_FAULT_DAY },
  [10] = { "Uppföljning inom en vecka efter utskrivning, %F fredag.",
           { { FRI, { F, NO }, FACT_KIND_ROLE_HOME, AT (10, 30) } } },
  [11] = { "Helg: BS ringer lördag kl. 11. Vid försämring följs krisplanen.",
           { { SAT, { DEMO_BS, NO }, FACT_KIND_ROLE_PHONE, AT (11, 0) } } },
  [12] = { "Glesare kontakt: tele varannan vecka. Tas upp måndag om tavlan behövs.",
           { { WED, { F, NO }, FACT_KIND_ROLE_PHONE, -1 } } },
  [13] = { "LNA till arbetsplatsen torsdag.", { { THU, { DEMO_LNA, NO }, FACT_KIND_ROLE_ELSEWHERE, AT (13, 0) } },
           DEMO_FAULT_MISSING },
  [14] = { "Tolk bokad till onsdag (arabiska), KRO+HMR.",
           { { WED, { DEMO_KRO, DEMO_HMR }, FACT_KIND_ROLE_CLINIC, AT (13, 0) } } },
};

static const struct {
  const char *text;                /* %D: the day before this week that it began, when it says one */
  FactTriageRole triage;
  FactReasonRole reason;
  guint8 sets[DEMO_N_SETS][DEMO_MAX_ACTIONS];
} situations[DEMO_N_SITUATIONS + 1] = {
  [1] = { "Sover dåligt sedan två veckor. Har själv hört av sig och vill ha tätare kontakt.",
          FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_SYMPTOMS, { { 1, 2 }, { 1 }, { 1, 4 } } },
  [2] = { "Hämtar inte ut sin medicin, säger att den gör en trött. Vill prata med läkare.",
          FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_SYMPTOMS, { { 2 }, { 2, 6 }, { 2, 3 } } },
  [3] = { "Återfall efter fyra månader. Ringde samma dag och vill bryta tidigt.",
          FACT_TRIAGE_ROLE_CRISIS, FACT_REASON_ROLE_SYMPTOMS, { { 1, 11 }, { 4, 11 }, { 1, 2, 11 } } },
  [4] = { "Förlorar lägenheten den sista. Ingen ny adress än.",
          FACT_TRIAGE_ROLE_CRISIS, FACT_REASON_ROLE_LIFE_EVENTS, { { 8, 11 }, { 5, 11 }, { 8, 5, 11 } } },
  [5] = { "Svarar inte i telefon sedan fredag. Boendestöd var förbi i går, mådde okej.",
          FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_SELF_CARE, { { 7, 3 }, { 7 }, { 7, 4 } } },
  [6] = { "Inlagd på avd. 56 sedan %D, frivilligt. Utskrivning planeras till veckoslutet.",
          FACT_TRIAGE_ROLE_ADMITTED, FACT_REASON_ROLE_READMISSION, { { 9, 10 }, { 9, 5 }, { 9, 11 } } },
  [7] = { "Nyinskriven. Bor hos sin mamma. Vill i första hand få hjälp med sömnen.",
          FACT_TRIAGE_ROLE_NEW, FACT_REASON_ROLE_NEW_PATIENT, { { 2, 4 }, { 14 }, { 3, 5 } } },
  [8] = { "Hemma efter tre veckor på avdelning. Orolig inför helgen.",
          FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_READMISSION, { { 10, 11 }, { 10, 3 }, { 10, 6, 11 } } },
  [9] = { "Har mist ett syskon. Har bett om kontakt varje dag ett tag.",
          FACT_TRIAGE_ROLE_CRISIS, FACT_REASON_ROLE_LIFE_EVENTS, { { 1, 11 }, { 1 }, { 1, 4, 11 } } },
  [10] = { "Arbetstränar två dagar i veckan. Trivs men blir trött.",
           FACT_TRIAGE_ROLE_STABLE, FACT_REASON_ROLE_LIFE_EVENTS, { { 13 }, { 13, 12 }, { 12 } } },
  [11] = { "Nytt boende sedan den första. Hittar inte i området än.",
           FACT_TRIAGE_ROLE_STABLE, FACT_REASON_ROLE_SELF_CARE, { { 3 }, { 3, 12 }, { 12 } } },
  [12] = { "Äter lite, har gått ner i vikt. Tar gärna emot besök.",
           FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_SELF_CARE, { { 3 }, { 3, 2 }, { 3, 10 } } },
  [13] = { "Byter från tablett till injektion. Första dosen given.",
           FACT_TRIAGE_ROLE_OBSERVATION, FACT_REASON_ROLE_SYMPTOMS, { { 6 }, { 6, 2 }, { 6, 3 } } },
  [14] = { "Barnen är här varannan vecka. Vill orka med de helgerna.",
           FACT_TRIAGE_ROLE_STABLE, FACT_REASON_ROLE_LIFE_EVENTS, { { 12 }, { 5 }, { 12 } } },
};

static const char *const weekdays[] = { "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag" };

static const char *const safety[] = { "OK", "OK", "OK", "Två på hembesök.", "OK", "Hund i hallen.", "OK",
                                      "Ring först, står på dörren." };

FactTriageRole
fact_demo_situation_get_triage (guint situation)
{
  return situations[situation].triage;
}

FactReasonRole
fact_demo_situation_get_reason (guint situation)
{
  return situations[situation].reason;
}

guint
fact_demo_find_situation (FactTriageRole triage,
                          guint          i)
{
  guint found[DEMO_N_SITUATIONS], n = 0;

  for (guint s = 1; s <= DEMO_N_SITUATIONS; s++) {
    if (situations[s].triage == triage)
      found[n++] = s;
  }
  return found[i % n];
}

guint
fact_demo_count_situations (FactTriageRole triage)
{
  guint n = 0;

  for (guint s = 1; s <= DEMO_N_SITUATIONS; s++)
    n += situations[s].triage == triage;
  return n;
}

/* For the same reason; not well yet, not admitted yet. */
guint
fact_demo_find_beginning (guint situation)
{
  if (situations[situation].triage != FACT_TRIAGE_ROLE_STABLE && situations[situation].triage != FACT_TRIAGE_ROLE_ADMITTED)
    return situation;
  for (guint s = 1; s <= DEMO_N_SITUATIONS; s++) {
    if (situations[s].reason == situations[situation].reason && situations[s].triage != FACT_TRIAGE_ROLE_STABLE &&
        situations[s].triage != FACT_TRIAGE_ROLE_ADMITTED)
      return s;
  }
  return situation;
}

char *
fact_demo_write_situation (guint situation,
                           guint since)
{
  const char *day = strstr (situations[situation].text, "%D");

  if (!day)
    return g_strdup (situations[situation].text);
  return g_strdup_printf ("%.*s%s%s", (int) (day - situations[situation].text), situations[situation].text,
                          weekdays[fact_day_get_weekday (since)], day + 2);
}

guint
fact_demo_get_actions (guint             situation,
                       guint             set,
                       const DemoAction *list[DEMO_MAX_ACTIONS])
{
  guint n = 0;

  for (guint i = 0; i < DEMO_MAX_ACTIONS; i++) {
    if (situations[situation].sets[set][i])
      list[n++] = &actions[situations[situation].sets[set][i]];
  }
  return n;
}

static void
append_action (FactDemo    *self,
               GString     *text,
               const char  *action,
               DemoPatient *patient,
               guint        day)
{
  const char *place = strchr (action, '%');

  if (text->len)
    g_string_append_c (text, ' ');
  if (!place) {
    g_string_append (text, action);
    return;
  }
  g_string_append_len (text, action, place - action);
  g_string_append (text, fact_demo_get_signature (fact_demo_resolve (self, patient, place[1] == 'F' ? F : M, day)));
  g_string_append (text, place + 2);
}

char *
fact_demo_write_actions (FactDemo    *self,
                         DemoPatient *patient,
                         guint        situation,
                         guint        set,
                         guint        day)
{
  GString *text = g_string_new (NULL);
  const DemoAction *list[DEMO_MAX_ACTIONS];
  guint n = fact_demo_get_actions (situation, set, list);

  for (guint i = 0; i < n; i++)
    append_action (self, text, list[i]->text, patient, day);
  return g_string_free (text, FALSE);
}

const char *
fact_demo_write_safety (guint i)
{
  return safety[i % G_N_ELEMENTS (safety)];
}
