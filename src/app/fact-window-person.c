/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who acts: chosen from the staff, kept for the next time, asked for at the first change when nobody is. */

#include "fact-window-private.h"

#include <glib/gi18n.h>

#define QUESTION N_("Who are you? Choose your signature, then it is saved.")
#define QUESTION_FIRST N_("Who are you? Choose your signature first.")

static FactStaff *
find_staff (FactWindow *self,
            const char *uid)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (g_strcmp0 (fact_record_get_uid (FACT_RECORD (one)), uid) == 0)
      return one;                /* the team keeps it */
  }
  return NULL;
}

static void
append_person (GMenu     *menu,
               FactStaff *staff)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  const char *role = fact_staff_role_get_word (fact_staff_get_role (staff));
  g_autofree char *label = fact_staff_get_role (staff) == FACT_STAFF_ROLE_NONE
                             ? g_strdup (fact_staff_get_signature (staff))
                             : g_strdup_printf ("%s · %s", fact_staff_get_signature (staff), role);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "win.person", "s", fact_record_get_uid (FACT_RECORD (staff)));
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (FactWindow *self)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) outside = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (fact_staff_get_function (one) || !fact_staff_is_active (one, today))
      continue;
    append_person (fact_staff_is_external (one) ? outside : own, one);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (outside));
  /* In a new file the way to act is to be in the team. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (own)) + g_menu_model_get_n_items (G_MENU_MODEL (outside)) == 0)
    g_menu_append (own, _("_Add me…"), "win.add-me");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
show_person (FactWindow *self)
{
  FactStaff *person = fact_team_get_person (self->team);
  const char *signature = person ? fact_staff_get_signature (person) : NULL;
  g_autofree char *name = NULL;

  /* Who is not in the team any more cannot act. */
  if (!person)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "person")),
                               g_variant_new_string (""));
  gtk_menu_button_set_label (self->person_button, signature ? signature : _("Who are you?"));
  /* Translators: for a screen reader; %s is a signature */
  name = signature ? g_strdup_printf (_("Who acts: %s"), signature) : g_strdup (_("Who acts: nobody chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
person_changed_cb (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       data)
{
  FactWindow *self = data;
  const char *uid = g_variant_get_string (value, NULL);
  FactStaff *person = find_staff (self, uid);

  if (!person)
    return;
  g_simple_action_set_state (action, value);
  /* The demo's people are nobody's next time. */
  if (!fact_session_is_demo (self->session))
    g_settings_set_string (self->settings, "person", uid);
  fact_team_set_person (self->team, person);
}

/* Who was asked in the middle of something goes on where they were. */
static void
give_focus_back (FactWindow *self)
{
  GtkWidget *widget = self->asked_from;

  self->asked = FALSE;
  g_clear_weak_pointer (&self->asked_from);
  /* What was typed and is not saved is written on already. */
  if (widget && gtk_widget_get_mapped (widget) && !GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self))))
    gtk_widget_grab_focus (widget);
}

/* What was wanted before it was asked who wants it. */
static void
do_wanted (FactWindow *self)
{
  g_autofree char *action = g_steal_pointer (&self->wanted_action);
  g_autoptr (GVariant) parameter = g_steal_pointer (&self->wanted_parameter);

  if (action && self->team && fact_team_get_person (self->team))
    g_action_group_activate_action (G_ACTION_GROUP (self), action, parameter);
}

static gboolean
settle_cb (gpointer data)
{
  FactWindow *self = data;

  /* Asked and answered. */
  fact_toast_area_withdraw (self->toast_area, _(QUESTION));
  fact_toast_area_withdraw (self->toast_area, _(QUESTION_FIRST));
  if (self->team)
    fact_team_settle_waiting (self->team);
  give_focus_back (self);
  do_wanted (self);
  return G_SOURCE_REMOVE;
}

/* The popover of the menu button is the question; closing it without an answer ends the waiting. A chosen item acts
 * after the popover has closed. */
static void
popover_closed_cb (FactWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, settle_cb, g_object_ref (self), g_object_unref);
}

static void
ask (FactWindow *self,
     const char *question)
{
  fact_toast (GTK_WIDGET (self->toast_area), question);
  g_set_weak_pointer (&self->asked_from, gtk_window_get_focus (GTK_WINDOW (self)));
  self->asked = TRUE;
  gtk_menu_button_popup (self->person_button);
}

static gboolean
person_wanted_cb (FactWindow *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->person_button)))
    return FALSE;
  ask (self, _(QUESTION));
  return TRUE;
}

static gboolean
has_people (FactWindow *self)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (!fact_staff_get_function (one) && fact_staff_is_active (one, today))
      return TRUE;
  }
  return FALSE;
}

static void
restore_person (FactWindow *self)
{
  g_autofree char *uid = g_settings_get_string (self->settings, "person");
  FactStaff *person = find_staff (self, uid);
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));

  if (person && fact_staff_is_active (person, today) && !fact_staff_get_function (person))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "person", g_variant_new_string (uid));
}

/* The first person of a team added themselves. */
static void
choose_me (FactWindow *self)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));
  g_autofree char *uid = NULL;
  guint n = 0;

  for (guint i = 0; self->adding_me && i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (fact_staff_get_function (one) || !fact_staff_is_active (one, today))
      continue;
    n++;
    g_free (uid);
    uid = g_strdup (fact_record_get_uid (FACT_RECORD (one)));
  }
  if (n != 1)
    return;
  self->adding_me = FALSE;
  g_action_group_change_action_state (G_ACTION_GROUP (self), "person", g_variant_new_string (uid));
}

/* Whoever was typing when the question came must not answer it by the Enter that was meant for the cell: an answer
 * by key needs a step through the menu first. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               data)
{
  FactWindow *self = data;

  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_Down:
  case GDK_KEY_Home:
  case GDK_KEY_End:
  case GDK_KEY_Tab:
    self->asked = FALSE;
    return GDK_EVENT_PROPAGATE;
  case GDK_KEY_Escape:
    return GDK_EVENT_PROPAGATE;
  default:
    return self->asked ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  }
}

static void
watch_keys (FactWindow *self,
            GtkWidget  *popover)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (popover, controller);
}

/* Made when it is wanted, of those who are in the team then. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       data)
{
  FactWindow *self = data;
  g_autoptr (GMenuModel) menu = make_menu (self);
  GtkPopover *popover;

  gtk_menu_button_set_menu_model (button, menu);
  popover = gtk_menu_button_get_popover (button);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  watch_keys (self, GTK_WIDGET (popover));
}

void
fact_window_set_up_person (FactWindow *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("person", G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (""));

  g_signal_connect_object (action, "change-state", G_CALLBACK (person_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect_object (fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF), "items-changed",
                           G_CALLBACK (choose_me), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->team, "notify::person", G_CALLBACK (show_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->team, "person-wanted", G_CALLBACK (person_wanted_cb), self, G_CONNECT_SWAPPED);
  choose_me (self);
  gtk_menu_button_set_create_popup_func (self->person_button, popup_cb, self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->person_button), TRUE);
  restore_person (self);
  show_person (self);
}

gboolean
fact_window_ask_who_first (FactWindow *self,
                           GAction    *action,
                           GVariant   *parameter)
{
  if (fact_team_get_person (self->team) || fact_team_is_read_only (self->team) || !has_people (self))
    return FALSE;

  fact_window_forget_wanted (self);
  self->wanted_action = g_strdup (g_action_get_name (action));
  self->wanted_parameter = parameter ? g_variant_ref (parameter) : NULL;
  ask (self, _(QUESTION_FIRST));
  return TRUE;
}

void
fact_window_forget_wanted (FactWindow *self)
{
  g_clear_pointer (&self->wanted_action, g_free);
  g_clear_pointer (&self->wanted_parameter, g_variant_unref);
}
