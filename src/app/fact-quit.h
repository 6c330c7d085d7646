/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * fact_quit_watch:
 * @app: an application with the action "quit", which calls fact_quit()
 *
 * Lets Ctrl+Q reach @app from its dialogs, too, as long as @app lives; GTK gives the keys of an application to its own
 * windows only. Call it once, at startup.
 */
void fact_quit_watch (GtkApplication *app);

/**
 * fact_quit:
 * @app: an application
 *
 * Closes all windows, the topmost dialog first. It stops at one that does not close, and asks where something was typed
 * in a dialog since it was shown. The application ends with its last window.
 */
void fact_quit       (GtkApplication *app);

G_END_DECLS
