/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-organisation.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* A person of the team, or a function without a person (BS, JOUR); both stand in the week grid by signature. */
#define FACT_TYPE_STAFF (fact_staff_get_type ())
G_DECLARE_FINAL_TYPE (FactStaff, fact_staff, FACT, STAFF, FactRecord)

/* 2-5 letters, unique among people with overlapping time */
const char *fact_staff_get_signature (FactStaff *self);
/* (nullable): of a function what it stands for, e.g. boendestöd */
const char *fact_staff_get_name (FactStaff *self);
FactStaffRole fact_staff_get_role (FactStaff *self);
/* (nullable): a function of the patient's own municipality has none */
FactOrganisation *fact_staff_get_organisation (FactStaff *self);
/* in hundredths */
int fact_staff_get_posts (FactStaff *self);
gboolean fact_staff_get_function (FactStaff *self);
/* first day, 0: since ever */
guint fact_staff_get_from_date (FactStaff *self);
/* last day, 0: no end */
guint fact_staff_get_until (FactStaff *self);

/* Whether the person works in the team on @julian. */
gboolean fact_staff_is_active (FactStaff *self,
                               guint      julian);

/* Whether the signature stands for people outside the region: a municipality's coordinator, BS, JOUR. */
gboolean fact_staff_is_external (FactStaff *self);

G_END_DECLS
