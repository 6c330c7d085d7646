/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fact_widget_init:
 *
 * Makes what the layer brings known to GTK: its types, so that .ui files can name them, and its symbolic icons
 * ("fact-…-symbolic"). Calling it again does nothing.
 */
void fact_widget_init (void);

G_END_DECLS
