/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fact-table.h"

G_BEGIN_DECLS

/* The board as Swedish teams keep it in a spreadsheet: 18 columns, whose headings are the same in every language of
 * the program. */
typedef enum
{
  FACT_SHEET_DATE,
  FACT_SHEET_PATIENT,
  FACT_SHEET_TRIAGE,
  FACT_SHEET_REASON,
  FACT_SHEET_CARE_CONTACT,
  FACT_SHEET_PHYSICIAN,
  FACT_SHEET_OTHER_PROVIDERS,
  FACT_SHEET_CHILDREN,
  FACT_SHEET_SITUATION,
  FACT_SHEET_ACTIONS,
  FACT_SHEET_SAFETY,
  FACT_SHEET_MONDAY, /* + weekday */
  FACT_SHEET_N_COLUMNS = FACT_SHEET_MONDAY + 7,
} FactSheetColumn;

/* The heading as it is written: "Datum" … "Sö". */
const char *fact_sheet_get_heading (FactSheetColumn column);

typedef struct
{
  guint number;   /* as the spreadsheet shows it */
  guint date;     /* Julian day */
  char *patient;  /* the code, letters in capitals: "DD-75", "DD-75b" */
  guint triage;   /* index in the words passed in */
  const char *cells[FACT_SHEET_N_COLUMNS]; /* as they stand in the table, never NULL; they live as long as the sheet */
} FactSheetRow;

/* Why a row, or a whole table, cannot be read. */
typedef struct
{
  guint row;           /* as the spreadsheet shows it; 0: the table as a whole */
  const char *heading; /* NULL: the row as a whole */
  char *text;          /* the sentence to show: row, column, value and what would be accepted */
} FactSheetRefusal;

typedef struct
{
  FactTable *table;
  GPtrArray *rows;     /* (element-type FactSheetRow) those that can be read */
  GPtrArray *refusals; /* (element-type FactSheetRefusal) all of them, in the order of the rows */
  GPtrArray *ignored;  /* (element-type utf8) headings of columns that are not the board's */
  guint columns[FACT_SHEET_N_COLUMNS]; /* where each stands in the table; G_MAXUINT: nowhere */
} FactSheet;

/* Finds the columns by their headings, in any order, whatever case and spaces, and reads the rows. Only date,
 * patient and triage can refuse a row; a missing one of their columns, or one that stands twice, refuses the table.
 * triage_words: (array zero-terminated=1) what the Triage column may say, in any case. (transfer full) */
FactSheet *fact_sheet_read (FactTable         *table,
                            const char *const *triage_words);

void fact_sheet_free (FactSheet *self);

/* All refusals, a line each, and that nothing was imported; NULL when there are none. (transfer full) */
char *fact_sheet_format_refusals (FactSheet *self);

/* An empty table with the 18 columns, to be filled and written. separator: tab, comma or semicolon. (transfer full) */
FactTable *fact_sheet_table_new (char separator);

/* Reads a patient code: initials, hyphen, two digits of the birth year and, for a second bearer, a letter.
 * Returns: (transfer full) (nullable) the code as it is stored, NULL when it is none. */
char *fact_sheet_parse_patient (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactSheet, fact_sheet_free)

G_END_DECLS
