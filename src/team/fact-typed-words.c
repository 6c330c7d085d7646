/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-typed-words.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _FactTypedWords
{
  GHashTable *staff;      /* folded signature → id */
  GHashTable *kinds;      /* folded name or short form → id */
  GHashTable *signatures; /* id → signature */
  GHashTable *kind_forms; /* id → short form or name */
  GHashTable *reserved;   /* folded */
};

typedef struct
{
  const char *word;
  guint weekday;
  FactWeekdayFlags flags;
} WeekdayWord;

#define SWEDISH(n, two, three, day) \
  { two, n, FACT_WEEKDAY_TYPED }, { three, n, 0 }, { day, n, 0 }, { day "en", n, 0 }, \
  { day "ar", n, FACT_WEEKDAY_PLURAL }, { day "arna", n, FACT_WEEKDAY_PLURAL }, { day "s", n, FACT_WEEKDAY_PAST }
#define ENGLISH(n, three, day) \
  { three, n, 0 }, { day, n, 0 }, { day "s", n, FACT_WEEKDAY_PLURAL }

static const WeekdayWord weekday_words[] = {
  SWEDISH (0, "må", "mån", "måndag"),
  SWEDISH (1, "ti", "tis", "tisdag"),
  SWEDISH (2, "on", "ons", "onsdag"),
  SWEDISH (3, "to", "tors", "torsdag"),
  SWEDISH (4, "fr", "fre", "fredag"),
  SWEDISH (5, "lö", "lör", "lördag"),
  SWEDISH (6, "sö", "sön", "söndag"),
  { "tisd", 1, FACT_WEEKDAY_TYPED }, { "tor", 3, FACT_WEEKDAY_TYPED },
  ENGLISH (0, "mon", "monday"),
  ENGLISH (1, "tue", "tuesday"),
  ENGLISH (2, "wed", "wednesday"),
  ENGLISH (3, "thu", "thursday"),
  ENGLISH (4, "fri", "friday"),
  ENGLISH (5, "sat", "saturday"),
  ENGLISH (6, "sun", "sunday"),
  { "tues", 1, 0 }, { "thur", 3, 0 }, { "thurs", 3, 0 },
};

gboolean
fact_typed_weekday (const char       *word,
                    guint            *weekday,
                    FactWeekdayFlags *flags)
{
  for (gsize i = 0; i < G_N_ELEMENTS (weekday_words); i++)
    if (weekday_words[i].word[0] == word[0] && strcmp (weekday_words[i].word, word) == 0) {
      *weekday = weekday_words[i].weekday;
      if (flags != NULL)
        *flags = weekday_words[i].flags;
      return TRUE;
    }

  return FALSE;
}

guint
fact_typed_weekday_range (const char *word)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 3);
  guint first, last, set = 0;

  if (g_strv_length (ends) != 2) {
    g_strfreev (ends);
    ends = g_strsplit (word, "–", 3);
  }
  if (g_strv_length (ends) != 2 ||
      !fact_typed_weekday (ends[0], &first, NULL) || !fact_typed_weekday (ends[1], &last, NULL))
    return 0;

  /* "lö-må" runs over the end of the week. */
  for (guint day = first;; day = (day + 1) % 7) {
    set |= 1u << day;
    if (day == last)
      return set;
  }
}

char *
fact_typed_fold (const char *word)
{
  g_autofree char *composed = NULL;

  /* Most words have no accents; folding the general way costs twenty times as much. */
  if (g_str_is_ascii (word))
    return g_ascii_strdown (word, -1);

  composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return composed != NULL ? g_utf8_strdown (composed, -1) : g_ascii_strdown (word, -1);
}

static gboolean
is_letters (const char *word,
            gboolean    capital)
{
  glong n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalpha (c) || (capital && !g_unichar_isupper (c)))
      return FALSE;
  }

  return n >= 2 && n <= 5;
}

gboolean
fact_typed_looks_like_signature (const char *word)
{
  return is_letters (word, TRUE);
}

FactTypedWords *
fact_typed_words_new (void)
{
  FactTypedWords *self = g_new0 (FactTypedWords, 1);

  self->staff = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->signatures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kind_forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reserved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
fact_typed_words_free (FactTypedWords *self)
{
  g_hash_table_unref (self->staff);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->signatures);
  g_hash_table_unref (self->kind_forms);
  g_hash_table_unref (self->reserved);
  g_free (self);
}

void
fact_typed_words_add_staff (FactTypedWords *self,
                            const char     *signature,
                            const char     *id)
{
  g_hash_table_insert (self->staff, fact_typed_fold (signature), g_strdup (id));
  g_hash_table_insert (self->signatures, g_strdup (id), g_strdup (signature));
}

void
fact_typed_words_add_kind (FactTypedWords *self,
                           const char     *name,
                           const char     *short_form,
                           const char     *id)
{
  g_hash_table_insert (self->kinds, fact_typed_fold (name), g_strdup (id));
  if (short_form != NULL)
    g_hash_table_insert (self->kinds, fact_typed_fold (short_form), g_strdup (id));
  if (!g_hash_table_contains (self->kind_forms, id))
    g_hash_table_insert (self->kind_forms, g_strdup (id), g_strdup (short_form != NULL ? short_form : name));
}

void
fact_typed_words_add_reserved (FactTypedWords *self,
                               const char     *word)
{
  g_hash_table_add (self->reserved, fact_typed_fold (word));
}

const char *
fact_typed_words_find_staff (FactTypedWords *self,
                             const char     *word,
                             gboolean        exact)
{
  g_autofree char *folded = fact_typed_fold (word);
  const char *id = g_hash_table_lookup (self->staff, folded);

  if (id != NULL && exact && g_strcmp0 (g_hash_table_lookup (self->signatures, id), word) != 0)
    return NULL;

  return id;
}

const char *
fact_typed_words_find_kind (FactTypedWords *self,
                            const char     *word)
{
  g_autofree char *folded = fact_typed_fold (word);

  return g_hash_table_lookup (self->kinds, folded);
}

const char *
fact_typed_words_get_signature (FactTypedWords *self,
                                const char     *id)
{
  return g_hash_table_lookup (self->signatures, id);
}

const char *
fact_typed_words_get_kind_form (FactTypedWords *self,
                                const char     *id)
{
  return g_hash_table_lookup (self->kind_forms, id);
}

const char *
fact_typed_words_get_signature_fault (FactTypedWords *self,
                                      const char     *signature)
{
  g_autofree char *folded = fact_typed_fold (signature);
  guint weekday;

  if (!is_letters (signature, FALSE))
    return _("A signature is two to five letters.");
  if (fact_typed_weekday (folded, &weekday, NULL))
    return _("A signature cannot be a weekday.");
  if (g_hash_table_contains (self->kinds, folded))
    return _("A signature cannot be the word of a contact kind.");
  if (g_hash_table_contains (self->reserved, folded))
    return _("A signature cannot be a triage word.");

  return NULL;
}
