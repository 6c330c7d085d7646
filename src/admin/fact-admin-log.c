/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-admin.h"

#include "fact-history.h"
#include "fact-team-code.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define PAGE 500

/* Returns: (transfer full) (nullable): the uid, NULL when the reason was told. */
static char *
find_patient (FactAdmin  *self,
              const char *code)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *uid;

  fact_team_find_patient_async (self->team, code, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  uid = fact_team_find_patient_finish (self->team, result, &error);
  if (error)
    fact_admin_fail (g_steal_pointer (&error));
  else if (!uid) {
    g_printerr (_("There is no patient %s."), code);
    g_printerr ("\n");
  }
  return uid;
}

static void
print_entry (FactHistoryEntry *entry)
{
  const char *note = fact_history_entry_get_note (entry);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s", fact_history_entry_get_seq (entry),
           fact_history_entry_get_local_time (entry), fact_history_entry_get_who_words (entry),
           fact_history_entry_get_verb (entry), fact_history_entry_get_words (entry));
  if (note) {
    g_print ("\t");
    /* Translators: why something was restored, in the words of who did it */
    g_print (_("Reason: %s"), note);
  }
  g_print ("\n");
}

/* Returns: (transfer full) (nullable): NULL when the reason was told. */
static GPtrArray *
read_page (FactAdmin  *self,
           const char *patient,
           gint64     *before)
{
  FactAdminWait wait = FACT_ADMIN_WAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  GPtrArray *page;

  fact_team_read_history_async (self->team, patient, NULL, *before, PAGE, NULL, fact_admin_done_cb, &wait);
  result = fact_admin_wait (&wait);
  page = fact_team_read_history_finish (self->team, result, before, &error);
  if (!page)
    fact_admin_fail (error);
  return page;
}

/* Newest first. Returns: the exit status. */
static int
print_log (FactAdmin  *self,
           const char *patient,
           gint64      since)
{
  gint64 before = 0;

  do {
    g_autoptr (GPtrArray) page = read_page (self, patient, &before);

    if (!page)
      return FACT_ADMIN_FAILED;
    for (guint i = 0; i < page->len; i++) {
      if (fact_history_entry_get_time (page->pdata[i]) < since)
        return FACT_ADMIN_DONE;
      print_entry (page->pdata[i]);
    }
  } while (before);
  return FACT_ADMIN_DONE;
}

int
fact_admin_log (FactAdmin *self,
                int        argc,
                char     **argv)
{
  g_autofree char *code = NULL;
  g_autofree char *since_text = NULL;
  g_autofree char *patient = NULL;
  GOptionEntry entries[] = {
    { "patient", 0, 0, G_OPTION_ARG_STRING, &code, N_("Only what is about this patient"), N_("CODE") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since_text, N_("Only what was done from this day on"), N_("DATE") },
    { NULL }
  };
  guint since = 0;
  int status;

  if (!fact_admin_parse (entries, "", 0, &argc, &argv))
    return FACT_ADMIN_USAGE;
  if (since_text && !(since = fact_admin_parse_date (self, since_text)))
    return FACT_ADMIN_USAGE;
  if (!fact_admin_open (self, FALSE))
    return FACT_ADMIN_FAILED;
  if (code && !(patient = find_patient (self, code)))
    return FACT_ADMIN_FAILED;
  status = print_log (self, patient, since ? fact_clock_get_end_of_day (self->clock, since - 1) + 1 : G_MININT64);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr (_("Could not write to standard output."));
  g_printerr ("\n");
  return FACT_ADMIN_FAILED;
}
