/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-text-size.h"

/* What GTK takes when the desktop names no resolution: 96 dots an inch, in 1,024ths. */
#define DEFAULT_DPI (96 * 1024)
/* In pixels; the first is GTK's. */
#define PLAIN_ICON 16
#define MOST_ICON 32

struct _FactTextSize {
  GObject parent_instance;

  /* owned */
  GSettings *settings;
  GtkSettings *gtk;
  GtkCssProvider *icons;           /* NULL until text is larger than plain */

  int desktop_dpi; /* 1,024ths of a dot an inch, before any change of ours */
};

G_DEFINE_FINAL_TYPE (FactTextSize, fact_text_size, G_TYPE_OBJECT)

/* Half as much as text, or they crowd out the words they stand beside. Plain text costs no style sheet. */
static void
grow_icons (FactTextSize *self,
            int           dpi)
{
  GdkDisplay *display = gdk_display_get_default ();
  int icon = 2 * (int) MIN (4 + (gint64) 4 * dpi / DEFAULT_DPI, MOST_ICON / 2);
  g_autofree char *css = NULL;

  if (!display || (icon <= PLAIN_ICON && !self->icons))
    return;
  if (!self->icons) {
    self->icons = gtk_css_provider_new ();
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->icons),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
  icon = MAX (icon, PLAIN_ICON);
  css = g_strdup_printf ("window, popover, arrow, .normal-icons { -gtk-icon-size: %dpx; }"
                         "arrow { min-width: %dpx; min-height: %dpx; }"
                         "check, radio { -gtk-icon-size: %dpx; min-width: %dpx; min-height: %dpx; }",
                         icon, icon, icon, icon - 2, icon - 2, icon - 2);
  gtk_css_provider_load_from_data (self->icons, css, -1);
}

static void
apply (FactTextSize *self)
{
  int percent = g_settings_get_int (self->settings, "text-size");
  int dpi = (int) ((gint64) self->desktop_dpi * percent / 100);

  g_object_set (self->gtk, "gtk-xft-dpi", dpi, NULL);
  grow_icons (self, dpi);
}

static void
fact_text_size_dispose (GObject *object)
{
  FactTextSize *self = FACT_TEXT_SIZE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->gtk);
  g_clear_object (&self->icons);

  G_OBJECT_CLASS (fact_text_size_parent_class)->dispose (object);
}

static void
fact_text_size_class_init (FactTextSizeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fact_text_size_dispose;
}

static void
fact_text_size_init (FactTextSize *self)
{
}

FactTextSize *
fact_text_size_new (GSettings   *settings,
                    GtkSettings *gtk)
{
  FactTextSize *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (GTK_IS_SETTINGS (gtk), NULL);

  self = g_object_new (FACT_TYPE_TEXT_SIZE, NULL);
  self->settings = g_object_ref (settings);
  self->gtk = g_object_ref (gtk);
  g_object_get (gtk, "gtk-xft-dpi", &self->desktop_dpi, NULL);
  if (self->desktop_dpi <= 0)
    self->desktop_dpi = DEFAULT_DPI;
  g_signal_connect_object (settings, "changed::text-size", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  apply (self);

  return self;
}
