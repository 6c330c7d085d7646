/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-vocabulary.h"

#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-triage.h"

#include <string.h>

/* A record and what it is sorted by, which stays while the record itself already says otherwise. */
typedef struct {
  FactRecord *record;
  int position;
  char *key;
} Item;

struct _FactVocabulary {
  GObject parent_instance;

  GType type;
  GSequence *items;                /* of Item */
  GHashTable *iters;               /* FactRecord to its GSequenceIter */
};

static void fact_vocabulary_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FactVocabulary, fact_vocabulary, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fact_vocabulary_list_model_init))

static void
item_free (Item *item)
{
  g_object_unref (item->record);
  g_free (item->key);
  g_free (item);
}

static void
item_read (Item *item)
{
  item->position = fact_vocabulary_get_position (item->record);
  g_free (item->key);
  item->key = g_utf8_collate_key (fact_vocabulary_get_label (item->record), -1);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Item *one = a, *other = b;
  int order;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  order = strcmp (one->key, other->key);
  return order ? order : strcmp (fact_record_get_uid (one->record), fact_record_get_uid (other->record));
}

static gboolean
stands_in_order (GSequenceIter *iter)
{
  GSequenceIter *before = g_sequence_iter_prev (iter);
  GSequenceIter *after = g_sequence_iter_next (iter);

  if (before != iter && compare_items (g_sequence_get (before), g_sequence_get (iter), NULL) > 0)
    return FALSE;
  return g_sequence_iter_is_end (after) || compare_items (g_sequence_get (iter), g_sequence_get (after), NULL) <= 0;
}

static void
items_changed (FactVocabulary *self,
               guint           position,
               guint           removed,
               guint           added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
add_record (FactVocabulary *self,
            FactRecord     *record)
{
  Item *item = g_new0 (Item, 1);
  GSequenceIter *iter;

  item->record = g_object_ref (record);
  item_read (item);
  iter = g_sequence_insert_sorted (self->items, item, compare_items, NULL);
  g_hash_table_insert (self->iters, record, iter);
  items_changed (self, (guint) g_sequence_iter_get_position (iter), 0, 1);
}

static void
remove_record (FactVocabulary *self,
               GSequenceIter  *iter)
{
  guint position = (guint) g_sequence_iter_get_position (iter);

  g_hash_table_remove (self->iters, ((Item *) g_sequence_get (iter))->record);
  g_sequence_remove (iter);
  items_changed (self, position, 1, 0);
}

static GType
fact_vocabulary_get_item_type (GListModel *model)
{
  return FACT_VOCABULARY (model)->type;
}

static guint
fact_vocabulary_get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (FACT_VOCABULARY (model)->items);
}

static gpointer
fact_vocabulary_get_item (GListModel *model,
                          guint       position)
{
  GSequenceIter *iter = g_sequence_get_iter_at_pos (FACT_VOCABULARY (model)->items, (int) position);

  return g_sequence_iter_is_end (iter) ? NULL : g_object_ref (((Item *) g_sequence_get (iter))->record);
}

static void
fact_vocabulary_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fact_vocabulary_get_item_type;
  iface->get_n_items = fact_vocabulary_get_n_items;
  iface->get_item = fact_vocabulary_get_item;
}

static void
fact_vocabulary_finalize (GObject *object)
{
  FactVocabulary *self = FACT_VOCABULARY (object);

  g_hash_table_unref (self->iters);
  g_sequence_free (self->items);
  G_OBJECT_CLASS (fact_vocabulary_parent_class)->finalize (object);
}

static void
fact_vocabulary_class_init (FactVocabularyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_vocabulary_finalize;
}

static void
fact_vocabulary_init (FactVocabulary *self)
{
  self->items = g_sequence_new ((GDestroyNotify) item_free);
  self->iters = g_hash_table_new (NULL, NULL);
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
  GSequenceIter *iter = g_hash_table_lookup (self->iters, record);

  if (!iter && !fact_record_is_removed (record))
    add_record (self, record);
  if (!iter)
    return;

  item_read (g_sequence_get (iter));
  if (fact_record_is_removed (record)) {
    remove_record (self, iter);
  } else if (stands_in_order (iter)) {
    items_changed (self, (guint) g_sequence_iter_get_position (iter), 1, 1);
  } else {
    remove_record (self, iter);
    add_record (self, record);
  }
}

GPtrArray *
fact_vocabulary_list (FactVocabulary *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GSequenceIter *i = g_sequence_get_begin_iter (self->items); !g_sequence_iter_is_end (i); i = g_sequence_iter_next (i))
    g_ptr_array_add (list, ((Item *) g_sequence_get (i))->record);
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
