/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-text-token.h"

#include <string.h>

/* "CSA", "CSA+HMR" as they are written; in running text small letters are words. */
static gboolean
take_signatures (const FactTextNames *names,
                 FactTextToken       *token)
{
  g_auto (GStrv) parts = g_strsplit_set (token->text, "+/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      fact_text_add_staff (token->staff, fact_typed_words_find_staff (names->words, parts[i], TRUE));

  return token->staff->len > 0;
}

/* "boendestöd", "fast vårdkontakt", "läkare": whoever it is for this patient. */
static gboolean
take_alias (const FactTextNames *names,
            GPtrArray           *tokens,
            guint                i)
{
  static const char *const support[] = { "boendestöd", "boendestödet", "boendestödjare", "boendestödjaren", NULL };
  static const char *const fixed[] = { "fast", "fasta", NULL };
  static const char *const contact[] = { "vårdkontakt", "vårdkontakten", NULL };
  static const char *const physician[] = { "läkare", "läkaren", "physician", "doctor", NULL };
  static const char *const elsewhere[] = { "vårdcentral", "vårdcentralen", "vc", NULL };
  static const char *const english_support[] = { "housing", NULL };
  static const char *const english_support_2[] = { "support", NULL };
  static const char *const english_care[] = { "care", NULL };
  static const char *const english_contact[] = { "contact", NULL };
  FactTextToken *token = fact_text_get_token (tokens, i);

  if (fact_text_is_word (tokens, i, support) ||
      (i > 0 && fact_text_is_word (tokens, i - 1, english_support) && fact_text_is_word (tokens, i, english_support_2)))
    fact_text_add_staff (token->staff, fact_typed_words_find_staff (names->words, "BS", FALSE));
  else if (strcmp (token->folded, "fvk") == 0 ||
           (i > 0 && fact_text_is_word (tokens, i - 1, fixed) && fact_text_is_word (tokens, i, contact)) ||
           (i > 0 && fact_text_is_word (tokens, i - 1, english_care) && fact_text_is_word (tokens, i, english_contact)))
    fact_text_add_staff (token->staff, names->care_contact);
  else if (fact_text_is_word (tokens, i, physician) && !fact_text_is_word (tokens, i + 1, elsewhere) &&
           !fact_text_is_word (tokens, i + 2, elsewhere))
    fact_text_add_staff (token->staff, names->physician);

  return token->staff->len > 0;
}

/* Full names and mån … sön; of the English three letters only "Fri", as "fri" and "sat" are Swedish words. */
static gboolean
take_day (GPtrArray *tokens,
          guint      i)
{
  FactTextToken *token = fact_text_get_token (tokens, i);
  gboolean is_english_short;

  if (!fact_typed_weekday (token->folded, &token->weekday, &token->flags) || (token->flags & FACT_WEEKDAY_TYPED) != 0)
    return FALSE;

  is_english_short = strlen (token->folded) == 3 && g_str_is_ascii (token->folded) &&
                     !g_strv_contains ((const char *const []) { "tis", "ons", "fre", NULL }, token->folded);

  return !is_english_short || (i > 0 && g_ascii_isupper (token->text[0]));
}

void
fact_text_token_free (gpointer data)
{
  FactTextToken *token = data;

  g_free (token->text);
  g_free (token->folded);
  g_ptr_array_unref (token->staff);
  g_free (token);
}

FactTextToken *
fact_text_get_token (GPtrArray *tokens,
                     guint      i)
{
  return i < tokens->len ? g_ptr_array_index (tokens, i) : NULL;
}

/* Every word is looked for in lists of a hundred: most differ in the first letter. */
gboolean
fact_text_is_word (GPtrArray         *tokens,
                   guint              i,
                   const char *const *list)
{
  const FactTextToken *token = fact_text_get_token (tokens, i);

  for (; token != NULL && *list != NULL; list++) {
    if ((*list)[0] == token->folded[0] && strcmp (*list, token->folded) == 0)
      return TRUE;
  }
  return FALSE;
}

void
fact_text_classify (GPtrArray           *tokens,
                    const FactTextNames *names)
{
  static const char *const joiners[] = { "+", "/", "&", "och", "o", "and", NULL };

  for (guint i = 0; i < tokens->len; i++) {
    FactTextToken *token = fact_text_get_token (tokens, i);

    if (fact_text_is_word (tokens, i, joiners))
      token->kind = FACT_TEXT_TOKEN_JOINER;
    else if (take_signatures (names, token) || take_alias (names, tokens, i))
      token->kind = FACT_TEXT_TOKEN_STAFF;
    else if (take_day (tokens, i))
      token->kind = FACT_TEXT_TOKEN_DAY;
  }
}

gboolean
fact_text_add_token (GPtrArray  *tokens,
                     const char *text,
                     const char *start,
                     gsize       length)
{
  FactTextToken *token;

  while (length > 0 && strchr ("(\"'[", *start) != NULL)
    start++, length--;

  token = g_new0 (FactTextToken, 1);
  token->staff = g_ptr_array_new_with_free_func (g_free);
  while (length > 0 && strchr (".,:;!?)\"']", start[length - 1]) != NULL) {
    token->ends_clause |= start[length - 1] == ',';
    length--;
  }
  token->offset = (gsize) (start - text);
  token->text = g_strndup (start, length);
  token->folded = fact_typed_fold (token->text);
  g_ptr_array_add (tokens, token);

  return length > 0;
}

gboolean
fact_text_ends_sentence (const char *word,
                         gsize       length)
{
  static const char *const shortened[] = {
    "kl", "avd", "ca", "ev", "v", "tel", "nr", "st", "t.ex", "bl.a", "t.o.m", "fr.o.m", "dr", "mån", "tis", "tisd", "ons", "tors",
    "fre", "lör", "sön", NULL
  };
  g_autofree char *bare = NULL;
  g_autofree char *folded = NULL;

  while (length > 0 && strchr (")\"'", word[length - 1]) != NULL)
    length--;
  if (length == 0 || strchr (".!?;", word[length - 1]) == NULL)
    return FALSE;

  bare = g_strndup (word, length - 1);
  folded = fact_typed_fold (bare);

  return word[length - 1] != '.' || !g_strv_contains (shortened, folded);
}

void
fact_text_add_staff (GPtrArray  *staff,
                     const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (staff, id, g_str_equal, NULL))
    g_ptr_array_add (staff, g_strdup (id));
}
