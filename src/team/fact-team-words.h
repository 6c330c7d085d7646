/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-journal.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* What a change did, in words of the reader's language, made now and never stored: "Move DD-75 from Obs to Kris".
 * Returns: (transfer full). */
char *fact_team_describe (FactTeam        *self,
                          const FactEntry *entry,
                          const FactEdit  *edits,
                          guint            n_edits);

/* Who it was: a signature, "user root", "the program". Returns: (transfer full). */
char *fact_team_describe_who (FactTeam   *self,
                              const char *who);

G_END_DECLS
