/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a day that is over, as people type it or from a calendar; the weekday is shown back. */

/* @typed: what was typed, in a form that fact_typed_date_parse() reads. */
typedef void (*FactDayDialogFunc) (const char *typed,
                                   gpointer    data);

/* @today: Julian day; @day: the day proposed. @func is called when a day was chosen. @data: kept until then by the
 * caller's @destroy. Returns: (transfer none): the dialog, already shown. */
GtkWindow *fact_day_dialog_ask (GtkWindow         *parent,
                                guint              today,
                                guint              day,
                                FactDayDialogFunc  func,
                                gpointer           data,
                                GDestroyNotify     destroy);

G_END_DECLS
