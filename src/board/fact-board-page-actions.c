/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a row, and with what the board shows: each action calls one verb of the team. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"
#include "fact-record.h"
#include "fact-team-ahead.h"
#include "fact-team-stay.h"

#include <glib/gi18n.h>

static void
set_triage_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *stay_uid, *triage_uid;
  FactTriage *triage;
  FactBoardRow *row;
  char *done;

  g_variant_get (parameter, "(&s&s)", &stay_uid, &triage_uid);
  row = fact_board_page_find_row (self, stay_uid);
  triage = fact_board_page_find_word (self, FACT_TYPE_TRIAGE, triage_uid);
  if (!fact_board_page_is_there (self, row) || !fact_board_page_is_there (self, triage) ||
      fact_board_row_get_triage (row) == triage)
    return;

  /* Translators: a patient by code, then a triage state: "Moved NN-89 to Stable" */
  done = g_strdup_printf (_("Moved %s to %s"), fact_board_row_get_code (row), fact_triage_get_label (triage));
  fact_errand_commit (fact_board_page_errand_to (self, done, stay_uid, 0, NULL), self->team,
                      fact_team_set_triage (self->team, row, triage, &error), &error);
}

static void
take_off_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row = fact_board_page_find_row (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GError) error = NULL;

  /* The window asks what helped and who follows up; without one it is done with what is preset. */
  if (!fact_board_page_is_there (self, row) ||
      gtk_widget_activate_action (GTK_WIDGET (self), "win.take-off", "s", fact_board_row_get_stay_uid (row)))
    return;

  planned = fact_team_list_planned (self->team, row);
  fact_board_page_commit (self, fact_team_take_off (self->team, row, NULL, NULL, NULL, NULL, &error), &error,
                          fact_board_row_tell_taken_off (row, planned->len));
}

static void
set_field_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *stay_uid, *typed, *before;
  FactBoardRow *row;
  guint column;
  int field;

  g_variant_get (parameter, "(&si&s&s)", &stay_uid, &field, &typed, &before);
  row = fact_board_page_find_row (self, stay_uid);
  for (column = 0; column < FACT_BOARD_COLUMN_MONDAY && (int) fact_board_column_get_field (column) != field; )
    column++;
  if (fact_board_page_is_there (self, row) && column < FACT_BOARD_COLUMN_MONDAY)
    fact_errand_commit (fact_board_page_errand_typed (self, NULL, row, column, NULL, typed), self->team,
                        fact_team_set_field (self->team, row, field, typed, before, &error), &error);
}

static void
week_turned_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (FactBoardPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!fact_team_set_week_finish (FACT_TEAM (source), result, &error))
    fact_board_page_notice (self, error->message, TRUE, FALSE);
}

static void
week_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  FactBoardPage *self = data;
  FactBoard *board = fact_team_get_board (self->team);
  const char *name = g_action_get_name (G_ACTION (action));
  FactWeek week = fact_board_get_week (board);

  if (g_str_equal (name, "week-previous"))
    week -= FACT_DAYS_IN_WEEK;
  else if (g_str_equal (name, "week-next"))
    week += FACT_DAYS_IN_WEEK;
  else
    week = fact_week_from_day (fact_board_get_today (board));
  fact_team_set_week_async (self->team, week, NULL, week_turned_cb, g_object_ref (self));
}

static void
staff_menu_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  fact_board_page_show_staff_menu (data, g_variant_get_string (parameter, NULL));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  fact_board_page_show_menu (data);
}

/* Off where nothing may be changed. */
static const GActionEntry entries[] = {
  { "set-triage", set_triage_cb, "(ss)" },
  { "take-off", take_off_cb, "s" },
  { "staff-menu", staff_menu_cb, "s" },
  { "set-field", set_field_cb, "(siss)" },
};

static const GActionEntry reading_entries[] = {
  { "week-previous", week_cb },
  { "week-next", week_cb },
  { "week-today", week_cb },
  { "menu", menu_cb },
};

/* What an action is about may be gone from the board meanwhile. */
gboolean
fact_board_page_is_there (FactBoardPage *self,
                          gpointer       what)
{
  if (!what)
    fact_board_page_notice (self, _("Nothing was changed: it is no longer on the board."), TRUE, FALSE);

  return what != NULL;
}

void
fact_board_page_enable (FactBoardPage      *self,
                        const GActionEntry *actions,
                        guint               n_actions)
{
  for (guint i = 0; i < n_actions; i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), actions[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !fact_team_is_read_only (self->team));
  }
}

static void
read_only_changed_cb (FactBoardPage *self)
{
  fact_board_page_enable (self, entries, G_N_ELEMENTS (entries));
  fact_board_grid_set_editable (FACT_BOARD_GRID (self->grid), !fact_team_is_read_only (self->team));
}

void
fact_board_page_init_actions (FactBoardPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), reading_entries, G_N_ELEMENTS (reading_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->team, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  read_only_changed_cb (self);
}
