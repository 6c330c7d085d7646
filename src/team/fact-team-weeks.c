/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-weeks.h"

#include "fact-board-row-private.h"
#include "fact-team-private.h"

typedef struct {
  FactBoardRow *row;
  FactWeek first;
  guint n_weeks;
} Counting;

static void
counting_free (Counting *counting)
{
  g_object_unref (counting->row);
  g_free (counting);
}

static void
count_contact (GArray      *counts,
               FactWeek     first,
               FactContact *contact)
{
  FactWeekCount *count;

  if (contact->date < first || contact->date >= first + counts->len * FACT_DAYS_IN_WEEK ||
      contact->status == FACT_CONTACT_WRONG)
    return;
  count = &g_array_index (counts, FactWeekCount, (contact->date - first) / FACT_DAYS_IN_WEEK);
  if (contact->status == FACT_CONTACT_PLANNED)
    count->planned++;
  else if (contact->status == FACT_CONTACT_DONE)
    count->done++;
  else
    count->others++;
}

static void
return_counts (GTask *task)
{
  Counting *counting = g_task_get_task_data (task);
  GPtrArray *contacts = fact_board_row_get_case (counting->row)->contacts;
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (FactWeekCount));

  g_array_set_size (counts, counting->n_weeks);
  for (guint i = 0; i < counting->n_weeks; i++)
    g_array_index (counts, FactWeekCount, i).week = counting->first + i * FACT_DAYS_IN_WEEK;
  for (guint i = 0; i < contacts->len; i++)
    count_contact (counts, counting->first, contacts->pdata[i]);
  g_task_return_pointer (task, counts, (GDestroyNotify) g_array_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (source), result, &error);

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  /* Behind the views: no row of the board changes by what is older than its weeks. */
  for (guint i = 0; i < records->len; i++)
    fact_cases_put (self->cases, records->pdata[i]);
  return_counts (task);
}

void
fact_team_count_weeks_async (FactTeam            *self,
                             FactBoardRow        *row,
                             guint                n_weeks,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (FactQuery) query = NULL;
  g_autofree char *first = NULL, *last = NULL;
  Counting *counting = g_new0 (Counting, 1);

  g_return_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && n_weeks > 0);

  counting->row = g_object_ref (row);
  counting->n_weeks = n_weeks;
  counting->first = fact_week_from_day (fact_clock_get_today (self->clock)) - (n_weeks - 1) * FACT_DAYS_IN_WEEK;
  g_task_set_source_tag (task, fact_team_count_weeks_async);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);
  if (counting->first >= self->loaded_from) {
    return_counts (task);
    return;
  }
  first = fact_day_format_iso (counting->first);
  last = fact_day_format_iso (self->loaded_from - 1);
  query = fact_query_where (fact_query_new (FACT_TYPE_CONTACT), "date", FACT_OP_BETWEEN, first, last);
  fact_query_where (query, "patient", FACT_OP_EQUAL, fact_board_row_get_patient_uid (row));
  fact_query_as_of (query, self->as_of_seq);
  fact_store_load_async (self->store, &query, 1, cancellable, loaded_cb, g_steal_pointer (&task));
}

GArray *
fact_team_count_weeks_finish (FactTeam      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
