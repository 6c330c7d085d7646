/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

/* A change that waits until somebody has said who they are. The task has the change as its data. */

static void
commit_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (fact_store_commit_finish (FACT_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    fact_team_return_error (g_task_get_source_object (task), task, error);
}

/* In a new file nobody can say who they are, yet somebody must add the first person: until then the words of the team,
 * and a first board that brings its people, are signed by the user of the machine. */
static gboolean
is_founding (FactTeam   *self,
             FactChange *change)
{
  g_autoptr (GPtrArray) staff = NULL;

  if (self->person || self->system_user || fact_team_is_read_only (self) ||
      !(g_str_has_prefix (fact_change_get_verb (change), "vocabulary.") ||
        g_str_has_suffix (fact_change_get_verb (change), ".import")))
    return FALSE;
  staff = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_STAFF));
  for (guint i = 0; i < staff->len; i++) {
    if (!fact_staff_get_function (staff->pdata[i]) &&
        fact_staff_is_active (staff->pdata[i], fact_clock_get_today (self->clock)))
      return FALSE;
  }
  return TRUE;
}

static FactActor
act_as_founder (FactTeam *self)
{
  if (!self->founder)
    self->founder = g_strconcat ("user:", g_get_user_name (), NULL);
  g_clear_pointer (&self->heir, g_free);
  self->founding_over = FALSE;
  return fact_team_get_founder (self);
}

static FactActor
act_as_person (FactTeam *self)
{
  FactActor actor = fact_team_get_actor (self);

  if (self->heir && !g_str_equal (self->heir, actor.who))
    self->founding_over = TRUE;
  if (!self->heir)
    self->heir = g_strdup (actor.who);
  return actor;
}

static void
commit (FactTeam *self,
        GTask    *task)
{
  FactChange *change = g_task_get_task_data (task);
  gboolean founding = is_founding (self, change);
  FactActor actor;
  GError *error = NULL;

  if (!founding && !fact_team_check_writable (self, &error)) {
    g_task_return_error (task, error);
    return;
  }
  actor = founding ? act_as_founder (self) : act_as_person (self);
  fact_store_commit_async (self->store, &change, 1, &actor, g_task_get_cancellable (task), commit_cb,
                           g_object_ref (task));
}

/* Goes on with a change that may be committed as far as codes are concerned: asks who acts when nobody has said so. */
static void
commit_by_somebody (FactTeam *self,
                    GTask    *task)
{
  gboolean asked = FALSE;

  if (self->person || self->system_user || fact_team_is_read_only (self) ||
      is_founding (self, g_task_get_task_data (task))) {
    commit (self, task);
    return;
  }
  g_queue_push_tail (&self->waiting, g_object_ref (task));
  g_signal_emit_by_name (self, "person-wanted", &asked);
  if (!asked)
    fact_team_settle_waiting (self);
}

void
fact_team_settle_codes (FactTeam     *self,
                        const GError *error)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting_for_codes))) {
    GError *taken = NULL;

    if (error)
      fact_team_return_error (self, task, g_error_copy (error));
    else if (!fact_team_check_codes (self, g_task_get_task_data (task), &taken))
      g_task_return_error (task, taken);
    else
      commit_by_somebody (self, task);
    g_object_unref (task);
  }
}

void
fact_team_commit_async (FactTeam            *self,
                        FactChange          *change,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_TEAM (self) && FACT_IS_CHANGE (change));

  g_task_set_source_tag (task, fact_team_commit_async);
  g_task_set_task_data (task, g_object_ref (change), g_object_unref);
  if (fact_change_is_empty (change) && !fact_team_is_read_only (self)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  /* A code is compared with those of all patients, and most are not loaded before somebody wants to see them. */
  if (fact_team_sets_code (change) && !fact_team_is_read_only (self)) {
    g_queue_push_tail (&self->waiting_for_codes, g_object_ref (task));
    if (self->complete)
      fact_team_settle_codes (self, NULL);
    else
      fact_team_load_others (self);
    return;
  }
  commit_by_somebody (self, task);
}

gboolean
fact_team_commit_finish (FactTeam      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
fact_team_is_waiting (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), FALSE);
  return !g_queue_is_empty (&self->waiting);
}

void
fact_team_settle_waiting (FactTeam *self)
{
  GTask *task;

  g_return_if_fail (FACT_IS_TEAM (self));

  while ((task = g_queue_pop_head (&self->waiting))) {
    commit (self, task);
    g_object_unref (task);
  }
}
