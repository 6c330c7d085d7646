/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-grid-private.h"

#include "fact-board-cell.h"
#include "fact-board-style.h"
#include "fact-contact-chip.h"

#include <glib/gi18n.h>

#define DEFAULT_LINES 3
/* What a row counts before it is measured. */

enum {
  PROP_0,
  PROP_BOARD,
  PROP_LINES,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FactBoardGrid, fact_board_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Values of a bound row have changed: only its own widgets take them anew. */
static void
refresh_row (FactBoardGrid *self,
             FactBoardRow  *row)
{
  FactBoardLine *line = row ? g_hash_table_lookup (self->lines, row) : NULL;

  if (!line)
    return;

  /* A chip that has the keyboard focus may show another contact now. */
  if (row == self->focus_row && fact_board_grid_has_focus (self))
    self->grab_pending = TRUE;
  fact_board_line_set_row (line, row, row == self->focus_row);
}

static void
items_changed_cb (FactBoardGrid *self,
                  guint          position,
                  guint          n_removed,
                  guint          n_added)
{
  guint8 unknown = FALSE;

  if (n_removed == n_added) {
    for (guint i = position; i < position + n_added; i++)
      self->known->data[i] = FALSE;
  } else {
    if (n_removed > 0)
      g_byte_array_remove_range (self->known, position, n_removed);
    for (guint i = 0; i < n_added; i++) {
      g_byte_array_append (self->known, &unknown, 1);
      memmove (self->known->data + position + 1, self->known->data + position, self->known->len - position - 1);
      self->known->data[position] = FALSE;
    }
    fact_board_geometry_splice (self->setting.geometry, position, n_removed, n_added, 0);
    self->heights_stale = TRUE;
  }
  for (guint i = position; i < position + n_added; i++) {
    self->columns_stale |= fact_board_widths_add_row (self->widths, fact_board_get_row (self->board, i));
    refresh_row (self, fact_board_get_row (self->board, i));
  }
  /* Another filter: if the focused row goes, the focus goes to the one that stands nearest to it. */
  if (n_removed > 1 && self->focus_row)
    fact_board_find_nearest (self->board, fact_board_row_get_stay_uid (self->focus_row), &self->focus_position);
  self->sections_stale = TRUE;
  fact_board_grid_queue_sync (self);
}

static void
sections_changed_cb (FactBoardGrid *self)
{
  self->sections_stale = TRUE;
  fact_board_grid_queue_sync (self);
}

static void
week_changed_cb (FactBoardGrid *self)
{
  /* What is written belongs to the week it was begun in. */
  if (self->setting.week != fact_board_get_week (self->board))
    fact_board_grid_end_edit (self, TRUE);
  self->setting.week = fact_board_get_week (self->board);
  self->setting.today = fact_board_get_today (self->board);
  fact_board_head_update (FACT_BOARD_HEAD (self->head));
  self->columns_stale = TRUE;
  self->grab_pending |= fact_board_grid_has_focus (self);
  fact_board_grid_queue_sync (self);
}

static void
set_board (FactBoardGrid *self,
           FactBoard     *board)
{
  if (!board)
    return;

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "sections-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "notify::week", G_CALLBACK (week_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "notify::today", G_CALLBACK (week_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (board)));
  week_changed_cb (self);
}

static void
scrolled_cb (FactBoardGrid *self)
{
  self->scrolled = TRUE;
  if (self->in_sync)
    return;
  /* At once, so that new chips are there before the layout begins. */
  fact_board_grid_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (FactBoardGrid  *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = adjustment ? g_object_ref_sink (adjustment) : gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (!adjustment)
    g_object_ref_sink (self->adjustments[orientation]);
  g_signal_connect_swapped (self->adjustments[orientation], "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fact_board_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1000 : 500;
}

static void
fact_board_grid_dispose (GObject *object)
{
  FactBoardGrid *self = FACT_BOARD_GRID (object);
  GtkWidget *child;

  fact_board_grid_end_scroll (self);
  self->editor = self->hint = NULL;
  g_clear_handle_id (&self->measure_idle, g_source_remove);
  if (self->sync_tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->sync_tick);
  self->sync_tick = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++) {
    if (self->adjustments[i])
      g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
    g_clear_object (&self->adjustments[i]);
  }
  self->target = NULL;
  g_hash_table_remove_all (self->lines);
  g_ptr_array_set_size (self->spare, 0);
  g_ptr_array_set_size (self->sections, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->setting.texts, fact_board_texts_free);
  g_clear_object (&self->focus_row);
  g_clear_object (&self->dragged);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (fact_board_grid_parent_class)->dispose (object);
}

static void
fact_board_grid_finalize (GObject *object)
{
  FactBoardGrid *self = FACT_BOARD_GRID (object);

  fact_board_geometry_free (self->setting.geometry);
  fact_board_widths_free (self->widths);
  g_byte_array_unref (self->known);
  g_hash_table_unref (self->lines);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->sections);
  g_free (self->focus_contact);
  g_free (self->edit_stay);
  g_free (self->edit_contact);
  g_free (self->edit_before);

  G_OBJECT_CLASS (fact_board_grid_parent_class)->finalize (object);
}

static void
fact_board_grid_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FactBoardGrid *self = FACT_BOARD_GRID (object);

  switch (id) {
  case PROP_BOARD:
    g_value_set_object (value, self->board);
    break;
  case PROP_LINES:
    g_value_set_uint (value, fact_board_grid_get_lines (self));
    break;
  case PROP_HADJUSTMENT:
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustments[id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL
                                                                       : GTK_ORIENTATION_VERTICAL]);
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->policies[id == PROP_HSCROLL_POLICY ? 0 : 1]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_board_grid_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  FactBoardGrid *self = FACT_BOARD_GRID (object);

  switch (id) {
  case PROP_BOARD:
    set_board (self, g_value_get_object (value));
    break;
  case PROP_LINES:
    fact_board_grid_set_lines (self, g_value_get_uint (value));
    break;
  case PROP_HADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    self->policies[id == PROP_HSCROLL_POLICY ? 0 : 1] = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
fact_board_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);

  /* One stop for Tab: within the grid the arrows move. */
  if (fact_board_grid_has_focus (self))
    return FALSE;
  self->holds_view = FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
fact_board_grid_grab_focus (GtkWidget *widget)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);

  if (!self->board || g_list_model_get_n_items (G_LIST_MODEL (self->board)) == 0)
    return FALSE;

  if (!self->focus_row)
    fact_board_grid_move_focus (self, 0, FACT_BOARD_COLUMN_PATIENT, NULL);
  else
    fact_board_grid_show_focus (self);

  return fact_board_grid_has_focus (self) || self->grab_pending;
}

static void
fact_board_grid_class_init (FactBoardGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_board_grid_dispose;
  object_class->finalize = fact_board_grid_finalize;
  object_class->get_property = fact_board_grid_get_property;
  object_class->set_property = fact_board_grid_set_property;
  widget_class->measure = fact_board_grid_measure;
  widget_class->size_allocate = fact_board_grid_size_allocate;
  widget_class->snapshot = fact_board_grid_snapshot;
  widget_class->focus = fact_board_grid_focus;
  widget_class->grab_focus = fact_board_grid_grab_focus;

  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL, FACT_TYPE_BOARD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINES] =
    g_param_spec_uint ("lines", NULL, NULL, 1, 20, DEFAULT_LINES,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
fact_board_grid_init (FactBoardGrid *self)
{
  fact_board_style_ensure (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-grid");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The board"), -1);
  fact_board_grid_init_layout (self);
  fact_board_grid_init_focus (self);
  fact_board_grid_init_keys (self);
  fact_board_grid_init_columns (self);
}

GtkWidget *
fact_board_grid_new (FactBoard *board)
{
  return g_object_new (FACT_TYPE_BOARD_GRID, "board", board, NULL);
}

void
fact_board_grid_set_past (FactBoardGrid *self,
                          gboolean       past)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  self->setting.past = past;
  fact_board_head_update (FACT_BOARD_HEAD (self->head));
  fact_board_grid_queue_sync (self);
}

void
fact_board_grid_set_lines (FactBoardGrid *self,
                           guint          lines)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  if ((int) lines == self->setting.lines)
    return;

  self->setting.lines = lines;
  fact_board_grid_forget_heights (self);
  fact_board_grid_queue_sync (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

guint
fact_board_grid_get_lines (FactBoardGrid *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), DEFAULT_LINES);

  return self->setting.lines;
}

static FactContactView *
contact_at (FactBoardGrid *self,
            FactBoardRow  *row,
            guint          column,
            double         x,
            double         y)
{
  FactBoardLine *line = g_hash_table_lookup (self->lines, row);
  GtkWidget *cell = line ? fact_board_line_get_cell (line, column) : NULL;
  GtkWidget *hit;
  graphene_point_t point;

  if (!cell || !gtk_widget_compute_point (GTK_WIDGET (self), cell, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;

  hit = gtk_widget_pick (cell, point.x, point.y, GTK_PICK_DEFAULT);

  return FACT_IS_CONTACT_CHIP (hit) ? fact_contact_chip_get_contact (FACT_CONTACT_CHIP (hit)) : NULL;
}

void
fact_board_grid_locate (FactBoardGrid *self,
                        double         x,
                        double         y,
                        FactBoardSpot *spot)
{
  FactBoardSpan span;

  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  *spot = (FactBoardSpot) { { FACT_BOARD_PLACE_NONE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE } };
  if (!self->board || y < self->head_height || x < 0 || x >= self->width || y >= self->height)
    return;

  fact_board_geometry_locate (self->setting.geometry, x, y - self->head_height,
                              fact_board_grid_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                              fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL), &spot->place);
  if (spot->place.section != FACT_BOARD_NOWHERE)
    spot->triage = fact_board_get_section (self->board, spot->place.section, &span);
  if (spot->place.row == FACT_BOARD_NOWHERE)
    return;

  spot->row = fact_board_get_row (self->board, spot->place.row);
  if (!fact_board_column_is_day (spot->place.column))
    return;

  spot->day = self->setting.week + spot->place.column - FACT_BOARD_COLUMN_MONDAY;
  spot->contact = contact_at (self, spot->row, spot->place.column, x, y);
}

static GtkWidget *
find_spot_widget (FactBoardGrid       *self,
                  const FactBoardSpot *spot)
{
  if (spot->row && spot->place.column != FACT_BOARD_NOWHERE && spot->day > 0)
    return fact_board_grid_find_widget (self, fact_board_row_get_stay_uid (spot->row), spot->place.column,
                                        spot->contact ? fact_contact_view_get_uid (spot->contact) : NULL);
  if (spot->place.section < self->sections->len)
    return g_ptr_array_index (self->sections, spot->place.section);

  return NULL;
}

void
fact_board_grid_set_target (FactBoardGrid       *self,
                            const FactBoardSpot *spot)
{
  GtkWidget *target;

  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  target = spot ? find_spot_widget (self, spot) : NULL;
  if (target == self->target)
    return;
  if (self->target)
    gtk_widget_remove_css_class (self->target, "drop");
  g_clear_weak_pointer (&self->target);
  if (target)
    gtk_widget_add_css_class (target, "drop");
  g_set_weak_pointer (&self->target, target);
}

void
fact_board_grid_set_dragged (FactBoardGrid *self,
                             FactBoardRow  *row)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  g_set_object (&self->dragged, row);
  if (!row)
    fact_board_grid_reset_edge (self);
  fact_board_grid_sync (self);
}

guint
fact_board_grid_count_widgets (FactBoardGrid *self)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  guint n = 0;

  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), 0);

  g_ptr_array_add (left, self);
  while (left->len > 0) {
    GtkWidget *widget = g_ptr_array_steal_index_fast (left, left->len - 1);

    for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), n++)
      g_ptr_array_add (left, child);
  }

  return n;
}

GtkWidget *
fact_board_grid_find_widget (FactBoardGrid *self,
                             const char    *stay_uid,
                             guint          column,
                             const char    *contact_uid)
{
  FactBoardRow *row = NULL;
  FactBoardLine *line;
  GtkWidget *cell;
  guint position;

  g_return_val_if_fail (FACT_IS_BOARD_GRID (self), NULL);

  if (self->board && fact_board_find (self->board, stay_uid, &position))
    row = fact_board_get_row (self->board, position);
  line = row ? g_hash_table_lookup (self->lines, row) : NULL;
  if (!line || column >= FACT_BOARD_N_COLUMNS)
    return NULL;

  cell = fact_board_line_get_cell (line, column);

  return contact_uid ? fact_board_cell_find_chip (FACT_BOARD_CELL (cell), contact_uid) : cell;
}
