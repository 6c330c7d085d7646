/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

#include "fact-team-words.h"

#include <glib/gi18n-lib.h>

/* What could be taken back and brought again, and whose it is. */
typedef struct {
  gint64 undo, redo;               /* 0: nothing */
  gboolean undo_of_founder, redo_of_founder;
  gboolean founder_asked;
} Tops;

/* Takes back or brings again: which one, and what the words are about. */
typedef struct {
  gboolean redo, of_founder;
  gint64 seq;
  char *words;
  char *subject;
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_free (undoing->words);
  g_free (undoing->subject);
  g_free (undoing);
}

/* What set up a team of nobody was done by no person of it. Whoever acts here afterwards, until the program ends, may
 * take it back in the founder's name, as long as nobody else has changed anything. */
static gboolean
may_act_as_founder (FactTeam *self)
{
  return self->founder && !self->founding_over &&
         (!self->heir || !self->person || g_str_equal (self->heir, fact_team_get_actor (self).who));
}

static void
peeked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Tops *tops = g_task_get_task_data (task);
  gint64 undo = 0, redo = 0;
  GError *error = NULL;

  if (!fact_store_peek_undo_finish (FACT_STORE (object), result, &undo, &redo, &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (!tops->undo) {
    tops->undo = undo;
    tops->undo_of_founder = tops->founder_asked;
  }
  if (!tops->redo) {
    tops->redo = redo;
    tops->redo_of_founder = tops->founder_asked;
  }
  if (tops->founder_asked || (tops->undo && tops->redo) || !may_act_as_founder (self)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  tops->founder_asked = TRUE;
  fact_store_peek_undo_async (self->store, self->founder, peeked_cb, g_steal_pointer (&task));
}

/* The newest changes of whoever acts; those of the founder when they have none and may. */
static void
peek_async (FactTeam            *self,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, peek_async);
  g_task_set_task_data (task, g_new0 (Tops, 1), g_free);
  fact_store_peek_undo_async (self->store, fact_team_get_actor (self).who, peeked_cb, task);
}

static gboolean
peek_finish (GAsyncResult  *result,
             Tops          *tops,
             GError       **error)
{
  *tops = *(Tops *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The words of a change; those of an undo or redo are the words of the change it began with. */
static void
words_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Undoing *undoing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FactJournal) journal = fact_store_read_finish (FACT_STORE (object), result, &error);
  const FactEntry *entry;
  const FactEdit *edits;
  guint n_edits;

  if (!journal) {
    g_task_return_error (task, error);
    return;
  }
  if (fact_journal_get_n_entries (journal) == 0) {
    g_task_return_new_error (task, FACT_STORE_ERROR, FACT_STORE_ERROR_FAILED, "The journal ends too early");
    return;
  }
  entry = fact_journal_get_entry (journal, 0);
  if (entry->origin != entry->seq) {
    fact_store_read_async (self->store, &(FactJournalQuery) { .before_seq = entry->origin + 1, .limit = 1 },
                           g_task_get_cancellable (task), words_read_cb, g_object_ref (task));
    return;
  }
  edits = fact_journal_get_edits (journal, 0, &n_edits);
  undoing->words = fact_team_describe (self, entry, edits, n_edits);
  undoing->subject = g_strdup (entry->subject);
  g_task_return_boolean (task, TRUE);
}

static void
read_words_async (FactTeam            *self,
                  gint64               seq,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, read_words_async);
  g_task_set_task_data (task, g_new0 (Undoing, 1), (GDestroyNotify) undoing_free);
  fact_store_read_async (self->store, &(FactJournalQuery) { .before_seq = seq + 1, .limit = 1 }, cancellable,
                         words_read_cb, task);
}

static char *
read_words_finish (GAsyncResult  *result,
                   char         **subject,
                   GError       **error)
{
  Undoing *undoing = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (subject)
    *subject = g_steal_pointer (&undoing->subject);
  return g_steal_pointer (&undoing->words);
}

/* A look at what can be undone; a later look makes it void. */
typedef struct {
  FactTeam *team;
  guint serial;
  gint64 undo_seq, redo_seq;
  char *undo_text, *redo_text;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->team);
  g_free (look->undo_text);
  g_free (look->redo_text);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gboolean
is_stale (Look *look)
{
  return look->serial != look->team->undo_serial || g_cancellable_is_cancelled (look->team->closing);
}

static void
apply_look (Look *look)
{
  FactTeam *self = look->team;

  if (is_stale (look))
    return;
  self->undo_seq = look->undo_text ? look->undo_seq : 0;
  self->redo_seq = look->redo_text ? look->redo_seq : 0;
  g_free (self->undo_text);
  g_free (self->redo_text);
  self->undo_text = g_steal_pointer (&look->undo_text);
  self->redo_text = g_steal_pointer (&look->redo_text);
  fact_team_notify_undo (self);
}

static void
redo_words_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Look) look = data;

  look->redo_text = read_words_finish (result, NULL, NULL);
  apply_look (look);
}

static void
look_at_redo (Look *look)
{
  FactTeam *self = look->team;

  if (look->redo_seq && !is_stale (look)) {
    read_words_async (self, look->redo_seq, self->closing, redo_words_cb, look);
    return;
  }
  apply_look (look);
  look_free (look);
}

static void
undo_words_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  Look *look = data;

  look->undo_text = read_words_finish (result, NULL, NULL);
  look_at_redo (look);
}

/* What cannot be read cannot be offered: the person sees no undo, and an attempt says why. */
static void
look_peeked_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  Look *look = data;
  Tops tops;

  if (peek_finish (result, &tops, NULL)) {
    look->undo_seq = tops.undo;
    look->redo_seq = tops.redo;
  }
  if (look->undo_seq && !is_stale (look))
    read_words_async (look->team, look->undo_seq, look->team->closing, undo_words_cb, look);
  else
    look_at_redo (look);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (fact_store_undo_finish (FACT_STORE (object), result, &error) == 0)
    fact_team_return_error (g_task_get_source_object (task), task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
undo_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Undoing *undoing = g_task_get_task_data (task);
  FactActor actor = undoing->of_founder ? fact_team_get_founder (self) : fact_team_get_actor (self);
  GError *error = NULL;

  undoing->words = read_words_finish (result, &undoing->subject, &error);
  if (!undoing->words)
    fact_team_return_error (self, task, error);
  else
    fact_store_undo_async (self->store, undoing->seq, &actor, g_task_get_cancellable (task), undone_cb,
                           g_object_ref (task));
}

static void
undo_peeked_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Undoing *undoing = g_task_get_task_data (task);
  GError *error = NULL;
  Tops tops;

  if (!peek_finish (result, &tops, &error)) {
    fact_team_return_error (self, task, error);
    return;
  }
  undoing->seq = undoing->redo ? tops.redo : tops.undo;
  undoing->of_founder = undoing->redo ? tops.redo_of_founder : tops.undo_of_founder;
  if (undoing->seq) {
    read_words_async (self, undoing->seq, g_task_get_cancellable (task), undo_read_cb, g_object_ref (task));
    return;
  }
  g_task_return_new_error (task, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, "%s",
                           undoing->redo ? _("There is nothing to redo.") : _("There is nothing of yours to undo."));
}

static void
begin (FactTeam            *self,
       gboolean             redo,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Undoing *undoing = g_new0 (Undoing, 1);
  GError *error = NULL;

  undoing->redo = redo;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, undoing, (GDestroyNotify) undoing_free);
  if (!fact_team_check_writable (self, &error) &&
      !(g_error_matches (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON) && may_act_as_founder (self))) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);
  peek_async (self, undo_peeked_cb, g_object_ref (task));
}

void
fact_team_refresh_undo (FactTeam *self)
{
  Look *look;

  self->undo_serial++;
  if (fact_team_is_read_only (self))
    return;
  look = g_new0 (Look, 1);
  look->team = g_object_ref (self);
  look->serial = self->undo_serial;
  if (fact_team_get_actor (self).who || may_act_as_founder (self)) {
    peek_async (self, look_peeked_cb, look);
    return;
  }
  apply_look (look);
  look_free (look);
}

void
fact_team_undo_async (FactTeam            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_return_if_fail (FACT_IS_TEAM (self));
  begin (self, FALSE, fact_team_undo_async, cancellable, callback, data);
}

void
fact_team_redo_async (FactTeam            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_return_if_fail (FACT_IS_TEAM (self));
  begin (self, TRUE, fact_team_redo_async, cancellable, callback, data);
}

char *
fact_team_undo_finish (FactTeam      *self,
                       GAsyncResult  *result,
                       char         **patient_uid,
                       GError       **error)
{
  Undoing *undoing;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  undoing = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (patient_uid)
    *patient_uid = g_steal_pointer (&undoing->subject);
  return g_steal_pointer (&undoing->words);
}

gboolean
fact_team_can_undo (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), FALSE);
  return self->undo_seq != 0;
}

gboolean
fact_team_can_redo (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), FALSE);
  return self->redo_seq != 0;
}

const char *
fact_team_get_undo_text (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return self->undo_text;
}

const char *
fact_team_get_redo_text (FactTeam *self)
{
  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);
  return self->redo_text;
}
