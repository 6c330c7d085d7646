/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus is a cell of a stay and, in a day, one of its chips: it stays with them when the board changes. */
#include "fact-board-grid-private.h"

gboolean
fact_board_grid_has_focus (FactBoardGrid *self)
{
  return gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus_controller));
}

static GPtrArray *
contacts_of (FactBoardRow *row,
             guint         column)
{
  return fact_board_column_is_day (column) ? fact_board_row_get_day (row, column - FACT_BOARD_COLUMN_MONDAY) : NULL;
}

static gboolean
find_contact_in_row (FactBoardRow *row,
                     const char   *uid,
                     guint        *column)
{
  for (guint i = FACT_BOARD_COLUMN_MONDAY; i < FACT_BOARD_N_COLUMNS; i++) {
    GPtrArray *contacts = contacts_of (row, i);

    for (guint j = 0; j < contacts->len; j++)
      if (g_strcmp0 (fact_contact_view_get_uid (g_ptr_array_index (contacts, j)), uid) == 0) {
        *column = i;
        return TRUE;
      }
  }

  return FALSE;
}

/* The chip may have moved to another day or, with its patient, to another row. */
static void
settle_contact (FactBoardGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->board));
  guint column;

  if (!self->focus_contact)
    return;
  if (find_contact_in_row (self->focus_row, self->focus_contact, &column)) {
    self->scroll_pending |= column != self->focus_column;
    self->grab_pending |= column != self->focus_column && fact_board_grid_has_focus (self);
    self->focus_column = column;
    return;
  }
  for (guint i = 0; i < n; i++) {
    FactBoardRow *row = fact_board_get_row (self->board, i);

    if (!find_contact_in_row (row, self->focus_contact, &column))
      continue;
    self->grab_pending |= fact_board_grid_has_focus (self);
    fact_board_grid_forget_height (self, self->focus_row);
    g_set_object (&self->focus_row, row);
    fact_board_grid_forget_height (self, row);
    self->focus_column = column;
    return;
  }
  g_clear_pointer (&self->focus_contact, g_free);
}

void
fact_board_grid_settle_focus (FactBoardGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->board));
  guint position;

  if (!self->focus_row)
    return;
  if (n == 0) {
    g_clear_object (&self->focus_row);
    return;
  }
  if (!fact_board_find (self->board, fact_board_row_get_stay_uid (self->focus_row), &position)) {
    /* Gone: the row that stands in its place now. */
    position = MIN (self->focus_position, n - 1);
    g_clear_pointer (&self->focus_contact, g_free);
    self->grab_pending |= fact_board_grid_has_focus (self);
  }
  if (fact_board_get_row (self->board, position) != self->focus_row) {
    g_set_object (&self->focus_row, fact_board_get_row (self->board, position));
    self->known->data[position] = FALSE;
  }
  settle_contact (self);
  if (fact_board_find (self->board, fact_board_row_get_stay_uid (self->focus_row), &position) &&
      position != self->focus_position) {
    self->focus_position = position;
    self->scroll_pending |= fact_board_grid_has_focus (self);
  }
}

void
fact_board_grid_show_focus (FactBoardGrid *self)
{
  self->scroll_pending = self->grab_pending = TRUE;
  fact_board_grid_sync (self);
  fact_board_grid_queue_sync (self);
}

void
fact_board_grid_apply_focus (FactBoardGrid *self)
{
  GtkWidget *widget;

  if (!self->focus_row || self->editor) {
    self->grab_pending = FALSE;
    return;
  }
  widget = fact_board_grid_find_widget (self, fact_board_row_get_stay_uid (self->focus_row), self->focus_column,
                                        self->focus_contact);
  self->grab_pending = widget == NULL;
  if (widget)
    gtk_widget_grab_focus (widget);
}

void
fact_board_grid_move_focus (FactBoardGrid *self,
                            guint          position,
                            guint          column,
                            const char    *contact_uid)
{
  FactBoardRow *row = fact_board_get_row (self->board, position);

  if (!row)
    return;
  if (row != self->focus_row) {
    fact_board_grid_forget_height (self, self->focus_row);
    fact_board_grid_forget_height (self, row);
    g_set_object (&self->focus_row, row);
  }
  if (contact_uid != self->focus_contact) {
    g_free (self->focus_contact);
    self->focus_contact = g_strdup (contact_uid);
  }
  self->focus_column = column;
  self->focus_position = position;
  fact_board_grid_show_focus (self);
}

void
fact_board_grid_set_focus (FactBoardGrid *self,
                           const char    *stay_uid,
                           guint          column,
                           const char    *contact_uid)
{
  guint position;

  g_return_if_fail (FACT_IS_BOARD_GRID (self));
  g_return_if_fail (column < FACT_BOARD_N_COLUMNS);

  if (fact_board_find (self->board, stay_uid, &position))
    fact_board_grid_move_focus (self, position, column, contact_uid);
}

void
fact_board_grid_hold_view (FactBoardGrid *self,
                           gboolean       hold)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  self->holds_view = hold;
}

gboolean
fact_board_grid_get_focus (FactBoardGrid *self,
                           FactBoardSpot *spot)
{
  GPtrArray *contacts;
  FactBoardSpan span;

  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), FALSE);

  *spot = (FactBoardSpot) { { FACT_BOARD_PLACE_NONE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE } };
  /* Before the frame, too, in which the grid follows the board. */
  if (self->board)
    fact_board_grid_settle_focus (self);
  if (!self->focus_row || !fact_board_find (self->board, fact_board_row_get_stay_uid (self->focus_row), &spot->place.row))
    return FALSE;

  spot->place.kind = FACT_BOARD_PLACE_ROW;
  spot->place.column = self->focus_column;
  spot->place.section = fact_board_get_section_at (self->board, spot->place.row);
  spot->triage = fact_board_get_section (self->board, spot->place.section, &span);
  spot->row = self->focus_row;
  contacts = contacts_of (self->focus_row, self->focus_column);
  if (!contacts)
    return TRUE;

  spot->day = self->setting.week + self->focus_column - FACT_BOARD_COLUMN_MONDAY;
  for (guint i = 0; i < contacts->len && self->focus_contact; i++)
    if (g_str_equal (fact_contact_view_get_uid (g_ptr_array_index (contacts, i)), self->focus_contact))
      spot->contact = g_ptr_array_index (contacts, i);

  return TRUE;
}

void
fact_board_grid_get_focus_area (FactBoardGrid *self,
                                GdkRectangle  *area)
{
  GtkWidget *widget;
  graphene_rect_t bounds;

  *area = (GdkRectangle) { 0, 0, 1, 1 };
  if (!self->focus_row)
    return;
  widget = fact_board_grid_find_widget (self, fact_board_row_get_stay_uid (self->focus_row), self->focus_column,
                                        self->focus_contact);
  if (widget && gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    *area = (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
}

static gboolean
is_in_editor (FactBoardGrid *self,
              double         x,
              double         y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return self->editor && hit && (hit == self->editor || gtk_widget_is_ancestor (hit, self->editor));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            FactBoardGrid   *self)
{
  if (is_in_editor (self, x, y))
    return;

  fact_board_grid_end_edit (self, TRUE);
  /* The rows may have moved since the first click: it is the cell of that one that is meant. */
  if (n_press == 2 && gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    fact_board_grid_begin_edit (self, FALSE, NULL, NULL);
}

/* The row that gets the focus shows all its text and others move: not before the button is up, or a drag would take
 * hold of something else than was pressed. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             FactBoardGrid   *self)
{
  FactBoardSpot spot;

  if (n_press > 1 || is_in_editor (self, x, y))
    return;
  self->holds_view = FALSE;
  fact_board_grid_locate (self, x, y, &spot);
  if (spot.row && spot.place.column != FACT_BOARD_NOWHERE)
    fact_board_grid_move_focus (self, spot.place.row, spot.place.column,
                                spot.contact ? fact_contact_view_get_uid (spot.contact) : NULL);
}

void
fact_board_grid_init_focus (FactBoardGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->focus_column = FACT_BOARD_COLUMN_PATIENT;
  self->focus_controller = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->focus_controller);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
