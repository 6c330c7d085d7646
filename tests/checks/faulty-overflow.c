/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

int
main (int   argc,
      char *argv[])
{
  g_autofree char *four = g_malloc (4);

  /* One byte too far; argc is 1, which the compiler does not know. */
  four[3 + argc] = 'x';
  g_print ("%c\n", four[3 + argc]);

  return 0;
}
