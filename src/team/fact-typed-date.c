/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-typed-date.h"

#include "fact-typed-words.h"
#include "fact-week.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GStrv words;
  guint n;
  guint today;
  FactTypedDateMode mode;
} Typed;

static const char *const months[][4] = {
  { "jan", "januari", "january" }, { "feb", "februari", "february" }, { "mar", "mars", "march" },
  { "apr", "april" }, { "maj", "may" }, { "jun", "juni", "june" }, { "jul", "juli", "july" },
  { "aug", "augusti", "august" }, { "sep", "sept", "september" }, { "okt", "oct", "oktober", "october" },
  { "nov", "november" }, { "dec", "december" },
};

static const struct { const char *words; int days; } phrases[] = {
  { "idag", 0 }, { "i dag", 0 }, { "today", 0 },
  { "imorgon", 1 }, { "i morgon", 1 }, { "imorron", 1 }, { "i morron", 1 }, { "tomorrow", 1 },
  { "övermorgon", 2 }, { "iövermorgon", 2 }, { "i övermorgon", 2 }, { "day after tomorrow", 2 }, { "the day after tomorrow", 2 },
  { "igår", -1 }, { "i går", -1 }, { "yesterday", -1 }, { "i förrgår", -2 }, { "iförrgår", -2 }, { "förrgår", -2 },
};

static guint
find_month (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (guint j = 0; j < G_N_ELEMENTS (months[i]) && months[i][j] != NULL; j++)
      if (strcmp (months[i][j], word) == 0)
        return i + 1;

  return 0;
}

static gboolean
fits (const Typed *typed,
      guint        day)
{
  switch (typed->mode) {
  case FACT_TYPED_DATE_COMING:
    return day >= typed->today;
  case FACT_TYPED_DATE_AFTER_TODAY:
    return day > typed->today;
  case FACT_TYPED_DATE_PAST:
  default:
    return day <= typed->today;
  }
}

/* A number of one to max digits and nothing else; -1 when it is none. */
static int
read_number (const char *word,
             gsize       max)
{
  gsize n = strspn (word, "0123456789");

  return n >= 1 && n <= max && word[n] == '\0' ? atoi (word) : -1;
}

/* The nearest year that has the day; 29 February may be eight years away. */
static guint
find_year (const Typed *typed,
           int          month,
           int          day)
{
  int step = typed->mode == FACT_TYPED_DATE_PAST ? -1 : 1;
  int year, today_month, today_day;

  if (!fact_day_get_ymd (typed->today, &year, &today_month, &today_day))
    return 0;

  for (int i = 0; i <= 8; i++) {
    guint found = fact_day_from_ymd (year + i * step, month, day);

    if (found != 0 && fits (typed, found))
      return found;
  }

  return 0;
}

static guint
make_date (const Typed *typed,
           const char  *year_word,
           int          month,
           int          day)
{
  int year;

  if (year_word == NULL)
    return find_year (typed, month, day);

  year = read_number (year_word, 4);
  if (year >= 0 && strlen (year_word) == 2)
    year += 2000;

  return fact_day_from_ymd (year, month, day);
}

static guint
find_weekday (const Typed *typed,
              guint        weekday)
{
  int step = typed->mode == FACT_TYPED_DATE_PAST ? -1 : 1;
  guint day = typed->today;

  while (!fits (typed, day) || fact_day_get_weekday (day) != weekday)
    day = (guint) ((int) day + step);

  return day;
}

static guint
read_digits (const char *word)
{
  guint day = fact_day_parse_iso (word);

  if (day == 0)
    day = fact_day_parse_short (word);
  if (day == 0 && strlen (word) == 8 && strspn (word, "0123456789") == 8)
    day = fact_day_from_ymd (atoi (word) / 10000, atoi (word) / 100 % 100, atoi (word) % 100);

  return day;
}

/* "27/3", "27/3 2019", "27/3/2019", "27 mars", "27 mars 2019", "mar 27" from word i; how many words it took. */
static guint
read_date (const Typed *typed,
           guint        i,
           guint       *date)
{
  const char *first = typed->words[i];
  const char *second = i + 1 < typed->n ? typed->words[i + 1] : NULL;
  const char *third = second != NULL && i + 2 < typed->n ? typed->words[i + 2] : NULL;
  g_auto (GStrv) parts = g_strsplit (first, "/", 4);
  guint n_parts = g_strv_length (parts);

  *date = read_digits (first);
  if (*date != 0)
    return 1;
  if (n_parts == 2 || n_parts == 3) {
    const char *year = n_parts == 3 ? parts[2] : second;

    *date = make_date (typed, year, read_number (parts[1], 2), read_number (parts[0], 2));
    return n_parts == 2 && year != NULL ? 2 : 1;
  }
  if (second != NULL && find_month (second) != 0) {
    *date = make_date (typed, third, (int) find_month (second), read_number (first, 2));
    return third != NULL ? 3 : 2;
  }
  if (second != NULL && find_month (first) != 0) {
    *date = make_date (typed, third, (int) find_month (first), read_number (second, 2));
    return third != NULL ? 3 : 2;
  }

  return 0;
}

static guint
read_phrase (const Typed *typed)
{
  g_autofree char *joined = g_strjoinv (" ", typed->words);

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strcmp (phrases[i].words, joined) == 0)
      return (guint) ((int) typed->today + phrases[i].days);

  return 0;
}

/* "+7", "-3", "+ 7", "−3". */
static guint
read_offset (const Typed *typed)
{
  g_autofree char *joined = g_strjoinv ("", typed->words);
  const char *digits = joined + 1;
  int days;

  if (g_str_has_prefix (joined, "−"))
    digits = joined + strlen ("−");
  else if (joined[0] != '+' && joined[0] != '-')
    return 0;

  days = read_number (digits, 4);
  if (days < 0)
    return 0;

  return joined[0] == '+' ? typed->today + (guint) days : typed->today - MIN ((guint) days, typed->today);
}

/* "v48", "v. 48", "vecka 48" from word i; how many words it took. Of the weeks with that number the nearest that
 * fits; this week always fits. */
static guint
read_week (const Typed *typed,
           guint        i,
           FactWeek    *week)
{
  FactWeek this_week = fact_week_from_day (typed->today);

  for (guint n = 1; n <= 2 && i + n <= typed->n; n++) {
    g_autofree char *text = n == 1 ? g_strdup (typed->words[i]) : g_strdup_printf ("%s %s", typed->words[i], typed->words[i + 1]);

    *week = fact_week_parse (text, typed->today);
    if (*week == 0)
      continue;
    if (!g_ascii_isdigit (text[0])) {
      int step = typed->mode == FACT_TYPED_DATE_PAST ? -1 : 1;
      int year = fact_week_get_year (this_week);
      guint number = fact_week_get_number (*week);

      *week = 0;
      for (int j = 0; j <= 6 && *week == 0; j++) {
        FactWeek found = fact_week_from_number (year + j * step, number);

        if (found != 0 && (step > 0 ? found >= this_week : found <= this_week))
          *week = found;
      }
    }
    return n;
  }

  return 0;
}

/* "nästa vecka", "förra veckan", "next week". */
static guint
read_week_phrase (const Typed *typed,
                  guint        i,
                  FactWeek    *week)
{
  static const struct { const char *first, *second; int weeks; } words[] = {
    { "nästa", "vecka", 1 }, { "next", "week", 1 }, { "förra", "veckan", -1 }, { "last", "week", -1 },
    { "denna", "vecka", 0 }, { "this", "week", 0 },
  };

  for (gsize j = 0; i + 1 < typed->n && j < G_N_ELEMENTS (words); j++)
    if (strcmp (typed->words[i], words[j].first) == 0 && strcmp (typed->words[i + 1], words[j].second) == 0) {
      *week = (FactWeek) ((int) fact_week_from_day (typed->today) + 7 * words[j].weeks);
      return 2;
    }

  return read_week (typed, i, week);
}

/* A week, with a weekday before or behind it or with none. */
static guint
read_week_and_day (const Typed *typed)
{
  guint weekday = 0, n, i = 0;
  gboolean has_day = FALSE;
  FactWeek week;

  if (typed->n > 1 && fact_typed_weekday (typed->words[0], &weekday, NULL)) {
    has_day = TRUE;
    i = 1;
  }
  n = read_week_phrase (typed, i, &week);
  if (n == 0 || week == 0)
    return 0;

  i += n;
  if (i < typed->n && !has_day && fact_typed_weekday (typed->words[i], &weekday, NULL))
    i++;

  return i == typed->n ? week + weekday : 0;
}

/* "on", "onsdag", "nästa onsdag", "i onsdags", "ons 18 nov". */
static guint
read_weekday (const Typed *typed)
{
  Typed past = *typed;
  FactWeekdayFlags flags;
  guint weekday, date, n;

  past.mode = FACT_TYPED_DATE_PAST;
  past.today = typed->today - 1;
  if (typed->n == 2 && fact_typed_weekday (typed->words[1], &weekday, &flags)) {
    if (strcmp (typed->words[0], "nästa") == 0 || strcmp (typed->words[0], "next") == 0)
      return fact_week_from_day (typed->today) + FACT_DAYS_IN_WEEK + weekday;
    if (strcmp (typed->words[0], "förra") == 0 || strcmp (typed->words[0], "last") == 0)
      return fact_week_from_day (typed->today) - FACT_DAYS_IN_WEEK + weekday;
    if (strcmp (typed->words[0], "i") == 0 && (flags & FACT_WEEKDAY_PAST) != 0)
      return find_weekday (&past, weekday);
  }
  if (!fact_typed_weekday (typed->words[0], &weekday, NULL))
    return 0;
  if (typed->n == 1)
    return find_weekday (typed, weekday);

  n = read_date (typed, 1, &date);

  return n == typed->n - 1 && date != 0 && fact_day_get_weekday (date) == weekday ? date : 0;
}

/* Words in small letters without the full stops and the little words before a date. */
static GStrv
split_words (const char *text)
{
  static const char *const little[] = { "på", "den", "the", NULL };
  g_autofree char *folded = fact_typed_fold (text);
  g_auto (GStrv) all = g_strsplit_set (folded, " \t,", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; all[i] != NULL; i++) {
    guint weekday;

    if (g_str_has_suffix (all[i], ".") && strlen (all[i]) > 1)
      all[i][strlen (all[i]) - 1] = '\0';
    if (all[i][0] == '\0' || (!any && g_strv_contains (little, all[i]) && all[i + 1] != NULL && strcmp (all[i + 1], "day") != 0))
      continue;
    /* English "on Friday". */
    if (!any && strcmp (all[i], "on") == 0 && all[i + 1] != NULL && fact_typed_weekday (all[i + 1], &weekday, NULL))
      continue;
    g_strv_builder_add (builder, all[i]);
    any = TRUE;
  }

  return g_strv_builder_end (builder);
}

guint
fact_typed_date_parse (const char       *text,
                       guint             today,
                       FactTypedDateMode mode)
{
  g_auto (GStrv) words = NULL;
  Typed typed = { .today = today, .mode = mode };
  int year, month, day;
  guint date = 0;

  g_return_val_if_fail (today > FACT_DAYS_IN_WEEK * 2, 0);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return 0;

  words = split_words (text);
  typed.words = words;
  typed.n = g_strv_length (words);
  if (typed.n == 0 || typed.n > 5)
    return 0;

  if (read_date (&typed, 0, &date) != typed.n)
    date = 0;
  if (date == 0)
    date = read_phrase (&typed);
  if (date == 0)
    date = read_offset (&typed);
  if (date == 0)
    date = read_week_and_day (&typed);
  if (date == 0)
    date = read_weekday (&typed);

  return fact_day_get_ymd (date, &year, &month, &day) ? date : 0;
}
