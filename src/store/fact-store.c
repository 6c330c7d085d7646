/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-store.h"

G_DEFINE_INTERFACE (FactStore, fact_store, G_TYPE_OBJECT)

static guint committed_signal;

static void
fact_store_error_private_init (FactStoreConflict *conflict)
{
}

static void
fact_store_error_private_copy (const FactStoreConflict *from,
                               FactStoreConflict       *to)
{
  to->uid = g_strdup (from->uid);
  to->column = g_strdup (from->column);
  to->seq = from->seq;
  to->type = from->type;
  to->users = from->users ? g_ptr_array_ref (from->users) : NULL;
}

static void
fact_store_error_private_clear (FactStoreConflict *conflict)
{
  g_free (conflict->uid);
  g_free (conflict->column);
  g_clear_pointer (&conflict->users, g_ptr_array_unref);
}

typedef FactStoreConflict FactStoreErrorPrivate;
G_DEFINE_EXTENDED_ERROR (FactStoreError, fact_store_error)

const FactStoreConflict *
fact_store_error_get_conflict (const GError *error)
{
  FactStoreConflict *conflict;

  if (!error || error->domain != FACT_STORE_ERROR)
    return NULL;
  conflict = fact_store_error_get_private (error);
  return conflict->uid ? conflict : NULL;
}

GError *
fact_store_error_new_conflict (FactStoreError  code,
                               GType           type,
                               const char     *uid,
                               const char     *column,
                               gint64          seq,
                               const char     *message)
{
  GError *error = g_error_new_literal (FACT_STORE_ERROR, code, message);
  FactStoreConflict *conflict = fact_store_error_get_private (error);

  conflict->type = type;
  conflict->uid = g_strdup (uid);
  conflict->column = g_strdup (column);
  conflict->seq = seq;
  return error;
}

void
fact_store_error_add_user (GError     *error,
                           const char *uid)
{
  FactStoreConflict *conflict = fact_store_error_get_private (error);

  g_return_if_fail (error->code == FACT_STORE_ERROR_IN_USE && uid != NULL);

  if (!conflict->users)
    conflict->users = g_ptr_array_new_with_free_func (g_free);
  if (!g_ptr_array_find_with_equal_func (conflict->users, uid, g_str_equal, NULL))
    g_ptr_array_add (conflict->users, g_strdup (uid));
}

static void
fact_store_default_init (FactStoreInterface *iface)
{
  committed_signal = g_signal_new ("committed", FACT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_PTR_ARRAY);
}

void
fact_store_load_async (FactStore           *self,
                       FactQuery *const    *queries,
                       guint                n,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_STORE (self));

  g_task_set_source_tag (task, fact_store_load_async);
  FACT_STORE_GET_IFACE (self)->load (self, queries, n, task);
}

GPtrArray *
fact_store_load_finish (FactStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fact_store_commit_async (FactStore           *self,
                         FactChange *const   *changes,
                         guint                n,
                         const FactActor     *actor,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_STORE (self) && actor != NULL);

  g_task_set_source_tag (task, fact_store_commit_async);
  FACT_STORE_GET_IFACE (self)->commit (self, changes, n, actor, task);
}

gboolean
fact_store_commit_finish (FactStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fact_store_undo_async (FactStore           *self,
                       gint64               seq,
                       const FactActor     *actor,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_STORE (self) && actor != NULL);

  g_task_set_source_tag (task, fact_store_undo_async);
  FACT_STORE_GET_IFACE (self)->undo (self, seq, actor, task);
}

gint64
fact_store_undo_finish (FactStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  gssize seq;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  seq = g_task_propagate_int (G_TASK (result), error);
  return MAX (seq, 0);
}

void
fact_store_peek_undo_async (FactStore           *self,
                            const char          *who,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_return_if_fail (FACT_IS_STORE (self));

  g_task_set_source_tag (task, fact_store_peek_undo_async);
  FACT_STORE_GET_IFACE (self)->peek_undo (self, who, task);
}

gboolean
fact_store_peek_undo_finish (FactStore     *self,
                             GAsyncResult  *result,
                             gint64        *undo,
                             gint64        *redo,
                             GError       **error)
{
  g_autofree gint64 *pair = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  pair = g_task_propagate_pointer (G_TASK (result), error);
  if (!pair)
    return FALSE;
  *undo = pair[0];
  *redo = pair[1];
  return TRUE;
}

void
fact_store_read_async (FactStore              *self,
                       const FactJournalQuery *query,
                       GCancellable           *cancellable,
                       GAsyncReadyCallback     callback,
                       gpointer                data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (FACT_IS_STORE (self));

  g_task_set_source_tag (task, fact_store_read_async);
  FACT_STORE_GET_IFACE (self)->read (self, query, task);
}

FactJournal *
fact_store_read_finish (FactStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fact_store_find_seq_async (FactStore           *self,
                           gint64               utc_us,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_return_if_fail (FACT_IS_STORE (self));

  g_task_set_source_tag (task, fact_store_find_seq_async);
  FACT_STORE_GET_IFACE (self)->find_seq (self, utc_us, task);
}

gint64
fact_store_find_seq_finish (FactStore     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return g_task_propagate_int (G_TASK (result), error);
}

gint64
fact_store_get_head (FactStore *self)
{
  g_return_val_if_fail (FACT_IS_STORE (self), 0);
  return FACT_STORE_GET_IFACE (self)->get_head (self);
}

gpointer
fact_store_lookup (FactStore  *self,
                   const char *uid)
{
  g_return_val_if_fail (FACT_IS_STORE (self) && uid != NULL, NULL);
  return FACT_STORE_GET_IFACE (self)->lookup (self, uid);
}

gboolean
fact_store_is_read_only (FactStore *self)
{
  g_return_val_if_fail (FACT_IS_STORE (self), TRUE);
  return FACT_STORE_GET_IFACE (self)->is_read_only (self);
}
