/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-form.h"

G_BEGIN_DECLS

/* Takes a patient off the board: what helped, who follows up (the FVK; never nobody), and what becomes of the planned
 * contacts, which stay unless one says otherwise. Enter is enough. */
#define FACT_TYPE_TAKE_OFF_FORM (fact_take_off_form_get_type ())
G_DECLARE_FINAL_TYPE (FactTakeOffForm, fact_take_off_form, FACT, TAKE_OFF_FORM, FactForm)

/* Returns: NULL when there is no such row any more. */
GtkWindow *fact_take_off_form_new (FactTeam   *team,
                                   const char *stay_uid);

G_END_DECLS
