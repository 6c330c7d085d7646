/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-kind.h"
#include "fact-staff.h"

G_BEGIN_DECLS

/* FactContactView: what may be shown of a contact. Read-only; never changed: a changed contact gets a new view. */
#define FACT_TYPE_CONTACT_VIEW (fact_contact_view_get_type ())
G_DECLARE_FINAL_TYPE (FactContactView, fact_contact_view, FACT, CONTACT_VIEW, GObject)

const char        *fact_contact_view_get_uid         (FactContactView *self);
const char        *fact_contact_view_get_patient_uid (FactContactView *self);
/* The code of the patient, "BB-90". */
const char        *fact_contact_view_get_code        (FactContactView *self);
/* Julian day. */
guint              fact_contact_view_get_date        (FactContactView *self);
/* "HH:MM", NULL: no time. */
const char        *fact_contact_view_get_time        (FactContactView *self);
/* Of FactStaff in the order written; empty: nobody. */
GPtrArray         *fact_contact_view_get_who         (FactContactView *self);
/* "CSA+HMR", "" for nobody. */
const char        *fact_contact_view_get_signatures  (FactContactView *self);
FactKind          *fact_contact_view_get_kind        (FactContactView *self);
const char        *fact_contact_view_get_text        (FactContactView *self);
FactContactStatus  fact_contact_view_get_status      (FactContactView *self);
/* Every one of the contact's people stands outside the region (municipality, BS): another colour of chip. */
gboolean           fact_contact_view_is_external     (FactContactView *self);
/* Shown and typed: "CSA+HMR 10:00 hb ring först". Returns: (transfer full). */
char              *fact_contact_view_get_typed       (FactContactView *self);
/* The name for a screen reader: "CSA and HMR, home visit, Thursday 16 May, planned, BB-90". Returns: (transfer full). */
char              *fact_contact_view_get_spoken_name (FactContactView *self);

G_END_DECLS
