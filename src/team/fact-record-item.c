/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-record-item.h"

#include "fact-canonical.h"
#include "fact-team.h"

#include <glib/gi18n-lib.h>
#include <string.h>

FactRecordItem *
fact_record_item_new (guint       line,
                      const char *type,
                      const char *uid,
                      GVariant   *values)
{
  FactRecordItem *self;

  g_return_val_if_fail (type != NULL && uid != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (values, G_VARIANT_TYPE_VARDICT), NULL);

  self = g_new0 (FactRecordItem, 1);
  self->line = line;
  self->type = g_strdup (type);
  self->uid = g_strdup (uid);
  self->values = g_variant_ref_sink (values);
  /* In its serial form, once for all: texts looked up in it stay where they are. */
  g_variant_get_data (self->values);
  return self;
}

void
fact_record_item_free (FactRecordItem *self)
{
  g_free (self->type);
  g_free (self->uid);
  g_variant_unref (self->values);
  g_free (self);
}

const char *
fact_record_item_get_label (const FactRecordItem *self)
{
  static const char *const names[] = { "code", "signature", "name" };
  const char *label;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_variant_lookup (self->values, names[i], "&s", &label))
      return label;
  }
  return self->uid;
}

void
fact_record_item_append (const FactRecordItem *self,
                         GString              *text)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean first = TRUE;

  g_string_append (text, "{\"type\":");
  fact_canonical_append_text (text, self->type);
  g_string_append (text, ",\"uid\":");
  fact_canonical_append_text (text, self->uid);
  g_string_append (text, ",\"values\":{");
  g_variant_iter_init (&iter, self->values);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value)) {
    if (!first)
      g_string_append_c (text, ',');
    first = FALSE;
    fact_canonical_append_text (text, name);
    g_string_append_c (text, ':');
    fact_canonical_append_value (text, value);
  }
  g_string_append (text, "}}");
}

FactRecordItem *
fact_record_item_parse (const char  *text,
                        gsize        length,
                        guint        line,
                        GError     **error)
{
  g_autoptr (GVariant) object = fact_canonical_read (text, length, FACT_RECORD_ITEM_MAX_BYTES, error);
  g_autoptr (GVariant) values = NULL;
  const char *type, *uid;

  if (!object)
    return NULL;
  values = g_variant_lookup_value (object, "values", G_VARIANT_TYPE_VARDICT);
  if (g_variant_n_children (object) != 3 || !values || !g_variant_lookup (object, "type", "&s", &type) ||
      !g_variant_lookup (object, "uid", "&s", &uid)) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE,
                         _("It is no record. A record has \"type\", \"uid\" and \"values\"."));
    return NULL;
  }
  return fact_record_item_new (line, type, uid, values);
}
