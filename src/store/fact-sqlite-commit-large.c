/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of very many edits, such as an import: encoded and applied in slices between what else is to be done,
 * written in a thread. Whoever needs the file meanwhile waits for it: see fact_sqlite_store_settle(). */

#include "fact-sqlite-commit.h"

/* Edits a slice: a few milliseconds. */
#define SLICE 500

typedef enum {
  PHASE_ENCODE,
  PHASE_WRITE,
  PHASE_APPLY,
} Phase;

struct _FactLargeCommit {
  FactSqliteStore *store;          /* borrowed: the task holds it */
  GTask *task;
  FactCommit *commit;
  FactActor actor;                 /* owned copies */
  Phase phase;
  GThread *thread;                 /* while it is written */
  guint source;
  gboolean ok;
  GError *error;
};

static gboolean
shrink_cb (gpointer data)
{
  if (!fact_commit_shrink (data, SLICE))
    return G_SOURCE_CONTINUE;
  fact_commit_free (data);
  return G_SOURCE_REMOVE;
}

static void
large_free (FactLargeCommit *self)
{
  if (self->commit)
    g_idle_add (shrink_cb, self->commit);
  g_free ((char *) self->actor.who);
  g_free ((char *) self->actor.workstation);
  g_clear_error (&self->error);
  g_object_unref (self->task);
  g_free (self);
}

/* Whoever hears of it may use the store again. */
static void
finish (FactLargeCommit *self)
{
  self->store->large = NULL;
  if (self->ok)
    fact_commit_tell (self->commit);
  if (!self->ok)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else if (g_task_get_source_tag (self->task) == fact_store_undo_async)
    g_task_return_int (self->task, (gssize) self->store->head);
  else
    g_task_return_boolean (self->task, TRUE);
  large_free (self);
}

static gboolean step_cb (gpointer data);

static gpointer
write_thread (gpointer data)
{
  FactLargeCommit *self = data;

  self->ok = fact_commit_write (self->commit, &self->error);
  self->source = g_idle_add (step_cb, self);
  return NULL;
}

/* One slice of what there is to do; FALSE when the change is stored or has failed. */
static gboolean
step (FactLargeCommit *self,
      guint            limit)
{
  switch (self->phase) {
  case PHASE_ENCODE:
    self->ok = fact_commit_encode (self->commit, limit, &self->error);
    if (self->ok && fact_commit_is_encoded (self->commit))
      self->phase = PHASE_WRITE;
    return self->ok;
  case PHASE_WRITE:
    if (self->thread)
      g_thread_join (g_steal_pointer (&self->thread));
    else
      self->ok = fact_commit_write (self->commit, &self->error);
    self->phase = PHASE_APPLY;
    return self->ok;
  case PHASE_APPLY:
  default:
    return !fact_commit_apply (self->commit, limit);
  }
}

static gboolean
step_cb (gpointer data)
{
  FactLargeCommit *self = data;

  if (!step (self, SLICE)) {
    self->source = 0;
    finish (self);
    return G_SOURCE_REMOVE;
  }
  if (self->phase != PHASE_WRITE)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  self->thread = g_thread_new ("fact-commit", write_thread, self);
  return G_SOURCE_REMOVE;
}

void
fact_sqlite_store_settle (FactSqliteStore *self)
{
  FactLargeCommit *large = self->large;
  gboolean more = TRUE;

  if (!large)
    return;
  if (large->thread)
    more = step (large, G_MAXUINT);   /* the thread's last act is to add the source */
  g_clear_handle_id (&large->source, g_source_remove);
  while (more)
    more = step (large, G_MAXUINT);
  finish (large);
}

void
fact_sqlite_store_commit_large (FactSqliteStore *self,
                                FactChange      *change,
                                const FactActor *actor,
                                GTask           *task)
{
  FactLargeCommit *large;
  GError *error = NULL;

  if (!fact_sqlite_store_ensure_open (self, &error)) {
    g_task_return_error (task, error);
    return;
  }
  large = g_new0 (FactLargeCommit, 1);
  large->store = self;
  large->task = g_object_ref (task);
  large->actor = (FactActor) { .who = g_strdup (actor->who), .how = actor->how,
                               .workstation = g_strdup (actor->workstation) };
  large->commit = fact_commit_new (self, change, &large->actor, &error);
  if (!large->commit) {
    g_task_return_error (task, error);
    large_free (large);
    return;
  }
  /* What is stored is stored, whatever the caller wants by then. */
  g_task_set_check_cancellable (task, FALSE);
  self->large = large;
  large->source = g_idle_add (step_cb, large);
}
