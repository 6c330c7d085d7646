/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patients.h"

#include "fact-list-private.h"
#include "fact-patients-private.h"

#include <string.h>

struct _FactPatients {
  FactList parent_instance;

  FactCases *cases;
  FactPatientsSort sort;
  FactPatientsFilter filter;       /* owned copies; the text folded */
};

G_DEFINE_FINAL_TYPE (FactPatients, fact_patients, FACT_TYPE_LIST)

/* What is missing comes last. */
static int
compare_texts (const char *a,
               const char *b)
{
  if (!a || !b)
    return !a - !b;
  return strcmp (a, b);
}

static int
fact_patients_compare (FactList      *list,
                       gconstpointer  a,
                       gconstpointer  b)
{
  const FactPatientKeys *one = fact_patient_view_get_keys ((FactPatientView *) a);
  const FactPatientKeys *other = fact_patient_view_get_keys ((FactPatientView *) b);
  guint one_day = one->on_board ? one->on_board : G_MAXUINT;
  guint other_day = other->on_board ? other->on_board : G_MAXUINT;
  int order = 0;

  switch (((FactPatients *) list)->sort) {
  case FACT_PATIENTS_BY_MUNICIPALITY:
    order = compare_texts (one->municipality, other->municipality);
    break;
  case FACT_PATIENTS_BY_CARE_CONTACT:
    order = compare_texts (one->care_contact, other->care_contact);
    break;
  case FACT_PATIENTS_BY_ON_BOARD:
    order = one_day == other_day ? 0 : one_day < other_day ? -1 : 1;
    break;
  case FACT_PATIENTS_BY_CODE:
  default:
    break;
  }
  if (order == 0)
    order = strcmp (one->code, other->code);
  return order ? order : strcmp (fact_patient_view_get_uid ((FactPatientView *) a),
                                 fact_patient_view_get_uid ((FactPatientView *) b));
}

static gboolean
has_uid (gpointer    record,
         const char *uid)
{
  return record && g_str_equal (fact_record_get_uid (record), uid);
}

static gboolean
fact_patients_matches (FactList *list,
                       gpointer  view)
{
  const FactPatientsFilter *filter = &FACT_PATIENTS (list)->filter;
  FactPatient *patient = fact_patient_view_get_patient (view);
  gboolean on_board = fact_patient_view_get_on_board (view) != 0;

  if ((filter->on_board && !on_board) || (filter->off_board && on_board))
    return FALSE;
  if (filter->municipality && !has_uid (patient->municipality, filter->municipality))
    return FALSE;
  if (filter->care_contact && !has_uid (patient->care_contact, filter->care_contact))
    return FALSE;
  if (filter->without_care_contact && patient->care_contact)
    return FALSE;
  return !filter->text || strstr (fact_patient_view_get_keys (view)->words, filter->text);
}

static void
update_patient (FactPatients *self,
                const char   *uid)
{
  FactPlace *place = g_hash_table_lookup (fact_list_get_places (FACT_LIST (self)), uid);
  FactCase *one = fact_cases_lookup (self->cases, uid);
  gboolean there = one && one->patient;

  if (place && there) {
    fact_patient_view_refresh (place->item);
    fact_list_change (FACT_LIST (self), place);
  } else if (place) {
    fact_list_remove (FACT_LIST (self), uid);
  } else if (there) {
    g_autoptr (FactPatientView) view = fact_patient_view_new (one->patient, one);

    fact_list_add (FACT_LIST (self), fact_patient_view_get_uid (view), view);
  }
}

static void
free_texts (FactPatientsFilter *filter)
{
  g_free ((char *) filter->text);
  g_free ((char *) filter->municipality);
  g_free ((char *) filter->care_contact);
}

static void
clear_filter (FactPatients *self)
{
  free_texts (&self->filter);
  self->filter = (FactPatientsFilter) { 0 };
}

static gboolean
filters_same (const FactPatientsFilter *a,
              const FactPatientsFilter *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->on_board == b->on_board && a->off_board == b->off_board &&
         g_strcmp0 (a->municipality, b->municipality) == 0 && g_strcmp0 (a->care_contact, b->care_contact) == 0 &&
         a->without_care_contact == b->without_care_contact;
}

static gboolean
filters_nothing (const FactPatientsFilter *filter)
{
  return !filter || ((!filter->text || !*filter->text) && !filter->on_board && !filter->off_board &&
                     !filter->municipality && !filter->care_contact && !filter->without_care_contact);
}

static GType
fact_patients_get_item_type (FactList *list)
{
  return FACT_TYPE_PATIENT_VIEW;
}

static void
fact_patients_finalize (GObject *object)
{
  FactPatients *self = FACT_PATIENTS (object);

  clear_filter (self);
  g_clear_pointer (&self->cases, fact_cases_unref);
  G_OBJECT_CLASS (fact_patients_parent_class)->finalize (object);
}

static void
fact_patients_class_init (FactPatientsClass *klass)
{
  FactListClass *list_class = FACT_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fact_patients_finalize;
  list_class->get_item_type = fact_patients_get_item_type;
  list_class->compare = fact_patients_compare;
  list_class->matches = fact_patients_matches;
}

static void
fact_patients_init (FactPatients *self)
{
}

FactPatients *
fact_patients_new (FactCases *cases)
{
  FactPatients *self = g_object_new (FACT_TYPE_PATIENTS, NULL);

  self->cases = fact_cases_ref (cases);
  return self;
}

void
fact_patients_update (FactPatients *self,
                      GPtrArray    *patient_uids)
{
  for (guint i = 0; i < patient_uids->len; i++)
    update_patient (self, patient_uids->pdata[i]);
}

void
fact_patients_find_users (FactPatients *self,
                          GPtrArray    *records,
                          GHashTable   *patient_uids)
{
  GHashTableIter iter;
  const char *uid;
  FactPlace *place;

  g_hash_table_iter_init (&iter, fact_list_get_places (FACT_LIST (self)));
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, (gpointer *) &place)) {
    FactPatient *patient = fact_patient_view_get_patient (place->item);

    if (g_ptr_array_find (records, patient->municipality, NULL) ||
        g_ptr_array_find (records, patient->care_contact, NULL))
      g_hash_table_add (patient_uids, g_strdup (uid));
  }
}

void
fact_patients_set_filter (FactPatients             *self,
                          const FactPatientsFilter *filter)
{
  FactPatientsFilter copy = { 0 };

  g_return_if_fail (FACT_IS_PATIENTS (self));

  if (filter) {
    copy = *filter;
    copy.text = filter->text && *filter->text ? g_utf8_casefold (filter->text, -1) : NULL;
    copy.municipality = g_strdup (filter->municipality);
    copy.care_contact = g_strdup (filter->care_contact);
  }
  if (filters_same (&copy, &self->filter)) {
    free_texts (&copy);
    return;
  }
  clear_filter (self);
  self->filter = copy;
  fact_list_filter (FACT_LIST (self), !filters_nothing (filter));
}

void
fact_patients_set_sort (FactPatients     *self,
                        FactPatientsSort  sort)
{
  g_return_if_fail (FACT_IS_PATIENTS (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  fact_list_sort (FACT_LIST (self));
}

guint
fact_patients_get_n_total (FactPatients *self)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self), 0);
  return g_hash_table_size (fact_list_get_places (FACT_LIST (self)));
}

gboolean
fact_patients_find (FactPatients *self,
                    const char   *patient_uid,
                    guint        *position)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self) && patient_uid, FALSE);
  return fact_list_find (FACT_LIST (self), patient_uid, position);
}

FactPatientView *
fact_patients_get_view (FactPatients *self,
                        guint         position)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self), NULL);
  return fact_list_get (FACT_LIST (self), position);
}

FactPatientView *
fact_patients_lookup (FactPatients *self,
                      const char   *patient_uid)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self) && patient_uid, NULL);
  return fact_list_lookup (FACT_LIST (self), patient_uid);
}

typedef struct {
  FactPatientView *view;
  gboolean begins;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->begins != other->begins)
    return one->begins ? -1 : 1;
  return strcmp (fact_patient_view_get_keys (one->view)->code, fact_patient_view_get_keys (other->view)->code);
}

GPtrArray *
fact_patients_search (FactPatients *self,
                      const char   *text,
                      guint         most)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = g_utf8_casefold (text ? text : "", -1);
  GHashTableIter iter;
  FactPlace *place;

  g_return_val_if_fail (FACT_IS_PATIENTS (self), found);

  g_hash_table_iter_init (&iter, fact_list_get_places (FACT_LIST (self)));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    const char *words = fact_patient_view_get_keys (place->item)->words;
    const char *found_at = strstr (words, folded);
    Hit hit = { place->item, found_at == words };

    if (!fact_patient_view_get_on_board (place->item) && found_at && found_at < strchr (words, '\n'))
      g_array_append_val (hits, hit);
  }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, most); i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).view));
  return found;
}
