/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-records.h"

#include "fact-records.h"
#include "fact-team-private.h"

#include <string.h>

/* Records a slice: a few milliseconds. */
#define SLICE 500

typedef struct {
  GPtrArray *items;
  GArray *types;                   /* of GType, by their names */
  guint type;                      /* the one that is listed now */
  char *after;                     /* (nullable): uid of the last one listed of it */
  gint64 seq;                      /* what later changes do is not seen */
} Listing;

static void
listing_free (Listing *self)
{
  g_ptr_array_unref (self->items);
  g_array_unref (self->types);
  g_free (self->after);
  g_free (self);
}

static const char *
get_table (GType type)
{
  return ((FactRecordClass *) g_type_class_peek (type))->table;
}

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  return strcmp (get_table (*(const GType *) a), get_table (*(const GType *) b));
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      klass)
{
  const FactColumn *columns = ((FactRecordClass *) klass)->columns;

  return strcmp (columns[*(const guint *) a].name, columns[*(const guint *) b].name);
}

static FactRecordItem *
make_item (FactRecord *record)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);
  g_autofree guint *columns = g_new (guint, klass->n_columns);
  g_auto (GVariantBuilder) values = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < klass->n_columns; i++)
    columns[i] = i;
  g_qsort_with_data (columns, (int) klass->n_columns, sizeof *columns, compare_columns, klass);
  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) stored = fact_record_get_stored (record, columns[i]);

    if (stored)
      g_variant_builder_add (&values, "{sv}", klass->columns[columns[i]].name, stored);
  }
  return fact_record_item_new (0, klass->table, fact_record_get_uid (record), g_variant_builder_end (&values));
}

static gboolean list_slice_cb (gpointer data);

static void
slice_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (g_task_get_source_object (task), task, error);
    return;
  }
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (listing->items, make_item (records->pdata[i]));
  g_clear_pointer (&listing->after, g_free);
  if (records->len == SLICE)
    listing->after = g_strdup (fact_record_get_uid (records->pdata[SLICE - 1]));
  else
    listing->type++;
  g_idle_add (list_slice_cb, g_steal_pointer (&task));
}

static gboolean
list_slice_cb (gpointer data)
{
  g_autoptr (GTask) task = data;
  Listing *listing = g_task_get_task_data (task);
  FactTeam *self = g_task_get_source_object (task);
  g_autoptr (FactQuery) query = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (listing->type == listing->types->len) {
    g_task_return_pointer (task, g_ptr_array_ref (listing->items), (GDestroyNotify) g_ptr_array_unref);
    return G_SOURCE_REMOVE;
  }
  query = fact_query_new (g_array_index (listing->types, GType, listing->type));
  fact_query_page (fact_query_as_of (query, listing->seq), listing->after, SLICE);
  fact_store_load_async (self->store, &query, 1, g_task_get_cancellable (task), slice_loaded_cb, g_object_ref (task));
  return G_SOURCE_REMOVE;
}

void
fact_team_list_records_async (FactTeam            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  GTask *task;
  Listing *listing;
  guint n;
  const GType *types = fact_records_list_types (&n);

  g_return_if_fail (FACT_IS_TEAM (self));

  task = g_task_new (self, cancellable, callback, data);
  listing = g_new0 (Listing, 1);
  listing->items = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_record_item_free);
  listing->types = g_array_new (FALSE, FALSE, sizeof (GType));
  /* As of the last change: such records are the load's own and go with it. */
  listing->seq = self->as_of ? self->as_of_seq : fact_store_get_head (self->store);
  g_array_append_vals (listing->types, types, n);
  for (guint i = 0; i < n; i++)
    g_type_class_unref (g_type_class_ref (types[i]));   /* classes of static types stay */
  g_array_sort (listing->types, compare_types);
  if (listing->seq == 0)
    listing->type = n;             /* there was nothing yet */
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  g_task_set_source_tag (task, fact_team_list_records_async);
  g_idle_add (list_slice_cb, task);
}

GPtrArray *
fact_team_list_records_finish (FactTeam      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
