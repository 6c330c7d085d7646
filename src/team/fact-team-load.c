/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

#include "fact-day.h"
#include "fact-team-vocabulary.h"

/* First letters that split the patients into slices small enough to load between two frames; a slice reaches from
 * one to the next, the last to the end. */
static const char *const slices[] = {
  "", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V",
  "W", "X", "Y", "Z", "[", "\xc3\x84", "\xc3\x86", "\xf4\x8f\xbf\xbf",
};
#define N_SLICES (G_N_ELEMENTS (slices) - 1)

static void load_next_slice (FactTeam *self);

typedef struct {
  FactTeam *team;
  FactWeek week;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->team);
  g_free (opening);
}

static GPtrArray *
queries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fact_query_free);
}

static void
add_query (GPtrArray *queries,
           FactTeam  *self,
           FactQuery *query)
{
  g_ptr_array_add (queries, fact_query_as_of (query, self->as_of_seq));
}

static void
load (FactTeam            *self,
      GPtrArray           *queries,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             data)
{
  fact_store_load_async (self->store, (FactQuery *const *) queries->pdata, queries->len, cancellable, callback, data);
}

static GStrv
list_patients (GPtrArray *records,
               GType      type)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++) {
    if (G_OBJECT_TYPE (records->pdata[i]) == type)
      g_ptr_array_add (uids, g_strdup (fact_record_get_subject (records->pdata[i])));
  }
  g_ptr_array_add (uids, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&uids), FALSE);
}

static void
contacts_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (opening->team, task, error);
    return;
  }
  fact_team_take_up (opening->team, records);
  if (!opening->team->as_of)
    fact_team_follow (opening->team);
  g_task_return_pointer (task, g_object_ref (opening->team), g_object_unref);
}

/* A stay refers to its patient, so the patients of the board are loaded by now. */
static void
take_up_patients (FactTeam  *self,
                  GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    if (FACT_IS_STAY (records->pdata[i]))
      fact_cases_put (self->cases, FACT_RECORD (FACT_STAY (records->pdata[i])->patient));
  }
}

/* Two with one code are told apart on the board, the other one on it or not. */
static GStrv
list_other_codes (GPtrArray *records)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++) {
    if (FACT_IS_STAY (records->pdata[i]))
      g_ptr_array_add (codes, fact_case_get_other_code (FACT_STAY (records->pdata[i])->patient->code));
  }
  g_ptr_array_add (codes, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

static void
stays_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  FactTeam *self = opening->team;
  FactWeek this_week = fact_week_from_day (fact_clock_get_today (self->clock));
  g_autoptr (GPtrArray) queries = queries_new ();
  g_autofree char *first = NULL;
  g_auto (GStrv) patients = NULL, others = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  patients = list_patients (records, FACT_TYPE_STAY);
  take_up_patients (self, records);
  fact_team_take_up (self, records);
  self->loaded_from = MIN (this_week - FACT_DAYS_IN_WEEK, opening->week);
  first = fact_day_format_iso (self->loaded_from);
  /* What is planned is little, however far ahead: handing over and taking off look at all of it. */
  add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_CONTACT), "date", FACT_OP_BETWEEN, first,
                                              "9999-12-31"));
  others = list_other_codes (records);
  if (others[0] && !self->as_of)
    add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_IN, others));
  if (patients[0])
    add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_DISMISSAL), "patient", FACT_OP_IN, patients));
  load (self, queries, g_task_get_cancellable (task), contacts_loaded_cb, g_object_ref (task));
}

/* The next opening says what is wrong with the file; what is on the board stands. The next one who wants all patients
 * tries again. */
static void
stop_slices (FactTeam     *self,
             const GError *error)
{
  g_message ("Could not load all patients: %s", error->message);
  self->loading_others = FALSE;
  self->slice = 0;
  fact_team_settle_codes (self, error);
}

static void
slice_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (FactTeam) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (g_cancellable_is_cancelled (self->closing))
    return;
  if (!records) {
    stop_slices (self, error);
    return;
  }
  fact_team_take_up (self, records);
  load_next_slice (self);
}

static void
slice_patients_loaded_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      data)
{
  g_autoptr (FactTeam) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);
  g_autoptr (GPtrArray) queries = queries_new ();
  g_auto (GStrv) patients = NULL;

  if (g_cancellable_is_cancelled (self->closing))
    return;
  if (!records) {
    stop_slices (self, error);
    return;
  }
  fact_team_take_up (self, records);
  patients = list_patients (records, FACT_TYPE_PATIENT);
  if (!patients[0]) {
    load_next_slice (self);
    return;
  }
  add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_STAY), "patient", FACT_OP_IN, patients));
  load (self, queries, self->closing, slice_loaded_cb, g_object_ref (self));
}

static gboolean
slice_cb (gpointer data)
{
  FactTeam *self = data;
  g_autoptr (GPtrArray) queries = queries_new ();

  self->slice_source = 0;
  add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_BETWEEN,
                                              slices[self->slice], slices[self->slice + 1]));
  self->slice++;
  load (self, queries, self->closing, slice_patients_loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
load_next_slice (FactTeam *self)
{
  if (self->slice == N_SLICES) {
    fact_team_notify_complete (self);
    fact_team_settle_codes (self, NULL);
  } else
    self->slice_source = g_idle_add (slice_cb, self);
}

static void
load_board (FactTeam *self,
            GTask    *task)
{
  g_autoptr (GPtrArray) queries = queries_new ();

  for (guint i = 0; i < FACT_N_VOCABULARIES; i++)
    add_query (queries, self, fact_query_new (g_list_model_get_item_type (G_LIST_MODEL (self->vocabularies[i]))));
  add_query (queries, self, fact_query_where (fact_query_new (FACT_TYPE_STAY), "until", FACT_OP_IS_NULL));
  load (self, queries, g_task_get_cancellable (task), stays_loaded_cb, g_object_ref (task));
}

static void
founded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  if (fact_store_commit_finish (FACT_STORE (object), result, &error))
    load_board (opening->team, task);
  else
    fact_team_return_error (opening->team, task, error);
}

/* A new file begins with the vocabulary: the first change is the program's own. */
static void
found (FactTeam *self,
       GTask    *task)
{
  g_autoptr (FactChange) change = fact_team_build_defaults (fact_clock_get_now (self->clock));
  const FactActor program = { NULL, FACT_IDENTIFIED_PROGRAM, self->workstation };

  fact_store_commit_async (self->store, &change, 1, &program, g_task_get_cancellable (task), founded_cb,
                           g_object_ref (task));
}

void
fact_team_load_working_set (FactTeam *self,
                            FactWeek  week,
                            GTask    *task)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->team = g_object_ref (self);
  opening->week = week;
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (fact_store_get_head (self->store) == 0)
    found (self, task);
  else
    load_board (self, task);
}

void
fact_team_load_others (FactTeam *self)
{
  if (self->loading_others || self->complete)
    return;
  /* What each load gives of the past are records of its own: a stay of a second load would bring a triage state of its
   * own, which is another section. The board is whole without. */
  if (self->as_of) {
    fact_team_notify_complete (self);
    return;
  }
  self->loading_others = TRUE;
  load_next_slice (self);
}
