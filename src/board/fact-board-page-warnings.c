/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row warns of, and what can be done about it: items of its menu, or of a menu of their own (F4). Each issues an
 * action that names the warning by stay, kind and what it is about. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"
#include "fact-team-contact.h"
#include "fact-team-stay.h"
#include "fact-team-warning.h"

#include <glib/gi18n.h>

/* Returns: (transfer none) (nullable): tells it when the row or its warning is gone. */
static const FactWarning *
find_warning (FactBoardPage  *self,
              GVariant       *parameter,
              FactBoardRow  **row)
{
  const char *stay_uid, *code, *about;
  const FactWarning *warning = NULL;

  g_variant_get_child (parameter, 0, "&s", &stay_uid);
  g_variant_get_child (parameter, 1, "&s", &code);
  g_variant_get_child (parameter, 2, "&s", &about);
  *row = fact_board_page_find_row (self, stay_uid);
  if (*row)
    warning = fact_board_row_find_warning (*row, code, about);
  if (!warning)
    fact_board_page_notice (self, _("Nothing was changed: the warning does not hold any more."), TRUE, FALSE);
  return warning;
}

static void
move_warned_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row;
  const FactWarning *warning = find_warning (self, parameter, &row);
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  FactChange *change;

  if (!warning)
    return;
  date = fact_day_format (warning->text_day);
  change = fact_team_move_warned (self->team, row, warning, &error);
  /* Translators: the code of a patient, a date: "Moved the contact of BB-90 to Wed 15 May" */
  fact_board_page_commit (self, change, &error, g_strdup_printf (_("Moved the contact of %s to %s"),
                                                                 fact_board_row_get_code (row), date));
}

static void
change_weekday_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row;
  const FactWarning *warning = find_warning (self, parameter, &row);
  g_autoptr (GError) error = NULL;
  FactChange *change;
  guint weekday;

  if (!warning)
    return;
  weekday = fact_day_get_weekday (warning->grid_day);
  change = fact_team_change_weekday (self->team, row, warning, &error);
  fact_board_page_commit (self, change, &error,
                          /* Translators: the code of a patient, a weekday: "The text of BB-90 now says Thursday" */
                          g_strdup_printf (_("The text of %s now says %s"), fact_board_row_get_code (row),
                                           fact_weekday_get_name (weekday)));
}

static void
plan_none_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row;
  const FactWarning *warning = find_warning (self, parameter, &row);
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  FactChange *change;

  if (!warning || warning->kind != FACT_WARNING_WEEKEND)
    return;
  date = fact_day_format (warning->grid_day);
  change = fact_team_plan_none (self->team, row, warning, &error);
  /* Translators: the code of a patient, a date */
  fact_board_page_commit (self, change, &error, g_strdup_printf (_("%s, %s: no contact planned, knows whom to call"),
                                                                 fact_board_row_get_code (row), date));
}

static void
dismiss_warning_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row;
  const FactWarning *warning = find_warning (self, parameter, &row);
  g_autoptr (GError) error = NULL;
  FactChange *change;
  char *done;

  if (!warning)
    return;
  /* Translators: the code of a patient, the text of a warning */
  done = g_strdup_printf (_("Ignored: %s, %s"), fact_board_row_get_code (row), warning->text);
  change = fact_team_dismiss (self->team, row, warning, &error);
  fact_board_page_commit (self, change, &error, done);
}

static void
tick_warned_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row;
  const FactWarning *warning = find_warning (self, parameter, &row);
  g_autoptr (FactContactView) contact = warning ? fact_team_find_warned_contact (self->team, row, warning) : NULL;
  g_autoptr (GEnumClass) statuses = g_type_class_ref (FACT_TYPE_CONTACT_STATUS);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  GEnumValue *status;
  const char *nick;

  g_variant_get_child (parameter, 3, "&s", &nick);
  status = g_enum_get_value_by_nick (statuses, nick);
  if (!contact || !status)
    return;
  what = fact_contact_view_get_typed (contact);
  fact_board_page_commit (self, fact_team_set_status (self->team, contact, status->value, &error), &error,
                          g_strdup_printf (_("%s with %s: %s"), what, fact_contact_view_get_code (contact),
                                           fact_contact_status_get_word (status->value)));
}

/* The text is of an earlier week and holds in this one, too. */
static void
confirm_actions_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row = fact_board_page_find_row (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  FactChange *change;

  if (!row)
    return;
  change = fact_team_confirm_actions (self->team, row, &error);
  /* Translators: the code of a patient */
  fact_board_page_commit (self, change, &error, g_strdup_printf (_("The actions of %s still hold this week"),
                                                                 fact_board_row_get_code (row)));
}

static void
show_day_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FactBoardPage *self = data;
  const char *stay_uid;
  guint day;

  g_variant_get (parameter, "(&su)", &stay_uid, &day);
  if (g_date_valid_julian (day))
    fact_board_page_go_to_day (self, stay_uid, day);
}

/* @target: floating, taken. @label: (transfer full). */
static void
append (GMenu      *menu,
        char       *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
  g_free (label);
}

static GVariant *
name_warning (FactBoardRow      *row,
              const FactWarning *warning)
{
  return g_variant_new ("(sss)", fact_board_row_get_stay_uid (row), fact_warning_kind_get_code (warning->kind),
                        warning->about);
}

static void
fill_text_grid (GMenu             *menu,
                FactBoardRow      *row,
                const FactWarning *warning)
{
  const char *text_day = fact_weekday_get_name (fact_day_get_weekday (warning->text_day));

  if (warning->contact_uid)
    append (menu, g_strdup_printf (_("Move to %s"), text_day), "board.move-warned", name_warning (row, warning));
  if (warning->word_length > 0)
    append (menu,
            /* Translators: %s is a weekday: the actions say another one than the grid */
            g_strdup_printf (_("Change the text to %s"),
                             fact_weekday_get_name (fact_day_get_weekday (warning->grid_day))),
            "board.change-weekday", name_warning (row, warning));
}

static void
fill_not_ticked (GMenu             *menu,
                 FactBoardRow      *row,
                 const FactWarning *warning)
{
  static const FactContactStatus statuses[] = {
    FACT_CONTACT_DONE, FACT_CONTACT_MISSED, FACT_CONTACT_NO_ANSWER, FACT_CONTACT_CANCELLED, FACT_CONTACT_CALLED_OFF,
  };
  g_autoptr (GEnumClass) nicks = g_type_class_ref (FACT_TYPE_CONTACT_STATUS);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    append (menu, g_strdup (fact_contact_status_get_word (statuses[i])), "board.tick-warned",
            g_variant_new ("(ssss)", fact_board_row_get_stay_uid (row), fact_warning_kind_get_code (warning->kind),
                           warning->about, g_enum_get_value (nicks, statuses[i])->value_nick));
}

static void
fill (GMenu             *menu,
      FactBoardRow      *row,
      const FactWarning *warning)
{
  switch (warning->kind) {
  case FACT_WARNING_TEXT_GRID:
    fill_text_grid (menu, row, warning);
    break;
  case FACT_WARNING_NOT_TICKED:
    fill_not_ticked (menu, row, warning);
    break;
  case FACT_WARNING_WEEKEND:
    /* Translators: %s is a weekday: goes to that day of the row, to plan something */
    append (menu, g_strdup_printf (_("Plan on %s"), fact_weekday_get_name (fact_day_get_weekday (warning->grid_day))),
            "board.show-day", g_variant_new ("(su)", fact_board_row_get_stay_uid (row), warning->grid_day));
    append (menu, g_strdup (_("No contact planned – knows whom to call")), "board.plan-none", name_warning (row, warning));
    break;
  case FACT_WARNING_LONG:
  case FACT_WARNING_STABLE:
  default:
    append (menu, g_strdup (_("Take off the board…")), "board.take-off",
            g_variant_new_string (fact_board_row_get_stay_uid (row)));
  }
  append (menu, g_strdup (_("Ignore the warning")), "board.dismiss-warning", name_warning (row, warning));
}

void
fact_board_page_append_warnings (FactBoardPage   *self,
                                 GMenu           *menu,
                                 FactBoardRow    *row,
                                 FactContactView *contact)
{
  GPtrArray *warnings = fact_board_row_get_warnings (row);

  for (guint i = 0; i < warnings->len; i++) {
    const FactWarning *warning = g_ptr_array_index (warnings, i);
    g_autoptr (GMenu) section = NULL;

    if (contact && g_strcmp0 (warning->contact_uid, fact_contact_view_get_uid (contact)) != 0)
      continue;
    section = g_menu_new ();
    fill (section, row, warning);
    g_menu_append_section (menu, warning->text, G_MENU_MODEL (section));
  }
}

static void
warnings_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardSpot spot;

  if (!fact_board_grid_get_focus (FACT_BOARD_GRID (self->grid), &spot) || fact_board_row_is_masked (spot.row))
    return;
  if (fact_board_row_get_warnings (spot.row)->len > 0) {
    fact_board_page_show_warnings (self, spot.row);
  } else {
    /* Translators: %s is the code of a patient */
    g_autofree char *text = g_strdup_printf (_("No warnings about %s"), fact_board_row_get_code (spot.row));

    fact_board_page_notice (self, text, FALSE, FALSE);
  }
}

/* Off where nothing may be changed. */
static const GActionEntry entries[] = {
  { "move-warned", move_warned_cb, "(sss)" },
  { "change-weekday", change_weekday_cb, "(sss)" },
  { "dismiss-warning", dismiss_warning_cb, "(sss)" },
  { "plan-none", plan_none_cb, "(sss)" },
  { "confirm-actions", confirm_actions_cb, "s" },
  { "tick-warned", tick_warned_cb, "(ssss)" },
};

static const GActionEntry reading_entries[] = {
  { "warnings", warnings_cb },
  { "show-day", show_day_cb, "(su)" },
};

static void
read_only_changed_cb (FactBoardPage *self)
{
  fact_board_page_enable (self, entries, G_N_ELEMENTS (entries));
}

void
fact_board_page_init_warnings (FactBoardPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), reading_entries, G_N_ELEMENTS (reading_entries), self);
  g_signal_connect_object (self->team, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  read_only_changed_cb (self);
}
