/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-board-import.h"
#include "fact-json.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  FactAdmin *admin;
  FactTeamImport *import;
  FactWeek week;
  gboolean dry_run, same_people;
} Job;

static gboolean
read_sheet (Job        *job,
            const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (FactTable) table = fact_table_load (file, NULL, &error);
  g_autoptr (GPtrArray) triages = NULL;
  g_auto (GStrv) words = fact_board_import_list_words (job->admin->team, &triages);
  g_autoptr (FactSheet) sheet = NULL;
  g_autofree char *refusals = NULL;

  if (!table) {
    fact_admin_fail (g_steal_pointer (&error));
    return FALSE;
  }
  sheet = fact_sheet_read (table, (const char *const *) words);
  refusals = fact_sheet_format_refusals (sheet);
  if (refusals) {
    g_printerr ("%s\n", refusals);
    return FALSE;
  }
  for (guint i = 0; i < sheet->ignored->len; i++) {
    /* Translators: the heading of a column of a table */
    g_printerr (_("Column ignored: %s"), (char *) sheet->ignored->pdata[i]);
    g_printerr ("\n");
  }
  job->import = fact_board_import_new (job->admin->team, job->week, sheet, triages);
  return TRUE;
}

static gboolean
prepare (Job *job)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  fact_team_import_prepare_async (job->import, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  if (!fact_team_import_prepare_finish (job->import, result, &error)) {
    fact_admin_fail (error);
    return FALSE;
  }
  for (guint i = 0; job->same_people && i < fact_team_import_get_n_rows (job->import); i++)
    fact_team_import_set_bearer (job->import, i, 0);
  return TRUE;
}

static void
print_list (const char *title,
            GPtrArray  *texts)
{
  g_autoptr (GString) line = g_string_new (title);

  if (texts->len == 0)
    return;
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (line, "%s %s", i ? "," : "", (char *) texts->pdata[i]);
  g_printerr ("%s\n", line->str);
}

static GPtrArray *
list_words (GPtrArray *words)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (list, ((FactImportWord *) words->pdata[i])->word);
  return list;
}

static void
report (Job *job)
{
  g_autoptr (GPtrArray) missing = fact_team_import_get_missing (job->import);
  g_autoptr (GPtrArray) staff = list_words (fact_team_import_get_words (job->import));
  g_autoptr (GPtrArray) places = list_words (fact_team_import_get_municipalities (job->import));
  GPtrArray *people = fact_team_import_get_new_people (job->import);
  guint counts[4] = { 0 };

  for (guint i = 0; i < people->len; i++) {
    if (!g_ptr_array_find_with_equal_func (staff, people->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (staff, people->pdata[i]);
  }
  for (guint i = 0; i < fact_team_import_get_n_rows (job->import); i++)
    counts[fact_team_import_get_verdict (job->import, i)]++;
  print_list (_("New signatures:"), staff);
  print_list (_("New municipalities:"), places);
  print_list (_("Kept as text:"), fact_team_import_get_texts (job->import));
  print_list (_("On the board, but not in the table (they stay):"), missing);
  /* Translators: counts of patients in a table that is read */
  g_printerr (_("New: %u, changed: %u, the same: %u."), counts[FACT_IMPORT_NEW], counts[FACT_IMPORT_CHANGED],
              counts[FACT_IMPORT_SAME]);
  g_printerr ("\n");
}

static int
commit_change (FactAdmin  *admin,
               FactChange *change)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  fact_team_commit_async (admin->team, change, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  if (!fact_team_commit_finish (admin->team, result, &error))
    return fact_admin_fail (error);
  admin->keep = TRUE;
  return FACT_ADMIN_DONE;
}

static void
report_records (FactChange *change,
                gboolean    dry_run)
{
  guint n = fact_change_get_n_edits (change);

  if (dry_run)
    g_printerr (ngettext ("%u record would be imported.", "%u records would be imported.", n), n);
  else
    g_printerr (ngettext ("%u record was imported.", "%u records were imported.", n), n);
  g_printerr ("\n");
}

static int
import_json (Job    *job,
             GBytes *bytes)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FactChange) change = NULL;
  GError *error = NULL;
  int status;

  fact_json_import_async (job->admin->team, bytes, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  change = fact_json_import_finish (job->admin->team, result, NULL, &error);
  if (!change)
    return fact_admin_fail (error);
  status = job->dry_run ? FACT_ADMIN_DONE : commit_change (job->admin, change);
  if (status == FACT_ADMIN_DONE)
    report_records (change, job->dry_run);
  return status;
}

static int
commit (Job *job)
{
  GError *error = NULL;
  g_autoptr (FactChange) change = fact_team_import_build (job->import, &error);

  if (!change && !g_error_matches (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE))
    return fact_admin_fail (error);
  if (!change) {
    g_printerr ("%s\n%s\n", error->message, _("Nothing was imported. If they are, import again with --same-people."));
    g_error_free (error);
    return FACT_ADMIN_FAILED;
  }
  report (job);
  if (job->dry_run)
    return FACT_ADMIN_DONE;
  return commit_change (job->admin, change);
}

static void
job_clear (Job *job)
{
  g_clear_object (&job->import);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

int
fact_admin_import (FactAdmin *self,
                   int        argc,
                   char     **argv)
{
  g_autofree char *week_text = NULL;
  g_auto (Job) job = { .admin = self };
  GOptionEntry entries[] = {
    { "week", 0, 0, G_OPTION_ARG_STRING, &week_text, N_("The week of the table's day columns, as 2019-W20"), N_("WEEK") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &job.dry_run, N_("Say what would be done, and do nothing"), NULL },
    { "same-people", 0, 0, G_OPTION_ARG_NONE, &job.same_people,
      N_("Patients whose municipality or care contact differ are the same people"), NULL },
    { NULL }
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) json = NULL;
  GError *error = NULL;

  if (!fact_admin_parse (entries, _("FILE"), 1, &argc, &argv))
    return FACT_ADMIN_USAGE;
  job.week = fact_admin_parse_week (self, week_text);
  if (!job.week)
    return FACT_ADMIN_USAGE;
  if (!fact_admin_open (self, TRUE))
    return FACT_ADMIN_FAILED;
  file = g_file_new_for_commandline_arg (argv[1]);
  json = fact_json_load (file, NULL, &error);
  if (error)
    return fact_admin_fail (error);
  if (json)
    return import_json (&job, json);
  if (!read_sheet (&job, argv[1]) || !prepare (&job))
    return FACT_ADMIN_FAILED;
  return commit (&job);
}
