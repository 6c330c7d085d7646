/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactWeekBar: ‹ w. 47 · 16–22 Nov › Today: the week the board shows, turned by the actions board.week-previous,
 * board.week-next and board.week-today. */
#define FACT_TYPE_WEEK_BAR (fact_week_bar_get_type ())
G_DECLARE_FINAL_TYPE (FactWeekBar, fact_week_bar, FACT, WEEK_BAR, GtkWidget)

GtkWidget *fact_week_bar_new  (FactBoard   *board);
/* Whether it shows the number of the week alone and an icon for today. */
void       fact_week_bar_set_short (FactWeekBar *self,
                                    gboolean     is_short);
/* Which way a point of the bar turns the week: -1, 1, 0 neither. */
int        fact_week_bar_find (FactWeekBar *self,
                               double       x,
                               double       y);

G_END_DECLS
