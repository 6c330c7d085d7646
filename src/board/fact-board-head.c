/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-head.h"

#include "fact-board-column.h"
#include "fact-day.h"

#include <glib/gi18n.h>

struct _FactBoardHead {
  GtkWidget parent_instance;

  /* borrowed */
  const FactBoardSetting *setting;
  GtkWidget *labels[FACT_BOARD_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (FactBoardHead, fact_board_head, GTK_TYPE_WIDGET)

static void
fact_board_head_measure (GtkWidget      *widget,
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
fact_board_head_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FactBoardHead *self = FACT_BOARD_HEAD (widget);

  fact_board_line_allocate_cells (self->setting, self->labels, height);
}

static void
fact_board_head_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  FactBoardHead *self = FACT_BOARD_HEAD (widget);

  fact_board_line_snapshot_cells (self->setting, widget, self->labels, snapshot);
}

static void
fact_board_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fact_board_head_parent_class)->dispose (object);
}

static void
fact_board_head_class_init (FactBoardHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_board_head_dispose;
  widget_class->measure = fact_board_head_measure;
  widget_class->size_allocate = fact_board_head_size_allocate;
  widget_class->snapshot = fact_board_head_snapshot;

  gtk_widget_class_set_css_name (widget_class, "head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
fact_board_head_init (FactBoardHead *self)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_insert_hyphens_new (FALSE));
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-head");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                     "label", fact_board_column_get_title (i),
                                     "attributes", attrs, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

    if (fact_board_column_is_day (i))
      gtk_widget_add_css_class (label, "day");
    gtk_widget_set_parent (label, GTK_WIDGET (self));
    self->labels[i] = label;
  }
}

GtkWidget *
fact_board_head_new (const FactBoardSetting *setting)
{
  FactBoardHead *self = g_object_new (FACT_TYPE_BOARD_HEAD, NULL);

  self->setting = setting;

  return GTK_WIDGET (self);
}

/* How the marked day is called: an earlier day that is shown is not today. */
static char *
name_marked (FactBoardHead *self,
             const char    *weekday)
{
  int year, month, day;

  /* Translators: heading of today's column; %s is the weekday, as in "Wed · today", "On · i dag" */
  if (!self->setting->past)
    return g_strdup_printf (_("%s · today"), weekday);
  fact_day_get_ymd (self->setting->today, &year, &month, &day);
  /* Translators: heading of the column of the day that an old board shows: weekday, day and month, as in "Sat · 21 Nov" */
  return g_strdup_printf (C_("old board", "%s · %d %s"), weekday, day, fact_month_get_short_name (month));
}

void
fact_board_head_update (FactBoardHead *self)
{
  for (guint i = FACT_BOARD_COLUMN_MONDAY; i < FACT_BOARD_N_COLUMNS; i++) {
    guint day = self->setting->week + i - FACT_BOARD_COLUMN_MONDAY;
    const char *title = fact_board_column_get_title (i);
    g_autofree char *date = self->setting->week > 0 ? fact_day_format_long (day) : g_strdup (title);

    if (self->setting->week > 0 && day == self->setting->today) {
      g_autofree char *today = name_marked (self, title);

      gtk_label_set_label (GTK_LABEL (self->labels[i]), today);
      gtk_widget_add_css_class (self->labels[i], "today");
    } else {
      gtk_label_set_label (GTK_LABEL (self->labels[i]), title);
      gtk_widget_remove_css_class (self->labels[i], "today");
    }
    gtk_widget_set_tooltip_text (self->labels[i], date);
  }
}

int
fact_board_head_get_height (FactBoardHead *self)
{
  int height = 0;

  for (guint i = 0; i < FACT_BOARD_N_COLUMNS; i++) {
    int width = fact_board_line_get_cell_width (self->setting, i);
    int least, minimum;

    if (!fact_board_geometry_is_visible (self->setting->geometry, i))
      continue;
    gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    gtk_widget_measure (self->labels[i], GTK_ORIENTATION_VERTICAL, MAX (width, least), &minimum, NULL, NULL, NULL);
    height = MAX (height, minimum);
  }

  return height;
}
