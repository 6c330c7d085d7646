/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* What a week held for a patient. */
typedef struct {
  FactWeek week;
  guint planned;                   /* not ticked, past or to come */
  guint done;
  guint others;                    /* missed, no answer, cancelled */
} FactWeekCount;

/* Counts the contacts of a row's patient in each of @n_weeks weeks, of which the last is the present one; those not
 * loaded yet are read first. Wrongly registered ones do not count.
 * Finish: (transfer full): of FactWeekCount, oldest first. */
void    fact_team_count_weeks_async  (FactTeam             *self,
                                      FactBoardRow         *row,
                                      guint                 n_weeks,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GArray *fact_team_count_weeks_finish (FactTeam             *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
