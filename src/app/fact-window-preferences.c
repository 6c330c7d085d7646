/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences, and what they say about the board's looks. */

#include "fact-window-private.h"

#include "fact-preferences-window.h"

void
fact_window_apply_settings (FactWindow *self)
{
  FactBoardPage *page = fact_window_get_board_page (self);
  FactBoardGrid *grid = page ? fact_board_page_get_grid (page) : NULL;

  if (grid)
    fact_board_grid_set_lines (grid, (guint) g_settings_get_int (self->settings, "lines"));
}

static FactPreferencesWindow *
show_preferences (FactWindow *self,
                  const char *page)
{
  FactPreferencesWindow *window = fact_preferences_window_new (self->settings, self->team);

  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (self));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  show_preferences (data, g_variant_get_string (parameter, NULL));
}

static void
add_me_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FactWindow *self = data;

  self->adding_me = TRUE;
  fact_preferences_window_add_me (show_preferences (self, "team"));
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = preferences_activated_cb, .parameter_type = "s" },
  { .name = "add-me", .activate = add_me_activated_cb },
};

void
fact_window_set_up_preferences (FactWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (fact_window_apply_settings), self, G_CONNECT_SWAPPED);
}
