/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-import-private.h"

#include "fact-typed-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (FactTeamImport, fact_team_import, G_TYPE_OBJECT)

static void
row_free (FactImportRow *row)
{
  g_free (row->code);
  for (guint i = 0; i < FACT_IMPORT_N_CELLS; i++)
    g_free (row->cells[i]);
  g_clear_object (&row->triage);
  g_clear_pointer (&row->contacts, g_ptr_array_unref);
  g_free (row);
}

static void
word_free (FactImportWord *word)
{
  g_free (word->word);
  g_free (word);
}

static void
fact_team_import_finalize (GObject *object)
{
  FactTeamImport *self = FACT_TEAM_IMPORT (object);

  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_patient);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->texts);
  g_object_unref (self->team);
  G_OBJECT_CLASS (fact_team_import_parent_class)->finalize (object);
}

static void
fact_team_import_class_init (FactTeamImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_team_import_finalize;
}

static void
fact_team_import_init (FactTeamImport *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_patient = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  self->municipalities = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->add_municipalities = TRUE;
}

FactTeamImport *
fact_team_import_new (FactTeam *team,
                      FactWeek  week)
{
  FactTeamImport *self;

  g_return_val_if_fail (FACT_IS_TEAM (team) && week != 0, NULL);

  self = g_object_new (FACT_TYPE_TEAM_IMPORT, NULL);
  self->team = g_object_ref (team);
  self->week = fact_week_from_day (week);
  return self;
}

void
fact_team_import_add_row (FactTeamImport    *self,
                          guint              number,
                          const char        *code,
                          guint              date,
                          FactTriage        *triage,
                          const char *const  cells[FACT_IMPORT_N_CELLS])
{
  FactImportRow *row = g_new0 (FactImportRow, 1);

  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));

  row->number = number;
  row->code = g_strdup (code);
  row->date = date;
  row->triage = g_object_ref (triage);
  for (guint i = 0; i < FACT_IMPORT_N_CELLS; i++)
    row->cells[i] = g_strdup (cells[i]);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->by_code, row->code, row);
}

void
fact_team_import_note (FactTeamImport *self,
                       GPtrArray      *list,
                       const char     *text)
{
  g_autofree char *key = g_strdup_printf ("%p%s", list, text);

  if (g_hash_table_add (self->known, g_steal_pointer (&key)))
    g_ptr_array_add (list, g_strdup (text));
}

static void
take_patients (FactTeamImport *self,
               GPtrArray      *patients)
{
  for (guint i = 0; i < patients->len; i++)
    {
      FactPatient *patient = patients->pdata[i];
      FactImportRow *row = g_hash_table_lookup (self->by_code, patient->code);

      if (!row)
        continue;
      row->patient = patient;
      g_hash_table_insert (self->by_patient, (gpointer) fact_record_get_uid (FACT_RECORD (patient)), row);
    }
}

static void
take_record (FactTeamImport *self,
             FactRecord     *record)
{
  FactImportRow *row = g_hash_table_lookup (self->by_patient, fact_record_get_subject (record));

  if (!row)
    return;
  if (FACT_IS_STAY (record))
    {
      row->stay = FACT_STAY (record);
      return;
    }
  if (!row->contacts)
    row->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (row->contacts, g_object_ref (record));
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
add_word (FactTeamImport *self,
          const char     *text)
{
  FactImportWord *word;

  for (guint i = 0; i < self->words->len; i++)
    {
      word = self->words->pdata[i];
      if (strcmp (word->word, text) == 0)
        {
          word->n++;
          return;
        }
    }
  word = g_new0 (FactImportWord, 1);
  word->word = g_strdup (text);
  word->n = 1;
  g_ptr_array_add (self->words, word);
}

static void
find_words (FactTeamImport *self,
            FactTypedWords *words,
            GHashTable     *parsed,
            FactImportRow  *row)
{
  for (guint weekday = 0; weekday < 7; weekday++)
    {
      const char *cell = row->cells[FACT_N_FIELDS + weekday];
      GPtrArray *typed = cell && *cell ? fact_import_parse (parsed, words, cell) : NULL;

      for (guint i = 0; typed && i < typed->len; i++)
        {
          FactTypedContact *contact = typed->pdata[i];

          for (guint u = 0; u < contact->unknown->len; u++)
            add_word (self, contact->unknown->pdata[u]);
        }
    }
}

/* The same code is no proof of the same person: another municipality or care contact is asked about. An empty cell
 * says nothing. */
static gboolean
looks_like_another (FactImportRow *row)
{
  const char *care = row->cells[FACT_FIELD_CARE_CONTACT];
  const char *providers = row->cells[FACT_FIELD_OTHER_PROVIDERS];

  if (!row->patient)
    return FALSE;
  if (care && *care && row->patient->care_contact &&
      strcmp (care, fact_staff_get_signature (row->patient->care_contact)) != 0)
    return TRUE;
  return providers && *providers && row->patient->municipality &&
         !g_str_has_prefix (providers, fact_organisation_get_name (row->patient->municipality));
}

static void
look_over (FactTeamImport *self)
{
  g_autoptr (FactTypedWords) words = fact_team_make_words (self->team);
  g_autoptr (GHashTable) parsed = fact_import_parsed_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      FactImportRow *row = self->rows->pdata[i];

      if (row->contacts)
        g_ptr_array_sort (row->contacts, compare_contacts);
      find_words (self, words, parsed, row);
      row->same_person = !looks_like_another (row);
      row->verdict = row->same_person ? FACT_IMPORT_NEW : FACT_IMPORT_ASKED;
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

  if (!records)
    {
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

  if (!patients)
    {
      fact_team_return_error (self->team, task, error);
      return;
    }
  take_patients (self, patients);
  for (guint i = 0; i < patients->len; i++)
    g_strv_builder_add (builder, fact_record_get_uid (patients->pdata[i]));
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

void
fact_team_import_prepare_async (FactTeamImport      *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (FactQuery) query = NULL;
  FactQuery *queries[1];

  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));

  g_task_set_source_tag (task, fact_team_import_prepare_async);
  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (builder, ((FactImportRow *) self->rows->pdata[i])->code);
  codes = g_strv_builder_end (builder);
  query = fact_query_where (fact_query_new (FACT_TYPE_PATIENT), "code", FACT_OP_IN, codes);
  queries[0] = query;
  fact_store_load_async (self->team->store, queries, 1, cancellable, loaded_patients_cb, task);
}

gboolean
fact_team_import_prepare_finish (FactTeamImport  *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

GPtrArray *
fact_team_import_get_words (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->words;
}

GPtrArray *
fact_team_import_get_municipalities (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->municipalities;
}

void
fact_team_import_set_add_municipalities (FactTeamImport *self,
                                         gboolean        add)
{
  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));
  self->add_municipalities = add;
}

void
fact_team_import_set_same_person (FactTeamImport *self,
                                  guint           row,
                                  gboolean        same)
{
  g_return_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len);
  ((FactImportRow *) self->rows->pdata[row])->same_person = same;
}

static gboolean
refuse_asked (FactTeamImport  *self,
              GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FactImportRow *row = self->rows->pdata[i];

      if (row->same_person)
        continue;
      if (text->len)
        g_string_append_c (text, '\n');
      /* Translators: of a row of a table; the code is that of a patient */
      g_string_append_printf (text, _("Row %u: %s is known with another municipality or care contact. "
                                      "Is it the same person?"), row->number, row->code);
    }
  if (text->len == 0)
    return TRUE;
  g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, "%s", text->str);
  return FALSE;
}

FactChange *
fact_team_import_build (FactTeamImport  *self,
                        GError         **error)
{
  g_autoptr (FactChange) change = NULL;
  FactImportBuild build;

  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);

  if (!refuse_asked (self, error))
    return NULL;
  change = fact_team_begin (self->team, "board.import", NULL, NULL, error);
  if (!change)
    return NULL;
  fact_import_build_init (&build, self, change);
  for (guint i = 0; i < self->rows->len; i++)
    fact_import_build_row (&build, self->rows->pdata[i]);
  fact_import_build_clear (&build);
  return g_steal_pointer (&change);
}

guint
fact_team_import_get_n_rows (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), 0);
  return self->rows->len;
}

FactImportVerdict
fact_team_import_get_verdict (FactTeamImport *self,
                              guint           row)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len, FACT_IMPORT_SAME);
  return ((FactImportRow *) self->rows->pdata[row])->verdict;
}

const char *
fact_team_import_get_code (FactTeamImport *self,
                           guint           row)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len, NULL);
  return ((FactImportRow *) self->rows->pdata[row])->code;
}

guint
fact_team_import_get_number (FactTeamImport *self,
                             guint           row)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len, 0);
  return ((FactImportRow *) self->rows->pdata[row])->number;
}

GPtrArray *
fact_team_import_get_texts (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->texts;
}

GPtrArray *
fact_team_import_get_missing (FactTeamImport *self)
{
  FactBoard *board;
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), missing);

  board = fact_team_get_board (self->team);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      const char *code = fact_board_row_get_code (fact_board_get_row (board, i));

      if (!g_hash_table_contains (self->by_code, code))
        g_ptr_array_add (missing, g_strdup (code));
    }
  return missing;
}
