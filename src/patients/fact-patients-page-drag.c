/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */


/* What a hand does to a line of the list: the context menu, and the drag onto the board. */
#include "fact-patients-page-private.h"

#include <glib/gi18n.h>

static void
append_history (GMenu           *menu,
                FactPatientView *view)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("History"), NULL);

  g_menu_item_set_action_and_target (item, "win.patient-history", "s", fact_patient_view_get_uid (view));
  g_menu_append_item (menu, item);
}

void
fact_patients_page_show_menu (FactPatientsPage *self,
                              double            x,
                              double            y)
{
  FactPatientView *view = fact_patients_page_get_chosen (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!view)
    return;
  g_menu_append (menu, _("Edit Patient…"), "patients.open");
  if (fact_patient_view_get_on_board (view))
    g_menu_append (menu, _("Take off the board…"), "patients.take-off");
  else
    g_menu_append (menu, _("Put on the board…"), "patients.put-on");
  append_history (menu, view);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick  *gesture,
            int               n_press,
            double            x,
            double            y,
            FactPatientsPage *self)
{
  FactPatientView *view = fact_patients_page_find_at (self, x, y);
  graphene_point_t point;

  if (!view || !fact_patients_page_select (self, fact_patient_view_get_uid (view)) ||
      !gtk_widget_compute_point (self->list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fact_patients_page_show_menu (self, point.x, point.y);
}

static GdkContentProvider *
prepare_cb (GtkDragSource    *source,
            double            x,
            double            y,
            FactPatientsPage *self)
{
  FactPatientView *view = fact_patients_page_find_at (self, x, y);

  if (!view || fact_patient_view_get_on_board (view) || fact_team_is_read_only (self->team))
    return NULL;
  g_object_set_data_full (G_OBJECT (source), "fact-code", g_strdup (fact_patient_view_get_code (view)), g_free);

  return gdk_content_provider_new_typed (FACT_TYPE_PATIENT_VIEW, view);
}

static void
drag_begin_cb (GtkDragSource    *source,
               GdkDrag          *drag,
               FactPatientsPage *self)
{
  const char *code = g_object_get_data (G_OBJECT (source), "fact-code");
  GtkWidget *icon = gtk_label_new (code);
  /* Translators: what is dragged, over a place that does not take it: "Dragging CSA" */
  g_autofree char *text = g_strdup_printf (_("Dragging %s"), code);

  gtk_widget_add_css_class (icon, "drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
  gtk_label_set_label (GTK_LABEL (self->dragging), text);
}

static void
drag_end_cb (GtkDragSource    *source,
             GdkDrag          *drag,
             gboolean          delete_data,
             FactPatientsPage *self)
{
  gtk_label_set_label (GTK_LABEL (self->dragging), "");
}

void
fact_patients_page_init_drag (FactPatientsPage *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (source));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}
