/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A month to choose a day from. GTK's takes weeks and names from the machine's locale, which need not be there, and its
 * arrows have no names: here weeks begin on Monday and are numbered, and the words are the program's. The arrow keys go
 * by day and week, Page Up and Page Down by month. */
#define FACT_TYPE_DAY_CALENDAR (fact_day_calendar_get_type ())

G_DECLARE_FINAL_TYPE (FactDayCalendar, fact_day_calendar, FACT, DAY_CALENDAR, GtkWidget)

/* @last: Julian day, the last one that can be chosen.
 * "day-chosen" (guint day): somebody chose a day; not emitted by fact_day_calendar_set_day(). */
GtkWidget *fact_day_calendar_new (guint last);

/* @day: Julian day, not after the last one. Shows its month. */
void fact_day_calendar_set_day (FactDayCalendar *self,
                                guint            day);

G_END_DECLS
