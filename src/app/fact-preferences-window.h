/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FACT_TYPE_PREFERENCES_WINDOW (fact_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (FactPreferencesWindow, fact_preferences_window, FACT, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * fact_preferences_window_new:
 * @settings: what is shown and changed, at once
 * @team: (nullable): whose words are shown and changed; NULL while no file is open
 *
 * Returns: (transfer none): the window
 */
FactPreferencesWindow *fact_preferences_window_new    (GSettings             *settings,
                                                       FactTeam              *team);

/**
 * fact_preferences_window_add_me:
 *
 * Asks for a new person of the team at once, on the page of the team.
 */
void                   fact_preferences_window_add_me (FactPreferencesWindow *self);

G_END_DECLS
