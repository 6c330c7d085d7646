/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-text-mention.h"

#include "fact-text-token.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GPtrArray *tokens;  /* of a sentence */
  guint start, end;   /* the clause */
} Clause;

typedef struct
{
  const FactTextNames *names;
  GPtrArray *mentions;
} Finder;

/* A clause with one of these does not say that a contact will take place then. */
static const char *const doubtful[] = {
  /* not */
  "inte", "ej", "ingen", "inget", "inga", "aldrig", "utan", "utom", "avbokad", "avbokat", "inställd", "inställt", "ställs",
  "not", "no", "never", "cannot", "can't", "cancelled", "except", "without",
  /* perhaps */
  "om", "ifall", "behov", "behövs", "kanske", "eventuellt", "ev", "möjligen", "troligen", "alternativt", "förslag", "kan",
  "if", "needed", "maybe", "perhaps", "possibly", "unless", "may", "might", "could",
  /* another week */
  "varannan", "varannat", "udda", "jämna", "other", "biweekly",
  /* away */
  "ledig", "ledigt", "semester", "sjuk", "borta", "frånvarande", "utbildning", "tjänstledig", "away", "leave", "off", "ill",
  /* work that is no contact with the patient */
  "kallar", "kallelse", "bokar", "bokas", "beställer", "beställs", "skickar", "skickas", "skriver", "skrivs", "meddelar", "mejlar",
  "informerar", "rapporterar", "återrapporterar", "återkopplar", "stämmer", "kollar", "dokumenterar", "undersöker", "letar",
  "veckoplaneringen", "morgonmötet", "behandlingskonferensen", "teammötet", "dagsplaneringen",
  "books", "sends", "writes", "reports", "informs",
  /* it has been */
  "var", "hade", "ringde", "besökte", "träffade", "kom", "fick", "uteblev", "nådde", "nåddes", "avbokade", "pratade", "sågs", "ringt", "träffat",
  "was", "had", "called", "visited", "met", "saw", "came", "missed", "did", "phoned", "spoke",
  NULL
};

/* A weekday behind one of these is not the day of the contact. */
static const char *const not_that_day[] = {
  "sedan", "sen", "förra", "senaste", "nästa", "tills", "tom", "t.o.m", "från", "fr.o.m", "from", "före", "innan", "efter", "senast", "tidigast", "först",
  "inför", "eller", "till", "tredje", "fjärde",
  "since", "last", "next", "until", "till", "before", "after", "by", "through", "or", "second", "third",
  NULL
};

/* What people do with a patient. Another verb behind somebody's signature ("lämnar ansökan", "har möte med
 * arbetsgivaren") is work of their own. */
static const char *const contact_verbs[] = {
  "ringer", "besöker", "träffar", "kommer", "åker", "följer", "gör", "delar", "ger", "möter", "hämtar", "tar", "handlar", "söker",
  "hälsar", "går", "erbjuder", "stöttar", "stödjer", "hjälper", "skjutsar", "kör", "promenerar", "fikar", "pratar", "samtalar",
  "fortsätter", "ser", "tittar", "deltar", "medverkar", "påminner", "övar", "tränar", "bedömer", "startar", "håller", "är",
  "calls", "visits", "comes", "sees", "meets", "gives", "goes", "drives", "takes", "helps", "rings", "phones", "joins", "starts",
  NULL
};

static const char *const kinds_of_contact[] = {
  "hembesök", "läkarbedömning", "läkarbesök", "läkartid", "injektion", "medicindelning", "sip", "sip-möte", "nätverksmöte", "tele",
  "avstämning", "home", "injection", NULL
};

static void
mention_free (gpointer data)
{
  FactTextMention *mention = data;

  g_ptr_array_unref (mention->groups);
  g_free (mention);
}

static gboolean
is_upp (GPtrArray *tokens,
        guint      i)
{
  static const char *const takes[] = { "tar", "tas", "ta", "tagit", NULL };
  static const char *const up[] = { "upp", NULL };

  return i > 0 && fact_text_is_word (tokens, i, up) && fact_text_is_word (tokens, i - 1, takes);
}

/* "nästa vecka", "v. 22", "vecka 22". */
static gboolean
names_week (GPtrArray *tokens,
            guint      i)
{
  static const char *const which[] = { "nästa", "förra", "next", "last", "följande", NULL };
  static const char *const week[] = { "vecka", "veckan", "v", "week", NULL };
  const FactTextToken *token = fact_text_get_token (tokens, i), *next = fact_text_get_token (tokens, i + 1);

  return (fact_text_is_word (tokens, i, which) && fact_text_is_word (tokens, i + 1, week)) ||
         (fact_text_is_word (tokens, i, week) && next != NULL && g_ascii_isdigit (next->text[0])) ||
         (token->folded[0] == 'v' && g_ascii_isdigit (token->folded[1]));
}

/* A present tense, by its last letter: "lämnar", "keeps". */
static gboolean
is_other_work (GPtrArray *tokens,
               guint      i)
{
  static const char *const has[] = { "har", "has", NULL };
  static const char *const with_patient[] = {
    "samtal", "hembesök", "besök", "kontakt", "telefonkontakt", "tele", "läkarbesök", "a", NULL
  };
  /* "utfärdas av HMR" */
  static const char *const by[] = { "av", "by", NULL };
  const FactTextToken *token = fact_text_get_token (tokens, i), *verb = fact_text_get_token (tokens, i + 1);
  gsize length;

  if (token->kind == FACT_TEXT_TOKEN_STAFF && i > 0 && fact_text_is_word (tokens, i - 1, by))
    return TRUE;
  if (token->kind != FACT_TEXT_TOKEN_STAFF || verb == NULL || verb->kind != FACT_TEXT_TOKEN_WORD || token->ends_clause ||
      fact_text_is_word (tokens, i + 1, contact_verbs))
    return FALSE;
  if (fact_text_is_word (tokens, i + 1, has))
    return !fact_text_is_word (tokens, i + 2, with_patient);

  length = strlen (verb->folded);

  return length >= 4 && (verb->folded[length - 1] == 'r' ||
                         (verb->folded[length - 1] == 's' && g_str_is_ascii (verb->folded)));
}

static gboolean
is_doubtful (const Clause *clause)
{
  for (guint i = clause->start; i < clause->end; i++)
    if (is_other_work (clause->tokens, i) ||
        fact_text_is_word (clause->tokens, i, doubtful) || is_upp (clause->tokens, i) || names_week (clause->tokens, i))
      return TRUE;

  return FALSE;
}

/* Behind a weekday: it begins a span or a choice. */
static gboolean
opens_span (GPtrArray *tokens,
            guint      i)
{
  static const char *const spans[] = { "till", "t.o.m", "tom", "-", "–", "to", "through", "eller", "or", NULL };
  const FactTextToken *after = fact_text_get_token (tokens, i + 2);

  return fact_text_is_word (tokens, i + 1, spans) && after != NULL && after->kind == FACT_TEXT_TOKEN_DAY;
}

static gboolean
is_that_day (const Clause *clause,
             guint         i)
{
  static const char *const little[] = { "på", "den", "on", "kommande", NULL };
  static const char *const booked[] = { "bokad", "bokat", "flyttad", "flyttat", "booked", "moved", NULL };
  static const char *const until[] = { "till", NULL };
  const FactTextToken *token = fact_text_get_token (clause->tokens, i);
  guint before = i;

  if ((token->flags & FACT_WEEKDAY_PAST) != 0 || opens_span (clause->tokens, i))
    return FALSE;
  while (before > clause->start && fact_text_is_word (clause->tokens, before - 1, little))
    before--;
  if (before == clause->start || !fact_text_is_word (clause->tokens, before - 1, not_that_day))
    return TRUE;

  return before >= clause->start + 2 && fact_text_is_word (clause->tokens, before - 1, until) &&
         fact_text_is_word (clause->tokens, before - 2, booked);
}

/* "29/5", "29 maj", "den 29 maj" behind the weekday; 0 when there is no date. */
static guint
read_date (const Clause *clause,
           guint         i)
{
  static const char *const little[] = { "den", "the", NULL };
  guint next = fact_text_is_word (clause->tokens, i + 1, little) ? i + 2 : i + 1;
  const FactTextToken *token = fact_text_get_token (clause->tokens, next);
  const FactTextToken *before = i > clause->start ? fact_text_get_token (clause->tokens, i - 1) : NULL;
  const char *rest;
  int day;

  /* "8 onsdag" is no date, "kl 10" stands behind a word of its own. */
  if (token == NULL || token == before || !g_ascii_isdigit (token->text[0]))
    return 0;

  day = atoi (token->text);
  rest = token->text + strspn (token->text, "0123456789");
  if (*rest == '/' && g_ascii_isdigit (rest[1]))
    return (guint) CLAMP (day, 0, 31);
  for (guint j = i + 2; *rest == '\0' && j <= i + 3; j++) {
    static const char *const months[] = {
      "jan", "januari", "feb", "februari", "mars", "apr", "april", "maj", "juni", "juli", "aug", "augusti", "sep", "sept", "september",
      "okt", "oktober", "nov", "november", "dec", "december", "january", "february", "march", "may", "june", "july", "august",
      "oct", "october", NULL
    };

    if (fact_text_is_word (clause->tokens, j, months))
      return (guint) CLAMP (day, 0, 31);
  }

  return 0;
}

/* The people who stand together from token i on; how far they reach. */
static GPtrArray *
read_group (const Clause *clause,
            guint        *i)
{
  GPtrArray *group = g_ptr_array_new_with_free_func (g_free);
  guint last = *i;

  for (guint j = *i; j < clause->end; j++) {
    const FactTextToken *token = fact_text_get_token (clause->tokens, j);

    if (token->kind != FACT_TEXT_TOKEN_STAFF && token->kind != FACT_TEXT_TOKEN_JOINER)
      break;
    for (guint k = 0; k < token->staff->len; k++)
      fact_text_add_staff (group, g_ptr_array_index (token->staff, k));
    if (token->kind == FACT_TEXT_TOKEN_STAFF)
      last = j;
  }
  *i = last;

  return group;
}

/* The groups between two tokens. */
static GPtrArray *
read_groups (const Clause *clause,
             guint         start,
             guint         end)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = start; i < end; i++)
    if (fact_text_get_token (clause->tokens, i)->kind == FACT_TEXT_TOKEN_STAFF)
      g_ptr_array_add (groups, read_group (clause, &i));

  return groups;
}

static guint
find_kind_of_token (const Clause *clause,
                    guint         start,
                    FactTextTokenKind     kind)
{
  for (guint i = start; i < clause->end; i++)
    if (fact_text_get_token (clause->tokens, i)->kind == kind)
      return i;

  return clause->end;
}

static gboolean
is_only_staff (const Clause *clause)
{
  for (guint i = clause->start; i < clause->end; i++) {
    const FactTextToken *token = fact_text_get_token (clause->tokens, i);

    if (token->kind != FACT_TEXT_TOKEN_STAFF && token->kind != FACT_TEXT_TOKEN_JOINER)
      return FALSE;
  }

  return clause->end > clause->start;
}

static gboolean
names_contact (const Clause *clause)
{
  for (guint i = clause->start; i < clause->end; i++)
    if (fact_text_is_word (clause->tokens, i, kinds_of_contact))
      return TRUE;

  return FALSE;
}

/* "tisdag", "på tisdag": the clause goes on with what the one before it says. */
static gboolean
is_only_days (const Clause *clause)
{
  static const char *const little[] = { "på", "on", "och", "and", "+", "även", NULL };

  for (guint i = clause->start; i < clause->end; i++)
    if (fact_text_get_token (clause->tokens, i)->kind != FACT_TEXT_TOKEN_DAY &&
        !fact_text_is_word (clause->tokens, i, little))
      return FALSE;

  return TRUE;
}

static void
add_mention (Finder       *finder,
             const Clause *clause,
             guint         i,
             GPtrArray    *groups)
{
  static const char *const each[] = { "varje", "every", "each", NULL };
  const FactTextToken *token = fact_text_get_token (clause->tokens, i);
  FactTextMention *mention;

  if (!is_that_day (clause, i) || (groups->len == 0 && !names_contact (clause)))
    return;

  mention = g_new0 (FactTextMention, 1);
  mention->weekday = token->weekday;
  mention->plural = (token->flags & FACT_WEEKDAY_PLURAL) != 0 ||
                    (i > clause->start && fact_text_is_word (clause->tokens, i - 1, each));
  mention->date = read_date (clause, i);
  mention->offset = token->offset;
  mention->length = strlen (token->text);
  mention->groups = g_ptr_array_ref (groups);
  g_ptr_array_add (finder->mentions, mention);
}

/* A clause with people and days: whichever comes first is followed by the other. */
static void
pair (Finder       *finder,
      const Clause *clause)
{
  guint first_day = find_kind_of_token (clause, clause->start, FACT_TEXT_TOKEN_DAY);
  gboolean people_first = find_kind_of_token (clause, clause->start, FACT_TEXT_TOKEN_STAFF) < first_day;
  g_autoptr (GPtrArray) groups = NULL;
  guint from = clause->start;

  for (guint i = first_day; i < clause->end; i = find_kind_of_token (clause, i + 1, FACT_TEXT_TOKEN_DAY)) {
    guint next = find_kind_of_token (clause, i + 1, FACT_TEXT_TOKEN_DAY);
    g_autoptr (GPtrArray) near = people_first ? read_groups (clause, from, i) : read_groups (clause, i, next);

    /* "CSA måndag och torsdag", "måndag och torsdag CSA": days without people of their own share. */
    if (near->len == 0 && !people_first) {
      g_ptr_array_unref (near);
      near = read_groups (clause, i, clause->end);
    }
    if (!people_first && near->len > 1)
      g_ptr_array_set_size (near, 1);
    if (near->len > 0 || groups == NULL) {
      g_clear_pointer (&groups, g_ptr_array_unref);
      groups = g_ptr_array_ref (near);
    }
    add_mention (finder, clause, i, groups);
    from = i + 1;
  }
}

static void
read_clause (Finder       *finder,
             const Clause *before,
             const Clause *clause,
             const Clause *after)
{
  g_autoptr (GPtrArray) groups = NULL;
  guint day = find_kind_of_token (clause, clause->start, FACT_TEXT_TOKEN_DAY);

  if (day == clause->end || is_doubtful (clause))
    return;
  if (find_kind_of_token (clause, clause->start, FACT_TEXT_TOKEN_STAFF) < clause->end) {
    pair (finder, clause);
    return;
  }

  /* "Hembesök på onsdag, CSA+HMR"; "CSA tar kontakt under veckan, tisdag". */
  if (after != NULL && is_only_staff (after))
    groups = read_groups (after, after->start, after->end);
  else if (before != NULL && is_only_days (clause) && !is_doubtful (before))
    groups = read_groups (before, before->start, before->end);
  else
    groups = g_ptr_array_new ();
  for (; day < clause->end; day = find_kind_of_token (clause, day + 1, FACT_TEXT_TOKEN_DAY))
    add_mention (finder, clause, day, groups);
}

static gboolean
names_day (GPtrArray *tokens)
{
  guint weekday;

  for (guint i = 0; i < tokens->len; i++)
    if (fact_typed_weekday (fact_text_get_token (tokens, i)->folded, &weekday, NULL))
      return TRUE;

  return FALSE;
}

static void
read_sentence (Finder    *finder,
               GPtrArray *tokens)
{
  static const char *const conditions[] = { "om", "ifall", "vid", "if", NULL };
  g_autoptr (GArray) clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
  guint start = 0;

  /* Few sentences name a day; the others need not be read closer. */
  if (!names_day (tokens) || fact_text_is_word (tokens, 0, conditions))
    return;

  fact_text_classify (tokens, finder->names);
  for (guint i = 0; i < tokens->len; i++)
    if (fact_text_get_token (tokens, i)->ends_clause || i + 1 == tokens->len) {
      Clause clause = { .tokens = tokens, .start = start, .end = i + 1 };

      g_array_append_val (clauses, clause);
      start = i + 1;
    }

  for (guint i = 0; i < clauses->len; i++)
    read_clause (finder,
                 i > 0 ? &g_array_index (clauses, Clause, i - 1) : NULL,
                 &g_array_index (clauses, Clause, i),
                 i + 1 < clauses->len ? &g_array_index (clauses, Clause, i + 1) : NULL);
}

GPtrArray *
fact_text_find_mentions (const char          *text,
                         const FactTextNames *names)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (mention_free);
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (fact_text_token_free);
  Finder finder = { .names = names, .mentions = mentions };
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p)) {
    gboolean is_space = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

    if (!is_space && start == NULL)
      start = p;
    if (is_space && start != NULL) {
      gsize length = (gsize) (p - start);

      fact_text_add_token (tokens, text, start, length);
      if (fact_text_ends_sentence (start, length)) {
        read_sentence (&finder, tokens);
        g_ptr_array_set_size (tokens, 0);
      }
      start = NULL;
    }
    if (*p == '\0' || *p == '\n') {
      read_sentence (&finder, tokens);
      g_ptr_array_set_size (tokens, 0);
    }
    if (*p == '\0')
      return g_steal_pointer (&mentions);
  }
}
