/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is a Julian day as GDate counts it (1 is the first of January of year 1, a Monday); 0 is no day.
 * A weekday is 0 for Monday … 6 for Sunday, in every locale. Names come from the translation, never from the
 * locale: glibc's sv_SE says mån, the boards say Må. */

#define FACT_DAYS_IN_WEEK 7

/* The day of a date of the Gregorian calendar, 0 when there is none such or it is outside the years 1–9999. */
guint fact_day_from_ymd (int year,
                         int month,
                         int day);

/* FALSE when julian is no day of the years 1–9999. */
gboolean fact_day_get_ymd (guint  julian,
                           int   *year,
                           int   *month,
                           int   *day);

/* Reads exactly YYYY-MM-DD, the form of the database; 0 when it is anything else. text: (nullable) */
guint fact_day_parse_iso (const char *text);

/* Reads exactly YYMMDD, the form of the boards; the century is always 20. 0 when it is anything else. */
guint fact_day_parse_short (const char *text);

/* YYYY-MM-DD; "" for no day. (transfer full) */
char *fact_day_format_iso (guint julian);

/* YYMMDD; "" for no day. (transfer full) */
char *fact_day_format_short (guint julian);

/* 0 is Monday. */
guint fact_day_get_weekday (guint julian);

/* "ons 18 nov": in a sentence or a label, translated; "" for no day. (transfer full) */
char *fact_day_format (guint julian);

/* "onsdag 18 november", translated; "" for no day. (transfer full) */
char *fact_day_format_long (guint julian);

/* "november 2026": the month a day is in, translated; "" for no day. (transfer full) */
char *fact_month_format (guint julian);

/* The head of the day's column: Må Ti On To Fr Lö Sö, in English Mon … Sun. */
const char *fact_weekday_get_heading (guint weekday);

/* "onsdag", in English "Wednesday". */
const char *fact_weekday_get_name (guint weekday);

/* "ons", in English "Wed". */
const char *fact_weekday_get_short_name (guint weekday);

/* "nov" (month 1–12), as in a date. */
const char *fact_month_get_short_name (guint month);

/* A red day of the Swedish calendar: Sundays and the public holidays of lag (1989:253) om allmänna
 * helgdagar, with the national day from 2005. */
gboolean fact_day_is_red (guint julian);

/* Midsummer Eve, Christmas Eve, New Year's Eve: not red by law, but free as Sundays are (the same list as in
 * semesterlagen 3 a §). */
gboolean fact_day_is_eve (guint julian);

/* Monday to Friday, neither red nor an eve: the team is at work. */
gboolean fact_day_is_working (guint julian);

G_END_DECLS
