/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "fact-preferences-window.h"
#include "fact-session.h"
#include "fact-settings.h"
#include "fact-text-size.h"
#include "fact-toast-area.h"
#include "fact-window.h"
#include "window-fixture.h"

typedef struct {
  GtkApplication *app; /* borrowed */
  GSettings *settings;
  FactSession *session; /* not opened */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->settings = fact_settings_new ();
  self->session = fact_session_new ("/nonexistent/team.facttavlan", FALSE);
  for (const char *const *key = (const char *const[]) { "window-width", "window-height", "text-size", NULL }; *key; key++)
    g_settings_reset (self->settings, *key);
  self->app = (GtkApplication *) data;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
}

static GtkWidget *
find (GtkWidget  *widget,
      GType       type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);

    if (found)
      return found;
  }

  return NULL;
}

static GtkWidget *
find_status (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) &&
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_STATUS)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_status (child);

    if (found)
      return found;
  }

  return NULL;
}

static guint
count_toasts (GtkWidget *widget)
{
  guint n = g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_toasts (child);

  return n;
}

/* A toast vanishes; its words stay in the status line, as they were written. */
static void
test_toast_is_repeated (Fixture       *self,
                        gconstpointer  data)
{
  FactWindow *window = fact_window_new (self->app, self->settings, self->session);
  GtkWidget *area = find (GTK_WIDGET (window), FACT_TYPE_TOAST_AREA);
  GtkWidget *line = find_status (GTK_WIDGET (window));
  GtkWidget *page = find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE);

  g_assert_nonnull (area);
  g_assert_nonnull (line);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, "");

  fact_toast (page, "DD-75 <moved> & kept");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, "DD-75 <moved> & kept");
  fact_toast_with_action (page, "Another", "Page", "win.page::board");
  /* What is told while another toast comes takes its place. */
  g_assert_cmpuint (count_toasts (area), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, "Another");
  g_assert_cmpstr (fact_toast_area_get_message (FACT_TOAST_AREA (area)), ==, "Another");
  /* What does not hold any more is taken back, unless something else was told since. */
  fact_toast_area_withdraw (FACT_TOAST_AREA (area), "DD-75 <moved> & kept");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, "Another");
  fact_toast_area_withdraw (FACT_TOAST_AREA (area), "Another");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, "");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_size_is_kept (Fixture       *self,
                   gconstpointer  data)
{
  FactWindow *window = fact_window_new (self->app, self->settings, self->session);
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 750);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));

  window = fact_window_new (self->app, self->settings, self->session);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 750);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Pages are turned in the header bar where there is room for their names, also at the first frame. */
static void
test_switcher (Fixture       *self,
               gconstpointer  data)
{
  static const struct {
    int width;
    int text_size;
    gboolean in_header;
  } cases[] = { { 1400, 100, TRUE }, { 1100, 100, FALSE }, { 1400, 150, FALSE } };
  g_autoptr (FactTextSize) text_size = fact_text_size_new (self->settings, gtk_settings_get_default ());

  g_assert_nonnull (text_size);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    FactWindow *window;
    GtkWidget *title;

    g_settings_set_int (self->settings, "window-width", cases[i].width);
    g_settings_set_int (self->settings, "text-size", cases[i].text_size);
    window = fact_window_new (self->app, self->settings, self->session);
    title = find (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_TITLE);
    g_assert_cmpint (adw_view_switcher_title_get_view_switcher_enabled (ADW_VIEW_SWITCHER_TITLE (title)), ==,
                     cases[i].in_header);
    gtk_window_destroy (GTK_WINDOW (window));
  }
  g_settings_reset (self->settings, "text-size");
}

static int
icon_size (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("open-menu-symbolic");
  int size;

  gtk_window_set_child (GTK_WINDOW (window), image);
  gtk_widget_measure (image, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  return size;
}

static void
test_text_size (Fixture       *self,
                gconstpointer  data)
{
  GtkSettings *gtk = gtk_settings_get_default ();
  g_autoptr (FactTextSize) text_size = NULL;
  FactPreferencesWindow *window;
  GtkWidget *row;
  int before;
  int after;

  g_object_get (gtk, "gtk-xft-dpi", &before, NULL);
  text_size = fact_text_size_new (self->settings, gtk);
  g_object_get (gtk, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, before);

  window = fact_preferences_window_new (self->settings, NULL);
  row = find (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW);
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 4);
  g_assert_cmpint (g_settings_get_int (self->settings, "text-size"), ==, 200);
  g_object_get (gtk, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, 2 * before);
  g_assert_cmpint (icon_size (), ==, 24);

  /* A size between those offered, set elsewhere, is shown as the smaller and not changed by being shown. */
  g_settings_set_int (self->settings, "text-size", 160);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 2);
  g_assert_cmpint (g_settings_get_int (self->settings, "text-size"), ==, 160);

  g_settings_set_int (self->settings, "text-size", 100);
  g_object_get (gtk, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpint (icon_size (), ==, 16);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_icon (const char *name)
{
  return gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), name);
}

/* Each icon is one that can be drawn, not the picture of a missing one. */
static void
test_icons (Fixture       *self,
            gconstpointer  data)
{
  const char *path = "/org/gtk/libgtk/icons/scalable/actions";
  g_auto (GStrv) names = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint cases = 0;

  g_assert_nonnull (names);
  for (char **name = names; *name; name++) {
    g_autofree char *icon = g_strndup (*name, strlen (*name) - strlen (".svg"));
    g_autofree char *file = g_build_path ("/", path, *name, NULL);
    g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_resource (file, NULL);

    /* GTK's own stand there, too. */
    if (!g_str_has_prefix (icon, "fact-"))
      continue;
    cases++;
    g_assert_true (has_icon (icon));
    g_assert_nonnull (pixbuf);
    g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 16);
  }
  g_test_message ("%u cases", cases);
  g_assert_cmpuint (cases, >, 20);
  g_assert_false (has_icon ("fact-no-such-symbolic"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = window_fixture_start (&argc, &argv);

  g_test_add ("/window/toast-is-repeated", Fixture, app, set_up, test_toast_is_repeated, tear_down);
  g_test_add ("/window/size-is-kept", Fixture, app, set_up, test_size_is_kept, tear_down);
  g_test_add ("/window/switcher", Fixture, app, set_up, test_switcher, tear_down);
  g_test_add ("/window/text-size", Fixture, app, set_up, test_text_size, tear_down);
  g_test_add ("/window/icons", Fixture, app, set_up, test_icons, tear_down);

  return g_test_run ();
}
