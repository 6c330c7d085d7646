/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-style.h"

#include "fact-widget.h"

#include <adwaita.h>

#include "fact-board-resources.h"

#define PATH "/org/facttavlan/Facttavlan/board/"

static const struct {
  const char *style_class;
  const char *mark;
} colors[] = {
  [FACT_COLOR_GREY] = { "triage-grey", NULL },
  [FACT_COLOR_RED] = { "triage-red", "fact-mark-crisis-symbolic" },
  [FACT_COLOR_BLUE] = { "triage-blue", "fact-mark-new-symbolic" },
  [FACT_COLOR_PURPLE] = { "triage-purple", "fact-mark-admitted-symbolic" },
  [FACT_COLOR_YELLOW] = { "triage-yellow", "fact-mark-observation-symbolic" },
  [FACT_COLOR_GREEN] = { "triage-green", "fact-mark-stable-symbolic" },
  [FACT_COLOR_ORANGE] = { "triage-orange", "fact-mark-diamond-symbolic" },
};

static void
load_colors (AdwStyleManager *manager,
             GParamSpec      *pspec,
             GtkCssProvider  *provider)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_css_provider_load_from_resource (provider, adw_style_manager_get_dark (manager)
                                                   ? PATH "colors-hc-dark.css" : PATH "colors-hc.css");
  else
    gtk_css_provider_load_from_resource (provider, adw_style_manager_get_dark (manager)
                                                   ? PATH "colors-dark.css" : PATH "colors.css");
}

void
fact_board_style_ensure (GtkWidget *widget)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);
  g_autoptr (GtkCssProvider) rules = NULL;
  GtkCssProvider *palette;

  if (g_object_get_data (G_OBJECT (display), "fact-board-style"))
    return;

  fact_widget_init ();
  fact_board_register_resource ();
  palette = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (display), "fact-board-style", palette, g_object_unref);
  load_colors (manager, NULL, palette);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (load_colors), palette, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (load_colors), palette, 0);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (palette),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  rules = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (rules, PATH "board.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (rules),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

const char *
fact_board_style_get_class (FactColor color)
{
  return colors[color < G_N_ELEMENTS (colors) ? color : FACT_COLOR_GREY].style_class;
}

const char *
fact_board_style_get_mark (FactColor color)
{
  return colors[color < G_N_ELEMENTS (colors) ? color : FACT_COLOR_GREY].mark;
}

void
fact_board_style_set_color (GtkWidget *widget,
                            FactColor  color)
{
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    if (i != color && gtk_widget_has_css_class (widget, colors[i].style_class))
      gtk_widget_remove_css_class (widget, colors[i].style_class);
  gtk_widget_add_css_class (widget, fact_board_style_get_class (color));
}
