/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * fact_who_dialog_ask_first:
 * @widget: has @action, and win.person of the board's window
 * @action: of @widget: what is about to be done
 * @parameter: (nullable): with what
 *
 * Asks who acts when nobody has said so, in a window of its own: where another window lies over the board's, the button
 * there cannot be reached. Once somebody has answered @action is activated again. In a team of nobody there is nobody to
 * ask for.
 *
 * Returns: whether it is asked; then nothing is to be done now
 */
gboolean fact_who_dialog_ask_first (GtkWidget  *widget,
                                    FactTeam   *team,
                                    const char *action,
                                    GVariant   *parameter);

G_END_DECLS
