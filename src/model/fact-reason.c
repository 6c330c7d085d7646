/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-reason.h"

#include <glib/gi18n-lib.h>

struct _FactReason {
  FactRecord parent_instance;

  FactReasonRole role;
  char *name;   /* (nullable): the team's own name; NULL: the word of the role */
  char *sheet_name;   /* (nullable): what spreadsheets read and write */
  int expected_days;   /* days on the board after which the row asks, 0 never */
  gboolean off;   /* known but not offered */
  int position;   /* order, in steps of 1,024 */
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactReason, role, ENUM, .get_type = fact_reason_role_get_type),
  FACT_COLUMN (FactReason, name, TEXT),
  FACT_COLUMN (FactReason, sheet_name, TEXT),
  FACT_COLUMN (FactReason, expected_days, INTEGER),
  FACT_COLUMN (FactReason, off, BOOLEAN),
  FACT_COLUMN (FactReason, position, INTEGER),
};

FACT_DEFINE_RECORD (FactReason, fact_reason, "reason", columns)

const char *
fact_reason_get_sheet_name (FactReason *self)
{
  g_return_val_if_fail (FACT_IS_REASON (self), NULL);
  return self->sheet_name;
}

int
fact_reason_get_expected_days (FactReason *self)
{
  g_return_val_if_fail (FACT_IS_REASON (self), 0);
  return self->expected_days;
}

gboolean
fact_reason_get_off (FactReason *self)
{
  g_return_val_if_fail (FACT_IS_REASON (self), 0);
  return self->off;
}

const char *
fact_reason_get_label (FactReason *self)
{
  static const char *const words[] = {
    NC_("reason", "Reason"),
    NC_("reason", "Increased symptoms"),
    NC_("reason", "Lacking self-care"),
    NC_("reason", "Repeated admissions"),
    NC_("reason", "New patient"),
    NC_("reason", "Life events"),
    NC_("reason", "Relapse"),
    NC_("reason", "Lost contact"),
    NC_("reason", "Recently discharged"),
    NC_("reason", "Housing crisis"),
    NC_("reason", "Change of medication"),
    NC_("reason", "Open compulsory care"),
  };

  g_return_val_if_fail (FACT_IS_REASON (self), "");
  if (self->name || (guint) self->role >= G_N_ELEMENTS (words))
    return self->name ? self->name : "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "reason", words[self->role]);
}
