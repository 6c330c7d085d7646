/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-list.h"
#include "fact-list-private.h"

typedef struct {
  GSequence *shown;                /* of items */
  GHashTable *places;              /* uid to FactPlace; the keys are the items' */
  gboolean filtered;
} FactListPrivate;

enum {
  PROP_0,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
  PROP_FILTERED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void fact_list_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FactList, fact_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FactList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fact_list_list_model_init))

static FactListPrivate *
get_private (FactList *self)
{
  return fact_list_get_instance_private (self);
}

static guint
get_n_items (FactList *self)
{
  return (guint) g_sequence_get_length (get_private (self)->shown);
}

static void
items_changed (FactList *self,
               guint     position,
               guint     removed,
               guint     added)
{
  if (FACT_LIST_GET_CLASS (self)->will_tell)
    FACT_LIST_GET_CLASS (self)->will_tell (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  return FACT_LIST_GET_CLASS (data)->compare (data, a, b);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return compare ((*(FactPlace *const *) a)->item, (*(FactPlace *const *) b)->item, data);
}

static gboolean
is_shown (FactList *self,
          gpointer  item)
{
  return !get_private (self)->filtered || FACT_LIST_GET_CLASS (self)->matches (self, item);
}

static void
show_place (FactList  *self,
            FactPlace *place)
{
  place->iter = g_sequence_insert_sorted (get_private (self)->shown, g_object_ref (place->item), compare, self);
  items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 0, 1);
}

static void
hide_place (FactList  *self,
            FactPlace *place)
{
  guint position = (guint) g_sequence_iter_get_position (place->iter);

  g_sequence_remove (g_steal_pointer (&place->iter));
  items_changed (self, position, 1, 0);
}

static void
place_free (FactPlace *place)
{
  g_object_unref (place->item);
  g_free (place);
}

/* Whether the item, as it has become, still stands in order between its neighbours. */
static gboolean
stands_in_order (FactList  *self,
                 FactPlace *place)
{
  GSequenceIter *before = g_sequence_iter_prev (place->iter);
  GSequenceIter *after = g_sequence_iter_next (place->iter);

  if (before != place->iter && compare (g_sequence_get (before), place->item, self) > 0)
    return FALSE;
  return g_sequence_iter_is_end (after) || compare (place->item, g_sequence_get (after), self) <= 0;
}

static GType
fact_list_get_item_type (GListModel *model)
{
  return FACT_LIST_GET_CLASS (model)->get_item_type (FACT_LIST (model));
}

static guint
fact_list_get_n_items (GListModel *model)
{
  return get_n_items (FACT_LIST (model));
}

static gpointer
fact_list_get_item (GListModel *model,
                    guint       position)
{
  gpointer item = fact_list_get (FACT_LIST (model), position);

  return item ? g_object_ref (item) : NULL;
}

static void
fact_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fact_list_get_item_type;
  iface->get_n_items = fact_list_get_n_items;
  iface->get_item = fact_list_get_item;
}

static void
fact_list_finalize (GObject *object)
{
  FactListPrivate *priv = get_private (FACT_LIST (object));

  g_sequence_free (priv->shown);
  g_hash_table_unref (priv->places);
  G_OBJECT_CLASS (fact_list_parent_class)->finalize (object);
}

static void
fact_list_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FactListPrivate *priv = get_private (FACT_LIST (object));

  switch (id) {
  case PROP_N_ITEMS:
    g_value_set_uint (value, get_n_items (FACT_LIST (object)));
    break;
  case PROP_N_TOTAL:
    g_value_set_uint (value, g_hash_table_size (priv->places));
    break;
  case PROP_FILTERED:
    g_value_set_boolean (value, priv->filtered);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_list_class_init (FactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = fact_list_finalize;
  object_class->get_property = fact_list_get_property;
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fact_list_init (FactList *self)
{
  FactListPrivate *priv = get_private (self);

  priv->shown = g_sequence_new (g_object_unref);
  priv->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) place_free);
}

void
fact_list_add (FactList   *self,
               const char *uid,
               gpointer    item)
{
  FactPlace *place = g_new0 (FactPlace, 1);

  place->item = g_object_ref (item);
  g_hash_table_insert (get_private (self)->places, (gpointer) uid, place);
  if (is_shown (self, item))
    show_place (self, place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

void
fact_list_remove (FactList   *self,
                  const char *uid)
{
  FactPlace *place = g_hash_table_lookup (get_private (self)->places, uid);
  gpointer item = g_object_ref (place->item);   /* owns the key */

  if (place->iter)
    hide_place (self, place);
  g_hash_table_remove (get_private (self)->places, uid);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  g_object_unref (item);
}

void
fact_list_change (FactList  *self,
                  FactPlace *place)
{
  gboolean show = is_shown (self, place->item);

  if (place->iter && show && stands_in_order (self, place)) {
    items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 1, 1);
    return;
  }
  if (place->iter)
    hide_place (self, place);
  if (show)
    show_place (self, place);
}

void
fact_list_sort (FactList *self)
{
  FactListPrivate *priv = get_private (self);
  guint n_before = get_n_items (self);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GHashTableIter iter;
  FactPlace *place;

  g_sequence_remove_range (g_sequence_get_begin_iter (priv->shown), g_sequence_get_end_iter (priv->shown));
  g_hash_table_iter_init (&iter, priv->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    place->iter = NULL;
    if (is_shown (self, place->item))
      g_ptr_array_add (shown, place);
  }
  g_ptr_array_sort_with_data (shown, compare_places, self);
  for (guint i = 0; i < shown->len; i++) {
    place = shown->pdata[i];
    place->iter = g_sequence_append (priv->shown, g_object_ref (place->item));
  }
  items_changed (self, 0, n_before, shown->len);
}

void
fact_list_filter (FactList *self,
                  gboolean  filtered)
{
  FactListPrivate *priv = get_private (self);
  gboolean was_filtered = priv->filtered;

  priv->filtered = filtered;
  fact_list_sort (self);
  if (filtered != was_filtered)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTERED]);
}

GHashTable *
fact_list_get_places (FactList *self)
{
  return get_private (self)->places;
}

gboolean
fact_list_is_filtered (FactList *self)
{
  return get_private (self)->filtered;
}

gpointer
fact_list_get (FactList *self,
               guint     position)
{
  if (position >= get_n_items (self))
    return NULL;
  return g_sequence_get (g_sequence_get_iter_at_pos (get_private (self)->shown, (int) position));
}

gboolean
fact_list_find (FactList   *self,
                const char *uid,
                guint      *position)
{
  FactPlace *place = g_hash_table_lookup (get_private (self)->places, uid);

  if (!place || !place->iter)
    return FALSE;
  if (position)
    *position = (guint) g_sequence_iter_get_position (place->iter);
  return TRUE;
}

guint
fact_list_find_place_for (FactList *self,
                          gpointer  item)
{
  GSequenceIter *iter = g_sequence_search (get_private (self)->shown, item, compare, self);

  return (guint) g_sequence_iter_get_position (iter);
}

gpointer
fact_list_lookup (FactList   *self,
                  const char *uid)
{
  FactPlace *place = g_hash_table_lookup (get_private (self)->places, uid);

  return place ? place->item : NULL;
}
