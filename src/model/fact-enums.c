/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-enums.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (FactTriageRole, fact_triage_role,
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_CRISIS, "crisis"),
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_ADMITTED, "admitted"),
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_OBSERVATION, "observation"),
                    G_DEFINE_ENUM_VALUE (FACT_TRIAGE_ROLE_STABLE, "stable"))

G_DEFINE_ENUM_TYPE (FactColor, fact_color,
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_GREY, "grey"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_RED, "red"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_BLUE, "blue"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_PURPLE, "purple"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_YELLOW, "yellow"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_GREEN, "green"),
                    G_DEFINE_ENUM_VALUE (FACT_COLOR_ORANGE, "orange"))

G_DEFINE_ENUM_TYPE (FactReasonRole, fact_reason_role,
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_SYMPTOMS, "symptoms"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_SELF_CARE, "self-care"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_READMISSION, "readmission"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_NEW_PATIENT, "new-patient"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_LIFE_EVENTS, "life-events"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_RELAPSE, "relapse"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_LOST_CONTACT, "lost-contact"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_DISCHARGED, "discharged"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_HOUSING, "housing"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_MEDICATION, "medication"),
                    G_DEFINE_ENUM_VALUE (FACT_REASON_ROLE_COMPULSORY, "compulsory"))

G_DEFINE_ENUM_TYPE (FactKindRole, fact_kind_role,
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_HOME, "home"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_VIDEO, "video"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_CLINIC, "clinic"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_WARD, "ward"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_ELSEWHERE, "elsewhere"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_ACCOMPANY, "accompany"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_DISPENSING, "dispensing"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_INJECTION, "injection"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_SIP, "sip"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_NETWORK, "network"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_GROUP, "group"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_DROP_IN, "drop-in"),
                    G_DEFINE_ENUM_VALUE (FACT_KIND_ROLE_OTHER, "other"))

G_DEFINE_ENUM_TYPE (FactContactStatus, fact_contact_status,
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_MISSED, "missed"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_NO_ANSWER, "no-answer"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_CALLED_OFF, "called-off"),
                    G_DEFINE_ENUM_VALUE (FACT_CONTACT_WRONG, "wrong"))

G_DEFINE_ENUM_TYPE (FactOrganisationKind, fact_organisation_kind,
                    G_DEFINE_ENUM_VALUE (FACT_ORGANISATION_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (FACT_ORGANISATION_REGION, "region"),
                    G_DEFINE_ENUM_VALUE (FACT_ORGANISATION_MUNICIPALITY, "municipality"))

G_DEFINE_ENUM_TYPE (FactStaffRole, fact_staff_role,
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_UNIT_HEAD, "unit-head"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_COORDINATOR, "coordinator"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_NURSE, "nurse"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_PSYCHOLOGIST, "psychologist"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_PEER_SUPPORT, "peer-support"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_OCCUPATIONAL_THERAPIST, "occupational-therapist"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_COUNSELLOR, "counsellor"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_PHYSICIAN, "physician"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_EMPLOYMENT_SPECIALIST, "employment-specialist"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_ASSISTANT_NURSE, "assistant-nurse"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_SECRETARY, "secretary"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_MUNICIPAL_COORDINATOR, "municipal-coordinator"),
                    G_DEFINE_ENUM_VALUE (FACT_STAFF_ROLE_HOUSING_SUPPORT, "housing-support"))

G_DEFINE_ENUM_TYPE (FactSex, fact_sex,
                    G_DEFINE_ENUM_VALUE (FACT_SEX_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (FACT_SEX_WOMAN, "woman"),
                    G_DEFINE_ENUM_VALUE (FACT_SEX_MAN, "man"),
                    G_DEFINE_ENUM_VALUE (FACT_SEX_OTHER, "other"))

const char *
fact_contact_status_get_word (FactContactStatus status)
{
  switch (status) {
  case FACT_CONTACT_PLANNED:
    return C_("contact status", "Planned");
  case FACT_CONTACT_DONE:
    return C_("contact status", "Done");
  case FACT_CONTACT_MISSED:
    return C_("contact status", "Missed");
  case FACT_CONTACT_NO_ANSWER:
    return C_("contact status", "No answer");
  case FACT_CONTACT_CANCELLED:
    return C_("contact status", "Cancelled by the patient");
  case FACT_CONTACT_CALLED_OFF:
    return C_("contact status", "Cancelled by us");
  case FACT_CONTACT_WRONG:
    return C_("contact status", "Wrongly registered");
  default:
    g_return_val_if_reached ("");
  }
}

const char *
fact_staff_role_get_word (FactStaffRole role)
{
  static const char *const words[] = {
    NC_("staff role", "No role"),
    NC_("staff role", "Unit head"),
    NC_("staff role", "Coordinator"),
    NC_("staff role", "Nurse"),
    NC_("staff role", "Psychologist"),
    NC_("staff role", "Peer support"),
    NC_("staff role", "Occupational therapist"),
    NC_("staff role", "Counsellor"),
    NC_("staff role", "Psychiatrist"),
    NC_("staff role", "Employment specialist (IPS)"),
    NC_("staff role", "Assistant nurse"),
    NC_("staff role", "Medical secretary"),
    NC_("staff role", "Municipal coordinator"),
    NC_("staff role", "Housing support"),
  };

  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (words), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "staff role", words[role]);
}

const char *
fact_color_get_word (FactColor color)
{
  static const char *const words[] = {
    NC_("color", "Grey"),
    NC_("color", "Red"),
    NC_("color", "Blue"),
    NC_("color", "Purple"),
    NC_("color", "Yellow"),
    NC_("color", "Green"),
    NC_("color", "Orange"),
  };

  g_return_val_if_fail ((guint) color < G_N_ELEMENTS (words), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "color", words[color]);
}

const char *
fact_organisation_kind_get_word (FactOrganisationKind kind)
{
  static const char *const words[] = {
    NC_("organisation", "Other organisation"),
    NC_("organisation", "Region"),
    NC_("organisation", "Municipality"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (words), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "organisation", words[kind]);
}

const char *
fact_sex_get_word (FactSex sex)
{
  static const char *const words[] = {
    NC_("sex", "Unknown"),
    NC_("sex", "Woman"),
    NC_("sex", "Man"),
    NC_("sex", "Other"),
  };

  g_return_val_if_fail ((guint) sex < G_N_ELEMENTS (words), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "sex", words[sex]);
}
