/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same word for another weekday: "onsdag" to "torsdag", "Onsdagar" to "Torsdagar", "ons" to "tors", "Wed" to
 * "Thu"; in the language, case and inflection of @word. @weekday: 0 Monday.
 * Returns: (transfer full) (nullable): NULL when @word is no weekday of running text. */
char *fact_text_change_weekday (const char *word,
                                guint       weekday);

G_END_DECLS
