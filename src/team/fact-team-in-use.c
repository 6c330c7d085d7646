/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a word cannot be removed: who uses it, in words, and what to do instead. */

#include "fact-team-private.h"

#include "fact-kind.h"
#include "fact-organisation.h"

#include <glib/gi18n-lib.h>

#define N_NAMED 3                   /* users that are named; further ones are counted */

/* The patient's code, or what a word is called. (transfer none) (nullable) */
static const char *
get_name (FactTeam   *self,
          const char *uid)
{
  FactCase *one = fact_cases_lookup (self->cases, uid);
  FactRecord *record = fact_store_lookup (self->store, uid);

  if (one && one->patient)
    return one->patient->code;
  return record && !fact_record_get_subject (record) ? fact_vocabulary_get_label (record) : NULL;
}

/* "NN-89, BB-90 and 3 more" */
static char *
list_names (FactTeam  *self,
            GPtrArray *users)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_named = 0;

  for (guint i = 0; i < users->len && n_named < N_NAMED; i++) {
    const char *name = get_name (self, users->pdata[i]);

    if (name)
      g_string_append_printf (text, "%s%s", n_named++ ? ", " : "", name);
  }
  if (n_named == 0)
    return g_strdup_printf (ngettext ("%u that is not loaded yet", "%u that are not loaded yet", users->len), users->len);
  if (n_named == users->len)
    return g_string_free (g_steal_pointer (&text), FALSE);
  /* Translators: after some codes or signatures, and how many there are besides: "NN-89, BB-90 and 3 more" */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", users->len - n_named), text->str,
                          users->len - n_named);
}

static const char *
get_format (FactRecord *removed,
            guint       n)
{
  /* Translators: how many patients, what was to be removed, the patients' codes: "3 patients stand or have stood under
   * Crisis: NN-89, BB-90, DD-75." */
  if (FACT_IS_TRIAGE (removed))
    return ngettext ("%u patient stands or has stood under %s: %s.", "%u patients stand or have stood under %s: %s.", n);
  if (FACT_IS_REASON (removed))
    return ngettext ("%u patient has or has had the reason %s: %s.", "%u patients have or have had the reason %s: %s.", n);
  if (FACT_IS_KIND (removed))
    return ngettext ("%u patient has contacts of the kind %s: %s.", "%u patients have contacts of the kind %s: %s.", n);
  if (FACT_IS_STAFF (removed))
    return ngettext ("%u patient has %s as a contact person or in the week: %s.",
                     "%u patients have %s as a contact person or in the week: %s.", n);
  return NULL;
}

static const char *
get_advice (FactRecord *removed)
{
  if (FACT_IS_STAFF (removed))
    return _("Give a last day instead.");
  if (FACT_IS_ORGANISATION (removed))
    return _("Change that first.");
  return _("Switch it off instead, or change that first.");
}

char *
fact_team_describe_users (FactTeam   *self,
                          FactRecord *removed,
                          GPtrArray  *users)
{
  g_autofree char *names = list_names (self, users);
  g_autofree char *who = NULL;
  const char *format = removed ? get_format (removed, users->len) : NULL;

  if (!removed)
    /* Translators: what needs it: codes of patients or signatures */
    return g_strdup_printf (_("It is needed by: %s. Change that first."), names);
  if (format)
    who = g_strdup_printf (format, users->len, fact_vocabulary_get_label (removed), names);
  else
    /* Translators: the name of an organisation, and what needs it: signatures or codes of patients */
    who = g_strdup_printf (_("%s is needed by: %s."), fact_vocabulary_get_label (removed), names);
  /* Translators: who uses it; what to do instead */
  return g_strdup_printf (C_("in use", "%s %s"), who, get_advice (removed));
}
