/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

#include "fact-history.h"
#include "fact-team-restore.h"
#include "fact-team-words.h"

#include <glib/gi18n-lib.h>

#define N_LOOKED_BACK 50            /* changes of a record, to find the one that stands in the way */

typedef struct {
  GTask *task;
  FactTeam *team;
  GError *error;
} Explaining;

static void
explaining_free (Explaining *self)
{
  g_object_unref (self->task);
  g_object_unref (self->team);
  g_error_free (self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Explaining, explaining_free)

/* What was attempted: to read or to save. */
static const char *
get_attempt (GTask *task)
{
  gpointer tag = g_task_get_source_tag (task);

  if (tag == fact_team_undo_async)
    return _("Could not undo. Nothing was changed.");
  if (tag == fact_team_redo_async)
    return _("Could not redo. Nothing was changed.");
  if (tag == fact_team_commit_async)
    return _("Could not save. Nothing was changed.");
  if (tag == fact_team_read_history_async || tag == fact_team_read_restore_async)
    return _("Could not read the history.");
  return _("Could not load the board.");
}

static const char *
get_reason (const GError *error)
{
  switch (error->domain == FACT_STORE_ERROR ? error->code : FACT_STORE_ERROR_FAILED) {
  case FACT_STORE_ERROR_CONFLICT:
    return _("Somebody else has changed the same thing since. Look at it and try again.");
  case FACT_STORE_ERROR_IN_USE:
    return _("Something else still needs it. Change that first.");
  case FACT_STORE_ERROR_LOCKED:
    return _("Another program has the board open. Close it there and try again.");
  case FACT_STORE_ERROR_FULL:
    return _("The disk is full. Free some space and try again.");
  case FACT_STORE_ERROR_DAMAGED:
    return _("The file does not hold what was written to it. Restore a backup.");
  case FACT_STORE_ERROR_NEWER:
    return _("The file was written by a later version of the program. Update the program.");
  case FACT_STORE_ERROR_UNREACHABLE:
    return _("The board is not where it was: its file, or the connection to it, is gone. Put it back and try again.");
  case FACT_STORE_ERROR_BEHIND:
    return _("The change before it was saved after all. Close the program and start it again to see it.");
  case FACT_STORE_ERROR_DENIED:
    return _("You have no right to write the file. Ask whoever looks after the computer.");
  case FACT_STORE_ERROR_INVALID:
  case FACT_STORE_ERROR_FAILED:
  default:
    return NULL;
  }
}

static int
get_code (const GError *error)
{
  if (error->domain != FACT_STORE_ERROR)
    return FACT_TEAM_ERROR_FAILED;
  switch (error->code) {
  case FACT_STORE_ERROR_CONFLICT:
    return FACT_TEAM_ERROR_CONFLICT;
  case FACT_STORE_ERROR_IN_USE:
    return FACT_TEAM_ERROR_RULE;
  case FACT_STORE_ERROR_DENIED:
  case FACT_STORE_ERROR_LOCKED:
    return FACT_TEAM_ERROR_READ_ONLY;
  case FACT_STORE_ERROR_FULL:
    return FACT_TEAM_ERROR_FULL;
  case FACT_STORE_ERROR_DAMAGED:
    return FACT_TEAM_ERROR_DAMAGED;
  case FACT_STORE_ERROR_NEWER:
    return FACT_TEAM_ERROR_NEWER;
  case FACT_STORE_ERROR_UNREACHABLE:
  case FACT_STORE_ERROR_UNKNOWN:
  case FACT_STORE_ERROR_BEHIND:
    return FACT_TEAM_ERROR_UNREACHABLE;
  default:
    return FACT_TEAM_ERROR_FAILED;
  }
}

static void
return_message (GTask        *task,
                const GError *error,
                const char   *reason)
{
  /* That nothing was changed would be more than is known. */
  if (g_error_matches (error, FACT_STORE_ERROR, FACT_STORE_ERROR_UNKNOWN)) {
    g_task_return_new_error (task, FACT_TEAM_ERROR, get_code (error), "%s",
                             _("It is not known whether this was saved: the file cannot be read any more. See that the "
                               "disk is there, then close the program and start it again to see what was saved."));
    return;
  }
  /* Translators: what was attempted, why it failed and what to do */
  g_task_return_new_error (task, FACT_TEAM_ERROR, get_code (error), C_("error", "%s %s"), get_attempt (task),
                           reason ? reason : error->message);
}

/* What the change was to remove. (transfer none) (nullable) */
static FactRecord *
get_removed (GTask *task)
{
  FactChange *change = g_task_get_source_tag (task) == fact_team_commit_async ? g_task_get_task_data (task) : NULL;

  return change && fact_change_get_n_edits (change) > 0 ? fact_change_get_record (change, 0) : NULL;
}

/* The newest change that made the conflict. Returns: its place, the number of entries when it is not there. */
static guint
find_conflict (FactJournal             *journal,
               const FactStoreConflict *conflict)
{
  guint n = fact_journal_get_n_entries (journal);

  for (guint i = 0; i < n; i++) {
    guint n_edits;
    const FactEdit *edits = fact_journal_get_edits (journal, i, &n_edits);

    if (conflict->seq == fact_journal_get_entry (journal, i)->seq)
      return i;
    for (guint e = 0; !conflict->seq && e < n_edits; e++) {
      if (g_strcmp0 (edits[e].uid, conflict->uid) == 0 &&
          (!conflict->column || fact_edit_find (&edits[e], conflict->column, NULL, NULL)))
        return i;
    }
  }
  return n;
}

static void
conflict_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Explaining) self = data;
  g_autoptr (FactJournal) journal = fact_store_read_finish (FACT_STORE (object), result, NULL);
  g_autofree char *who = NULL, *when = NULL, *what = NULL, *reason = NULL;
  guint i = journal ? find_conflict (journal, fact_store_error_get_conflict (self->error)) : 0;
  const FactEntry *entry;
  const FactEdit *edits;
  guint n_edits;

  if (!journal || i == fact_journal_get_n_entries (journal)) {
    return_message (self->task, self->error, get_reason (self->error));
    return;
  }
  entry = fact_journal_get_entry (journal, i);
  edits = fact_journal_get_edits (journal, i, &n_edits);
  who = fact_team_describe_who (self->team, entry->who);
  when = fact_clock_format_local (self->team->clock, entry->time);
  what = fact_team_describe (self->team, entry, edits, n_edits);
  /* Translators: when, who and what: "2026-11-18 08:15, CSA: Move DD-75 from Obs to Kris." */
  reason = g_strdup_printf (_("It was changed since: %s, %s: %s. Look at it and try again."), when, who, what);
  return_message (self->task, self->error, reason);
}

static gboolean
fail_read_only (FactTeam  *self,
                GError   **error)
{
  if (fact_team_is_read_only (self))
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_READ_ONLY,
                         self->as_of ? _("You are seeing an old board. Nothing can be changed in it.")
                                     : _("This board can only be looked at: you have no right to write its file. "
                                         "Nothing was changed. Ask whoever looks after the computer."));
  return fact_team_is_read_only (self);
}

gboolean
fact_team_check_writable (FactTeam  *self,
                          GError   **error)
{
  if (fail_read_only (self, error))
    return FALSE;
  if (!self->person && !self->system_user) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_NO_PERSON,
                         _("Nothing was changed. Choose who you are first."));
    return FALSE;
  }
  return TRUE;
}

FactActor
fact_team_get_actor (FactTeam *self)
{
  FactActor actor = { .workstation = self->workstation };

  if (self->person) {
    actor.who = fact_record_get_uid (FACT_RECORD (self->person));
    actor.how = FACT_IDENTIFIED_CHOSEN;
  } else if (self->system_user) {
    actor.who = self->system_user;
    actor.how = FACT_IDENTIFIED_SYSTEM_USER;
  }
  return actor;
}

FactActor
fact_team_get_founder (FactTeam *self)
{
  return (FactActor) { .workstation = self->workstation, .who = self->founder, .how = FACT_IDENTIFIED_SYSTEM_USER };
}

void
fact_team_return_error (FactTeam *self,
                        GTask    *task,
                        GError   *error)
{
  const FactStoreConflict *conflict = fact_store_error_get_conflict (error);
  g_autoptr (GError) taken = error;
  FactJournalQuery query = { .uid = conflict ? conflict->uid : NULL, .limit = N_LOOKED_BACK };
  Explaining *explaining;

  if (taken->domain == G_IO_ERROR || taken->domain == FACT_TEAM_ERROR) {
    g_task_return_error (task, g_steal_pointer (&taken));
    return;
  }
  if (conflict && taken->code == FACT_STORE_ERROR_IN_USE) {
    g_autofree char *reason = conflict->users ? fact_team_describe_users (self, get_removed (task), conflict->users)
                                              : g_strdup (get_reason (taken));

    return_message (task, taken, reason);
    return;
  }
  if (!conflict) {
    return_message (task, taken, get_reason (taken));
    return;
  }
  explaining = g_new0 (Explaining, 1);
  explaining->task = g_object_ref (task);
  explaining->team = g_object_ref (self);
  explaining->error = g_error_copy (taken);
  if (conflict->seq)
    query = (FactJournalQuery) { .before_seq = conflict->seq + 1, .limit = 1 };
  fact_store_read_async (self->store, &query, NULL, conflict_read_cb, explaining);
}

gpointer
fact_team_refuse (GError     **error,
                  const char  *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, format, args));
  va_end (args);
  return NULL;
}

FactChange *
fact_team_begin (FactTeam    *self,
                 const char  *verb,
                 gpointer     record,
                 const char  *patient_uid,
                 GError     **error)
{
  if (fail_read_only (self, error))
    return NULL;
  if (record && fact_record_is_removed (record)) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE,
                         _("Nothing was changed. Somebody has removed it meanwhile."));
    return NULL;
  }
  if (record && !patient_uid)
    patient_uid = fact_record_get_subject (record);
  return fact_change_new (verb, patient_uid);
}
