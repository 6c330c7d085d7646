/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Enumerations of stored properties. The nick is what is stored: it is never changed and never given another meaning. */

/* What rules ask a triage state for; a team may rename, reorder and add states. */
typedef enum {
  FACT_TRIAGE_ROLE_NONE,
  FACT_TRIAGE_ROLE_CRISIS,
  FACT_TRIAGE_ROLE_NEW,
  FACT_TRIAGE_ROLE_ADMITTED,
  FACT_TRIAGE_ROLE_OBSERVATION,
  FACT_TRIAGE_ROLE_STABLE,
} FactTriageRole;
#define FACT_TYPE_TRIAGE_ROLE (fact_triage_role_get_type ())
GType fact_triage_role_get_type (void);

/* Colour tokens; the display decides the colours (light, dark, high contrast) and the mark that goes with each. */
typedef enum {
  FACT_COLOR_GREY,
  FACT_COLOR_RED,
  FACT_COLOR_BLUE,
  FACT_COLOR_PURPLE,
  FACT_COLOR_YELLOW,
  FACT_COLOR_GREEN,
  FACT_COLOR_ORANGE,
} FactColor;
#define FACT_TYPE_COLOR (fact_color_get_type ())
GType fact_color_get_type (void);

typedef enum {
  FACT_REASON_ROLE_NONE,
  FACT_REASON_ROLE_SYMPTOMS,
  FACT_REASON_ROLE_SELF_CARE,
  FACT_REASON_ROLE_READMISSION,
  FACT_REASON_ROLE_NEW_PATIENT,
  FACT_REASON_ROLE_LIFE_EVENTS,
  FACT_REASON_ROLE_RELAPSE,
  FACT_REASON_ROLE_LOST_CONTACT,
  FACT_REASON_ROLE_DISCHARGED,
  FACT_REASON_ROLE_HOUSING,
  FACT_REASON_ROLE_MEDICATION,
  FACT_REASON_ROLE_COMPULSORY,
} FactReasonRole;
#define FACT_TYPE_REASON_ROLE (fact_reason_role_get_type ())
GType fact_reason_role_get_type (void);

typedef enum {
  FACT_KIND_ROLE_NONE,
  FACT_KIND_ROLE_HOME,
  FACT_KIND_ROLE_PHONE,
  FACT_KIND_ROLE_VIDEO,
  FACT_KIND_ROLE_CLINIC,
  FACT_KIND_ROLE_WARD,
  FACT_KIND_ROLE_ELSEWHERE,
  FACT_KIND_ROLE_ACCOMPANY,
  FACT_KIND_ROLE_DISPENSING,
  FACT_KIND_ROLE_INJECTION,
  FACT_KIND_ROLE_SIP,
  FACT_KIND_ROLE_NETWORK,
  FACT_KIND_ROLE_GROUP,
  FACT_KIND_ROLE_DROP_IN,
  FACT_KIND_ROLE_OTHER,
} FactKindRole;
#define FACT_TYPE_KIND_ROLE (fact_kind_role_get_type ())
GType fact_kind_role_get_type (void);

typedef enum {
  FACT_CONTACT_PLANNED,
  FACT_CONTACT_DONE,
  FACT_CONTACT_MISSED,             /* by the patient; a phone call has "no answer" instead */
  FACT_CONTACT_NO_ANSWER,
  FACT_CONTACT_CANCELLED,          /* by the patient */
  FACT_CONTACT_CALLED_OFF,         /* by us */
  FACT_CONTACT_WRONG,              /* wrongly registered */
} FactContactStatus;
#define FACT_TYPE_CONTACT_STATUS (fact_contact_status_get_type ())
GType fact_contact_status_get_type (void);

typedef enum {
  FACT_ORGANISATION_OTHER,
  FACT_ORGANISATION_REGION,
  FACT_ORGANISATION_MUNICIPALITY,
} FactOrganisationKind;
#define FACT_TYPE_ORGANISATION_KIND (fact_organisation_kind_get_type ())
GType fact_organisation_kind_get_type (void);

typedef enum {
  FACT_STAFF_ROLE_NONE,
  FACT_STAFF_ROLE_UNIT_HEAD,
  FACT_STAFF_ROLE_COORDINATOR,
  FACT_STAFF_ROLE_NURSE,
  FACT_STAFF_ROLE_PSYCHOLOGIST,
  FACT_STAFF_ROLE_PEER_SUPPORT,
  FACT_STAFF_ROLE_OCCUPATIONAL_THERAPIST,
  FACT_STAFF_ROLE_COUNSELLOR,
  FACT_STAFF_ROLE_PHYSICIAN,
  FACT_STAFF_ROLE_EMPLOYMENT_SPECIALIST,
  FACT_STAFF_ROLE_ASSISTANT_NURSE,
  FACT_STAFF_ROLE_SECRETARY,
  FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR,
  FACT_STAFF_ROLE_HOUSING_SUPPORT,
} FactStaffRole;
#define FACT_TYPE_STAFF_ROLE (fact_staff_role_get_type ())
GType fact_staff_role_get_type (void);

typedef enum {
  FACT_SEX_UNKNOWN,
  FACT_SEX_WOMAN,
  FACT_SEX_MAN,
  FACT_SEX_OTHER,
} FactSex;
#define FACT_TYPE_SEX (fact_sex_get_type ())
GType fact_sex_get_type (void);

/* The word of a value in the reader's language, e.g. "Planned", "Nurse". Returns: (transfer none). */
const char *fact_contact_status_get_word (FactContactStatus status);
const char *fact_staff_role_get_word     (FactStaffRole     role);
const char *fact_color_get_word          (FactColor         color);
const char *fact_organisation_kind_get_word (FactOrganisationKind kind);
const char *fact_sex_get_word            (FactSex           sex);

G_END_DECLS
