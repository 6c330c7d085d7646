/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-history-entry.h"
#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * fact_restore_dialog_ask:
 * @parent: the window of the history; it is told by its signal "notice" when something was restored
 * @team: the team whose history it is
 * @entry: the change whose values are to be set back
 * @patient_uid: (nullable): only what the change did about this patient
 *
 * Shows what would be set back, value by value, asks why, and does it. When nothing can be set back it says why.
 */
void fact_restore_dialog_ask (GtkWindow        *parent,
                              FactTeam         *team,
                              FactHistoryEntry *entry,
                              const char       *patient_uid);

G_END_DECLS
