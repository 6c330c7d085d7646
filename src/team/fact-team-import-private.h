/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team-import.h"
#include "fact-team-private.h"

G_BEGIN_DECLS

typedef struct {
  guint number;
  char *code;
  guint date;
  FactTriage *triage;
  char *cells[FACT_IMPORT_N_CELLS];   /* NULL: no such column */
  FactPatient *patient;               /* known by the code, or added by the change */
  FactStay *stay;                     /* the open one */
  GPtrArray *contacts;                /* of FactContact of the week, by time, then as planned; (nullable) */
  gboolean same_person;
  FactImportVerdict verdict;
} FactImportRow;

struct _FactTeamImport {
  GObject parent_instance;

  FactTeam *team;
  FactWeek week;
  GPtrArray *rows;                 /* of FactImportRow */
  GHashTable *by_code;             /* code to FactImportRow */
  GHashTable *by_patient;          /* uid to FactImportRow */
  gboolean add_municipalities;

  GPtrArray *words;                /* of FactImportWord */
  GPtrArray *municipalities;       /* of char * */
  GPtrArray *texts;                /* of char * */
  GHashTable *known;               /* set of what stands in the three lists */
};

/* fact-team-import-build.c: the words of the team and those this import adds. */
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

/* A list with each text once. */
void             fact_team_import_note    (FactTeamImport  *self,
                                           GPtrArray       *list,
                                           const char      *text);

G_END_DECLS
