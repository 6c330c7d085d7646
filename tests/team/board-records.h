/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-case.h"
#include "fact-change.h"
#include "fact-kind.h"
#include "fact-triage.h"

/* Records without a store: what a change says is written to them at once. */
typedef struct {
  GHashTable *records;             /* uid to FactRecord */
  guint n_uids;
} BoardRecords;

BoardRecords *board_records_new   (void);
void          board_records_free  (BoardRecords *self);
void          board_records_apply (BoardRecords *self,
                                   FactChange   *change);
/* Adds one record; (transfer none). */
#define board_records_add(self, type, ...) \
  ({ g_autoptr (FactChange) add_change = fact_change_new ("test", NULL); \
     gpointer add_record = fact_change_add (add_change, type, NULL, 1, __VA_ARGS__, NULL); \
     board_records_apply (self, add_change); add_record; })
#define board_records_set(self, record, ...) \
  ({ g_autoptr (FactChange) set_change = fact_change_new ("test", NULL); \
     fact_change_set (set_change, record, __VA_ARGS__, NULL); \
     board_records_apply (self, set_change); })

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoardRecords, board_records_free)
