/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-window-private.h"

#include "fact-dialog.h"
#include "fact-scale.h"

#include <glib/gi18n.h>

static void
enable (FactWindow *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_tooltip (GtkWidget  *button,
             const char *format,
             const char *what,
             const char *without)
{
  g_autofree char *text = what ? g_strdup_printf (format, what) : g_strdup (without);

  gtk_widget_set_tooltip_text (button, text);
}

void
fact_window_update_actions (FactWindow *self)
{
  gboolean writable = self->team && !self->past && !fact_team_is_read_only (self->team);

  if (g_action_map_lookup_action (G_ACTION_MAP (self), "add-me")) {
    enable (self, "add-me", writable);
    /* What they change is of today, not of the board that is looked at. */
    enable (self, "preferences", !self->past);
  }
  enable (self, "undo", writable && !fact_window_is_undoing (self) && fact_team_can_undo (self->team));
  enable (self, "redo", writable && !fact_window_is_undoing (self) && fact_team_can_redo (self->team));
  enable (self, "stop-undo", fact_window_is_undoing (self));
  enable (self, "search", self->team != NULL);
  enable (self, "side-pane", self->team != NULL);
  enable (self, "show-row", self->team != NULL);
  enable (self, "as-of", self->team != NULL);
  enable (self, "import", writable);
  enable (self, "export", self->team != NULL);
  enable (self, "show-day", self->team != NULL);
  enable (self, "history", self->team != NULL);
  enable (self, "patient-history", self->team != NULL);
  enable (self, "back-to-today", self->past != NULL);
  fact_window_update_patient_actions (self);
  /* Translators: %s says what was done, such as "Move DD-75 to Crisis" */
  set_tooltip (self->undo_button, _("Undo: %s"), self->team ? fact_team_get_undo_text (self->team) : NULL, _("Undo"));
  set_tooltip (self->redo_button, _("Redo: %s"), self->team ? fact_team_get_redo_text (self->team) : NULL, _("Redo"));
}

static void
show_row (FactWindow *self,
          const char *stay_uid)
{
  FactBoardPage *page = fact_window_get_board_page (self);

  adw_view_stack_set_visible_child_name (self->pages, "board");
  if (page)
    fact_board_page_show_row (page, stay_uid);
}

static void
show_row_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  show_row (data, g_variant_get_string (parameter, NULL));
}

static void
search_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FactWindow *self = data;
  FactBoardPage *page = fact_window_get_board_page (self);
  const char *shown = adw_view_stack_get_visible_child_name (self->pages);

  if (page && g_strcmp0 (shown, "board") == 0)
    gtk_widget_activate_action (GTK_WIDGET (page), "board.search", NULL);
  else if (g_strcmp0 (shown, "patients") == 0)
    gtk_widget_activate_action (adw_bin_get_child (self->patients_bin), "patients.search", NULL);
}

static void
side_pane_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  FactBoardPage *page = fact_window_get_board_page (data);

  if (page)
    fact_board_page_toggle_side_pane (page);
}

static void
try_again_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  fact_window_open (data);
}

/* GTK would make the window of shortcuts at the start, were its file where GTK looks for it. */
/* GTK leaves the search button of its window without a name. */
static void
name_search (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the shortcuts"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

static void
help_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  GtkApplicationWindow *window = data;

  if (!gtk_application_window_get_help_overlay (window)) {
    g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/facttavlan/Facttavlan/ui/help-overlay.ui");

    gtk_application_window_set_help_overlay (window,
                                             GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    /* Two columns in large letters are wider than a small screen, and the window does not scroll. */
    gtk_widget_add_css_class (GTK_WIDGET (gtk_application_window_get_help_overlay (window)), "fact-shortcuts");
    if (fact_scale_for_text (GTK_WIDGET (window), 2) > 2)
      gtk_widget_add_css_class (GTK_WIDGET (gtk_application_window_get_help_overlay (window)), "fact-large-text");
    name_search (gtk_window_get_titlebar (GTK_WINDOW (gtk_application_window_get_help_overlay (window))));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static const GActionEntry actions[] = {
  { .name = "show-help-overlay", .activate = help_activated_cb },
  { .name = "try-again", .activate = try_again_activated_cb },
  { .name = "search", .activate = search_activated_cb },
  { .name = "side-pane", .activate = side_pane_activated_cb },
  { .name = "show-row", .activate = show_row_activated_cb, .parameter_type = "s" },
};

void
fact_window_add_actions (FactWindow *self)
{
  g_autoptr (GPropertyAction) page = g_property_action_new ("page", self->pages, "visible-child-name");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  fact_window_add_patient_actions (self);
  fact_window_add_undo_actions (self);
}
