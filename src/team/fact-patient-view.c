/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patient-view.h"
#include "fact-patients-private.h"
#include "fact-team-private.h"

struct _FactPatientView {
  GObject parent_instance;

  FactPatient *patient;
  FactCase *one;                   /* borrowed: the list that made the view holds the cases */
  FactPatientKeys keys;
  FactStay *stay;                  /* the open one, as of the last refresh */
};

G_DEFINE_FINAL_TYPE (FactPatientView, fact_patient_view, G_TYPE_OBJECT)

static void
clear_keys (FactPatientView *self)
{
  g_clear_pointer (&self->keys.code, g_free);
  g_clear_pointer (&self->keys.municipality, g_free);
  g_clear_pointer (&self->keys.care_contact, g_free);
  g_clear_pointer (&self->keys.words, g_free);
}

/* What a search looks at, folded once and not at every key. Returns: (transfer full). */
static char *
fold_words (FactPatient *patient)
{
  g_autofree char *words =
    g_strjoin ("\n", patient->code,
               patient->municipality ? fact_organisation_get_name (patient->municipality) : "",
               patient->care_contact ? fact_staff_get_signature (patient->care_contact) : "", NULL);

  return g_utf8_casefold (words, -1);
}

static void
fact_patient_view_finalize (GObject *object)
{
  FactPatientView *self = FACT_PATIENT_VIEW (object);

  clear_keys (self);
  g_clear_object (&self->stay);
  g_object_unref (self->patient);
  G_OBJECT_CLASS (fact_patient_view_parent_class)->finalize (object);
}

static void
fact_patient_view_class_init (FactPatientViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_patient_view_finalize;
}

static void
fact_patient_view_init (FactPatientView *self)
{
}

FactPatientView *
fact_patient_view_new (FactPatient *patient,
                       FactCase    *one)
{
  FactPatientView *self = g_object_new (FACT_TYPE_PATIENT_VIEW, NULL);

  self->patient = g_object_ref (patient);
  self->one = one;
  fact_patient_view_refresh (self);
  return self;
}

void
fact_patient_view_refresh (FactPatientView *self)
{
  FactPatient *patient = self->patient;

  clear_keys (self);
  g_set_object (&self->stay, self->one->stay);
  self->keys.code = g_utf8_collate_key (patient->code, -1);
  if (patient->municipality)
    self->keys.municipality = g_utf8_collate_key (fact_organisation_get_name (patient->municipality), -1);
  if (patient->care_contact)
    self->keys.care_contact = g_utf8_collate_key (fact_staff_get_signature (patient->care_contact), -1);
  self->keys.words = fold_words (patient);
  self->keys.on_board = self->stay ? self->stay->date : 0;
}

FactPatient *
fact_patient_view_get_patient (FactPatientView *self)
{
  return self->patient;
}

const FactPatientKeys *
fact_patient_view_get_keys (FactPatientView *self)
{
  return &self->keys;
}

const char *
fact_patient_view_get_uid (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return fact_record_get_uid (FACT_RECORD (self->patient));
}

const char *
fact_patient_view_get_code (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return self->patient->code;
}

char *
fact_patient_view_get_namesakes (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return fact_case_describe_namesakes (self->one);
}

FactOrganisation *
fact_patient_view_get_municipality (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return self->patient->municipality;
}

FactStaff *
fact_patient_view_get_care_contact (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return self->patient->care_contact;
}

guint
fact_patient_view_get_on_board (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), 0);
  return self->stay ? self->stay->date : 0;
}

const char *
fact_patient_view_get_stay_uid (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return self->stay ? fact_record_get_uid (FACT_RECORD (self->stay)) : NULL;
}

FactTriage *
fact_patient_view_get_triage (FactPatientView *self)
{
  g_return_val_if_fail (FACT_IS_PATIENT_VIEW (self), NULL);
  return self->stay ? self->stay->triage : NULL;
}

void
fact_patient_view_get_fields (FactPatientView   *self,
                              FactPatientFields *fields)
{
  g_return_if_fail (FACT_IS_PATIENT_VIEW (self) && fields);

  fact_team_get_fields (self->patient, fields);
}
