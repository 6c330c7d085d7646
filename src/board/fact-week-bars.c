/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-week-bars.h"

#include "fact-team-weeks.h"

#include <glib/gi18n.h>

struct _FactWeekBars {
  GtkWidget parent_instance;

  /* borrowed */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (FactWeekBars, fact_week_bars, GTK_TYPE_WIDGET)

static guint
get_total (const FactWeekCount *count)
{
  return count->planned + count->done + count->others;
}

/* @text: (transfer full). */
static GtkWidget *
make_label (char  *text,
            float  xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "wrap", xalign == 0, NULL);

  gtk_widget_add_css_class (label, "numeric");
  g_free (text);
  return label;
}

static void
add_line (FactWeekBars        *self,
          const FactWeekCount *count,
          guint                most,
          int                  line)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));
  guint total = get_total (count);
  g_autofree char *done = g_strdup_printf (ngettext ("%u done", "%u done", count->done), count->done);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), total);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  /* The numbers beside it say the same. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_grid_attach (GTK_GRID (self->grid), make_label (fact_week_format_label (count->week), 0), 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), bar, 1, line, 1, 1);
  /* Translators: contacts of a week, and how many of them were done: "3 (2 done)" */
  gtk_grid_attach (GTK_GRID (self->grid), make_label (g_strdup_printf (_("%u (%s)"), total, done), 1), 2, line, 1, 1);
}

static void
fact_week_bars_dispose (GObject *object)
{
  FactWeekBars *self = FACT_WEEK_BARS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (fact_week_bars_parent_class)->dispose (object);
}

static void
fact_week_bars_class_init (FactWeekBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_week_bars_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "week-bars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
fact_week_bars_init (FactWeekBars *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contacts, four weeks"), -1);
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 9, "row-spacing", 3, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
fact_week_bars_new (void)
{
  return g_object_new (FACT_TYPE_WEEK_BARS, NULL);
}

void
fact_week_bars_set_counts (FactWeekBars *self,
                           GArray       *counts)
{
  GtkWidget *child;
  guint most = 0;

  g_return_if_fail (FACT_IS_WEEK_BARS (self));

  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; counts && i < counts->len; i++)
    most = MAX (most, get_total (&g_array_index (counts, FactWeekCount, i)));
  for (guint i = 0; counts && i < counts->len; i++)
    add_line (self, &g_array_index (counts, FactWeekCount, i), most, (int) i);
}
