/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-records.h"

#include "fact-contact.h"
#include "fact-dismissal.h"
#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-patient.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-stay.h"
#include "fact-triage.h"

const GType *
fact_records_list_types (guint *n_types)
{
  static GType types[9];

  g_return_val_if_fail (n_types != NULL, NULL);

  *n_types = G_N_ELEMENTS (types);
  if (!types[0]) {
    types[1] = FACT_TYPE_STAFF;
    types[2] = FACT_TYPE_TRIAGE;
    types[3] = FACT_TYPE_REASON;
    types[4] = FACT_TYPE_KIND;
    types[5] = FACT_TYPE_PATIENT;
    types[6] = FACT_TYPE_STAY;
    types[7] = FACT_TYPE_CONTACT;
    types[8] = FACT_TYPE_DISMISSAL;
    types[0] = FACT_TYPE_ORGANISATION;
  }
  return types;
}
