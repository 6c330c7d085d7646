/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-application.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>

#include "fact-config.h"

/* A machine may name a language whose locale was never generated (a fresh Debian has none). The person still meant
 * that language: take the C rules in UTF-8 and let gettext look for the translation. */
static void
set_locale (void)
{
  const char *wanted = g_getenv ("LC_ALL");
  const char *language = g_getenv ("LANGUAGE");

  if (setlocale (LC_ALL, "") && !g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    return;

  if (!wanted || !*wanted)
    wanted = g_getenv ("LC_MESSAGES");
  if (!wanted || !*wanted)
    wanted = g_getenv ("LANG");
  setlocale (LC_ALL, "C.UTF-8");
  /* An empty one, as some installers leave, says nothing. */
  if (wanted && *wanted && (!language || !*language))
    g_setenv ("LANGUAGE", wanted, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (FactApplication) app = NULL;
  const char *translations = g_getenv ("TEXTDOMAINDIR");

  /* The threads of the start leave little, scattered over an area of their own each. */
  mallopt (M_ARENA_MAX, 2);
  /* GTK would set the locale again. */
  gtk_disable_setlocale ();
  set_locale ();
  /* The variable is gettext(1)'s: a translation can be tried before it is installed. */
  bindtextdomain (GETTEXT_PACKAGE, translations ? translations : FACT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  app = fact_application_new ();

  return g_application_run (G_APPLICATION (app), argc, argv);
}
