/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactImportWindow: chooses a table and its week, shows what it will do to the board, asks what it leaves open, and
 * does it as one change. Nothing is changed before the button is pressed.
 * Signal "imported" (const char *words): it was done; the words are for a toast that offers undo. */
#define FACT_TYPE_IMPORT_WINDOW (fact_import_window_get_type ())
G_DECLARE_FINAL_TYPE (FactImportWindow, fact_import_window, FACT, IMPORT_WINDOW, AdwWindow)

/* @kept: path of the file the board is kept in, which is never read here. */
FactImportWindow *fact_import_window_new       (GtkWindow        *parent,
                                                FactTeam         *team,
                                                const char       *kept);

/* Reads @file and shows what it will do. */
void              fact_import_window_set_file  (FactImportWindow *self,
                                                GFile            *file);

G_END_DECLS
