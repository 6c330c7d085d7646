/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board.h"
#include "fact-board-private.h"
#include "fact-board-row-private.h"

#include <string.h>

/* A row on the board; hidden ones have no place in the list. */
typedef struct {
  FactBoardRow *row;
  GSequenceIter *iter;             /* NULL: the filter hides it */
} Place;

typedef struct {
  FactTriage *triage;
  gsize n_rows;                    /* shown; as wide as the pointer: sections are compared as bytes */
} Section;

struct _FactBoard {
  GObject parent_instance;

  FactCases *cases;
  FactClock *clock;
  FactWeek week;
  guint today;
  gboolean weekend_near;           /* whether the free days to come should be planned by now */

  GSequence *shown;                /* of FactBoardRow, by fact_board_row_compare() */
  GHashTable *places;              /* uid of a patient to its Place; the keys are the rows' */
  GHashTable *stays;               /* uid of a stay to the same Place */
  GPtrArray *triages;
  GArray *sections;                /* of Section, counted when asked for; NULL: count again */

  gboolean filtered;
  FactBoardFilter filter;          /* owned copies */
};

enum {
  PROP_0,
  PROP_WEEK,
  PROP_TODAY,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
  PROP_FILTERED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint sections_changed_signal;

static void fact_board_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FactBoard, fact_board, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fact_board_list_model_init))

static guint
get_n_items (FactBoard *self)
{
  return (guint) g_sequence_get_length (self->shown);
}

static void
items_changed (FactBoard *self,
               guint      position,
               guint      removed,
               guint      added)
{
  g_clear_pointer (&self->sections, g_array_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return fact_board_row_compare ((FactBoardRow *) a, (FactBoardRow *) b);
}

static int
compare_triages (gconstpointer a,
                 gconstpointer b)
{
  return fact_triage_compare (*(FactTriage *const *) a, *(FactTriage *const *) b);
}

static gboolean
is_shown (FactBoard    *self,
          FactBoardRow *row)
{
  return !self->filtered || fact_board_row_matches (row, &self->filter);
}

static void
show_place (FactBoard *self,
            Place     *place)
{
  place->iter = g_sequence_insert_sorted (self->shown, g_object_ref (place->row), compare_rows, NULL);
  items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 0, 1);
}

static void
hide_place (FactBoard *self,
            Place     *place)
{
  guint position = (guint) g_sequence_iter_get_position (place->iter);

  g_sequence_remove (g_steal_pointer (&place->iter));
  items_changed (self, position, 1, 0);
}

static void
place_free (Place *place)
{
  g_object_unref (place->row);
  g_free (place);
}

static void
add_row (FactBoard *self,
         FactStay  *stay)
{
  Place *place = g_new0 (Place, 1);

  place->row = fact_board_row_new (self->cases, stay, self->week);
  g_hash_table_insert (self->places, (gpointer) fact_board_row_get_patient_uid (place->row), place);
  g_hash_table_insert (self->stays, (gpointer) fact_board_row_get_stay_uid (place->row), place);
  if (is_shown (self, place->row))
    show_place (self, place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

static void
remove_row (FactBoard *self,
            Place     *place)
{
  g_autoptr (FactBoardRow) row = g_object_ref (place->row);   /* owns the keys */

  if (place->iter)
    hide_place (self, place);
  g_hash_table_remove (self->stays, fact_board_row_get_stay_uid (row));
  g_hash_table_remove (self->places, fact_board_row_get_patient_uid (row));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

/* Whether the row, as it has become, still stands in order between its neighbours. */
static gboolean
stands_in_order (Place *place)
{
  GSequenceIter *before = g_sequence_iter_prev (place->iter);
  GSequenceIter *after = g_sequence_iter_next (place->iter);

  if (before != place->iter && fact_board_row_compare (g_sequence_get (before), place->row) > 0)
    return FALSE;
  return g_sequence_iter_is_end (after) || fact_board_row_compare (place->row, g_sequence_get (after)) <= 0;
}

static void
change_row (FactBoard *self,
            Place     *place)
{
  gboolean show;

  fact_board_row_refresh (place->row);
  show = is_shown (self, place->row);
  if (place->iter && show && stands_in_order (place)) {
    items_changed (self, (guint) g_sequence_iter_get_position (place->iter), 1, 1);
    return;
  }
  if (place->iter)
    hide_place (self, place);
  if (show)
    show_place (self, place);
}

static void
update_patient (FactBoard  *self,
                const char *patient_uid)
{
  Place *place = g_hash_table_lookup (self->places, patient_uid);
  FactCase *one = fact_cases_lookup (self->cases, patient_uid);
  FactStay *stay = one && one->patient ? one->stay : NULL;

  if (place && fact_board_row_get_stay (place->row) == stay) {
    change_row (self, place);
    return;
  }
  if (place)
    remove_row (self, place);
  if (stay)
    add_row (self, stay);
}

/* The states that are offered, and those that still have rows. */
static GArray *
count_sections (FactBoard *self)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) triages = g_ptr_array_new ();
  GHashTableIter iter;
  Place *place;

  for (guint i = 0; i < self->triages->len; i++)
    g_ptr_array_add (triages, self->triages->pdata[i]);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    FactTriage *triage = fact_board_row_get_section (place->row);
    guint shown = GPOINTER_TO_UINT (g_hash_table_lookup (used, triage));

    g_hash_table_insert (used, triage, GUINT_TO_POINTER (shown + (place->iter != NULL)));
    if (!g_ptr_array_find (triages, triage, NULL))
      g_ptr_array_add (triages, triage);
  }

  g_ptr_array_sort (triages, compare_triages);
  for (guint i = 0; i < triages->len; i++) {
    Section section = { .triage = triages->pdata[i] };

    if (fact_triage_get_off (section.triage) && !g_hash_table_contains (used, section.triage))
      continue;
    section.n_rows = GPOINTER_TO_UINT (g_hash_table_lookup (used, section.triage));
    g_array_append_val (sections, section);
  }
  return sections;
}

static GArray *
get_sections (FactBoard *self)
{
  if (!self->sections)
    self->sections = count_sections (self);
  return self->sections;
}

static void
emit_if_others (FactBoard *self,
                GArray    *before,
                gboolean   always)
{
  GArray *now;

  g_clear_pointer (&self->sections, g_array_unref);
  now = get_sections (self);
  if (always || now->len != before->len || memcmp (now->data, before->data, now->len * sizeof (Section)) != 0)
    g_signal_emit (self, sections_changed_signal, 0);
}

/* Week and filter: everything may have become another row. */
static void
show_all_again (FactBoard *self)
{
  g_autoptr (GArray) before = g_array_ref (get_sections (self));
  guint n_before = get_n_items (self);
  GHashTableIter iter;
  Place *place;

  g_sequence_remove_range (g_sequence_get_begin_iter (self->shown), g_sequence_get_end_iter (self->shown));
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    place->iter = is_shown (self, place->row)
                    ? g_sequence_insert_sorted (self->shown, g_object_ref (place->row), compare_rows, NULL) : NULL;
  g_clear_pointer (&self->sections, g_array_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (self));
  if (n_before != get_n_items (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  emit_if_others (self, before, FALSE);
}

static void
clear_filter (FactBoard *self)
{
  g_clear_object (&self->filter.staff);
  g_clear_object (&self->filter.triage);
  g_free ((char *) self->filter.municipality);
  g_free ((char *) self->filter.text);
  self->filter = (FactBoardFilter) { 0 };
}

static gboolean
filters_nothing (const FactBoardFilter *filter)
{
  return !filter || (!filter->staff && !filter->municipality && !filter->triage && !filter->warnings_only &&
                     (!filter->text || !*filter->text));
}

/* Those shown from the top, then the others. */
static GPtrArray *
list_patients (FactBoard *self)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  const char *uid;
  Place *place;

  for (GSequenceIter *i = g_sequence_get_begin_iter (self->shown); !g_sequence_iter_is_end (i); i = g_sequence_iter_next (i))
    g_ptr_array_add (uids, g_strdup (fact_board_row_get_patient_uid (g_sequence_get (i))));
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, (gpointer *) &place)) {
    if (!place->iter)
      g_ptr_array_add (uids, g_strdup (uid));
  }
  return uids;
}

/* Every row counts another day. */
static void
today_changed_cb (FactBoard *self)
{
  g_autoptr (GPtrArray) uids = NULL;

  if (self->today == fact_clock_get_today (self->clock))
    return;
  self->today = fact_clock_get_today (self->clock);
  self->weekend_near = fact_board_weekend_is_near (self->clock, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
  fact_board_clear_warnings (self);
  uids = list_patients (self);
  fact_board_update (self, uids, NULL);
}

/* The one warning that begins in the middle of a day: rows in crisis may have it from now on. */
static void
minute_changed_cb (FactBoard *self)
{
  g_autoptr (GPtrArray) uids = NULL;
  gboolean near = fact_board_weekend_is_near (self->clock, NULL, NULL);

  if (self->weekend_near == near)
    return;
  self->weekend_near = near;
  uids = list_patients (self);
  for (guint i = uids->len; i > 0; i--) {
    FactBoardRow *row = fact_board_lookup_row (self, uids->pdata[i - 1]);

    if (fact_triage_get_role (fact_board_row_get_triage (row)) != FACT_TRIAGE_ROLE_CRISIS)
      g_ptr_array_remove_index_fast (uids, i - 1);
  }
  fact_board_update (self, uids, NULL);
}

static GType
fact_board_get_item_type (GListModel *model)
{
  return FACT_TYPE_BOARD_ROW;
}

static guint
fact_board_get_n_items (GListModel *model)
{
  return get_n_items (FACT_BOARD (model));
}

static gpointer
fact_board_get_item (GListModel *model,
                     guint       position)
{
  FactBoardRow *row = fact_board_get_row (FACT_BOARD (model), position);

  return row ? g_object_ref (row) : NULL;
}

static void
fact_board_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fact_board_get_item_type;
  iface->get_n_items = fact_board_get_n_items;
  iface->get_item = fact_board_get_item;
}

static void
fact_board_finalize (GObject *object)
{
  FactBoard *self = FACT_BOARD (object);

  clear_filter (self);
  g_clear_pointer (&self->sections, g_array_unref);
  g_sequence_free (self->shown);
  g_hash_table_unref (self->stays);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->triages);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->cases, fact_cases_unref);
  G_OBJECT_CLASS (fact_board_parent_class)->finalize (object);
}

static void
fact_board_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  FactBoard *self = FACT_BOARD (object);

  switch (id) {
  case PROP_WEEK:
    g_value_set_uint (value, self->week);
    break;
  case PROP_TODAY:
    g_value_set_uint (value, self->today);
    break;
  case PROP_N_ITEMS:
    g_value_set_uint (value, get_n_items (self));
    break;
  case PROP_N_TOTAL:
    g_value_set_uint (value, fact_board_get_n_total (self));
    break;
  case PROP_FILTERED:
    g_value_set_boolean (value, self->filtered);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_board_class_init (FactBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = fact_board_finalize;
  object_class->get_property = fact_board_get_property;
  properties[PROP_WEEK] = g_param_spec_uint ("week", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  sections_changed_signal = g_signal_new ("sections-changed", FACT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fact_board_init (FactBoard *self)
{
  self->shown = g_sequence_new (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) place_free);
  self->stays = g_hash_table_new (g_str_hash, g_str_equal);
  self->triages = g_ptr_array_new_with_free_func (g_object_unref);
}

FactBoard *
fact_board_new (FactCases *cases,
                FactWeek   week)
{
  FactBoard *self = g_object_new (FACT_TYPE_BOARD, NULL);

  self->cases = fact_cases_ref (cases);
  self->clock = g_object_ref (fact_cases_get_clock (cases));
  self->week = week;
  self->today = fact_clock_get_today (self->clock);
  self->weekend_near = fact_board_weekend_is_near (self->clock, NULL, NULL);
  g_signal_connect_object (self->clock, "notify::today", G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "notify::minute", G_CALLBACK (minute_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
fact_board_update (FactBoard *self,
                   GPtrArray *patient_uids,
                   GPtrArray *triages)
{
  g_autoptr (GArray) before = g_array_ref (get_sections (self));

  if (triages) {
    g_ptr_array_set_size (self->triages, 0);
    for (guint i = 0; i < triages->len; i++)
      g_ptr_array_add (self->triages, g_object_ref (triages->pdata[i]));
  }
  for (guint i = 0; i < patient_uids->len; i++)
    update_patient (self, patient_uids->pdata[i]);
  emit_if_others (self, before, triages != NULL);
}

void
fact_board_find_users (FactBoard  *self,
                       GPtrArray  *records,
                       GHashTable *patient_uids)
{
  GHashTableIter iter;
  const char *uid;
  Place *place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, (gpointer *) &place)) {
    for (guint i = 0; i < records->len; i++) {
      if (fact_board_row_uses (place->row, records->pdata[i]))
        g_hash_table_add (patient_uids, g_strdup (uid));
    }
  }
}

void
fact_board_clear_warnings (FactBoard *self)
{
  GHashTableIter iter;
  Place *place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    fact_board_row_clear_warnings (place->row);
}

void
fact_board_set_week (FactBoard *self,
                     FactWeek   week)
{
  GHashTableIter iter;
  Place *place;

  if (self->week == week)
    return;
  self->week = week;
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    fact_board_row_set_week (place->row, week);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK]);
  show_all_again (self);
}

FactBoardRow *
fact_board_lookup_row (FactBoard  *self,
                       const char *patient_uid)
{
  Place *place = g_hash_table_lookup (self->places, patient_uid);

  return place ? place->row : NULL;
}

guint
fact_board_get_n_sections (FactBoard *self)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), 0);
  return get_sections (self)->len;
}

FactTriage *
fact_board_get_section (FactBoard     *self,
                        guint          section,
                        FactBoardSpan *span)
{
  GArray *sections;
  guint position = 0;

  g_return_val_if_fail (FACT_IS_BOARD (self), NULL);

  sections = get_sections (self);
  if (section >= sections->len)
    return NULL;
  for (guint i = 0; i < section; i++)
    position += (guint) g_array_index (sections, Section, i).n_rows;
  if (span)
    *span = (FactBoardSpan) { position, (guint) g_array_index (sections, Section, section).n_rows };
  return g_array_index (sections, Section, section).triage;
}

guint
fact_board_get_section_at (FactBoard *self,
                           guint      position)
{
  GArray *sections;
  guint section = 0;
  gsize end = 0;

  g_return_val_if_fail (FACT_IS_BOARD (self), 0);

  for (sections = get_sections (self); section < sections->len; section++) {
    end += g_array_index (sections, Section, section).n_rows;
    if (position < end)
      break;
  }
  return section;
}

FactBoardRow *
fact_board_get_row (FactBoard *self,
                    guint      position)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), NULL);

  if (position >= get_n_items (self))
    return NULL;
  return g_sequence_get (g_sequence_get_iter_at_pos (self->shown, (int) position));
}

static gboolean
find_place (GHashTable *places,
            const char *uid,
            guint      *position)
{
  Place *place = g_hash_table_lookup (places, uid);

  if (!place || !place->iter)
    return FALSE;
  if (position)
    *position = (guint) g_sequence_iter_get_position (place->iter);
  return TRUE;
}

gboolean
fact_board_find (FactBoard  *self,
                 const char *stay_uid,
                 guint      *position)
{
  g_return_val_if_fail (FACT_IS_BOARD (self) && stay_uid, FALSE);
  return find_place (self->stays, stay_uid, position);
}

gboolean
fact_board_find_patient (FactBoard  *self,
                         const char *patient_uid,
                         guint      *position)
{
  g_return_val_if_fail (FACT_IS_BOARD (self) && patient_uid, FALSE);
  return find_place (self->places, patient_uid, position);
}

FactBoardRow *
fact_board_lookup (FactBoard  *self,
                   const char *stay_uid)
{
  Place *place;

  g_return_val_if_fail (FACT_IS_BOARD (self) && stay_uid, NULL);
  place = g_hash_table_lookup (self->stays, stay_uid);
  return place ? place->row : NULL;
}

FactWeek
fact_board_get_week (FactBoard *self)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), 0);
  return self->week;
}

guint
fact_board_get_today (FactBoard *self)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), 0);
  return self->today;
}

static int
list_order (gconstpointer a,
            gconstpointer b)
{
  return fact_board_row_compare (*(gpointer *) a, *(gpointer *) b);
}

GPtrArray *
fact_board_list_rows (FactBoard *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  GHashTableIter iter;
  Place *place;

  g_return_val_if_fail (FACT_IS_BOARD (self), rows);

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    g_ptr_array_add (rows, place->row);
  g_ptr_array_sort (rows, list_order);

  return rows;
}

guint
fact_board_get_n_total (FactBoard *self)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), 0);
  return g_hash_table_size (self->places);
}

void
fact_board_set_filter (FactBoard             *self,
                       const FactBoardFilter *filter)
{
  FactBoardFilter copy = { 0 };
  gboolean was_filtered;

  g_return_if_fail (FACT_IS_BOARD (self));

  was_filtered = self->filtered;
  if (filters_nothing (filter) && !was_filtered)
    return;
  if (filter) {
    g_set_object (&copy.staff, filter->staff);
    g_set_object (&copy.triage, filter->triage);
    copy.municipality = g_strdup (filter->municipality);
    copy.text = g_strdup (filter->text);
    copy.warnings_only = filter->warnings_only;
  }
  clear_filter (self);
  self->filter = copy;
  self->filtered = !filters_nothing (filter);
  show_all_again (self);
  if (self->filtered != was_filtered)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTERED]);
}

void
fact_board_count_contacts (FactBoard *self,
                           guint      julian,
                           guint     *planned,
                           guint     *done)
{
  GHashTableIter iter;
  Place *place;

  g_return_if_fail (FACT_IS_BOARD (self) && planned && done);

  *planned = *done = 0;
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    GPtrArray *contacts = fact_board_row_get_case (place->row)->contacts;

    for (guint i = 0; i < contacts->len; i++) {
      FactContact *contact = contacts->pdata[i];

      *planned += contact->date == julian && contact->status == FACT_CONTACT_PLANNED;
      *done += contact->date == julian && contact->status == FACT_CONTACT_DONE;
    }
  }
}
