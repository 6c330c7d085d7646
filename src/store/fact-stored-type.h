/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"
#include "fact-sqlite.h"

G_BEGIN_DECLS

/* FactStoredType: what the store knows of a record type: its statements, its canonical order of columns, and the
 * types that refer to it. Made of the column table alone. */
typedef struct {
  GType type;
  FactRecordClass *klass;          /* owned */
  guint rank;                      /* in dependency order */
  guint *by_name;                  /* the columns in the order of their names */
  char *select;                    /* SELECT of all values FROM the table, without WHERE */
  char *insert;
  char *update;
} FactStoredType;

/* What precedes the columns in a SELECT. */
enum {
  FACT_STORED_UID,
  FACT_STORED_VERSION,
  FACT_STORED_CHANGED_AT,
  FACT_STORED_CHANGED_BY,
  FACT_STORED_DIGEST,
  FACT_STORED_COLUMNS,
};

#define FACT_DIGEST_BYTES 16
#define FACT_HASH_BYTES 32

FactStoredType *fact_stored_type_new    (GType           type,
                                         guint           rank);
void            fact_stored_type_free   (FactStoredType *self);

/* The name of a column's value in the canonical form and the database. */
#define fact_stored_type_column(self, i) (&(self)->klass->columns[i])

/* Appends {"name":value,…} of the set values. @values: one a column, NULL unset. */
void            fact_stored_type_append (FactStoredType *self,
                                         GVariant *const *values,
                                         GString         *text);
/* The digest of a record: type, uid and the pairs that are set. @scratch: overwritten. */
void            fact_stored_type_digest (FactStoredType  *self,
                                         const char      *uid,
                                         GVariant *const *values,
                                         GString         *scratch,
                                         guint8           digest[FACT_DIGEST_BYTES]);

/* The value of column @i in a row of the type's SELECT. Returns: (transfer full) (nullable). */
GVariant       *fact_stored_type_get    (FactStoredType  *self,
                                         FactStatement   *row,
                                         guint            i);
/* The value of a column that is kept as text. Returns: (transfer full) (nullable): NULL when it is no such text. */
GVariant       *fact_stored_type_parse  (const FactColumn *column,
                                         const char      *text);
/* Binds @value as parameter @parameter. @keep: owns text that must live until the reset. */
void            fact_stored_type_bind   (FactStatement   *statement,
                                         int              parameter,
                                         const FactColumn *column,
                                         GVariant        *value,
                                         GPtrArray       *keep);

G_END_DECLS
