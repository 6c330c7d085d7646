/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-change.h"
#include "fact-change-private.h"

#include "fact-record-write.h"
#include "fact-uid.h"

#include <gobject/gvaluecollector.h>

struct _FactChange {
  GObject parent_instance;

  char *verb;
  char *subject;
  char *note;
  gboolean final;
  gint64 undoes;
  gint64 seq;                      /* 0 until committed */
  guint weight;                    /* additions and changed values */
  GPtrArray *edits;                /* of FactChangeEdit */
  GHashTable *by_record;           /* FactRecord to its FactChangeEdit, both borrowed from edits */
};

G_DEFINE_FINAL_TYPE (FactChange, fact_change, G_TYPE_OBJECT)

static void
changed_value_clear (FactChangedValue *value)
{
  g_clear_pointer (&value->before, g_variant_unref);
  g_clear_pointer (&value->after, g_variant_unref);
}

static void
edit_free (FactChangeEdit *edit)
{
  g_object_unref (edit->record);
  g_array_unref (edit->values);
  g_free (edit);
}

static gboolean
same (GVariant *a,
      GVariant *b)
{
  return a == b || (a && b && g_variant_equal (a, b));
}

static FactChangeEdit *
ensure_edit (FactChange *self,
             FactRecord *record,
             gboolean    added)
{
  FactChangeEdit *edit = g_hash_table_lookup (self->by_record, record);

  if (edit)
    return edit;
  edit = g_new0 (FactChangeEdit, 1);
  edit->record = g_object_ref (record);
  edit->added = added;
  self->weight += added;
  edit->values = g_array_new (FALSE, FALSE, sizeof (FactChangedValue));
  g_array_set_clear_func (edit->values, (GDestroyNotify) changed_value_clear);
  g_ptr_array_add (self->edits, edit);
  g_hash_table_insert (self->by_record, record, edit);
  return edit;
}

/* The place of @column among the values: where it is, or where it would be inserted. */
static guint
find_value (FactChangeEdit *edit,
            guint           column,
            gboolean       *found)
{
  guint i = 0;

  while (i < edit->values->len && g_array_index (edit->values, FactChangedValue, i).column < column)
    i++;
  *found = i < edit->values->len && g_array_index (edit->values, FactChangedValue, i).column == column;
  return i;
}

static void
set_value (FactChange *self,
           FactRecord *record,
           guint       column,
           GVariant   *stored)
{
  FactChangeEdit *edit = ensure_edit (self, record, FALSE);
  gboolean found;
  guint i = find_value (edit, column, &found);
  FactChangedValue *value;

  if (!found) {
    FactChangedValue fresh = { .column = column,
                               .before = edit->added ? NULL : fact_record_get_stored (record, column) };

    g_array_insert_val (edit->values, i, fresh);
    self->weight++;
  }
  value = &g_array_index (edit->values, FactChangedValue, i);
  g_clear_pointer (&value->after, g_variant_unref);
  value->after = stored ? g_variant_ref (stored) : NULL;
  if (same (value->before, value->after)) {
    g_array_remove_index (edit->values, i);
    self->weight--;
  }
}

static void
set_valist (FactChange *self,
            FactRecord *record,
            const char *first_property,
            va_list     args)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (const char *name = first_property; name; name = va_arg (args, const char *)) {
    g_auto (GValue) value = G_VALUE_INIT;
    g_autoptr (GVariant) stored = NULL;
    g_autofree char *problem = NULL;
    int column = fact_record_class_find_column (klass, name);

    if (column < 0)
      g_error ("%s has no property \"%s\"", G_OBJECT_TYPE_NAME (record), name);
    G_VALUE_COLLECT_INIT (&value, klass->pspecs[column]->value_type, args, 0, &problem);
    if (problem)
      g_error ("%s.%s: %s", G_OBJECT_TYPE_NAME (record), name, problem);
    stored = fact_column_store_value (&klass->columns[column], &value);
    if (!fact_change_set_stored (self, record, (guint) column, stored))
      g_critical ("%s.%s does not take this value", G_OBJECT_TYPE_NAME (record), name);
  }
}

static void
fact_change_finalize (GObject *object)
{
  FactChange *self = FACT_CHANGE (object);

  g_free (self->verb);
  g_free (self->subject);
  g_free (self->note);
  g_hash_table_unref (self->by_record);
  g_ptr_array_unref (self->edits);
  G_OBJECT_CLASS (fact_change_parent_class)->finalize (object);
}

static void
fact_change_class_init (FactChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_change_finalize;
}

static void
fact_change_init (FactChange *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
  self->by_record = g_hash_table_new (NULL, NULL);
}

FactChange *
fact_change_new (const char *verb,
                 const char *subject)
{
  FactChange *self;

  g_return_val_if_fail (verb != NULL, NULL);

  self = g_object_new (FACT_TYPE_CHANGE, NULL);
  self->verb = g_strdup (verb);
  self->subject = g_strdup (subject);
  return self;
}

const char *
fact_change_get_verb (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), NULL);
  return self->verb;
}

const char *
fact_change_get_subject (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), NULL);
  return self->subject;
}

void
fact_change_set_subject (FactChange *self,
                         const char *subject)
{
  g_return_if_fail (FACT_IS_CHANGE (self) && self->seq == 0);

  if (g_strcmp0 (self->subject, subject) == 0)
    return;
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

gpointer
fact_change_add (FactChange *self,
                 GType       type,
                 const char *uid,
                 gint64      utc_us,
                 const char *first_property,
                 ...)
{
  g_autofree char *made = uid ? NULL : fact_uid_new (utc_us);
  g_autoptr (FactRecord) record = NULL;
  FactRecordClass *klass;
  va_list args;

  g_return_val_if_fail (FACT_IS_CHANGE (self) && self->seq == 0, NULL);

  record = fact_record_new (type, uid ? uid : made);
  klass = FACT_RECORD_GET_CLASS (record);
  ensure_edit (self, record, TRUE);
  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) nick = NULL;

    if (klass->columns[i].kind != FACT_COLUMN_ENUM)
      continue;
    nick = fact_record_get_stored (record, i);
    set_value (self, record, i, nick);
  }
  va_start (args, first_property);
  set_valist (self, record, first_property, args);
  va_end (args);
  return record;
}

void
fact_change_set (FactChange *self,
                 gpointer    record,
                 const char *first_property,
                 ...)
{
  va_list args;

  g_return_if_fail (FACT_IS_CHANGE (self) && self->seq == 0);
  g_return_if_fail (FACT_IS_RECORD (record));

  va_start (args, first_property);
  set_valist (self, record, first_property, args);
  va_end (args);
}

gboolean
fact_change_set_stored (FactChange *self,
                        FactRecord *record,
                        guint       column,
                        GVariant   *stored)
{
  FactRecordClass *klass;
  FactChangeEdit *edit;

  g_return_val_if_fail (FACT_IS_CHANGE (self) && self->seq == 0, FALSE);
  g_return_val_if_fail (FACT_IS_RECORD (record), FALSE);

  klass = FACT_RECORD_GET_CLASS (record);
  edit = g_hash_table_lookup (self->by_record, record);
  if (column >= klass->n_columns || !fact_column_accepts (&klass->columns[column], stored))
    return FALSE;
  if ((klass->columns[column].flags & FACT_COLUMN_FIXED) && !(edit && edit->added))
    return FALSE;
  set_value (self, record, column, stored);
  return TRUE;
}

void
fact_change_remove (FactChange *self,
                    gpointer    record)
{
  fact_change_set (self, record, "removed", TRUE, NULL);
}

void
fact_change_set_restores (FactChange *self,
                          gint64      seq,
                          const char *note)
{
  g_return_if_fail (FACT_IS_CHANGE (self) && self->seq == 0 && note && *note);

  self->undoes = seq;
  g_free (self->note);
  self->note = g_strdup (note);
}

const char *
fact_change_get_note (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), NULL);
  return self->note;
}

void
fact_change_set_final (FactChange *self)
{
  g_return_if_fail (FACT_IS_CHANGE (self));
  self->final = TRUE;
}

gboolean
fact_change_is_final (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), FALSE);
  return self->final;
}

gboolean
fact_change_is_empty (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), TRUE);
  return self->weight == 0;
}

guint
fact_change_get_weight (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), 0);
  return self->weight;
}

guint
fact_change_get_n_edits (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), 0);
  return self->edits->len;
}

FactRecord *
fact_change_get_record (FactChange *self,
                        guint       edit)
{
  return fact_change_get_edit (self, edit)->record;
}

gboolean
fact_change_is_added (FactChange *self,
                      guint       edit)
{
  return fact_change_get_edit (self, edit)->added;
}

GVariant *
fact_change_get_after (FactChange *self,
                       FactRecord *record,
                       guint       column)
{
  FactChangeEdit *edit;
  gboolean found = FALSE;
  guint i = 0;

  g_return_val_if_fail (FACT_IS_CHANGE (self), NULL);

  edit = g_hash_table_lookup (self->by_record, record);
  if (edit)
    i = find_value (edit, column, &found);
  if (found) {
    GVariant *after = g_array_index (edit->values, FactChangedValue, i).after;

    return after ? g_variant_ref (after) : NULL;
  }
  return edit && edit->added ? NULL : fact_record_get_stored (record, column);
}

gint64
fact_change_get_seq (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), 0);
  return self->seq;
}

const FactChangeEdit *
fact_change_get_edit (FactChange *self,
                      guint       edit)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self) && edit < self->edits->len, NULL);
  return self->edits->pdata[edit];
}

void
fact_change_set_undoes (FactChange *self,
                        gint64      undoes)
{
  g_return_if_fail (FACT_IS_CHANGE (self));
  self->undoes = undoes;
}

gint64
fact_change_get_undoes (FactChange *self)
{
  g_return_val_if_fail (FACT_IS_CHANGE (self), 0);
  return self->undoes;
}

void
fact_change_set_seq (FactChange *self,
                     gint64      seq)
{
  g_return_if_fail (FACT_IS_CHANGE (self));
  self->seq = seq;
}
