/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "fact-config.h"

#define EXIT_USAGE 2

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FACT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc == 2 && g_str_equal (argv[1], "--version")) {
    g_print ("facttavlan-admin %s\n", FACT_VERSION);
    return EXIT_SUCCESS;
  }

  g_printerr ("%s\n", _("Usage: facttavlan-admin [--database FILE] COMMAND"));

  return EXIT_USAGE;
}
