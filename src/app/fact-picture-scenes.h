/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-window.h"

G_BEGIN_DECLS

/**
 * FactScene:
 * @name: (nullable): of the picture; without one nothing is pictured
 * @action: (nullable): shows it, on whatever widget has it; see fact_scene_fill_in()
 * @stage: (nullable): called when what the action showed is still, for what no action does: @window is the newest one
 *
 * What is pictured. A dialog or menu is closed again afterwards.
 */
typedef struct {
  const char *name;
  const char *action;
  void (*stage) (FactWindow *main,
                 GtkWindow  *window,
                 const char *directory);
} FactScene;

/**
 * fact_scene_get:
 * @position: from 0
 *
 * Returns: (nullable): the scene there, NULL after the last
 */
const FactScene *fact_scene_get (guint position);

/**
 * fact_scene_fill_in:
 * @main: the main window, with its team
 * @action: STAY and PATIENT stand for those of the first row, TRIAGE for a state and STAFF for a person of the team,
 *   YESTERDAY for a day
 *
 * Returns: (transfer full): the action with what its words stand for
 */
char            *fact_scene_fill_in (FactWindow *main,
                                     const char *action);

G_END_DECLS
