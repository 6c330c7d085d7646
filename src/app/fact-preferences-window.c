/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-preferences-window.h"

struct _FactPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  /* template */
  AdwComboRow *text_size_row;
};

G_DEFINE_FINAL_TYPE (FactPreferencesWindow, fact_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows of the list in the .ui file, in its order. */
static const int percents[] = { 100, 125, 150, 175, 200 };

static gboolean
row_from_percent (GValue   *value,
                  GVariant *variant,
                  gpointer  data)
{
  guint row = 0;

  /* A size set by hand shows as the nearest smaller one that is offered. */
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (percents[i] <= g_variant_get_int32 (variant))
      row = i;
  g_value_set_uint (value, row);

  return TRUE;
}

static GVariant *
percent_from_row (const GValue       *value,
                  const GVariantType *type,
                  gpointer            data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (percents) ? g_variant_new_int32 (percents[row]) : NULL;
}

static void
fact_preferences_window_class_init (FactPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/facttavlan/Facttavlan/ui/fact-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, text_size_row);
}

static void
fact_preferences_window_init (FactPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FactPreferencesWindow *
fact_preferences_window_new (GSettings *settings)
{
  FactPreferencesWindow *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FACT_TYPE_PREFERENCES_WINDOW, NULL);
  g_settings_bind_with_mapping (settings, "text-size", self->text_size_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                row_from_percent, percent_from_row, NULL, NULL);

  return self;
}
