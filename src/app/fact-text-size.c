/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-text-size.h"

/* What GTK takes when the desktop names no resolution: 96 dots an inch, in 1,024ths. */
#define DEFAULT_DPI (96 * 1024)

struct _FactTextSize {
  GObject parent_instance;

  /* owned */
  GSettings *settings;
  GtkSettings *gtk;

  int desktop_dpi; /* 1,024ths of a dot an inch, before any change of ours */
};

G_DEFINE_FINAL_TYPE (FactTextSize, fact_text_size, G_TYPE_OBJECT)

static void
apply (FactTextSize *self)
{
  int percent = g_settings_get_int (self->settings, "text-size");

  g_object_set (self->gtk, "gtk-xft-dpi", (int) ((gint64) self->desktop_dpi * percent / 100), NULL);
}

static void
fact_text_size_dispose (GObject *object)
{
  FactTextSize *self = FACT_TEXT_SIZE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->gtk);

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
