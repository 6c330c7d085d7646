/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The only place that asks the system for the time. It gives the time in UTC, and the day in the team's zone,
 * whatever the zone of the machine is. Tests and "as it stood on" pass a fixed clock.
 *
 * Properties: "now" (gint64, microseconds UTC; read it, it does not notify with every tick), "today" (guint,
 * Julian day; notifies when the day changes: at midnight, and within half a minute of a resume or of a change
 * of the machine's clock), "minute" (guint, minutes since midnight, wall time; notifies within half a minute after it
 * has become another, for what begins in the middle of a day), "zone" (GTimeZone). */
#define FACT_TYPE_CLOCK (fact_clock_get_type ())
G_DECLARE_FINAL_TYPE (FactClock, fact_clock, FACT, CLOCK, GObject)

/* The running clock. zone: (nullable) (transfer none), NULL is Europe/Stockholm. */
FactClock *fact_clock_new (GTimeZone *zone);

/* A clock that stands at utc_us (microseconds since 1970 UTC) until it is set. */
FactClock *fact_clock_new_fixed (GTimeZone *zone,
                                 gint64     utc_us);

/* Moves a fixed clock; "now" and, when the day is another, "today" notify. */
void fact_clock_set_now (FactClock *self,
                         gint64     utc_us);

gboolean fact_clock_is_fixed (FactClock *self);

/* Microseconds since 1970, UTC. */
gint64 fact_clock_get_now (FactClock *self);

/* Julian day (as GDate's) in the team's zone, as "today" notified last. */
guint fact_clock_get_today (FactClock *self);

/* Minutes since midnight, wall time in the team's zone. */
guint fact_clock_get_minute_of_day (FactClock *self);

/* Looks at the time at once and notifies "today" and "minute" when they have changed, for whoever knows that time may
 * have jumped (resume, unlock). */
void fact_clock_refresh (FactClock *self);

/* (transfer none) */
GTimeZone *fact_clock_get_zone (FactClock *self);

/* Another zone for the team; zone (nullable): NULL is Europe/Stockholm. */
void fact_clock_set_zone (FactClock *self,
                          GTimeZone *zone);

/* The last microsecond (UTC) of a day of the team's zone, also on the days of 23 and 25 hours. "As it stood
 * on D" is the journal up to and including this. julian: a valid Julian day. */
gint64 fact_clock_get_end_of_day (FactClock *self,
                                  guint      julian);

/* The Julian day of a moment in the team's zone; 0 when it is outside the years 1–9999. */
guint fact_clock_get_day_of (FactClock *self,
                             gint64     utc_us);

/* A moment as "2019-05-15 08:15" in the team's zone. (transfer full) */
char *fact_clock_format_local (FactClock *self,
                               gint64     utc_us);

/* The time of a moment as "08:15" in the team's zone. (transfer full) */
char *fact_clock_format_local_time (FactClock *self,
                                    gint64     utc_us);

/* A moment as "2019-05-15T06:15:00.123456Z", which sorts as text. (transfer full) */
char *fact_clock_format_utc (gint64 utc_us);

G_END_DECLS
