/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-team-code.h"
#include "fact-typed-date.h"

#include <glib/gi18n.h>

int
fact_admin_fail (GError *error)
{
  g_printerr ("%s\n", error->message);
  g_error_free (error);
  return FACT_ADMIN_FAILED;
}

void
fact_admin_done_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  FactAdminWait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

GAsyncResult *
fact_admin_wait (FactAdminWait *wait)
{
  g_main_loop_run (wait->loop);
  g_main_loop_unref (wait->loop);
  return wait->result;
}

gboolean
fact_admin_open_store (FactAdmin *self,
                       gboolean   create)
{
  g_autoptr (GError) error = NULL;
  guint n;
  const GType *types = fact_team_list_types (&n);

  self->made = !g_file_test (self->path, G_FILE_TEST_EXISTS);
  if (!create && self->made) {
    /* Translators: a file name */
    g_printerr (_("There is no file %s."), self->path);
    g_printerr ("\n");
    return FALSE;
  }
  self->store = fact_sqlite_store_new (self->path, types, n, self->clock, &error);
  if (self->store)
    return TRUE;
  fact_admin_fail (g_steal_pointer (&error));
  return FALSE;
}

gboolean
fact_admin_open (FactAdmin *self,
                 gboolean   create)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!fact_admin_open_store (self, create)) {
    g_main_loop_unref (wait.loop);
    return FALSE;
  }
  fact_team_open_async (self->store, self->clock, g_get_host_name (), NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  self->team = fact_team_open_finish (result, &error);
  if (!self->team) {
    fact_admin_fail (g_steal_pointer (&error));
    return FALSE;
  }
  fact_team_set_system_user (self->team, g_get_user_name ());
  return TRUE;
}

gboolean
fact_admin_parse (GOptionEntry *entries,
                  const char   *arguments,
                  int           n_arguments,
                  int          *argc,
                  char       ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  /* Stands in the help of the command. */
  g_autofree char *program = g_strconcat ("facttavlan-admin ", (*argv)[0], NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error) && *argc == 1 + n_arguments)
    return TRUE;
  if (error)
    g_printerr ("%s\n", error->message);
  else
    g_printerr (_("Usage: facttavlan-admin %s %s"), (*argv)[0], arguments);
  g_printerr ("\n");
  return FALSE;
}

FactWeek
fact_admin_parse_week (FactAdmin  *self,
                       const char *text)
{
  guint today = fact_clock_get_today (self->clock);
  FactWeek week = text ? fact_week_parse (text, today) : fact_week_from_day (today);

  if (!week) {
    g_printerr (_("\"%s\" is not a week. Write 2019-W20."), text);
    g_printerr ("\n");
  }
  return week;
}

guint
fact_admin_parse_date (FactAdmin  *self,
                       const char *text)
{
  guint day = fact_typed_date_parse (text, fact_clock_get_today (self->clock), FACT_TYPED_DATE_PAST);

  if (!day) {
    g_printerr (_("\"%s\" is not a date. Write 2019-03-27."), text);
    g_printerr ("\n");
  }
  return day;
}

static FactTeam *
open_as_of (FactAdmin *self,
            guint      day)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FactTeam *team;

  fact_team_open_as_of_async (self->team, day, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  team = fact_team_open_as_of_finish (result, &error);
  if (!team)
    fact_admin_fail (g_steal_pointer (&error));
  return team;
}

FactTeam *
fact_admin_open_board (FactAdmin  *self,
                       const char *week_text,
                       const char *date_text)
{
  FactWeek week = fact_admin_parse_week (self, week_text);
  guint day = date_text ? fact_admin_parse_date (self, date_text) : 0;
  guint today = fact_clock_get_today (self->clock);
  FactAdminWait wait = { NULL, NULL };
  g_autoptr (FactTeam) team = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  if (!week || (date_text && !day))
    return NULL;
  if (day > today) {
    g_printerr (_("\"%s\" lies ahead: nobody knows how the board will stand. Write a day up to today."), date_text);
    g_printerr ("\n");
    return NULL;
  }
  if (day && !week_text)
    week = fact_week_from_day (day);
  team = day ? open_as_of (self, day) : g_object_ref (self->team);
  if (!team)
    return NULL;
  wait.loop = g_main_loop_new (NULL, FALSE);
  fact_team_set_week_async (team, week, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  if (fact_team_set_week_finish (team, result, &error))
    return g_steal_pointer (&team);
  fact_admin_fail (error);
  return NULL;
}
