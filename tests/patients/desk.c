/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include <string.h>

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  Desk *desk = data;

  g_string_append_printf (desk->asked, "%s%s%s\n", g_action_get_name (G_ACTION (action)), parameter ? " " : "",
                          parameter ? g_variant_get_string (parameter, NULL) : "");
}

static const GActionEntry actions[] = {
  { .name = "put-on", .activate = asked_cb, .parameter_type = "s" },
  { .name = "take-off", .activate = asked_cb, .parameter_type = "s" },
  { .name = "open-patient", .activate = asked_cb, .parameter_type = "s" },
  { .name = "new-patient", .activate = asked_cb },
};

void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  desk->fixture = team_fixture_new ();
  desk->team = desk->fixture->team;
  desk->asked = g_string_new (NULL);
}

void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  if (desk->window)
    gtk_window_destroy (GTK_WINDOW (desk->window));
  team_fixture_free (desk->fixture);
  g_string_free (desk->asked, TRUE);
  g_free (desk->done);
}

static void
present (Desk *desk)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), desk);
  gtk_widget_insert_action_group (desk->window, "win", G_ACTION_GROUP (group));
  g_object_add_weak_pointer (G_OBJECT (desk->window), (gpointer *) &desk->window);
  gtk_window_present (GTK_WINDOW (desk->window));
  desk_settle (desk);
}

void
desk_show (Desk      *desk,
           GtkWidget *child)
{
  desk->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (desk->window), child);
  present (desk);
}

static void
done_cb (FactForm   *form,
         const char *text,
         Desk       *desk)
{
  g_assert_null (desk->done);
  desk->done = g_strdup (text);
}

void
desk_show_form (Desk      *desk,
                GtkWindow *form)
{
  g_clear_pointer (&desk->done, g_free);
  desk->window = GTK_WIDGET (form);
  g_signal_connect (form, "done", G_CALLBACK (done_cb), desk);
  present (desk);
}

static void
painted_cb (GdkFrameClock *clock,
            guint         *n)
{
  (*n)++;
}

void
desk_settle (Desk *desk)
{
  GdkFrameClock *clock = desk->window ? gtk_widget_get_frame_clock (desk->window) : NULL;
  gulong handler;
  guint n = 0;

  team_fixture_settle (desk->fixture);
  if (!clock || !desk->window)
    return;
  g_object_ref (clock);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);
  while (n < 2 && desk->window) {
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    g_main_context_iteration (NULL, TRUE);
  }
  g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
}

FactPatients *
desk_load (Desk *desk)
{
  FactPatients *patients = fact_team_get_patients (desk->team);

  for (gboolean complete = FALSE; !complete; g_object_get (desk->team, "complete", &complete, NULL))
    g_main_context_iteration (NULL, FALSE);

  return patients;
}

void
desk_commit (Desk       *desk,
             FactChange *change)
{
  team_fixture_commit (desk->fixture, change);
}

const char *
desk_add (Desk       *desk,
          const char *code,
          const char *municipality,
          const char *care_contact)
{
  FactPatientFields fields = { .code = code };
  g_autoptr (GError) error = NULL;
  FactChange *change;

  if (municipality)
    fields.municipality = team_fixture_find_word (desk->fixture, FACT_TYPE_ORGANISATION, municipality);
  if (care_contact)
    fields.care_contact = team_fixture_find_word (desk->fixture, FACT_TYPE_STAFF, care_contact);
  change = fact_team_add_patient (desk->team, &fields, &error);
  g_assert_no_error (error);
  desk_commit (desk, change);

  return desk_find (desk, code);
}

const char *
desk_find (Desk       *desk,
           const char *code)
{
  const char *uid = fact_team_find_patient (desk->team, code);

  g_assert_nonnull (uid);

  return uid;
}

char *
desk_take_asked (Desk *desk)
{
  char *asked = g_strdup (desk->asked->str);

  g_string_truncate (desk->asked, 0);

  return asked;
}

/* What a person would call the widget. */
static const char *
get_name (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  return gtk_widget_get_tooltip_text (widget);
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  g_autofree char *wrong = NULL;

  if (!name || g_strcmp0 (get_name (widget), name) == 0)
    return TRUE;
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return !wrong;
}

gpointer
desk_seek (GtkWidget  *widget,
           GType       type,
           const char *name)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && is_named (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    gpointer found = desk_seek (child, type, name);

    if (found)
      return found;
  }

  return NULL;
}

gpointer
desk_get (Desk       *desk,
          GType       type,
          const char *name)
{
  gpointer found = desk_seek (desk->window, type, name);

  if (!found)
    g_error ("no %s \"%s\"", g_type_name (type), name);

  return found;
}

void
desk_type (Desk       *desk,
           const char *field,
           const char *text)
{
  GtkWidget *view = desk_seek (desk->window, GTK_TYPE_TEXT_VIEW, field);

  if (view)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (desk_get (desk, ADW_TYPE_ENTRY_ROW, field)), text);
  desk_settle (desk);
}

void
desk_choose (Desk       *desk,
             const char *field,
             const char *words)
{
  GtkWidget *row = desk_seek (desk->window, ADW_TYPE_COMBO_ROW, field);
  GtkWidget *choice = row ? row : desk_get (desk, GTK_TYPE_DROP_DOWN, field);
  g_autoptr (GListModel) lines = NULL;

  g_object_get (choice, "model", &lines, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (GtkStringObject) line = g_list_model_get_item (lines, i);

    if (g_str_equal (gtk_string_object_get_string (line), words)) {
      g_object_set (choice, "selected", i, NULL);
      desk_settle (desk);
      return;
    }
  }
  g_error ("%s: no %s", field, words);
}

const char *
desk_get_choice (Desk       *desk,
                 const char *field)
{
  AdwComboRow *row = desk_get (desk, ADW_TYPE_COMBO_ROW, field);

  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

void
desk_tick (Desk       *desk,
           const char *check)
{
  gtk_check_button_set_active (desk_get (desk, GTK_TYPE_CHECK_BUTTON, check), TRUE);
  desk_settle (desk);
}

void
desk_press (Desk       *desk,
            const char *button)
{
  g_signal_emit_by_name (desk_get (desk, GTK_TYPE_BUTTON, button), "clicked");
  desk_settle (desk);
}

void
desk_go_on (Desk *desk)
{
  fact_form_go_on (FACT_FORM (desk->window));
  desk_settle (desk);
}

void
desk_assert_done (Desk       *desk,
                  const char *text)
{
  g_assert_cmpstr (desk->done, ==, text);
  g_assert_null (desk->window);
}

void
desk_assert_wrong (Desk       *desk,
                   const char *field,
                   const char *text)
{
  GtkWidget *label;

  g_assert_null (desk->done);
  g_assert_nonnull (desk->window);
  label = desk_get (desk, GTK_TYPE_LABEL, text);
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_ALERT);
  if (field) {
    GtkWidget *widget = desk_get (desk, GTK_TYPE_LIST_BOX_ROW, field);
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (desk->window));

    g_assert_true (gtk_widget_has_css_class (widget, "error"));
    g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
  }
}
