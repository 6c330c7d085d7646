/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-team.h"
#include "fact-word-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactWordDialog: the form for one word of the team: a person, a triage state, a reason. What stands in the way is said
 * beside its field while typing, as the team's verb says it; Save is one change, of the fields that were touched. */
#define FACT_TYPE_WORD_DIALOG (fact_word_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FactWordDialog, fact_word_dialog, FACT, WORD_DIALOG, AdwWindow)

/**
 * fact_word_dialog_new:
 * @parent: the window it belongs to
 * @record: (nullable): the word; NULL for a new one
 *
 * Returns: (transfer none): the window, not yet shown
 */
FactWordDialog *fact_word_dialog_new     (GtkWindow      *parent,
                                          FactTeam       *team,
                                          FactWords       words,
                                          FactRecord     *record);

/* Writes @text into the field of @property and leaves the cursor there. */
void            fact_word_dialog_propose (FactWordDialog *self,
                                          const char     *property,
                                          const char     *text);

G_END_DECLS
