/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The types of all stored records, those referred to before those that refer. Returns: (transfer none). */
const GType *fact_records_list_types (guint *n_types);

G_END_DECLS
