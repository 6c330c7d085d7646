/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patient-form.h"

#include "fact-day.h"
#include "fact-field.h"
#include "fact-organisation.h"
#include "fact-patients.h"

#include <glib/gi18n.h>

/* Nobody younger is a patient of the team: two digits of a code that would make them so are of the century before. */
#define YOUNGEST 15
#define OLDEST 120

struct _FactPatientForm {
  FactForm parent_instance;

  /* owned */
  char *patient_uid;               /* NULL: a new one */
  FactPatientFields began;         /* as it stood when editing began */

  /* borrowed */
  GtkWidget *code;
  GtkWidget *code_problem;
  GtkWidget *sex;
  GtkWidget *birth_year;
  GtkWidget *birth_year_problem;
  GtkWidget *municipality;
  GtkWidget *other_providers;
  GtkWidget *care_contact;
  GtkWidget *physician;
  GtkWidget *municipal_contact;
  GtkWidget *children;
  GtkWidget *interpreter;
  GtkWidget *health_centre;

  gboolean year_typed;             /* by the person: it does not follow the code any more */
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (FactPatientForm, fact_patient_form, FACT_TYPE_FORM)

static int
get_year (FactPatientForm *self)
{
  int year = 0, month, day;

  fact_day_get_ymd (fact_clock_get_today (fact_team_get_clock (fact_form_get_team (FACT_FORM (self)))), &year, &month,
                    &day);

  return year;
}

/* Returns: 0 for an empty field, -1 for what is no year of birth. */
static int
read_birth_year (FactPatientForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->birth_year))));
  guint64 year;

  if (!*text)
    return 0;
  if (!g_ascii_string_to_unsigned (text, 10, get_year (self) - OLDEST, get_year (self), &year, NULL))
    return -1;
  return (int) year;
}

/* "DD-75" is born in 1975, until somebody types another year. */
static void
code_changed_cb (FactPatientForm *self)
{
  const char *dash = g_utf8_strrchr (gtk_editable_get_text (GTK_EDITABLE (self->code)), -1, '-');
  g_autofree char *text = NULL;
  int year;

  fact_field_set_problem (self->code_problem, self->code, NULL);
  if (self->year_typed || !dash || !g_ascii_isdigit (dash[1]) || !g_ascii_isdigit (dash[2]))
    return;
  year = get_year (self) / 100 * 100 + (dash[1] - '0') * 10 + (dash[2] - '0');
  if (year > get_year (self) - YOUNGEST)
    year -= 100;
  text = g_strdup_printf ("%d", year);
  self->settling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->birth_year), text);
  self->settling = FALSE;
}

static void
birth_year_changed_cb (FactPatientForm *self)
{
  fact_field_set_problem (self->birth_year_problem, self->birth_year, NULL);
  self->year_typed = self->year_typed || !self->settling;
}

static gboolean
is_municipality (gpointer record,
                 gpointer data)
{
  return fact_organisation_get_kind (record) == FACT_ORGANISATION_MUNICIPALITY;
}

static gboolean
is_person (gpointer record,
           gpointer clock)
{
  return !fact_staff_get_function (record) && fact_field_is_at_work (record, clock);
}

static gboolean
is_municipal_person (gpointer record,
                     gpointer clock)
{
  return fact_staff_is_external (record) && is_person (record, clock);
}

static GtkWidget *
make_staff (FactPatientForm *self,
            const char      *title,
            FactStaff       *selected,
            FactFieldFilter  filter)
{
  FactTeam *team = fact_form_get_team (FACT_FORM (self));

  return fact_field_new_choice (title, fact_team_get_vocabulary (team, FACT_TYPE_STAFF), C_("staff", "Nobody"), selected,
                                filter, fact_team_get_clock (team));
}

static GtkWidget *
make_group (const char *title,
            ...)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row;
  va_list rows;

  if (title)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  va_start (rows, title);
  while ((row = va_arg (rows, GtkWidget *)))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  va_end (rows);

  return group;
}

static GtkWidget *
make_sex (FactSex selected)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (FactSex sex = FACT_SEX_UNKNOWN; sex <= FACT_SEX_OTHER; sex++)
    gtk_string_list_append (labels, fact_sex_get_word (sex));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Sex"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);

  return row;
}

static void
fill (FactPatientForm         *self,
      const FactPatientFields *fields)
{
  FactForm *form = FACT_FORM (self);
  FactTeam *team = fact_form_get_team (form);
  g_autofree char *year = fields->birth_year ? g_strdup_printf ("%d", fields->birth_year) : NULL;

  self->code = fact_field_new_entry (_("Code: initials and year of birth, as DD-75"), fields->code);
  self->birth_year = fact_field_new_entry (_("Year of birth"), year);
  self->sex = make_sex (fields->sex);
  self->municipality = fact_field_new_choice (_("Municipality"), fact_team_get_vocabulary (team, FACT_TYPE_ORGANISATION),
                                              C_("municipality", "None"), fields->municipality, is_municipality, NULL);
  self->other_providers = fact_field_new_entry (_("Other providers"), fields->other_providers);
  self->care_contact = make_staff (self, _("Care contact"), fields->care_contact, is_person);
  self->physician = make_staff (self, _("Physician"), fields->physician, is_person);
  self->municipal_contact = make_staff (self, _("Municipal contact"), fields->municipal_contact, is_municipal_person);
  self->children = fact_field_new_entry (_("Children under 18"), fields->children);
  self->interpreter = fact_field_new_entry (_("Interpreter: language"), fields->interpreter);
  self->health_centre = fact_field_new_entry (_("Health centre"), fields->health_centre);
  self->year_typed = fields->birth_year != 0;

  fact_form_append (form, fact_field_new_with_problem (make_group (NULL, self->code, NULL), &self->code_problem));
  fact_form_append (form, make_group (_("Who works with the patient"), self->care_contact, self->physician,
                                      self->municipality, self->municipal_contact, self->other_providers, NULL));
  fact_form_append (form, fact_field_new_with_problem (make_group (_("About the patient"), self->birth_year, self->sex,
                                                                   self->children, self->interpreter,
                                                                   self->health_centre, NULL),
                                                       &self->birth_year_problem));
  g_signal_connect_object (self->code, "changed", G_CALLBACK (code_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->birth_year, "changed", G_CALLBACK (birth_year_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->code);
}

/* Returns: (transfer full) (nullable). */
static char *
read_text (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text ? g_steal_pointer (&text) : NULL;
}

static FactChange *
build (FactPatientForm  *self,
       GError          **error)
{
  FactTeam *team = fact_form_get_team (FACT_FORM (self));
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code))));
  g_autofree char *other_providers = read_text (self->other_providers);
  g_autofree char *health_centre = read_text (self->health_centre);
  g_autofree char *interpreter = read_text (self->interpreter);
  g_autofree char *children = read_text (self->children);
  const FactPatientFields fields = {
    .code = code,
    .sex = adw_combo_row_get_selected (ADW_COMBO_ROW (self->sex)),
    .birth_year = read_birth_year (self),
    .municipality = fact_field_get_choice (self->municipality),
    .other_providers = other_providers,
    .health_centre = health_centre,
    .interpreter = interpreter,
    .care_contact = fact_field_get_choice (self->care_contact),
    .physician = fact_field_get_choice (self->physician),
    .municipal_contact = fact_field_get_choice (self->municipal_contact),
    .children = children,
  };

  if (self->patient_uid)
    return fact_team_edit_patient (team, self->patient_uid, &fields, &self->began, error);
  return fact_team_add_patient (team, &fields, error);
}

static FactChange *
fact_patient_form_build (FactForm  *form,
                         GError   **error)
{
  FactPatientForm *self = FACT_PATIENT_FORM (form);

  if (read_birth_year (self) >= 0)
    return build (self, error);
  g_set_error (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, _("\"%s\" is no year of birth. Write four digits: 1975."),
               gtk_editable_get_text (GTK_EDITABLE (self->birth_year)));

  return NULL;
}

static void
begin_again (FactPatientForm *self)
{
  FactTeam *team = fact_form_get_team (FACT_FORM (self));
  FactPatientView *view = fact_patients_lookup (fact_team_get_patients (team), self->patient_uid);
  FactPatientFields fields;

  if (!view)
    return;
  fact_patient_view_get_fields (view, &fields);
  fact_patient_fields_clear (&self->began);
  fact_patient_fields_copy (&self->began, &fields);
}

static gboolean
fact_patient_form_show_error (FactForm     *form,
                              const GError *error)
{
  FactPatientForm *self = FACT_PATIENT_FORM (form);
  gboolean rule = g_error_matches (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE);
  gboolean about_year = rule && read_birth_year (self) < 0;
  gboolean about_code = rule && !about_year;

  /* Both have been seen now: who saves again wants this. */
  if (g_error_matches (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT) && self->patient_uid)
    begin_again (self);
  /* The verbs refuse a patient for nothing but the code. */
  fact_field_set_problem (self->birth_year_problem, self->birth_year, about_year ? error->message : NULL);
  fact_field_set_problem (self->code_problem, self->code, about_code ? error->message : NULL);
  if (rule)
    gtk_widget_grab_focus (about_year ? self->birth_year : self->code);

  return rule;
}

static char *
fact_patient_form_tell (FactForm *form)
{
  FactPatientForm *self = FACT_PATIENT_FORM (form);
  FactTeam *team = fact_form_get_team (form);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code))));
  const char *uid = self->patient_uid ? self->patient_uid : fact_team_find_patient (team, typed);
  FactPatientView *view = uid ? fact_patients_lookup (fact_team_get_patients (team), uid) : NULL;
  const char *code = view ? fact_patient_view_get_code (view) : typed;

  if (self->patient_uid)
    /* Translators: the code of a patient */
    return g_strdup_printf (_("Saved what is written about %s"), code);
  /* Translators: the code of a patient */
  return g_strdup_printf (_("New patient: %s"), code);
}

static void
fact_patient_form_finalize (GObject *object)
{
  FactPatientForm *self = FACT_PATIENT_FORM (object);

  g_free (self->patient_uid);
  fact_patient_fields_clear (&self->began);

  G_OBJECT_CLASS (fact_patient_form_parent_class)->finalize (object);
}

static void
fact_patient_form_class_init (FactPatientFormClass *klass)
{
  FactFormClass *form_class = FACT_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fact_patient_form_finalize;
  form_class->build = fact_patient_form_build;
  form_class->show_error = fact_patient_form_show_error;
  form_class->tell = fact_patient_form_tell;
}

static void
fact_patient_form_init (FactPatientForm *self)
{
}

GtkWindow *
fact_patient_form_new (FactTeam   *team,
                       const char *patient_uid)
{
  FactPatientForm *self;
  FactPatients *patients;
  FactPatientView *view;
  FactPatientFields fields = { 0 };

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  /* Asked for in any case: a code is compared with those of all patients. */
  patients = fact_team_get_patients (team);
  view = patient_uid ? fact_patients_lookup (patients, patient_uid) : NULL;
  if (patient_uid && !view)
    return NULL;
  self = g_object_new (FACT_TYPE_PATIENT_FORM, "team", team, NULL);
  self->patient_uid = g_strdup (patient_uid);
  if (view) {
    /* Translators: title of the dialog; the code of a patient */
    g_autofree char *title = g_strdup_printf (_("Patient %s"), fact_patient_view_get_code (view));

    fact_patient_view_get_fields (view, &fields);
    fact_patient_fields_copy (&self->began, &fields);
    fact_form_set_words (FACT_FORM (self), title, _("Save"));
  } else
    fact_form_set_words (FACT_FORM (self), _("New patient"), _("Save"));
  fill (self, &fields);

  return GTK_WINDOW (self);
}
