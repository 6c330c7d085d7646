/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-clock.h"
#include "fact-day.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static gint64
utc (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_today (void)
{
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, utc ("2019-05-15T21:59:59.999999Z"));
  g_autofree char *local = NULL;

  /* Summer time in Sweden is two hours before UTC. */
  g_assert_cmpuint (fact_clock_get_today (clock), ==, fact_day_from_ymd (2019, 5, 15));
  fact_clock_set_now (clock, utc ("2019-05-15T22:00:00Z"));
  g_assert_cmpuint (fact_clock_get_today (clock), ==, fact_day_from_ymd (2019, 5, 16));
  g_assert_cmpuint (fact_clock_get_minute_of_day (clock), ==, 0);

  fact_clock_set_now (clock, utc ("2026-12-31T23:30:00Z"));
  g_assert_cmpuint (fact_clock_get_today (clock), ==, fact_day_from_ymd (2027, 1, 1));
  local = fact_clock_format_local (clock, fact_clock_get_now (clock));
  g_assert_cmpstr (local, ==, "2027-01-01 00:30");
  g_assert_cmpuint (fact_clock_get_minute_of_day (clock), ==, 30);
}

static void
test_notifies_only_on_change (void)
{
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, utc ("2019-05-15T06:00:00Z"));
  guint today = 0, now = 0, minute = 0;

  g_signal_connect_swapped (clock, "notify::today", G_CALLBACK (count_cb), &today);
  g_signal_connect_swapped (clock, "notify::minute", G_CALLBACK (count_cb), &minute);
  g_signal_connect_swapped (clock, "notify::now", G_CALLBACK (count_cb), &now);

  fact_clock_set_now (clock, utc ("2019-05-15T06:00:00Z"));
  g_assert_cmpuint (now, ==, 0);
  fact_clock_set_now (clock, utc ("2019-05-15T07:00:00Z"));
  g_assert_cmpuint (now, ==, 1);
  g_assert_cmpuint (today, ==, 0);
  g_assert_cmpuint (minute, ==, 1);
  fact_clock_set_now (clock, utc ("2019-05-15T07:00:59Z"));
  fact_clock_refresh (clock);
  g_assert_cmpuint (today, ==, 0);
  g_assert_cmpuint (minute, ==, 1);
  fact_clock_set_now (clock, utc ("2019-05-16T07:00:00Z"));
  g_assert_cmpuint (today, ==, 1);
  /* The machine's clock may be set back. */
  fact_clock_set_now (clock, utc ("2019-05-15T07:00:00Z"));
  g_assert_cmpuint (today, ==, 2);
}

static void
test_end_of_day (void)
{
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, 0);
  static const struct { int year, month, day, hours; } days[] = {
    { 2019, 3, 30, 24 }, { 2019, 3, 31, 23 }, { 2019, 4, 1, 24 }, { 2019, 10, 27, 25 }, { 2026, 10, 25, 25 },
    { 2027, 3, 28, 23 }, { 2026, 12, 31, 24 },
  };

  g_assert_cmpint (fact_clock_get_end_of_day (clock, fact_day_from_ymd (2019, 3, 31)), ==,
                   utc ("2019-03-31T22:00:00Z") - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    guint day = fact_day_from_ymd (days[i].year, days[i].month, days[i].day);
    gint64 end = fact_clock_get_end_of_day (clock, day);

    g_assert_cmpint (end - fact_clock_get_end_of_day (clock, day - 1), ==, days[i].hours * HOUR);
    g_assert_cmpuint (fact_clock_get_day_of (clock, end), ==, day);
    g_assert_cmpuint (fact_clock_get_day_of (clock, end + 1), ==, day + 1);
  }
}

static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GTimeZone) same = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, utc ("2019-05-15T16:00:00Z"));
  guint zones = 0, todays = 0;

  g_assert_cmpstr (g_time_zone_get_identifier (fact_clock_get_zone (clock)), ==, "Europe/Stockholm");
  g_signal_connect_swapped (clock, "notify::zone", G_CALLBACK (count_cb), &zones);
  g_signal_connect_swapped (clock, "notify::today", G_CALLBACK (count_cb), &todays);
  g_object_set (clock, "zone", zone, NULL);
  g_assert_cmpuint (fact_clock_get_today (clock), ==, fact_day_from_ymd (2019, 5, 16));
  fact_clock_set_zone (clock, same);
  g_assert_cmpuint (zones, ==, 1);
  g_assert_cmpuint (todays, ==, 1);
}

static void
test_running (void)
{
  g_autoptr (FactClock) clock = fact_clock_new (NULL);
  gint64 first = fact_clock_get_now (clock);
  guint today;

  g_assert_false (fact_clock_is_fixed (clock));
  fact_clock_refresh (clock);
  today = fact_clock_get_today (clock);
  g_assert_cmpuint (today, >=, fact_clock_get_day_of (clock, first));
  g_assert_cmpuint (today, <=, fact_clock_get_day_of (clock, fact_clock_get_now (clock)));
  g_assert_cmpuint (today, >=, fact_day_from_ymd (2019, 1, 1));
}

static void
test_text (void)
{
  g_autofree char *after = fact_clock_format_utc (utc ("2019-05-15T06:15:00.000007Z"));
  g_autofree char *before = fact_clock_format_utc (-1);

  g_assert_cmpstr (after, ==, "2019-05-15T06:15:00.000007Z");
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59.999999Z");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/today", test_today);
  g_test_add_func ("/clock/notifies-only-on-change", test_notifies_only_on_change);
  g_test_add_func ("/clock/end-of-day", test_end_of_day);
  g_test_add_func ("/clock/zone", test_zone);
  g_test_add_func ("/clock/running", test_running);
  g_test_add_func ("/clock/text", test_text);

  return g_test_run ();
}
