/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-contact-chip.h"

#include "fact-board-renderer.h"
#include "fact-board-text.h"

struct _FactContactChip {
  GtkWidget parent_instance;

  /* owned */
  FactContactView *contact;
  PangoLayout *layout;
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (FactContactChip, fact_contact_chip, GTK_TYPE_WIDGET)

static void
toggle_class (GtkWidget  *widget,
              const char *style_class,
              gboolean    on)
{
  if (on == gtk_widget_has_css_class (widget, style_class))
    return;
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

static void
update_classes (FactContactChip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FactContactStatus status = fact_contact_view_get_status (self->contact);

  toggle_class (widget, "external", fact_contact_view_is_external (self->contact));
  toggle_class (widget, "nobody", fact_contact_view_get_who (self->contact)->len == 0);
  toggle_class (widget, "done", status == FACT_CONTACT_DONE);
  toggle_class (widget, "missed", status == FACT_CONTACT_MISSED || status == FACT_CONTACT_NO_ANSWER);
  toggle_class (widget, "cancelled", status == FACT_CONTACT_CANCELLED || status == FACT_CONTACT_CALLED_OFF ||
                                     status == FACT_CONTACT_WRONG);
}

static void
fact_contact_chip_measure (GtkWidget      *widget,
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
fact_contact_chip_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  FactContactChip *self = FACT_CONTACT_CHIP (widget);
  graphene_rect_t bounds;

  if (!self->layout || !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;

  fact_board_render_layout (widget, snapshot, self->layout, bounds.origin.x + FACT_BOARD_CHIP_PAD_X,
                            bounds.origin.y + FACT_BOARD_CHIP_PAD_Y);
}

static void
fact_contact_chip_dispose (GObject *object)
{
  FactContactChip *self = FACT_CONTACT_CHIP (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (fact_contact_chip_parent_class)->dispose (object);
}

static void
fact_contact_chip_class_init (FactContactChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_contact_chip_dispose;
  widget_class->measure = fact_contact_chip_measure;
  widget_class->snapshot = fact_contact_chip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
fact_contact_chip_init (FactContactChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "contact-chip");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fact_contact_chip_new (void)
{
  return g_object_new (FACT_TYPE_CONTACT_CHIP, NULL);
}

void
fact_contact_chip_set_contact (FactContactChip *self,
                               FactBoardTexts  *texts,
                               FactContactView *contact,
                               int              width,
                               int              lines)
{
  gboolean filled;

  g_return_if_fail (FACT_IS_CONTACT_CHIP (self));
  g_return_if_fail (FACT_IS_CONTACT_VIEW (contact));

  g_clear_object (&self->layout);
  self->layout = fact_board_texts_take (texts, contact, 0, &filled);
  if (!filled)
    fact_board_text_fill_chip (self->layout, contact, width, lines);
  fact_board_text_get_chip_size (self->layout, width, &self->width, &self->height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_set_object (&self->contact, contact)) {
    g_autofree char *name = fact_contact_view_get_spoken_name (contact);

    update_classes (self);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

FactContactView *
fact_contact_chip_get_contact (FactContactChip *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_CHIP (self), NULL);

  return self->contact;
}

void
fact_contact_chip_get_size (FactContactChip *self,
                            int             *width,
                            int             *height)
{
  *width = self->width;
  *height = self->height;
}
