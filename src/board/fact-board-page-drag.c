/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One drag source and one drop target for the whole page: what is dragged is the view of a row, of a contact, or a
 * signature; what it is dropped on is worked out from the place. A drop only issues the action a key would. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"
#include "fact-board-style.h"
#include "fact-patient-view.h"
#include "fact-record.h"
#include "fact-toast-area.h"

#include <glib/gi18n.h>

#define WEEK_DELAY_MS 700

static gboolean
point_in (FactBoardPage    *self,
          GtkWidget        *child,
          double            x,
          double            y,
          graphene_point_t *point)
{
  return gtk_widget_get_mapped (child) &&
         gtk_widget_compute_point (GTK_WIDGET (self), child, &GRAPHENE_POINT_INIT (x, y), point) &&
         gtk_widget_contains (child, point->x, point->y);
}

/* In the reader's language, what is dragged. Returns: (transfer full). */
static char *
name_payload (GObject *payload)
{
  if (FACT_IS_BOARD_ROW (payload))
    return g_strdup (fact_board_row_get_code (FACT_BOARD_ROW (payload)));
  if (FACT_IS_PATIENT_VIEW (payload))
    return g_strdup (fact_patient_view_get_code (FACT_PATIENT_VIEW (payload)));
  if (FACT_IS_CONTACT_VIEW (payload))
    return fact_contact_view_get_typed (FACT_CONTACT_VIEW (payload));

  return g_strdup (fact_staff_get_signature (FACT_STAFF (payload)));
}

/* The same names as of the cells and buttons themselves. */
static char *
name_place (const FactDropPlace *place)
{
  if (place->choice == FACT_TRIAGE_CHOICE_OFF)
    return g_strdup (_("Off the board"));
  if (place->choice == FACT_TRIAGE_CHOICE_TRIAGE)
    return g_strdup (fact_triage_get_label (place->triage));
  if (place->staff)
    return g_strdup (fact_staff_get_signature (place->staff));
  if (place->spot.contact)
    return fact_contact_view_get_spoken_name (place->spot.contact);
  if (place->spot.day > 0) {
    g_autofree char *date = fact_day_format_long (place->spot.day);

    return g_strdup_printf ("%s, %s", fact_board_row_get_code (place->spot.row), date);
  }

  return place->spot.triage ? g_strdup (fact_triage_get_label (place->spot.triage)) : NULL;
}

static GObject *
get_payload (FactBoardPage *self)
{
  const GValue *value = gtk_drop_target_get_value (self->target);

  return value && G_VALUE_HOLDS_OBJECT (value) ? g_value_get_object (value) : self->payload;
}

/* Tells everyone, also those who do not see the pointer, what is being dragged and where it would go. */
static void
tell (FactBoardPage       *self,
      const FactDropPlace *place)
{
  GObject *payload = get_payload (self);
  g_autofree char *what = payload ? name_payload (payload) : NULL;
  g_autofree char *where = place && place->allowed ? name_place (place) : NULL;
  g_autofree char *text = NULL;

  if (what && where)
    /* Translators: what is dragged, then the place it would be dropped on: "Dragging CSA to NN-89, Friday 17 May" */
    text = g_strdup_printf (_("Dragging %s to %s"), what, where);
  else if (what)
    /* Translators: what is dragged, over a place that does not take it: "Dragging CSA" */
    text = g_strdup_printf (_("Dragging %s"), what);
  gtk_label_set_label (GTK_LABEL (self->dragging), text ? text : "");
}

static gboolean
row_goes (FactBoardRow        *row,
          const FactDropPlace *place)
{
  FactTriage *triage = place->choice == FACT_TRIAGE_CHOICE_TRIAGE ? place->triage : place->spot.triage;

  return place->choice == FACT_TRIAGE_CHOICE_OFF || (triage && triage != fact_board_row_get_triage (row));
}

static gboolean
contact_goes (FactContactView     *contact,
              const FactDropPlace *place,
              gboolean             copy)
{
  gboolean same_row;

  if (!place->spot.row || place->spot.day == 0 || fact_board_row_is_masked (place->spot.row))
    return FALSE;

  same_row = g_str_equal (fact_board_row_get_patient_uid (place->spot.row), fact_contact_view_get_patient_uid (contact));
  if (same_row && place->spot.day == fact_contact_view_get_date (contact))
    return FALSE;

  return same_row || copy || fact_contact_view_get_status (contact) == FACT_CONTACT_PLANNED;
}

static gboolean
staff_goes (FactStaff           *staff,
            const FactDropPlace *place)
{
  if (place->staff)
    return place->staff != staff;
  if (!place->spot.row || place->spot.day == 0 || fact_board_row_is_masked (place->spot.row))
    return FALSE;

  return !place->spot.contact || !g_ptr_array_find (fact_contact_view_get_who (place->spot.contact), staff, NULL);
}

/* Between the sections, too: the triage is the default one then. */
static gboolean
patient_goes (FactBoardPage *self,
              double         x,
              double         y)
{
  graphene_point_t point;

  return point_in (self, self->grid, x, y, &point);
}

static void
find_place (FactBoardPage *self,
            GObject       *payload,
            double         x,
            double         y,
            gboolean       copy,
            FactDropPlace *place)
{
  graphene_point_t point;

  *place = (FactDropPlace) { .choice = FACT_TRIAGE_CHOICE_NONE };
  fact_board_grid_locate (FACT_BOARD_GRID (self->grid), -1, -1, &place->spot);
  if (point_in (self, self->triage_bar, x, y, &point)) {
    place->choice = fact_triage_bar_find (FACT_TRIAGE_BAR (self->triage_bar), point.x, point.y, &place->triage);
    if (place->choice == FACT_TRIAGE_CHOICE_NONE)
      return;
  } else if (point_in (self, self->week_bar, x, y, &point))
    place->week = fact_week_bar_find (FACT_WEEK_BAR (self->week_bar), point.x, point.y);
  else if (point_in (self, self->strip, x, y, &point))
    place->staff = fact_staff_strip_find (FACT_STAFF_STRIP (self->strip), point.x, point.y);
  else if (point_in (self, self->grid, x, y, &point))
    fact_board_grid_locate (FACT_BOARD_GRID (self->grid), point.x, point.y, &place->spot);

  /* A row goes to a section, whatever stands at the place. */
  if (FACT_IS_BOARD_ROW (payload) || FACT_IS_PATIENT_VIEW (payload)) {
    place->spot.row = NULL;
    place->spot.contact = NULL;
    place->spot.day = 0;
  }
  if (fact_team_is_read_only (self->team))
    return;
  if (FACT_IS_BOARD_ROW (payload))
    place->allowed = row_goes (FACT_BOARD_ROW (payload), place);
  else if (FACT_IS_CONTACT_VIEW (payload))
    place->allowed = contact_goes (FACT_CONTACT_VIEW (payload), place, copy);
  else if (FACT_IS_PATIENT_VIEW (payload))
    place->allowed = !fact_patient_view_get_on_board (FACT_PATIENT_VIEW (payload)) && patient_goes (self, x, y);
  else if (FACT_IS_STAFF (payload))
    place->allowed = staff_goes (FACT_STAFF (payload), place);
}

static void
show_place (FactBoardPage       *self,
            GObject             *payload,
            const FactDropPlace *place)
{
  gboolean allowed = place && place->allowed;
  FactBoardSpot spot;

  fact_triage_bar_set_target (FACT_TRIAGE_BAR (self->triage_bar), allowed ? place->choice : FACT_TRIAGE_CHOICE_NONE,
                              allowed ? place->triage : NULL);
  fact_staff_strip_set_target (FACT_STAFF_STRIP (self->strip), allowed ? place->staff : NULL);
  if (allowed) {
    spot = place->spot;
    /* A contact goes to a day, whatever stands there. */
    if (!FACT_IS_STAFF (payload))
      spot.contact = NULL;
  }
  fact_board_grid_set_target (FACT_BOARD_GRID (self->grid), allowed ? &spot : NULL);
}

static gboolean
turn_week_cb (gpointer data)
{
  FactBoardPage *self = data;

  self->week_timeout = 0;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), self->week_step < 0 ? "week-previous" : "week-next", NULL);

  return G_SOURCE_REMOVE;
}

static void
hover_week (FactBoardPage *self,
            int            step)
{
  if (step == self->week_step)
    return;

  g_clear_handle_id (&self->week_timeout, g_source_remove);
  self->week_step = step;
  if (step != 0)
    self->week_timeout = g_timeout_add (WEEK_DELAY_MS, turn_week_cb, self);
}

/* Ctrl on the way makes it a copy; what comes to the target is the one action that is meant then. */
static gboolean
is_copy (FactBoardPage *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (self->target);

  return drop && !(gdk_drop_get_actions (drop) & GDK_ACTION_MOVE);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           FactBoardPage *self)
{
  GObject *payload = get_payload (self);
  gboolean copy = is_copy (self);
  graphene_point_t point;
  FactDropPlace place;

  if (!payload)
    return 0;
  find_place (self, payload, x, y, copy, &place);
  show_place (self, payload, &place);
  hover_week (self, place.week);
  tell (self, &place);
  if (place.choice == FACT_TRIAGE_CHOICE_NONE && point_in (self, self->grid, x, y, &point))
    fact_board_grid_drag_scroll (FACT_BOARD_GRID (self->grid), point.x, point.y);
  else
    fact_board_grid_end_scroll (FACT_BOARD_GRID (self->grid));

  /* Nothing forbids a place but this. */
  if (!place.allowed)
    return 0;

  return copy ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
drop_row (FactBoardPage       *self,
          FactBoardRow        *row,
          const FactDropPlace *place)
{
  FactTriage *triage = place->choice == FACT_TRIAGE_CHOICE_TRIAGE ? place->triage : place->spot.triage;
  const char *uid = fact_board_row_get_stay_uid (row);

  if (place->choice == FACT_TRIAGE_CHOICE_OFF)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.take-off", "s", uid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "board.set-triage", "(ss)", uid,
                                fact_record_get_uid (FACT_RECORD (triage)));
}

static void
drop_staff (FactBoardPage       *self,
            FactStaff           *staff,
            const FactDropPlace *place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *uid = fact_record_get_uid (FACT_RECORD (staff));

  if (place->staff)
    gtk_widget_activate_action (widget, "board.hand-over", "(ss)", uid, fact_record_get_uid (FACT_RECORD (place->staff)));
  else if (place->spot.contact)
    gtk_widget_activate_action (widget, "board.join-contact", "(ss)", fact_contact_view_get_uid (place->spot.contact), uid);
  else
    gtk_widget_activate_action (widget, "board.plan-contact", "(sus)", fact_board_row_get_stay_uid (place->spot.row),
                                place->spot.day, uid);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         FactBoardPage *self)
{
  GObject *payload = g_value_get_object (value);
  gboolean copy = is_copy (self);
  FactDropPlace place;

  if (!payload)
    return FALSE;
  find_place (self, payload, x, y, copy, &place);
  if (!place.allowed)
    return FALSE;

  fact_board_grid_hold_view (FACT_BOARD_GRID (self->grid), TRUE);
  if (FACT_IS_BOARD_ROW (payload))
    drop_row (self, FACT_BOARD_ROW (payload), &place);
  else if (FACT_IS_PATIENT_VIEW (payload))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.put-on-now", "(ss)",
                                fact_patient_view_get_uid (FACT_PATIENT_VIEW (payload)),
                                place.spot.triage ? fact_record_get_uid (FACT_RECORD (place.spot.triage)) : "");
  else if (FACT_IS_CONTACT_VIEW (payload))
    gtk_widget_activate_action (GTK_WIDGET (self), "board.move-contact", "(ssub)",
                                fact_contact_view_get_uid (FACT_CONTACT_VIEW (payload)),
                                fact_board_row_get_stay_uid (place.spot.row), place.spot.day, copy);
  else
    drop_staff (self, FACT_STAFF (payload), &place);

  return TRUE;
}

/* After a drop X11 sends no leave: this is where a drag ends in any case. */
static void
current_drop_cb (FactBoardPage *self)
{
  if (gtk_drop_target_get_current_drop (self->target))
    return;

  show_place (self, NULL, NULL);
  hover_week (self, 0);
  fact_board_grid_end_scroll (FACT_BOARD_GRID (self->grid));
  tell (self, NULL);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            FactBoardPage *self)
{
  graphene_point_t point;
  FactBoardSpot spot;
  gpointer payload = NULL;

  /* Drawing over text that is being written marks it. */
  if (fact_board_grid_is_editing (FACT_BOARD_GRID (self->grid)))
    return NULL;
  if (point_in (self, self->strip, x, y, &point)) {
    payload = fact_staff_strip_find (FACT_STAFF_STRIP (self->strip), point.x, point.y);
  } else if (point_in (self, self->grid, x, y, &point)) {
    fact_board_grid_locate (FACT_BOARD_GRID (self->grid), point.x, point.y, &spot);
    if (spot.row && !fact_board_row_is_masked (spot.row))
      payload = spot.contact ? (gpointer) spot.contact : (gpointer) spot.row;
  }
  g_set_object (&self->payload, payload);
  if (!payload || fact_team_is_read_only (self->team))
    return NULL;

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (payload), payload);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               FactBoardPage *self)
{
  g_autofree char *name = name_payload (self->payload);
  GtkWidget *icon = gtk_label_new (name);

  /* It would stand over the places at the bottom, and a drag that comes upon it is never told where it is again. */
  fact_toast_dismiss (GTK_WIDGET (self));
  gtk_widget_add_css_class (icon, "drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
  if (FACT_IS_BOARD_ROW (self->payload)) {
    FactTriage *triage = fact_board_row_get_triage (FACT_BOARD_ROW (self->payload));

    fact_board_style_set_color (icon, triage ? fact_triage_get_color (triage) : FACT_COLOR_GREY);
    fact_board_grid_set_dragged (FACT_BOARD_GRID (self->grid), FACT_BOARD_ROW (self->payload));
    gtk_widget_set_visible (self->triage_bar, TRUE);
  }
  tell (self, NULL);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             FactBoardPage *self)
{
  fact_board_page_end_drag (self);
}

void
fact_board_page_end_drag (FactBoardPage *self)
{
  g_clear_object (&self->payload);
  gtk_widget_set_visible (self->triage_bar, FALSE);
  fact_board_grid_set_dragged (FACT_BOARD_GRID (self->grid), NULL);
  fact_board_grid_end_scroll (FACT_BOARD_GRID (self->grid));
  show_place (self, NULL, NULL);
  hover_week (self, 0);
  tell (self, NULL);
}

void
fact_board_page_init_drag (FactBoardPage *self)
{
  GType types[] = { FACT_TYPE_BOARD_ROW, FACT_TYPE_CONTACT_VIEW, FACT_TYPE_STAFF, FACT_TYPE_PATIENT_VIEW };
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  self->target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (self->target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (self->target, TRUE);
  g_signal_connect (self->target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect_object (self->target, "notify::current-drop", G_CALLBACK (current_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->target));
}
