/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-text-weekday.h"

#include "fact-day.h"
#include "fact-typed-words.h"

#include <string.h>

typedef const char *const Week[FACT_DAYS_IN_WEEK];

static const struct {
  Week full;                       /* an ending may follow: "onsdagar", "Wednesdays" */
  Week abbreviated;
} languages[] = {
  { { "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag" },
    { "mån", "tis", "ons", "tors", "fre", "lör", "sön" } },
  { { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
    { "mon", "tue", "wed", "thu", "fri", "sat", "sun" } },
};

/* Other short forms become the usual one. */
static const struct {
  const char *word;
  guint language;
} others[] = {
  { "tisd", 0 }, { "tor", 0 }, { "tues", 1 }, { "thur", 1 }, { "thurs", 1 },
};

static char *
change_folded (const char *folded,
               guint       before,
               guint       after)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    if (g_str_has_prefix (folded, languages[i].full[before]))
      return g_strconcat (languages[i].full[after], folded + strlen (languages[i].full[before]), NULL);
    if (g_str_equal (folded, languages[i].abbreviated[before]))
      return g_strdup (languages[i].abbreviated[after]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    if (g_str_equal (folded, others[i].word))
      return g_strdup (languages[others[i].language].abbreviated[after]);
  }
  return NULL;
}

static char *
capitalize (const char *folded)
{
  char first[8] = "";
  const char *rest = g_utf8_next_char (folded);

  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (folded)), first)] = '\0';
  return g_strconcat (first, rest, NULL);
}

/* "ONSDAG", "Onsdag", "onsdag". */
static char *
put_in_case_of (const char *folded,
                const char *word)
{
  const char *second = g_utf8_next_char (word);

  if (!g_unichar_isupper (g_utf8_get_char (word)))
    return g_strdup (folded);
  if (*second && g_unichar_isupper (g_utf8_get_char (second)))
    return g_utf8_strup (folded, -1);
  return capitalize (folded);
}

char *
fact_text_change_weekday (const char *word,
                          guint       weekday)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *changed = NULL;
  guint before;

  g_return_val_if_fail (word && weekday < FACT_DAYS_IN_WEEK, NULL);

  composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  folded = fact_typed_fold (word);
  if (!composed || !*composed || !fact_typed_weekday (folded, &before, NULL))
    return NULL;
  changed = change_folded (folded, before, weekday);
  return changed ? put_in_case_of (changed, composed) : NULL;
}
