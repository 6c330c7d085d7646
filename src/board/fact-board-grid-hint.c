/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is understood of what is typed in a day cell, in a line below it for each contact. In the grid itself: a popover
 * is a window of its own and would take the focus. */
#include "fact-board-grid-private.h"

#include "fact-board-icon.h"
#include "fact-team-typed.h"

static GtkWidget *
make_line (const FactTypedReading *reading)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *icon = reading->kind ? fact_board_icon_of_kind (fact_kind_get_role (reading->kind)) : NULL;

  if (icon)
    gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_LABEL, "label", reading->words, "xalign", 0.0, "wrap", TRUE,
                                                "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 40, NULL));

  return line;
}

void
fact_board_grid_show_hint (FactBoardGrid *self,
                           GPtrArray     *readings)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_clear_pointer (&self->hint, gtk_widget_unparent);
  if (readings && readings->len > 0) {
    self->hint = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    gtk_widget_add_css_class (self->hint, "board-hint");
    gtk_widget_set_can_target (self->hint, FALSE);
    for (guint i = 0; i < readings->len; i++) {
      const FactTypedReading *reading = g_ptr_array_index (readings, i);

      gtk_box_append (GTK_BOX (self->hint), make_line (reading));
      g_string_append_printf (spoken, "%s%s", i > 0 ? ". " : "", reading->words);
    }
    gtk_widget_insert_before (self->hint, GTK_WIDGET (self), self->head);
  }
  if (self->editor)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken->str, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
fact_board_grid_allocate_hint (FactBoardGrid       *self,
                               const GtkAllocation *editor)
{
  GtkAllocation allocation;
  int least, natural;

  if (!self->hint)
    return;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  allocation.width = MAX (MIN (natural, self->width), least);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, allocation.width, &allocation.height, NULL, NULL, NULL);
  allocation.x = MAX (MIN (editor->x, self->width - allocation.width), 0);
  allocation.y = editor->y + editor->height;
  /* At the bottom it stands above. */
  if (allocation.y + allocation.height > self->height && editor->y - allocation.height >= self->head_height)
    allocation.y = editor->y - allocation.height;
  /* A cell as high as the view leaves it no other place than over its foot. */
  allocation.y = MAX (MIN (allocation.y, self->height - allocation.height), self->head_height);
  gtk_widget_size_allocate (self->hint, &allocation, -1);
}

void
fact_board_grid_set_reader (FactBoardGrid       *self,
                            FactBoardReadFunc    reader,
                            gpointer             data)
{
  g_return_if_fail (FACT_IS_BOARD_GRID (self));

  self->reader = reader;
  self->reader_data = data;
}
