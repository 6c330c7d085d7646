/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-warning.h"

#include "fact-board-row-private.h"
#include "fact-contact-view-private.h"
#include "fact-team-private.h"
#include "fact-text-weekday.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static FactContact *
find_contact (FactBoardRow      *row,
              const FactWarning *warning)
{
  GPtrArray *contacts = fact_board_row_get_case (row)->contacts;

  for (guint i = 0; warning->contact_uid && i < contacts->len; i++) {
    if (g_str_equal (fact_record_get_uid (contacts->pdata[i]), warning->contact_uid))
      return contacts->pdata[i];
  }
  return NULL;
}

/* The day a weekday of a text written on @written means, as fact_text_check() has it. */
static guint
get_said_day (guint written,
              guint weekday)
{
  guint said = fact_week_from_day (written) + weekday;

  return said < written ? said + FACT_DAYS_IN_WEEK : said;
}

/* From when the text must count for the new word to mean @day. */
static guint
find_written (FactTeam *self,
              FactStay *stay,
              guint     day)
{
  guint weekday = fact_day_get_weekday (day);
  guint today = fact_clock_get_today (self->clock);

  if (get_said_day (stay->actions_week, weekday) == day)
    return stay->actions_week;
  return get_said_day (today, weekday) == day ? today : day;
}

/* The actions with the weekday changed; NULL when they have become others meanwhile. */
static char *
compose_actions (const char        *actions,
                 const FactWarning *warning)
{
  gsize end = warning->word_offset + warning->word_length;
  g_autofree char *word = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *before = NULL;

  if (!actions || warning->word_length == 0 || strlen (actions) < end)
    return NULL;
  before = g_strndup (actions, warning->word_offset);
  word = g_strndup (actions + warning->word_offset, warning->word_length);
  changed = fact_text_change_weekday (word, fact_day_get_weekday (warning->grid_day));
  return changed ? g_strconcat (before, changed, actions + end, NULL) : NULL;
}

FactChange *
fact_team_move_warned (FactTeam           *self,
                       FactBoardRow       *row,
                       const FactWarning  *warning,
                       GError            **error)
{
  g_autoptr (FactChange) change = NULL;
  FactContact *contact;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && warning, NULL);

  contact = find_contact (row, warning);
  if (!contact || warning->kind != FACT_WARNING_TEXT_GRID) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE,
                         _("Nothing was changed: the contact is not there any more."));
    return NULL;
  }
  change = fact_team_begin (self, "contact.move", contact, NULL, error);
  if (change)
    fact_change_set (change, contact, "date", warning->text_day, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_change_weekday (FactTeam           *self,
                          FactBoardRow       *row,
                          const FactWarning  *warning,
                          GError            **error)
{
  g_autoptr (FactChange) change = NULL;
  g_autofree char *actions = NULL;
  FactStay *stay;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && warning, NULL);

  stay = fact_board_row_get_stay (row);
  actions = compose_actions (stay->actions, warning);
  if (!actions) {
    g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_GONE,
                         _("Nothing was changed: the weekday is not in the text any more."));
    return NULL;
  }
  change = fact_team_begin (self, "stay.edit", stay, NULL, error);
  if (change)
    fact_change_set (change, stay, "actions", actions, "actions-week", find_written (self, stay, warning->grid_day), NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_plan_none (FactTeam           *self,
                     FactBoardRow       *row,
                     const FactWarning  *warning,
                     GError            **error)
{
  FactStay *stay = fact_board_row_get_stay (row);
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row), NULL);
  g_return_val_if_fail (warning && g_date_valid_julian (warning->grid_day), NULL);

  change = fact_team_begin (self, "contact.plan", stay, NULL, error);
  if (change)
    fact_change_add (change, FACT_TYPE_CONTACT, NULL, fact_team_get_now (self), "patient", stay->patient,
                     "date", warning->grid_day,
                     /* Translators: written on a free day of a patient in crisis; kept as text */
                     "text", _("no contact planned – knows whom to call"), NULL);
  return g_steal_pointer (&change);
}

FactContactView *
fact_team_find_warned_contact (FactTeam          *self,
                               FactBoardRow      *row,
                               const FactWarning *warning)
{
  FactContact *contact;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row) && warning, NULL);

  contact = find_contact (row, warning);
  return contact ? fact_contact_view_new (contact) : NULL;
}
