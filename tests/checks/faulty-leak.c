/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

int
main (int   argc,
      char *argv[])
{
  char *lost = g_strdup_printf ("%d arguments", argc);

  g_print ("%s\n", lost);
  lost = NULL;

  return lost ? 1 : 0;
}
