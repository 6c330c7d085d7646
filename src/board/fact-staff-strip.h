/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-staff.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactStaffStrip: the signatures of those who work today, to be dragged onto a day or a contact. */
#define FACT_TYPE_STAFF_STRIP (fact_staff_strip_get_type ())
G_DECLARE_FINAL_TYPE (FactStaffStrip, fact_staff_strip, FACT, STAFF_STRIP, GtkWidget)

/* @staff: of FactStaff, in the order shown; the strip follows it. */
GtkWidget *fact_staff_strip_new        (GListModel     *staff);
/* Julian day: shown are those who work then. */
void       fact_staff_strip_set_today  (FactStaffStrip *self,
                                        guint           today);
/* Whose chip is at a point of the strip. Returns: (transfer none) (nullable). */
FactStaff *fact_staff_strip_find       (FactStaffStrip *self,
                                        double          x,
                                        double          y);
/* The chip of a person. Returns: (transfer none) (nullable). */
GtkWidget *fact_staff_strip_find_chip  (FactStaffStrip *self,
                                        const char     *staff_uid);
/* Outlines the chip of @staff, NULL none. */
void       fact_staff_strip_set_target (FactStaffStrip *self,
                                        FactStaff      *staff);

G_END_DECLS
