/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-record.h"
#include "fact-record-write.h"

#include "fact-uid.h"
#include "fact-day.h"

#include <string.h>

enum {
  PROP_UID = 0x10000,              /* clear of the columns, whose ids are their index + 1 */
  PROP_VERSION,
};

static const FactColumn removed_column = FACT_COLUMN (FactRecord, removed, BOOLEAN);

G_DEFINE_ABSTRACT_TYPE (FactRecord, fact_record, G_TYPE_OBJECT)

#define FIELD(Type, self, column) (*(Type *) G_STRUCT_MEMBER_P ((self), (column)->offset))

static void
fact_record_get_column (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FactRecord *self = FACT_RECORD (object);
  const FactColumn *column = &FACT_RECORD_GET_CLASS (self)->columns[prop_id - 1];

  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    g_value_set_string (value, FIELD (char *, self, column));
    break;
  case FACT_COLUMN_INTEGER:
    g_value_set_int (value, FIELD (int, self, column));
    break;
  case FACT_COLUMN_BOOLEAN:
    g_value_set_boolean (value, FIELD (gboolean, self, column));
    break;
  case FACT_COLUMN_DATE:
    g_value_set_uint (value, FIELD (guint, self, column));
    break;
  case FACT_COLUMN_ENUM:
    g_value_set_enum (value, FIELD (int, self, column));
    break;
  case FACT_COLUMN_RECORD:
    g_value_set_object (value, FIELD (gpointer, self, column));
    break;
  case FACT_COLUMN_RECORDS:
    g_value_set_boxed (value, FIELD (gpointer, self, column));
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
fact_record_refuse_set (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
fact_record_get_base (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  FactRecord *self = FACT_RECORD (object);

  switch (prop_id) {
  case PROP_UID:
    g_value_set_string (value, self->uid);
    break;
  case PROP_VERSION:
    g_value_set_int64 (value, self->version);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
clear_field (FactRecord       *self,
             const FactColumn *column)
{
  if (column->kind == FACT_COLUMN_TEXT)
    g_clear_pointer (&FIELD (char *, self, column), g_free);
  else if (column->kind == FACT_COLUMN_RECORD)
    g_clear_object (&FIELD (GObject *, self, column));
  else if (column->kind == FACT_COLUMN_RECORDS)
    g_clear_pointer (&FIELD (GPtrArray *, self, column), g_ptr_array_unref);
}

static void
fact_record_finalize (GObject *object)
{
  FactRecord *self = FACT_RECORD (object);
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_columns; i++)
    clear_field (self, &klass->columns[i]);
  g_free (self->uid);
  g_clear_pointer (&self->changed_by, g_ref_string_release);
  G_OBJECT_CLASS (fact_record_parent_class)->finalize (object);
}

static void
fact_record_class_init (FactRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fact_record_finalize;
  object_class->get_property = fact_record_get_base;
  g_object_class_install_property (object_class, PROP_UID,
                                   g_param_spec_string ("uid", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_VERSION,
                                   g_param_spec_int64 ("version", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
fact_record_init (FactRecord *self)
{
}

static GParamSpec *
make_pspec (const FactColumn *column)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY;

  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    return g_param_spec_string (column->name, NULL, NULL, NULL, flags);
  case FACT_COLUMN_INTEGER:
    return g_param_spec_int (column->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  case FACT_COLUMN_BOOLEAN:
    return g_param_spec_boolean (column->name, NULL, NULL, FALSE, flags);
  case FACT_COLUMN_DATE:
    return g_param_spec_uint (column->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
  case FACT_COLUMN_ENUM:
    return g_param_spec_enum (column->name, NULL, NULL, column->get_type (), 0, flags);
  case FACT_COLUMN_RECORD:
    return g_param_spec_object (column->name, NULL, NULL, column->get_type (), flags);
  case FACT_COLUMN_RECORDS:
    return g_param_spec_boxed (column->name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  default:
    g_assert_not_reached ();
  }
}

void
fact_record_class_install_columns (FactRecordClass  *klass,
                                   const char       *table,
                                   const FactColumn *columns,
                                   guint             n_columns)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FactColumn *all = g_new0 (FactColumn, n_columns + 1);   /* lives as long as the class */

  all[0] = removed_column;
  memcpy (all + 1, columns, n_columns * sizeof *columns);

  klass->table = table;
  klass->columns = all;
  klass->n_columns = n_columns + 1;
  klass->pspecs = g_new0 (GParamSpec *, n_columns + 1);
  klass->subject = -1;
  object_class->get_property = fact_record_get_column;
  object_class->set_property = fact_record_refuse_set;
  for (guint i = 0; i < klass->n_columns; i++) {
    if (all[i].flags & FACT_COLUMN_SUBJECT) {
      klass->subject = (int) i;
      all[i].flags |= FACT_COLUMN_FIXED;
    }
    klass->pspecs[i] = make_pspec (&all[i]);
    g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
  }
}

int
fact_record_class_find_column (FactRecordClass *klass,
                               const char      *name)
{
  for (guint i = 0; i < klass->n_columns; i++) {
    const char *column = klass->columns[i].name;

    if (column[0] == name[0] && (strcmp (column, name) == 0 || strcmp (klass->pspecs[i]->name, name) == 0))
      return (int) i;
  }
  return -1;
}

const char *
fact_record_get_uid (FactRecord *self)
{
  g_return_val_if_fail (FACT_IS_RECORD (self), NULL);
  return self->uid;
}

gint64
fact_record_get_version (FactRecord *self)
{
  g_return_val_if_fail (FACT_IS_RECORD (self), 0);
  return self->version;
}

const char *
fact_record_get_changed_by (FactRecord *self)
{
  g_return_val_if_fail (FACT_IS_RECORD (self), NULL);
  return self->changed_by;
}

gboolean
fact_record_is_removed (FactRecord *self)
{
  g_return_val_if_fail (FACT_IS_RECORD (self), FALSE);
  return self->removed;
}

const char *
fact_record_get_subject (FactRecord *self)
{
  FactRecordClass *klass;
  FactRecord *subject;

  g_return_val_if_fail (FACT_IS_RECORD (self), NULL);

  klass = FACT_RECORD_GET_CLASS (self);
  if (klass->is_subject)
    return self->uid;
  if (klass->subject < 0)
    return NULL;
  subject = FIELD (FactRecord *, self, &klass->columns[klass->subject]);
  return subject ? subject->uid : NULL;
}

static GVariant *
store_records (GPtrArray *records)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < records->len; i++)
    g_variant_builder_add (&builder, "s", fact_record_get_uid (records->pdata[i]));
  return g_variant_builder_end (&builder);
}

static GVariant *
store_date (guint julian)
{
  g_autofree char *text = julian ? fact_day_format_iso (julian) : NULL;

  return text ? g_variant_new_string (text) : NULL;
}

static GVariant *
store_enum (GType type,
            int   number)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value (klass, number);

  return value ? g_variant_new_string (value->value_nick) : NULL;
}

static GVariant *
store_text (const char *text)
{
  return text && *text ? g_variant_new_string (text) : NULL;
}

/* One switch serves fields and GValues: both come as the field's C type. */
static GVariant *
store_field (const FactColumn *column,
             gconstpointer     field)
{
  GVariant *stored = NULL;

  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    stored = store_text (*(char *const *) field);
    break;
  case FACT_COLUMN_INTEGER:
    stored = *(const int *) field ? g_variant_new_int64 (*(const int *) field) : NULL;
    break;
  case FACT_COLUMN_BOOLEAN:
    stored = *(const gboolean *) field ? g_variant_new_boolean (TRUE) : NULL;
    break;
  case FACT_COLUMN_DATE:
    stored = store_date (*(const guint *) field);
    break;
  case FACT_COLUMN_ENUM:
    stored = store_enum (column->get_type (), *(const int *) field);
    break;
  case FACT_COLUMN_RECORD:
    stored = *(FactRecord *const *) field ? g_variant_new_string ((*(FactRecord *const *) field)->uid) : NULL;
    break;
  case FACT_COLUMN_RECORDS:
    stored = *(GPtrArray *const *) field && (*(GPtrArray *const *) field)->len
               ? store_records (*(GPtrArray *const *) field) : NULL;
    break;
  default:
    g_assert_not_reached ();
  }
  return stored ? g_variant_ref_sink (stored) : NULL;
}

GVariant *
fact_record_get_stored (FactRecord *self,
                        guint       column)
{
  FactRecordClass *klass;

  g_return_val_if_fail (FACT_IS_RECORD (self), NULL);

  klass = FACT_RECORD_GET_CLASS (self);
  g_return_val_if_fail (column < klass->n_columns, NULL);
  return store_field (&klass->columns[column], G_STRUCT_MEMBER_P (self, klass->columns[column].offset));
}

GVariant *
fact_column_store_value (const FactColumn *column,
                         const GValue     *value)
{
  union { const char *text; int number; guint day; gpointer pointer; } field = { 0 };

  g_return_val_if_fail (column != NULL && G_IS_VALUE (value), NULL);

  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    field.text = g_value_get_string (value);
    break;
  case FACT_COLUMN_INTEGER:
    field.number = g_value_get_int (value);
    break;
  case FACT_COLUMN_BOOLEAN:
    field.number = g_value_get_boolean (value);
    break;
  case FACT_COLUMN_DATE:
    field.day = g_value_get_uint (value);
    break;
  case FACT_COLUMN_ENUM:
    field.number = g_value_get_enum (value);
    break;
  case FACT_COLUMN_RECORD:
    field.pointer = g_value_get_object (value);
    break;
  case FACT_COLUMN_RECORDS:
    field.pointer = g_value_get_boxed (value);
    break;
  default:
    g_assert_not_reached ();
  }
  return store_field (column, &field);
}
