/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const struct {
  const char *name;
  FactAdminCommand run;
} commands[] = {
  { "import", fact_admin_import },
  { "export", fact_admin_export },
  { "board", fact_admin_board },
  { "demo", fact_admin_demo },
  { "check", fact_admin_check },
  { "log", fact_admin_log },
};

static const char *
get_usage (void)
{
  return _("Usage: facttavlan-admin [--database FILE] COMMAND\n"
                        "\n"
                        "  import FILE [--week WEEK] [--dry-run] [--same-people]   reads a board table, or records as JSON\n"
                        "  export [--format tsv|csv|json] [--week WEEK] [--date DATE] FILE\n"
                        "  board [--week WEEK] [--date DATE]                       the board as a table\n"
                        "  demo [--patients N] [--years N] [--today DATE]          fills an empty file with a made-up team\n"
                        "  check                                                   whether all is as it was written\n"
                        "  log [--patient CODE] [--since DATE]                     who did what, newest first");
}

static int
usage (void)
{
  g_printerr ("%s\n", get_usage ());
  return FACT_ADMIN_USAGE;
}

static char *
default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "facttavlan", "team.facttavlan", NULL);
}

/* What comes before the command; the rest is the command's own. Returns: the index of the command, 0 none. */
static int
parse_globals (FactAdmin *self,
               int        argc,
               char     **argv)
{
  int i = 1;

  while (i < argc && argv[i][0] == '-') {
    if (g_str_has_prefix (argv[i], "--database="))
      self->path = g_strdup (argv[i] + strlen ("--database="));
    else if (strcmp (argv[i], "--database") == 0 && i + 1 < argc)
      self->path = g_strdup (argv[++i]);
    else
      return 0;
    i++;
  }
  return i < argc ? i : 0;
}

static int
run (FactAdmin *self,
     int        argc,
     char     **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (strcmp (argv[0], commands[i].name) == 0)
      return commands[i].run (self, argc, argv);
  }
  return usage ();
}

int
main (int   argc,
      char *argv[])
{
  FactAdmin self = { NULL };
  int first, status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FACT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("facttavlan-admin");

  if (argc == 2 && strcmp (argv[1], "--version") == 0) {
    g_print ("facttavlan-admin %s\n", FACT_VERSION);
    return FACT_ADMIN_DONE;
  }
  if (argc == 2 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)) {
    g_print ("%s\n", get_usage ());
    return FACT_ADMIN_DONE;
  }
  first = parse_globals (&self, argc, argv);
  if (!first) {
    g_free (self.path);
    return usage ();
  }
  if (!self.path)
    self.path = default_path ();
  self.clock = fact_clock_new (NULL);
  status = run (&self, argc - first, argv + first);
  g_clear_object (&self.team);
  /* What the team had under way ends, so that the file is closed. */
  while (g_main_context_iteration (NULL, FALSE));
  if (self.store && self.made && !self.keep)
    fact_sqlite_store_discard (FACT_SQLITE_STORE (self.store));
  g_clear_object (&self.store);
  g_object_unref (self.clock);
  g_free (self.path);
  return status;
}
