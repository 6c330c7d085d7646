/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactFilterBar: what the board shows: a text in any column, mine or somebody's, a municipality, a triage state,
 * warnings only. While it filters the whole strip is coloured and says how many rows are shown. It ends when somebody
 * else is chosen to act.
 *
 * Its controls set the state of the actions of its group "filter": text (s), staff (s: "", "mine" or a uid),
 * municipality (s), triage (s), warnings (b), and clear.
 * Signal "leave": the person is done here; the board should have the focus. */
#define FACT_TYPE_FILTER_BAR (fact_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (FactFilterBar, fact_filter_bar, FACT, FILTER_BAR, GtkWidget)

GtkWidget *fact_filter_bar_new       (FactTeam      *team);
/* Puts the focus where a text is searched. */
void       fact_filter_bar_search    (FactFilterBar *self);
/* Shows all rows again. Returns: whether some were hidden by a filter. */
gboolean   fact_filter_bar_clear     (FactFilterBar *self);

G_END_DECLS
