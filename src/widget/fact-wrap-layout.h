/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactWrapLayout: children beside each other at their natural width, in as many lines as the width needs, like words.
 * For strips of controls in a narrow window or with large text. */
#define FACT_TYPE_WRAP_LAYOUT (fact_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (FactWrapLayout, fact_wrap_layout, FACT, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing: pixels between children and between lines. */
GtkLayoutManager *fact_wrap_layout_new (int spacing);

G_END_DECLS
