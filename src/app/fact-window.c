/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-window.h"

#include <glib/gi18n.h>

#include "fact-dialog.h"
#include "fact-toast-area.h"

struct _FactWindow {
  AdwApplicationWindow parent_instance;

  /* owned */
  GSettings *settings;

  /* template */
  AdwViewSwitcherTitle *switcher_title;
  AdwViewStack *pages;
  GtkWidget *demo_button;
  FactToastArea *toast_area;
};

G_DEFINE_FINAL_TYPE (FactWindow, fact_window, ADW_TYPE_APPLICATION_WINDOW)

static void
save_size (FactWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  gboolean maximized = gtk_window_is_maximized (window);
  int width;
  int height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
restore_size (FactWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
fact_window_close_request (GtkWindow *window)
{
  save_size (FACT_WINDOW (window));

  return GTK_WINDOW_CLASS (fact_window_parent_class)->close_request (window);
}

static void
fact_window_dispose (GObject *object)
{
  FactWindow *self = FACT_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fact_window_parent_class)->dispose (object);
}

static void
fact_window_class_init (FactWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = fact_window_dispose;
  window_class->close_request = fact_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/facttavlan/Facttavlan/ui/fact-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, toast_area);
}

static void
fact_window_init (FactWindow *self)
{
  g_autoptr (GPropertyAction) page = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  page = g_property_action_new ("page", self->pages, "visible-child-name");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));
}

FactWindow *
fact_window_new (GtkApplication *app,
                 GSettings      *settings,
                 gboolean        demo)
{
  FactWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FACT_TYPE_WINDOW, "application", app, NULL);
  self->settings = g_object_ref (settings);
  restore_size (self);
  if (demo)
    adw_view_switcher_title_set_subtitle (self->switcher_title, C_("window title", "Demo"));
  /* From the demo the demo is not a way out. */
  gtk_widget_set_visible (self->demo_button, !demo);

  return self;
}

void
fact_window_tell (FactWindow *self,
                  const char *heading,
                  const char *body)
{
  g_return_if_fail (FACT_IS_WINDOW (self));

  fact_dialog_tell (GTK_WIDGET (self), heading, body);
}
