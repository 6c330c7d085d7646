/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-contact-view.h"
#include "fact-reason.h"
#include "fact-triage.h"
#include "fact-week.h"

G_BEGIN_DECLS

/* FactBoardRow: what may be shown of a stay on the board. Read-only; the object lives as long as the stay is on the
 * board, its values follow the records; the board says "items-changed" for its place when they do. */
#define FACT_TYPE_BOARD_ROW (fact_board_row_get_type ())
G_DECLARE_FINAL_TYPE (FactBoardRow, fact_board_row, FACT, BOARD_ROW, GObject)

/* The text columns of the board, in the order of the spreadsheet. */
typedef enum {
  FACT_FIELD_DATE,
  FACT_FIELD_PATIENT,
  FACT_FIELD_TRIAGE,
  FACT_FIELD_REASON,
  FACT_FIELD_CARE_CONTACT,
  FACT_FIELD_PHYSICIAN,
  FACT_FIELD_OTHER_PROVIDERS,
  FACT_FIELD_CHILDREN,
  FACT_FIELD_SITUATION,
  FACT_FIELD_ACTIONS,
  FACT_FIELD_SAFETY,
  FACT_N_FIELDS,
} FactField;

typedef enum {
  FACT_WARNING_TEXT_GRID,          /* text and week grid disagree */
  FACT_WARNING_LONG,               /* on the board beyond the reason's expected length */
  FACT_WARNING_STABLE,             /* stable for so long that one may ask: take off? */
  FACT_WARNING_WEEKEND,            /* crisis, and nothing planned for the free days to come */
  FACT_WARNING_NOT_TICKED,         /* a planned contact of the team in the past */
} FactWarningKind;

typedef struct {
  FactWarningKind kind;
  char *text;                      /* in the reader's language: "Text says Wednesday, grid Thursday" */
  char *about;                     /* stable text of what it is about, kept with a dismissal */
  char *contact_uid;               /* (nullable) */
  guint text_day, grid_day;        /* Julian days for TEXT_GRID; grid_day of WEEKEND is the day without a line; else 0 */
  gsize word_offset, word_length;  /* of TEXT_GRID: the weekday in the actions, in bytes; 0 long: not to be changed */
} FactWarning;

const char  *fact_board_row_get_stay_uid     (FactBoardRow *self);
const char  *fact_board_row_get_patient_uid  (FactBoardRow *self);
const char  *fact_board_row_get_code         (FactBoardRow *self);
/* "two DD-75": somebody else has the code but for a letter. Returns: (transfer full) (nullable). */
char        *fact_board_row_get_namesakes    (FactBoardRow *self);
FactTriage  *fact_board_row_get_triage       (FactBoardRow *self);
FactReason  *fact_board_row_get_reason       (FactBoardRow *self);   /* (nullable) */
FactStaff   *fact_board_row_get_care_contact (FactBoardRow *self);   /* (nullable) */
/* Julian day the patient was put on the board. */
guint        fact_board_row_get_date         (FactBoardRow *self);
/* Day 1 is the day put on; calendar days. */
guint        fact_board_row_get_day_count    (FactBoardRow *self);
/* The text of a column as the spreadsheet shows it ("190412", "NN-89", "Kris"…); triage and reason by their label
 * in the reader's language. "" when unset or masked. Returns: (transfer none): valid until the row changes. */
const char  *fact_board_row_get_text         (FactBoardRow *self,
                                              FactField     field);
/* The week the actions were written or confirmed for when it is an earlier one than today's, else 0. */
FactWeek     fact_board_row_get_actions_week (FactBoardRow *self);
/* @weekday: 0 Monday … 6 Sunday of the board's week. Returns: (transfer none): of FactContactView, by time, then as
 * planned; valid until the row changes. */
GPtrArray   *fact_board_row_get_day          (FactBoardRow *self,
                                              guint         weekday);
/* Returns: (transfer none): of FactWarning, those not dismissed; may be empty. */
GPtrArray   *fact_board_row_get_warnings     (FactBoardRow *self);
/* The stable code of a kind of warning: "text-grid". With "about" it names a warning of a row. */
const char  *fact_warning_kind_get_code      (FactWarningKind kind);
/* Returns: (transfer none) (nullable): valid until the row changes. */
const FactWarning *fact_board_row_find_warning (FactBoardRow *self,
                                                const char   *code,
                                                const char   *about);
/* Not one of these is to be shown to this audience: only the triage stripe and "hidden row". */
gboolean     fact_board_row_is_masked        (FactBoardRow *self);
/* What is told once the row was taken off: "NN-89 taken off the board. 2 contacts stay planned." without what is none.
 * Returns: (transfer full). */
char        *fact_board_row_tell_taken_off   (FactBoardRow *self,
                                              guint         n_kept);
/* "NN-89, Kris, day 6". Returns: (transfer full). */
char        *fact_board_row_get_spoken_name  (FactBoardRow *self);

G_END_DECLS
