/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-wrap-layout.h"

struct _FactWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (FactWrapLayout, fact_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_width (GtkWidget *child,
           int        available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first child of the next line, and how high this one is. */
static GtkWidget *
measure_line (FactWrapLayout *self,
              GtkWidget      *first,
              int             available,
              int            *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child; child = gtk_widget_get_next_sibling (child)) {
    int width;

    if (!gtk_widget_should_layout (child))
      continue;
    width = get_width (child, available);
    if (x > 0 && x + width > available)
      break;
    *height = MAX (*height, get_height (child, width));
    x += width + self->spacing;
  }
  return child;
}

static void
measure_width (FactWrapLayout *self,
               GtkWidget      *widget,
               int            *minimum,
               int            *natural)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural ? self->spacing : 0);
  }
}

static GtkSizeRequestMode
fact_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fact_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  FactWrapLayout *self = FACT_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }
  while (child) {
    int height;

    child = measure_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
    *natural += height + (*natural ? self->spacing : 0);
  }
  *minimum = *natural;
}

static void
fact_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  FactWrapLayout *self = FACT_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child) {
    int line_height, x = 0;
    GtkWidget *next = measure_line (self, child, width, &line_height);

    for (; child != next; child = gtk_widget_get_next_sibling (child)) {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, child_width, line_height }, -1);
      x += child_width + self->spacing;
    }
    y += line_height + self->spacing;
  }
}

static void
fact_wrap_layout_class_init (FactWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = fact_wrap_layout_get_request_mode;
  layout_class->measure = fact_wrap_layout_measure;
  layout_class->allocate = fact_wrap_layout_allocate;
}

static void
fact_wrap_layout_init (FactWrapLayout *self)
{
}

GtkLayoutManager *
fact_wrap_layout_new (int spacing)
{
  FactWrapLayout *self = g_object_new (FACT_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
