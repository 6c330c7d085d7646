/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"
#include "fact-list.h"
#include "fact-week.h"

G_BEGIN_DECLS

/* FactBoard: a list of FactBoardRow, one for each open stay, by order of triage, date put on, code; never a reset but
 * when the week or the filter is another. Made by FactTeam.
 *
 * Properties: "week" (guint, FactWeek: Julian day of its Monday), "today" (guint, Julian day).
 * Signal "sections-changed": the sections (which, order, number of rows) are others; sent after items-changed. */
#define FACT_TYPE_BOARD (fact_board_get_type ())
G_DECLARE_FINAL_TYPE (FactBoard, fact_board, FACT, BOARD, FactList)

typedef struct {
  guint position;                  /* of its first row */
  guint n_rows;
} FactBoardSpan;

/* What the board shows; unset members filter nothing. */
typedef struct {
  FactStaff *staff;                /* has a contact this week, or is FVK or Dr */
  const char *municipality;        /* uid of an organisation */
  FactTriage *triage;
  const char *text;                /* in any column, without regard to case */
  gboolean warnings_only;
} FactBoardFilter;

guint       fact_board_get_n_sections  (FactBoard     *self);
/* The triage of section @section, in the team's order, and its rows; empty sections are there, too.
 * Returns: (transfer none) (nullable): NULL past the last. */
FactTriage *fact_board_get_section     (FactBoard     *self,
                                        guint          section,
                                        FactBoardSpan *span);
guint       fact_board_get_section_at  (FactBoard     *self,
                                        guint          position);
/* The row at @position. Returns: (transfer none) (nullable). */
FactBoardRow *fact_board_get_row       (FactBoard     *self,
                                        guint          position);
/* Every row of the board in its order, those that the filter hides, too. Returns: (transfer container). */
GPtrArray  *fact_board_list_rows       (FactBoard     *self);
gboolean    fact_board_find            (FactBoard     *self,
                                        const char    *stay_uid,
                                        guint         *position);
gboolean    fact_board_find_patient    (FactBoard     *self,
                                        const char    *patient_uid,
                                        guint         *position);
/* Where the row stands in what is shown, or would if the filter let it through: behind the last at most.
 * Returns: FALSE when the stay is not open. */
gboolean    fact_board_find_nearest    (FactBoard     *self,
                                        const char    *stay_uid,
                                        guint         *position);
/* The row of an open stay, whether the filter shows it or not. Returns: (transfer none) (nullable). */
FactBoardRow *fact_board_lookup        (FactBoard     *self,
                                        const char    *stay_uid);
FactWeek    fact_board_get_week        (FactBoard     *self);
/* Julian day. */
guint       fact_board_get_today       (FactBoard     *self);
guint       fact_board_get_n_total     (FactBoard     *self);
/* @filter: (nullable): NULL shows everything. Copied. */
void        fact_board_set_filter      (FactBoard             *self,
                                        const FactBoardFilter *filter);
/* Contacts of @julian on the board: planned (not yet ticked) and done. */
void        fact_board_count_contacts  (FactBoard     *self,
                                        guint          julian,
                                        guint         *planned,
                                        guint         *done);

G_END_DECLS
