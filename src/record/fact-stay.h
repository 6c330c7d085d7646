/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-patient.h"
#include "fact-reason.h"
#include "fact-record.h"
#include "fact-staff.h"
#include "fact-triage.h"

G_BEGIN_DECLS

/* From put-on to take-off. A patient has at most one open stay. */
#define FACT_TYPE_STAY (fact_stay_get_type ())
G_DECLARE_FINAL_TYPE (FactStay, fact_stay, FACT, STAY, FactRecord)

struct _FactStay {
  FactRecord parent_instance;

  FactPatient *patient;
  guint date;   /* put on; may lie before or after the day it was entered */
  FactTriage *triage;
  guint triage_date;   /* of the last triage change */
  FactReason *reason;
  char *situation;
  char *actions;
  guint actions_week;   /* a day of the week the actions were written or confirmed for: that day, on import the Monday */
  char *safety;
  guint safety_date;   /* when safety was last edited */
  guint until;   /* taken off, 0 open */
  char *helped;   /* what helped: stable codes, space-separated */
  char *helped_text;
  FactStaff *follows_up;   /* who follows up after take-off */
};

G_END_DECLS
