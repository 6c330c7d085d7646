/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-week.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const char *
skip_spaces (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* Moves past a word of the week, in either language; FALSE when there is none. */
static gboolean
skip_word (const char **text)
{
  static const char *const words[] = { "vecka", "week", "v.", "w.", "v", "w" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (*text, words[i], strlen (words[i])) == 0) {
      *text = skip_spaces (*text + strlen (words[i]));
      if (g_str_has_prefix (*text, "\302\240"))
        *text += 2;
      return TRUE;
    }

  return FALSE;
}

/* At most max digits; 0 when there are none or more. */
static guint
read_number (const char **text,
             guint        max)
{
  guint value = 0, n = 0;

  for (; g_ascii_isdigit (**text); (*text)++, n++)
    value = n < max ? value * 10 + (guint) (**text - '0') : 0;

  return n <= max ? value : 0;
}

static FactWeek
nearest (guint number,
         guint today)
{
  FactWeek best = 0;
  int this_year;

  if (today == 0)
    return 0;

  this_year = fact_week_get_year (fact_week_from_day (today));
  for (int year = this_year - 1; year <= this_year + 1; year++) {
    FactWeek week = fact_week_from_number (year, number);

    if (week != 0 && (best == 0 || ABS ((int) week - (int) today) < ABS ((int) best - (int) today)))
      best = week;
  }

  return best;
}

FactWeek
fact_week_from_day (guint julian)
{
  return julian == 0 ? 0 : julian - fact_day_get_weekday (julian);
}

FactWeek
fact_week_from_number (int   year,
                       guint number)
{
  FactWeek first;

  /* The fourth of January is always in week 1. */
  first = fact_week_from_day (fact_day_from_ymd (year, 1, 4));
  if (first == 0 || number < 1 || number > 53)
    return 0;
  if (fact_week_get_year (first + (number - 1) * FACT_DAYS_IN_WEEK) != year)
    return 0;

  return first + (number - 1) * FACT_DAYS_IN_WEEK;
}

guint
fact_week_get_number (FactWeek week)
{
  FactWeek first = fact_week_from_day (fact_day_from_ymd (fact_week_get_year (week), 1, 4));

  return (week - first) / FACT_DAYS_IN_WEEK + 1;
}

int
fact_week_get_year (FactWeek week)
{
  int year = 0, month, day;

  g_return_val_if_fail (week != 0, 0);

  fact_day_get_ymd (week + 3, &year, &month, &day);

  return year;
}

guint
fact_week_get_day (FactWeek week,
                   guint    weekday)
{
  g_return_val_if_fail (weekday < FACT_DAYS_IN_WEEK, 0);

  return week + weekday;
}

FactWeek
fact_week_parse (const char *text,
                 guint       today)
{
  guint year = 0, number;

  if (text == NULL)
    return 0;

  text = skip_spaces (text);
  if (g_ascii_isdigit (*text)) {
    year = read_number (&text, 4);
    if (year < 1000)
      return 0;
    text += *text == '-' ? 1 : 0;
  }
  if (!skip_word (&text))
    return 0;

  number = read_number (&text, 2);
  if (number == 0 || *skip_spaces (text) != '\0')
    return 0;

  return year != 0 ? fact_week_from_number ((int) year, number) : nearest (number, today);
}

char *
fact_week_format_iso (FactWeek week)
{
  if (week == 0)
    return g_strdup ("");

  return g_strdup_printf ("%04d-W%02u", fact_week_get_year (week), fact_week_get_number (week));
}

char *
fact_week_format_label (FactWeek week)
{
  if (week == 0)
    return g_strdup ("");

  /* Translators: the number of a week; a no-break space where the language has one here */
  return g_strdup_printf (C_("week", "Week %u"), fact_week_get_number (week));
}

char *
fact_week_format_range (FactWeek week)
{
  int year, month, day, last_month, last_day;

  if (!fact_day_get_ymd (week, &year, &month, &day) ||
      !fact_day_get_ymd (week + FACT_DAYS_IN_WEEK - 1, &year, &last_month, &last_day))
    return g_strdup ("");

  if (month == last_month)
    /* Translators: the days of a week: first and last day of the month, month: "16–22 Nov" */
    return g_strdup_printf (C_("week", "%d–%d %s"), day, last_day, fact_month_get_short_name ((guint) month));

  /* Translators: the days of a week: day and month, day and month: "30 Nov–6 Dec" */
  return g_strdup_printf (C_("week", "%d %s–%d %s"),
                          day, fact_month_get_short_name ((guint) month),
                          last_day, fact_month_get_short_name ((guint) last_month));
}
