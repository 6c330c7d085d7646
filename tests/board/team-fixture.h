/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"
#include "fact-store.h"
#include "fact-team.h"

/* A real team on a database file of its own: 18 November 2026, a Wednesday; one row in each triage state, CSA acts. */
typedef struct {
  char *folder;
  FactClock *clock;
  FactStore *store;
  FactTeam *team;
  FactBoard *board;
} TeamFixture;

TeamFixture  *team_fixture_new    (void);
/* With more rows on the board than the five. */
TeamFixture  *team_fixture_new_sized (guint n_rows);
void          team_fixture_free   (TeamFixture *self);
/* Opens the same file anew: nothing that was loaded is any more. Nobody acts. */
void          team_fixture_reopen (TeamFixture *self);
/* Commits @change (transfer full) and lets what follows come to an end. Returns: its place in the history. */
gint64        team_fixture_commit (TeamFixture *self,
                                   FactChange  *change);
/* Takes back the last change, or with @redo does it again. Returns: (transfer full) (nullable): what is told. */
char         *team_fixture_undo   (TeamFixture  *self,
                                   gboolean      redo,
                                   GError      **error);
/* Lets everything that is under way come to an end. */
void          team_fixture_settle (TeamFixture *self);
FactBoardRow *team_fixture_find   (TeamFixture *self,
                                   const char  *code);
/* Of a vocabulary, by the label shown. */
gpointer      team_fixture_find_word (TeamFixture *self,
                                      GType        type,
                                      const char  *label);
/* The contacts of a day as typed, with commas, "" for none. */
char         *team_fixture_read_day (TeamFixture *self,
                                     const char  *code,
                                     guint        weekday);
