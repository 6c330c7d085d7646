/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FACT_TYPE_PREFERENCES_WINDOW (fact_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (FactPreferencesWindow, fact_preferences_window, FACT, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * fact_preferences_window_new:
 * @settings: what is shown and changed, at once
 *
 * Returns: (transfer none): the window
 */
FactPreferencesWindow *fact_preferences_window_new (GSettings *settings);

G_END_DECLS
