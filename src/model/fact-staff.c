/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-staff.h"

struct _FactStaff {
  FactRecord parent_instance;

  char *signature;   /* 2-5 letters, unique among people with overlapping time */
  char *name;   /* (nullable): of a function what it stands for, e.g. boendestöd */
  FactStaffRole role;
  FactOrganisation *organisation;   /* (nullable): a function of the patient's own municipality has none */
  int posts;   /* in hundredths */
  gboolean function;
  guint from_date;   /* first day, 0: since ever */
  guint until;   /* last day, 0: no end */
  int position;   /* order, in steps of 1,024 */
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactStaff, signature, TEXT, .flags = FACT_COLUMN_REQUIRED),
  FACT_COLUMN (FactStaff, name, TEXT),
  FACT_COLUMN (FactStaff, role, ENUM, .get_type = fact_staff_role_get_type),
  FACT_COLUMN (FactStaff, organisation, RECORD, .get_type = fact_organisation_get_type),
  FACT_COLUMN (FactStaff, posts, INTEGER),
  FACT_COLUMN (FactStaff, function, BOOLEAN),
  FACT_COLUMN (FactStaff, from_date, DATE),
  FACT_COLUMN (FactStaff, until, DATE),
  FACT_COLUMN (FactStaff, position, INTEGER),
};

FACT_DEFINE_RECORD (FactStaff, fact_staff, "staff", columns)

const char *
fact_staff_get_signature (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), NULL);
  return self->signature;
}

const char *
fact_staff_get_name (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), NULL);
  return self->name;
}

FactStaffRole
fact_staff_get_role (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), 0);
  return self->role;
}

FactOrganisation *
fact_staff_get_organisation (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), NULL);
  return self->organisation;
}

int
fact_staff_get_posts (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), 0);
  return self->posts;
}

gboolean
fact_staff_get_function (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), 0);
  return self->function;
}

guint
fact_staff_get_from_date (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), 0);
  return self->from_date;
}

guint
fact_staff_get_until (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), 0);
  return self->until;
}

gboolean
fact_staff_is_active (FactStaff *self,
                      guint      julian)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), FALSE);
  return !fact_record_is_removed (FACT_RECORD (self)) &&
         (self->from_date == 0 || self->from_date <= julian) && (self->until == 0 || julian <= self->until);
}

gboolean
fact_staff_is_external (FactStaff *self)
{
  g_return_val_if_fail (FACT_IS_STAFF (self), FALSE);
  return self->function ||
         (self->organisation && fact_organisation_get_kind (self->organisation) != FACT_ORGANISATION_REGION);
}
