/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-kind.h"

#include <glib/gi18n-lib.h>

struct _FactKind {
  FactRecord parent_instance;

  FactKindRole role;
  char *name;   /* (nullable): the team's own name; NULL: the word of the role */
  char *short_name;   /* (nullable): what is typed and shown in a cell; NULL: the short word of the role */
  gboolean face_to_face;   /* a visit in figures when done */
  gboolean group;
  gboolean medication;
  int minutes;   /* default length */
  gboolean off;   /* known but not offered */
  int position;   /* order, in steps of 1,024 */
};

static const FactColumn columns[] = {
  FACT_COLUMN (FactKind, role, ENUM, .get_type = fact_kind_role_get_type),
  FACT_COLUMN (FactKind, name, TEXT),
  FACT_COLUMN (FactKind, short_name, TEXT),
  FACT_COLUMN (FactKind, face_to_face, BOOLEAN),
  FACT_COLUMN (FactKind, group, BOOLEAN),
  FACT_COLUMN (FactKind, medication, BOOLEAN),
  FACT_COLUMN (FactKind, minutes, INTEGER),
  FACT_COLUMN (FactKind, off, BOOLEAN),
  FACT_COLUMN (FactKind, position, INTEGER),
};

FACT_DEFINE_RECORD (FactKind, fact_kind, "kind", columns)

FactKindRole
fact_kind_get_role (FactKind *self)
{
  g_return_val_if_fail (FACT_IS_KIND (self), 0);
  return self->role;
}

gboolean
fact_kind_get_face_to_face (FactKind *self)
{
  g_return_val_if_fail (FACT_IS_KIND (self), 0);
  return self->face_to_face;
}

gboolean
fact_kind_get_group (FactKind *self)
{
  g_return_val_if_fail (FACT_IS_KIND (self), 0);
  return self->group;
}

gboolean
fact_kind_get_medication (FactKind *self)
{
  g_return_val_if_fail (FACT_IS_KIND (self), 0);
  return self->medication;
}

int
fact_kind_get_minutes (FactKind *self)
{
  g_return_val_if_fail (FACT_IS_KIND (self), 0);
  return self->minutes;
}

const char *
fact_kind_get_label (FactKind *self)
{
  static const char *const words[] = {
    NC_("contact kind", "Contact"),
    NC_("contact kind", "Home visit"),
    NC_("contact kind", "Phone"),
    NC_("contact kind", "Video"),
    NC_("contact kind", "Clinic"),
    NC_("contact kind", "Ward"),
    NC_("contact kind", "Elsewhere"),
    NC_("contact kind", "Accompany"),
    NC_("contact kind", "Medication dispensing"),
    NC_("contact kind", "Injection"),
    NC_("contact kind", "SIP meeting"),
    NC_("contact kind", "Network meeting"),
    NC_("contact kind", "Group"),
    NC_("contact kind", "Drop-in"),
    NC_("contact kind", "Other"),
  };

  g_return_val_if_fail (FACT_IS_KIND (self), "");
  if (self->name || (guint) self->role >= G_N_ELEMENTS (words))
    return self->name ? self->name : "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "contact kind", words[self->role]);
}

const char *
fact_kind_get_short_label (FactKind *self)
{
  static const char *const words[] = {
    NC_("contact kind, short", "contact"),
    NC_("contact kind, short", "home"),
    NC_("contact kind, short", "phone"),
    NC_("contact kind, short", "video"),
    NC_("contact kind, short", "clinic"),
    NC_("contact kind, short", "ward"),
    NC_("contact kind, short", "out"),
    NC_("contact kind, short", "accomp"),
    NC_("contact kind, short", "disp"),
    NC_("contact kind, short", "inj"),
    NC_("contact kind, short", "SIP"),
    NC_("contact kind, short", "netw"),
    NC_("contact kind, short", "group"),
    NC_("contact kind, short", "drop"),
    NC_("contact kind, short", "other"),
  };

  g_return_val_if_fail (FACT_IS_KIND (self), "");
  if (self->short_name || (guint) self->role >= G_N_ELEMENTS (words))
    return self->short_name ? self->short_name : "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "contact kind, short", words[self->role]);
}
