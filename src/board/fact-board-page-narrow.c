/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strips above the board leave out where there is little room: rows are worth more than words. */
#include "fact-board-page-private.h"

#include "fact-scale.h"

#include <glib/gi18n.h>

static gboolean
is_narrow (FactBoardPage *self,
           int            width)
{
  return width < fact_scale_for_text (GTK_WIDGET (self), FACT_ROOM_FOR_WORDS);
}

static void
update (FactBoardPage *self)
{
  gboolean asked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_button));
  gboolean filtered;

  g_object_get (fact_team_get_board (self->team), "filtered", &filtered, NULL);
  gtk_widget_set_visible (self->strip_label, !self->narrow && !fact_team_is_read_only (self->team));
  gtk_widget_set_visible (self->search_button, self->narrow);
  gtk_widget_set_visible (self->filter_bar, !self->narrow || asked || filtered);
  fact_week_bar_set_short (FACT_WEEK_BAR (self->week_bar), self->narrow);
  fact_triage_bar_set_short (FACT_TRIAGE_BAR (self->triage_bar), self->narrow);
}

static gboolean
resized_cb (gpointer data)
{
  FactBoardPage *self = data;

  self->narrow_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
toggled_cb (FactBoardPage *self)
{
  update (self);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_button)))
    fact_filter_bar_search (FACT_FILTER_BAR (self->filter_bar));
  else if (gtk_widget_get_visible (self->search_button))
    gtk_widget_grab_focus (self->grid);
}

/* A filter that is on stays in sight. */
static void
left_cb (FactBoardPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
}

GtkWidget *
fact_board_page_make_search_button (FactBoardPage *self)
{
  self->search_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->search_button), "system-search-symbolic");
  gtk_widget_add_css_class (self->search_button, "flat");
  gtk_widget_set_tooltip_text (self->search_button, _("Search and filter (Ctrl+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search and filter"), -1);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return self->search_button;
}

void
fact_board_page_init_narrow (FactBoardPage *self)
{
  g_signal_connect_object (fact_team_get_board (self->team), "notify::filtered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_bar, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

void
fact_board_page_search (FactBoardPage *self)
{
  if (self->narrow)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), TRUE);
  fact_filter_bar_search (FACT_FILTER_BAR (self->filter_bar));
}

/* Before the first frame, so that nothing jumps. */
void
fact_board_page_narrow_rooted (FactBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = 0, height = 0;

  if (!GTK_IS_WINDOW (root) || gtk_widget_get_mapped (GTK_WIDGET (root)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  self->narrow = width > 0 && !gtk_window_is_maximized (GTK_WINDOW (root)) && is_narrow (self, width);
  update (self);
}

void
fact_board_page_narrow_allocated (FactBoardPage *self,
                                  int            width)
{
  gboolean narrow = is_narrow (self, width);

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  /* Not while the page is given its place. */
  if (!self->narrow_source)
    self->narrow_source = g_idle_add (resized_cb, self);
}
