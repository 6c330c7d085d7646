/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fact-day.h"

G_BEGIN_DECLS

/* An ISO week is the Julian day of its Monday; 0 is no week. */
typedef guint FactWeek;

/* The week a day is in; 0 for no day. */
FactWeek fact_week_from_day (guint julian);

/* Week number of an ISO year; 0 when the year has no such week. */
FactWeek fact_week_from_number (int   year,
                                guint number);

/* 1–53. */
guint fact_week_get_number (FactWeek week);

/* The year the week is counted in, that of its Thursday. */
int fact_week_get_year (FactWeek week);

/* The Julian day of a weekday, 0 Monday. */
guint fact_week_get_day (FactWeek week,
                         guint    weekday);

/* Reads "2019-W20", "2019W20", "2019-v20", and without a year "v20", "v. 20", "w20", "vecka 20": the one nearest
 * to the week today is in. Spaces around and case do not matter. 0 when it is anything else. text: (nullable) */
FactWeek fact_week_parse (const char *text,
                          guint       today);

/* "2019-W20", the form of files and commands. (transfer full) */
char *fact_week_format_iso (FactWeek week);

/* "v. 47", with a no-break space, translated. (transfer full) */
char *fact_week_format_label (FactWeek week);

/* "16–22 nov", "30 nov–6 dec", translated. (transfer full) */
char *fact_week_format_range (FactWeek week);

G_END_DECLS
