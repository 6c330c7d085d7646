/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* FactErrand: a change on its way into the store, and what its owner (a window, a page) is told of it. The owner is kept
 * until then. */
typedef struct _FactErrand FactErrand;

/* How the owner tells a person something. That nobody wanted to say who they are is told as no error: they know. */
typedef void (*FactErrandTell) (gpointer    owner,
                                const char *text,
                                gboolean    is_error,
                                gboolean    offer_undo);
typedef void (*FactErrandFunc) (gpointer    owner,
                                gpointer    data);

/* @done: (transfer full) (nullable): what is told when the change is in the store, with an offer to undo it. */
FactErrand *fact_errand_new             (gpointer        owner,
                                         FactErrandTell  tell,
                                         char           *done);
/* What follows once it is told: @done when the change is in the store, @refused when it is not; either may be NULL.
 * @data: (transfer full) with @free_data. */
void        fact_errand_set_follow_up   (FactErrand     *self,
                                         FactErrandFunc  done,
                                         FactErrandFunc  refused,
                                         gpointer        data,
                                         GDestroyNotify  free_data);
/* Commits @change: (transfer full) (nullable): NULL when its verb refused. Takes @self. @error: where the verb said why;
 * by reference, so that the verb may be called in the same breath. */
void        fact_errand_commit          (FactErrand     *self,
                                         FactTeam       *team,
                                         FactChange     *change,
                                         GError        **error);

G_END_DECLS
