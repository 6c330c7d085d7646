/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-code.h"

#include "fact-patient.h"
#include "fact-records.h"
#include "fact-team-private.h"

const GType *
fact_team_list_types (guint *n_types)
{
  return fact_records_list_types (n_types);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) found = fact_store_load_finish (FACT_STORE (source), result, &error);

  if (!found)
    fact_team_return_error (g_task_get_source_object (task), task, error);
  else
    g_task_return_pointer (task, found->len ? g_strdup (fact_record_get_uid (found->pdata[0])) : NULL, g_free);
}

void
fact_team_find_patient_async (FactTeam            *self,
                              const char          *code,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr (FactQuery) query = NULL;

  g_return_if_fail (FACT_IS_TEAM (self) && code != NULL);

  g_task_set_source_tag (task, fact_team_find_patient_async);
  query = fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_EQUAL, code);
  fact_store_load_async (self->store, &query, 1, cancellable, loaded_cb, task);
}

char *
fact_team_find_patient_finish (FactTeam      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
