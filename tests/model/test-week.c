/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-week.h"

#include <string.h>

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* Every day of 60 years: the ISO week is GLib's, and every text reads back. */
static void
test_every_day (void)
{
  guint last = fact_day_from_ymd (2049, 12, 31);
  guint n = 0;

  for (guint day = fact_day_from_ymd (1990, 1, 1); day <= last; day++, n++) {
    g_autofree char *iso = fact_day_format_iso (day);
    g_autofree char *week_text = fact_week_format_iso (fact_week_from_day (day));
    FactWeek week = fact_week_from_day (day);
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_julian (&date, day);
    g_assert_cmpuint (fact_day_get_weekday (day) + 1, ==, g_date_get_weekday (&date));
    g_assert_cmpuint (fact_week_get_number (week), ==, g_date_get_iso8601_week_of_year (&date));
    g_assert_cmpuint (fact_day_parse_iso (iso), ==, day);
    g_assert_cmpuint (fact_week_parse (week_text, 0), ==, week);
    g_assert_cmpuint (fact_week_from_number (fact_week_get_year (week), fact_week_get_number (week)), ==, week);
    if (day >= fact_day_from_ymd (2000, 1, 1)) {
      g_autofree char *text = fact_day_format_short (day);

      g_assert_cmpuint (fact_day_parse_short (text), ==, day);
    }
  }
  g_test_message ("%u days", n);
}

static void
test_refused_dates (void)
{
  static const char *const refused[] = {
    "", " ", "2019-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "2019-3-27", "19-03-27", "2019/03/27", "2019-03-27 ",
    " 2019-03-27", "+019-03-27", "-019-03-27", "0000-01-01", "2019-03-2x", "２０１９-03-27", "2019-03-270", "190327",
  };
  static const char *const refused_short[] = { "", "190229", "191301", "190300", "19032", "1903270", "19-327", "+90327", "2019-03-27" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpuint (fact_day_parse_iso (refused[i]), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_short); i++)
    g_assert_cmpuint (fact_day_parse_short (refused_short[i]), ==, 0);

  g_assert_cmpuint (fact_day_parse_iso (NULL), ==, 0);
  g_assert_cmpuint (fact_day_parse_iso ("2020-02-29"), !=, 0);
  g_assert_cmpuint (fact_day_parse_iso ("9999-12-31"), ==, 3652059);
  assert_text (fact_day_format_iso (0), "");
  assert_text (fact_day_format_iso (3652060), "");
}

static void
test_weeks (void)
{
  guint today = fact_day_from_ymd (2019, 5, 15);
  FactWeek week = fact_day_from_ymd (2019, 5, 13);
  static const char *const forms[] = {
    "2019-W20", "2019w20", "2019-v20", "v20", "V20", "v. 20", "v.20", "w20", "vecka 20", " Vecka 20 ", "v.\302\24020", "week 20",
  };
  static const char *const refused[] = { "", "20", "v", "v0", "v54", "2019-W53", "2019-W00", "v201", "2019-20", "19-W20", "v20x", "20190-W20", "vv20" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_cmpuint (fact_week_parse (forms[i], today), ==, week);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpuint (fact_week_parse (refused[i], today), ==, 0);

  /* Around new year the nearest is meant; 2026 has a week 53. */
  g_assert_cmpuint (fact_week_parse ("v2", fact_day_from_ymd (2026, 12, 20)), ==, fact_day_from_ymd (2027, 1, 11));
  g_assert_cmpuint (fact_week_parse ("v51", fact_day_from_ymd (2027, 1, 5)), ==, fact_day_from_ymd (2026, 12, 14));
  g_assert_cmpuint (fact_week_parse ("v53", fact_day_from_ymd (2027, 1, 3)), ==, fact_day_from_ymd (2026, 12, 28));
  g_assert_cmpuint (fact_week_from_day (fact_day_from_ymd (2027, 1, 3)), ==, fact_day_from_ymd (2026, 12, 28));
  g_assert_cmpint (fact_week_get_year (fact_day_from_ymd (2026, 12, 28)), ==, 2026);
  g_assert_cmpuint (fact_week_get_day (week, 2), ==, today);
}

static void
test_words (void)
{
  assert_text (fact_day_format (fact_day_from_ymd (2026, 11, 18)), "Wed 18 Nov");
  assert_text (fact_day_format_long (fact_day_from_ymd (2026, 11, 18)), "Wednesday 18 November");
  assert_text (fact_month_format (fact_day_from_ymd (2026, 11, 18)), "November 2026");
  assert_text (fact_month_format (0), "");
  assert_text (fact_week_format_range (fact_day_from_ymd (2026, 11, 16)), "16–22 Nov");
  assert_text (fact_week_format_range (fact_day_from_ymd (2026, 11, 30)), "30 Nov–6 Dec");
  assert_text (fact_week_format_label (fact_day_from_ymd (2026, 11, 16)), "Week 47");
  g_assert_cmpstr (fact_weekday_get_heading (6), ==, "Sun");
  g_assert_cmpstr (fact_weekday_get_name (0), ==, "Monday");
  g_assert_cmpstr (fact_month_get_short_name (12), ==, "Dec");
}

/* The almanacs of 2019, 2026 and 2027: every red day that is no Sunday, and every eve. */
static void
test_red_days (void)
{
  static const char *const red[] = {
    "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-01", "2019-05-30", "2019-06-06", "2019-06-22", "2019-11-02",
    "2019-12-25", "2019-12-26", "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
    "2026-06-06", "2026-06-20", "2026-10-31", "2026-12-25", "2026-12-26", "2027-01-01", "2027-01-06", "2027-03-26",
    "2027-03-29", "2027-05-01", "2027-05-06", "2027-06-26", "2027-11-06", "2027-12-25",
  };
  static const char *const eves[] = {
    "2019-06-21", "2019-12-24", "2019-12-31", "2026-06-19", "2026-12-24", "2026-12-31", "2027-06-25", "2027-12-24", "2027-12-31",
  };
  guint n_red = 0, n_eves = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (red); i++)
    g_assert_true (fact_day_is_red (fact_day_parse_iso (red[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (eves); i++)
    g_assert_true (fact_day_is_eve (fact_day_parse_iso (eves[i])));

  for (guint day = fact_day_from_ymd (2019, 1, 1); day <= fact_day_from_ymd (2027, 12, 31); day++) {
    if (day == fact_day_from_ymd (2020, 1, 1))
      day = fact_day_from_ymd (2026, 1, 1);
    n_red += fact_day_is_red (day) && fact_day_get_weekday (day) != 6;
    n_eves += fact_day_is_eve (day);
    g_assert_true (fact_day_get_weekday (day) != 6 || fact_day_is_red (day));
    g_assert_false (fact_day_is_working (day) && (fact_day_is_red (day) || fact_day_get_weekday (day) > 4));
  }
  /* Trettondagen 2019, nationaldagen 2027 and annandagen 2027 are Sundays. */
  g_assert_cmpuint (n_red, ==, G_N_ELEMENTS (red));
  g_assert_cmpuint (n_eves, ==, G_N_ELEMENTS (eves));
  g_assert_false (fact_day_is_red (fact_day_parse_iso ("2003-06-06")));
  g_assert_true (fact_day_is_working (fact_day_parse_iso ("2026-11-18")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/every-day", test_every_day);
  g_test_add_func ("/week/refused-dates", test_refused_dates);
  g_test_add_func ("/week/weeks", test_weeks);
  g_test_add_func ("/week/words", test_words);
  g_test_add_func ("/week/red-days", test_red_days);

  return g_test_run ();
}
