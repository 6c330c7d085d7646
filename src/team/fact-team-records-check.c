/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-records-private.h"

#include "fact-contact.h"
#include "fact-patient.h"
#include "fact-records.h"
#include "fact-stay.h"
#include "fact-uid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean G_GNUC_PRINTF (3, 4)
refuse (const FactRecordItem  *item,
        GError               **error,
        const char            *format,
        ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: where, the type of the record as it stands in the file, what it is called, a sentence about what is
   * wrong */
  g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, _("Line %u, \"%s\" %s: %s Nothing was imported."),
               item->line, item->type, fact_record_item_get_label (item), why);
  return FALSE;
}

static GType
find_type (const char *name)
{
  guint n;
  const GType *types = fact_records_list_types (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

    if (g_str_equal (((FactRecordClass *) klass)->table, name))
      return types[i];
  }
  return G_TYPE_INVALID;
}

static FactRecordsCount *
get_count (FactImport *self,
           GType       type)
{
  guint i = 0;

  while (g_array_index (self->counts, FactRecordsCount, i).type != type)
    i++;
  return &g_array_index (self->counts, FactRecordsCount, i);
}

static FactRecordClass *
get_class (const FactRecordItem *item)
{
  return g_type_class_peek (find_type (item->type));
}

static gboolean
is_reference (const FactColumn *column)
{
  return column->kind == FACT_COLUMN_RECORD || column->kind == FACT_COLUMN_RECORDS;
}

/* The uids a stored reference holds, whatever its form. Returns: (transfer container): the strings are @stored's. */
static const char **
get_uids (GVariant *stored)
{
  if (stored && g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_get_strv (stored, NULL);
  if (stored && g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING)) {
    const char **uids = g_new0 (const char *, 2);

    uids[0] = g_variant_get_string (stored, NULL);
    return uids;
  }
  return g_new0 (const char *, 1);
}

static gboolean
index_item (FactImport          *self,
            FactRecordItem  *item,
            GError         **error)
{
  const FactRecordItem *other = g_hash_table_lookup (self->by_uid, item->uid);

  if (find_type (item->type) == G_TYPE_INVALID)
    return refuse (item, error, _("This program knows no such type."));
  if (!fact_uid_is_valid (item->uid))
    return refuse (item, error, _("Its \"uid\" is none."));
  if (other)
    return refuse (item, error, _("Its \"uid\" also stands in line %u."), other->line);
  g_hash_table_insert (self->by_uid, item->uid, item);
  g_ptr_array_add (self->uids, item->uid);
  return TRUE;
}

static void
refer (FactImport     *self,
       const char *uid)
{
  char *copy;

  if (g_hash_table_contains (self->referred, uid))
    return;
  copy = g_strdup (uid);
  g_hash_table_add (self->referred, copy);
  if (!g_hash_table_contains (self->by_uid, uid))
    g_ptr_array_add (self->uids, copy);
}

static void
collect_references (FactImport               *self,
                    const FactRecordItem *item)
{
  FactRecordClass *klass = get_class (item);

  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) value = NULL;
    g_autofree const char **uids = NULL;

    if (!is_reference (&klass->columns[i]))
      continue;
    value = g_variant_lookup_value (item->values, klass->columns[i].name, NULL);
    uids = get_uids (value);
    for (guint n = 0; uids[n]; n++)
      refer (self, uids[n]);
  }
}

static gboolean
same_values (const FactRecordItem *item,
             FactRecord           *record)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) value = g_variant_lookup_value (item->values, klass->columns[i].name, NULL);
    g_autoptr (GVariant) stands = fact_record_get_stored (record, i);

    if (value != stands && !(value && stands && g_variant_equal (value, stands)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_untouched (FactRecord *record)
{
  return fact_import_is_vocabulary (FACT_RECORD_GET_CLASS (record)) && fact_record_get_version (record) == 1 &&
         !fact_record_get_changed_by (record);
}

static gboolean
check_references (FactImport                *self,
                  const FactRecordItem  *item,
                  const FactColumn      *column,
                  GVariant              *value,
                  GError               **error)
{
  g_autofree const char **uids = get_uids (value);

  for (guint i = 0; uids[i]; i++) {
    const FactRecordItem *other = g_hash_table_lookup (self->by_uid, uids[i]);
    FactRecord *record = g_hash_table_lookup (self->here, uids[i]);
    GType type = other ? find_type (other->type) : record ? G_OBJECT_TYPE (record) : G_TYPE_INVALID;

    if (type != column->get_type () || (!other && fact_record_is_removed (record)))
      return refuse (item, error, _("\"%s\" refers to %s, which is not in the file and not here."), column->name,
                     uids[i]);
  }
  return TRUE;
}

static gboolean
set_column (FactImport                *self,
            const FactRecordItem  *item,
            FactRecord            *record,
            guint                  i,
            GError               **error)
{
  const FactColumn *column = &FACT_RECORD_GET_CLASS (record)->columns[i];
  g_autoptr (GVariant) value = g_variant_lookup_value (item->values, column->name, NULL);

  if (!value && (column->flags & FACT_COLUMN_REQUIRED))
    return refuse (item, error, _("\"%s\" is missing."), column->name);
  if (!value && column->kind == FACT_COLUMN_ENUM)
    return TRUE;
  if (!fact_change_set_stored (self->change, record, i, value))
    return refuse (item, error, _("\"%s\" cannot have this value."), column->name);
  return !is_reference (column) || check_references (self, item, column, value, error);
}

/* What the columns do not say. */
static gboolean
check_names (const FactRecordItem  *item,
             GError               **error)
{
  FactRecordClass *klass = get_class (item);
  GVariantIter iter;
  const char *name;
  g_autofree char *time = NULL;

  g_variant_iter_init (&iter, item->values);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL)) {
    int column = fact_record_class_find_column (klass, name);

    if (column < 0 || !g_str_equal (klass->columns[column].name, name))
      return refuse (item, error, _("\"%s\" is nothing that such a record has."), name);
    if (column == 0)
      return refuse (item, error, _("It is removed. A file like this holds no removed records."));
  }
  if (get_class (item) == g_type_class_peek (FACT_TYPE_CONTACT) && g_variant_lookup (item->values, "time", "s", &time) &&
      !g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", time, G_REGEX_DOLLAR_ENDONLY, 0))
    return refuse (item, error, _("\"%s\" cannot have this value."), "time");
  return TRUE;
}

/* A code belongs to one patient, and a patient has one open stay. */
static const char *
get_unique (const FactRecordItem *item)
{
  GType type = find_type (item->type);
  const char *text = NULL;

  if (type == FACT_TYPE_PATIENT)
    g_variant_lookup (item->values, "code", "&s", &text);
  else if (type == FACT_TYPE_STAY && !g_variant_lookup (item->values, "until", "&s", &text))
    g_variant_lookup (item->values, "patient", "&s", &text);
  else
    return NULL;
  return text;
}

static gboolean
check_unique (FactImport  *self,
              GError **error)
{
  g_autoptr (GHashTable) holders = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  FactRecord *record;

  g_hash_table_iter_init (&iter, self->here);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record)) {
    if (fact_record_is_removed (record))
      continue;
    if (FACT_IS_PATIENT (record))
      g_hash_table_insert (holders, FACT_PATIENT (record)->code, (gpointer) fact_record_get_uid (record));
    else if (FACT_IS_STAY (record) && !FACT_STAY (record)->until)
      g_hash_table_insert (holders, (gpointer) fact_record_get_subject (record), (gpointer) fact_record_get_uid (record));
  }
  for (guint i = 0; i < self->items->len; i++) {
    const FactRecordItem *item = self->items->pdata[i];
    const char *key = get_unique (item);
    const char *holder = key ? g_hash_table_lookup (holders, key) : NULL;

    if (holder && !g_str_equal (holder, item->uid))
      return find_type (item->type) == FACT_TYPE_PATIENT
               ? refuse (item, error, _("Another patient has the code %s."), key)
               : refuse (item, error, _("The patient stands on the board already."));
    if (key)
      g_hash_table_insert (holders, (gpointer) key, item->uid);
  }
  return TRUE;
}

/* Whether the items are a team's whole, not only patients for one. */
static gboolean
hold_vocabulary (FactImport *self)
{
  for (guint i = 0; i < self->items->len; i++) {
    if (fact_import_is_vocabulary (get_class (self->items->pdata[i])))
      return TRUE;
  }
  return FALSE;
}

static void
keep_what_it_needs (FactImport     *self,
                    FactRecord *record)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) value = is_reference (&klass->columns[i]) ? fact_record_get_stored (record, i) : NULL;
    g_autofree const char **uids = get_uids (value);

    for (guint n = 0; uids[n]; n++)
      refer (self, uids[n]);
  }
}

/* The types that refer come last in the list, so what stays has said what it needs before that is looked at. */
static void
remove_what_is_left (FactImport *self)
{
  guint n;
  const GType *types = fact_records_list_types (&n);

  while (n-- > 0) {
    for (guint i = 0; i < self->given->len; i++) {
      FactRecord *record = self->given->pdata[i];
      const char *uid = fact_record_get_uid (record);

      if (G_OBJECT_TYPE (record) != types[n] || g_hash_table_contains (self->by_uid, uid))
        continue;
      if (g_hash_table_contains (self->referred, uid)) {
        keep_what_it_needs (self, record);
      } else {
        fact_change_remove (self->change, record);
        get_count (self, types[n])->n_removed++;
      }
    }
  }
}

void
fact_import_free (FactImport *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_uid);
  g_ptr_array_unref (self->uids);
  g_hash_table_unref (self->here);
  g_hash_table_unref (self->referred);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_object (&self->change);
  g_array_unref (self->counts);
  g_free (self);
}

FactImport *
fact_import_new (FactTeam   *team,
                 GPtrArray  *items,
                 FactChange *change)
{
  FactImport *self = g_new0 (FactImport, 1);
  guint n;
  const GType *types = fact_records_list_types (&n);

  self->team = team;
  self->counts = g_array_new (FALSE, TRUE, sizeof (FactRecordsCount));
  for (guint i = 0; i < n; i++)
    g_array_append_vals (self->counts, &(FactRecordsCount) { .type = types[i] }, 1);
  self->change = g_object_ref (change);
  self->items = g_ptr_array_ref (items);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->uids = g_ptr_array_new ();
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->referred = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

gboolean
fact_import_index (FactImport  *self,
                   GError     **error)
{
  guint n;
  const GType *types = fact_records_list_types (&n);

  for (guint i = 0; i < n; i++)
    g_type_class_unref (g_type_class_ref (types[i]));   /* classes of static types stay */
  for (guint i = 0; i < self->items->len; i++) {
    if (!index_item (self, self->items->pdata[i], error))
      return FALSE;
  }
  for (guint i = 0; i < self->items->len; i++)
    collect_references (self, self->items->pdata[i]);
  return TRUE;
}

void
fact_import_put (FactImport *self,
                 GPtrArray  *records)
{
  for (guint i = 0; i < records->len; i++)
    g_hash_table_replace (self->here, (gpointer) fact_record_get_uid (records->pdata[i]),
                          g_object_ref (records->pdata[i]));
}

void
fact_import_take_given (FactImport *self,
                        GPtrArray  *records)
{
  self->given = g_ptr_array_ref (records);
  self->fresh = TRUE;
  for (guint i = 0; i < records->len; i++)
    self->fresh = self->fresh && is_untouched (records->pdata[i]);
}

const char *
fact_import_get_code (FactImport *self,
                      const char *uid)
{
  const FactRecordItem *item = g_hash_table_lookup (self->by_uid, uid);

  return item && find_type (item->type) == FACT_TYPE_PATIENT ? get_unique (item) : NULL;
}

static void
count_written (FactImport           *self,
               const FactRecordItem *item,
               FactRecord           *record)
{
  FactRecordsCount *count = get_count (self, find_type (item->type));

  if (record)
    count->n_changed++;
  else
    count->n_new++;
}

gboolean
fact_import_take_item (FactImport  *self,
                       guint        i,
                       GError     **error)
{
  const FactRecordItem *item = self->items->pdata[i];
  FactRecord *record = g_hash_table_lookup (self->here, item->uid);
  FactRecordClass *klass = get_class (item);

  if (!check_names (item, error))
    return FALSE;
  if (record && G_OBJECT_TYPE (record) != find_type (item->type))
    return refuse (item, error, _("Its \"uid\" belongs to something else here."));
  if (record && fact_record_is_removed (record))
    return refuse (item, error, _("It is here already and has been removed."));
  if (record && same_values (item, record)) {
    get_count (self, G_OBJECT_TYPE (record))->n_same++;
    return TRUE;
  }
  if (record && !is_untouched (record))
    return refuse (item, error, _("It is here already with other content."));
  count_written (self, item, record);
  if (!record)
    record = fact_change_add (self->change, find_type (item->type), item->uid, fact_team_get_now (self->team), NULL,
                              NULL);
  for (guint c = 1; c < klass->n_columns; c++) {
    if (!set_column (self, item, record, c, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
fact_import_finish (FactImport  *self,
                    GError     **error)
{
  if (!check_unique (self, error))
    return FALSE;
  if (self->fresh && hold_vocabulary (self))
    remove_what_is_left (self);
  return TRUE;
}

GArray *
fact_import_get_counts (FactImport *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (FactRecordsCount));

  for (guint i = 0; i < self->counts->len; i++) {
    FactRecordsCount *count = &g_array_index (self->counts, FactRecordsCount, i);

    if (count->n_new + count->n_changed + count->n_same + count->n_removed > 0)
      g_array_append_val (counts, *count);
  }
  return counts;
}

gboolean
fact_import_is_vocabulary (FactRecordClass *klass)
{
  return klass->subject < 0 && !klass->is_subject;
}
