/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-case.h"

struct _FactCases {
  FactClock *clock;
  FactTypedWords *words;
  GHashTable *cases;               /* uid of a patient to FactCase */
};

static void
case_free (FactCase *one)
{
  g_clear_object (&one->patient);
  g_ptr_array_unref (one->stays);
  g_ptr_array_unref (one->contacts);
  g_ptr_array_unref (one->dismissals);
  g_free (one);
}

static FactCase *
ensure_case (FactCases  *self,
             const char *patient_uid)
{
  FactCase *one = g_hash_table_lookup (self->cases, patient_uid);

  if (one)
    return one;
  one = g_new0 (FactCase, 1);
  one->stays = g_ptr_array_new_with_free_func (g_object_unref);
  one->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  one->dismissals = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->cases, g_strdup (patient_uid), one);
  return one;
}

static void
put_in_list (GPtrArray  *list,
             FactRecord *record)
{
  guint i;
  gboolean known = g_ptr_array_find (list, record, &i);

  if (fact_record_is_removed (record) && known)
    g_ptr_array_remove_index_fast (list, i);
  else if (!fact_record_is_removed (record) && !known)
    g_ptr_array_add (list, g_object_ref (record));
}

static void
put_patient (FactCase    *one,
             FactPatient *patient)
{
  if (fact_record_is_removed (FACT_RECORD (patient)))
    g_clear_object (&one->patient);
  else
    g_set_object (&one->patient, patient);
}

static void
find_open_stay (FactCase *one)
{
  one->stay = NULL;
  for (guint i = 0; i < one->stays->len; i++) {
    FactStay *stay = one->stays->pdata[i];

    if (!stay->until)
      one->stay = stay;
  }
}

static void
cases_clear (FactCases *self)
{
  g_object_unref (self->clock);
  g_hash_table_unref (self->cases);
  fact_typed_words_free (self->words);
}

FactCases *
fact_cases_new (FactClock *clock)
{
  FactCases *self = g_rc_box_new0 (FactCases);

  self->clock = g_object_ref (clock);
  self->words = fact_typed_words_new ();
  self->cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) case_free);
  return self;
}

FactCases *
fact_cases_ref (FactCases *self)
{
  return g_rc_box_acquire (self);
}

void
fact_cases_unref (FactCases *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) cases_clear);
}

FactClock *
fact_cases_get_clock (FactCases *self)
{
  return self->clock;
}

void
fact_cases_take_words (FactCases      *self,
                       FactTypedWords *words)
{
  fact_typed_words_free (self->words);
  self->words = words;
}

FactTypedWords *
fact_cases_get_words (FactCases *self)
{
  return self->words;
}

gboolean
fact_cases_put (FactCases  *self,
                FactRecord *record)
{
  const char *subject = fact_record_get_subject (record);
  FactCase *one;

  if (!subject)
    return FALSE;
  one = ensure_case (self, subject);
  if (FACT_IS_PATIENT (record))
    put_patient (one, FACT_PATIENT (record));
  else if (FACT_IS_CONTACT (record))
    put_in_list (one->contacts, record);
  else if (FACT_IS_DISMISSAL (record))
    put_in_list (one->dismissals, record);
  else if (FACT_IS_STAY (record))
    put_in_list (one->stays, record);
  else
    return FALSE;

  find_open_stay (one);
  return TRUE;
}

FactCase *
fact_cases_lookup (FactCases  *self,
                   const char *patient_uid)
{
  return g_hash_table_lookup (self->cases, patient_uid);
}

void
fact_cases_foreach (FactCases *self,
                    GHFunc     function,
                    gpointer   data)
{
  g_hash_table_foreach (self->cases, function, data);
}
