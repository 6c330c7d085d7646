/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FACT_TYPE_TEXT_SIZE (fact_text_size_get_type ())
G_DECLARE_FINAL_TYPE (FactTextSize, fact_text_size, FACT, TEXT_SIZE, GObject)

/**
 * fact_text_size_new:
 * @settings: holds "text-size", percent of the desktop's own size
 * @gtk: the settings of the display
 *
 * Keeps the text of the whole program at the chosen size, by its resolution, as long as the object lives.
 *
 * Returns: (transfer full): the keeper
 */
FactTextSize *fact_text_size_new (GSettings   *settings,
                                  GtkSettings *gtk);

G_END_DECLS
