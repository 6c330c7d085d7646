/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"
#include "fact-board.h"
#include "fact-case.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the row of the open stay of a patient in @cases. */
FactBoardRow *fact_board_row_new         (FactCases    *cases,
                                          FactStay     *stay,
                                          FactWeek      week);
/* The record behind it, for verbs. Returns: (transfer none). */
FactStay     *fact_board_row_get_stay    (FactBoardRow *self);
FactCase     *fact_board_row_get_case    (FactBoardRow *self);
FactCases    *fact_board_row_get_cases   (FactBoardRow *self);

/* Forgets what was computed and takes the records as they stand now. */
void          fact_board_row_refresh     (FactBoardRow *self);
void          fact_board_row_set_week    (FactBoardRow *self,
                                          FactWeek      week);
void          fact_board_row_clear_warnings (FactBoardRow *self);

/* By what the row was when it was made or refreshed: order of triage, date put on, code. */
int           fact_board_row_compare     (FactBoardRow *a,
                                          FactBoardRow *b);
/* Of two triage states, in the order of the board. */
int           fact_triage_compare        (FactTriage   *a,
                                          FactTriage   *b);
/* The triage the row stands under, as of its last refresh. */
FactTriage   *fact_board_row_get_section (FactBoardRow *self);
gboolean      fact_board_row_matches     (FactBoardRow          *self,
                                          const FactBoardFilter *filter);
/* Whether @record (vocabulary) shows in the row. */
gboolean      fact_board_row_uses        (FactBoardRow *self,
                                          FactRecord   *record);

/* "Borås, Hemtjänst": the municipality first, then free text. Returns: (transfer full). */
char         *fact_case_format_providers (FactPatient  *patient);

void          fact_warning_free          (FactWarning  *warning);
/* Returns: (transfer full): of FactWarning; all that the row deserves, those dismissed left out. */
GPtrArray    *fact_board_row_find_warnings (FactBoardRow *self);
/* Whether the coming free days should be planned by now: after 08:00 of the last working day before them. */
gboolean      fact_board_weekend_is_near (FactClock    *clock,
                                          guint        *first,
                                          guint        *n_days);

G_END_DECLS
