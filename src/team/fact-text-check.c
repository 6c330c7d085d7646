/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-text-check.h"

#include "fact-text-mention.h"

#include <stdlib.h>

typedef struct
{
  const FactTextCheck *check;
  GPtrArray *mentions;
} Checker;

static void
fault_free (gpointer data)
{
  FactTextFault *fault = data;

  g_ptr_array_unref (fault->staff);
  g_free (fault);
}

/* The day a mention means, 0 when it is none of the grid's week. */
static guint
get_said_day (const FactTextCheck   *check,
              const FactTextMention *mention)
{
  FactWeek written_week = fact_week_from_day (check->written);
  guint said = written_week + mention->weekday;
  int year, month, day;

  if (mention->plural && written_week != check->week)
    return 0;
  if (!mention->plural && said < check->written)
    said += FACT_DAYS_IN_WEEK;
  if (said < check->week || said >= check->week + FACT_DAYS_IN_WEEK)
    return 0;
  if (mention->date != 0 && fact_day_get_ymd (said, &year, &month, &day) && (guint) day != mention->date)
    return 0;

  return said;
}

static gboolean
stands_on (const FactTextCheck *check,
           const char          *id,
           guint                day)
{
  for (guint i = 0; i < check->n_contacts; i++)
    if (check->contacts[i].day == day && check->contacts[i].staff != NULL &&
        g_strv_contains (check->contacts[i].staff, id))
      return TRUE;

  return FALSE;
}

static gboolean
has_contact (const FactTextCheck *check,
             guint                day,
             gboolean             with_nobody)
{
  for (guint i = 0; i < check->n_contacts; i++)
    if (check->contacts[i].day == day &&
        (!with_nobody || check->contacts[i].staff == NULL || check->contacts[i].staff[0] == NULL))
      return TRUE;

  return FALSE;
}

static gboolean
says (Checker    *self,
      const char *id,
      guint       day)
{
  for (guint i = 0; i < self->mentions->len; i++) {
    const FactTextMention *mention = g_ptr_array_index (self->mentions, i);

    if (get_said_day (self->check, mention) != day)
      continue;
    for (guint j = 0; j < mention->groups->len; j++)
      if (g_ptr_array_find_with_equal_func (g_ptr_array_index (mention->groups, j), id, g_str_equal, NULL))
        return TRUE;
  }

  return FALSE;
}

/* (transfer container) those of a group who do not stand on the day. */
static GPtrArray *
find_missing (const FactTextCheck *check,
              GPtrArray           *group,
              guint                day)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->len; i++)
    if (!stands_on (check, g_ptr_array_index (group, i), day))
      g_ptr_array_add (missing, g_strdup (g_ptr_array_index (group, i)));

  return missing;
}

/* The nearest other day where all of them stand and the text does not say so; 0 none. */
static guint
find_other_day (Checker   *self,
                GPtrArray *staff,
                guint      said)
{
  FactWeek week = self->check->week;
  guint best = 0;

  for (guint day = week; day < week + FACT_DAYS_IN_WEEK; day++) {
    gboolean all = day != said;

    for (guint i = 0; all && i < staff->len; i++)
      all = stands_on (self->check, g_ptr_array_index (staff, i), day) &&
            !says (self, g_ptr_array_index (staff, i), day);
    if (all && (best == 0 || abs ((int) day - (int) said) < abs ((int) best - (int) said)))
      best = day;
  }

  return best;
}

/* Somebody the text does not name stands on the day. */
static gboolean
has_somebody_else (Checker *self,
                   guint    day)
{
  for (guint i = 0; i < self->check->n_contacts; i++) {
    const FactTextContact *contact = &self->check->contacts[i];

    for (guint j = 0; contact->day == day && contact->staff != NULL && contact->staff[j] != NULL; j++)
      if (!says (self, contact->staff[j], day))
        return TRUE;
  }

  return FALSE;
}

static void
add_fault (GPtrArray             *faults,
           const FactTextMention *mention,
           FactTextFaultKind      kind,
           guint                  day,
           guint                  grid_day,
           GPtrArray             *staff)
{
  FactTextFault *fault = g_new0 (FactTextFault, 1);

  fault->offset = mention->offset;
  fault->length = mention->date ? 0 : mention->length;
  fault->kind = kind;
  fault->day = day;
  fault->grid_day = grid_day;
  fault->staff = g_ptr_array_ref (staff);
  g_ptr_array_add (faults, fault);
}

static void
check_mention (Checker               *self,
               const FactTextMention *mention,
               GPtrArray             *faults)
{
  guint day = get_said_day (self->check, mention);
  g_autoptr (GPtrArray) missing = NULL;
  guint other;

  /* A contact with nobody yet may be the one. */
  if (day == 0 || has_contact (self->check, day, TRUE))
    return;

  for (guint i = 0; i < mention->groups->len; i++) {
    g_autoptr (GPtrArray) lacking = find_missing (self->check, g_ptr_array_index (mention->groups, i), day);

    if (lacking->len == 0)
      return;
    if (missing == NULL)
      missing = g_steal_pointer (&lacking);
  }
  if (missing == NULL) {
    missing = g_ptr_array_new ();
    if (!has_contact (self->check, day, FALSE) && !mention->plural)
      add_fault (faults, mention, FACT_TEXT_FAULT_MISSING, day, 0, missing);
    return;
  }

  other = find_other_day (self, missing, day);
  if (other != 0)
    add_fault (faults, mention, FACT_TEXT_FAULT_DAY, day, other, missing);
  else if (has_somebody_else (self, day))
    add_fault (faults, mention, FACT_TEXT_FAULT_STAFF, day, 0, missing);
  else if (!mention->plural)
    add_fault (faults, mention, FACT_TEXT_FAULT_MISSING, day, 0, missing);
}

GPtrArray *
fact_text_check (const FactTextCheck *check)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (fault_free);
  g_autoptr (GPtrArray) mentions = NULL;
  FactTextNames names = { .words = check->words, .care_contact = check->care_contact, .physician = check->physician };
  Checker self = { .check = check };

  if (check->actions == NULL || check->written == 0 || check->today >= check->week + FACT_DAYS_IN_WEEK)
    return g_steal_pointer (&faults);

  mentions = fact_text_find_mentions (check->actions, &names);
  self.mentions = mentions;
  for (guint i = 0; i < mentions->len; i++)
    check_mention (&self, g_ptr_array_index (mentions, i), faults);

  return g_steal_pointer (&faults);
}
