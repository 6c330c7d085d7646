/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* The types of all records, those referred to before those that refer, for opening a store. Returns: (transfer none). */
const GType *fact_team_list_types          (guint               *n_types);

/* Finds the patient with @code, loaded or not. Finish: (transfer full) (nullable): the uid; NULL without an error when
 * there is none. */
void         fact_team_find_patient_async  (FactTeam            *self,
                                            const char          *code,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
char        *fact_team_find_patient_finish (FactTeam            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

G_END_DECLS
