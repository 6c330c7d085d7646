/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-typed-contact.h"

#include "fact-day.h"

#include <stdlib.h>

static void
append_staff (GString                *line,
              const FactTypedContact *self,
              FactTypedWords         *words)
{
  for (guint i = 0; i < self->staff->len; i++) {
    const char *signature = fact_typed_words_get_signature (words, g_ptr_array_index (self->staff, i));

    g_string_append_printf (line, "%s%s", i > 0 ? "+" : "", signature != NULL ? signature : "?");
  }
}

static void
append_word (GString    *line,
             const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, word);
}

/* "10", "8.30": as short as it reads back. (transfer full) */
static char *
format_time (const char *time)
{
  int hour = atoi (time), minute = atoi (time + 3);

  if (minute == 0 && hour >= 6 && hour <= 22)
    return g_strdup_printf ("%d", hour);

  return g_strdup_printf ("%d.%02d", hour, minute);
}

static void
append_weekdays (GString *line,
                 guint    weekdays)
{
  for (guint day = 0; day < FACT_DAYS_IN_WEEK; day++) {
    guint last = day;

    if ((weekdays & 1u << day) == 0)
      continue;
    while (last + 1 < FACT_DAYS_IN_WEEK && (weekdays & 1u << (last + 1)) != 0)
      last++;
    append_word (line, fact_weekday_get_heading (day));
    if (last > day)
      g_string_append_printf (line, "-%s", fact_weekday_get_heading (last));
    day = last;
  }
}

/* Before a text "med" would read as "with". */
static void
append_kind (GString                *line,
             const FactTypedContact *self,
             FactTypedWords         *words)
{
  const char *form = fact_typed_words_get_kind_form (words, self->kind);

  append_word (line, self->text != NULL && g_strcmp0 (form, "med") == 0 ? "MED" : form);
}

char *
fact_typed_contact_format (const FactTypedContact *self,
                           FactTypedWords         *words)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_staff (line, self, words);
  if (self->time != NULL) {
    g_autofree char *time = format_time (self->time);

    append_word (line, time);
  }
  if (self->kind != NULL)
    append_kind (line, self, words);
  append_weekdays (line, self->weekdays);
  append_word (line, self->text);
  if (self->done)
    g_string_append_c (line, '!');

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
fact_typed_contact_format_sheet (GPtrArray      *contacts,
                                 FactTypedWords *words)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++) {
    const FactTypedContact *contact = g_ptr_array_index (contacts, i);

    if (i > 0)
      g_string_append (line, ", ");
    if (contact->staff->len > 0)
      append_staff (line, contact, words);
    else if (contact->text != NULL)
      g_string_append (line, contact->text);
    else if (contact->kind != NULL)
      g_string_append (line, fact_typed_words_get_kind_form (words, contact->kind));
    else if (contact->time != NULL)
      g_string_append (line, contact->time);
  }

  return g_string_free (g_steal_pointer (&line), FALSE);
}
