/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "fact-settings.h"
#include "fact-widget.h"
#include "waiting.h"

AdwApplication *
window_fixture_start (int    *argc,
                      char ***argv)
{
  g_autoptr (AdwApplication) app = NULL;

  gtk_test_init (argc, argv, NULL);
  fact_widget_init ();
  app = adw_application_new ("org.facttavlan.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  return g_steal_pointer (&app);
}

void
window_fixture_open (WindowFixture  *self,
                     GtkApplication *app,
                     FactClock      *clock)
{
  self->session = fact_session_new_with_clock (self->path, clock);
  self->window = fact_window_new (app, self->settings, self->session);
  fact_window_open (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!self->window->team)
    g_main_context_iteration (NULL, TRUE);
}

void
window_fixture_set_up (WindowFixture  *self,
                       GtkApplication *app,
                       gint64          now)
{
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, now * G_USEC_PER_SEC);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("fact-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "team.facttavlan", NULL);
  self->settings = fact_settings_new ();
  window_fixture_open (self, app, clock);
}

void
window_fixture_tear_down (WindowFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}
