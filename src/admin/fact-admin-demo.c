/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-demo.h"

#include <glib/gi18n.h>
#include <unistd.h>

static void
progress_cb (guint    done,
             guint    total,
             gpointer data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u / %u", done, total);
}

static gboolean
is_within (const char *option,
           int         value,
           int         most)
{
  if (value >= 0 && value <= most)
    return TRUE;
  /* Translators: an option of the command line and the greatest number it takes */
  g_printerr (_("%s takes a number from 0 to %d."), option, most);
  g_printerr ("\n");
  return FALSE;
}

int
fact_admin_demo (FactAdmin *self,
                 int        argc,
                 char     **argv)
{
  g_autofree char *today_text = NULL;
  int n_patients = 0, years = 0;
  GOptionEntry entries[] = {
    { "patients", 0, 0, G_OPTION_ARG_INT, &n_patients, N_("How many patients; 240 when it is not given"), N_("N") },
    { "years", 0, 0, G_OPTION_ARG_INT, &years, N_("How many years the team has had the board"), N_("N") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_("The day that everything is relative to"), N_("DATE") },
    { NULL }
  };
  FactDemoOptions options = { 0 };
  g_autoptr (FactClock) clock = NULL;
  GError *error = NULL;

  if (!fact_admin_parse (entries, "", 0, &argc, &argv) ||
      !is_within ("--patients", n_patients, FACT_DEMO_MAX_PATIENTS) || !is_within ("--years", years, FACT_DEMO_MAX_YEARS))
    return FACT_ADMIN_USAGE;
  options.n_patients = (guint) n_patients;
  options.years = (guint) years;
  options.today = today_text ? fact_admin_parse_date (self, today_text) : fact_clock_get_today (self->clock);
  if (!options.today)
    return FACT_ADMIN_USAGE;
  /* The file is filled on a clock of its own, which runs through the past. */
  clock = fact_clock_new_fixed (NULL, fact_clock_get_now (self->clock));
  g_set_object (&self->clock, clock);
  if (!fact_admin_open_store (self, TRUE))
    return FACT_ADMIN_FAILED;
  if (!fact_sqlite_store_is_empty (FACT_SQLITE_STORE (self->store))) {
    /* Translators: a file name */
    g_printerr (_("%s holds a board already. Nothing was changed. Name a file that is not there."), self->path);
    g_printerr ("\n");
    return FACT_ADMIN_FAILED;
  }
  if (!fact_demo_fill (FACT_SQLITE_STORE (self->store), clock, &options, progress_cb, NULL, &error))
    return fact_admin_fail (error);
  self->keep = TRUE;
  if (isatty (STDERR_FILENO))
    g_printerr ("\n");
  return FACT_ADMIN_DONE;
}
