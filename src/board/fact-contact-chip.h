/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-texts.h"
#include "fact-contact-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactContactChip: one contact in a day cell; draws its text itself and is an accessible of its own. */
#define FACT_TYPE_CONTACT_CHIP (fact_contact_chip_get_type ())
G_DECLARE_FINAL_TYPE (FactContactChip, fact_contact_chip, FACT, CONTACT_CHIP, GtkWidget)

GtkWidget       *fact_contact_chip_new         (void);
/* Shows @contact in a day column of @width with at most @lines lines, 0 all. */
void             fact_contact_chip_set_contact (FactContactChip *self,
                                                FactBoardTexts  *texts,
                                                FactContactView *contact,
                                                int              width,
                                                int              lines);
/* Returns: (transfer none) (nullable). */
FactContactView *fact_contact_chip_get_contact (FactContactChip *self);
void             fact_contact_chip_get_size    (FactContactChip *self,
                                                int             *width,
                                                int             *height);

G_END_DECLS
