/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-line.h"

G_BEGIN_DECLS

/* FactBoardHead: the headings of the columns, which stay at the top. */
#define FACT_TYPE_BOARD_HEAD (fact_board_head_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardHead, fact_board_head, FACT, BOARD_HEAD, GtkWidget)

/* @setting: of the board, outlives the head. */
GtkWidget *fact_board_head_new        (const FactBoardSetting *setting);
/* Takes week and today of the setting: today's column says so in words. */
void       fact_board_head_update     (FactBoardHead          *self);
/* The height for the widths the columns have now. */
int        fact_board_head_get_height (FactBoardHead          *self);

G_END_DECLS
