/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patients.h"
#include "fact-patients-private.h"

#include <string.h>

typedef struct {
  FactPatientView *view;
  GSequenceIter *iter;             /* NULL: the filter hides it */
} Place;

struct _FactPatients {
  GObject parent_instance;

  FactCases *cases;
  GSequence *shown;                /* of FactPatientView */
  GHashTable *places;              /* uid of a patient, the view's, to its Place */
  FactPatientsSort sort;
  gboolean filtered;
  FactPatientsFilter filter;       /* owned copies; the text folded */
};

enum {
  PROP_0,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
  PROP_FILTERED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void fact_patients_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FactPatients, fact_patients, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fact_patients_list_model_init))

static guint
get_n_items (FactPatients *self)
{
  return (guint) g_sequence_get_length (self->shown);
}

static void
items_changed (FactPatients *self,
               guint         position,
               guint         removed,
               guint         added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

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
compare_views (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const FactPatientKeys *one = fact_patient_view_get_keys ((FactPatientView *) a);
  const FactPatientKeys *other = fact_patient_view_get_keys ((FactPatientView *) b);
  guint one_day = one->on_board ? one->on_board : G_MAXUINT;
  guint other_day = other->on_board ? other->on_board : G_MAXUINT;
  int order = 0;

  switch (((FactPatients *) data)->sort) {
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
is_shown (FactPatients    *self,
          FactPatientView *view)
{
  const FactPatientsFilter *filter = &self->filter;
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
show_place (FactPatients *self,
            Place        *place)
{
  place->iter = g_sequence_insert_sorted (self->shown, g_object_ref (place->view), compare_views, self);
  items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 0, 1);
}

static void
hide_place (FactPatients *self,
            Place        *place)
{
  guint position = (guint) g_sequence_iter_get_position (place->iter);

  g_sequence_remove (g_steal_pointer (&place->iter));
  items_changed (self, position, 1, 0);
}

static void
place_free (Place *place)
{
  g_object_unref (place->view);
  g_free (place);
}

static gboolean
stands_in_order (FactPatients *self,
                 Place        *place)
{
  GSequenceIter *before = g_sequence_iter_prev (place->iter);
  GSequenceIter *after = g_sequence_iter_next (place->iter);

  if (before != place->iter && compare_views (g_sequence_get (before), place->view, self) > 0)
    return FALSE;
  return g_sequence_iter_is_end (after) || compare_views (place->view, g_sequence_get (after), self) <= 0;
}

static void
change_place (FactPatients *self,
              Place        *place)
{
  gboolean show;

  fact_patient_view_refresh (place->view);
  show = is_shown (self, place->view);
  if (place->iter && show && stands_in_order (self, place)) {
    items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 1, 1);
    return;
  }
  if (place->iter)
    hide_place (self, place);
  if (show)
    show_place (self, place);
}

static void
update_patient (FactPatients *self,
                const char   *uid)
{
  Place *place = g_hash_table_lookup (self->places, uid);
  FactCase *one = fact_cases_lookup (self->cases, uid);
  gboolean there = one && one->patient;

  if (place && there) {
    change_place (self, place);
  } else if (place) {
    if (place->iter)
      hide_place (self, place);
    g_hash_table_remove (self->places, uid);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  } else if (there) {
    place = g_new0 (Place, 1);
    place->view = fact_patient_view_new (one->patient, one);
    g_hash_table_insert (self->places, (gpointer) fact_patient_view_get_uid (place->view), place);
    if (is_shown (self, place->view))
      show_place (self, place);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return compare_views ((*(Place **) a)->view, (*(Place **) b)->view, data);
}

static void
show_all_again (FactPatients *self)
{
  guint n_before = get_n_items (self);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GHashTableIter iter;
  Place *place;

  g_sequence_remove_range (g_sequence_get_begin_iter (self->shown), g_sequence_get_end_iter (self->shown));
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    place->iter = NULL;
    if (is_shown (self, place->view))
      g_ptr_array_add (shown, place);
  }
  g_ptr_array_sort_with_data (shown, compare_places, self);
  for (guint i = 0; i < shown->len; i++) {
    place = shown->pdata[i];
    place->iter = g_sequence_append (self->shown, g_object_ref (place->view));
  }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (self));
  if (n_before != get_n_items (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
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
fact_patients_get_item_type (GListModel *model)
{
  return FACT_TYPE_PATIENT_VIEW;
}

static guint
fact_patients_get_n_items (GListModel *model)
{
  return get_n_items (FACT_PATIENTS (model));
}

static gpointer
fact_patients_get_item (GListModel *model,
                        guint       position)
{
  FactPatientView *view = fact_patients_get_view (FACT_PATIENTS (model), position);

  return view ? g_object_ref (view) : NULL;
}

static void
fact_patients_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fact_patients_get_item_type;
  iface->get_n_items = fact_patients_get_n_items;
  iface->get_item = fact_patients_get_item;
}

static void
fact_patients_finalize (GObject *object)
{
  FactPatients *self = FACT_PATIENTS (object);

  clear_filter (self);
  g_sequence_free (self->shown);
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->cases, fact_cases_unref);
  G_OBJECT_CLASS (fact_patients_parent_class)->finalize (object);
}

static void
fact_patients_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  FactPatients *self = FACT_PATIENTS (object);

  switch (id) {
  case PROP_N_ITEMS:
    g_value_set_uint (value, get_n_items (self));
    break;
  case PROP_N_TOTAL:
    g_value_set_uint (value, fact_patients_get_n_total (self));
    break;
  case PROP_FILTERED:
    g_value_set_boolean (value, self->filtered);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_patients_class_init (FactPatientsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = fact_patients_finalize;
  object_class->get_property = fact_patients_get_property;
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fact_patients_init (FactPatients *self)
{
  self->shown = g_sequence_new (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) place_free);
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
  Place *place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, (gpointer *) &place)) {
    FactPatient *patient = fact_patient_view_get_patient (place->view);

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
  gboolean was_filtered;

  g_return_if_fail (FACT_IS_PATIENTS (self));

  was_filtered = self->filtered;
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
  self->filtered = !filters_nothing (filter);
  show_all_again (self);
  if (self->filtered != was_filtered)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTERED]);
}

void
fact_patients_set_sort (FactPatients     *self,
                        FactPatientsSort  sort)
{
  g_return_if_fail (FACT_IS_PATIENTS (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  show_all_again (self);
}

FactPatientsSort
fact_patients_get_sort (FactPatients *self)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self), FACT_PATIENTS_BY_CODE);
  return self->sort;
}

guint
fact_patients_get_n_total (FactPatients *self)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self), 0);
  return g_hash_table_size (self->places);
}

gboolean
fact_patients_find (FactPatients *self,
                    const char   *patient_uid,
                    guint        *position)
{
  Place *place;

  g_return_val_if_fail (FACT_IS_PATIENTS (self) && patient_uid, FALSE);

  place = g_hash_table_lookup (self->places, patient_uid);
  if (!place || !place->iter)
    return FALSE;
  if (position)
    *position = (guint) g_sequence_iter_get_position (place->iter);
  return TRUE;
}

FactPatientView *
fact_patients_get_view (FactPatients *self,
                        guint         position)
{
  g_return_val_if_fail (FACT_IS_PATIENTS (self), NULL);

  if (position >= get_n_items (self))
    return NULL;
  return g_sequence_get (g_sequence_get_iter_at_pos (self->shown, (int) position));
}

FactPatientView *
fact_patients_lookup (FactPatients *self,
                      const char   *patient_uid)
{
  Place *place;

  g_return_val_if_fail (FACT_IS_PATIENTS (self) && patient_uid, NULL);

  place = g_hash_table_lookup (self->places, patient_uid);
  return place ? place->view : NULL;
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
  Place *place;

  g_return_val_if_fail (FACT_IS_PATIENTS (self), found);

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    const char *words = fact_patient_view_get_keys (place->view)->words;
    const char *found_at = strstr (words, folded);
    Hit hit = { place->view, found_at == words };

    if (!fact_patient_view_get_on_board (place->view) && found_at && found_at < strchr (words, '\n'))
      g_array_append_val (hits, hit);
  }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, most); i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).view));
  return found;
}
