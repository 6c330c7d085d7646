/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-row.h"

G_BEGIN_DECLS

/* The columns of the board: those of the spreadsheet without triage, which is the sections, then the days Monday to
 * Sunday. A column is its number here, also where it is stored. */
typedef enum {
  FACT_BOARD_COLUMN_DATE,
  FACT_BOARD_COLUMN_PATIENT,
  FACT_BOARD_COLUMN_REASON,
  FACT_BOARD_COLUMN_CARE_CONTACT,
  FACT_BOARD_COLUMN_PHYSICIAN,
  FACT_BOARD_COLUMN_OTHER_PROVIDERS,
  FACT_BOARD_COLUMN_CHILDREN,
  FACT_BOARD_COLUMN_SITUATION,
  FACT_BOARD_COLUMN_ACTIONS,
  FACT_BOARD_COLUMN_SAFETY,
  FACT_BOARD_COLUMN_MONDAY,
} FactBoardColumn;

#define FACT_BOARD_N_COLUMNS (FACT_BOARD_COLUMN_MONDAY + 7)
/* Date and patient stay put when the board is scrolled sideways. */
#define FACT_BOARD_N_FROZEN 2

gboolean    fact_board_column_is_day      (guint column);
/* The column of the spreadsheet behind a text column. */
FactField   fact_board_column_get_field   (guint column);
/* The heading in the reader's language; of a day that of the weekday. Returns: (transfer none). */
const char *fact_board_column_get_title   (guint column);
/* The stable name for settings and actions: "situation", "mon". */
const char *fact_board_column_get_name    (guint column);
/* The least room for text, in tenths of an average character. */
int         fact_board_column_get_width   (guint column);
/* The most room that is kept for its longest word: a longer one breaks. */
int         fact_board_column_get_most    (guint column);
/* The share of spare room the column takes, 0 none. */
int         fact_board_column_get_stretch (guint column);

G_END_DECLS
