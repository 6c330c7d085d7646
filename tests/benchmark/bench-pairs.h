/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ratios are of one run: two things are timed alternately, nine times each, so that what else the machine does falls
 * on both. */
#define BENCH_PAIRS 9

typedef struct {
  double ours[BENCH_PAIRS];        /* seconds */
  double raw[BENCH_PAIRS];
  guint n;
} BenchPairs;

void bench_pairs_add   (BenchPairs *self,
                        double      ours,
                        double      raw);
/* Prints median and worst ratio, the medians in milliseconds, and the figure asked for. */
void bench_pairs_print (BenchPairs *self,
                        const char *what,
                        double      at_most);

G_END_DECLS
