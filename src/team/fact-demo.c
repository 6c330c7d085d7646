/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#include <string.h>

#define N_PATIENTS 240
#define N_ON_BOARD 36
#define MAX_ON_BOARD 240
#define N_YEARS 2
#define MINUTES_IN_DAY (24 * 60)
#define MINUTE_US (60 * G_USEC_PER_SEC)
#define LAST_MINUTE (7 * 60 + 25)  /* of today */
#define PROGRESS_STEP 1000

static void
free_record (gpointer record)
{
  g_clear_object ((GObject **) record);
}

static void
free_patient (DemoPatient *patient)
{
  free_record (&patient->record);
  g_free (patient->code);
  g_free (patient);
}

static void
free_stay (DemoStay *stay)
{
  free_record (&stay->record);
  g_free (stay);
}

static void
free_contact (DemoContact *contact)
{
  free_record (&contact->record);
  g_free (contact);
}

static void
demo_init (FactDemo              *self,
           FactSqliteStore       *store,
           FactClock             *clock,
           const FactDemoOptions *options)
{
  self->store = store;
  self->clock = clock;
  self->n_patients = options->n_patients ? options->n_patients : N_PATIENTS;
  self->on_board = options->on_board ? options->on_board
                                     : CLAMP (fact_demo_share (self->n_patients, N_ON_BOARD, N_PATIENTS), 1, MAX_ON_BOARD);
  self->years = options->years ? options->years : N_YEARS;
  self->today = options->today;
  self->start = self->today - self->years * 365 - 14;
  self->week = fact_week_from_day (self->today);
  self->rand = g_rand_new_with_seed (self->today);
  self->uid_rand = g_rand_new_with_seed (self->today + 1);
  self->limit = fact_demo_at (self, self->today, LAST_MINUTE);
  self->patients = g_ptr_array_new_with_free_func ((GDestroyNotify) free_patient);
  self->stays = g_ptr_array_new_with_free_func ((GDestroyNotify) free_stay);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_contact);
  self->events = g_array_new (FALSE, FALSE, sizeof (DemoEvent));
}

static void
demo_clear (FactDemo *self)
{
  if (!self->events)
    return;
  g_array_unref (self->events);
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->stays);
  g_ptr_array_unref (self->patients);
  g_rand_free (self->uid_rand);
  g_rand_free (self->rand);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FactDemo, demo_clear)

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const DemoEvent *one = a, *other = b;

  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* At the reception, in the meeting when it is on. */
static const char *
find_workstation (FactDemo *self)
{
  guint minute = fact_clock_get_minute_of_day (self->clock);

  return minute >= 8 * 60 + 15 && minute < 9 * 60 ? "meeting-room" : "reception";
}

static gboolean
play_event (FactDemo         *self,
            const DemoEvent  *event,
            GError          **error)
{
  FactActor actor = { NULL, FACT_IDENTIFIED_PROGRAM, "reception" };
  g_autoptr (FactChange) change = NULL;

  fact_clock_set_now (self->clock, event->time);
  self->finished = NULL;
  change = event->play (self, event);
  if (event->is_last)
    fact_change_set_final (change);
  if (event->actor < DEMO_N_STAFF && self->staff[event->actor])
    actor = (FactActor) { fact_record_get_uid (FACT_RECORD (self->staff[event->actor])), FACT_IDENTIFIED_CHOSEN,
                          find_workstation (self) };
  if (!fact_sqlite_store_commit_now (self->store, change, &actor, error))
    return FALSE;
  if (self->finished) {
    fact_sqlite_store_forget (self->store, *self->finished);
    g_clear_object (self->finished);
  }
  return TRUE;
}

/* Nobody who tries the board has done what the made-up people did: no undo passes the last change of each of them. */
static void
mark_last (FactDemo *self)
{
  gboolean seen[G_MAXUINT8 + 1] = { FALSE };

  for (guint i = self->events->len; i > 0; i--) {
    DemoEvent *event = &g_array_index (self->events, DemoEvent, i - 1);

    event->is_last = !seen[event->actor];
    seen[event->actor] = TRUE;
  }
}

static gboolean
play_all (FactDemo          *self,
          FactDemoProgress   progress,
          gpointer           data,
          GError           **error)
{
  g_array_sort (self->events, compare_events);
  mark_last (self);
  if (!fact_sqlite_store_begin_bulk (self->store, error))
    return FALSE;
  for (guint i = 0; i < self->events->len; i++) {
    if (progress && i % PROGRESS_STEP == 0)
      progress (i, self->events->len, data);
    if (!play_event (self, &g_array_index (self->events, DemoEvent, i), error))
      return FALSE;
  }
  if (progress)
    progress (self->events->len, self->events->len, data);
  return fact_sqlite_store_end_bulk (self->store, error);
}

static gboolean
check_options (FactSqliteStore        *store,
               const FactDemoOptions  *options,
               GError                **error)
{
  const char *why = NULL;

  if (!fact_sqlite_store_is_empty (store))
    why = "the database is not empty";
  else if (options->n_patients > FACT_DEMO_MAX_PATIENTS)
    why = "so many patients cannot be told apart";
  else if (options->on_board > (options->n_patients ? options->n_patients : N_PATIENTS))
    why = "more are on the board than there are patients";
  else if (options->years > FACT_DEMO_MAX_YEARS)
    why = "so many years are too long";
  else if (!g_date_valid_julian (options->today) || options->today < FACT_DEMO_MAX_YEARS * 400)
    why = "it wants to know which day it is";
  if (!why)
    return TRUE;
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_INVALID, "The made-up team cannot be made: %s", why);
  return FALSE;
}

guint
fact_demo_random (FactDemo *self,
                  guint     n)
{
  return n > 1 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n) : 0;
}

guint
fact_demo_share (guint n,
                 guint of,
                 guint whole)
{
  return (guint) (((guint64) n * of * 2 + whole) / (2 * (guint64) whole));
}

/* Each value gets its part of a line of @n places; then they are shuffled. */
guint8 *
fact_demo_deal (FactDemo    *self,
                const guint *weights,
                guint        n_weights,
                guint        n)
{
  guint8 *dealt = g_new (guint8, n);
  guint64 whole = 0, seen = 0;
  guint next = 0;

  for (guint i = 0; i < n_weights; i++)
    whole += weights[i];
  for (guint i = 0; i < n_weights; i++) {
    seen += weights[i];
    while (next < n && next < (seen * n * 2 + whole) / (2 * whole))
      dealt[next++] = (guint8) i;
  }
  for (guint i = n; i > 1; i--) {
    guint other = fact_demo_random (self, i);
    guint8 kept = dealt[i - 1];

    dealt[i - 1] = dealt[other];
    dealt[other] = kept;
  }
  return dealt;
}

guint
fact_demo_work_day (guint day)
{
  while (!fact_day_is_working (day))
    day--;
  return day;
}

/* Counted back from the next midnight, so that the hours of work are right on the days of 23 and 25 hours, too. */
gint64
fact_demo_at (FactDemo *self,
              guint     day,
              guint     minute)
{
  gint64 midnight = fact_clock_get_end_of_day (self->clock, day) + 1;

  return midnight - (gint64) (MINUTES_IN_DAY - minute) * MINUTE_US + g_rand_int_range (self->rand, 0, 59) * G_USEC_PER_SEC;
}

gint64
fact_demo_add_event (FactDemo *self,
                     gint64    time,
                     gint64    after,
                     guint     actor,
                     DemoPlay  play,
                     gpointer  target,
                     guint     arg)
{
  DemoEvent event = { .play = play, .target = target, .arg = (guint16) arg, .order = self->events->len,
                      .actor = (guint8) actor };

  event.time = MIN (MAX (time, after + 20 * G_USEC_PER_SEC), self->limit);
  g_array_append_val (self->events, event);
  return event.time;
}

/* UUID version 7 of the made-up time. */
const char *
fact_demo_make_uid (FactDemo *self)
{
  guint64 ms = (guint64) fact_clock_get_now (self->clock) / 1000;
  guint32 a = g_rand_int (self->uid_rand), b = g_rand_int (self->uid_rand), c = g_rand_int (self->uid_rand);

  g_snprintf (self->uid, sizeof self->uid, "%08x-%04x-7%03x-%04x-%04x%08x", (guint) (ms >> 16), (guint) (ms & 0xffff),
              a & 0xfff, ((a >> 12) & 0x3fff) | 0x8000, b & 0xffff, c);
  return self->uid;
}

gboolean
fact_demo_fill (FactSqliteStore        *store,
                FactClock              *clock,
                const FactDemoOptions  *options,
                FactDemoProgress        progress,
                gpointer                data,
                GError                **error)
{
  g_auto (FactDemo) self = { 0 };

  g_return_val_if_fail (FACT_IS_SQLITE_STORE (store) && FACT_IS_CLOCK (clock) && options != NULL, FALSE);
  g_return_val_if_fail (fact_clock_is_fixed (clock), FALSE);

  if (!check_options (store, options, error))
    return FALSE;
  demo_init (&self, store, clock, options);
  fact_demo_plan_staff (&self);
  fact_demo_plan_patients (&self);
  fact_demo_plan_board (&self);
  fact_demo_plan_history (&self);
  return play_all (&self, progress, data, error);
}
