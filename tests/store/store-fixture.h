/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite-store.h"

G_BEGIN_DECLS

/* A store on a real file in a folder of its own, and synchronous forms of its functions for tests. */
typedef struct {
  char *folder;
  char *path;
  FactClock *clock;
  FactStore *store;
  FactActor actor;
} Fixture;

#define FIXTURE_NOW G_GINT64_CONSTANT (1557907200000000)   /* 2019-05-15 08:00 UTC */

void         fixture_set_up    (Fixture          *self,
                                gconstpointer     data);
void         fixture_tear_down (Fixture          *self,
                                gconstpointer     data);
/* Closes the file and opens it again. */
void         fixture_reopen    (Fixture          *self);
FactStore   *fixture_open      (const char       *path,
                                FactClock        *clock,
                                GError          **error);

gboolean     store_commit      (FactStore        *store,
                                FactChange       *change,
                                const FactActor  *actor,
                                GError          **error);
gint64       store_undo        (FactStore        *store,
                                gint64            seq,
                                const FactActor  *actor,
                                GError          **error);
void         store_peek        (FactStore        *store,
                                const char       *who,
                                gint64           *undo,
                                gint64           *redo);
/* Takes ownership of @query. */
GPtrArray   *store_load        (FactStore        *store,
                                FactQuery        *query,
                                GError          **error);
FactJournal *store_read        (FactStore        *store,
                                const char       *subject,
                                const char       *uid,
                                guint             limit);
/* One change with its edits. */
FactJournal *store_read_change (FactStore        *store,
                                gint64            seq);
/* All records that are not removed, one a line, as they stood after change @as_of (0: now). */
char        *store_dump        (FactStore        *store,
                                gint64            as_of);

G_END_DECLS
