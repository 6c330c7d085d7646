/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include <glib/gi18n.h>

int
fact_admin_check (FactAdmin *self,
                  int        argc,
                  char     **argv)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GOptionEntry entries[] = { { NULL } };
  gulong n;

  if (!fact_admin_parse (entries, "", 0, &argc, &argv))
    return FACT_ADMIN_USAGE;
  if (!fact_admin_open_store (self, FALSE))
    return FACT_ADMIN_FAILED;
  fact_sqlite_store_check (FACT_SQLITE_STORE (self->store), findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s\n", (char *) findings->pdata[i]);
  if (findings->len > 0)
    return FACT_ADMIN_FAILED;
  n = (gulong) fact_store_get_head (self->store);
  /* Translators: the number of changes in the journal */
  g_printerr (ngettext ("Nothing is wrong. %lu change in the journal.", "Nothing is wrong. %lu changes in the journal.", n), n);
  g_printerr ("\n");
  return FACT_ADMIN_DONE;
}
