/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-history-entry.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* One page of what was done, newest first: at most @limit changes before change @before_seq (0: from the newest; of an
 * old board, from its last). All that the words name is loaded first, removed records too, and contacts are told as
 * they stood then. @patient_uid: (nullable): only what is about this patient. @who: (nullable): only what this one did.
 * Finish: (transfer container) of FactHistoryEntry; @next: before which change the next page begins, 0 when there is
 * none. */
void       fact_team_read_history_async  (FactTeam             *self,
                                          const char           *patient_uid,
                                          const char           *who,
                                          gint64                before_seq,
                                          guint                 limit,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
GPtrArray *fact_team_read_history_finish (FactTeam             *self,
                                          GAsyncResult         *result,
                                          gint64               *next,
                                          GError              **error);

/* FactHistory: a GListModel of FactHistoryEntry, newest first: the history of the board or of one patient. It begins
 * with one page, goes on when asked, and follows what is done meanwhile.
 * Properties: "loading" (boolean), "complete" (boolean: nothing older), "who" (string: only what this one did).
 * Signal "failed" (const char *message): the journal could not be read; what is there stays. */
#define FACT_TYPE_HISTORY (fact_history_get_type ())
G_DECLARE_FINAL_TYPE (FactHistory, fact_history, FACT, HISTORY, GObject)

/* @patient_uid: (nullable): NULL is the whole board. */
FactHistory *fact_history_new         (FactTeam    *team,
                                       const char  *patient_uid);
void         fact_history_load_more   (FactHistory *self);
/* @who: (nullable): NULL is everyone. Begins anew. */
void         fact_history_set_who     (FactHistory *self,
                                       const char  *who);
gboolean     fact_history_is_loading  (FactHistory *self);
gboolean     fact_history_is_complete (FactHistory *self);

G_END_DECLS
