/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team.h"
#include "fact-team-private.h"

#include "fact-kind.h"
#include "fact-organisation.h"

#include <glib/gi18n-lib.h>

enum {
  PROP_0,
  PROP_PERSON,
  PROP_CLOCK,
  PROP_BOARD,
  PROP_AS_OF,
  PROP_COMPLETE,
  PROP_CAN_UNDO,
  PROP_UNDO_TEXT,
  PROP_CAN_REDO,
  PROP_REDO_TEXT,
  PROP_READ_ONLY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactTeam, fact_team, G_TYPE_OBJECT)

G_DEFINE_QUARK (fact-team-error-quark, fact_team_error)

static FactTeam *
team_new (FactStore  *store,
          FactClock  *clock,
          const char *workstation,
          FactWeek    week)
{
  FactTeam *self = g_object_new (FACT_TYPE_TEAM, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->workstation = g_strdup (workstation);
  self->cases = fact_cases_new (clock);
  self->board = fact_board_new (self->cases, week);
  return self;
}

static void
set_who (FactTeam  *self,
         FactStaff *person,
         char      *system_user)
{
  gboolean other = self->person != person;

  g_free (self->system_user);
  self->system_user = system_user;
  g_set_object (&self->person, person);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
  fact_team_refresh_undo (self);
}

static void
week_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  FactWeek week = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  for (guint i = 0; i < records->len; i++)
    fact_cases_put (self->cases, records->pdata[i]);
  g_hash_table_add (self->weeks, GUINT_TO_POINTER (week));
  fact_board_set_week (self->board, week);
  g_task_return_boolean (task, TRUE);
}

/* "As it stood on": the end of a day that is over is for ever the same. */
static void
as_of_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  guint julian = GPOINTER_TO_UINT (g_task_get_task_data (task));
  g_autoptr (FactClock) clock = NULL;
  g_autoptr (FactTeam) past = NULL;
  GError *error = NULL;
  gint64 seq = fact_store_find_seq_finish (FACT_STORE (object), result, &error);

  if (seq < 0) {
    fact_team_return_error (self, task, error);
    return;
  }
  if (seq == 0) {
    g_task_return_new_error (task, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE, "%s",
                             _("There was no board yet on that day. Choose a later one."));
    return;
  }
  clock = fact_clock_new_fixed (fact_clock_get_zone (self->clock), fact_clock_get_end_of_day (self->clock, julian));
  past = team_new (self->store, clock, self->workstation, fact_board_get_week (self->board));
  past->as_of = julian;
  past->as_of_seq = seq;
  fact_team_load_working_set (past, fact_board_get_week (self->board), task);
}

static void
fact_team_dispose (GObject *object)
{
  FactTeam *self = FACT_TEAM (object);

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->slice_source, g_source_remove);
  fact_team_drop_batches (self);
  G_OBJECT_CLASS (fact_team_parent_class)->dispose (object);
}

static void
fact_team_finalize (GObject *object)
{
  FactTeam *self = FACT_TEAM (object);

  for (guint i = 0; i < FACT_N_VOCABULARIES; i++)
    g_clear_object (&self->vocabularies[i]);
  g_hash_table_unref (self->weeks);
  g_clear_object (&self->closing);
  g_clear_object (&self->board);
  g_clear_object (&self->patients);
  g_clear_pointer (&self->cases, fact_cases_unref);
  g_clear_object (&self->person);
  g_free (self->founder);
  g_free (self->heir);
  g_free (self->system_user);
  g_free (self->undo_text);
  g_free (self->redo_text);
  g_free (self->workstation);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (fact_team_parent_class)->finalize (object);
}

static void
fact_team_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FactTeam *self = FACT_TEAM (object);

  switch (id) {
  case PROP_PERSON:
    g_value_set_object (value, self->person);
    break;
  case PROP_CLOCK:
    g_value_set_object (value, self->clock);
    break;
  case PROP_BOARD:
    g_value_set_object (value, self->board);
    break;
  case PROP_AS_OF:
    g_value_set_uint (value, self->as_of);
    break;
  case PROP_COMPLETE:
    g_value_set_boolean (value, self->complete);
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, fact_team_can_undo (self));
    break;
  case PROP_UNDO_TEXT:
    g_value_set_string (value, self->undo_text);
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, fact_team_can_redo (self));
    break;
  case PROP_REDO_TEXT:
    g_value_set_string (value, self->redo_text);
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, fact_team_is_read_only (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_team_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (id == PROP_PERSON)
    fact_team_set_person (FACT_TEAM (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_team_class_init (FactTeamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = fact_team_dispose;
  object_class->finalize = fact_team_finalize;
  object_class->get_property = fact_team_get_property;
  object_class->set_property = fact_team_set_property;
  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, FACT_TYPE_STAFF, flags | G_PARAM_WRITABLE);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, FACT_TYPE_CLOCK, flags);
  properties[PROP_BOARD] = g_param_spec_object ("board", NULL, NULL, FACT_TYPE_BOARD, flags);
  properties[PROP_AS_OF] = g_param_spec_uint ("as-of", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_TEXT] = g_param_spec_string ("undo-text", NULL, NULL, NULL, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_REDO_TEXT] = g_param_spec_string ("redo-text", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("person-wanted", FACT_TYPE_TEAM, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                G_TYPE_BOOLEAN, 0);
  g_signal_new ("committed", FACT_TYPE_TEAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
fact_team_init (FactTeam *self)
{
  const GType types[FACT_N_VOCABULARIES] = { FACT_TYPE_STAFF, FACT_TYPE_TRIAGE, FACT_TYPE_REASON, FACT_TYPE_KIND,
                                             FACT_TYPE_ORGANISATION };

  for (guint i = 0; i < FACT_N_VOCABULARIES; i++)
    self->vocabularies[i] = fact_vocabulary_new (types[i]);
  self->weeks = g_hash_table_new (NULL, NULL);
  self->closing = g_cancellable_new ();
}

void
fact_team_notify_complete (FactTeam *self)
{
  self->complete = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

void
fact_team_notify_undo (FactTeam *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TEXT]);
}

void
fact_team_open_async (FactStore           *store,
                      FactClock           *clock,
                      const char          *workstation,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (FactTeam) self = NULL;
  FactWeek week;

  g_return_if_fail (FACT_IS_STORE (store) && FACT_IS_CLOCK (clock));

  g_task_set_source_tag (task, fact_team_open_async);
  week = fact_week_from_day (fact_clock_get_today (clock));
  self = team_new (store, clock, workstation, week);
  fact_team_load_working_set (self, week, task);
}

FactTeam *
fact_team_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fact_team_open_as_of_async (FactTeam            *self,
                            guint                julian,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_TEAM (self) && g_date_valid_julian (julian));

  g_task_set_source_tag (task, fact_team_open_as_of_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (julian), NULL);
  fact_store_find_seq_async (self->store, fact_clock_get_end_of_day (self->clock, julian), as_of_found_cb,
                             g_steal_pointer (&task));
}

FactTeam *
fact_team_open_as_of_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

FactClock *
fact_team_get_clock (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return self->clock;
}

FactStaff *
fact_team_get_person (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return self->person;
}

void
fact_team_set_person (FactTeam  *self,
                      FactStaff *person)
{
  g_return_if_fail (FACT_IS_TEAM (self) && (!person || FACT_IS_STAFF (person)));

  if (self->person != person || self->system_user)
    set_who (self, person, NULL);
  if (person)
    fact_team_settle_waiting (self);
}

void
fact_team_set_system_user (FactTeam   *self,
                           const char *name)
{
  g_return_if_fail (FACT_IS_TEAM (self) && name != NULL);
  set_who (self, NULL, g_strconcat ("user:", name, NULL));
}

gboolean
fact_team_is_read_only (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), TRUE);
  return self->as_of != 0 || fact_store_is_read_only (self->store);
}

guint
fact_team_get_as_of (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), 0);
  return self->as_of;
}

GListModel *
fact_team_get_vocabulary (FactTeam *self,
                          GType     type)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return G_LIST_MODEL (fact_team_get_vocabulary_of (self, type));
}

FactBoard *
fact_team_get_board (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return self->board;
}

static void
add_uid (gpointer uid,
         gpointer one,
         gpointer uids)
{
  g_ptr_array_add (uids, uid);
}

FactPatients *
fact_team_get_patients (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);

  if (!self->patients) {
    g_autoptr (GPtrArray) uids = g_ptr_array_new ();

    self->patients = fact_patients_new (self->cases);
    fact_cases_foreach (self->cases, add_uid, uids);
    fact_patients_update (self->patients, uids);
  }
  fact_team_load_others (self);
  return self->patients;
}

void
fact_team_set_week_async (FactTeam            *self,
                          FactWeek             week,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (FactQuery) query = NULL;
  g_autofree char *first = NULL, *last = NULL;

  g_return_if_fail (FACT_IS_TEAM (self) && week == fact_week_from_day (week));

  g_task_set_source_tag (task, fact_team_set_week_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (week), NULL);
  if (week >= self->loaded_from || g_hash_table_contains (self->weeks, GUINT_TO_POINTER (week))) {
    fact_board_set_week (self->board, week);
    g_task_return_boolean (task, TRUE);
    return;
  }
  first = fact_day_format_iso (week);
  last = fact_day_format_iso (fact_week_get_day (week, FACT_DAYS_IN_WEEK - 1));
  query = fact_query_where (fact_query_new (FACT_TYPE_CONTACT), "date", FACT_OP_BETWEEN, first, last);
  fact_query_as_of (query, self->as_of_seq);
  fact_store_load_async (self->store, &query, 1, cancellable, week_loaded_cb, g_steal_pointer (&task));
}

gboolean
fact_team_set_week_finish (FactTeam      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
