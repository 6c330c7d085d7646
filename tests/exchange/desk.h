/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite-store.h"
#include "fact-team.h"
#include "waiting.h"

G_BEGIN_DECLS

#define NOW (G_GINT64_CONSTANT (20772) * G_TIME_SPAN_DAY)   /* 2026-11-15, Sunday, 00:00 UTC */

/* A team on a real file in a folder of its own, with the default words; the machine's user "test" acts. */
typedef struct {
  char *folder, *path;
  FactClock *clock;
  FactStore *store;
  FactTeam *team;
} Desk;

Desk         *desk_new       (void);
void          desk_free      (Desk          *desk);
void          desk_open      (Desk          *desk);
void          desk_close     (Desk          *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

/* Must succeed. */
void          desk_commit    (Desk          *desk,
                              FactChange    *change);

G_END_DECLS
