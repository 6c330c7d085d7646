/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"

G_BEGIN_DECLS

/* vocabulary.defaults: the change of the program's own that gives a new database the triage states, reasons, kinds,
 * functions (BS, JOUR, MOB, VC, FRIV) and the Region, all with fixed uids. Returns: (transfer full). */
FactChange *fact_team_build_defaults (gint64 utc_us);

G_END_DECLS
