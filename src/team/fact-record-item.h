/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FactRecordItem: a record as it leaves the program in a copy and comes back: what it is and holds, without version,
 * author and time. Never changed, so it may cross threads. */
typedef struct {
  guint line;                      /* where it stands in a file, for messages; 0 nowhere */
  char *type;                      /* name of the record type: "patient" */
  char *uid;
  GVariant *values;                /* a{sv}: the columns that are set, by stored name, in stored form */
} FactRecordItem;

/* The longest text of an item, in bytes. */
#define FACT_RECORD_ITEM_MAX_BYTES (1024 * 1024)

/* @values: a{sv}, sunk. Returns: (transfer full). */
FactRecordItem *fact_record_item_new    (guint            line,
                                         const char      *type,
                                         const char      *uid,
                                         GVariant        *values);
void            fact_record_item_free   (FactRecordItem  *self);

/* What a person calls it: its code, signature or name, else its uid. Returns: (transfer none). */
const char     *fact_record_item_get_label (const FactRecordItem *self);

/* Appends {"type":…,"uid":…,"values":{…}} without a line end; the same item always gives the same bytes. */
void            fact_record_item_append (const FactRecordItem *self,
                                         GString              *text);

/* Reads what fact_record_item_append() wrote, or anything else: scanned before it is read, nested at most 32 deep, at
 * most FACT_RECORD_ITEM_MAX_BYTES. The error is a sentence in the reader's language. Returns: (transfer full). */
FactRecordItem *fact_record_item_parse  (const char  *text,
                                         gsize        length,
                                         guint        line,
                                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactRecordItem, fact_record_item_free)

G_END_DECLS
