/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-change.h"
#include "fact-team.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactWordLeaving: what is planned with somebody after her or his last day, to be handed over all at once or one by one,
 * or left as it is (domain.md, Staff). Hidden when there is nothing.
 *
 * Signal "changed": other contacts are handed over, or to somebody else. */
#define FACT_TYPE_WORD_LEAVING (fact_word_leaving_get_type ())
G_DECLARE_FINAL_TYPE (FactWordLeaving, fact_word_leaving, FACT, WORD_LEAVING, AdwPreferencesGroup)

GtkWidget *fact_word_leaving_new      (FactTeam        *team,
                                       FactStaff       *staff);
/* @last: Julian day, 0: the person does not leave. */
void       fact_word_leaving_set_last (FactWordLeaving *self,
                                       guint            last);
/* Adds to @change what is handed over. */
void       fact_word_leaving_add_to   (FactWordLeaving *self,
                                       FactChange      *change);

G_END_DECLS
