/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* The region, a municipality or another body that staff belong to and patients get help from. */
#define FACT_TYPE_ORGANISATION (fact_organisation_get_type ())
G_DECLARE_FINAL_TYPE (FactOrganisation, fact_organisation, FACT, ORGANISATION, FactRecord)

const char *fact_organisation_get_name (FactOrganisation *self);
FactOrganisationKind fact_organisation_get_kind (FactOrganisation *self);
/* coordinator posts, in hundredths */
int fact_organisation_get_posts (FactOrganisation *self);

G_END_DECLS
