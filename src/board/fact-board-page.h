/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-grid.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* FactBoardPage: the board with the staff strip above it and all that can be done there. Keys, menus and drops issue
 * actions of its group "board", which alone call the verbs of the team:
 *
 *   set-triage (stay s, triage s)     take-off (stay s)
 *   plan-contact (stay s, day u, staff s)   plan-typed (stay s, day u, text s)
 *   move-contact (contact s, stay s, day u, copy b)   join-contact (contact s, staff s)
 *   set-status (contact s, status s)  toggle-done (contact s)
 *   remove-contact, split-contact (contact s)   hand-over (from s, to s)
 *   set-field (stay s, field i, text s, before s)   edit-contact (contact s, text s, before s)
 *   move-warned, change-weekday, dismiss-warning, plan-none (stay s, warning s, about s)   tick-warned (…, status s)
 *   confirm-actions (stay s)
 *   week-previous, week-next, week-today, menu, warnings, search, show-day (stay s, day u)
 *   column-set (desk or shared s)     column-set-next   column-width (column u, tenths of a character i)
 *   column-wider, column-narrower (of the focus), columns-reset, show-… (state b), staff-menu (staff s)
 *
 * Records by uid, days Julian, a status by its nick.
 *
 * Properties: "team" (FactTeam), "side-pane" (boolean: the pane is shown where there is room for it).
 * Signal "notice" (const char *text, gboolean is_error, gboolean offer_undo): what was done or why it was not, for
 * toast and status line, in the reader's language.
 * Signal "said" (const char *text): what was saved, for the status line alone. */
#define FACT_TYPE_BOARD_PAGE (fact_board_page_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardPage, fact_board_page, FACT, BOARD_PAGE, GtkWidget)

GtkWidget     *fact_board_page_new          (FactTeam      *team);
FactBoardGrid *fact_board_page_get_grid     (FactBoardPage *self);
/* Where the sets of columns are remembered; without it they last as long as the page. */
void           fact_board_page_set_settings (FactBoardPage *self,
                                             GSettings     *settings);
/* Puts the focus on a row; a filter that hides it ends. Returns: FALSE when it is not on the board. */
gboolean       fact_board_page_show_row     (FactBoardPage *self,
                                             const char    *stay_uid);
gboolean       fact_board_page_show_patient (FactBoardPage *self,
                                             const char    *patient_uid);
void           fact_board_page_set_side_pane (FactBoardPage *self,
                                              gboolean       wanted);
/* Shows or hides the side pane; in a narrow page only for now. */
void           fact_board_page_toggle_side_pane (FactBoardPage *self);

G_END_DECLS
