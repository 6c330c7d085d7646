/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactHistoryWindow: who did what and when, newest first, by day; of the board, or of one patient.
 * Signal "notice" (const char *text, gboolean is_error, gboolean offer_undo): something was restored from it. */
#define FACT_TYPE_HISTORY_WINDOW (fact_history_window_get_type ())
G_DECLARE_FINAL_TYPE (FactHistoryWindow, fact_history_window, FACT, HISTORY_WINDOW, AdwWindow)

/* @patient_uid, @code: (nullable): NULL is the board. */
GtkWindow *fact_history_window_new (GtkWindow  *parent,
                                    FactTeam   *team,
                                    const char *patient_uid,
                                    const char *code);

G_END_DECLS
