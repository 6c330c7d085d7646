/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-cell.h"

#include "fact-board-column.h"
#include "fact-board-renderer.h"
#include "fact-board-text.h"
#include "fact-contact-chip.h"
#include "fact-day.h"

struct _FactBoardCell {
  GtkWidget parent_instance;

  guint column;
  guint n_chips;                   /* shown; the rest of the children are spare */

  /* owned */
  PangoLayout *layout;             /* of a text cell */
};

G_DEFINE_FINAL_TYPE (FactBoardCell, fact_board_cell, GTK_TYPE_WIDGET)

/* The text of a cell for a screen reader; of a patient with all that there is to ask. Returns: (transfer full). */
static char *
describe (FactBoardRow *row,
          guint         column)
{
  const char *text = fact_board_row_get_text (row, fact_board_column_get_field (column));
  g_autoptr (GString) value = g_string_new (text);

  if (column == FACT_BOARD_COLUMN_PATIENT && !fact_board_row_is_masked (row)) {
    GPtrArray *warnings = fact_board_row_get_warnings (row);
    g_autofree char *namesakes = fact_board_row_get_namesakes (row);

    if (namesakes)
      g_string_append_printf (value, ", %s", namesakes);
    for (guint i = 0; i < warnings->len; i++)
      g_string_append_printf (value, "%s%s", value->len > 0 ? ". " : "",
                              ((FactWarning *) g_ptr_array_index (warnings, i))->text);
  }

  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
set_text (FactBoardCell  *self,
          FactBoardTexts *texts,
          FactBoardRow   *row,
          int             width,
          int             lines)
{
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;
  gboolean filled;

  g_clear_object (&self->layout);
  self->layout = fact_board_texts_take (texts, row, self->column, &filled);
  if (!filled)
    fact_board_text_fill (self->layout, row, self->column, width, lines);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  value = describe (row, self->column);
  name = g_strdup_printf ("%s, %s", fact_board_row_get_code (row), fact_board_column_get_title (self->column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value,
                                  -1);
}

static void
set_chips (FactBoardCell  *self,
           FactBoardTexts *texts,
           GPtrArray      *contacts,
           int             width,
           int             lines)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < contacts->len; i++) {
    if (!child) {
      child = fact_contact_chip_new ();
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
    fact_contact_chip_set_contact (FACT_CONTACT_CHIP (child), texts, g_ptr_array_index (contacts, i), width, lines);
    gtk_widget_set_child_visible (child, TRUE);
    child = gtk_widget_get_next_sibling (child);
  }
  self->n_chips = contacts->len;
  while (child) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    gtk_widget_unparent (child);
    child = next;
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_day (FactBoardCell  *self,
         FactBoardTexts *texts,
         FactBoardRow   *row,
         guint           day,
         int             width,
         int             lines)
{
  g_autofree char *date = fact_day_format_long (day);
  g_autofree char *name = g_strdup_printf ("%s, %s", fact_board_row_get_code (row), date);

  set_chips (self, texts, fact_board_row_get_day (row, self->column - FACT_BOARD_COLUMN_MONDAY), width, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fact_board_cell_measure (GtkWidget      *widget,
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
fact_board_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  int y = FACT_BOARD_PAD_Y;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkAllocation allocation = { FACT_BOARD_PAD_X / 2, y, 0, 0 };
    int minimum;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    fact_contact_chip_get_size (FACT_CONTACT_CHIP (child), &allocation.width, &allocation.height);
    allocation.width = MAX (allocation.width, minimum);
    gtk_widget_size_allocate (child, &allocation, -1);
    y += allocation.height + FACT_BOARD_CHIP_SPACING;
  }
}

static void
fact_board_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  FactBoardCell *self = FACT_BOARD_CELL (widget);

  if (self->layout)
    fact_board_render_layout (widget, snapshot, self->layout, FACT_BOARD_PAD_X, FACT_BOARD_PAD_Y);
  GTK_WIDGET_CLASS (fact_board_cell_parent_class)->snapshot (widget, snapshot);
}

static void
fact_board_cell_dispose (GObject *object)
{
  FactBoardCell *self = FACT_BOARD_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (fact_board_cell_parent_class)->dispose (object);
}

static void
fact_board_cell_class_init (FactBoardCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_board_cell_dispose;
  widget_class->measure = fact_board_cell_measure;
  widget_class->size_allocate = fact_board_cell_size_allocate;
  widget_class->snapshot = fact_board_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
fact_board_cell_init (FactBoardCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-cell");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fact_board_cell_new (guint column)
{
  FactBoardCell *self = g_object_new (FACT_TYPE_BOARD_CELL, NULL);

  self->column = column;

  return GTK_WIDGET (self);
}

void
fact_board_cell_set_row (FactBoardCell  *self,
                         FactBoardTexts *texts,
                         FactBoardRow   *row,
                         guint           day,
                         int             width,
                         int             lines)
{
  g_return_if_fail (FACT_IS_BOARD_CELL (self));
  g_return_if_fail (FACT_IS_BOARD_ROW (row));

  if (fact_board_column_is_day (self->column))
    set_day (self, texts, row, day, width, lines);
  else
    set_text (self, texts, row, width, lines);
}

GtkWidget *
fact_board_cell_find_chip (FactBoardCell *self,
                           const char    *uid)
{
  g_return_val_if_fail (FACT_IS_BOARD_CELL (self), NULL);

  if (!fact_board_column_is_day (self->column))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child;
       child = gtk_widget_get_next_sibling (child)) {
    FactContactView *contact = fact_contact_chip_get_contact (FACT_CONTACT_CHIP (child));

    if (contact && g_strcmp0 (fact_contact_view_get_uid (contact), uid) == 0)
      return child;
  }

  return NULL;
}
