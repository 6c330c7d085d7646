/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-row.h"
#include "fact-board-row-private.h"

#include "fact-contact-view-private.h"
#include "fact-day.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _FactBoardRow {
  GObject parent_instance;

  FactCases *cases;
  FactCase *one;                   /* borrowed of cases */
  FactStay *stay;
  FactWeek week;

  /* what the board sorts by: stays until the board asks for a refresh, whatever the records say meanwhile */
  FactTriage *section;
  int section_position;
  guint sort_date;
  char *sort_code;

  /* computed when asked for */
  char *texts[FACT_N_FIELDS];
  GPtrArray *days[FACT_DAYS_IN_WEEK];
  GPtrArray *warnings;
  gboolean warnings_weekend;
};

G_DEFINE_FINAL_TYPE (FactBoardRow, fact_board_row, G_TYPE_OBJECT)

static void
clear_computed (FactBoardRow *self)
{
  for (guint i = 0; i < FACT_N_FIELDS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  for (guint i = 0; i < FACT_DAYS_IN_WEEK; i++)
    g_clear_pointer (&self->days[i], g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
}

static const char *
signature_of (FactStaff *staff)
{
  return staff ? fact_staff_get_signature (staff) : NULL;
}

static char *
compose_text (FactBoardRow *self,
              FactField     field)
{
  FactStay *stay = self->stay;
  FactPatient *patient = stay->patient;

  switch (field) {
  case FACT_FIELD_DATE:
    return fact_day_format_short (stay->date);
  case FACT_FIELD_PATIENT:
    return g_strdup (patient->code);
  case FACT_FIELD_TRIAGE:
    return g_strdup (fact_triage_get_label (stay->triage));
  case FACT_FIELD_REASON:
    return g_strdup (stay->reason ? fact_reason_get_label (stay->reason) : NULL);
  case FACT_FIELD_CARE_CONTACT:
    return g_strdup (signature_of (patient->care_contact));
  case FACT_FIELD_PHYSICIAN:
    return g_strdup (signature_of (patient->physician));
  case FACT_FIELD_OTHER_PROVIDERS:
    return fact_case_format_providers (patient);
  case FACT_FIELD_CHILDREN:
    return g_strdup (patient->children);
  case FACT_FIELD_SITUATION:
    return g_strdup (stay->situation);
  case FACT_FIELD_ACTIONS:
    return g_strdup (stay->actions);
  case FACT_FIELD_SAFETY:
    return g_strdup (stay->safety);
  case FACT_N_FIELDS:
  default:
    g_return_val_if_reached (NULL);
  }
}

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  return fact_contact_view_compare (*(FactContactView *const *) a, *(FactContactView *const *) b);
}

static gboolean
contains_text (const char *text,
               const char *folded)
{
  g_autofree char *mine = g_utf8_casefold (text ? text : "", -1);

  return strstr (mine, folded) != NULL;
}

/* By uid: what was loaded as it stood may have come as several objects. */
static gboolean
is_same (gpointer a,
         gpointer b)
{
  return a == b || (a && b && g_str_equal (fact_record_get_uid (a), fact_record_get_uid (b)));
}

static gboolean
is_among (GPtrArray *who,
          gpointer   staff)
{
  for (guint i = 0; i < who->len; i++) {
    if (is_same (who->pdata[i], staff))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_contact_of (FactBoardRow *self,
                FactStaff    *staff)
{
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    GPtrArray *day = fact_board_row_get_day (self, weekday);

    for (guint i = 0; i < day->len; i++) {
      if (is_among (fact_contact_view_get_who (day->pdata[i]), staff))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
matches_text (FactBoardRow *self,
              const char   *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (FactField field = 0; field < FACT_N_FIELDS; field++) {
    if (contains_text (fact_board_row_get_text (self, field), folded))
      return TRUE;
  }
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    GPtrArray *day = fact_board_row_get_day (self, weekday);

    for (guint i = 0; i < day->len; i++) {
      g_autofree char *typed = fact_contact_view_get_typed (day->pdata[i]);

      if (contains_text (typed, folded))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
uses_in_week (FactBoardRow *self,
              FactRecord   *record)
{
  for (guint weekday = 0; weekday < FACT_DAYS_IN_WEEK; weekday++) {
    GPtrArray *day = fact_board_row_get_day (self, weekday);

    for (guint i = 0; i < day->len; i++) {
      if ((gpointer) fact_contact_view_get_kind (day->pdata[i]) == record ||
          g_ptr_array_find (fact_contact_view_get_who (day->pdata[i]), record, NULL))
        return TRUE;
    }
  }
  return FALSE;
}

static void
fact_board_row_finalize (GObject *object)
{
  FactBoardRow *self = FACT_BOARD_ROW (object);

  clear_computed (self);
  g_free (self->sort_code);
  g_clear_object (&self->section);
  g_clear_object (&self->stay);
  fact_cases_unref (self->cases);
  G_OBJECT_CLASS (fact_board_row_parent_class)->finalize (object);
}

static void
fact_board_row_class_init (FactBoardRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_board_row_finalize;
}

static void
fact_board_row_init (FactBoardRow *self)
{
}

FactBoardRow *
fact_board_row_new (FactCases *cases,
                    FactStay  *stay,
                    FactWeek   week)
{
  FactBoardRow *self = g_object_new (FACT_TYPE_BOARD_ROW, NULL);

  self->cases = fact_cases_ref (cases);
  self->one = fact_cases_lookup (cases, fact_record_get_subject (FACT_RECORD (stay)));
  self->stay = g_object_ref (stay);
  self->week = week;
  fact_board_row_refresh (self);
  return self;
}

FactStay *
fact_board_row_get_stay (FactBoardRow *self)
{
  return self->stay;
}

FactCase *
fact_board_row_get_case (FactBoardRow *self)
{
  return self->one;
}

FactCases *
fact_board_row_get_cases (FactBoardRow *self)
{
  return self->cases;
}

void
fact_board_row_refresh (FactBoardRow *self)
{
  clear_computed (self);
  g_set_object (&self->section, self->stay->triage);
  self->section_position = fact_triage_get_position (self->section);
  self->sort_date = self->stay->date;
  g_free (self->sort_code);
  self->sort_code = g_utf8_collate_key (self->stay->patient->code, -1);
}

void
fact_board_row_set_week (FactBoardRow *self,
                         FactWeek      week)
{
  self->week = week;
  clear_computed (self);
}

void
fact_board_row_clear_warnings (FactBoardRow *self)
{
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
}

int
fact_triage_compare (FactTriage *a,
                     FactTriage *b)
{
  int pa = fact_triage_get_position (a), pb = fact_triage_get_position (b);

  if (pa != pb)
    return pa < pb ? -1 : 1;
  return strcmp (fact_record_get_uid (FACT_RECORD (a)), fact_record_get_uid (FACT_RECORD (b)));
}

int
fact_board_row_compare (FactBoardRow *a,
                        FactBoardRow *b)
{
  int order;

  if (a->section_position != b->section_position)
    return a->section_position < b->section_position ? -1 : 1;
  order = strcmp (fact_record_get_uid (FACT_RECORD (a->section)), fact_record_get_uid (FACT_RECORD (b->section)));
  if (order != 0)
    return order;
  if (a->sort_date != b->sort_date)
    return a->sort_date < b->sort_date ? -1 : 1;
  order = strcmp (a->sort_code, b->sort_code);
  if (order != 0)
    return order;
  return strcmp (fact_board_row_get_stay_uid (a), fact_board_row_get_stay_uid (b));
}

FactTriage *
fact_board_row_get_section (FactBoardRow *self)
{
  return self->section;
}

gboolean
fact_board_row_matches (FactBoardRow          *self,
                        const FactBoardFilter *filter)
{
  FactPatient *patient = self->stay->patient;

  if (filter->triage && !is_same (filter->triage, self->stay->triage))
    return FALSE;
  if (filter->municipality &&
      (!patient->municipality ||
       !g_str_equal (fact_record_get_uid (FACT_RECORD (patient->municipality)), filter->municipality)))
    return FALSE;
  if (filter->staff && !is_same (patient->care_contact, filter->staff) &&
      !is_same (patient->physician, filter->staff) && !has_contact_of (self, filter->staff))
    return FALSE;
  if (filter->text && *filter->text && !matches_text (self, filter->text))
    return FALSE;
  return !filter->warnings_only || fact_board_row_get_warnings (self)->len > 0;
}

gboolean
fact_board_row_uses (FactBoardRow *self,
                     FactRecord   *record)
{
  FactPatient *patient = self->stay->patient;

  return (gpointer) self->stay->triage == record || (gpointer) self->stay->reason == record ||
         (gpointer) patient->care_contact == record || (gpointer) patient->physician == record ||
         (gpointer) patient->municipality == record || uses_in_week (self, record);
}

char *
fact_case_format_providers (FactPatient *patient)
{
  const char *municipality = patient->municipality ? fact_organisation_get_name (patient->municipality) : NULL;

  if (municipality && patient->other_providers)
    return g_strconcat (municipality, ", ", patient->other_providers, NULL);
  return g_strdup (municipality ? municipality : patient->other_providers);
}

const char *
fact_board_row_get_stay_uid (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return fact_record_get_uid (FACT_RECORD (self->stay));
}

const char *
fact_board_row_get_patient_uid (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return fact_record_get_subject (FACT_RECORD (self->stay));
}

const char *
fact_board_row_get_code (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return self->stay->patient->code;
}

char *
fact_board_row_get_namesakes (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return fact_board_row_is_masked (self) ? NULL : fact_case_describe_namesakes (fact_board_row_get_case (self));
}

FactTriage *
fact_board_row_get_triage (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return self->stay->triage;
}

FactReason *
fact_board_row_get_reason (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return self->stay->reason;
}

FactStaff *
fact_board_row_get_care_contact (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);
  return self->stay->patient->care_contact;
}

guint
fact_board_row_get_date (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), 0);
  return self->stay->date;
}

FactWeek
fact_board_row_get_actions_week (FactBoardRow *self)
{
  FactWeek written, week;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), 0);

  if (!self->stay->actions || !*self->stay->actions || !self->stay->actions_week)
    return 0;
  written = fact_week_from_day (self->stay->actions_week);
  week = fact_week_from_day (fact_clock_get_today (fact_cases_get_clock (self->cases)));

  return written < week ? written : 0;
}

guint
fact_board_row_get_day_count (FactBoardRow *self)
{
  guint today;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), 0);

  today = fact_clock_get_today (fact_cases_get_clock (self->cases));
  return today >= self->stay->date ? today - self->stay->date + 1 : 0;
}

const char *
fact_board_row_get_text (FactBoardRow *self,
                         FactField     field)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self) && (guint) field < FACT_N_FIELDS, "");

  if (!self->texts[field])
    self->texts[field] = compose_text (self, field);
  if (!self->texts[field])
    self->texts[field] = g_strdup ("");
  return self->texts[field];
}

GPtrArray *
fact_board_row_get_day (FactBoardRow *self,
                        guint         weekday)
{
  GPtrArray *contacts;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self) && weekday < FACT_DAYS_IN_WEEK, NULL);

  if (self->days[weekday])
    return self->days[weekday];
  self->days[weekday] = g_ptr_array_new_with_free_func (g_object_unref);
  contacts = self->one->contacts;
  for (guint i = 0; i < contacts->len; i++) {
    FactContact *contact = contacts->pdata[i];

    if (contact->date == fact_week_get_day (self->week, weekday) && contact->status != FACT_CONTACT_WRONG)
      g_ptr_array_add (self->days[weekday], fact_contact_view_new (contact));
  }
  g_ptr_array_sort (self->days[weekday], compare_views);
  return self->days[weekday];
}

GPtrArray *
fact_board_row_get_warnings (FactBoardRow *self)
{
  gboolean weekend;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);

  /* the only warning that begins in the middle of a day */
  weekend = fact_board_weekend_is_near (fact_cases_get_clock (self->cases), NULL, NULL);
  if (self->warnings && self->warnings_weekend != weekend)
    fact_board_row_clear_warnings (self);
  if (!self->warnings)
    self->warnings = fact_board_row_find_warnings (self);
  self->warnings_weekend = weekend;
  return self->warnings;
}

gboolean
fact_board_row_is_masked (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), TRUE);
  return FALSE;
}

char *
fact_board_row_get_spoken_name (FactBoardRow *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);

  /* Translators: a row of the board for a screen reader: code of the patient, triage, day on the board */
  return g_strdup_printf (_("%s, %s, day %u"), fact_board_row_get_code (self),
                          fact_triage_get_label (self->stay->triage), fact_board_row_get_day_count (self));
}

char *
fact_board_row_tell_taken_off (FactBoardRow *self,
                               guint         n_kept)
{
  const char *code;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self), NULL);

  code = fact_board_row_get_code (self);
  if (n_kept == 0)
    /* Translators: %s is a patient's code */
    return g_strdup_printf (_("%s taken off the board."), code);
  /* Translators: a patient's code, how many contacts are planned still */
  return g_strdup_printf (ngettext ("%s taken off the board. %u contact stays planned.",
                                    "%s taken off the board. %u contacts stay planned.", n_kept), code, n_kept);
}
