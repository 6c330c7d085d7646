/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fact_drop_down_set_name:
 * @drop_down: a drop-down of strings
 * @name: what is chosen with it, translated
 *
 * Sets the tooltip and what a screen reader calls it. The button inside, which takes the focus, is not named by GTK
 * itself: it gets the name, too, and says what is chosen.
 */
void fact_drop_down_set_name (GtkDropDown *drop_down,
                              const char  *name);

G_END_DECLS
