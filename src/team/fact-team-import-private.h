/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team-import.h"
#include "fact-team-private.h"

G_BEGIN_DECLS

/* What is stored of a patient. */
typedef struct {
  FactPatient *patient;
  FactStay *stay;                  /* (nullable): the open one */
  GPtrArray *contacts;             /* of FactContact of the week, by time, then as planned */
} FactImportKnown;

typedef struct {
  guint number;
  char *code;
  guint date;
  FactTriage *triage;
  char *cells[FACT_IMPORT_N_CELLS];   /* NULL: no such column */
  GPtrArray *bearers;              /* of FactImportBearer */
  guint bearer;                    /* who it is; G_MAXUINT: asked */

  /* as the last build left it */
  FactImportKnown *known;          /* (nullable) */
  FactPatient *patient;
  FactStay *stay;
  FactImportVerdict verdict;
  guint first_edit, n_edits;
} FactImportRow;

struct _FactTeamImport {
  GObject parent_instance;

  FactTeam *team;
  FactWeek week;
  GPtrArray *rows;                 /* of FactImportRow */
  GHashTable *by_code;             /* code to FactImportRow */
  GHashTable *known_by_code;       /* code to FactImportKnown */
  GHashTable *known_by_uid;        /* the same */
  GHashTable *known_by_base;       /* code without its letter to GPtrArray of FactImportKnown, borrowed */

  GPtrArray *words;                /* of FactImportWord */
  GPtrArray *municipalities;       /* of FactImportWord */
  GPtrArray *new_people;           /* of char * */
  GPtrArray *texts;                /* of char * */
  GHashTable *noted;               /* set of what stands in the lists of char * */

  FactChange *change;              /* of the last build */
  GHashTable *added;               /* uid to FactRecord that it adds; NULL until somebody asks */
  double progress;
};

/* The words of the team and those this import adds. */
typedef struct {
  FactTeamImport *import;
  FactChange *change;
  FactTypedWords *words;
  GHashTable *staff;               /* folded signature to FactStaff */
  GHashTable *organisations;       /* folded name to FactOrganisation */
  GHashTable *reasons;             /* folded word to FactReason */
  GHashTable *kinds;               /* uid to FactKind */
  GHashTable *staff_by_uid;
  GHashTable *parsed;              /* text of a cell to its FactTypedContacts: boards say the same again and again */
  int position;                    /* of the next vocabulary record that is added */
} FactImportBuild;

/* fact-team-import-words.c */
void             fact_import_build_init   (FactImportBuild *build,
                                           FactTeamImport  *import,
                                           FactChange      *change);
void             fact_import_build_clear  (FactImportBuild *build);
/* The person with that signature; added when unknown and it looks like one; NULL for "" and for what is none. */
FactStaff       *fact_import_find_staff   (FactImportBuild *build,
                                           const char      *signature);
FactReason      *fact_import_find_reason  (FactImportBuild *build,
                                           const char      *word);
/* The municipality a cell of other providers begins with, and what comes after it. */
FactOrganisation *fact_import_split_providers (FactImportBuild  *build,
                                               const char       *cell,
                                               const char      **rest);

/* fact-team-import-row.c */
void             fact_import_build_row    (FactImportBuild *build,
                                           FactImportRow   *row);

GHashTable      *fact_import_parsed_new   (void);
/* The contacts of a cell. Returns: (transfer none): of FactTypedContact, kept in @parsed. */
GPtrArray       *fact_import_parse        (GHashTable      *parsed,
                                           FactTypedWords  *words,
                                           const char      *cell);

/* Whether an unknown first word of other providers may be a place. */
gboolean         fact_import_looks_like_place (const char      *cell);
/* The patient a row of the table is about, NULL a new one. */
FactImportKnown *fact_import_row_find_known (FactTeamImport     *self,
                                             FactImportRow      *row);

/* fact-team-import-prepare.c */
void             fact_import_known_free   (FactImportKnown *known);
void             fact_import_bearer_free  (FactImportBearer *bearer);
void             fact_import_word_free    (FactImportWord  *word);

/* fact-team-import.c */
/* A list with each text once. */
void             fact_team_import_note    (FactTeamImport  *self,
                                           GPtrArray       *list,
                                           const char      *text);
void             fact_team_import_set_progress (FactTeamImport *self,
                                                double          progress);

G_END_DECLS
