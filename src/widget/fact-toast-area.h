/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FACT_TYPE_TOAST_AREA (fact_toast_area_get_type ())
G_DECLARE_FINAL_TYPE (FactToastArea, fact_toast_area, FACT, TOAST_AREA, GtkWidget)

/**
 * FactToastArea:
 *
 * Shows toasts over its child. A toast vanishes and is not read by a screen reader, so the text of the last one is
 * also the "message" property, which the status line shows until the next one.
 */

/**
 * fact_toast_area_get_message:
 *
 * Returns: (transfer none): the text of the last toast, "" before the first.
 */
const char *fact_toast_area_get_message (FactToastArea *self);

/**
 * fact_toast:
 * @widget: the widget whose doing is told; its toast area is looked up among its ancestors
 * @text: plain text, already translated
 *
 * Tells in passing what was done.
 */
void        fact_toast                  (GtkWidget     *widget,
                                         const char    *text);

/**
 * fact_toast_with_action:
 * @widget: as in fact_toast()
 * @text: plain text, already translated
 * @label: the button's text
 * @action: a detailed action name such as "win.undo"; the same action must be reachable elsewhere, since the toast
 *   vanishes
 *
 * Tells in passing what was done and offers what may follow.
 */
void        fact_toast_with_action      (GtkWidget     *widget,
                                         const char    *text,
                                         const char    *label,
                                         const char    *action);

/**
 * fact_toast_dismiss:
 * @widget: as in fact_toast()
 *
 * Takes the toast away that is shown, if any, such as when something is dragged to where it stands. What it told stays
 * the message.
 */
void        fact_toast_dismiss          (GtkWidget     *widget);

/**
 * fact_toast_area_say:
 * @self: a toast area
 * @text: what happened last
 *
 * Makes @text the message without a toast; the toast that is shown goes, as its Undo is about something older.
 */
void        fact_toast_area_say         (FactToastArea *self,
                                         const char    *text);

/**
 * fact_toast_area_withdraw:
 * @self: a toast area
 * @text: what was told
 *
 * Takes back what does not hold any more; nothing is done when something else was told since.
 */
void        fact_toast_area_withdraw    (FactToastArea *self,
                                         const char    *text);

G_END_DECLS
