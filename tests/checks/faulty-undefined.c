/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

int
main (int   argc,
      char *argv[])
{
  int most = G_MAXINT;

  g_print ("%d\n", most + argc);

  return 0;
}
