/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns are seen and how wide: two sets, one for the desk and one for a shared screen, both remembered. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"

#include <glib/gi18n.h>

#define STEP 20                    /* tenths of an average character */
#define LEAST 30

static const char *
set_name (FactBoardPage *self)
{
  return self->shared ? "shared" : "desk";
}

/* The preference for Saturday and Sunday holds in both sets. */
static gboolean
is_weekend (FactBoardPage *self,
            guint          column,
            const char    *wanted)
{
  g_autofree char *weekend = self->settings ? g_settings_get_string (self->settings, "weekend") : NULL;

  return column >= FACT_BOARD_COLUMN_MONDAY + 5 && g_strcmp0 (weekend, wanted) == 0;
}

static gboolean
is_hidden (FactBoardPage *self,
           guint          column)
{
  g_autofree char *key = g_strconcat (set_name (self), "-hidden", NULL);
  g_auto (GStrv) hidden = NULL;

  if (!self->settings)
    return FALSE;
  hidden = g_settings_get_strv (self->settings, key);

  return is_weekend (self, column, "hidden") || g_strv_contains ((const char *const *) hidden, fact_board_column_get_name (column));
}

/* In tenths of an average character, 0 its own. */
static int
get_width (FactBoardPage *self,
           guint          column)
{
  g_autofree char *key = g_strconcat (set_name (self), "-widths", NULL);
  g_autoptr (GVariant) widths = self->settings ? g_settings_get_value (self->settings, key) : NULL;
  int width = 0;

  if (widths)
    g_variant_lookup (widths, fact_board_column_get_name (column), "i", &width);
  /* As wide as a weekday is without spare room. */
  if (width == 0 && is_weekend (self, column, "wide"))
    width = fact_board_column_get_width (FACT_BOARD_COLUMN_MONDAY);

  return width;
}

static void
apply (FactBoardPage *self)
{
  GAction *action;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    g_autofree char *name = g_strconcat ("show-", fact_board_column_get_name (i), NULL);

    fact_board_grid_set_column (FACT_BOARD_GRID (self->grid), i, !is_hidden (self, i), get_width (self, i));
    action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
    if (action)
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (!is_hidden (self, i)));
  }
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "column-set");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (set_name (self)));
  if (self->shared)
    gtk_widget_add_css_class (self->grid, "shared");
  else
    gtk_widget_remove_css_class (self->grid, "shared");
}

static void
store_width (FactBoardPage *self,
             guint          column,
             int            width)
{
  g_autofree char *key = g_strconcat (set_name (self), "-widths", NULL);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariantDict) widths = NULL;

  if (!self->settings) {
    fact_board_grid_set_column (FACT_BOARD_GRID (self->grid), column, TRUE, width);
    return;
  }
  before = g_settings_get_value (self->settings, key);
  widths = g_variant_dict_new (before);
  g_variant_dict_insert (widths, fact_board_column_get_name (column), "i", width);
  g_settings_set_value (self->settings, key, g_variant_dict_end (widths));
  apply (self);
}

static void
column_width_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  guint column;
  int width;

  g_variant_get (parameter, "(ui)", &column, &width);
  if (column < FACT_BOARD_N_COLUMNS)
    store_width (data, column, width == 0 ? 0 : MAX (width, LEAST));
}

/* Of the column that has the focus. */
static void
widen_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  FactBoardPage *self = data;
  gboolean wider = g_str_equal (g_action_get_name (G_ACTION (action)), "column-wider");
  FactBoardSpot spot;
  int width;

  if (!fact_board_grid_get_focus (FACT_BOARD_GRID (self->grid), &spot))
    return;

  width = fact_board_grid_get_column_width (FACT_BOARD_GRID (self->grid), spot.place.column);
  store_width (self, spot.place.column, MAX (width + (wider ? STEP : -STEP), LEAST));
}

static void
reset_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  FactBoardPage *self = data;
  g_autofree char *hidden = g_strconcat (set_name (self), "-hidden", NULL);
  g_autofree char *widths = g_strconcat (set_name (self), "-widths", NULL);

  if (!self->settings)
    return;
  g_settings_reset (self->settings, hidden);
  g_settings_reset (self->settings, widths);
  apply (self);
}

static void
set_shared (FactBoardPage *self,
            gboolean       shared)
{
  self->shared = shared;
  if (self->settings)
    g_settings_set_string (self->settings, "column-set", set_name (self));
  apply (self);
}

static void
column_set_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  set_shared (data, g_str_equal (g_variant_get_string (parameter, NULL), "shared"));
}

static void
next_set_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FactBoardPage *self = data;

  set_shared (self, !self->shared);
  fact_board_page_notice (self, self->shared ? _("Columns of the shared screen") : _("Columns of the desk"), FALSE, FALSE);
}

static void
show_column_cb (GSimpleAction *action,
                GVariant      *value,
                gpointer       data)
{
  FactBoardPage *self = data;
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("show-");
  g_autofree char *key = g_strconcat (set_name (self), "-hidden", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  if (!self->settings)
    return;
  before = g_settings_get_strv (self->settings, key);
  for (guint i = 0; before[i]; i++)
    if (!g_str_equal (before[i], name))
      g_strv_builder_add (builder, before[i]);
  if (!g_variant_get_boolean (value))
    g_strv_builder_add (builder, name);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, key, (const char *const *) after);
  apply (self);
}

static void
append_width (FactBoardPage *self,
              GMenu         *menu,
              const char    *label,
              guint          column,
              int            step)
{
  int width = fact_board_grid_get_column_width (FACT_BOARD_GRID (self->grid), column) + step;
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "board.column-width", "(ui)", column, MAX (width, LEAST));
  g_menu_append_item (menu, item);
}

GMenu *
fact_board_page_make_columns_menu (FactBoardPage *self,
                                   guint          column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sets = g_menu_new ();
  g_autoptr (GMenu) width = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  /* Translators: a remembered set of columns, for work at the desk */
  g_menu_append (sets, C_("columns", "Desk"), "board.column-set::desk");
  /* Translators: a remembered set of columns, for a screen that others see: larger text, fewer columns */
  g_menu_append (sets, C_("columns", "Shared Screen"), "board.column-set::shared");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sets));
  if (column != FACT_BOARD_NOWHERE) {
    append_width (self, width, _("Wider"), column, STEP);
    append_width (self, width, _("Narrower"), column, -STEP);
  }
  g_menu_append (width, _("Reset Columns"), "board.columns-reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (width));
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    g_autofree char *action = g_strconcat ("board.show-", fact_board_column_get_name (i), NULL);

    if (i != FACT_BOARD_COLUMN_PATIENT)
      g_menu_append (columns, fact_board_column_get_title (i), action);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));

  return menu;
}

void
fact_board_page_init_columns (FactBoardPage *self)
{
  static const GActionEntry entries[] = {
    { "column-set", column_set_cb, "s", "'desk'" },
    { "column-set-next", next_set_cb },
    { "column-width", column_width_cb, "(ui)" },
    { "column-wider", widen_cb },
    { "column-narrower", widen_cb },
    { "columns-reset", reset_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    g_autofree char *name = g_strconcat ("show-", fact_board_column_get_name (i), NULL);
    g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));

    g_signal_connect_object (action, "change-state", G_CALLBACK (show_column_cb), self, 0);
    g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  }
}

void
fact_board_page_set_settings (FactBoardPage *self,
                              GSettings     *settings)
{
  g_autofree char *set = NULL;

  g_return_if_fail (FACT_IS_BOARD_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::weekend", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  set = g_settings_get_string (settings, "column-set");
  self->shared = g_str_equal (set, "shared");
  apply (self);
}
