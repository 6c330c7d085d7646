/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-pairs.h"

#include <stdlib.h>
#include <string.h>

void
bench_pairs_add (BenchPairs *self,
                 double      ours,
                 double      raw)
{
  g_assert_cmpuint (self->n, <, BENCH_PAIRS);
  self->ours[self->n] = ours;
  self->raw[self->n++] = raw;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double *values,
        guint         n)
{
  double sorted[BENCH_PAIRS];

  memcpy (sorted, values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, compare);
  return sorted[n / 2];
}

void
bench_pairs_print (BenchPairs *self,
                   const char *what,
                   double      at_most)
{
  double ratios[BENCH_PAIRS];
  double worst = 0;

  for (guint i = 0; i < self->n; i++) {
    ratios[i] = self->ours[i] / self->raw[i];
    worst = MAX (worst, ratios[i]);
  }
  g_print ("%s: %.2f (worst %.2f, at most %.2f); %.3f ms ÷ %.3f ms\n", what, median (ratios, self->n), worst, at_most,
           1000 * median (self->ours, self->n), 1000 * median (self->raw, self->n));
}
