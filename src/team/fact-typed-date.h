/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which day is meant when the text leaves it open. */
typedef enum
{
  FACT_TYPED_DATE_COMING,      /* today or the nearest after it: a contact, a plan */
  FACT_TYPED_DATE_AFTER_TODAY, /* the nearest after today: a due date typed when the day is half gone */
  FACT_TYPED_DATE_PAST,        /* today or the nearest before it: the date put on the board */
} FactTypedDateMode;

/* Reads a date as people type it, in Swedish or English: 190327, 20190327, 2019-03-27, 27/3, 27/3 2019, 27 mars,
 * on, ons, onsdag, "ons 18 nov", i dag, i morgon, i övermorgon, i går, i tisdags, nästa vecka, nästa onsdag, v48,
 * "v48 on", +7, -3. A week without a weekday is its Monday. A weekday that does not agree with the date beside it
 * makes the whole no date.
 * text: (nullable). today: Julian day. Returns: the Julian day, 0 when it is no date. */
guint fact_typed_date_parse (const char       *text,
                             guint             today,
                             FactTypedDateMode mode);

G_END_DECLS
