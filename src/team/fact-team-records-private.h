/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team-private.h"
#include "fact-team-records.h"

G_BEGIN_DECLS

/* FactImport: items on their way to a change. What is loaded and when is fact-team-records-import.c's, what may be
 * taken is fact-team-records-check.c's. */
typedef struct {
  FactTeam *team;                  /* borrowed: the task holds it */
  GPtrArray *items;
  GHashTable *by_uid;              /* uid to FactRecordItem, both borrowed */
  GPtrArray *uids;                 /* borrowed: uids of the items, then of what they refer to outside */
  GHashTable *here;                /* uid (borrowed) to FactRecord: what is here already of it, also removed */
  GHashTable *referred;            /* set of uids that the items refer to */
  GPtrArray *given;                /* vocabulary that is here */
  gboolean fresh;                  /* nobody has done anything in this file */
  FactChange *change;
  GArray *counts;                  /* of FactRecordsCount, for all types */
  guint next;
} FactImport;

FactImport *fact_import_new         (FactTeam        *team,
                                     GPtrArray       *items,
                                     FactChange      *change);
void        fact_import_free        (FactImport      *self);

/* Finds out which uids are to be looked up in the store. FALSE: the items are refused. */
gboolean    fact_import_index       (FactImport      *self,
                                     GError         **error);
/* Takes up what was found. */
void        fact_import_put         (FactImport      *self,
                                     GPtrArray       *records);
/* Takes up the vocabulary, and a patient if there ever was one. */
void        fact_import_take_given  (FactImport      *self,
                                     GPtrArray       *records);
/* The code of the patient that @uid is among the items, NULL: no patient. */
const char *fact_import_get_code    (FactImport      *self,
                                     const char      *uid);
/* Adds item @i to the change, once all that was to be looked up is there. FALSE: the items are refused. */
gboolean    fact_import_take_item   (FactImport      *self,
                                     guint            i,
                                     GError         **error);
/* What can only be said of all items. FALSE: they are refused. */
gboolean    fact_import_finish      (FactImport      *self,
                                     GError         **error);

/* Those with something in them. (transfer full) */
GArray     *fact_import_get_counts  (FactImport      *self);

/* Whether records of the type are about no patient. */
gboolean    fact_import_is_vocabulary (FactRecordClass *klass);

G_END_DECLS
