/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Widths, places and the widgets of the rows that are seen. */
#include "fact-board-grid-private.h"

#include "fact-board-style.h"
#include "fact-board-text.h"

#include <glib/gi18n.h>

#define EMPTY_HEIGHT 12
#define FROZEN_EDGE 8

int
fact_board_grid_get_scroll (FactBoardGrid  *self,
                            GtkOrientation  orientation)
{
  return self->adjustments[orientation] ? (int) gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

static int
char_width (FactBoardGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return width;
}

static int
line_height (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  int height;

  pango_layout_set_text (layout, "Åg", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
update_columns (FactBoardGrid *self)
{
  FactBoardGeometry *geometry = self->setting.geometry;
  int spare = self->width;
  int stretch = 0;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    int width = fact_board_widths_get (self->widths, i);

    if (self->column_widths[i] > 0)
      width = (gint64) self->column_widths[i] * self->unit / (10 * PANGO_SCALE);
    else if (i == 0)
      width += FACT_BOARD_STRIPE;

    fact_board_geometry_set_column (geometry, i, width, !self->column_hidden[i]);
    if (self->column_hidden[i])
      continue;
    spare -= width;
    stretch += self->column_widths[i] > 0 ? 0 : fact_board_column_get_stretch (i);
  }
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS && spare > 0 && stretch > 0; i++) {
    int share = fact_board_column_get_stretch (i);

    if (self->column_hidden[i] || self->column_widths[i] > 0 || share == 0)
      continue;
    fact_board_geometry_set_column (geometry, i, fact_board_geometry_get_column_width (geometry, i) + spare * share / stretch,
                                    TRUE);
    spare -= spare * share / stretch;
    stretch -= share;
  }
}

static GtkWidget *
make_section (FactBoardGrid *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER, "spacing", 6, NULL);

  gtk_widget_add_css_class (box, "board-section");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_insert_before (box, GTK_WIDGET (self), self->head);
  g_ptr_array_add (self->sections, box);

  return box;
}

static void
update_section (GtkWidget  *section,
                FactTriage *triage,
                guint       n_rows)
{
  FactColor color = fact_triage_get_color (triage);
  const char *mark = fact_board_style_get_mark (color);
  GtkWidget *image = gtk_widget_get_first_child (section);
  g_autofree char *label = g_strdup_printf ("%s  %u", fact_triage_get_label (triage), n_rows);
  /* Translators: name of a section of the board for a screen reader: "Crisis, 1 patient" */
  g_autofree char *name = g_strdup_printf (ngettext ("%s, %u patient", "%s, %u patients", n_rows),
                                           fact_triage_get_label (triage), n_rows);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), mark);
  gtk_widget_set_visible (image, mark != NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (section)), label);
  fact_board_style_set_color (section, color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_sections (FactBoardGrid *self)
{
  guint n = fact_board_get_n_sections (self->board);
  g_autofree guint *n_rows = g_new0 (guint, n + 1);

  while (self->sections->len > n) {
    gtk_widget_unparent (g_ptr_array_index (self->sections, self->sections->len - 1));
    g_ptr_array_set_size (self->sections, self->sections->len - 1);
  }
  for (guint i = 0; i < n; i++) {
    FactBoardSpan span;
    FactTriage *triage = fact_board_get_section (self->board, i, &span);

    n_rows[i] = span.n_rows;
    update_section (i < self->sections->len ? g_ptr_array_index (self->sections, i) : make_section (self), triage,
                    span.n_rows);
  }
  fact_board_geometry_set_sections (self->setting.geometry, n_rows, n);
}

static void
configure_adjustment (FactBoardGrid  *self,
                      GtkOrientation  orientation,
                      int             total,
                      int             page,
                      int             step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (!adjustment)
    return;

  total = MAX (total, page);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, total - page);
  gtk_adjustment_configure (adjustment, value, 0, total, step, page * 0.9, page);
}

static void
update_scroll (FactBoardGrid *self)
{
  FactBoardGeometry *geometry = self->setting.geometry;
  int frozen = fact_board_geometry_get_frozen_width (geometry);
  int scroll_x = fact_board_grid_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  int scroll_y = fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  int line = self->header_height;

  self->scroll_pending &= !self->holds_view;
  if (self->scroll_pending && self->focus_row && self->focus_position < fact_board_geometry_get_n_rows (geometry)) {
    fact_board_grid_know_row (self, self->focus_position);
    fact_board_geometry_scroll_to (geometry, self->focus_position, self->focus_column, self->width,
                                   fact_board_grid_get_body_height (self), &scroll_x, &scroll_y);
    fact_board_grid_know_visible (self, scroll_y);
    fact_board_geometry_scroll_to (geometry, self->focus_position, self->focus_column, self->width,
                                   fact_board_grid_get_body_height (self), &scroll_x, &scroll_y);
  }
  fact_board_grid_know_visible (self, scroll_y);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, fact_board_geometry_get_width (geometry) - frozen,
                        MAX (self->width - frozen, 1), line);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, fact_board_geometry_get_height (geometry),
                        MAX (fact_board_grid_get_body_height (self), 1), line);
  if (self->scroll_pending && self->adjustments[GTK_ORIENTATION_HORIZONTAL]
      && self->adjustments[GTK_ORIENTATION_VERTICAL]) {
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], scroll_x);
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], scroll_y);
  }
  self->scroll_pending = FALSE;
  fact_board_grid_know_visible (self, fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL));
}

static gboolean
is_needed (FactBoardGrid *self,
           FactBoardRow  *row,
           guint          first,
           guint          end)
{
  guint position;

  if (!fact_board_find (self->board, fact_board_row_get_stay_uid (row), &position) ||
      fact_board_get_row (self->board, position) != row)
    return FALSE;

  return row == self->focus_row || (position >= first && position < end);
}

static FactBoardLine *
take_spare (FactBoardGrid *self)
{
  GtkWidget *line;

  if (self->spare->len > 0) {
    line = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
    gtk_widget_set_child_visible (line, TRUE);
  } else {
    line = fact_board_line_new (&self->setting);
    /* Before the headings, which are drawn over them. */
    gtk_widget_insert_before (line, GTK_WIDGET (self), self->head);
  }

  return FACT_BOARD_LINE (line);
}

static void
ensure_line (FactBoardGrid *self,
             FactBoardRow  *row)
{
  FactBoardLine *line = g_hash_table_lookup (self->lines, row);
  gboolean all_text = row == self->focus_row;
  gboolean fresh = line == NULL;

  if (fresh) {
    line = take_spare (self);
    g_hash_table_insert (self->lines, g_object_ref (row), line);
  }
  if (fresh || self->lines_stale || fact_board_line_has_all_text (line) != all_text)
    fact_board_line_set_row (line, row, all_text);
  if (row == self->dragged)
    gtk_widget_add_css_class (GTK_WIDGET (line), "dragged");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line), "dragged");
}

static void
place_after (FactBoardGrid  *self,
             GtkWidget      *widget,
             GtkWidget     **previous)
{
  if (gtk_widget_get_prev_sibling (widget) != *previous)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), *previous);
  *previous = widget;
}

/* A screen reader reads the sections and their rows from top to bottom. */
static void
order_lines (FactBoardGrid *self,
             guint          first,
             guint          end)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->sections->len; i++) {
    FactBoardSpan span;

    place_after (self, g_ptr_array_index (self->sections, i), &previous);
    fact_board_get_section (self->board, i, &span);
    for (guint row = MAX (first, span.position); row < MIN (end, span.position + span.n_rows); row++) {
      GtkWidget *line = g_hash_table_lookup (self->lines, fact_board_get_row (self->board, row));

      if (line)
        place_after (self, line, &previous);
    }
  }
}

/* Gives each row that is seen a widget; the focused row keeps its own wherever it is, so that the focus stays. */
static void
update_lines (FactBoardGrid *self)
{
  GHashTableIter iter;
  gpointer row, line;
  guint first, end;

  fact_board_geometry_get_visible_rows (self->setting.geometry, fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                                        fact_board_grid_get_body_height (self), &first, &end);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line)) {
    if (is_needed (self, row, first, end))
      continue;
    fact_board_line_set_row (line, NULL, FALSE);
    gtk_widget_set_child_visible (line, FALSE);
    g_ptr_array_add (self->spare, line);
    g_hash_table_iter_remove (&iter);
  }
  for (guint i = first; i < end; i++)
    ensure_line (self, fact_board_get_row (self->board, i));
  if (self->focus_row)
    ensure_line (self, self->focus_row);
  self->lines_stale = FALSE;
  order_lines (self, first, end);
}

static void
update_font (FactBoardGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (self->setting.texts && serial == self->pango_serial)
    return;

  self->pango_serial = serial;
  g_clear_pointer (&self->setting.texts, fact_board_texts_free);
  self->setting.texts = fact_board_texts_new (context);
  self->unit = char_width (self);
  self->header_height = line_height (context) + FACT_BOARD_SECTION_PADDING;
  fact_board_geometry_set_metrics (self->setting.geometry, self->header_height, EMPTY_HEIGHT);
  fact_board_widths_reset (self->widths, context);
  for (guint i = 0; i < self->known->len; i++)
    fact_board_widths_add_row (self->widths, fact_board_get_row (self->board, i));
  self->columns_stale = TRUE;
}

void
fact_board_grid_sync (FactBoardGrid *self)
{
  if (self->in_sync || !self->board || self->width <= 0)
    return;

  self->in_sync = TRUE;
  update_font (self);
  if (self->columns_stale) {
    update_columns (self);
    self->head_height = fact_board_head_get_height (FACT_BOARD_HEAD (self->head));
    fact_board_grid_forget_heights (self);
    self->columns_moved = TRUE;
  }
  if (self->sections_stale)
    update_sections (self);
  self->columns_stale = self->sections_stale = FALSE;
  if (self->heights_stale)
    fact_board_grid_estimate_heights (self);
  fact_board_grid_settle_focus (self);
  update_scroll (self);
  self->setting.scroll_x = fact_board_grid_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  update_lines (self);
  fact_board_texts_forget (self->setting.texts);
  if (self->scrolled && self->measure_idle == 0 && memchr (self->known->data, FALSE, self->known->len))
    self->measure_idle = g_idle_add_full (G_PRIORITY_LOW, fact_board_grid_measure_cb, self, NULL);
  self->in_sync = FALSE;
  if (self->grab_pending)
    fact_board_grid_apply_focus (self);
}

static gboolean
sync_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);

  self->sync_tick = 0;
  fact_board_grid_sync (self);
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

void
fact_board_grid_queue_sync (FactBoardGrid *self)
{
  if (self->in_sync)
    return;
  if (self->sync_tick == 0)
    self->sync_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), sync_tick_cb, NULL, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
allocate (GtkWidget *child,
          int        y,
          int        width,
          int        height)
{
  GtkAllocation allocation = { 0, y, width, height };
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  allocation.width = MAX (width, minimum_width);
  allocation.height = MAX (height, minimum_height);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
allocate_sections (FactBoardGrid *self,
                   int            top)
{
  guint first, end;

  fact_board_geometry_get_visible_sections (self->setting.geometry, self->head_height - top, fact_board_grid_get_body_height (self), &first, &end);
  for (guint i = 0; i < self->sections->len; i++) {
    GtkWidget *label = g_ptr_array_index (self->sections, i);

    gtk_widget_set_child_visible (label, i >= first && i < end);
    if (i >= first && i < end)
      allocate (label, top + fact_board_geometry_get_section_y (self->setting.geometry, i), self->width,
                self->header_height);
  }
}

/* Where columns go below those that stay: otherwise a word cut there seems to be a whole one. */
static void
allocate_frozen_edge (FactBoardGrid *self)
{
  int x = fact_board_geometry_get_frozen_width (self->setting.geometry);

  gtk_widget_set_child_visible (self->frozen_edge, self->setting.scroll_x > 0 && x < self->width);
  if (gtk_widget_get_child_visible (self->frozen_edge))
    gtk_widget_size_allocate (self->frozen_edge, &(GtkAllocation) { x, 0, FROZEN_EDGE, self->height }, -1);
}

void
fact_board_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);
  GHashTableIter iter;
  gpointer row, line;
  gboolean sideways;
  int top;

  self->columns_stale |= width != self->width;
  self->width = width;
  self->height = height;
  fact_board_grid_sync (self);
  sideways = self->allocated_scroll_x != self->setting.scroll_x || self->columns_moved;
  self->allocated_scroll_x = self->setting.scroll_x;
  self->columns_moved = FALSE;

  top = self->head_height - fact_board_grid_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line)) {
    guint position;

    if (!fact_board_find (self->board, fact_board_row_get_stay_uid (row), &position))
      continue;
    /* Otherwise a line that is only higher or lower keeps its cells as they are. */
    if (sideways)
      gtk_widget_queue_allocate (line);
    allocate (line, top + fact_board_geometry_get_row_y (self->setting.geometry, position), width,
              fact_board_geometry_get_row_height (self->setting.geometry, position));
  }
  allocate_sections (self, top);
  fact_board_grid_allocate_editor (self);
  if (sideways)
    gtk_widget_queue_allocate (self->head);
  allocate (self->head, 0, width, self->head_height);
  allocate_frozen_edge (self);
}

void
fact_board_grid_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  FactBoardGrid *self = FACT_BOARD_GRID (widget);
  GHashTableIter iter;
  gpointer row, line;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->head_height, self->width, fact_board_grid_get_body_height (self)));
  for (guint i = 0; i < self->sections->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->sections, i), snapshot);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line))
    gtk_widget_snapshot_child (widget, line, snapshot);
  if (self->editor)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  if (self->hint)
    gtk_widget_snapshot_child (widget, self->hint, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
  gtk_widget_snapshot_child (widget, self->frozen_edge, snapshot);
}

void
fact_board_grid_init_layout (FactBoardGrid *self)
{
  self->setting.geometry = fact_board_geometry_new (FACT_BOARD_N_COLUMNS, FACT_BOARD_N_FROZEN);
  self->setting.lines = 3;
  self->widths = fact_board_widths_new ();
  self->known = g_byte_array_new ();
  self->lines = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->spare = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  self->columns_stale = self->sections_stale = self->lines_stale = TRUE;
  self->head = fact_board_head_new (&self->setting);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->frozen_edge = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE,
                                    NULL);
  gtk_widget_add_css_class (self->frozen_edge, "board-frozen-edge");
  gtk_widget_insert_before (self->frozen_edge, GTK_WIDGET (self), self->head);
}
