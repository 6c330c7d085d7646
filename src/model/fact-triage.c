/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-triage.h"

#include <glib/gi18n-lib.h>

struct _FactTriage {
  FactRecord parent_instance;

  FactTriageRole role;
  char *name;   /* (nullable): the team's own name; NULL: the word of the role */
  char *sheet_name;   /* (nullable): what spreadsheets read and write */
  FactColor color;
  int expected_days;   /* days in this state after which the row asks, 0 never */
  gboolean off;   /* known but not offered */
  int position;   /* order, in steps of 1,024 */
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactTriage, role, ENUM, .get_type = fact_triage_role_get_type),
  FACT_COLUMN (FactTriage, name, TEXT),
  FACT_COLUMN (FactTriage, sheet_name, TEXT),
  FACT_COLUMN (FactTriage, color, ENUM, .get_type = fact_color_get_type),
  FACT_COLUMN (FactTriage, expected_days, INTEGER),
  FACT_COLUMN (FactTriage, off, BOOLEAN),
  FACT_COLUMN (FactTriage, position, INTEGER),
};

FACT_DEFINE_RECORD (FactTriage, fact_triage, "triage", columns)

FactTriageRole
fact_triage_get_role (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), 0);
  return self->role;
}

const char *
fact_triage_get_sheet_name (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), NULL);
  return self->sheet_name;
}

FactColor
fact_triage_get_color (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), 0);
  return self->color;
}

int
fact_triage_get_expected_days (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), 0);
  return self->expected_days;
}

gboolean
fact_triage_get_off (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), 0);
  return self->off;
}

int
fact_triage_get_position (FactTriage *self)
{
  g_return_val_if_fail (FACT_IS_TRIAGE (self), 0);
  return self->position;
}

const char *
fact_triage_get_label (FactTriage *self)
{
  static const char *const words[] = {
    NC_("triage", "Triage"),
    NC_("triage", "Crisis"),
    NC_("triage", "New"),
    NC_("triage", "Admitted"),
    NC_("triage", "Observation"),
    NC_("triage", "Stable"),
  };

  g_return_val_if_fail (FACT_IS_TRIAGE (self), "");
  if (self->name || (guint) self->role >= G_N_ELEMENTS (words))
    return self->name ? self->name : "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "triage", words[self->role]);
}
