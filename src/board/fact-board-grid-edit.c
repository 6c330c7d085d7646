/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing in a cell: a text view lies over it. What was typed goes out as an action; the value before is taken when
 * editing starts, so that somebody else's change in between is found. */
#include "fact-board-grid-private.h"

#include "fact-board-text.h"
#include "fact-day.h"

#include <string.h>

typedef struct {
  const char *stay;
  const char *contact;             /* NULL: a new one or a text cell */
  const char *before;
  guint column;
  guint day;
} Edit;

static char *
get_text (FactBoardGrid *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
save (FactBoardGrid *self,
      const Edit    *edit,
      const char    *text)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (g_str_equal (stripped, edit->before))
    return;
  if (!fact_board_column_is_day (edit->column))
    gtk_widget_activate_action (widget, "board.set-field", "(siss)", edit->stay,
                                (int) fact_board_column_get_field (edit->column), stripped, edit->before);
  else if (edit->contact)
    gtk_widget_activate_action (widget, "board.edit-contact", "(sss)", edit->contact, stripped, edit->before);
  else
    gtk_widget_activate_action (widget, "board.plan-typed", "(sus)", edit->stay, edit->day, stripped);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

void
fact_board_grid_end_edit (FactBoardGrid *self,
                          gboolean       keep)
{
  GtkWidget *editor = self->editor;
  g_autofree char *stay = NULL, *contact = NULL, *before = NULL, *text = NULL;
  Edit edit;

  if (!editor)
    return;

  text = get_text (self);
  stay = g_steal_pointer (&self->edit_stay);
  contact = g_steal_pointer (&self->edit_contact);
  before = g_steal_pointer (&self->edit_before);
  edit = (Edit) { stay, contact, before, self->edit_column, self->edit_day };
  /* Taking the widget away makes it lose the focus, which would end here again. */
  self->editor = NULL;
  fact_board_grid_show_hint (self, NULL);
  if (fact_board_grid_has_focus (self))
    fact_board_grid_apply_focus (self);
  /* Not at once: while GTK moves the focus it still goes up from the editor to the window, for ever if that is cut. */
  gtk_widget_set_child_visible (editor, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH, unparent_cb, g_object_ref (editor), g_object_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* What is refused at once is written on: another editor. */
  if (keep)
    save (self, &edit, text);
}

/* Saves and goes on, unless what was typed was refused. */
static void
save_and_go (FactBoardGrid *self,
             int            columns,
             int            rows)
{
  fact_board_grid_end_edit (self, TRUE);
  if (!self->editor)
    fact_board_grid_go (self, columns, rows);
}

static gboolean
editor_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               FactBoardGrid         *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));

  switch (keyval) {
  case GDK_KEY_Escape:
    fact_board_grid_end_edit (self, FALSE);
    return TRUE;
  case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
    if (state & GDK_ALT_MASK) {
      gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
      return TRUE;
    }
    save_and_go (self, 0, 1);
    return TRUE;
  case GDK_KEY_Tab: case GDK_KEY_KP_Tab:
    save_and_go (self, 1, 0);
    return TRUE;
  case GDK_KEY_ISO_Left_Tab:
    save_and_go (self, -1, 0);
    return TRUE;
  default:
    return FALSE;
  }
}

/* In a day what was understood shows while it is typed; what stands there unchanged needs no word. */
static void
typed_cb (FactBoardGrid *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (GPtrArray) readings = NULL;

  if (self->edit_day > 0 && self->reader && !g_str_equal (text, self->edit_before))
    readings = self->reader (self->edit_day, text, self->reader_data);
  fact_board_grid_show_hint (self, readings);
}

static void
editor_left_cb (FactBoardGrid *self)
{
  fact_board_grid_end_edit (self, TRUE);
}

static GtkWidget *
make_editor (FactBoardGrid *self,
             const char    *name)
{
  GtkWidget *editor = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                    "left-margin", FACT_BOARD_PAD_X, "right-margin", FACT_BOARD_PAD_X,
                                    "top-margin", FACT_BOARD_PAD_Y, "bottom-margin", FACT_BOARD_PAD_Y,
                                    "accepts-tab", FALSE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (editor, "board-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (editor_key_cb), self);
  gtk_widget_add_controller (editor, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (editor_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor, focus);

  return editor;
}

static char *
name_cell (const FactBoardSpot *spot)
{
  g_autofree char *date = spot->day > 0 ? fact_day_format_long (spot->day) : NULL;

  return g_strdup_printf ("%s, %s", fact_board_row_get_code (spot->row),
                          date ? date : fact_board_column_get_title (spot->place.column));
}

static char *
text_before (const FactBoardSpot *spot)
{
  if (spot->contact)
    return fact_contact_view_get_typed (spot->contact);
  if (spot->day > 0)
    return g_strdup ("");

  return g_strdup (fact_board_row_get_text (spot->row, fact_board_column_get_field (spot->place.column)));
}

/* Typing appends, it never replaces; a word begins apart from what stands there. */
static void
append_typed (GtkTextBuffer *buffer,
              const char    *before,
              const char    *typed)
{
  gsize length = strlen (before);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (before + length)) : ' ';

  if (!g_unichar_isspace (last) && !strchr (".,;:!?)", *typed))
    gtk_text_buffer_insert_at_cursor (buffer, " ", 1);
  gtk_text_buffer_insert_at_cursor (buffer, typed, -1);
}

gboolean
fact_board_grid_begin_edit (FactBoardGrid *self,
                            gboolean       new_contact,
                            const char    *text,
                            const char    *append)
{
  GtkTextBuffer *buffer;
  FactBoardSpot spot;
  g_autofree char *name = NULL;

  fact_board_grid_end_edit (self, TRUE);
  if (!self->editable || !fact_board_grid_get_focus (self, &spot) || fact_board_row_is_masked (spot.row) ||
      spot.place.column == FACT_BOARD_COLUMN_PATIENT)
    return FALSE;

  if (new_contact)
    spot.contact = NULL;
  name = name_cell (&spot);
  self->edit_stay = g_strdup (fact_board_row_get_stay_uid (spot.row));
  self->edit_contact = spot.contact ? g_strdup (fact_contact_view_get_uid (spot.contact)) : NULL;
  self->edit_column = spot.place.column;
  self->edit_day = spot.day;
  self->edit_before = text_before (&spot);
  self->editor = make_editor (self, name);
  gtk_widget_insert_before (self->editor, GTK_WIDGET (self), self->head);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_set_text (buffer, text ? text : self->edit_before, -1);
  if (append)
    append_typed (buffer, self->edit_before, append);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  typed_cb (self);
  gtk_widget_grab_focus (self->editor);
  /* What is written is seen. */
  self->scroll_pending = TRUE;
  fact_board_grid_queue_sync (self);

  return TRUE;
}

void
fact_board_grid_allocate_editor (FactBoardGrid *self)
{
  GtkAllocation allocation;
  FactBoardRect rect;
  int minimum, natural;
  guint position;

  if (!self->editor || !fact_board_find (self->board, self->edit_stay, &position))
    return;

  fact_board_geometry_get_cell (self->setting.geometry, position, self->edit_column, &rect);
  if (self->edit_column >= FACT_BOARD_N_FROZEN)
    rect.x -= self->setting.scroll_x;
  rect.y += self->head_height - fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  rect.width = MAX (rect.width, minimum);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, rect.width, &minimum, &natural, NULL, NULL);
  allocation = (GtkAllocation) { rect.x, rect.y, rect.width, MAX (rect.height, natural) };
  gtk_widget_size_allocate (self->editor, &allocation, -1);
  fact_board_grid_allocate_hint (self, &allocation);
}

gboolean
fact_board_grid_is_editing (FactBoardGrid *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), FALSE);

  return self->editor != NULL;
}

void
fact_board_grid_set_editable (FactBoardGrid *self,
                              gboolean       editable)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  self->editable = editable;
  if (!editable)
    fact_board_grid_end_edit (self, FALSE);
}

void
fact_board_grid_edit (FactBoardGrid *self,
                      const char    *stay_uid,
                      guint          column,
                      const char    *contact_uid,
                      const char    *text)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  fact_board_grid_set_focus (self, stay_uid, column, contact_uid);
  fact_board_grid_begin_edit (self, contact_uid == NULL, text, NULL);
}
