/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactStatusLine: the line at the bottom of the window: how many are on the board, the contacts of today, what the
 * board warns of (each a link to its row), and the message shown last. Properties: "team", "message". */
#define FACT_TYPE_STATUS_LINE (fact_status_line_get_type ())
G_DECLARE_FINAL_TYPE (FactStatusLine, fact_status_line, FACT, STATUS_LINE, GtkWidget)

void fact_status_line_set_team (FactStatusLine *self,
                                FactTeam       *team);

G_END_DECLS
