/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FactDialogFunc:
 * @data: what was given with the function
 *
 * Called once, only when the person chose to go on.
 */
typedef void (*FactDialogFunc)     (gpointer data);

/**
 * FactDialogFileFunc:
 * @file: (transfer none): the chosen file
 * @data: what was given with the function
 *
 * Called once, only when a file was chosen.
 */
typedef void (*FactDialogFileFunc) (GFile   *file,
                                    gpointer data);

/**
 * fact_dialog_tell:
 * @widget: a widget of the window the dialog belongs to
 * @heading: what was attempted and did not succeed, translated
 * @body: why, what state things are in and what to do, translated plain text
 *
 * Shows what went wrong, until it is closed.
 *
 * Returns: (transfer none): the window shown
 */
GtkWindow *fact_dialog_tell      (GtkWidget          *widget,
                                  const char         *heading,
                                  const char         *body);

/**
 * fact_dialog_ask:
 * @widget: a widget of the window the dialog belongs to
 * @heading: the question, translated
 * @body: what follows from it, translated plain text
 * @verb: the label of the answer that goes on, with mnemonic
 * @destructive: whether going on cannot be undone
 * @func: called when the person goes on
 * @data: for @func
 * @destroy: (nullable): frees @data when the dialog is gone
 *
 * Asks before doing what undo cannot take back. Enter is enough unless it is destructive.
 *
 * Returns: (transfer none): the window shown
 */
GtkWindow *fact_dialog_ask       (GtkWidget          *widget,
                                  const char         *heading,
                                  const char         *body,
                                  const char         *verb,
                                  gboolean            destructive,
                                  FactDialogFunc      func,
                                  gpointer            data,
                                  GDestroyNotify      destroy);

/**
 * fact_dialog_choose_file:
 * @widget: a widget of the window the dialog belongs to
 * @title: translated
 * @action: open or save
 * @name: (nullable): the name offered when saving
 * @func: called with the file
 * @data: for @func
 * @destroy: (nullable): frees @data when the dialog is gone
 *
 * Lets a file be chosen. Nothing of the file is read here.
 */
void       fact_dialog_choose_file (GtkWidget            *widget,
                                    const char           *title,
                                    GtkFileChooserAction  action,
                                    const char           *name,
                                    FactDialogFileFunc    func,
                                    gpointer              data,
                                    GDestroyNotify        destroy);

/**
 * fact_dialog_scale_width:
 * @widget: any widget of the display
 * @width: at plain text size, in pixels
 *
 * With larger text a form needs wider fields.
 *
 * Returns: the width at the size of text there is, no more than a small screen has
 */
int        fact_dialog_scale_width (GtkWidget *widget,
                                    int        width);

/**
 * fact_dialog_fit_text:
 * @window: with all it holds
 * @width: at plain text size, in pixels
 * @height: in pixels
 *
 * Gives a window its size at first, wider with larger text, and what it holds no less of it than at plain text size.
 */
void       fact_dialog_fit_text    (GtkWindow *window,
                                    int        width,
                                    int        height);

G_END_DECLS
