/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "board-records.h"
#include "fact-board-private.h"

/* A board of made-up patients, without a store: 18 November 2026, a Wednesday. */
typedef struct {
  BoardRecords *records;
  FactClock *clock;
  FactCases *cases;
  FactBoard *board;
  FactTriage *triages[5];
  FactStaff *staff[8];             /* the last two are external */
  FactKind *kinds[3];
  FactReason *reason;
  GPtrArray *stays;                /* of FactStay */
} BoardFixture;

/* @n_rows: 5 gives one of each triage state; more are filled with texts of every length. */
BoardFixture *board_fixture_new         (guint         n_rows);
void          board_fixture_free        (BoardFixture *self);
guint         board_fixture_get_today   (BoardFixture *self);
/* Takes up a record that was changed. */
void          board_fixture_update      (BoardFixture *self,
                                         gpointer      record);
FactContact  *board_fixture_add_contact (BoardFixture      *self,
                                         FactStay          *stay,
                                         int                weekday,
                                         FactStaff         *staff,
                                         FactStaff         *other,
                                         FactContactStatus  status,
                                         const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoardFixture, board_fixture_free)
