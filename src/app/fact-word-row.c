/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-row.h"

#include <glib/gi18n.h>

#include "fact-board-style.h"
#include "fact-triage.h"

#define UID "fact-uid"

/* --- dragging it to another place */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
show_drop (GtkWidget *row,
           gboolean   before,
           gboolean   after)
{
  if (before)
    gtk_widget_add_css_class (row, "fact-drop-before");
  else
    gtk_widget_remove_css_class (row, "fact-drop-before");
  if (after)
    gtk_widget_add_css_class (row, "fact-drop-after");
  else
    gtk_widget_remove_css_class (row, "fact-drop-after");
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           GtkWidget     *row)
{
  gboolean before = y < gtk_widget_get_height (row) / 2.0;

  show_drop (row, before, !before);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          GtkWidget     *row)
{
  show_drop (row, FALSE, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *row)
{
  GtkWidget *dragged = g_value_get_object (value);
  guint place;

  show_drop (row, FALSE, FALSE);
  /* A person does not become a function by being dropped there. */
  if (!dragged || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (row))
    return FALSE;
  place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + (y >= gtk_widget_get_height (row) / 2.0);

  return gtk_widget_activate_action (row, "word.move-to", "(su)", (const char *) g_object_get_data (G_OBJECT (dragged), UID), place);
}

static void
add_drag (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), row, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* --- what it is made of */

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *uid)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uid);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (FactRecord *record,
                  FactWords   words)
{
  const char *uid = fact_record_get_uid (record);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the button of a row's menu; %s is what the row is called */
  g_autofree char *name = g_strdup_printf (_("Menu of %s"), fact_word_get_label (record));

  append_item (menu, _("_Edit…"), "word.edit", uid);
  append_item (menu, _("Move _Up"), "word.move-up", uid);
  append_item (menu, _("Move _Down"), "word.move-down", uid);
  if (words == FACT_WORDS_PEOPLE)
    append_item (menu, _("_Leaves the Team…"), "word.end", uid);
  append_item (menu, _("_Remove"), "word.remove", uid);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
make_swatch (FactTriage *triage)
{
  GtkWidget *swatch = gtk_image_new_from_icon_name (fact_board_style_get_mark (fact_triage_get_color (triage)));

  gtk_widget_add_css_class (swatch, "fact-swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  fact_board_style_set_color (swatch, fact_triage_get_color (triage));

  return swatch;
}

GtkWidget *
fact_word_row_new (FactRecord *record,
                   FactWords   words,
                   gboolean    writable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = fact_word_describe (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact_word_get_label (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), UID, g_strdup (fact_record_get_uid (record)), g_free);
  if (FACT_IS_TRIAGE (record))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_swatch (FACT_TRIAGE (record)));
  if (!writable)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (record, words));
  add_drag (row);

  return row;
}

const char *
fact_word_row_get_uid (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), UID);
}
