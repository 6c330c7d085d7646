/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the patients of a table, and what it leaves to be asked. */

#include "fact-team-import-private.h"

#include "fact-typed-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Codes with a letter after the year: further bearers of a code. */
#define WITH_LETTER "*-???*"

void
fact_import_known_free (FactImportKnown *known)
{
  g_object_unref (known->patient);
  g_clear_object (&known->stay);
  g_ptr_array_unref (known->contacts);
  g_free (known);
}

void
fact_import_bearer_free (FactImportBearer *bearer)
{
  g_free (bearer->code);
  g_free (bearer->differs);
  g_free (bearer);
}

void
fact_import_word_free (FactImportWord *word)
{
  g_free (word->word);
  g_free (word);
}

/* "DD-75" of "DD-75b": what bearers of one code share. (transfer full) */
static char *
get_base (const char *code)
{
  const char *hyphen = strchr (code, '-');

  return hyphen && strlen (hyphen) > 3 ? g_strndup (code, (gsize) (hyphen + 3 - code)) : g_strdup (code);
}

static void
take_patient (FactTeamImport *self,
              FactPatient    *patient)
{
  FactImportKnown *known = g_new0 (FactImportKnown, 1);
  g_autofree char *base = get_base (patient->code);
  GPtrArray *bearers = g_hash_table_lookup (self->known_by_base, base);

  known->patient = g_object_ref (patient);
  known->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->known_by_uid, (gpointer) fact_record_get_uid (FACT_RECORD (patient)), known);
  g_hash_table_insert (self->known_by_code, patient->code, known);
  if (!bearers) {
    bearers = g_ptr_array_new ();
    g_hash_table_insert (self->known_by_base, g_steal_pointer (&base), bearers);
  }
  g_ptr_array_add (bearers, known);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const FactImportKnown *one = *(FactImportKnown *const *) a;
  const FactImportKnown *other = *(FactImportKnown *const *) b;

  return strcmp (one->patient->code, other->patient->code);
}

static void
take_record (FactTeamImport *self,
             FactRecord     *record)
{
  FactImportKnown *known = g_hash_table_lookup (self->known_by_uid, fact_record_get_subject (record));

  if (!known)
    return;
  if (FACT_IS_STAY (record))
    g_set_object (&known->stay, FACT_STAY (record));
  else
    g_ptr_array_add (known->contacts, g_object_ref (record));
}

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const FactContact *one = *(FactContact *const *) a;
  const FactContact *other = *(FactContact *const *) b;
  int order = g_strcmp0 (one->time, other->time);

  return order ? order : strcmp (fact_record_get_uid (FACT_RECORD (one)), fact_record_get_uid (FACT_RECORD (other)));
}

static void
add_word (GPtrArray     *list,
          const char    *text,
          FactImportUse  use)
{
  FactImportWord *word;

  for (guint i = 0; i < list->len; i++) {
    word = list->pdata[i];
    if (strcmp (word->word, text) == 0) {
      word->n++;
      return;
    }
  }
  word = g_new0 (FactImportWord, 1);
  word->word = g_strdup (text);
  word->use = use;
  word->n = 1;
  g_ptr_array_add (list, word);
}

static void
find_words (FactTeamImport *self,
            FactTypedWords *words,
            GHashTable     *parsed,
            FactImportRow  *row)
{
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    const char *cell = row->cells[FACT_N_FIELDS + weekday];
    GPtrArray *typed = cell && *cell ? fact_import_parse (parsed, words, cell) : NULL;

    for (guint i = 0; typed && i < typed->len; i++) {
      FactTypedContact *contact = typed->pdata[i];

      for (guint u = 0; u < contact->unknown->len; u++)
        add_word (self->words, contact->unknown->pdata[u], FACT_IMPORT_AS_PERSON);
    }
  }
}

static void
find_people (FactTeamImport *self,
             FactTypedWords *words,
             FactImportRow  *row)
{
  static const FactField fields[] = { FACT_FIELD_CARE_CONTACT, FACT_FIELD_PHYSICIAN };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *cell = row->cells[fields[i]];

    if (cell && fact_typed_looks_like_signature (cell) && !fact_typed_words_find_staff (words, cell, FALSE))
      fact_team_import_note (self, self->new_people, cell);
  }
}

/* Folded names of the team's organisations. (transfer full) */
static GHashTable *
list_places (FactTeamImport *self)
{
  g_autoptr (GPtrArray) list = fact_vocabulary_list (fact_team_get_vocabulary_of (self->team, FACT_TYPE_ORGANISATION));
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (places, fact_typed_fold (fact_organisation_get_name (list->pdata[i])));
  return places;
}

static void
find_place (FactTeamImport *self,
            GHashTable     *places,
            FactImportRow  *row)
{
  const char *cell = row->cells[FACT_FIELD_OTHER_PROVIDERS];
  g_autofree char *folded = cell ? fact_typed_fold (cell) : NULL;

  if (cell && fact_import_looks_like_place (cell) && !g_hash_table_contains (places, folded))
    add_word (self->municipalities, cell, FACT_IMPORT_AS_MUNICIPALITY);
}

static void
append_difference (GString    *text,
                   const char *what,
                   const char *known,
                   const char *cell)
{
  if (text->len)
    g_string_append (text, "; ");
  /* Translators: what a value is called, the value before, the value after: "triage: Observation → Crisis" */
  g_string_append_printf (text, _("%s: %s → %s"), what, known, cell);
}

/* The same code is no proof of the same person: another municipality or care contact is asked about. An empty cell
 * says nothing. (transfer full) (nullable) */
static char *
find_differences (FactImportRow *row,
                  FactPatient   *patient)
{
  const char *care = row->cells[FACT_FIELD_CARE_CONTACT];
  const char *providers = row->cells[FACT_FIELD_OTHER_PROVIDERS];
  const char *known_care = patient->care_contact ? fact_staff_get_signature (patient->care_contact) : NULL;
  const char *known_place = patient->municipality ? fact_organisation_get_name (patient->municipality) : NULL;
  g_autofree char *folded = care ? fact_typed_fold (care) : NULL;
  g_autofree char *known_folded = known_care ? fact_typed_fold (known_care) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (care && *care && known_care && strcmp (folded, known_folded) != 0)
    append_difference (text, _("care contact"), known_care, care);
  if (providers && *providers && known_place && !g_str_has_prefix (providers, known_place))
    append_difference (text, _("municipality"), known_place, providers);
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static FactImportBearer *
add_bearer (FactImportRow *row,
            const char    *code,
            FactPatient   *patient)
{
  FactImportBearer *bearer = g_new0 (FactImportBearer, 1);

  bearer->code = g_strdup (code);
  bearer->known = patient != NULL;
  bearer->differs = patient ? find_differences (row, patient) : NULL;
  g_ptr_array_add (row->bearers, bearer);
  return bearer;
}

/* A code no patient and no other row has. (transfer full) */
static char *
find_free_code (FactTeamImport *self,
                GHashTable     *taken,
                const char     *base)
{
  for (char letter = 'b'; letter <= 'z'; letter++) {
    g_autofree char *code = g_strdup_printf ("%s%c", base, letter);

    if (!g_hash_table_contains (self->known_by_code, code) && !g_hash_table_contains (self->by_code, code) &&
        g_hash_table_add (taken, g_strdup (code)))
      return g_steal_pointer (&code);
  }
  return NULL;
}

/* Others with the same code but for the letter, whom no row of their own speaks of. */
static void
add_other_bearers (FactTeamImport *self,
                   FactImportRow  *row,
                   const char     *base)
{
  GPtrArray *bearers = g_hash_table_lookup (self->known_by_base, base);

  g_ptr_array_sort (bearers, compare_codes);
  for (guint i = 0; i < bearers->len; i++) {
    FactPatient *patient = ((FactImportKnown *) bearers->pdata[i])->patient;

    if (!g_hash_table_contains (self->by_code, patient->code))
      add_bearer (row, patient->code, patient);
  }
}

/* The care contact tells two bearers of one code apart, when the table names one. */
static gboolean
is_told_apart (FactImportRow *row)
{
  FactImportBearer *first = row->bearers->pdata[0];
  const char *care = row->cells[FACT_FIELD_CARE_CONTACT];

  if (first->differs)
    return FALSE;
  for (guint i = 1; i < row->bearers->len; i++) {
    if (!((FactImportBearer *) row->bearers->pdata[i])->differs || !care || !*care)
      return FALSE;
  }
  return TRUE;
}

static void
find_bearers (FactTeamImport *self,
              FactImportRow  *row,
              GHashTable     *taken)
{
  FactImportKnown *known = g_hash_table_lookup (self->known_by_code, row->code);
  g_autofree char *base = get_base (row->code);
  g_autofree char *free_code = NULL;

  add_bearer (row, row->code, known ? known->patient : NULL);
  row->bearer = 0;
  row->verdict = known && known->stay ? FACT_IMPORT_SAME : FACT_IMPORT_NEW;
  if (!known)
    return;
  add_other_bearers (self, row, base);
  if (is_told_apart (row)) {
    g_ptr_array_set_size (row->bearers, 1);
    return;
  }
  free_code = find_free_code (self, taken, base);
  if (free_code)
    add_bearer (row, free_code, NULL);
  row->bearer = G_MAXUINT;
  row->verdict = FACT_IMPORT_ASKED;
}

FactImportKnown *
fact_import_row_find_known (FactTeamImport *self,
                            FactImportRow  *row)
{
  FactImportBearer *bearer = row->bearers->pdata[row->bearer];

  return g_hash_table_lookup (self->known_by_code, bearer->code);
}

static void
look_over (FactTeamImport *self)
{
  g_autoptr (FactTypedWords) words = fact_team_make_words (self->team);
  g_autoptr (GHashTable) parsed = fact_import_parsed_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = list_places (self);
  GHashTableIter iter;
  FactImportKnown *known;

  g_hash_table_iter_init (&iter, self->known_by_uid);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &known))
    g_ptr_array_sort (known->contacts, compare_contacts);
  for (guint i = 0; i < self->rows->len; i++) {
    FactImportRow *row = self->rows->pdata[i];

    find_words (self, words, parsed, row);
    find_people (self, words, row);
    find_place (self, places, row);
    find_bearers (self, row, taken);
  }
}

static void
loaded_records_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeamImport *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (source), result, &error);

  if (!records) {
    fact_team_return_error (self->team, task, error);
    return;
  }
  for (guint i = 0; i < records->len; i++)
    take_record (self, records->pdata[i]);
  look_over (self);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_patients_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeamImport *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) patients = fact_store_load_finish (FACT_STORE (source), result, &error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;
  g_autofree char *first = fact_day_format_iso (self->week);
  g_autofree char *last = fact_day_format_iso (self->week + 6);
  FactQuery *queries[2];

  if (!patients) {
    fact_team_return_error (self->team, task, error);
    return;
  }
  for (guint i = 0; i < patients->len; i++) {
    take_patient (self, patients->pdata[i]);
    g_strv_builder_add (builder, fact_record_get_uid (patients->pdata[i]));
  }
  uids = g_strv_builder_end (builder);
  queries[0] = fact_query_where (fact_query_where (fact_query_new (FACT_TYPE_STAY), "patient", FACT_OP_IN, uids),
                                 "until", FACT_OP_IS_NULL);
  queries[1] = fact_query_where (fact_query_where (fact_query_new (FACT_TYPE_CONTACT), "patient", FACT_OP_IN, uids),
                                 "date", FACT_OP_BETWEEN, first, last);
  fact_store_load_async (self->team->store, queries, 2, g_task_get_cancellable (task), loaded_records_cb,
                         g_object_ref (task));
  fact_query_free (queries[0]);
  fact_query_free (queries[1]);
}

static void
add_code (GStrvBuilder *builder,
          GHashTable   *seen,
          char         *code)
{
  if (!g_hash_table_contains (seen, code))
    g_strv_builder_add (builder, code);
  g_hash_table_add (seen, code);
}

/* The codes of the table and what they are without a letter, each once. (transfer full) */
static GStrv
list_codes (FactTeamImport *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    FactImportRow *row = self->rows->pdata[i];

    add_code (builder, seen, g_strdup (row->code));
    add_code (builder, seen, get_base (row->code));
  }
  return g_strv_builder_end (builder);
}

void
fact_team_import_prepare_async (FactTeamImport      *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_auto (GStrv) codes = NULL;
  FactQuery *queries[2];

  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));

  g_task_set_source_tag (task, fact_team_import_prepare_async);
  codes = list_codes (self);
  queries[0] = fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_IN, codes);
  queries[1] = fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_GLOB, WITH_LETTER);
  fact_store_load_async (self->team->store, queries, 2, cancellable, loaded_patients_cb, task);
  fact_query_free (queries[0]);
  fact_query_free (queries[1]);
}

gboolean
fact_team_import_prepare_finish (FactTeamImport  *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
