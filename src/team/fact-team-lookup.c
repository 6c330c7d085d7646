/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

#include "fact-reason.h"

#include <glib/gi18n-lib.h>

static gboolean
is_word (const char *word,
         const char *folded)
{
  g_autofree char *other = word ? g_utf8_casefold (word, -1) : NULL;

  return g_strcmp0 (other, folded) == 0;
}

static const char *
get_sheet_name (FactRecord *record)
{
  if (FACT_IS_TRIAGE (record))
    return fact_triage_get_sheet_name (FACT_TRIAGE (record));
  return FACT_IS_REASON (record) ? fact_reason_get_sheet_name (FACT_REASON (record)) : NULL;
}

gint64
fact_team_get_now (FactTeam *self)
{
  return fact_clock_get_now (self->clock);
}

FactStaff *
fact_team_find_staff (FactTeam    *self,
                      const char  *typed,
                      GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  const char *uid = fact_typed_words_find_staff (fact_cases_get_words (self->cases), stripped, FALSE);
  FactStaff *staff = uid ? fact_store_lookup (self->store, uid) : NULL;

  return staff ? staff : fact_team_refuse (error, _("Nobody has the signature \"%s\"."), stripped);
}

gpointer
fact_team_find_word (FactTeam   *self,
                     GType       type,
                     const char *typed)
{
  g_autoptr (GPtrArray) all = fact_vocabulary_list (fact_team_get_vocabulary_of (self, type));
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  for (guint i = 0; i < all->len; i++) {
    if (is_word (fact_vocabulary_get_label (all->pdata[i]), folded) || is_word (get_sheet_name (all->pdata[i]), folded))
      return all->pdata[i];
  }
  return NULL;
}
