/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-clock.h"

#include "fact-day.h"

#define DEFAULT_ZONE "Europe/Stockholm"
/* A GLib timeout counts on a clock that stands still while the machine sleeps and knows nothing of the machine's
 * clock being set, so the timer never waits longer than this before it looks again. */
#define LOOK_AGAIN_MS 30000

struct _FactClock
{
  GObject parent_instance;

  GTimeZone *zone;
  gint64 fixed;
  gboolean is_fixed;

  guint today;
  guint minute;
  guint timer;
};

enum {
  PROP_0,
  PROP_NOW,
  PROP_TODAY,
  PROP_MINUTE,
  PROP_ZONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactClock, fact_clock, G_TYPE_OBJECT)

static GTimeZone *
default_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier (DEFAULT_ZONE);

  /* A machine without the zone table (tzdata): Swedish time by its rule. */
  return zone != NULL ? zone : g_time_zone_new_identifier ("CET-1CEST,M3.5.0,M10.5.0/3");
}

static GDateTime *
to_local (FactClock *self,
          gint64     utc_us)
{
  gint64 seconds = utc_us / G_USEC_PER_SEC - (utc_us % G_USEC_PER_SEC < 0 ? 1 : 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
}

static char *
format_local (FactClock  *self,
              gint64      utc_us,
              const char *format)
{
  g_autoptr (GDateTime) local = to_local (self, utc_us);

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

static guint
get_wait (FactClock *self)
{
  gint64 left = (fact_clock_get_end_of_day (self, self->today) + 1 - fact_clock_get_now (self)) / 1000 + 1;

  return (guint) CLAMP (left, 1, LOOK_AGAIN_MS);
}

static gboolean
look_cb (gpointer data)
{
  FactClock *self = data;

  /* Handlers may drop the last other reference. */
  g_object_ref (self);
  self->timer = 0;
  fact_clock_refresh (self);
  self->timer = g_timeout_add (get_wait (self), look_cb, self);
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

static void
fact_clock_constructed (GObject *object)
{
  FactClock *self = FACT_CLOCK (object);

  G_OBJECT_CLASS (fact_clock_parent_class)->constructed (object);

  if (self->zone == NULL)
    self->zone = default_zone ();
}

static void
fact_clock_finalize (GObject *object)
{
  FactClock *self = FACT_CLOCK (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (fact_clock_parent_class)->finalize (object);
}

static void
fact_clock_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  FactClock *self = FACT_CLOCK (object);

  switch (prop_id) {
  case PROP_NOW:
    g_value_set_int64 (value, fact_clock_get_now (self));
    break;
  case PROP_TODAY:
    g_value_set_uint (value, self->today);
    break;
  case PROP_MINUTE:
    g_value_set_uint (value, self->minute);
    break;
  case PROP_ZONE:
    g_value_set_boxed (value, self->zone);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_clock_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  FactClock *self = FACT_CLOCK (object);

  switch (prop_id) {
  case PROP_ZONE:
    fact_clock_set_zone (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_clock_class_init (FactClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fact_clock_constructed;
  object_class->finalize = fact_clock_finalize;
  object_class->get_property = fact_clock_get_property;
  object_class->set_property = fact_clock_set_property;

  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TODAY] =
    g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MINUTE] =
    g_param_spec_uint ("minute", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZONE] =
    g_param_spec_boxed ("zone", NULL, NULL, G_TYPE_TIME_ZONE,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fact_clock_init (FactClock *self)
{
}

FactClock *
fact_clock_new (GTimeZone *zone)
{
  FactClock *self = g_object_new (FACT_TYPE_CLOCK, "zone", zone, NULL);

  fact_clock_refresh (self);
  self->timer = g_timeout_add (get_wait (self), look_cb, self);

  return self;
}

FactClock *
fact_clock_new_fixed (GTimeZone *zone,
                      gint64     utc_us)
{
  FactClock *self = g_object_new (FACT_TYPE_CLOCK, "zone", zone, NULL);

  self->is_fixed = TRUE;
  self->fixed = utc_us;
  fact_clock_refresh (self);

  return self;
}

void
fact_clock_set_now (FactClock *self,
                    gint64     utc_us)
{
  g_return_if_fail (FACT_IS_CLOCK (self));
  g_return_if_fail (self->is_fixed);

  if (self->fixed == utc_us)
    return;

  self->fixed = utc_us;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
  fact_clock_refresh (self);
}

gboolean
fact_clock_is_fixed (FactClock *self)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), FALSE);

  return self->is_fixed;
}

gint64
fact_clock_get_now (FactClock *self)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), 0);

  return self->is_fixed ? self->fixed : g_get_real_time ();
}

guint
fact_clock_get_today (FactClock *self)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), 0);

  return self->today;
}

guint
fact_clock_get_minute_of_day (FactClock *self)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (FACT_IS_CLOCK (self), 0);

  local = to_local (self, fact_clock_get_now (self));

  return local != NULL ? g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local) : 0;
}

void
fact_clock_refresh (FactClock *self)
{
  guint today, minute;
  gboolean is_other_day, is_other_minute;

  g_return_if_fail (FACT_IS_CLOCK (self));

  today = fact_clock_get_day_of (self, fact_clock_get_now (self));
  minute = fact_clock_get_minute_of_day (self);
  is_other_day = self->today != today;
  is_other_minute = self->minute != minute;
  self->today = today;
  self->minute = minute;
  if (is_other_day)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
  if (is_other_minute)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTE]);
}

GTimeZone *
fact_clock_get_zone (FactClock *self)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), NULL);

  return self->zone;
}

void
fact_clock_set_zone (FactClock *self,
                     GTimeZone *zone)
{
  g_autoptr (GTimeZone) old = NULL;

  g_return_if_fail (FACT_IS_CLOCK (self));

  old = g_steal_pointer (&self->zone);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : default_zone ();
  if (old == NULL)
    return;

  if (g_strcmp0 (g_time_zone_get_identifier (old), g_time_zone_get_identifier (self->zone)) != 0) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
    fact_clock_refresh (self);
  }
}

gint64
fact_clock_get_end_of_day (FactClock *self,
                           guint      julian)
{
  g_autoptr (GDateTime) midnight = NULL;
  int year, month, day;

  g_return_val_if_fail (FACT_IS_CLOCK (self), 0);

  if (!fact_day_get_ymd (julian + 1, &year, &month, &day))
    return G_MAXINT64;

  midnight = g_date_time_new (self->zone, year, month, day, 0, 0, 0);
  if (midnight == NULL)
    return G_MAXINT64;

  return g_date_time_to_unix (midnight) * G_USEC_PER_SEC - 1;
}

guint
fact_clock_get_day_of (FactClock *self,
                       gint64     utc_us)
{
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;

  g_return_val_if_fail (FACT_IS_CLOCK (self), 0);

  local = to_local (self, utc_us);
  if (local == NULL)
    return 0;

  g_date_time_get_ymd (local, &year, &month, &day);

  return fact_day_from_ymd (year, month, day);
}

char *
fact_clock_format_local (FactClock *self,
                         gint64     utc_us)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), NULL);

  return format_local (self, utc_us, "%Y-%m-%d %H:%M");
}

char *
fact_clock_format_local_time (FactClock *self,
                              gint64     utc_us)
{
  g_return_val_if_fail (FACT_IS_CLOCK (self), NULL);

  return format_local (self, utc_us, "%H:%M");
}

char *
fact_clock_format_utc (gint64 utc_us)
{
  gint64 fraction = (utc_us % G_USEC_PER_SEC + G_USEC_PER_SEC) % G_USEC_PER_SEC;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc ((utc_us - fraction) / G_USEC_PER_SEC);
  g_autofree char *text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S") : g_strdup ("");

  return g_strdup_printf ("%s.%06dZ", text, (int) fraction);
}
