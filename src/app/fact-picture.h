/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fact_picture_of_window:
 * @window: a window that has been presented
 * @path: the PNG file to write
 *
 * Once the window's picture is still, saves it and closes the window. The program ends with status 1 if it cannot.
 */
void fact_picture_of_window (GtkWindow  *window,
                             const char *path);

/**
 * fact_picture_of_all:
 * @window: the main window, presented
 * @directory: an existing folder
 *
 * Goes through every page and dialog, saves a picture of each as NAME.png in @directory, and closes the window.
 */
void fact_picture_of_all    (GtkWindow  *window,
                             const char *directory);

G_END_DECLS
