/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-day.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const char *const headings[] = {
  /* Translators: the heading of a weekday's column, as short as boards have it */
  NC_("weekday column heading", "Mon"),
  NC_("weekday column heading", "Tue"),
  NC_("weekday column heading", "Wed"),
  NC_("weekday column heading", "Thu"),
  NC_("weekday column heading", "Fri"),
  NC_("weekday column heading", "Sat"),
  NC_("weekday column heading", "Sun"),
};

static const char *const names[] = {
  /* Translators: a weekday within a sentence */
  NC_("weekday in a sentence", "Monday"),
  NC_("weekday in a sentence", "Tuesday"),
  NC_("weekday in a sentence", "Wednesday"),
  NC_("weekday in a sentence", "Thursday"),
  NC_("weekday in a sentence", "Friday"),
  NC_("weekday in a sentence", "Saturday"),
  NC_("weekday in a sentence", "Sunday"),
};

static const char *const short_names[] = {
  /* Translators: a shortened weekday in a date, as in "Wed 18 Nov" */
  NC_("weekday in a date", "Mon"),
  NC_("weekday in a date", "Tue"),
  NC_("weekday in a date", "Wed"),
  NC_("weekday in a date", "Thu"),
  NC_("weekday in a date", "Fri"),
  NC_("weekday in a date", "Sat"),
  NC_("weekday in a date", "Sun"),
};

static const char *const months[] = {
  NC_("month in a sentence", "January"),
  NC_("month in a sentence", "February"),
  NC_("month in a sentence", "March"),
  NC_("month in a sentence", "April"),
  NC_("month in a sentence", "May"),
  NC_("month in a sentence", "June"),
  NC_("month in a sentence", "July"),
  NC_("month in a sentence", "August"),
  NC_("month in a sentence", "September"),
  NC_("month in a sentence", "October"),
  NC_("month in a sentence", "November"),
  NC_("month in a sentence", "December"),
};

static const char *const short_months[] = {
  /* Translators: a shortened month in a date, as in "18 Nov" */
  NC_("month in a date", "Jan"),
  NC_("month in a date", "Feb"),
  NC_("month in a date", "Mar"),
  NC_("month in a date", "Apr"),
  NC_("month in a date", "May"),
  NC_("month in a date", "Jun"),
  NC_("month in a date", "Jul"),
  NC_("month in a date", "Aug"),
  NC_("month in a date", "Sep"),
  NC_("month in a date", "Oct"),
  NC_("month in a date", "Nov"),
  NC_("month in a date", "Dec"),
};

/* -1 when one of the n characters is no ASCII digit. */
static int
read_digits (const char *text,
             gsize       n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }

  return value;
}

/* The Julian day of Easter Sunday, Gregorian computus (Meeus/Jones/Butcher). */
static guint
get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4;
  int g = (b - (b + 8) / 25 + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return fact_day_from_ymd (year, n / 31, n % 31 + 1);
}

guint
fact_day_from_ymd (int year,
                   int month,
                   int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

gboolean
fact_day_get_ymd (guint  julian,
                  int   *year,
                  int   *month,
                  int   *day)
{
  GDate date;

  /* 3652059 is 9999-12-31. */
  if (julian == 0 || julian > 3652059)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *day = g_date_get_day (&date);

  return TRUE;
}

guint
fact_day_parse_iso (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return 0;

  return fact_day_from_ymd (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2));
}

guint
fact_day_parse_short (const char *text)
{
  int year;

  if (text == NULL || strlen (text) != 6)
    return 0;

  year = read_digits (text, 2);
  if (year < 0)
    return 0;

  return fact_day_from_ymd (2000 + year, read_digits (text + 2, 2), read_digits (text + 4, 2));
}

char *
fact_day_format_iso (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
fact_day_format_short (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return g_strdup ("");

  return g_strdup_printf ("%02d%02d%02d", year % 100, month, day);
}

guint
fact_day_get_weekday (guint julian)
{
  g_return_val_if_fail (julian != 0, 0);

  return (julian - 1) % FACT_DAYS_IN_WEEK;
}

char *
fact_day_format (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return g_strdup ("");

  /* Translators: weekday, day of the month, month: "Wed 18 Nov" */
  return g_strdup_printf (C_("date", "%s %d %s"),
                          fact_weekday_get_short_name (fact_day_get_weekday (julian)),
                          day, fact_month_get_short_name ((guint) month));
}

char *
fact_day_format_long (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return g_strdup ("");

  /* Translators: weekday, day of the month, month: "Wednesday 18 November" */
  return g_strdup_printf (C_("long date", "%s %d %s"),
                          fact_weekday_get_name (fact_day_get_weekday (julian)),
                          day, g_dpgettext2 (GETTEXT_PACKAGE, "month in a sentence", months[month - 1]));
}

char *
fact_month_format (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return g_strdup ("");

  /* Translators: month, year: "November 2026" */
  return g_strdup_printf (C_("month of a year", "%s %d"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "month in a sentence", months[month - 1]), year);
}

const char *
fact_weekday_get_heading (guint weekday)
{
  g_return_val_if_fail (weekday < FACT_DAYS_IN_WEEK, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday column heading", headings[weekday]);
}

const char *
fact_weekday_get_name (guint weekday)
{
  g_return_val_if_fail (weekday < FACT_DAYS_IN_WEEK, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday in a sentence", names[weekday]);
}

const char *
fact_weekday_get_short_name (guint weekday)
{
  g_return_val_if_fail (weekday < FACT_DAYS_IN_WEEK, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday in a date", short_names[weekday]);
}

const char *
fact_month_get_short_name (guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", short_months[month - 1]);
}

gboolean
fact_day_is_red (guint julian)
{
  static const struct { int month, day, from; } fixed[] = {
    { 1, 1, 0 }, { 1, 6, 0 }, { 5, 1, 0 }, { 6, 6, 2005 }, { 12, 25, 0 }, { 12, 26, 0 },
  };
  int year, month, day;
  int after_easter;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return FALSE;
  if (fact_day_get_weekday (julian) == 6)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].day == day && year >= fixed[i].from)
      return TRUE;

  /* Good Friday, Easter Monday, Ascension Day; Easter and Whitsun are Sundays. */
  after_easter = (int) julian - (int) get_easter (year);
  if (after_easter == -2 || after_easter == 1 || after_easter == 39)
    return TRUE;

  /* Midsummer Day: the Saturday 20–26 June. All Saints' Day: the Saturday 31 October – 6 November. */
  return fact_day_get_weekday (julian) == 5 &&
         ((month == 6 && day >= 20 && day <= 26) ||
          (month == 10 && day == 31) || (month == 11 && day <= 6));
}

gboolean
fact_day_is_eve (guint julian)
{
  int year, month, day;

  if (!fact_day_get_ymd (julian, &year, &month, &day))
    return FALSE;

  return (month == 12 && (day == 24 || day == 31)) ||
         (month == 6 && day >= 19 && day <= 25 && fact_day_get_weekday (julian) == 4);
}

gboolean
fact_day_is_working (guint julian)
{
  return julian != 0 && fact_day_get_weekday (julian) < 5 &&
         !fact_day_is_red (julian) && !fact_day_is_eve (julian);
}
