/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-typed-contact.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  FactTypedContact *contact;
  FactTypedWords *words;
  GStrv tokens;
  guint n_tokens;
  guint tail;    /* tokens from here on are structure again, after the text */
  GString *text;
} Parser;

void
fact_typed_contact_free (FactTypedContact *self)
{
  g_ptr_array_unref (self->staff);
  g_ptr_array_unref (self->unknown);
  g_free (self->time);
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/* The word without the punctuation people put behind it: "tele.", "CSA:", "CSA?". (transfer full) */
static char *
strip_punctuation (const char *token)
{
  gsize length = strlen (token);

  while (length > 1 && strchr (".:?", token[length - 1]) != NULL)
    length--;

  return g_strndup (token, length);
}

/* Reads "13", "8.30", "08:30", "0830"; a bare hour only between 6 and 22: other numbers are seldom times.
 * NULL when it is no time. (transfer full) */
static char *
read_time (const char *token)
{
  gsize digits = strspn (token, "0123456789");
  const char *rest = token + digits;
  int hour, minute = 0;

  if (digits == 4 && *rest == '\0') {
    hour = (token[0] - '0') * 10 + token[1] - '0';
    minute = (token[2] - '0') * 10 + token[3] - '0';
  } else if (digits >= 1 && digits <= 2 && *rest == '\0') {
    hour = atoi (token);
    if (hour < 6 || hour > 22)
      return NULL;
  } else if (digits >= 1 && digits <= 2 && (*rest == '.' || *rest == ':') &&
           g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2]) && rest[3] == '\0') {
    hour = atoi (token);
    minute = atoi (rest + 1);
  } else {
    return NULL;
  }

  return hour <= 23 && minute <= 59 ? g_strdup_printf ("%02d:%02d", hour, minute) : NULL;
}

/* "13-14", "13–14.30": the time it begins; the whole stays in the text. (transfer full) */
static char *
read_time_span (const char *token)
{
  g_auto (GStrv) ends = g_strsplit (token, strstr (token, "–") != NULL ? "–" : "-", 3);
  g_autofree char *last = NULL;

  if (g_strv_length (ends) != 2)
    return NULL;

  last = read_time (ends[1]);

  return last != NULL ? read_time (ends[0]) : NULL;
}

/* Other numbers are dates, doors and telephones. */
static gboolean
is_written_as_time (const char *word)
{
  gsize hours = strspn (word, "0123456789");
  gsize minutes = word[hours] == ':' ? strspn (word + hours + 1, "0123456789") : 0;

  return hours >= 1 && hours <= 2 && minutes == 2 && word[hours + 1 + minutes] == '\0';
}

static gboolean
is_one_of (const char        *token,
           const char *const *list)
{
  return token != NULL && g_strv_contains (list, token);
}

static const char *
find_staff (Parser     *parser,
            const char *token,
            gboolean    exact)
{
  g_autofree char *word = strip_punctuation (token);

  return fact_typed_words_find_staff (parser->words, word, exact);
}

static gboolean
names_staff (Parser     *parser,
             const char *token,
             gboolean    exact)
{
  g_auto (GStrv) parts = token != NULL ? g_strsplit_set (token, "+/", -1) : NULL;

  return parts != NULL && parts[0] != NULL && find_staff (parser, parts[0], exact) != NULL;
}

static void
add_text (Parser     *parser,
          const char *word)
{
  if (*word == '\0')
    return;
  if (parser->text->len > 0)
    g_string_append_c (parser->text, ' ');
  g_string_append (parser->text, word);
}

static void
add_unknown (Parser     *parser,
             const char *word)
{
  g_autofree char *bare = strip_punctuation (word);

  if (fact_typed_looks_like_signature (bare) &&
      fact_typed_words_find_staff (parser->words, bare, FALSE) == NULL &&
      fact_typed_words_find_kind (parser->words, bare) == NULL &&
      !g_ptr_array_find_with_equal_func (parser->contact->unknown, bare, g_str_equal, NULL))
    g_ptr_array_add (parser->contact->unknown, g_steal_pointer (&bare));
}

static void
add_staff (Parser     *parser,
           const char *id)
{
  if (!g_ptr_array_find_with_equal_func (parser->contact->staff, id, g_str_equal, NULL))
    g_ptr_array_add (parser->contact->staff, g_strdup (id));
}

/* "med" is also "with": a kind only where a kind can stand alone. Other words as common are left to the head. */
static const char *
find_kind (Parser  *parser,
           guint    i,
           gboolean in_tail)
{
  static const char *const also_words[] = { "med", "ute", "annat", "följ", NULL };
  const char *next = parser->tokens[i + 1];
  g_autofree char *word = strip_punctuation (parser->tokens[i]);
  g_autofree char *time = next != NULL ? read_time (next) : NULL;
  g_autofree char *folded = next != NULL ? fact_typed_fold (next) : NULL;
  guint weekday;

  if (in_tail && is_one_of (word, also_words))
    return NULL;
  if (i > 0 && next != NULL && strcmp (word, "med") == 0 &&
      time == NULL && !fact_typed_weekday (folded, &weekday, NULL) && fact_typed_weekday_range (folded) == 0)
    return NULL;

  return fact_typed_words_find_kind (parser->words, word);
}

/* Moves past words that only join: "+" and "och" between people, "med" before one, "kl" before a time.
 * After "med" a signature in small letters is more likely a word: "med den nya chefen". */
static gboolean
is_joiner (Parser *parser,
           guint   i)
{
  static const char *const joiners[] = { "+", "/", "&", "och", "o", "and", NULL };
  static const char *const with[] = { "med", "with", NULL };
  static const char *const at[] = { "kl", "kl.", "at", NULL };
  const char *token = parser->tokens[i], *next = parser->tokens[i + 1];
  g_autofree char *time = next != NULL && parser->contact->time == NULL ? read_time (next) : NULL;

  if (i == 0)
    return is_one_of (token, at) && time != NULL;

  return (is_one_of (token, joiners) && names_staff (parser, parser->tokens[i - 1], FALSE) &&
          names_staff (parser, next, FALSE)) ||
         (is_one_of (token, with) && names_staff (parser, next, TRUE)) ||
         (is_one_of (token, at) && time != NULL);
}

/* A number after one of these, or after another number, is no time: "rum 12", "070-174 06 15". */
static gboolean
is_numbered (const char *before)
{
  static const char *const numbered[] = { "rum", "avd", "avd.", "nr", "plan", "vån", "port", "kod", "room", "ward", NULL };
  g_autofree char *folded = before != NULL ? fact_typed_fold (before) : NULL;

  return folded != NULL && (g_ascii_isdigit (folded[0]) || is_one_of (folded, numbered));
}

/* Where the time, kind and weekdays after the text begin. */
static guint
find_tail (Parser *parser)
{
  guint i = parser->n_tokens;

  while (i > 0) {
    const char *token = parser->tokens[i - 1];
    g_autofree char *folded = fact_typed_fold (token);
    g_autofree char *time = read_time (token);

    if (time != NULL && i > 1 && is_numbered (parser->tokens[i - 2]))
      return i;
    if (time == NULL && find_kind (parser, i - 1, TRUE) == NULL &&
        fact_typed_weekday_range (folded) == 0 && find_staff (parser, token, TRUE) == NULL)
      return i;
    i--;
  }

  return 0;
}

static gboolean
take_time (Parser     *parser,
           const char *token)
{
  FactTypedContact *contact = parser->contact;

  if (contact->time != NULL)
    return FALSE;

  contact->time = read_time (token);
  if (contact->time != NULL)
    return TRUE;

  /* Not understood as a whole: the caller keeps it as text. */
  contact->time = read_time_span (token);

  return FALSE;
}

static gboolean
take_weekdays (Parser     *parser,
               const char *token,
               gboolean    range_only)
{
  g_autofree char *word = strip_punctuation (token);
  g_autofree char *folded = fact_typed_fold (word);
  guint weekday, set;

  set = fact_typed_weekday_range (folded);
  if (set == 0 && !range_only && fact_typed_weekday (folded, &weekday, NULL))
    set = 1u << weekday;
  parser->contact->weekdays |= set;

  return set != 0;
}

/* A kind of one to three words; how many it took. */
static guint
take_kind (Parser  *parser,
           guint    i,
           gboolean in_tail)
{
  if (parser->contact->kind != NULL)
    return 0;

  for (guint n = MIN (3, parser->n_tokens - i); n > 1; n--) {
    g_autoptr (GString) phrase = g_string_new (parser->tokens[i]);
    const char *id;

    for (guint j = 1; j < n; j++)
      g_string_append_printf (phrase, " %s", parser->tokens[i + j]);
    id = fact_typed_words_find_kind (parser->words, phrase->str);
    if (id != NULL) {
      parser->contact->kind = g_strdup (id);
      return n;
    }
  }
  parser->contact->kind = g_strdup (find_kind (parser, i, in_tail));

  return parser->contact->kind != NULL ? 1 : 0;
}

/* "CSA+HMR", "CSA/KRO", "CSA?": takes the people, leaves the rest as text. FALSE when it names nobody. */
static gboolean
take_staff (Parser     *parser,
            const char *token,
            gboolean    exact)
{
  g_auto (GStrv) parts = g_strsplit_set (token, "+/", -1);
  gboolean any = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    any |= find_staff (parser, parts[i], exact) != NULL;
  if (!any)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *id = find_staff (parser, parts[i], exact);

    if (id != NULL) {
      add_staff (parser, id);
      if (g_str_has_suffix (parts[i], "?"))
        add_text (parser, "?");
    } else if (parser->contact->kind == NULL && fact_typed_words_find_kind (parser->words, parts[i]) != NULL) {
      parser->contact->kind = g_strdup (fact_typed_words_find_kind (parser->words, parts[i]));
    } else {
      add_unknown (parser, parts[i]);
      add_text (parser, parts[i]);
    }
  }

  return TRUE;
}

static void
take_text (Parser     *parser,
           const char *token)
{
  g_auto (GStrv) parts = g_strsplit_set (token, "+/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_unknown (parser, parts[i]);
  add_text (parser, token);
}

static guint
take_token (Parser *parser,
            guint   i)
{
  const char *token = parser->tokens[i];
  gboolean in_head = parser->text->len == 0;
  gboolean in_tail = !in_head && i >= parser->tail;
  guint n;

  if (is_joiner (parser, i))
    return 1;
  if (in_head || in_tail) {
    n = take_kind (parser, i, in_tail);
    if (n > 0)
      return n;
    if (take_time (parser, token) || take_weekdays (parser, token, in_tail))
      return 1;
  }
  if (!take_staff (parser, token, !in_head))
    take_text (parser, token);

  return 1;
}

static GStrv
split_words (const char *piece)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = piece;; p = g_utf8_next_char (p)) {
    gboolean is_space = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

    if (!is_space && start == NULL)
      start = p;
    if (is_space && start != NULL) {
      g_autofree char *word = g_strndup (start, (gsize) (p - start));

      g_strv_builder_add (builder, word);
      start = NULL;
    }
    if (*p == '\0')
      return g_strv_builder_end (builder);
  }
}

static FactTypedContact *
contact_new (void)
{
  FactTypedContact *contact = g_new0 (FactTypedContact, 1);

  contact->staff = g_ptr_array_new_with_free_func (g_free);
  contact->unknown = g_ptr_array_new_with_free_func (g_free);

  return contact;
}

/* NULL for an empty piece. */
static FactTypedContact *
parse_piece (char           *piece,
             FactTypedWords *words)
{
  g_autoptr (FactTypedContact) contact = contact_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) tokens = NULL;
  Parser parser = { .contact = contact, .words = words, .text = text };

  g_strstrip (piece);
  if (strlen (piece) > 1 && g_str_has_suffix (piece, "!")) {
    contact->done = TRUE;
    piece[strlen (piece) - 1] = '\0';
  }

  tokens = split_words (piece);
  parser.tokens = tokens;
  parser.n_tokens = g_strv_length (tokens);
  if (parser.n_tokens == 0)
    return NULL;

  parser.tail = find_tail (&parser);
  for (guint i = 0; i < parser.n_tokens;)
    i += take_token (&parser, i);
  if (text->len > 0)
    contact->text = g_strdup (text->str);

  return g_steal_pointer (&contact);
}

/* "CSA må, on": the days behind the comma belong to the contact before it. */
static gboolean
is_only_weekdays (const FactTypedContact *contact)
{
  return contact->weekdays != 0 && contact->staff->len == 0 && contact->kind == NULL &&
         contact->time == NULL && contact->text == NULL;
}

char *
fact_typed_find_no_time (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\n\r,;!", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = strip_punctuation (words[i]);
    g_autofree char *time = read_time (word);

    if (time == NULL && is_written_as_time (word))
      return g_steal_pointer (&word);
  }

  return NULL;
}

GPtrArray *
fact_typed_contact_parse (const char     *text,
                          FactTypedWords *words)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_typed_contact_free);
  g_auto (GStrv) pieces = g_strsplit_set (text != NULL ? text : "", ",;\n\r", -1);

  for (guint i = 0; pieces[i] != NULL; i++) {
    g_autoptr (FactTypedContact) contact = parse_piece (pieces[i], words);
    FactTypedContact *before = contacts->len > 0 ? g_ptr_array_index (contacts, contacts->len - 1) : NULL;

    if (contact == NULL)
      continue;
    if (before != NULL && before->weekdays != 0 && is_only_weekdays (contact)) {
      before->weekdays |= contact->weekdays;
      before->done |= contact->done;
    } else {
      g_ptr_array_add (contacts, g_steal_pointer (&contact));
    }
  }

  return g_steal_pointer (&contacts);
}
