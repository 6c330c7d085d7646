/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board.h"

#include "fact-board-private.h"
#include "fact-board-row-private.h"
#include "fact-list-private.h"

#include <string.h>

typedef struct {
  FactTriage *triage;
  gsize n_rows;                    /* shown; as wide as the pointer: sections are compared as bytes */
} Section;

struct _FactBoard {
  FactList parent_instance;

  FactCases *cases;
  FactClock *clock;
  FactWeek week;
  guint today;
  gboolean weekend_near;           /* whether the free days to come should be planned by now */

  GHashTable *stays;               /* uid of a stay to its FactBoardRow, which owns it */
  GPtrArray *triages;
  GArray *sections;                /* of Section, counted when asked for; NULL: count again */

  FactBoardFilter filter;          /* owned copies */
};

enum {
  PROP_0,
  PROP_WEEK,
  PROP_TODAY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint sections_changed_signal;

G_DEFINE_FINAL_TYPE (FactBoard, fact_board, FACT_TYPE_LIST)

static int
compare_triages (gconstpointer a,
                 gconstpointer b)
{
  return fact_triage_compare (*(FactTriage *const *) a, *(FactTriage *const *) b);
}

static GHashTable *
get_places (FactBoard *self)
{
  return fact_list_get_places (FACT_LIST (self));
}

static void
add_row (FactBoard *self,
         FactStay  *stay)
{
  g_autoptr (FactBoardRow) row = fact_board_row_new (self->cases, stay, self->week);

  g_hash_table_insert (self->stays, (gpointer) fact_board_row_get_stay_uid (row), row);
  fact_list_add (FACT_LIST (self), fact_board_row_get_patient_uid (row), row);
}

static void
remove_row (FactBoard    *self,
            FactBoardRow *row)
{
  g_autoptr (FactBoardRow) kept = g_object_ref (row);

  fact_list_remove (FACT_LIST (self), fact_board_row_get_patient_uid (kept));
  g_hash_table_remove (self->stays, fact_board_row_get_stay_uid (kept));
}

static void
update_patient (FactBoard  *self,
                const char *patient_uid)
{
  FactPlace *place = g_hash_table_lookup (get_places (self), patient_uid);
  FactCase *one = fact_cases_lookup (self->cases, patient_uid);
  FactStay *stay = one && one->patient ? one->stay : NULL;

  if (place && fact_board_row_get_stay (place->item) == stay) {
    fact_board_row_refresh (place->item);
    fact_list_change (FACT_LIST (self), place);
    return;
  }
  if (place)
    remove_row (self, place->item);
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
  FactPlace *place;

  for (guint i = 0; i < self->triages->len; i++)
    g_ptr_array_add (triages, self->triages->pdata[i]);
  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    FactTriage *triage = fact_board_row_get_section (place->item);
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
  FactPlace *place;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    g_ptr_array_add (uids, g_strdup (fact_board_row_get_patient_uid (fact_board_get_row (self, i))));
  g_hash_table_iter_init (&iter, get_places (self));
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
fact_board_get_item_type (FactList *list)
{
  return FACT_TYPE_BOARD_ROW;
}

static int
fact_board_compare (FactList      *list,
                    gconstpointer  a,
                    gconstpointer  b)
{
  return fact_board_row_compare ((FactBoardRow *) a, (FactBoardRow *) b);
}

static gboolean
fact_board_matches (FactList *list,
                    gpointer  row)
{
  return fact_board_row_matches (row, &FACT_BOARD (list)->filter);
}

static void
fact_board_will_tell (FactList *list)
{
  g_clear_pointer (&FACT_BOARD (list)->sections, g_array_unref);
}

static void
fact_board_finalize (GObject *object)
{
  FactBoard *self = FACT_BOARD (object);

  clear_filter (self);
  g_clear_pointer (&self->sections, g_array_unref);
  g_hash_table_unref (self->stays);
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
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_board_class_init (FactBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FactListClass *list_class = FACT_LIST_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = fact_board_finalize;
  object_class->get_property = fact_board_get_property;
  list_class->get_item_type = fact_board_get_item_type;
  list_class->compare = fact_board_compare;
  list_class->matches = fact_board_matches;
  list_class->will_tell = fact_board_will_tell;
  properties[PROP_WEEK] = g_param_spec_uint ("week", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  sections_changed_signal = g_signal_new ("sections-changed", FACT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fact_board_init (FactBoard *self)
{
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
  FactPlace *place;

  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, (gpointer *) &place)) {
    for (guint i = 0; i < records->len; i++) {
      if (fact_board_row_uses (place->item, records->pdata[i]))
        g_hash_table_add (patient_uids, g_strdup (uid));
    }
  }
}

void
fact_board_clear_warnings (FactBoard *self)
{
  GHashTableIter iter;
  FactPlace *place;

  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    fact_board_row_clear_warnings (place->item);
}

void
fact_board_set_week (FactBoard *self,
                     FactWeek   week)
{
  g_autoptr (GArray) before = NULL;
  GHashTableIter iter;
  FactPlace *place;

  if (self->week == week)
    return;
  before = g_array_ref (get_sections (self));
  self->week = week;
  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    fact_board_row_set_week (place->item, week);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK]);
  fact_list_sort (FACT_LIST (self));
  emit_if_others (self, before, FALSE);
}

FactBoardRow *
fact_board_lookup_row (FactBoard  *self,
                       const char *patient_uid)
{
  return fact_list_lookup (FACT_LIST (self), patient_uid);
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
  return fact_list_get (FACT_LIST (self), position);
}

gboolean
fact_board_find (FactBoard  *self,
                 const char *stay_uid,
                 guint      *position)
{
  FactBoardRow *row;

  g_return_val_if_fail (FACT_IS_BOARD (self) && stay_uid, FALSE);

  row = g_hash_table_lookup (self->stays, stay_uid);
  return row && fact_list_find (FACT_LIST (self), fact_board_row_get_patient_uid (row), position);
}

gboolean
fact_board_find_patient (FactBoard  *self,
                         const char *patient_uid,
                         guint      *position)
{
  g_return_val_if_fail (FACT_IS_BOARD (self) && patient_uid, FALSE);
  return fact_list_find (FACT_LIST (self), patient_uid, position);
}

gboolean
fact_board_find_nearest (FactBoard  *self,
                         const char *stay_uid,
                         guint      *position)
{
  FactBoardRow *row;

  g_return_val_if_fail (FACT_IS_BOARD (self) && stay_uid && position, FALSE);
  if (fact_board_find (self, stay_uid, position))
    return TRUE;
  row = fact_board_lookup (self, stay_uid);
  if (!row)
    return FALSE;
  *position = fact_list_find_place_for (FACT_LIST (self), row);
  return TRUE;
}

FactBoardRow *
fact_board_lookup (FactBoard  *self,
                   const char *stay_uid)
{
  g_return_val_if_fail (FACT_IS_BOARD (self) && stay_uid, NULL);
  return g_hash_table_lookup (self->stays, stay_uid);
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
  FactPlace *place;

  g_return_val_if_fail (FACT_IS_BOARD (self), rows);

  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    g_ptr_array_add (rows, place->item);
  g_ptr_array_sort (rows, list_order);

  return rows;
}

guint
fact_board_get_n_total (FactBoard *self)
{
  g_return_val_if_fail (FACT_IS_BOARD (self), 0);
  return g_hash_table_size (get_places (self));
}

void
fact_board_set_filter (FactBoard             *self,
                       const FactBoardFilter *filter)
{
  FactBoardFilter copy = { 0 };
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (FACT_IS_BOARD (self));

  if (filters_nothing (filter) && !fact_list_is_filtered (FACT_LIST (self)))
    return;
  if (filter) {
    g_set_object (&copy.staff, filter->staff);
    g_set_object (&copy.triage, filter->triage);
    copy.municipality = g_strdup (filter->municipality);
    copy.text = g_strdup (filter->text);
    copy.warnings_only = filter->warnings_only;
  }
  before = g_array_ref (get_sections (self));
  clear_filter (self);
  self->filter = copy;
  fact_list_filter (FACT_LIST (self), !filters_nothing (filter));
  emit_if_others (self, before, FALSE);
}

void
fact_board_count_contacts (FactBoard *self,
                           guint      julian,
                           guint     *planned,
                           guint     *done)
{
  GHashTableIter iter;
  FactPlace *place;

  g_return_if_fail (FACT_IS_BOARD (self) && planned && done);

  *planned = *done = 0;
  g_hash_table_iter_init (&iter, get_places (self));
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    GPtrArray *contacts = fact_board_row_get_case (place->item)->contacts;

    for (guint i = 0; i < contacts->len; i++) {
      FactContact *contact = contacts->pdata[i];

      *planned += contact->date == julian && contact->status == FACT_CONTACT_PLANNED;
      *done += contact->date == julian && contact->status == FACT_CONTACT_DONE;
    }
  }
}
