/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-records-private.h"

#include "fact-patient.h"
#include "fact-records.h"
#include "fact-stay.h"

/* Items a slice: a few milliseconds. */
#define SLICE 500

static gboolean
slice_cb (gpointer data)
{
  g_autoptr (GTask) task = data;
  FactImport *self = g_task_get_task_data (task);
  guint end = MIN (self->next + SLICE, self->items->len);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  for (; self->next < end; self->next++) {
    if (!fact_import_take_item (self, self->next, &error)) {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  }
  if (self->next < self->items->len)
    g_idle_add (slice_cb, g_steal_pointer (&task));
  else if (fact_import_finish (self, &error))
    g_task_return_pointer (task, g_object_ref (self->change), g_object_unref);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
load (GTask               *task,
      GPtrArray           *queries,
      GAsyncReadyCallback  callback)
{
  FactImport *self = g_task_get_task_data (task);

  fact_store_load_async (self->team->store, (FactQuery *const *) queries->pdata, queries->len,
                         g_task_get_cancellable (task), callback, task);
}

static GPtrArray *
queries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fact_query_free);
}

static void
given_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactImport *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (self->team, task, error);
    return;
  }
  fact_import_take_given (self, records);
  self->next = 0;
  g_idle_add (slice_cb, g_steal_pointer (&task));
}

/* All vocabulary, and a patient if there ever was one. */
static void
load_given (GTask *task)
{
  g_autoptr (GPtrArray) queries = queries_new ();
  guint n;
  const GType *types = fact_records_list_types (&n);

  for (guint i = 0; i < n; i++) {
    if (fact_import_is_vocabulary (g_type_class_peek (types[i])))
      g_ptr_array_add (queries, fact_query_with_removed (fact_query_new (types[i])));
  }
  g_ptr_array_add (queries, fact_query_page (fact_query_with_removed (fact_query_new (FACT_TYPE_PATIENT)), NULL, 1));
  load (task, queries, given_loaded_cb);
}

static gboolean load_slice_cb (gpointer data);

static void
slice_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactImport *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);

  if (!records) {
    fact_team_return_error (self->team, task, error);
    return;
  }
  fact_import_put (self, records);
  if (self->next < self->uids->len)
    g_idle_add (load_slice_cb, g_steal_pointer (&task));
  else
    load_given (g_steal_pointer (&task));
}

/* What is here of a slice: the same uid in whatever type, the same code, another open stay of the patient. */
static gboolean
load_slice_cb (gpointer data)
{
  g_autoptr (GTask) task = data;
  FactImport *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) queries = queries_new ();
  g_autoptr (GPtrArray) uids = g_ptr_array_new (), codes = g_ptr_array_new ();
  guint n, end = MIN (self->next + SLICE, self->uids->len);
  const GType *types = fact_records_list_types (&n);
  FactQuery *open;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  for (; self->next < end; self->next++) {
    const char *code = fact_import_get_code (self, self->uids->pdata[self->next]);

    g_ptr_array_add (uids, self->uids->pdata[self->next]);
    if (code)
      g_ptr_array_add (codes, (gpointer) code);
  }
  g_ptr_array_add (uids, NULL);
  g_ptr_array_add (codes, NULL);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (queries, fact_query_with_removed (fact_query_where (fact_query_new (types[i]), "uid", FACT_OP_IN,
                                                                         uids->pdata)));
  g_ptr_array_add (queries, fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_IN, codes->pdata));
  open = fact_query_where (fact_query_new (FACT_TYPE_STAY), "patient", FACT_OP_IN, uids->pdata);
  g_ptr_array_add (queries, fact_query_where (open, "until", FACT_OP_IS_NULL));
  load (g_steal_pointer (&task), queries, slice_loaded_cb);
  return G_SOURCE_REMOVE;
}

void
fact_team_import_records_async (FactTeam            *self,
                                GPtrArray           *items,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (FactChange) change = NULL;
  FactImport *import;
  GError *error = NULL;

  g_return_if_fail (FACT_IS_TEAM (self) && items != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, fact_team_import_records_async);
  change = fact_team_begin (self, "records.import", NULL, NULL, &error);
  if (!change) {
    g_task_return_error (task, error);
    return;
  }
  import = fact_import_new (self, items, change);
  g_task_set_task_data (task, import, (GDestroyNotify) fact_import_free);
  if (!fact_import_index (import, &error))
    g_task_return_error (task, error);
  else
    g_idle_add (load_slice_cb, g_steal_pointer (&task));
}

FactChange *
fact_team_import_records_finish (FactTeam      *self,
                                 GAsyncResult  *result,
                                 GArray       **counts,
                                 GError       **error)
{
  FactChange *change;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  change = g_task_propagate_pointer (G_TASK (result), error);
  if (change && counts)
    *counts = fact_import_get_counts (g_task_get_task_data (G_TASK (result)));
  return change;
}
