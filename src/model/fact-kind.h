/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* A kind of contact: home visit, phone, ward. */
#define FACT_TYPE_KIND (fact_kind_get_type ())
G_DECLARE_FINAL_TYPE (FactKind, fact_kind, FACT, KIND, FactRecord)

FactKindRole fact_kind_get_role (FactKind *self);
/* a visit in figures when done */
gboolean fact_kind_get_face_to_face (FactKind *self);
gboolean fact_kind_get_group (FactKind *self);
gboolean fact_kind_get_medication (FactKind *self);
/* default length */
int fact_kind_get_minutes (FactKind *self);

/* The name to show: the team's own, else the word of the role in the reader's language. */
const char *fact_kind_get_label (FactKind *self);

/* The short form to show and to type, e.g. "hb". */
const char *fact_kind_get_short_label (FactKind *self);

G_END_DECLS
