/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-session.h"

#include "fact-demo.h"
#include "fact-lock.h"
#include "fact-sqlite-store.h"
#include "fact-team-code.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEMO_FOLDER "facttavlan-demo-"

struct _FactSession {
  GObject parent_instance;

  char *path;
  char *folder;                    /* of the demo; removed at the end */
  gboolean demo;

  FactClock *clock;
  FactStore *store;
  FactTeam *team;

  GThread *ahead;                  /* opens the file; until it is joined nobody else touches what stands above */
  GError *ahead_error;
};

enum {
  PROP_TEAM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactSession, fact_session, G_TYPE_OBJECT)

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
fact_session_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FactSession *self = FACT_SESSION (object);

  switch (prop_id) {
  case PROP_TEAM:
    g_value_set_object (value, self->team);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_session_finalize (GObject *object)
{
  FactSession *self = FACT_SESSION (object);

  g_clear_pointer (&self->ahead, g_thread_join);
  g_clear_error (&self->ahead_error);
  g_clear_object (&self->team);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  if (self->folder)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  G_OBJECT_CLASS (fact_session_parent_class)->finalize (object);
}

static void
fact_session_class_init (FactSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fact_session_get_property;
  object_class->finalize = fact_session_finalize;
  properties[PROP_TEAM] = g_param_spec_object ("team", NULL, NULL, FACT_TYPE_TEAM,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fact_session_init (FactSession *self)
{
  self->clock = fact_clock_new (NULL);
}

FactSession *
fact_session_new_with_clock (const char *path,
                             FactClock  *clock)
{
  FactSession *self = g_object_new (FACT_TYPE_SESSION, NULL);

  g_set_object (&self->clock, clock);
  self->path = g_strdup (path);
  return self;
}

FactSession *
fact_session_new (const char *path,
                  gboolean    demo)
{
  FactSession *self = g_object_new (FACT_TYPE_SESSION, NULL);

  self->demo = demo;
  if (path)
    self->path = g_strdup (path);
  else if (!demo)
    self->path = g_build_filename (g_get_user_data_dir (), "facttavlan", "team.facttavlan", NULL);
  return self;
}

static void
team_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactSession *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->team = fact_team_open_finish (result, &error);
  if (!self->team) {
    g_task_return_error (task, error);
    return;
  }
  g_task_return_boolean (task, TRUE);
}

/* A program that was killed leaves its demo behind. Its number is in the name of the folder; of a program in another
 * container the number means nothing, but it holds the lock. */
static gboolean
is_stale (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, "demo.facttavlan", NULL);
  g_autoptr (FactLock) lock = NULL;
  GStatBuf found;
  int owner = atoi (name + strlen (DEMO_FOLDER));

  if (g_lstat (folder, &found) != 0 || !S_ISDIR (found.st_mode) || found.st_uid != getuid ())
    return FALSE;
  if (owner > 0 && (kill (owner, 0) == 0 || errno != ESRCH))
    return FALSE;
  lock = fact_lock_take (path, "", NULL);
  return lock != NULL;
}

static void
remove_stale_demos (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *folder = g_build_filename (g_get_tmp_dir (), name, NULL);

    if (g_str_has_prefix (name, DEMO_FOLDER) && is_stale (folder, name))
      remove_folder (folder);
  }
}

/* The demo is filled on a clock of its own that runs through the past; then the file is opened as any other. */
static gboolean
make_demo (FactSession  *self,
           GError      **error)
{
  g_autoptr (FactClock) past = fact_clock_new_fixed (NULL, fact_clock_get_now (self->clock));
  FactDemoOptions options = { .n_patients = 240, .today = fact_clock_get_today (self->clock) };
  g_autoptr (FactStore) store = NULL;
  g_autofree char *template = NULL;
  const GType *types;
  guint n;

  remove_stale_demos ();
  template = g_strdup_printf (DEMO_FOLDER "%d-XXXXXX", (int) getpid ());
  self->folder = g_dir_make_tmp (template, error);
  if (!self->folder)
    return FALSE;
  self->path = g_build_filename (self->folder, "demo.facttavlan", NULL);
  types = fact_team_list_types (&n);
  store = fact_sqlite_store_new (self->path, types, n, past, error);
  return store && fact_demo_fill (FACT_SQLITE_STORE (store), past, &options, NULL, NULL, error);
}

/* In the main context of the thread it is called in. */
static void
open_file (FactSession         *self,
           GAsyncReadyCallback  callback,
           gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;
  const GType *types;
  guint n;

  types = fact_team_list_types (&n);
  if (!self->demo || make_demo (self, &error))
    self->store = fact_sqlite_store_new (self->path, types, n, self->clock, &error);
  if (!self->store) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  fact_team_open_async (self->store, self->clock, g_get_host_name (), NULL, team_opened_cb, task);
}

static void
ahead_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  FactSession *self = FACT_SESSION (source);
  gboolean *done = data;

  g_task_propagate_boolean (G_TASK (result), &self->ahead_error);
  *done = TRUE;
}

static gpointer
open_ahead (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  gboolean done = FALSE;

  g_main_context_push_thread_default (context);
  open_file (data, ahead_opened_cb, &done);
  while (!done)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return NULL;
}

void
fact_session_open_ahead (FactSession *self)
{
  g_return_if_fail (FACT_IS_SESSION (self) && self->store == NULL && self->ahead == NULL);
  self->ahead = g_thread_new ("open", open_ahead, self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
  g_object_notify_by_pspec (source, properties[PROP_TEAM]);
  g_task_return_boolean (task, TRUE);
}

void
fact_session_open_async (FactSession         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FACT_IS_SESSION (self) && (self->store == NULL || self->ahead));

  task = g_task_new (self, NULL, callback, data);
  if (!self->ahead) {
    open_file (self, opened_cb, g_object_ref (task));
    return;
  }
  /* Nothing else could be done meanwhile: the window has nothing to show. */
  g_clear_pointer (&self->ahead, g_thread_join);
  if (self->ahead_error) {
    g_task_return_error (task, g_steal_pointer (&self->ahead_error));
    return;
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEAM]);
  g_task_return_boolean (task, TRUE);
}

gboolean
fact_session_open_finish (FactSession   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

FactTeam *
fact_session_get_team (FactSession *self)
{
  g_return_val_if_fail (FACT_IS_SESSION (self), NULL);
  return self->team;
}

gboolean
fact_session_is_demo (FactSession *self)
{
  g_return_val_if_fail (FACT_IS_SESSION (self), FALSE);
  return self->demo;
}

const char *
fact_session_get_path (FactSession *self)
{
  g_return_val_if_fail (FACT_IS_SESSION (self), NULL);
  return self->path;
}
