/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-staff-strip.h"

#include "fact-wrap-layout.h"

#include <glib/gi18n.h>

#define STAFF_KEY "fact-staff"
#define SPACING 6
#define MOST_LINES 2               /* what is more is scrolled to */

struct _FactStaffStrip {
  GtkWidget parent_instance;

  /* owned */
  GListModel *staff;
  guint today;

  /* borrowed */
  GtkWidget *scroller;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (FactStaffStrip, fact_staff_strip, GTK_TYPE_WIDGET)

static GtkWidget *
make_chip (FactStaff *staff)
{
  const char *signature = fact_staff_get_signature (staff);
  /* Not the label itself: one that cannot be selected takes no focus. */
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON,
                                  "valign", GTK_ALIGN_CENTER, "focusable", TRUE, NULL);
  /* Translators: name of a signature in the staff strip for a screen reader: "CSA, staff" */
  g_autofree char *name = g_strdup_printf (_("%s, staff"), signature);

  gtk_box_append (GTK_BOX (chip), g_object_new (GTK_TYPE_LABEL, "label", signature, "can-target", FALSE,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (chip, "staff-chip");
  if (fact_staff_is_external (staff))
    gtk_widget_add_css_class (chip, "external");
  gtk_widget_set_cursor_from_name (chip, "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (fact_staff_get_name (staff))
    gtk_widget_set_tooltip_text (chip, fact_staff_get_name (staff));
  g_object_set_data_full (G_OBJECT (chip), STAFF_KEY, g_object_ref (staff), g_object_unref);

  return chip;
}

static void
update (FactStaffStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < g_list_model_get_n_items (self->staff); i++) {
    g_autoptr (FactStaff) staff = g_list_model_get_item (self->staff, i);

    if (self->today == 0 || fact_staff_is_active (staff, self->today))
      gtk_box_append (GTK_BOX (self->box), make_chip (staff));
  }
}

static void
show_menu (GtkWidget *chip)
{
  FactStaff *staff = chip ? g_object_get_data (G_OBJECT (chip), STAFF_KEY) : NULL;

  if (staff)
    gtk_widget_activate_action (chip, "board.staff-menu", "s", fact_record_get_uid (FACT_RECORD (staff)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                FactStaffStrip        *self)
{
  switch (keyval) {
  case GDK_KEY_F10:
    if (!(state & GDK_SHIFT_MASK))
      return FALSE;
    show_menu (gtk_widget_get_focus_child (self->box));
    return TRUE;
  case GDK_KEY_Menu: case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_space:
    show_menu (gtk_widget_get_focus_child (self->box));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            FactStaffStrip  *self)
{
  show_menu (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
}

static gboolean
fact_staff_strip_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  FactStaffStrip *self = FACT_STAFF_STRIP (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (self->box);
  GtkWidget *chip;

  /* One stop for Tab: within the strip the arrows move. */
  if (!focused)
    chip = gtk_widget_get_first_child (self->box);
  else if (direction == GTK_DIR_LEFT)
    chip = gtk_widget_get_prev_sibling (focused);
  else
    chip = direction == GTK_DIR_RIGHT ? gtk_widget_get_next_sibling (focused) : NULL;

  return chip && gtk_widget_grab_focus (chip);
}

static GtkSizeRequestMode
fact_staff_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fact_staff_strip_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  FactStaffStrip *self = FACT_STAFF_STRIP (widget);
  GtkWidget *chip = gtk_widget_get_first_child (self->box);
  int line = 0;

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (chip)
    gtk_widget_measure (chip, GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
  *minimum = *natural = MIN (*natural, MOST_LINES * line + (MOST_LINES - 1) * SPACING);
}

static void
fact_staff_strip_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  gtk_widget_size_allocate (FACT_STAFF_STRIP (widget)->scroller, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
fact_staff_strip_dispose (GObject *object)
{
  FactStaffStrip *self = FACT_STAFF_STRIP (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->staff);

  G_OBJECT_CLASS (fact_staff_strip_parent_class)->dispose (object);
}

static void
fact_staff_strip_class_init (FactStaffStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fact_staff_strip_dispose;
  GTK_WIDGET_CLASS (klass)->focus = fact_staff_strip_focus;
  GTK_WIDGET_CLASS (klass)->get_request_mode = fact_staff_strip_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = fact_staff_strip_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = fact_staff_strip_size_allocate;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_staff_strip_init (FactStaffStrip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Staff"), -1);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, fact_wrap_layout_new (SPACING));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
fact_staff_strip_new (GListModel *staff)
{
  FactStaffStrip *self = g_object_new (FACT_TYPE_STAFF_STRIP, NULL);

  self->staff = g_object_ref (staff);
  g_signal_connect_object (staff, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
fact_staff_strip_set_today (FactStaffStrip *self,
                            guint           today)
{
  g_return_if_fail (FACT_IS_STAFF_STRIP (self));

  if (self->today == today)
    return;

  self->today = today;
  update (self);
}

GtkWidget *
fact_staff_strip_find_chip (FactStaffStrip *self,
                            const char     *staff_uid)
{
  g_return_val_if_fail (FACT_IS_STAFF_STRIP (self), NULL);

  for (GtkWidget *chip = gtk_widget_get_first_child (self->box); chip; chip = gtk_widget_get_next_sibling (chip))
    if (g_str_equal (fact_record_get_uid (g_object_get_data (G_OBJECT (chip), STAFF_KEY)), staff_uid))
      return chip;

  return NULL;
}

FactStaff *
fact_staff_strip_find (FactStaffStrip *self,
                       double          x,
                       double          y)
{
  GtkWidget *hit;

  g_return_val_if_fail (FACT_IS_STAFF_STRIP (self), NULL);

  hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return hit ? g_object_get_data (G_OBJECT (hit), STAFF_KEY) : NULL;
}

void
fact_staff_strip_set_target (FactStaffStrip *self,
                             FactStaff      *staff)
{
  g_return_if_fail (FACT_IS_STAFF_STRIP (self));

  for (GtkWidget *chip = gtk_widget_get_first_child (self->box); chip; chip = gtk_widget_get_next_sibling (chip))
    if (staff && g_object_get_data (G_OBJECT (chip), STAFF_KEY) == staff)
      gtk_widget_add_css_class (chip, "drop");
    else
      gtk_widget_remove_css_class (chip, "drop");
}
