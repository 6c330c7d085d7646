/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* How the store, and nobody else, makes and fills records. */

/* Finds the record of type @type with @uid. Returns: (transfer none) (nullable). */
typedef FactRecord *(*FactResolve) (const char *uid,
                                    GType       type,
                                    gpointer    data);

/* Returns: (transfer full): a record of @type with no columns set, version 0. */
FactRecord *fact_record_new         (GType        type,
                                     const char  *uid);

/* Whether @stored (as fact_record_get_stored() gives it, NULL unset) can be written to @column:
 * type, date, nick and uids are well-formed. */
gboolean    fact_column_accepts     (const FactColumn *column,
                                     GVariant         *stored);

/* Writes a column from its stored form, which the column accepts, and notifies when the value became another.
 * Returns: FALSE, with nothing changed, when @resolve does not know a record that is referred to. */
gboolean    fact_record_write       (FactRecord  *self,
                                     guint        column,
                                     GVariant    *stored,
                                     FactResolve  resolve,
                                     gpointer     data);

/* Says which change left the record as it is. */
void        fact_record_write_stamp (FactRecord  *self,
                                     gint64       version,
                                     gint64       changed_at,
                                     const char  *changed_by);

G_END_DECLS
