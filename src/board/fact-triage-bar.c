/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-triage-bar.h"

#include "fact-board-style.h"

#include <glib/gi18n.h>

#define TRIAGE_KEY "fact-triage"

struct _FactTriageBar {
  GtkWidget parent_instance;

  /* owned */
  GListModel *triages;

  /* borrowed */
  GtkWidget *off;

  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (FactTriageBar, fact_triage_bar, GTK_TYPE_WIDGET)

static GtkWidget *
make_choice (const char *mark,
             const char *name,
             FactColor   color)
{
  GtkWidget *choice = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, "spacing", 6, NULL);

  if (mark)
    gtk_box_append (GTK_BOX (choice), g_object_new (GTK_TYPE_IMAGE, "icon-name", mark, "can-target", FALSE,
                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (choice), g_object_new (GTK_TYPE_LABEL, "label", name, "can-target", FALSE,
                                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  gtk_widget_add_css_class (choice, "triage-choice");
  fact_board_style_set_color (choice, color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return choice;
}

static void
update (FactTriageBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)))
    gtk_widget_unparent (child);
  gtk_widget_set_parent (gtk_label_new (_("Drop to change triage:")), widget);
  gtk_widget_set_visible (gtk_widget_get_first_child (widget), !self->is_short);
  for (guint i = 0; i < g_list_model_get_n_items (self->triages); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (self->triages, i);
    FactColor color = fact_triage_get_color (triage);

    child = make_choice (fact_board_style_get_mark (color), fact_triage_get_label (triage), color);
    g_object_set_data_full (G_OBJECT (child), TRIAGE_KEY, g_object_ref (triage), g_object_unref);
    gtk_widget_set_parent (child, widget);
  }
  self->off = make_choice ("go-down-symbolic", _("Off the board"), FACT_COLOR_GREY);
  gtk_widget_set_parent (self->off, widget);
}

static void
fact_triage_bar_dispose (GObject *object)
{
  FactTriageBar *self = FACT_TRIAGE_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->triages);

  G_OBJECT_CLASS (fact_triage_bar_parent_class)->dispose (object);
}

static void
fact_triage_bar_class_init (FactTriageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fact_triage_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_triage_bar_init (FactTriageBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "triage-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Triage"), -1);
}

GtkWidget *
fact_triage_bar_new (GListModel *triages)
{
  FactTriageBar *self = g_object_new (FACT_TYPE_TRIAGE_BAR, NULL);

  self->triages = g_object_ref (triages);
  g_signal_connect_object (triages, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

FactTriageChoice
fact_triage_bar_find (FactTriageBar  *self,
                      double          x,
                      double          y,
                      FactTriage    **triage)
{
  GtkWidget *hit;

  g_return_val_if_fail (FACT_IS_TRIAGE_BAR (self), FACT_TRIAGE_CHOICE_NONE);

  hit = gtk_widget_get_mapped (GTK_WIDGET (self)) ? gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) : NULL;
  *triage = hit ? g_object_get_data (G_OBJECT (hit), TRIAGE_KEY) : NULL;
  if (*triage)
    return FACT_TRIAGE_CHOICE_TRIAGE;

  return hit && hit == self->off ? FACT_TRIAGE_CHOICE_OFF : FACT_TRIAGE_CHOICE_NONE;
}

void
fact_triage_bar_set_short (FactTriageBar *self,
                           gboolean       is_short)
{
  g_return_if_fail (FACT_IS_TRIAGE_BAR (self));

  self->is_short = is_short;
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), !is_short);
  if (is_short)
    gtk_widget_add_css_class (GTK_WIDGET (self), "short");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "short");
}

void
fact_triage_bar_set_target (FactTriageBar    *self,
                            FactTriageChoice  choice,
                            FactTriage       *triage)
{
  g_return_if_fail (FACT_IS_TRIAGE_BAR (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if ((choice == FACT_TRIAGE_CHOICE_OFF && child == self->off) ||
        (choice == FACT_TRIAGE_CHOICE_TRIAGE && g_object_get_data (G_OBJECT (child), TRIAGE_KEY) == triage))
      gtk_widget_add_css_class (child, "drop");
    else
      gtk_widget_remove_css_class (child, "drop");
}
