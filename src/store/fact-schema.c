/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-schema.h"

#include "fact-store.h"
#include "fact-store-resources.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define STEPS "/org/facttavlan/store/sql"

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
list_steps (GError **error)
{
  GStrv steps;

  /* Named here, so that the linker keeps the resources of this static library. */
  fact_store_get_resource ();
  steps = g_resources_enumerate_children (STEPS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (steps)
    qsort (steps, g_strv_length (steps), sizeof *steps, compare_steps);
  return steps;
}

static gboolean
run_step (FactSqlite  *sqlite,
          const char  *name,
          GError     **error)
{
  g_autofree char *path = g_strconcat (STEPS "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;

  if (!bytes)
    return FALSE;
  sql = g_strdup_printf ("BEGIN IMMEDIATE;\n%.*s\nPRAGMA user_version = %d;\nCOMMIT;",
                         (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL), atoi (name));
  if (fact_sqlite_exec (sqlite, sql, error))
    return TRUE;
  fact_sqlite_exec (sqlite, "ROLLBACK", NULL);
  g_prefix_error (error, "Step %s: ", name);
  return FALSE;
}

/* A file of no version must be empty and one of ours has a journal: what another program wrote is not added to. */
static gboolean
check_ours (FactSqlite  *sqlite,
            gint64       version,
            GError     **error)
{
  const char *sql = version == 0 ? "SELECT count (*) = 0 FROM \"sqlite_schema\""
                                 : "SELECT count (*) FROM \"sqlite_schema\" WHERE \"name\" = 'change'";
  gint64 ours;

  if (!fact_sqlite_get_number (sqlite, sql, 0, &ours, error))
    return FALSE;
  if (!ours)
    g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED,
                         _("The file was written by another program. It is no board. Nothing was changed."));
  return ours != 0;
}

/* A step is never taken back, so the file as it was is kept beside it. */
static gboolean
keep_copy (FactSqlite  *sqlite,
           const char  *path,
           int          newest,
           GError     **error)
{
  g_autofree char *name = g_strdup_printf ("%s.before-%d", path, newest);
  g_autoptr (GBytes) bytes = fact_sqlite_serialize (sqlite, error);
  gsize size;
  const char *data;

  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (name, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, error))
    return TRUE;
  g_prefix_error (error, "%s ", _("The file is of an older version of the program, and no copy of it could be kept before "
                                  "it is brought up to date. Nothing was changed."));
  return FALSE;
}

gboolean
fact_schema_upgrade (FactSqlite  *sqlite,
                     const char  *path,
                     GError     **error)
{
  g_auto (GStrv) steps = list_steps (error);
  gint64 version;
  int newest;

  if (!steps || !fact_sqlite_get_number (sqlite, "PRAGMA user_version", 0, &version, error))
    return FALSE;
  newest = atoi (steps[g_strv_length (steps) - 1]);
  if (version > newest) {
    g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_NEWER,
                         _("The file was written by a newer version of the program. Nothing was changed. "
                           "Update the program."));
    return FALSE;
  }
  if (!check_ours (sqlite, version, error))
    return FALSE;
  if (version > 0 && version < newest && !keep_copy (sqlite, path, newest, error))
    return FALSE;
  for (guint i = 0; steps[i]; i++) {
    if (atoi (steps[i]) > version && !run_step (sqlite, steps[i], error))
      return FALSE;
  }
  return TRUE;
}
