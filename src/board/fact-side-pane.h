/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactSidePane: the patient of a row in short, with the texts written in place: what is typed is saved by the action
 * "board.set-field" when the focus leaves the text, another row is shown or the pane goes away. */
#define FACT_TYPE_SIDE_PANE (fact_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (FactSidePane, fact_side_pane, FACT, SIDE_PANE, GtkWidget)

GtkWidget *fact_side_pane_new     (FactTeam     *team);
/* Shows @row (nullable), or shows it again as it has become. */
void       fact_side_pane_set_row (FactSidePane *self,
                                   FactBoardRow *row);
/* Saves what is typed and not saved yet. */
void       fact_side_pane_save    (FactSidePane *self);

G_END_DECLS
