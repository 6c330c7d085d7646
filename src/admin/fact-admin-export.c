/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-board-table.h"
#include "fact-json.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Whether the file is a database of any kind. The one that is open is known by its inode: to open it once more and close
 * it would drop SQLite's locks. */
static gboolean
is_database (FactAdmin      *self,
             const char     *name,
             const GStatBuf *found)
{
  static const char magic[] = "SQLite format 3";
  char begin[sizeof magic] = "";
  GStatBuf open;
  FILE *file;

  if (g_stat (self->path, &open) == 0 && open.st_dev == found->st_dev && open.st_ino == found->st_ino)
    return TRUE;
  file = g_fopen (name, "rb");
  if (!file)
    return FALSE;
  if (fread (begin, 1, sizeof begin, file) != sizeof begin)
    begin[0] = '\0';
  fclose (file);
  return memcmp (begin, magic, sizeof magic) == 0;
}

/* What is written takes the place of what stands there, which must not be a board or a device. */
static gboolean
may_replace (FactAdmin  *self,
             const char *name)
{
  GStatBuf found;

  if (g_str_has_suffix (name, "-journal") || g_str_has_suffix (name, ".lock")) {
    /* Translators: a file name */
    g_printerr (_("%s is what a board calls a file of its own. Nothing was written. Choose another name."), name);
    g_printerr ("\n");
    return FALSE;
  }
  if (g_stat (name, &found) != 0)
    return TRUE;
  if (!S_ISREG (found.st_mode))
    /* Translators: a file name */
    g_printerr (_("%s is not an ordinary file. Nothing was written. Write - for standard output."), name);
  else if (is_database (self, name, &found))
    /* Translators: a file name */
    g_printerr (_("%s is a database, which would be lost. Nothing was written. Choose another name."), name);
  else
    return TRUE;
  g_printerr ("\n");
  return FALSE;
}

static gboolean
write_out (FactAdmin  *self,
           const char *name,
           const char *text,
           gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (name, "-") == 0) {
    if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
      return TRUE;
    g_printerr (_("Could not write to standard output."));
    g_printerr ("\n");
    return FALSE;
  }
  if (!may_replace (self, name))
    return FALSE;
  if (g_file_set_contents_full (name, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return TRUE;
  fact_admin_fail (g_steal_pointer (&error));
  return FALSE;
}

static int
write_table (FactAdmin  *self,
             const char *week,
             const char *date,
             char        separator,
             const char *name)
{
  g_autoptr (FactTeam) team = fact_admin_open_board (self, week, date);
  g_autoptr (FactTable) table = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!team)
    return FACT_ADMIN_FAILED;
  table = fact_board_table_new (team, separator);
  text = fact_table_format (table, &length);
  return write_out (self, name, text, length) ? FACT_ADMIN_DONE : FACT_ADMIN_FAILED;
}

static gboolean
are_right (FactAdmin  *self,
           const char *week,
           const char *date)
{
  return fact_admin_parse_week (self, week) && (!date || fact_admin_parse_date (self, date));
}

int
fact_admin_board (FactAdmin *self,
                  int        argc,
                  char     **argv)
{
  g_autofree char *week = NULL;
  g_autofree char *date = NULL;
  GOptionEntry entries[] = {
    { "week", 0, 0, G_OPTION_ARG_STRING, &week, N_("The week of the day columns, as 2019-W20"), N_("WEEK") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("The board as it stood at the end of this day"), N_("DATE") },
    { NULL }
  };

  if (!fact_admin_parse (entries, "", 0, &argc, &argv) || !are_right (self, week, date))
    return FACT_ADMIN_USAGE;
  if (!fact_admin_open (self, FALSE))
    return FACT_ADMIN_FAILED;
  return write_table (self, week, date, '\t', "-");
}

static int
write_json (FactAdmin  *self,
            const char *name)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) text = NULL;
  GError *error = NULL;

  fact_json_export_async (self->team, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  text = fact_json_export_finish (self->team, result, &error);
  if (!text)
    return fact_admin_fail (error);
  return write_out (self, name, g_bytes_get_data (text, NULL), g_bytes_get_size (text)) ? FACT_ADMIN_DONE : FACT_ADMIN_FAILED;
}

int
fact_admin_export (FactAdmin *self,
                   int        argc,
                   char     **argv)
{
  g_autofree char *week = NULL;
  g_autofree char *date = NULL;
  g_autofree char *format = NULL;
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("tsv (the default), csv or json"), N_("FORMAT") },
    { "week", 0, 0, G_OPTION_ARG_STRING, &week, N_("The week of the day columns, as 2019-W20"), N_("WEEK") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("The board as it stood at the end of this day"), N_("DATE") },
    { NULL }
  };

  if (!fact_admin_parse (entries, _("FILE"), 1, &argc, &argv) || !are_right (self, week, date))
    return FACT_ADMIN_USAGE;
  if (format && !g_strv_contains ((const char *const[]) { "tsv", "csv", "json", NULL }, format)) {
    g_printerr (_("\"%s\" is not a format. Write tsv, csv or json."), format);
    g_printerr ("\n");
    return FACT_ADMIN_USAGE;
  }
  if (!fact_admin_open (self, FALSE))
    return FACT_ADMIN_FAILED;
  if (g_strcmp0 (format, "json") == 0)
    return write_json (self, argv[1]);
  g_printerr ("%s\n", _("The table holds signatures only: status, kind and time of contacts are not in its columns."));
  return write_table (self, week, date, g_strcmp0 (format, "csv") == 0 ? ';' : '\t', argv[1]);
}
