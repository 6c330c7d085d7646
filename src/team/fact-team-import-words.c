/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-import-private.h"

#include "fact-typed-contact.h"

#include <string.h>

static void
put (GHashTable *table,
     const char *word,
     gpointer    record)
{
  if (word && *word)
    g_hash_table_insert (table, fact_typed_fold (word), record);
}

static gpointer
get (GHashTable *table,
     const char *word)
{
  g_autofree char *folded = fact_typed_fold (word);

  return g_hash_table_lookup (table, folded);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GHashTable *
fact_import_parsed_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
fact_import_parse (GHashTable     *parsed,
                   FactTypedWords *words,
                   const char     *cell)
{
  GPtrArray *typed = g_hash_table_lookup (parsed, cell);

  if (!typed) {
    typed = fact_typed_contact_parse (cell, words);
    g_hash_table_insert (parsed, g_strdup (cell), typed);
  }
  return typed;
}

static void
put_staff (FactImportBuild *build,
           FactStaff       *staff,
           const char      *signature)
{
  put (build->staff, signature, staff);
  g_hash_table_insert (build->staff_by_uid, (gpointer) fact_record_get_uid (FACT_RECORD (staff)), staff);
  fact_typed_words_add_staff (build->words, signature, fact_record_get_uid (FACT_RECORD (staff)));
}

static void
put_vocabulary (FactImportBuild *build,
                FactTeam        *team)
{
  g_autoptr (GPtrArray) staff = fact_vocabulary_list (fact_team_get_vocabulary_of (team, FACT_TYPE_STAFF));
  g_autoptr (GPtrArray) places = fact_vocabulary_list (fact_team_get_vocabulary_of (team, FACT_TYPE_ORGANISATION));
  g_autoptr (GPtrArray) reasons = fact_vocabulary_list (fact_team_get_vocabulary_of (team, FACT_TYPE_REASON));
  g_autoptr (GPtrArray) kinds = fact_vocabulary_list (fact_team_get_vocabulary_of (team, FACT_TYPE_KIND));

  for (guint i = 0; i < staff->len; i++)
    put_staff (build, staff->pdata[i], fact_staff_get_signature (staff->pdata[i]));
  for (guint i = 0; i < places->len; i++)
    put (build->organisations, fact_organisation_get_name (places->pdata[i]), places->pdata[i]);
  for (guint i = 0; i < kinds->len; i++)
    g_hash_table_insert (build->kinds, (gpointer) fact_record_get_uid (kinds->pdata[i]), kinds->pdata[i]);
  for (guint i = 0; i < reasons->len; i++) {
    put (build->reasons, fact_reason_get_label (reasons->pdata[i]), reasons->pdata[i]);
    put (build->reasons, fact_reason_get_sheet_name (reasons->pdata[i]), reasons->pdata[i]);
  }
}

static FactStaff *
add_staff (FactImportBuild *build,
           const char      *signature,
           gboolean         function)
{
  gint64 now = fact_clock_get_now (fact_team_get_clock (build->import->team));
  FactStaff *staff = fact_change_add (build->change, FACT_TYPE_STAFF, NULL, now, "signature", signature,
                                      "function", function, "position", build->position, NULL);

  build->position += 1024;
  put_staff (build, staff, signature);
  return staff;
}

static void
add_kind (FactImportBuild *build,
          const char      *word)
{
  gint64 now = fact_clock_get_now (fact_team_get_clock (build->import->team));
  FactKind *kind = fact_change_add (build->change, FACT_TYPE_KIND, NULL, now, "name", word, "position", build->position,
                                    NULL);
  const char *uid = fact_record_get_uid (FACT_RECORD (kind));

  build->position += 1024;
  g_hash_table_insert (build->kinds, (gpointer) uid, kind);
  fact_typed_words_add_kind (build->words, word, NULL, uid);
}

/* New records come after those there are. */
static int
last_position (FactTeam *team)
{
  static GType (*const types[]) (void) = { fact_staff_get_type, fact_kind_get_type, fact_reason_get_type,
                                           fact_organisation_get_type };
  int last = 0;

  for (guint t = 0; t < G_N_ELEMENTS (types); t++) {
    g_autoptr (GPtrArray) list = fact_vocabulary_list (fact_team_get_vocabulary_of (team, types[t] ()));

    for (guint i = 0; i < list->len; i++)
      last = MAX (last, fact_vocabulary_get_position (list->pdata[i]));
  }
  return last;
}

void
fact_import_build_init (FactImportBuild *build,
                        FactTeamImport  *import,
                        FactChange      *change)
{
  memset (build, 0, sizeof *build);
  build->import = import;
  build->change = change;
  build->words = fact_team_make_words (import->team);
  build->staff = table_new ();
  build->organisations = table_new ();
  build->reasons = table_new ();
  build->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  build->staff_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  build->parsed = fact_import_parsed_new ();
  build->position = last_position (import->team) + 1024;
  put_vocabulary (build, import->team);
  for (guint i = 0; i < import->words->len; i++) {
    FactImportWord *word = import->words->pdata[i];

    if (word->use == FACT_IMPORT_AS_KIND)
      add_kind (build, word->word);
    else if (word->use != FACT_IMPORT_AS_TEXT)
      add_staff (build, word->word, word->use == FACT_IMPORT_AS_FUNCTION);
  }
}

void
fact_import_build_clear (FactImportBuild *build)
{
  g_hash_table_unref (build->parsed);
  fact_typed_words_free (build->words);
  g_hash_table_unref (build->staff);
  g_hash_table_unref (build->organisations);
  g_hash_table_unref (build->reasons);
  g_hash_table_unref (build->kinds);
  g_hash_table_unref (build->staff_by_uid);
}

FactStaff *
fact_import_find_staff (FactImportBuild *build,
                        const char      *signature)
{
  FactStaff *staff = get (build->staff, signature);

  if (staff || !fact_typed_looks_like_signature (signature))
    return staff;
  return add_staff (build, signature, FALSE);
}

FactReason *
fact_import_find_reason (FactImportBuild *build,
                         const char      *word)
{
  gint64 now = fact_clock_get_now (fact_team_get_clock (build->import->team));
  FactReason *reason = get (build->reasons, word);

  if (reason || !*word)
    return reason;
  reason = fact_change_add (build->change, FACT_TYPE_REASON, NULL, now, "name", word, "sheet-name", word,
                            "position", build->position, NULL);
  build->position += 1024;
  put (build->reasons, word, reason);
  return reason;
}

static FactOrganisation *
add_municipality (FactImportBuild *build,
                  const char      *name)
{
  gint64 now = fact_clock_get_now (fact_team_get_clock (build->import->team));
  FactOrganisation *place = fact_change_add (build->change, FACT_TYPE_ORGANISATION, NULL, now, "name", name,
                                             "kind", FACT_ORGANISATION_MUNICIPALITY, "position", build->position, NULL);

  build->position += 1024;
  put (build->organisations, name, place);
  return place;
}

/* One word with a capital is taken to be a place; anything else is text. */
gboolean
fact_import_looks_like_place (const char *cell)
{
  return *cell && !strpbrk (cell, " ,;/+0123456789") && g_unichar_isupper (g_utf8_get_char (cell)) &&
         !fact_typed_looks_like_signature (cell);
}

static gboolean
is_wanted (FactTeamImport *import,
           const char     *place)
{
  for (guint i = 0; i < import->municipalities->len; i++) {
    FactImportWord *word = import->municipalities->pdata[i];

    if (strcmp (word->word, place) == 0)
      return word->use == FACT_IMPORT_AS_MUNICIPALITY;
  }
  return FALSE;
}

FactOrganisation *
fact_import_split_providers (FactImportBuild  *build,
                             const char       *cell,
                             const char      **rest)
{
  const char *comma = strchr (cell, ',');
  g_autofree char *first = comma ? g_strndup (cell, (gsize) (comma - cell)) : NULL;
  FactOrganisation *whole = get (build->organisations, cell);
  FactOrganisation *place = first ? get (build->organisations, g_strstrip (first)) : NULL;

  *rest = "";
  if (whole || !*cell)
    return whole;
  if (place) {
    *rest = comma + 1 + strspn (comma + 1, " ");
    return place;
  }
  *rest = cell;
  if (!is_wanted (build->import, cell))
    return NULL;
  *rest = "";
  return add_municipality (build, cell);
}
