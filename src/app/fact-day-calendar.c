/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-day-calendar.h"

#include "fact-week.h"

#include <glib/gi18n.h>

/* No month touches more weeks. */
#define N_WEEKS 6
#define DAY_KEY "fact-day"

struct _FactDayCalendar {
  GtkWidget parent_instance;

  guint last;
  guint day;

  /* borrowed */
  GtkWidget *box;
  GtkWidget *month;
  GtkWidget *next;
  GtkWidget *weeks[N_WEEKS];       /* labels */
  GtkWidget *days[N_WEEKS * FACT_DAYS_IN_WEEK];
};

enum {
  DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactDayCalendar, fact_day_calendar, GTK_TYPE_WIDGET)

/* The first of the month that is so many months after that of @day; 0 beyond the calendar. */
static guint
get_first (guint day,
           int   months)
{
  int year, month, number, count;

  if (!fact_day_get_ymd (day, &year, &month, &number))
    return 0;
  count = year * 12 + month - 1 + months;

  return fact_day_from_ymd (count / 12, count % 12 + 1, 1);
}

/* The same number in another month, or that month's last day. */
static guint
go_months (guint day,
           int   months)
{
  guint first = get_first (day, months);
  guint next = get_first (day, months + 1);

  return first && next ? MIN (first + (day - get_first (day, 0)), next - 1) : day;
}

static void
show_day (FactDayCalendar *self,
          GtkWidget       *button,
          guint            day,
          gboolean         inside)
{
  g_autofree char *words = fact_day_format_long (day);
  g_autofree char *name = NULL, *label = NULL;
  int year = 0, month = 0, number = 0;

  fact_day_get_ymd (day, &year, &month, &number);
  label = g_strdup_printf ("%d", number);
  name = g_strdup_printf ("%s %d", words, year);
  g_object_set_data (G_OBJECT (button), DAY_KEY, GUINT_TO_POINTER (day));
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, day > 0 && day <= self->last);
  /* One stop for Tab. */
  gtk_widget_set_focusable (button, day == self->day);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), day == self->day);
  if (inside)
    gtk_widget_remove_css_class (button, "dim-label");
  else
    gtk_widget_add_css_class (button, "dim-label");
}

static void
show (FactDayCalendar *self)
{
  guint first = get_first (self->day, 0);
  FactWeek week = fact_week_from_day (first);
  g_autofree char *title = fact_month_format (self->day);

  gtk_label_set_label (GTK_LABEL (self->month), title);
  gtk_widget_set_sensitive (self->next, get_first (self->day, 1) <= self->last);
  for (guint i = 0; i < N_WEEKS; i++) {
    FactWeek shown = week + i * FACT_DAYS_IN_WEEK;
    g_autofree char *number = g_strdup_printf ("%u", fact_week_get_number (shown));

    gtk_label_set_label (GTK_LABEL (self->weeks[i]), number);
    for (guint j = 0; j < FACT_DAYS_IN_WEEK; j++)
      show_day (self, self->days[i * FACT_DAYS_IN_WEEK + j], shown + j, get_first (shown + j, 0) == first);
  }
}

/* @day: 0 and days after the last are none. */
static void
choose (FactDayCalendar *self,
        guint            day)
{
  if (day == 0 || get_first (day, 0) == 0)
    return;
  fact_day_calendar_set_day (self, MIN (day, self->last));
  g_signal_emit (self, signals[DAY_CHOSEN], 0, self->day);
}

static void
focus_day (FactDayCalendar *self)
{
  guint first = fact_week_from_day (get_first (self->day, 0));

  gtk_widget_grab_focus (self->days[self->day - first]);
}

static void
previous_cb (FactDayCalendar *self)
{
  choose (self, go_months (self->day, -1));
}

static void
next_cb (FactDayCalendar *self)
{
  choose (self, go_months (self->day, 1));
}

static void
day_clicked_cb (FactDayCalendar *self,
                GtkWidget       *button)
{
  choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), DAY_KEY)));
  focus_day (self);
}

static gboolean
key_pressed_cb (FactDayCalendar *self,
                guint            keyval)
{
  guint day = self->day;

  switch (keyval) {
  case GDK_KEY_Left: case GDK_KEY_KP_Left:
    day -= 1;
    break;
  case GDK_KEY_Right: case GDK_KEY_KP_Right:
    day += 1;
    break;
  case GDK_KEY_Up: case GDK_KEY_KP_Up:
    day = day > FACT_DAYS_IN_WEEK ? day - FACT_DAYS_IN_WEEK : day;
    break;
  case GDK_KEY_Down: case GDK_KEY_KP_Down:
    day += FACT_DAYS_IN_WEEK;
    break;
  case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
    day = go_months (day, -1);
    break;
  case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
    day = go_months (day, 1);
    break;
  default:
    return FALSE;
  }
  choose (self, day);
  focus_day (self);
  return TRUE;
}

static GtkWidget *
make_arrow (FactDayCalendar *self,
            const char      *icon,
            const char      *name,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
make_head (FactDayCalendar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->month = gtk_label_new ("");
  gtk_widget_set_hexpand (self->month, TRUE);
  gtk_widget_add_css_class (self->month, "heading");
  self->next = make_arrow (self, "go-next-symbolic", _("Next month"), G_CALLBACK (next_cb));
  gtk_box_append (GTK_BOX (head), make_arrow (self, "go-previous-symbolic", _("Previous month"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (head), self->month);
  gtk_box_append (GTK_BOX (head), self->next);

  return head;
}

static GtkWidget *
make_small_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GtkWidget *
make_grid (FactDayCalendar *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint j = 0; j < FACT_DAYS_IN_WEEK; j++)
    gtk_grid_attach (GTK_GRID (grid), make_small_label (fact_weekday_get_heading (j)), (int) j + 1, 0, 1, 1);
  for (guint i = 0; i < N_WEEKS * FACT_DAYS_IN_WEEK; i++) {
    guint week = i / FACT_DAYS_IN_WEEK;
    GtkWidget *button = gtk_toggle_button_new ();

    if (i % FACT_DAYS_IN_WEEK == 0) {
      self->weeks[week] = make_small_label ("");
      gtk_grid_attach (GTK_GRID (grid), self->weeks[week], 0, (int) week + 1, 1, 1);
    }
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "numeric");
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (day_clicked_cb), self);
    gtk_grid_attach (GTK_GRID (grid), button, (int) (i % FACT_DAYS_IN_WEEK) + 1, (int) week + 1, 1, 1);
    self->days[i] = button;
  }
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (grid, keys);

  return grid;
}

static void
fact_day_calendar_dispose (GObject *object)
{
  g_clear_pointer (&FACT_DAY_CALENDAR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fact_day_calendar_parent_class)->dispose (object);
}

static void
fact_day_calendar_class_init (FactDayCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_day_calendar_dispose;

  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", FACT_TYPE_DAY_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fact-day-calendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_day_calendar_init (FactDayCalendar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), make_grid (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
fact_day_calendar_new (guint last)
{
  FactDayCalendar *self;

  g_return_val_if_fail (last > 0, NULL);

  self = g_object_new (FACT_TYPE_DAY_CALENDAR, NULL);
  self->last = last;
  self->day = last;
  show (self);

  return GTK_WIDGET (self);
}

void
fact_day_calendar_set_day (FactDayCalendar *self,
                           guint            day)
{
  g_return_if_fail (FACT_IS_DAY_CALENDAR (self));
  g_return_if_fail (day > 0 && day <= self->last);

  self->day = day;
  show (self);
}
