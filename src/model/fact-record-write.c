/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-record-write.h"

#include "fact-uid.h"
#include "fact-day.h"

#define FIELD(Type, self, column) (*(Type *) G_STRUCT_MEMBER_P ((self), (column)->offset))

FactRecord *
fact_record_new (GType       type,
                 const char *uid)
{
  FactRecord *self;

  g_return_val_if_fail (g_type_is_a (type, FACT_TYPE_RECORD), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (type, NULL);
  self->uid = g_strdup (uid);
  return self;
}

static gboolean
accepts_uids (GVariant *stored)
{
  g_autofree const char **uids = NULL;
  gsize n;

  if (!g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING_ARRAY))
    return FALSE;
  uids = g_variant_get_strv (stored, &n);
  for (gsize i = 0; i < n; i++) {
    if (!fact_uid_is_valid (uids[i]))
      return FALSE;
  }
  return n > 0;
}

static gboolean
accepts_text (const FactColumn *column,
              const char       *text)
{
  if (column->kind == FACT_COLUMN_DATE)
    return fact_day_parse_iso (text) != 0;
  if (column->kind == FACT_COLUMN_RECORD)
    return fact_uid_is_valid (text);
  if (column->kind == FACT_COLUMN_ENUM) {
    g_autoptr (GEnumClass) klass = g_type_class_ref (column->get_type ());

    return g_enum_get_value_by_nick (klass, text) != NULL;
  }
  return column->kind == FACT_COLUMN_TEXT && *text;
}

gboolean
fact_column_accepts (const FactColumn *column,
                     GVariant         *stored)
{
  g_return_val_if_fail (column != NULL, FALSE);

  if (!stored)
    return column->kind != FACT_COLUMN_ENUM;
  if (column->kind == FACT_COLUMN_RECORDS)
    return accepts_uids (stored);
  if (column->kind == FACT_COLUMN_INTEGER)
    return g_variant_is_of_type (stored, G_VARIANT_TYPE_INT64) && g_variant_get_int64 (stored) != 0 &&
           g_variant_get_int64 (stored) >= G_MININT && g_variant_get_int64 (stored) <= G_MAXINT;
  if (column->kind == FACT_COLUMN_BOOLEAN)
    return g_variant_is_of_type (stored, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (stored);
  return g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING) &&
         accepts_text (column, g_variant_get_string (stored, NULL));
}

static GPtrArray *
resolve_list (const FactColumn *column,
              GVariant         *stored,
              FactResolve       resolve,
              gpointer          data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **uids = g_variant_get_strv (stored, NULL);

  for (gsize i = 0; uids[i]; i++) {
    FactRecord *record = resolve (uids[i], column->get_type (), data);

    if (!record)
      return NULL;
    g_ptr_array_add (list, g_object_ref (record));
  }
  return g_steal_pointer (&list);
}

static gboolean
write_reference (FactRecord       *self,
                 const FactColumn *column,
                 GVariant         *stored,
                 FactResolve       resolve,
                 gpointer          data)
{
  FactRecord *record = NULL;
  GPtrArray *list = NULL;

  if (column->kind == FACT_COLUMN_RECORD) {
    if (stored && !(record = resolve (g_variant_get_string (stored, NULL), column->get_type (), data)))
      return FALSE;
    g_set_object (&FIELD (FactRecord *, self, column), record);
    return TRUE;
  }

  if (stored && !(list = resolve_list (column, stored, resolve, data)))
    return FALSE;
  g_clear_pointer (&FIELD (GPtrArray *, self, column), g_ptr_array_unref);
  FIELD (GPtrArray *, self, column) = list;
  return TRUE;
}

static void
write_plain (FactRecord       *self,
             const FactColumn *column,
             GVariant         *stored)
{
  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    g_free (FIELD (char *, self, column));
    FIELD (char *, self, column) = stored ? g_variant_dup_string (stored, NULL) : NULL;
    break;
  case FACT_COLUMN_INTEGER:
    FIELD (int, self, column) = stored ? (int) g_variant_get_int64 (stored) : 0;
    break;
  case FACT_COLUMN_BOOLEAN:
    FIELD (gboolean, self, column) = stored && g_variant_get_boolean (stored);
    break;
  case FACT_COLUMN_DATE:
    FIELD (guint, self, column) = stored ? fact_day_parse_iso (g_variant_get_string (stored, NULL)) : 0;
    break;
  case FACT_COLUMN_ENUM:
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (column->get_type ());

      FIELD (int, self, column) = g_enum_get_value_by_nick (klass, g_variant_get_string (stored, NULL))->value;
      break;
    }
  case FACT_COLUMN_RECORD:
  case FACT_COLUMN_RECORDS:
  default:
    g_assert_not_reached ();
  }
}

gboolean
fact_record_write (FactRecord  *self,
                   guint        column,
                   GVariant    *stored,
                   FactResolve  resolve,
                   gpointer     data)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (self);
  const FactColumn *c = &klass->columns[column];
  g_autoptr (GVariant) before = NULL;

  g_return_val_if_fail (FACT_IS_RECORD (self), FALSE);

  if (self->version > 0)
    before = fact_record_get_stored (self, column);
  if (c->kind == FACT_COLUMN_RECORD || c->kind == FACT_COLUMN_RECORDS) {
    if (!write_reference (self, c, stored, resolve, data))
      return FALSE;
  } else {
    write_plain (self, c, stored);
  }

  /* A record that is being filled for the first time has nobody listening. */
  if (self->version > 0 && !(before == stored || (before && stored && g_variant_equal (before, stored))))
    g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[column]);
  return TRUE;
}

void
fact_record_write_stamp (FactRecord *self,
                         gint64      version,
                         gint64      changed_at,
                         const char *changed_by)
{
  gboolean changed = self->version != version;

  g_return_if_fail (FACT_IS_RECORD (self));

  self->version = version;
  self->changed_at = changed_at;
  if (g_strcmp0 (self->changed_by, changed_by) != 0) {
    g_clear_pointer (&self->changed_by, g_ref_string_release);
    self->changed_by = changed_by ? g_ref_string_new_intern (changed_by) : NULL;
  }
  if (changed)
    g_object_notify (G_OBJECT (self), "version");
}
