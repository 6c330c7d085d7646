/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-leaving.h"

#include "fact-day.h"
#include "fact-staff.h"
#include "fact-team-ahead.h"

#include <glib/gi18n.h>

struct _FactWordLeaving {
  AdwPreferencesGroup parent_instance;

  /* owned */
  FactTeam *team;
  FactStaff *staff;
  GPtrArray *contacts;             /* of FactContactView */
  GPtrArray *others;               /* of FactStaff: who may take over */

  /* borrowed */
  AdwComboRow *to;
  GPtrArray *rows;                 /* of GtkWidget: one for each contact */
  GPtrArray *checks;               /* of GtkCheckButton, ditto */

  guint last;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactWordLeaving, fact_word_leaving, ADW_TYPE_PREFERENCES_GROUP)

static FactStaff *
get_chosen (FactWordLeaving *self)
{
  guint place = adw_combo_row_get_selected (self->to);

  return place > 0 && place <= self->others->len ? self->others->pdata[place - 1] : NULL;
}

static void
changed_cb (FactWordLeaving *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], get_chosen (self) != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_contact (FactWordLeaving *self,
             FactContactView *contact)
{
  g_autofree char *day = fact_day_format (fact_contact_view_get_date (contact));
  g_autofree char *typed = fact_contact_view_get_typed (contact);
  g_autofree char *title = g_strdup_printf ("%s · %s · %s", day, fact_contact_view_get_code (contact), typed);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_visible (row, get_chosen (self) != NULL);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
fill_others (FactWordLeaving *self)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  /* Translators: in a list of people to whom contacts may be handed over: nobody, they stay as they are */
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const[]) { _("Nobody: leave them"), NULL });

  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (one == self->staff || !fact_staff_is_active (one, self->last + 1))
      continue;
    gtk_string_list_append (labels, fact_staff_get_signature (one));
    g_ptr_array_add (self->others, g_steal_pointer (&one));
  }
  adw_combo_row_set_model (self->to, G_LIST_MODEL (labels));
}

static void
fact_word_leaving_dispose (GObject *object)
{
  FactWordLeaving *self = FACT_WORD_LEAVING (object);

  g_clear_object (&self->team);
  g_clear_object (&self->staff);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (fact_word_leaving_parent_class)->dispose (object);
}

static void
fact_word_leaving_class_init (FactWordLeavingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fact_word_leaving_dispose;
  signals[CHANGED] = g_signal_new ("changed", FACT_TYPE_WORD_LEAVING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
fact_word_leaving_init (FactWordLeaving *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->to = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->to), _("Hand over to"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->to));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fact_word_leaving_new (FactTeam  *team,
                       FactStaff *staff)
{
  FactWordLeaving *self;

  g_return_val_if_fail (FACT_IS_TEAM (team) && FACT_IS_STAFF (staff), NULL);

  self = g_object_new (FACT_TYPE_WORD_LEAVING, NULL);
  self->team = g_object_ref (team);
  self->staff = g_object_ref (staff);
  g_signal_connect_object (self->to, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
fact_word_leaving_set_last (FactWordLeaving *self,
                            guint            last)
{
  g_autofree char *title = NULL;

  g_return_if_fail (FACT_IS_WORD_LEAVING (self));

  if (last == self->last)
    return;
  self->last = last;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  if (last > 0)
    self->contacts = fact_team_list_planned_of (self->team, self->staff, last);
  gtk_widget_set_visible (GTK_WIDGET (self), self->contacts && self->contacts->len > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  fill_others (self);
  for (guint i = 0; i < self->contacts->len; i++)
    add_contact (self, self->contacts->pdata[i]);
  title = g_strdup_printf (ngettext ("%u contact is planned after the last day",
                                     "%u contacts are planned after the last day", self->contacts->len),
                           self->contacts->len);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
}

void
fact_word_leaving_add_to (FactWordLeaving *self,
                          FactChange      *change)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  FactStaff *to;

  g_return_if_fail (FACT_IS_WORD_LEAVING (self) && FACT_IS_CHANGE (change));

  to = self->last > 0 ? get_chosen (self) : NULL;
  for (guint i = 0; to && i < self->checks->len; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks->pdata[i])))
      g_ptr_array_add (chosen, self->contacts->pdata[i]);
  if (chosen->len > 0)
    fact_team_hand_over (self->team, change, self->staff, to, chosen);
}
