/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-fixture.h"

#include "fact-reason.h"
#include "fact-week.h"

static const char *const texts[] = {
  "", "OK", "Bor hemma.", "Bostadslös. Återkommande inläggningar.",
  "Skurit sig i helgen, inlagd på avd. 56.",
  "Fast vårdkontakt tar kontakt under veckan, tisdag. Mamma medverkar och ringer när hon kommit hem.",
  ("Kommunen följer upp och återrapporterar till oss kontinuerligt under veckan. Besök i hemmet på onsdag. "
   "Planering efter detta tillsammans med boendestödet, som också handlar mat och följer med till apoteket."),
};

guint
board_fixture_get_today (BoardFixture *self)
{
  return fact_clock_get_today (self->clock);
}

static void
add_vocabulary (BoardFixture *self)
{
  static const FactColor colors[] = { FACT_COLOR_RED, FACT_COLOR_BLUE, FACT_COLOR_PURPLE, FACT_COLOR_YELLOW, FACT_COLOR_GREEN };
  static const char *const signatures[] = { "CSA", "KRO", "DEN", "MDN", "MJR", "HMR", "SNG", "BS" };
  static const FactKindRole kinds[] = { FACT_KIND_ROLE_HOME, FACT_KIND_ROLE_PHONE, FACT_KIND_ROLE_WARD };
  FactOrganisation *region = board_records_add (self->records, FACT_TYPE_ORGANISATION, "name", "Regionen",
                                                "kind", FACT_ORGANISATION_REGION);
  FactOrganisation *town = board_records_add (self->records, FACT_TYPE_ORGANISATION, "name", "Borås",
                                              "kind", FACT_ORGANISATION_MUNICIPALITY);

  for (guint i = 0; i < G_N_ELEMENTS (self->triages); i++)
    self->triages[i] = board_records_add (self->records, FACT_TYPE_TRIAGE, "role", FACT_TRIAGE_ROLE_CRISIS + i,
                                          "color", colors[i], "position", (i + 1) * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (self->staff); i++)
    self->staff[i] = board_records_add (self->records, FACT_TYPE_STAFF, "signature", signatures[i],
                                        "organisation", i < 6 ? region : town, "position", (i + 1) * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    self->kinds[i] = board_records_add (self->records, FACT_TYPE_KIND, "role", kinds[i], "position", (i + 1) * 1024);
  self->reason = board_records_add (self->records, FACT_TYPE_REASON, "role", FACT_REASON_ROLE_READMISSION);
}

FactContact *
board_fixture_add_contact (BoardFixture      *self,
                           FactStay          *stay,
                           int                weekday,
                           FactStaff         *staff,
                           FactStaff         *other,
                           FactContactStatus  status,
                           const char        *text)
{
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  FactContact *contact;

  if (staff)
    g_ptr_array_add (who, staff);
  if (other)
    g_ptr_array_add (who, other);
  contact = board_records_add (self->records, FACT_TYPE_CONTACT, "patient", stay->patient,
                               "date", fact_week_from_day (board_fixture_get_today (self)) + weekday,
                               "who", who, "kind", self->kinds[weekday % 3], "status", status, "text", text);
  board_fixture_update (self, contact);

  return contact;
}

static void
add_row (BoardFixture *self,
         guint         i,
         guint         n_rows)
{
  static const char *const codes[] = { "NN-89", "BB-90", "EE-68", "DD-75", "AA-80" };
  g_autofree char *made_up = g_strdup_printf ("%c%c-%02u", 'A' + i % 26, 'A' + i / 26 % 26, 50 + i % 50);
  guint triage = n_rows <= 5 ? i : i * 5 / n_rows;
  FactPatient *patient = board_records_add (self->records, FACT_TYPE_PATIENT, "code", n_rows <= 5 ? codes[i] : made_up,
                                            "care-contact", self->staff[i % 5], "physician", self->staff[5],
                                            "other-providers", i % 2 ? "Helsingborg" : "Örkelljunga",
                                            "children", i % 3 ? "Nej" : "Ja, bor ej hemma");
  FactStay *stay = board_records_add (self->records, FACT_TYPE_STAY, "patient", patient,
                                      "triage", self->triages[triage], "reason", self->reason,
                                      "date", board_fixture_get_today (self) - (i * 7) % 20,
                                      "situation", texts[(i + 3) % G_N_ELEMENTS (texts)],
                                      "actions", texts[(i * 5 + 6) % G_N_ELEMENTS (texts)], "safety", "OK");

  g_ptr_array_add (self->stays, stay);
  board_fixture_update (self, patient);
  board_fixture_update (self, stay);
  board_fixture_add_contact (self, stay, i % 5, self->staff[i % 6], i % 4 ? NULL : self->staff[(i + 1) % 6],
                             i % 2 ? FACT_CONTACT_PLANNED : FACT_CONTACT_DONE, NULL);
  board_fixture_add_contact (self, stay, (i + 1) % 5, self->staff[(i + 2) % 8], NULL,
                             i % 3 ? FACT_CONTACT_PLANNED : FACT_CONTACT_MISSED, i % 5 ? NULL : "ring syster");
  if (i % 3 == 0)
    board_fixture_add_contact (self, stay, 2, self->staff[7], NULL, FACT_CONTACT_PLANNED, NULL);
  if (i % 4 == 1)
    board_fixture_add_contact (self, stay, 4, NULL, NULL, FACT_CONTACT_PLANNED, "SIP");
}

void
board_fixture_update (BoardFixture *self,
                      gpointer      record)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  fact_cases_put (self->cases, record);
  if (!self->board)
    return;
  g_ptr_array_add (uids, (gpointer) fact_record_get_subject (record));
  fact_board_update (self->board, uids, NULL);
}

BoardFixture *
board_fixture_new (guint n_rows)
{
  BoardFixture *self = g_new0 (BoardFixture, 1);
  gint64 days = (gint64) fact_day_from_ymd (2026, 11, 18) - fact_day_from_ymd (1970, 1, 1);
  g_autoptr (GPtrArray) triages = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->records = board_records_new ();
  self->clock = fact_clock_new_fixed (NULL, days * G_TIME_SPAN_DAY + 10 * G_TIME_SPAN_HOUR);
  self->cases = fact_cases_new (self->clock);
  self->stays = g_ptr_array_new ();
  add_vocabulary (self);
  self->board = fact_board_new (self->cases, fact_week_from_day (board_fixture_get_today (self)));
  for (guint i = 0; i < G_N_ELEMENTS (self->triages); i++)
    g_ptr_array_add (triages, self->triages[i]);
  fact_board_update (self->board, none, triages);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, i, n_rows);

  return self;
}

void
board_fixture_free (BoardFixture *self)
{
  g_ptr_array_unref (self->stays);
  g_object_unref (self->board);
  fact_cases_unref (self->cases);
  g_object_unref (self->clock);
  board_records_free (self->records);
  g_free (self);
}
