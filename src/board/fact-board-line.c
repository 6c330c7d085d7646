/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-line.h"

#include "fact-board-cell.h"
#include "fact-board-column.h"
#include "fact-board-style.h"

struct _FactBoardLine {
  GtkWidget parent_instance;

  gboolean all_text;

  /* owned */
  FactBoardRow *row;

  /* borrowed */
  const FactBoardSetting *setting;
  GtkWidget *stripe;
  GtkWidget *cells[FACT_BOARD_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (FactBoardLine, fact_board_line, GTK_TYPE_WIDGET)

static void
allocate (GtkWidget *child,
          int        x,
          int        width,
          int        height)
{
  GtkAllocation allocation = { x, 0, width, height };
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &allocation, -1);
}

int
fact_board_line_get_cell_width (const FactBoardSetting *setting,
                                guint                   column)
{
  return fact_board_geometry_get_column_width (setting->geometry, column) - (column == 0 ? FACT_BOARD_STRIPE : 0);
}

void
fact_board_line_allocate_cells (const FactBoardSetting  *setting,
                                GtkWidget              **cells,
                                int                      height)
{
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    gboolean visible = fact_board_geometry_is_visible (setting->geometry, i);
    int x = fact_board_geometry_get_column_x (setting->geometry, i);

    gtk_widget_set_child_visible (cells[i], visible);
    if (visible)
      allocate (cells[i], i < FACT_BOARD_N_FROZEN ? x + (i == 0 ? FACT_BOARD_STRIPE : 0) : x - setting->scroll_x,
                fact_board_line_get_cell_width (setting, i), height);
  }
}

static gboolean
is_in_view (const FactBoardSetting *setting,
            guint                   column,
            int                     width)
{
  int x = fact_board_geometry_get_column_x (setting->geometry, column) - setting->scroll_x;

  return x < width && x + fact_board_geometry_get_column_width (setting->geometry, column) >
                      fact_board_geometry_get_frozen_width (setting->geometry);
}

void
fact_board_line_snapshot_cells (const FactBoardSetting  *setting,
                                GtkWidget               *parent,
                                GtkWidget              **cells,
                                GtkSnapshot             *snapshot)
{
  int frozen = fact_board_geometry_get_frozen_width (setting->geometry);
  int width = gtk_widget_get_width (parent);

  for (guint i = 0; i < FACT_BOARD_N_FROZEN; i++)
    gtk_widget_snapshot_child (parent, cells[i], snapshot);
  /* At the far left nothing is covered. */
  if (setting->scroll_x > 0)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (frozen, 0, MAX (width - frozen, 0),
                                                           gtk_widget_get_height (parent)));
  for (guint i = FACT_BOARD_N_FROZEN; i < FACT_BOARD_N_COLUMNS; i++)
    if (fact_board_geometry_is_visible (setting->geometry, i) && is_in_view (setting, i, width))
      gtk_widget_snapshot_child (parent, cells[i], snapshot);
  if (setting->scroll_x > 0)
    gtk_snapshot_pop (snapshot);
}

/* The lines between the days and the tint of today, of the whole row at once: a border of every cell costs more. */
static void
snapshot_days (FactBoardLine *self,
               GtkSnapshot   *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const FactBoardSetting *setting = self->setting;
  int frozen = fact_board_geometry_get_frozen_width (setting->geometry);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA line, today;

  if (!gtk_style_context_lookup_color (style, "fact_line", &line) ||
      !gtk_style_context_lookup_color (style, "fact_today", &today))
    return;

  for (guint i = FACT_BOARD_COLUMN_MONDAY; i < FACT_BOARD_N_COLUMNS; i++) {
    int x = fact_board_geometry_get_column_x (setting->geometry, i) - setting->scroll_x;
    int left = MAX (x, frozen);
    int right = x + fact_board_geometry_get_column_width (setting->geometry, i);

    if (right <= left)
      continue;
    if (setting->week + i - FACT_BOARD_COLUMN_MONDAY == setting->today)
      gtk_snapshot_append_color (snapshot, &today, &GRAPHENE_RECT_INIT (left, 0, right - left, height));
    if (x >= frozen)
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, 0, 1, height));
  }
}

static void
fact_board_line_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
fact_board_line_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FactBoardLine *self = FACT_BOARD_LINE (widget);

  allocate (self->stripe, 0, FACT_BOARD_STRIPE, height);
  fact_board_line_allocate_cells (self->setting, self->cells, height);
}

static void
fact_board_line_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  FactBoardLine *self = FACT_BOARD_LINE (widget);

  snapshot_days (self, snapshot);
  gtk_widget_snapshot_child (widget, self->stripe, snapshot);
  fact_board_line_snapshot_cells (self->setting, widget, self->cells, snapshot);
}

static void
fact_board_line_dispose (GObject *object)
{
  FactBoardLine *self = FACT_BOARD_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (fact_board_line_parent_class)->dispose (object);
}

static void
fact_board_line_class_init (FactBoardLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_board_line_dispose;
  widget_class->measure = fact_board_line_measure;
  widget_class->size_allocate = fact_board_line_size_allocate;
  widget_class->snapshot = fact_board_line_snapshot;

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
fact_board_line_init (FactBoardLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-row");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->stripe = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->stripe, "board-stripe");
  gtk_widget_set_parent (self->stripe, GTK_WIDGET (self));
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    self->cells[i] = fact_board_cell_new (i);
    gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
  }
}

GtkWidget *
fact_board_line_new (const FactBoardSetting *setting)
{
  FactBoardLine *self = g_object_new (FACT_TYPE_BOARD_LINE, NULL);

  self->setting = setting;

  return GTK_WIDGET (self);
}

/* A spare line stays in the tree of a screen reader: nobody is to be found there who does not stand there. */
static void
forget_names (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    forget_names (child);
}

void
fact_board_line_set_row (FactBoardLine *self,
                         FactBoardRow  *row,
                         gboolean       all_text)
{
  const FactBoardSetting *setting;
  g_autofree char *name = NULL;
  FactTriage *triage;

  g_return_if_fail (FACT_IS_BOARD_LINE (self));

  g_set_object (&self->row, row);
  self->all_text = all_text;
  if (!row) {
    forget_names (GTK_WIDGET (self));
    return;
  }

  setting = self->setting;
  triage = fact_board_row_get_triage (row);
  fact_board_style_set_color (GTK_WIDGET (self), triage ? fact_triage_get_color (triage) : FACT_COLOR_GREY);
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    guint day = fact_board_column_is_day (i) ? setting->week + i - FACT_BOARD_COLUMN_MONDAY : 0;

    fact_board_cell_set_row (FACT_BOARD_CELL (self->cells[i]), setting->texts, row, day,
                             fact_board_line_get_cell_width (setting, i),
                             all_text ? 0 : setting->lines);
  }
  name = fact_board_row_get_spoken_name (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
fact_board_line_has_all_text (FactBoardLine *self)
{
  return self->all_text;
}

GtkWidget *
fact_board_line_get_cell (FactBoardLine *self,
                          guint          column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, NULL);

  return self->cells[column];
}
