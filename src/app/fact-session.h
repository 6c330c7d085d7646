/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* FactSession: the database file that a window shows, open as long as the window is: the store and the team on it.
 * Properties: "team" (FactTeam, NULL until it is open). */
#define FACT_TYPE_SESSION (fact_session_get_type ())
G_DECLARE_FINAL_TYPE (FactSession, fact_session, FACT, SESSION, GObject)

/* @path: (nullable): NULL is the user's own database; @demo: a throw-away file with a made-up team, gone with the
 * session. */
FactSession *fact_session_new         (const char          *path,
                                       gboolean             demo);

/* A file with a clock of its own, for tests. */
FactSession *fact_session_new_with_clock (const char *path,
                                          FactClock  *clock);

/* Begins to open the file in a thread, while GTK starts in this one; fact_session_open_async() is to follow, and until
 * then nothing else may be asked of the session. All later statements run in the thread of the caller. */
void         fact_session_open_ahead  (FactSession         *self);

/* Opens the file and loads the board. Finish: the errors of FactStore and FactTeam, in the reader's language. */
void         fact_session_open_async  (FactSession         *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gboolean     fact_session_open_finish (FactSession         *self,
                                       GAsyncResult        *result,
                                       GError             **error);

/* Returns: (transfer none) (nullable). */
FactTeam    *fact_session_get_team    (FactSession         *self);
gboolean     fact_session_is_demo     (FactSession         *self);
/* The file. Returns: (transfer none). */
const char  *fact_session_get_path    (FactSession         *self);

G_END_DECLS
