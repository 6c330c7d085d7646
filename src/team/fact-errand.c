/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-errand.h"

struct _FactErrand {
  GObject *owner;
  FactErrandTell tell;
  char *text;
  FactErrandFunc done;
  FactErrandFunc refused;
  gpointer data;
  GDestroyNotify free_data;
};

static void
errand_free (FactErrand *self)
{
  if (self->free_data)
    self->free_data (self->data);
  g_free (self->text);
  g_object_unref (self->owner);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactErrand, errand_free)

static void
refuse (FactErrand   *self,
        const GError *error)
{
  gboolean nobody = g_error_matches (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON);

  self->tell (self->owner, error->message, !nobody, FALSE);
  if (self->refused)
    self->refused (self->owner, self->data);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (FactErrand) self = data;
  g_autoptr (GError) error = NULL;

  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error)) {
    refuse (self, error);
    return;
  }
  if (self->text)
    self->tell (self->owner, self->text, FALSE, TRUE);
  if (self->done)
    self->done (self->owner, self->data);
}

FactErrand *
fact_errand_new (gpointer        owner,
                 FactErrandTell  tell,
                 char           *done)
{
  FactErrand *self = g_new0 (FactErrand, 1);

  self->owner = g_object_ref (owner);
  self->tell = tell;
  self->text = done;
  return self;
}

void
fact_errand_set_follow_up (FactErrand     *self,
                           FactErrandFunc  done,
                           FactErrandFunc  refused,
                           gpointer        data,
                           GDestroyNotify  free_data)
{
  g_return_if_fail (!self->data);

  self->done = done;
  self->refused = refused;
  self->data = data;
  self->free_data = free_data;
}

void
fact_errand_commit (FactErrand  *self,
                    FactTeam    *team,
                    FactChange  *change,
                    GError     **error)
{
  g_autoptr (FactErrand) errand = self;
  g_autoptr (FactChange) owned = change;

  if (owned)
    fact_team_commit_async (team, owned, NULL, committed_cb, g_steal_pointer (&errand));
  else
    refuse (errand, *error);
}
