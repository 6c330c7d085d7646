/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactWeekBars: contacts a week as bars, one a line, with the week before and the numbers behind it: what the bars
 * show can be read, too. */
#define FACT_TYPE_WEEK_BARS (fact_week_bars_get_type ())
G_DECLARE_FINAL_TYPE (FactWeekBars, fact_week_bars, FACT, WEEK_BARS, GtkWidget)

GtkWidget *fact_week_bars_new        (void);
/* @counts: (nullable): of FactWeekCount. */
void       fact_week_bars_set_counts (FactWeekBars *self,
                                      GArray       *counts);

G_END_DECLS
