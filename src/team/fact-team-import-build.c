/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The change a table makes, at once or in slices. */

#include "fact-team-import-private.h"

#include <glib/gi18n-lib.h>

/* Rows a slice: a few milliseconds. */
#define SLICE 50

typedef struct {
  FactImportBuild build;
  guint next;
} Slices;

static void
slices_free (Slices *slices)
{
  fact_import_build_clear (&slices->build);
  g_free (slices);
}

static void
append_line (GString    *text,
             const char *line)
{
  g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
}

static void
append_asked (GString       *text,
              FactImportRow *row)
{
  FactImportBearer *first = row->bearers->pdata[0];
  /* Translators: of a row of a table; the code is that of a patient */
  const char *differ = _("Row %u: %s is known with another municipality or care contact. Is it the same person?");
  /* Translators: of a row of a table; the code is that of several patients */
  const char *several = _("Row %u: several patients have the code %s. Is it the same person?");
  g_autofree char *line = g_strdup_printf (first->differs ? differ : several, row->number, row->code);

  append_line (text, line);
}

static void
append_twice (GString       *text,
              FactImportRow *row,
              FactImportRow *other)
{
  g_autofree char *line = NULL;

  /* Translators: numbers of two rows of a table */
  line = g_strdup_printf (_("Rows %u and %u are about the same patient. Choose another person for one of them."),
                          other->number, row->number);
  append_line (text, line);
}

/* Every row must be about one patient, and each patient in one row. */
static gboolean
check_people (FactTeamImport  *self,
              GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++) {
    FactImportRow *row = self->rows->pdata[i], *other;
    FactImportBearer *bearer = row->bearer < row->bearers->len ? row->bearers->pdata[row->bearer] : NULL;

    if (!bearer) {
      append_asked (text, row);
      continue;
    }
    other = g_hash_table_lookup (taken, bearer->code);
    if (other)
      append_twice (text, row, other);
    g_hash_table_insert (taken, bearer->code, row);
  }
  if (text->len == 0)
    return TRUE;
  g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, "%s", text->str);
  return FALSE;
}

static gboolean
begin (FactTeamImport   *self,
       FactImportBuild  *build,
       GError          **error)
{
  g_autoptr (FactChange) change = NULL;

  if (!check_people (self, error))
    return FALSE;
  change = fact_team_begin (self->team, "board.import", NULL, NULL, error);
  if (!change)
    return FALSE;
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_set_object (&self->change, change);
  g_hash_table_remove_all (self->noted);
  g_ptr_array_set_size (self->texts, 0);
  fact_import_build_init (build, self, change);
  fact_team_import_set_progress (self, 0);
  return TRUE;
}

FactChange *
fact_team_import_build (FactTeamImport  *self,
                        GError         **error)
{
  FactImportBuild build;

  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);

  if (!begin (self, &build, error))
    return NULL;
  for (guint i = 0; i < self->rows->len; i++)
    fact_import_build_row (&build, self->rows->pdata[i]);
  fact_import_build_clear (&build);
  return g_object_ref (self->change);
}

static gboolean
slice_cb (gpointer data)
{
  GTask *task = data;
  FactTeamImport *self = g_task_get_source_object (task);
  Slices *slices = g_task_get_task_data (task);
  guint end = MIN (slices->next + SLICE, self->rows->len);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  while (slices->next < end)
    fact_import_build_row (&slices->build, self->rows->pdata[slices->next++]);
  fact_team_import_set_progress (self, self->rows->len ? (double) slices->next / self->rows->len : 1);
  if (slices->next < self->rows->len)
    return G_SOURCE_CONTINUE;
  g_task_return_pointer (task, g_object_ref (slices->build.change), g_object_unref);
  return G_SOURCE_REMOVE;
}

void
fact_team_import_build_async (FactTeamImport      *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  FactImportBuild build;
  GError *error = NULL;
  Slices *slices;

  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));

  g_task_set_source_tag (task, fact_team_import_build_async);
  if (!begin (self, &build, &error)) {
    g_task_return_error (task, error);
    return;
  }
  slices = g_new0 (Slices, 1);
  slices->build = build;
  g_task_set_task_data (task, slices, (GDestroyNotify) slices_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, slice_cb, g_steal_pointer (&task), g_object_unref);
}

FactChange *
fact_team_import_build_finish (FactTeamImport  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
