/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-take-off-form.h"

#include "fact-field.h"
#include "fact-day.h"
#include "fact-team-ahead.h"
#include "fact-team-stay.h"

#include <glib/gi18n.h>

/* What may have helped: the stored code and its words. */
static const struct {
  const char *code;
  const char *words;
} helps[] = {
  { "contact", NC_("what helped", "Closer contact") },
  { "medication", NC_("what helped", "Medication") },
  { "housing", NC_("what helped", "Housing support") },
  { "admission", NC_("what helped", "Admission") },
  { "relatives", NC_("what helped", "Relatives") },
  { "crisis-plan", NC_("what helped", "The crisis plan was used") },
  { "other", NC_("what helped", "Something else") },
};

struct _FactTakeOffForm {
  FactForm parent_instance;

  /* owned */
  FactBoardRow *row;
  GPtrArray *planned;              /* of FactContactView: what is ahead */

  /* borrowed */
  GtkWidget *helped[G_N_ELEMENTS (helps)];
  GtkWidget *helped_text;
  GtkWidget *follows_up;
  GtkWidget *follows_up_problem;
  /* Check buttons, NULL when nothing is planned. */
  GtkWidget *cancel_all;
  GtkWidget *choose;
  GPtrArray *cancelled;            /* of GtkCheckButton, one for each of the planned */
};

G_DEFINE_FINAL_TYPE (FactTakeOffForm, fact_take_off_form, FACT_TYPE_FORM)

static void
follows_up_cb (FactTakeOffForm *self)
{
  fact_field_set_problem (self->follows_up_problem, self->follows_up, NULL);
}

static GtkWidget *
make_follows_up (FactTakeOffForm *self)
{
  FactTeam *team = fact_form_get_team (FACT_FORM (self));
  GtkWidget *group = adw_preferences_group_new ();
  FactStaff *care_contact = fact_board_row_get_care_contact (self->row);

  self->follows_up = fact_field_new_choice (_("Follows up"), fact_team_get_vocabulary (team, FACT_TYPE_STAFF),
                                            care_contact ? NULL : _("Choose…"), care_contact, fact_field_is_at_work,
                                            fact_team_get_clock (team));
  g_signal_connect_object (self->follows_up, "notify::selected", G_CALLBACK (follows_up_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->follows_up);

  return fact_field_new_with_problem (group, &self->follows_up_problem);
}

static GtkWidget *
make_check (const char *title,
            GtkWidget **check)
{
  GtkWidget *row = adw_action_row_new ();

  *check = gtk_check_button_new ();
  gtk_widget_set_valign (*check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), *check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *check);

  return row;
}

/* What is planned, each with a check box: shown to those who want to choose. */
static GtkWidget *
make_list (FactTakeOffForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Cancelled are those ticked here"));
  for (guint i = 0; i < self->planned->len; i++) {
    g_autofree char *typed = fact_contact_view_get_typed (self->planned->pdata[i]);
    g_autofree char *day = fact_day_format (fact_contact_view_get_date (self->planned->pdata[i]));
    g_autofree char *title = g_strdup_printf ("%s · %s", day, typed);
    GtkWidget *check;

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_check (title, &check));
    g_ptr_array_add (self->cancelled, check);
  }
  g_object_bind_property (self->choose, "active", group, "visible", G_BINDING_SYNC_CREATE);

  return group;
}

static GtkWidget *
make_contacts (FactTakeOffForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  guint n = self->planned->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u contact is planned", "%u contacts are planned", n), n);
  GtkWidget *keep;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_check (_("Keep with the patient"), &keep));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_check (_("Cancel all"), &self->cancel_all));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_check (_("Choose which to cancel"), &self->choose));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->cancel_all), GTK_CHECK_BUTTON (keep));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->choose), GTK_CHECK_BUTTON (keep));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), TRUE);
  /* With one there is nothing to choose. */
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->choose, ADW_TYPE_ACTION_ROW), n > 1);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), make_list (self));

  return box;
}

/* Returns: (transfer container): of FactContactView. */
static GPtrArray *
list_cancelled (FactTakeOffForm *self)
{
  GPtrArray *contacts = g_ptr_array_new ();
  gboolean all = self->cancel_all && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->cancel_all));
  gboolean some = self->choose && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->choose));

  for (guint i = 0; i < self->planned->len && (all || some); i++)
    if (all || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->cancelled->pdata[i])))
      g_ptr_array_add (contacts, self->planned->pdata[i]);

  return contacts;
}

static GtkWidget *
make_helped (FactTakeOffForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What helped?"));
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_check (g_dpgettext2 (NULL, "what helped", helps[i].words), &self->helped[i]));
  self->helped_text = fact_field_new_entry (_("In your own words"), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->helped_text);

  return group;
}

static FactChange *
fact_take_off_form_build (FactForm  *form,
                          GError   **error)
{
  FactTakeOffForm *self = FACT_TAKE_OFF_FORM (form);
  g_autoptr (GString) helped = g_string_new (NULL);
  g_autoptr (GPtrArray) cancelled = list_cancelled (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->helped_text));

  for (guint i = 0; i < G_N_ELEMENTS (helps); i++) {
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->helped[i])))
      g_string_append_printf (helped, "%s%s", helped->len > 0 ? " " : "", helps[i].code);
  }

  return fact_team_take_off (fact_form_get_team (form), self->row, helped->len > 0 ? helped->str : NULL,
                             *text ? text : NULL, fact_field_get_choice (self->follows_up), cancelled, error);
}

static gboolean
fact_take_off_form_show_error (FactForm     *form,
                               const GError *error)
{
  FactTakeOffForm *self = FACT_TAKE_OFF_FORM (form);
  gboolean nobody = error && !fact_field_get_choice (self->follows_up);

  fact_field_set_problem (self->follows_up_problem, self->follows_up, nobody ? error->message : NULL);
  if (nobody)
    gtk_widget_grab_focus (self->follows_up);

  return nobody;
}

static char *
fact_take_off_form_tell (FactForm *form)
{
  FactTakeOffForm *self = FACT_TAKE_OFF_FORM (form);
  g_autoptr (GPtrArray) cancelled = list_cancelled (self);
  const char *code = fact_board_row_get_code (self->row);
  guint n = cancelled->len;
  guint n_kept = self->planned->len - n;

  if (n > 0 && n_kept > 0)
    /* Translators: the code of a patient, how many contacts were cancelled, and how many stay planned */
    return g_strdup_printf (_("%s taken off the board. Contacts cancelled: %u, kept: %u"), code, n, n_kept);
  if (n > 0)
    /* Translators: the code of a patient, how many contacts were cancelled */
    return g_strdup_printf (ngettext ("%s taken off the board. %u contact cancelled.",
                                      "%s taken off the board. %u contacts cancelled.", n), code, n);
  return fact_board_row_tell_taken_off (self->row, n_kept);
}

static void
fact_take_off_form_dispose (GObject *object)
{
  FactTakeOffForm *self = FACT_TAKE_OFF_FORM (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_clear_pointer (&self->cancelled, g_ptr_array_unref);

  G_OBJECT_CLASS (fact_take_off_form_parent_class)->dispose (object);
}

static void
fact_take_off_form_class_init (FactTakeOffFormClass *klass)
{
  FactFormClass *form_class = FACT_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_take_off_form_dispose;
  form_class->build = fact_take_off_form_build;
  form_class->show_error = fact_take_off_form_show_error;
  form_class->tell = fact_take_off_form_tell;
}

static void
fact_take_off_form_init (FactTakeOffForm *self)
{
  self->cancelled = g_ptr_array_new ();
}

GtkWindow *
fact_take_off_form_new (FactTeam   *team,
                        const char *stay_uid)
{
  FactBoardRow *row;
  FactTakeOffForm *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (team) && stay_uid, NULL);

  /* The board's filter may hide the row: one comes from the Patients page, too. */
  row = fact_board_lookup (fact_team_get_board (team), stay_uid);
  if (!row)
    return NULL;
  self = g_object_new (FACT_TYPE_TAKE_OFF_FORM, "team", team, NULL);
  self->row = g_object_ref (row);
  self->planned = fact_team_list_planned (team, row);
  /* Translators: title of the dialog; the code of a patient */
  title = g_strdup_printf (_("Take %s off the board"), fact_board_row_get_code (self->row));
  fact_form_set_words (FACT_FORM (self), title, _("Take off"));
  fact_form_append (FACT_FORM (self), make_follows_up (self));
  if (self->planned->len > 0)
    fact_form_append (FACT_FORM (self), make_contacts (self));
  fact_form_append (FACT_FORM (self), make_helped (self));
  fact_form_grab_button (FACT_FORM (self));

  return GTK_WINDOW (self);
}
