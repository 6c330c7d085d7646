/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-contact-view.h"

#include "fact-contact.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a view of @contact as it stands now. */
FactContactView *fact_contact_view_new         (FactContact     *contact);
/* The record behind it, for verbs. Returns: (transfer none). */
FactContact     *fact_contact_view_get_contact (FactContactView *self);

/* By time (without one first), then as planned. */
int              fact_contact_view_compare     (FactContactView *a,
                                                FactContactView *b);

G_END_DECLS
