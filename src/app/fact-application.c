/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-application.h"

#include <glib/gi18n.h>

#include "fact-config.h"
#include "fact-picture.h"
#include "fact-quit.h"
#include "fact-settings.h"
#include "fact-text-size.h"
#include "fact-widget.h"
#include "fact-window.h"

struct _FactApplication {
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
  FactTextSize *text_size;
  char *database; /* NULL: the user's own */
  char *picture;
  char *pictures;

  gboolean demo;
  FactSession *session;            /* (nullable): opened ahead, until a window has it */
};

G_DEFINE_FINAL_TYPE (FactApplication, fact_application, ADW_TYPE_APPLICATION)

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.preferences", "s", "display");
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkApplication *app = data;

  adw_show_about_window (gtk_application_get_active_window (app),
                         "application-name", _("FACT Board"),
                         "application-icon", FACT_APP_ID,
                         "version", FACT_VERSION,
                         "developer-name", _("The Facttavlan developers"),
                         "copyright", "© 2026 The Facttavlan developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("The board of a FACT team: who is worse, what was agreed, and who does what this week."),
                         NULL);
}

static void
demo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  FactApplication *self = data;
  const char *argv[] = { "/proc/self/exe", "--demo", NULL };
  g_autoptr (GError) error = NULL;

  /* An instance of its own: it holds a database of its own, and the user's stays as it is. */
  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    fact_window_tell (FACT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self))),
                      _("The demo could not be opened."), error->message);
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  fact_quit (data);
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = preferences_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "demo", .activate = demo_activated_cb },
  { .name = "quit", .activate = quit_activated_cb },
};

static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.undo", { "<Control>z" } },
  { "win.history", { "<Control>h" } },
  { "win.redo", { "<Shift><Control>z", "<Control>y" } },
  { "win.page::board", { "<Alt>1" } },
  { "win.search", { "<Control>f" } },
  { "win.side-pane", { "F9" } },
  { "win.page::patients", { "<Alt>2" } },
  { "win.new-patient", { "<Control>n" } },
  { "win.put-on('')", { "<Shift><Control>n" } },
};

static void
add_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/facttavlan/Facttavlan/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Where a unit is a pixel, letters stand on whole pixels: clearer in a dense table, and FreeType loads each once for
 * its measures and its picture, not at two sizes in turn. */
static void
set_text_rendering (GdkDisplay *display)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  gboolean whole = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

    whole = whole && gdk_monitor_get_scale_factor (monitor) == 1;
  }
  if (whole)
    g_object_set (gtk_settings_get_for_display (display), "gtk-hint-font-metrics", TRUE, NULL);
}

static void
fact_application_startup (GApplication *app)
{
  FactApplication *self = FACT_APPLICATION (app);

  self->session = fact_session_new (self->database, self->demo);
  fact_session_open_ahead (self->session);
  G_APPLICATION_CLASS (fact_application_parent_class)->startup (app);

  add_style (gdk_display_get_default ());
  set_text_rendering (gdk_display_get_default ());
  gtk_window_set_default_icon_name (FACT_APP_ID);

  self->settings = fact_settings_new ();
  self->text_size = fact_text_size_new (self->settings, gtk_settings_get_default ());

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  fact_quit_watch (GTK_APPLICATION (app));
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
fact_application_activate (GApplication *app)
{
  FactApplication *self = FACT_APPLICATION (app);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_autoptr (FactSession) session = NULL;

  if (window) {
    gtk_window_present (window);
    return;
  }

  session = self->session ? g_steal_pointer (&self->session) : fact_session_new (self->database, self->demo);
  window = GTK_WINDOW (fact_window_new (GTK_APPLICATION (app), self->settings, session));
  fact_window_open (FACT_WINDOW (window));

  /* A picture waits for the frames of a window that is shown. */
  if (self->picture || self->pictures)
    gtk_window_present (window);
  if (self->picture)
    fact_picture_of_window (window, self->picture);
  else if (self->pictures)
    fact_picture_of_all (window, self->pictures);
}

static int
fact_application_handle_local_options (GApplication *app,
                                       GVariantDict *options)
{
  FactApplication *self = FACT_APPLICATION (app);

  if (g_variant_dict_contains (options, "version")) {
    g_print ("facttavlan %s\n", FACT_VERSION);
    return 0;
  }

  if (self->database && self->demo) {
    g_printerr ("%s\n", _("--database and --demo exclude each other: the demo has a database of its own."));
    return 2;
  }

  if (self->database || self->demo || self->picture || self->pictures)
    g_application_set_flags (app, g_application_get_flags (app) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
fact_application_finalize (GObject *object)
{
  FactApplication *self = FACT_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->text_size);
  g_clear_object (&self->settings);
  g_free (self->database);
  g_free (self->picture);
  g_free (self->pictures);

  G_OBJECT_CLASS (fact_application_parent_class)->finalize (object);
}

static void
fact_application_class_init (FactApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = fact_application_finalize;
  app_class->startup = fact_application_startup;
  app_class->activate = fact_application_activate;
  app_class->handle_local_options = fact_application_handle_local_options;
}

static void
fact_application_init (FactApplication *self)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      N_("Open this database instead of the user's own"), N_("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo,
      N_("Open a throw-away copy of a made-up team"), NULL },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, &self->picture,
      N_("Save a picture of the window to this PNG file and quit"), N_("FILE") },
    { "pictures", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &self->pictures, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
}

FactApplication *
fact_application_new (void)
{
  FactApplication *self;

  fact_widget_init ();
  self = g_object_new (FACT_TYPE_APPLICATION, "application-id", FACT_APP_ID, NULL);
  /* GTK would add a path for icons by it, and read its icon theme again for that. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}
