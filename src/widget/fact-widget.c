/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-widget.h"

#include "fact-toast-area.h"
#include "fact-widget-resources.h"

void
fact_widget_init (void)
{
  /* Naming the resource links it: it is there from the start of the program, before GTK reads its icon theme. */
  fact_widget_get_resource ();
  g_type_ensure (FACT_TYPE_TOAST_AREA);
}
