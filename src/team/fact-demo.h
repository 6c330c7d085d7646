/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite-store.h"

G_BEGIN_DECLS

/* The made-up team: staff, patients, the board of today and the years before it. Nobody in it exists. */

/* More than these initials and years of birth can tell apart. */
#define FACT_DEMO_MAX_PATIENTS 20000
#define FACT_DEMO_MAX_YEARS 20

typedef struct {
  guint n_patients;                /* 0: 240 */
  guint on_board;                  /* 0: 36 of 240, in proportion, at most 240 */
  guint years;                     /* of history, 0: 2 */
  guint today;                     /* Julian day that everything is relative to */
} FactDemoOptions;

/* Told now and then. @done of @total changes are made. */
typedef void (*FactDemoProgress) (guint    done,
                                  guint    total,
                                  gpointer data);

/* Fills an empty store. The content, uids included, is the same every time for the same options. The changes are of
 * the people who would have made them, at believable times, the last before 07:30 of today; so the store must have been
 * opened on @clock, which is a fixed one and is moved. All is one transaction: when it fails (FACT_STORE_ERROR; INVALID
 * for a store that is not empty or options out of range) nothing is in the file, and the store is not to be used any more.
 * @progress: (nullable). */
gboolean fact_demo_fill (FactSqliteStore        *store,
                         FactClock              *clock,
                         const FactDemoOptions  *options,
                         FactDemoProgress        progress,
                         gpointer                data,
                         GError                **error);

G_END_DECLS
