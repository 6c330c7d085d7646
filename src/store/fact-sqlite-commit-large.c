/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of very many edits, such as an import or its undo: set back, encoded and applied in slices between what else
 * is to be done, written in a thread. Whoever needs the file meanwhile waits for it: see fact_sqlite_store_settle(). */

#include "fact-sqlite-commit.h"

/* Edits a slice: a few milliseconds. */
#define SLICE 500

typedef enum {
  PHASE_SET_BACK,                  /* of an undo: what it changes is found */
  PHASE_ENCODE,
  PHASE_WRITE,
  PHASE_APPLY,
} Phase;

struct _FactLargeCommit {
  FactSqliteStore *store;          /* borrowed: the task holds it */
  GTask *task;
  FactSetBack *back;               /* NULL: no undo, or found */
  FactCommit *commit;              /* NULL until it is known what is changed */
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
  g_clear_pointer (&self->back, fact_set_back_free);
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

/* While a slice is found the store is as free as it is between slices: who stands in the way of an undo is read from the
 * journal. */
static gboolean
set_back (FactLargeCommit *self,
          guint            limit)
{
  self->store->large = NULL;
  self->ok = fact_set_back_take (self->back, limit, &self->error);
  self->store->large = self;
  if (!self->ok || !fact_set_back_is_whole (self->back))
    return self->ok;
  self->commit = fact_commit_new (self->store, fact_set_back_get_change (self->back), &self->actor, &self->error);
  g_clear_pointer (&self->back, fact_set_back_free);
  self->phase = PHASE_ENCODE;
  self->ok = self->commit != NULL;
  return self->ok;
}

/* Until it is written a change can be given up, and nothing has happened. */
static gboolean
is_given_up (FactLargeCommit *self)
{
  return self->phase <= PHASE_ENCODE && g_cancellable_set_error_if_cancelled (g_task_get_cancellable (self->task),
                                                                            &self->error);
}

/* One slice of what there is to do; FALSE when the change is stored or has failed. */
static gboolean
step (FactLargeCommit *self,
      guint            limit)
{
  if (is_given_up (self))
    return self->ok = FALSE;
  switch (self->phase) {
  case PHASE_SET_BACK:
    return set_back (self, limit);
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

static FactLargeCommit *
large_new (FactSqliteStore *store,
           const FactActor *actor,
           GTask           *task)
{
  FactLargeCommit *self = g_new0 (FactLargeCommit, 1);

  self->store = store;
  self->task = g_object_ref (task);
  self->actor = (FactActor) { .who = g_strdup (actor->who), .how = actor->how,
                              .workstation = g_strdup (actor->workstation) };
  return self;
}

static void
begin (FactLargeCommit *self,
       Phase            phase)
{
  /* What is stored is stored, whatever the caller wants by then. */
  g_task_set_check_cancellable (self->task, FALSE);
  self->phase = phase;
  self->store->large = self;
  self->source = g_idle_add (step_cb, self);
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
  large = large_new (self, actor, task);
  large->commit = fact_commit_new (self, change, &large->actor, &error);
  if (large->commit) {
    begin (large, PHASE_ENCODE);
    return;
  }
  g_task_return_error (task, error);
  large_free (large);
}

/* The journal was read a moment ago: the file is open and nothing else is on its way. */
void
fact_sqlite_store_undo_large (FactSqliteStore *self,
                              FactSetBack     *back,
                              const FactActor *actor,
                              GTask           *task)
{
  FactLargeCommit *large = large_new (self, actor, task);

  large->back = back;
  begin (large, PHASE_SET_BACK);
}
