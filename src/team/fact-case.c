/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-case.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _FactCases {
  FactClock *clock;
  FactTypedWords *words;
  GHashTable *cases;               /* uid of a patient to FactCase */
  GHashTable *bases;               /* base of a code to one FactCase of the ring */
};

static void
case_free (FactCase *one)
{
  g_clear_object (&one->patient);
  g_ptr_array_unref (one->stays);
  g_ptr_array_unref (one->contacts);
  g_ptr_array_unref (one->dismissals);
  g_free (one->base);
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
  one->namesake = one;
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

/* How long @code is without the letter of a second bearer: "DD-75b" as "DD-75". */
static gsize
get_base_length (const char *code)
{
  const char *end = code + strlen (code);
  const char *last = g_utf8_find_prev_char (code, end);

  if (last && last > code && g_unichar_isalpha (g_utf8_get_char (last)) && g_ascii_isdigit (last[-1]))
    return (gsize) (last - code);
  return (gsize) (end - code);
}

static void
leave_ring (FactCases *self,
            FactCase  *one)
{
  FactCase *before = one;

  while (before->namesake != one)
    before = before->namesake;
  if (before == one)
    g_hash_table_remove (self->bases, one->base);
  else
    /* The key is a string of one who stays. */
    g_hash_table_replace (self->bases, before->base, before);
  before->namesake = one->namesake;
  one->namesake = one;
  g_clear_pointer (&one->base, g_free);
}

static void
join_ring (FactCases *self,
           FactCase  *one)
{
  FactCase *other = g_hash_table_lookup (self->bases, one->base);

  if (other) {
    one->namesake = other->namesake;
    other->namesake = one;
  } else {
    g_hash_table_insert (self->bases, one->base, one);
  }
}

static void
put_patient (FactCases   *self,
             FactCase    *one,
             FactPatient *patient)
{
  gboolean removed = fact_record_is_removed (FACT_RECORD (patient));
  g_autofree char *base = removed ? NULL : g_utf8_casefold (patient->code, (gssize) get_base_length (patient->code));

  if (removed)
    g_clear_object (&one->patient);
  else
    g_set_object (&one->patient, patient);
  if (g_strcmp0 (base, one->base) == 0)
    return;
  if (one->base)
    leave_ring (self, one);
  one->base = g_steal_pointer (&base);
  if (one->base)
    join_ring (self, one);
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
  g_hash_table_unref (self->bases);
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
  self->bases = g_hash_table_new (g_str_hash, g_str_equal);
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
    put_patient (self, one, FACT_PATIENT (record));
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

char *
fact_case_describe_namesakes (FactCase *one)
{
  g_autofree char *base = NULL;
  guint n = 1;

  for (FactCase *other = one->namesake; other != one; other = other->namesake)
    n++;
  if (n == 1 || !one->patient)
    return NULL;
  base = g_strndup (one->patient->code, get_base_length (one->patient->code));
  if (n == 2)
    /* Translators: the code that two patients have, but for a letter after it: "two DD-75" */
    return g_strdup_printf (_("two %s"), base);
  /* Translators: how many patients have the code, three or more: "3 DD-75" */
  return g_strdup_printf (C_("namesakes", "%u %s"), n, base);
}

char *
fact_case_get_other_code (const char *code)
{
  gsize length = get_base_length (code);

  return code[length] ? g_strndup (code, length) : g_strconcat (code, "b", NULL);
}

void
fact_cases_foreach (FactCases *self,
                    GHFunc     function,
                    gpointer   data)
{
  g_hash_table_foreach (self->cases, function, data);
}
