/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-scale.h"

#define PLAIN_DPI (96 * 1024)

int
fact_scale_for_text (GtkWidget *widget,
                     int        width)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), width);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return (int) ((gint64) width * MAX (dpi, PLAIN_DPI) / PLAIN_DPI);
}
