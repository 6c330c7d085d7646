/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-organisation.h"

struct _FactOrganisation {
  FactRecord parent_instance;

  char *name;
  FactOrganisationKind kind;
  int posts;   /* coordinator posts, in hundredths */
  gboolean closes_early;   /* closes at 12 the day before a red day */
  int position;   /* order, in steps of 1,024 */
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactOrganisation, name, TEXT, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactOrganisation, kind, ENUM, .get_type = fact_organisation_kind_get_type),
  FACT_COLUMN (FactOrganisation, posts, INTEGER),
  FACT_COLUMN (FactOrganisation, closes_early, BOOLEAN),
  FACT_COLUMN (FactOrganisation, position, INTEGER),
};

FACT_DEFINE_RECORD (FactOrganisation, fact_organisation, "organisation", columns)

const char *
fact_organisation_get_name (FactOrganisation *self)
{
  g_return_val_if_fail (FACT_IS_ORGANISATION (self), NULL);
  return self->name;
}

FactOrganisationKind
fact_organisation_get_kind (FactOrganisation *self)
{
  g_return_val_if_fail (FACT_IS_ORGANISATION (self), 0);
  return self->kind;
}

int
fact_organisation_get_posts (FactOrganisation *self)
{
  g_return_val_if_fail (FACT_IS_ORGANISATION (self), 0);
  return self->posts;
}
