/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* What a contact typed in a day cell would become, to be shown while it is typed. */
typedef struct {
  FactKind *kind;                  /* (nullable) */
  gboolean names_days;             /* it is about other days than the cell's, or more */
  char *words;                     /* in the reader's language: "DEN · Injection · 13:00 · as text: ta med papper" */
} FactTypedReading;

void       fact_typed_reading_free (FactTypedReading *self);

/* One for each contact that fact_team_plan_typed() would plan for a cell of @julian; none for an empty text.
 * Returns: (transfer full) (element-type FactTypedReading). */
GPtrArray *fact_team_read_typed    (FactTeam         *self,
                                    guint             julian,
                                    const char       *typed);

/* What was written as a time of day and is none, as a sentence: it was kept as text. @typed: of one cell.
 * Returns: (transfer full) (nullable). */
char      *fact_team_tell_no_time  (const char       *typed);

G_END_DECLS
