/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-triage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the board looks: the style sheet with the colours of triage states for light, dark and high contrast, and the
 * mark that goes with each colour, so that nothing is told by colour alone. */

/* Puts the style sheet on the display of @widget and keeps it in step with the desktop's colour scheme. Calling it
 * again does nothing. */
void        fact_board_style_ensure     (GtkWidget *widget);

/* "triage-red". */
const char *fact_board_style_get_class  (FactColor  color);
/* "▲". */
const char *fact_board_style_get_mark   (FactColor  color);
/* Gives @widget the class of @color and takes those of the others from it. */
void        fact_board_style_set_color  (GtkWidget *widget,
                                         FactColor  color);

G_END_DECLS
