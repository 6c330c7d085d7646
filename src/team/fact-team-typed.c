/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-typed.h"

#include "fact-team-private.h"
#include "fact-typed-contact.h"

#include <glib/gi18n-lib.h>

char *
fact_team_tell_no_time (const char *typed)
{
  g_autofree char *word = fact_typed_find_no_time (typed);

  /* Translators: %s was written in a day as a time: "25:99" */
  return word ? g_strdup_printf (_("\"%s\" is no time of day and stays as text."), word) : NULL;
}

void
fact_typed_reading_free (FactTypedReading *self)
{
  g_clear_object (&self->kind);
  g_free (self->words);
  g_free (self);
}

static void
append (GString    *text,
        const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_who (GString          *text,
            FactTypedContact *typed,
            FactTypedWords   *words)
{
  g_autoptr (GString) who = g_string_new (NULL);

  for (guint i = 0; i < typed->staff->len; i++)
    g_string_append_printf (who, "%s%s", i > 0 ? "+" : "", fact_typed_words_get_signature (words, typed->staff->pdata[i]));
  /* Translators: who takes part in a contact */
  append (text, who->len > 0 ? who->str : C_("contact", "nobody"));
}

/* Only when it was said: else it is the day of the cell. */
static void
append_days (GString *text,
             guint    julian,
             guint    weekdays)
{
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    if (weekdays & (1u << weekday)) {
      g_autofree char *date = fact_day_format (fact_week_get_day (fact_week_from_day (julian), weekday));

      append (text, date);
    }
  }
}

static void
append_text (GString          *text,
             FactTypedContact *typed)
{
  g_autofree char *kept = NULL, *no_time = NULL;

  if (!typed->text)
    return;
  /* Translators: what was typed in a day and is no signature, kind or time: it is kept as it is */
  kept = g_strdup_printf (_("as text: %s"), typed->text);
  append (text, kept);
  for (guint i = 0; i < typed->unknown->len; i++) {
    /* Translators: a word in capital letters that nobody in the team has as signature */
    g_autofree char *unknown = g_strdup_printf (_("%s is nobody's signature"), (char *) typed->unknown->pdata[i]);

    append (text, unknown);
  }
  no_time = fact_typed_find_no_time (typed->text);
  if (no_time) {
    /* Translators: "25:99 is no time of day" */
    g_autofree char *told = g_strdup_printf (_("%s is no time of day"), no_time);

    append (text, told);
  }
}

static FactTypedReading *
read_one (FactTeam         *self,
          guint             julian,
          FactTypedContact *typed)
{
  FactTypedReading *reading = g_new0 (FactTypedReading, 1);
  FactKind *kind = typed->kind ? fact_store_lookup (self->store, typed->kind) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append_who (text, typed, fact_cases_get_words (self->cases));
  if (kind)
    append (text, fact_kind_get_label (kind));
  append_days (text, julian, typed->weekdays);
  if (typed->time)
    append (text, typed->time);
  if (typed->done)
    append (text, fact_contact_status_get_word (FACT_CONTACT_DONE));
  append_text (text, typed);
  g_set_object (&reading->kind, kind);
  reading->names_days = typed->weekdays != 0;
  reading->words = g_string_free (g_steal_pointer (&text), FALSE);

  return reading;
}

GPtrArray *
fact_team_read_typed (FactTeam   *self,
                      guint       julian,
                      const char *typed)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_typed_reading_free);
  g_autoptr (GPtrArray) contacts = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && g_date_valid_julian (julian), readings);

  contacts = fact_typed_contact_parse (typed, fact_cases_get_words (self->cases));
  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (readings, read_one (self, julian, contacts->pdata[i]));

  return readings;
}
