/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* FactTeamImport: a board read from a table becomes one change. Rows are given, then prepare loads what is known of
 * their patients, then what was found can be asked about and decided, then build makes the change.
 *
 * A patient is known by the code. For the week imported the planned contacts of a day become those of the table;
 * done and missed ones stay, and a contact that stands already keeps its kind, time and status.
 *
 * Property "progress" (double, 0–1): how far the build is. */
#define FACT_TYPE_TEAM_IMPORT (fact_team_import_get_type ())
G_DECLARE_FINAL_TYPE (FactTeamImport, fact_team_import, FACT, TEAM_IMPORT, GObject)

/* The text columns (FactField), then Monday to Sunday. */
#define FACT_IMPORT_N_CELLS (FACT_N_FIELDS + 7)

typedef enum {
  FACT_IMPORT_NEW,                 /* the patient comes onto the board */
  FACT_IMPORT_CHANGED,
  FACT_IMPORT_SAME,
  FACT_IMPORT_ASKED,               /* same code, but another municipality or care contact: is it the same person? */
} FactImportVerdict;

/* What becomes of a word in a day cell that is neither signature nor kind, and of an unknown place. */
typedef enum {
  FACT_IMPORT_AS_PERSON,
  FACT_IMPORT_AS_FUNCTION,
  FACT_IMPORT_AS_KIND,
  FACT_IMPORT_AS_TEXT,
  FACT_IMPORT_AS_MUNICIPALITY,
} FactImportUse;

typedef struct {
  char *word;
  FactImportUse use;               /* preset: AS_PERSON, of a place AS_MUNICIPALITY; may be set before build */
  guint n;                         /* how often it stands */
} FactImportWord;

/* Who a row may be about when the code alone does not say it. */
typedef struct {
  char *code;
  gboolean known;                  /* FALSE: a new patient, with the next free letter */
  char *differs;                   /* (nullable): "care contact: CSA → KRO"; NULL: nothing */
} FactImportBearer;

FactTeamImport *fact_team_import_new            (FactTeam           *team,
                                                 FactWeek            week);

/* @number: of the row, for messages. @code, @date (Julian day), @triage: as read. @cells: the texts; NULL: the table
 * has no such column, and what is known stays. Copied. */
void            fact_team_import_add_row        (FactTeamImport     *self,
                                                 guint               number,
                                                 const char         *code,
                                                 guint               date,
                                                 FactTriage         *triage,
                                                 const char *const   cells[FACT_IMPORT_N_CELLS]);

void            fact_team_import_prepare_async  (FactTeamImport     *self,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            data);
gboolean        fact_team_import_prepare_finish (FactTeamImport     *self,
                                                 GAsyncResult       *result,
                                                 GError            **error);

/* After prepare. Returns: (transfer none): of FactImportWord, each once. */
GPtrArray      *fact_team_import_get_words      (FactTeamImport     *self);
/* Unknown places, of FactImportWord: each becomes a municipality or stays text. After prepare. */
GPtrArray      *fact_team_import_get_municipalities (FactTeamImport *self);
/* Signatures of care contacts and physicians whom the team does not know and gets, of char *; after prepare. */
GPtrArray      *fact_team_import_get_new_people (FactTeamImport     *self);

/* Who @row may be about, of FactImportBearer: the one known by its code first, a new patient last. Of a row that is
 * not asked about one only. After prepare. (transfer none) */
GPtrArray      *fact_team_import_get_bearers    (FactTeamImport     *self,
                                                 guint               row);
/* @bearer: index in that list; G_MAXUINT: not decided. */
void            fact_team_import_set_bearer     (FactTeamImport     *self,
                                                 guint               row,
                                                 guint               bearer);
guint           fact_team_import_get_bearer     (FactTeamImport     *self,
                                                 guint               row);

/* Makes the change "board.import"; empty when all is the same. Fails with FACT_TEAM_ERROR_RULE, naming the rows, when
 * a row is still asked about or two are about one patient. May be called again after other decisions.
 * Returns: (transfer full). */
FactChange     *fact_team_import_build          (FactTeamImport     *self,
                                                 GError            **error);
/* The same in slices of some milliseconds, when nothing else is to be done; one at a time. */
void            fact_team_import_build_async    (FactTeamImport     *self,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            data);
FactChange     *fact_team_import_build_finish   (FactTeamImport     *self,
                                                 GAsyncResult       *result,
                                                 GError            **error);
/* What the last build made becomes of @row, a line each, in the reader's language; NULL when nothing changes.
 * (transfer full) */
char           *fact_team_import_describe_row   (FactTeamImport     *self,
                                                 guint               row);

guint             fact_team_import_get_n_rows   (FactTeamImport     *self);
/* After build (or prepare, for rows that are asked about). */
FactImportVerdict fact_team_import_get_verdict  (FactTeamImport     *self,
                                                 guint               row);
const char       *fact_team_import_get_code     (FactTeamImport     *self,
                                                 guint               row);
/* Texts of day cells that were kept as text, each once; after build. */
GPtrArray        *fact_team_import_get_texts    (FactTeamImport     *self);
/* Codes of patients on the board who are not in the table; they stay. Returns: (transfer full). */
GPtrArray        *fact_team_import_get_missing  (FactTeamImport     *self);

G_END_DECLS
