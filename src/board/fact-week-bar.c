/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-week-bar.h"

#include <glib/gi18n.h>

struct _FactWeekBar {
  GtkWidget parent_instance;

  /* owned */
  FactBoard *board;

  /* borrowed */
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *label;
  GtkWidget *today;

  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (FactWeekBar, fact_week_bar, GTK_TYPE_WIDGET)

static void
update (FactWeekBar *self)
{
  FactWeek week = fact_board_get_week (self->board);
  g_autofree char *number = fact_week_format_label (week);
  g_autofree char *range = fact_week_format_range (week);
  g_autofree char *text = g_strdup_printf ("%s · %s", number, range);

  gtk_label_set_label (GTK_LABEL (self->label), self->is_short ? number : text);
  gtk_widget_set_tooltip_text (self->label, self->is_short ? range : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
add_button (FactWeekBar *self,
            const char  *icon,
            const char  *label,
            const char  *name,
            const char  *action)
{
  GtkWidget *button = icon ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  if (icon)
    gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
fact_week_bar_dispose (GObject *object)
{
  FactWeekBar *self = FACT_WEEK_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (fact_week_bar_parent_class)->dispose (object);
}

static void
fact_week_bar_class_init (FactWeekBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fact_week_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_week_bar_init (FactWeekBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Week"), -1);
  self->previous = add_button (self, "go-previous-symbolic", NULL, _("Previous week"), "board.week-previous");
  self->label = gtk_label_new ("");
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->next = add_button (self, "go-next-symbolic", NULL, _("Next week"), "board.week-next");
  self->today = add_button (self, NULL, _("Today"), _("Today"), "board.week-today");
}

GtkWidget *
fact_week_bar_new (FactBoard *board)
{
  FactWeekBar *self = g_object_new (FACT_TYPE_WEEK_BAR, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "notify::week", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
fact_week_bar_set_short (FactWeekBar *self,
                         gboolean     is_short)
{
  g_return_if_fail (FACT_IS_WEEK_BAR (self));

  if (self->is_short == is_short)
    return;
  self->is_short = is_short;
  if (is_short)
    gtk_button_set_icon_name (GTK_BUTTON (self->today), "x-office-calendar-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->today), _("Today"));
  gtk_widget_set_tooltip_text (self->today, is_short ? _("Today") : NULL);
  update (self);
}

int
fact_week_bar_find (FactWeekBar *self,
                    double       x,
                    double       y)
{
  GtkWidget *hit;

  g_return_val_if_fail (FACT_IS_WEEK_BAR (self), 0);

  hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (!hit)
    return 0;
  if (hit == self->previous || gtk_widget_is_ancestor (hit, self->previous))
    return -1;

  return hit == self->next || gtk_widget_is_ancestor (hit, self->next) ? 1 : 0;
}
