/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"

G_BEGIN_DECLS

/* What the store reads of a change. */

typedef struct {
  guint column;
  GVariant *before;                /* (nullable) */
  GVariant *after;                 /* (nullable) */
} FactChangedValue;

typedef struct {
  FactRecord *record;
  gboolean added;
  GArray *values;                  /* of FactChangedValue, in the order of the columns */
} FactChangeEdit;

const FactChangeEdit *fact_change_get_edit (FactChange *self,
                                            guint       edit);

/* @undoes: seq of the change this one takes back, 0 none. */
void   fact_change_set_undoes (FactChange *self,
                               gint64      undoes);
gint64 fact_change_get_undoes (FactChange *self);
void   fact_change_set_seq    (FactChange *self,
                               gint64      seq);

G_END_DECLS
