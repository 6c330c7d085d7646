/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-enums.h"
#include "fact-kind.h"
#include "fact-patient.h"
#include "fact-record.h"
#include "fact-staff.h"

G_BEGIN_DECLS

/* One contact of a patient, planned or done, in or outside a stay. "DEN+MJR" is one contact by two. */
#define FACT_TYPE_CONTACT (fact_contact_get_type ())
G_DECLARE_FINAL_TYPE (FactContact, fact_contact, FACT, CONTACT, FactRecord)

struct _FactContact {
  FactRecord parent_instance;

  FactPatient *patient;
  guint date;
  char *time;   /* "HH:MM", the team's wall time */
  int minutes;   /* 0: as the kind says */
  GPtrArray *who;   /* FactStaff in the order written, NULL nobody */
  FactKind *kind;
  char *text;   /* short */
  FactContactStatus status;
  gboolean unplanned;   /* done without having been planned */
};

G_END_DECLS
