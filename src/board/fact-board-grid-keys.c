/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keyboard does in the grid: the focus moves here, everything else is an action of the page. */
#include "fact-board-grid-private.h"

#include "fact-record.h"

typedef struct {
  guint position;
  guint column;
  const char *contact_uid;
} Goal;

static GPtrArray *
contacts_at (FactBoardGrid *self,
             guint          position,
             guint          column)
{
  FactBoardRow *row = fact_board_get_row (self->board, position);

  return row && fact_board_column_is_day (column) ? fact_board_row_get_day (row, column - FACT_BOARD_COLUMN_MONDAY) : NULL;
}

/* The first chip of a day cell, or the last one when coming from below. */
static const char *
chip_at (FactBoardGrid *self,
         guint          position,
         guint          column,
         gboolean       last)
{
  GPtrArray *contacts = contacts_at (self, position, column);

  if (!contacts || contacts->len == 0)
    return NULL;

  return fact_contact_view_get_uid (g_ptr_array_index (contacts, last ? contacts->len - 1 : 0));
}

/* Up and down go through the chips of a cell before they leave it. */
static const char *
next_chip (FactBoardGrid *self,
           int            step)
{
  GPtrArray *contacts = contacts_at (self, self->focus_position, self->focus_column);

  for (guint i = 0; contacts && i < contacts->len; i++) {
    gint64 next = (gint64) i + step;

    if (g_strcmp0 (fact_contact_view_get_uid (g_ptr_array_index (contacts, i)), self->focus_contact) != 0)
      continue;
    if (next >= 0 && next < contacts->len)
      return fact_contact_view_get_uid (g_ptr_array_index (contacts, next));
  }

  return NULL;
}

static void
go_to (FactBoardGrid *self,
       guint          position,
       guint          column,
       gboolean       last_chip)
{
  g_autofree char *uid = g_strdup (chip_at (self, position, column, last_chip));

  fact_board_grid_move_focus (self, position, column, uid);
}

static void
go_vertically (FactBoardGrid *self,
               int            step)
{
  g_autofree char *chip = g_strdup (next_chip (self, step));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->board));
  gint64 position = (gint64) self->focus_position + step;

  if (chip)
    fact_board_grid_move_focus (self, self->focus_position, self->focus_column, chip);
  else if (position >= 0 && position < n)
    go_to (self, position, self->focus_column, step < 0);
}

static void
go_horizontally (FactBoardGrid *self,
                 int            step)
{
  guint column = fact_board_geometry_step_column (self->setting.geometry, self->focus_column, step);

  if (column != FACT_BOARD_NOWHERE)
    go_to (self, self->focus_position, column, FALSE);
}

/* As many rows as fill the view, one of them seen before. */
static void
go_page (FactBoardGrid *self,
         int            step)
{
  FactBoardGeometry *geometry = self->setting.geometry;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->board));
  int room = self->height - self->head_height - fact_board_geometry_get_row_height (geometry, self->focus_position);
  int from = fact_board_geometry_get_row_y (geometry, self->focus_position);
  guint position = self->focus_position;

  while ((step < 0 ? position > 0 : position + 1 < n) &&
         ABS (fact_board_geometry_get_row_y (geometry, position + step) - from) <= MAX (room, 1))
    position += step;
  if (position == self->focus_position && (step < 0 ? position > 0 : position + 1 < n))
    position += step;
  go_to (self, position, self->focus_column, FALSE);
}

static guint
edge_column (FactBoardGrid *self,
             gboolean       last)
{
  return last ? fact_board_geometry_step_column (self->setting.geometry, FACT_BOARD_N_COLUMNS, -1)
              : fact_board_geometry_step_column (self->setting.geometry, G_MAXUINT, 1);
}

static gboolean
move_focus_by_key (FactBoardGrid   *self,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  gboolean ctrl = modifiers & GDK_CONTROL_MASK;
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->board)) - 1;

  switch (keyval) {
  case GDK_KEY_Up: case GDK_KEY_KP_Up:
    go_vertically (self, -1);
    return TRUE;
  case GDK_KEY_Down: case GDK_KEY_KP_Down:
    go_vertically (self, 1);
    return TRUE;
  case GDK_KEY_Left: case GDK_KEY_KP_Left:
    go_horizontally (self, -1);
    return TRUE;
  case GDK_KEY_Right: case GDK_KEY_KP_Right:
    go_horizontally (self, 1);
    return TRUE;
  case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
    go_page (self, -1);
    return TRUE;
  case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
    go_page (self, 1);
    return TRUE;
  case GDK_KEY_Home: case GDK_KEY_KP_Home:
    go_to (self, ctrl ? 0 : self->focus_position, edge_column (self, FALSE), FALSE);
    return TRUE;
  case GDK_KEY_End: case GDK_KEY_KP_End:
    go_to (self, ctrl ? last : self->focus_position, edge_column (self, TRUE), FALSE);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Ctrl+arrows move the chip a day or a row, with Shift they copy it; past Sunday lies the next week. */
static gboolean
move_chip_by_key (FactBoardGrid       *self,
                  const FactBoardSpot *spot,
                  guint                keyval,
                  gboolean             copy)
{
  int days = keyval == GDK_KEY_Left ? -1 : keyval == GDK_KEY_Right ? 1 : 0;
  int rows = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;
  gint64 position = (gint64) spot->place.row + rows;
  FactBoardRow *row;

  if (!spot->contact || (days == 0 && rows == 0))
    return FALSE;

  row = position >= 0 ? fact_board_get_row (self->board, position) : NULL;
  if (row)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.move-contact", "(ssub)",
                                fact_contact_view_get_uid (spot->contact), fact_board_row_get_stay_uid (row),
                                spot->day + days, copy);

  return TRUE;
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return keyval - GDK_KEY_0;
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return keyval - GDK_KEY_KP_0;

  return -1;
}

/* Digits are text in a cell that is written in; only on date and patient they are triage. */
static gboolean
set_triage_by_key (FactBoardGrid       *self,
                   const FactBoardSpot *spot,
                   int                  digit,
                   gboolean             ctrl)
{
  FactBoardSpan span;
  FactTriage *triage;

  if (digit < 0 || (!ctrl && spot->place.column >= FACT_BOARD_N_FROZEN) || (ctrl && digit == 0))
    return FALSE;
  if (digit == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "board.take-off", "s",
                                       fact_board_row_get_stay_uid (spot->row));

  triage = fact_board_get_section (self->board, digit - 1, &span);
  if (triage)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.set-triage", "(ss)",
                                fact_board_row_get_stay_uid (spot->row), fact_record_get_uid (FACT_RECORD (triage)));

  return TRUE;
}

static gboolean
change_chip_by_key (FactBoardGrid       *self,
                    const FactBoardSpot *spot,
                    guint                keyval)
{
  if (!spot->contact)
    return FALSE;

  switch (keyval) {
  case GDK_KEY_space: case GDK_KEY_KP_Space:
    gtk_widget_activate_action (GTK_WIDGET (self), "board.toggle-done", "s", fact_contact_view_get_uid (spot->contact));
    return TRUE;
  case GDK_KEY_Delete: case GDK_KEY_KP_Delete:
    gtk_widget_activate_action (GTK_WIDGET (self), "board.remove-contact", "s",
                                fact_contact_view_get_uid (spot->contact));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
open_patient (FactBoardGrid       *self,
              const FactBoardSpot *spot)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "s", fact_board_row_get_patient_uid (spot->row));
}

/* Enter, F2 and typing. */
static gboolean
edit_by_key (FactBoardGrid       *self,
             const FactBoardSpot *spot,
             guint                keyval,
             GdkModifierType      modifiers)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  switch (keyval) {
  case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
    if (modifiers & GDK_CONTROL_MASK || spot->place.column < FACT_BOARD_N_FROZEN)
      open_patient (self, spot);
    else
      fact_board_grid_begin_edit (self, FALSE, NULL, NULL);
    return TRUE;
  case GDK_KEY_F2:
    return fact_board_grid_begin_edit (self, FALSE, NULL, NULL);
  default:
    if (modifiers & GDK_CONTROL_MASK || spot->place.column < FACT_BOARD_N_FROZEN || !g_unichar_isgraph (character))
      return FALSE;
    g_unichar_to_utf8 (character, text);
    return fact_board_grid_begin_edit (self, TRUE, NULL, text);
  }
}

/* Whether the key changes something without a word being written first. */
static gboolean
changes_by_key (guint    keyval,
                gboolean ctrl,
                guint    column)
{
  switch (keyval) {
  case GDK_KEY_space: case GDK_KEY_KP_Space:
  case GDK_KEY_Delete: case GDK_KEY_KP_Delete:
    return TRUE;
  case GDK_KEY_Left: case GDK_KEY_Right: case GDK_KEY_Up: case GDK_KEY_Down:
    return ctrl;
  default:
    return digit_of (keyval) >= 0 && (ctrl || column < FACT_BOARD_N_FROZEN);
  }
}

/* Rolling the wheel leaves the focus behind: what is not seen must not be changed by a key. */
static gboolean
is_in_sight (FactBoardGrid *self)
{
  int top = fact_board_geometry_get_row_y (self->setting.geometry, self->focus_position) -
            fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return top + fact_board_geometry_get_row_height (self->setting.geometry, self->focus_position) > 0 &&
         top < self->height - self->head_height;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                FactBoardGrid         *self)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean ctrl = modifiers & GDK_CONTROL_MASK;
  FactBoardSpot spot;

  if (self->editor || !fact_board_grid_get_focus (self, &spot) || modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  self->holds_view = FALSE;
  if (changes_by_key (keyval, ctrl, spot.place.column) && !is_in_sight (self)) {
    fact_board_grid_show_focus (self);
    return TRUE;
  }
  if (ctrl && move_chip_by_key (self, &spot, keyval, modifiers & GDK_SHIFT_MASK))
    return TRUE;
  if (set_triage_by_key (self, &spot, digit_of (keyval), ctrl))
    return TRUE;
  if ((modifiers == 0 || modifiers == GDK_CONTROL_MASK) && move_focus_by_key (self, keyval, modifiers))
    return TRUE;
  if (modifiers == 0 && change_chip_by_key (self, &spot, keyval))
    return TRUE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return gtk_widget_activate_action (GTK_WIDGET (self), "board.menu", NULL);

  return edit_by_key (self, &spot, keyval, modifiers);
}

void
fact_board_grid_go (FactBoardGrid *self,
                    int            columns,
                    int            rows)
{
  if (columns != 0)
    go_horizontally (self, columns);
  if (rows != 0)
    go_vertically (self, rows);
}

void
fact_board_grid_init_keys (FactBoardGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
