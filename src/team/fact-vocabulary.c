/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-vocabulary.h"

#include "fact-kind.h"
#include "fact-list-private.h"
#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-triage.h"

#include <string.h>

/* What a record is sorted by, which stays while the record itself already says otherwise. */
typedef struct {
  int position;
  char *label;                     /* a collation key */
} Key;

struct _FactVocabulary {
  FactList parent_instance;

  GType type;
  GHashTable *keys;                /* FactRecord to its Key */
};

G_DEFINE_FINAL_TYPE (FactVocabulary, fact_vocabulary, FACT_TYPE_LIST)

static void
key_free (Key *key)
{
  g_free (key->label);
  g_free (key);
}

static void
read_key (FactVocabulary *self,
          FactRecord     *record)
{
  Key *key = g_new (Key, 1);

  key->position = fact_vocabulary_get_position (record);
  key->label = g_utf8_collate_key (fact_vocabulary_get_label (record), -1);
  g_hash_table_insert (self->keys, record, key);
}

static GType
fact_vocabulary_get_item_type (FactList *list)
{
  return FACT_VOCABULARY (list)->type;
}

static int
fact_vocabulary_compare (FactList      *list,
                         gconstpointer  a,
                         gconstpointer  b)
{
  FactVocabulary *self = (FactVocabulary *) list;
  const Key *one = g_hash_table_lookup (self->keys, a);
  const Key *other = g_hash_table_lookup (self->keys, b);
  int order;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  order = strcmp (one->label, other->label);
  return order ? order : strcmp (fact_record_get_uid ((FactRecord *) a), fact_record_get_uid ((FactRecord *) b));
}

static void
fact_vocabulary_finalize (GObject *object)
{
  g_hash_table_unref (FACT_VOCABULARY (object)->keys);
  G_OBJECT_CLASS (fact_vocabulary_parent_class)->finalize (object);
}

static void
fact_vocabulary_class_init (FactVocabularyClass *klass)
{
  FactListClass *list_class = FACT_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fact_vocabulary_finalize;
  list_class->get_item_type = fact_vocabulary_get_item_type;
  list_class->compare = fact_vocabulary_compare;
}

static void
fact_vocabulary_init (FactVocabulary *self)
{
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) key_free);
}

FactVocabulary *
fact_vocabulary_new (GType type)
{
  FactVocabulary *self = g_object_new (FACT_TYPE_VOCABULARY, NULL);

  self->type = type;
  return self;
}

void
fact_vocabulary_put (FactVocabulary *self,
                     FactRecord     *record)
{
  FactList *list = FACT_LIST (self);
  const char *uid = fact_record_get_uid (record);
  FactPlace *place = g_hash_table_lookup (fact_list_get_places (list), uid);

  if (fact_record_is_removed (record)) {
    if (place)
      fact_list_remove (list, uid);
    g_hash_table_remove (self->keys, record);
    return;
  }
  read_key (self, record);
  if (place)
    fact_list_change (list, place);
  else
    fact_list_add (list, uid, record);
}

GPtrArray *
fact_vocabulary_list (FactVocabulary *self)
{
  guint n_records = g_list_model_get_n_items (G_LIST_MODEL (self));
  GPtrArray *list = g_ptr_array_sized_new (n_records);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (list, fact_list_get (FACT_LIST (self), i));
  return list;
}

const char *
fact_vocabulary_get_label (FactRecord *record)
{
  const char *label = NULL;

  if (FACT_IS_STAFF (record))
    label = fact_staff_get_signature (FACT_STAFF (record));
  else if (FACT_IS_TRIAGE (record))
    label = fact_triage_get_label (FACT_TRIAGE (record));
  else if (FACT_IS_REASON (record))
    label = fact_reason_get_label (FACT_REASON (record));
  else if (FACT_IS_KIND (record))
    label = fact_kind_get_label (FACT_KIND (record));
  else if (FACT_IS_ORGANISATION (record))
    label = fact_organisation_get_name (FACT_ORGANISATION (record));
  return label ? label : "";
}

int
fact_vocabulary_get_position (FactRecord *record)
{
  int position;

  g_object_get (record, "position", &position, NULL);
  return position;
}
