/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-field.h"

#include "fact-form.h"
#include "fact-vocabulary.h"

#include <string.h>

#define TEXT_LINES_HEIGHT 64
#define RECORDS "fact-records"

GtkWidget *
fact_field_new_with_problem (GtkWidget  *child,
                             GtkWidget **problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0,
                           "visible", FALSE, "margin-start", 12, NULL);
  gtk_widget_add_css_class (*problem, "error");
  gtk_box_append (GTK_BOX (box), child);
  gtk_box_append (GTK_BOX (box), *problem);

  return box;
}

void
fact_field_set_problem (GtkWidget  *problem,
                        GtkWidget  *field,
                        const char *text)
{
  gtk_label_set_label (GTK_LABEL (problem), text ? text : "");
  gtk_widget_set_visible (problem, text != NULL);
  if (text)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               text ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What has the focus in an entry row is the text inside it: that is what a screen reader asks for a name. */
static void
name_inside (GtkWidget  *widget,
             const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_TEXT (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    name_inside (child, name);
  }
}

GtkWidget *
fact_field_new_entry (const char *title,
                      const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_inside (row, title);

  return row;
}

static gboolean
text_pressed_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 gpointer               data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  if (state & (GDK_ALT_MASK | GDK_SHIFT_MASK))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "\n", 1);
  else
    gtk_widget_activate_action (view, "form.go-on", NULL);

  return TRUE;
}

GtkWidget *
fact_field_new_text (const char  *title,
                     GtkWidget  **view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (*view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (text_pressed_cb), NULL);
  gtk_widget_add_controller (*view, keys);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_LINES_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 3 * TEXT_LINES_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

char *
fact_field_get_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
fact_field_set_text (GtkWidget  *view,
                     const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text ? text : "", -1);
}

gboolean
fact_field_is_at_work (gpointer staff,
                       gpointer clock)
{
  return fact_staff_is_active (staff, fact_clock_get_today (clock));
}

static void
records_free (gpointer records)
{
  g_ptr_array_unref (records);
}

GtkWidget *
fact_field_new_choice (const char      *title,
                       GListModel      *vocabulary,
                       const char      *none,
                       gpointer         selected,
                       FactFieldFilter  filter,
                       gpointer         data)
{
  GtkWidget *row = adw_combo_row_new ();
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n_none = none ? 1 : 0;
  guint i;

  if (none)
    gtk_string_list_append (labels, none);
  for (i = 0; i < g_list_model_get_n_items (vocabulary); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (vocabulary, i);

    if (filter && record != selected && !filter (record, data))
      continue;
    gtk_string_list_append (labels, fact_vocabulary_get_label (record));
    g_ptr_array_add (records, g_steal_pointer (&record));
  }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  if (selected && g_ptr_array_find (records, selected, &i))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), n_none + i);
  g_object_set_data (G_OBJECT (row), "fact-none", GUINT_TO_POINTER (n_none));
  g_object_set_data_full (G_OBJECT (row), RECORDS, records, records_free);

  return row;
}

gpointer
fact_field_get_choice (GtkWidget *field)
{
  GPtrArray *records = g_object_get_data (G_OBJECT (field), RECORDS);
  guint n_none = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "fact-none"));
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (field));

  if (selected == GTK_INVALID_LIST_POSITION || selected < n_none || selected - n_none >= records->len)
    return NULL;
  return records->pdata[selected - n_none];
}

void
fact_field_set_choice (GtkWidget *field,
                       gpointer   record)
{
  GPtrArray *records = g_object_get_data (G_OBJECT (field), RECORDS);
  guint n_none = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "fact-none"));
  guint i;

  if (record && g_ptr_array_find (records, record, &i))
    adw_combo_row_set_selected (ADW_COMBO_ROW (field), n_none + i);
  else
    adw_combo_row_set_selected (ADW_COMBO_ROW (field), 0);
}
