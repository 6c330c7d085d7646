/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* FactRestore: a change of the history, looked at to set back what it set, whoever made it and whatever was done since.
 * Each value is one thing that can be chosen; a value that cannot be restored says why. */
#define FACT_TYPE_RESTORE (fact_restore_get_type ())
G_DECLARE_FINAL_TYPE (FactRestore, fact_restore, FACT, RESTORE, GObject)

guint       fact_restore_get_n_values (FactRestore *self);
/* "situation: "Bättre" → "Sover dåligt"": what stands now, what stood before the change. */
const char *fact_restore_get_words    (FactRestore *self,
                                       guint        value);
/* (nullable): why it cannot be restored, as a sentence. */
const char *fact_restore_get_problem  (FactRestore *self,
                                       guint        value);

/* Looks at change @seq. @patient_uid: (nullable): only at what it did about this patient. Fails with
 * FACT_TEAM_ERROR_RULE when the change is one that nothing takes back, is not about patients, or did too much at once.
 * The history that the change was found in must have been read before: it loads the names. Finish: (transfer full). */
void         fact_team_read_restore_async  (FactTeam             *self,
                                            gint64                seq,
                                            const char           *patient_uid,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              data);
FactRestore *fact_team_read_restore_finish (FactTeam             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* restore: a new change that sets the chosen values back. It is undone like any other. @chosen: a flag a value.
 * @reason: why, in the words of who does it; must not be empty. Refused when something was changed since @restore was
 * read. Returns: (transfer full) a change to commit, or NULL with a FactTeamError. */
FactChange  *fact_team_restore             (FactTeam             *self,
                                            FactRestore          *restore,
                                            const gboolean       *chosen,
                                            const char           *reason,
                                            GError              **error);

G_END_DECLS
