/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-day.h"
#include "fact-typed-date.h"

#include <string.h>

/* Wednesday 18 November 2026, week 47. */
#define TODAY "2026-11-18"

static const struct { const char *typed, *coming, *past; } dates[] = {
  { "190327", "2019-03-27", "2019-03-27" },
  { "2019-03-27", "2019-03-27", "2019-03-27" },
  { "20190327", "2019-03-27", "2019-03-27" },
  { "27/3", "2027-03-27", "2026-03-27" },
  { "18/11", "2026-11-18", "2026-11-18" },
  { "17/11", "2027-11-17", "2026-11-17" },
  { "19/11", "2026-11-19", "2025-11-19" },
  { "29/2", "2028-02-29", "2024-02-29" },
  { "27/3 2019", "2019-03-27", "2019-03-27" },
  { "27/3/19", "2019-03-27", "2019-03-27" },
  { "27 mars", "2027-03-27", "2026-03-27" },
  { "27 Mars 2019", "2019-03-27", "2019-03-27" },
  { "den 27 mars", "2027-03-27", "2026-03-27" },
  { "27 oct.", "2027-10-27", "2026-10-27" },
  { "mar 27", "2027-03-27", "2026-03-27" },
  { "on", "2026-11-18", "2026-11-18" },
  { "ons", "2026-11-18", "2026-11-18" },
  { "onsdag", "2026-11-18", "2026-11-18" },
  { "to", "2026-11-19", "2026-11-12" },
  { "Tors.", "2026-11-19", "2026-11-12" },
  { "ti", "2026-11-24", "2026-11-17" },
  { "SÖ", "2026-11-22", "2026-11-15" },
  { "på fredag", "2026-11-20", "2026-11-13" },
  { "on friday", "2026-11-20", "2026-11-13" },
  { "ons 18 nov", "2026-11-18", "2026-11-18" },
  { "ons 25/11", "2026-11-25", NULL },
  { "tors 25 nov", NULL, NULL },
  { "i dag", "2026-11-18", "2026-11-18" },
  { "Idag", "2026-11-18", "2026-11-18" },
  { "i morgon", "2026-11-19", "2026-11-19" },
  { "imorgon", "2026-11-19", "2026-11-19" },
  { "i övermorgon", "2026-11-20", "2026-11-20" },
  { "the day after tomorrow", "2026-11-20", "2026-11-20" },
  { "i går", "2026-11-17", "2026-11-17" },
  { "yesterday", "2026-11-17", "2026-11-17" },
  { "i onsdags", "2026-11-11", "2026-11-11" },
  { "i tisdags", "2026-11-17", "2026-11-17" },
  { "nästa vecka", "2026-11-23", "2026-11-23" },
  { "next week", "2026-11-23", "2026-11-23" },
  { "on nästa vecka", "2026-11-25", "2026-11-25" },
  { "nästa onsdag", "2026-11-25", "2026-11-25" },
  { "next fri", "2026-11-27", "2026-11-27" },
  { "v48", "2026-11-23", "2025-11-24" },
  { "v48 on", "2026-11-25", "2025-11-26" },
  { "on v. 48", "2026-11-25", "2025-11-26" },
  { "w48 wed", "2026-11-25", "2025-11-26" },
  { "v47", "2026-11-16", "2026-11-16" },
  { "v46", "2027-11-15", "2026-11-09" },
  { "v53", "2026-12-28", "2020-12-28" },
  { "2019-W20", "2019-05-13", "2019-05-13" },
  { "+7", "2026-11-25", "2026-11-25" },
  { "+0", "2026-11-18", "2026-11-18" },
  { "-3", "2026-11-15", "2026-11-15" },
};

static const char *const refused[] = {
  "", " ", "x", "19-03-35", "190335", "32/1", "0/1", "1/13", "27/", "/3", "27/3/4/5", "27", "27 mans", "+", "+x", "+12345", "v54", "v",
  "i", "i onsdag morgon", "to to", "onsdag kanske", "nästa", "99 mars 2019", "2019-02-29", "\xff", "-9999999999",
};

static void
check (const char        *typed,
       const char        *expected,
       FactTypedDateMode  mode)
{
  guint day = fact_typed_date_parse (typed, fact_day_parse_iso (TODAY), mode);
  g_autofree char *text = fact_day_format_iso (day);

  if (g_strcmp0 (text, expected != NULL ? expected : "") != 0) {
    g_test_message ("“%s” is “%s”, not “%s”", typed, text, expected);
    g_test_fail ();
  }
}

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
    check (dates[i].typed, dates[i].coming, FACT_TYPED_DATE_COMING);
    check (dates[i].typed, dates[i].past, FACT_TYPED_DATE_PAST);
  }
  g_test_message ("%u dates", (guint) G_N_ELEMENTS (dates));
}

static void
test_after_today (void)
{
  check ("on", "2026-11-25", FACT_TYPED_DATE_AFTER_TODAY);
  check ("to", "2026-11-19", FACT_TYPED_DATE_AFTER_TODAY);
  check ("18/11", "2027-11-18", FACT_TYPED_DATE_AFTER_TODAY);
  check ("i dag", "2026-11-18", FACT_TYPED_DATE_AFTER_TODAY);
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    check (refused[i], NULL, FACT_TYPED_DATE_COMING);
  g_assert_cmpuint (fact_typed_date_parse (NULL, fact_day_parse_iso (TODAY), FACT_TYPED_DATE_COMING), ==, 0);
}

/* What the program shows of a day is read as that day. */
static void
test_shown_back (void)
{
  guint today = fact_day_parse_iso (TODAY);

  for (guint day = today; day < today + 365; day++) {
    g_autofree char *shown = fact_day_format (day);
    g_autofree char *shown_long = fact_day_format_long (day);

    g_assert_cmpuint (fact_typed_date_parse (shown, today, FACT_TYPED_DATE_COMING), ==, day);
    g_assert_cmpuint (fact_typed_date_parse (shown_long, today, FACT_TYPED_DATE_COMING), ==, day);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-date/dates", test_dates);
  g_test_add_func ("/typed-date/after-today", test_after_today);
  g_test_add_func ("/typed-date/refused", test_refused);
  g_test_add_func ("/typed-date/shown-back", test_shown_back);

  return g_test_run ();
}
