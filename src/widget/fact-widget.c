/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-widget.h"

#include "fact-toast-area.h"
#include "fact-widget-resources.h"

#define ICON_PATH "/org/facttavlan/Facttavlan/icons"

void
fact_widget_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  fact_widget_register_resource ();
  g_type_ensure (FACT_TYPE_TOAST_AREA);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), ICON_PATH);
  g_once_init_leave (&done, 1);
}
