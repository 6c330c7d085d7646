/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FACT_TYPE_WINDOW (fact_window_get_type ())
G_DECLARE_FINAL_TYPE (FactWindow, fact_window, FACT, WINDOW, AdwApplicationWindow)

/**
 * fact_window_new:
 * @app: the application it belongs to
 * @settings: where its size is kept
 * @session: the file it shows; not opened yet
 *
 * Returns: (transfer none): the window, not yet shown
 */
FactWindow *fact_window_new  (GtkApplication *app,
                              GSettings      *settings,
                              FactSession    *session);

/**
 * fact_window_open:
 *
 * Opens the file and presents the window with the board, or with why it cannot be shown: there is no frame before it.
 */
void        fact_window_open (FactWindow     *self);

/**
 * fact_window_tell:
 * @heading: what was attempted, translated
 * @body: why it failed and what to do, translated
 *
 * Shows what went wrong, over the window.
 */
void        fact_window_tell (FactWindow     *self,
                              const char     *heading,
                              const char     *body);

G_END_DECLS
