/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-patient.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* A warning somebody chose to ignore. */
#define FACT_TYPE_DISMISSAL (fact_dismissal_get_type ())
G_DECLARE_FINAL_TYPE (FactDismissal, fact_dismissal, FACT, DISMISSAL, FactRecord)

struct _FactDismissal {
  FactRecord parent_instance;

  FactPatient *patient;
  char *warning;   /* stable code of the warning */
  char *about;   /* what it was about: it warns again about anything else */
};

G_END_DECLS
