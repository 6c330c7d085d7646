/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-picture.h"

#include <stdlib.h>

/* How long nothing may have been painted for a picture to count as still, in milliseconds. */
#define STILL_MS 120

/* What is pictured, in order: a name and the action that shows it. A dialog is closed again afterwards. */
static const struct {
  const char *name;
  const char *action;
} scenes[] = {
  { "board", "win.page::board" },
  { "history", "win.history" },
  { "day-dialog", "win.as-of" },
  { "import", "win.import" },
  { "preferences", "app.preferences" },
  { "preferences-team", "win.preferences::team" },
  { "preferences-triage", "win.preferences::triage" },
  { "preferences-kinds", "win.preferences::kinds" },
  { "preferences-person", "win.add-me" },
  { "shortcuts", "win.show-help-overlay" },
  { "about", "app.about" },
  { "side-pane", "win.side-pane" },
  { "patients", "win.page::patients" },
  { "new-patient", "win.new-patient" },
  { "put-on", "win.put-on('')" },
};

typedef void (*StillFunc) (GtkWindow *window,
                           gpointer   data);

typedef struct {
  GtkWindow *window; /* borrowed: closing it ends the wait */
  GdkFrameClock *clock;
  gulong handler;
  guint timeout;
  gboolean due; /* still for long enough: with the next frame */
  StillFunc func;
  gpointer data;
} Wait;

typedef struct {
  GtkWindow *main;
  char *directory;
  guint scene;
} Tour;

static gboolean
take_cb (gpointer data)
{
  Wait *wait = data;

  g_object_unref (wait->clock);
  wait->func (wait->window, wait->data);
  g_free (wait);

  return G_SOURCE_REMOVE;
}

/* A picture may only be taken right after a frame: what was queued since would have no place yet. */
static gboolean
still_cb (gpointer data)
{
  Wait *wait = data;

  wait->timeout = 0;
  wait->due = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (wait->window));

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            Wait          *wait)
{
  g_clear_handle_id (&wait->timeout, g_source_remove);
  if (!wait->due) {
    wait->timeout = g_timeout_add (STILL_MS, still_cb, wait);
    return;
  }
  g_signal_handler_disconnect (wait->clock, wait->handler);
  g_idle_add_full (G_PRIORITY_HIGH, take_cb, wait, NULL);
}

static void
when_still (GtkWindow *window,
            StillFunc  func,
            gpointer   data)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->window = window;
  wait->func = func;
  wait->data = data;
  wait->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
  wait->handler = g_signal_connect (wait->clock, "after-paint", G_CALLBACK (painted_cb), wait);
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

static void
save (GtkWidget  *widget,
      const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = node ? gsk_renderer_render_texture (renderer, node, NULL) : NULL;

  if (!texture || !gdk_texture_save_to_png (texture, path)) {
    g_printerr ("%s: no picture could be written\n", path);
    exit (EXIT_FAILURE);
  }
}

static void
save_and_close (GtkWindow *window,
                gpointer   data)
{
  g_autofree char *path = data;

  save (GTK_WIDGET (window), path);
  gtk_window_close (window);
}

static void tour_next (Tour *tour);

static void
tour_save (GtkWindow *window,
           gpointer   data)
{
  Tour *tour = data;
  g_autofree char *name = g_strconcat (scenes[tour->scene].name, ".png", NULL);
  g_autofree char *path = g_build_filename (tour->directory, name, NULL);

  save (GTK_WIDGET (window), path);
  while (window && window != tour->main) {
    GtkWindow *parent = gtk_window_get_transient_for (window);

    gtk_window_close (window);
    window = parent;
  }
  tour->scene++;
  tour_next (tour);
}

static GtkWindow *
newest_window (Tour *tour)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *newest = tour->main;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (window != tour->main && gtk_widget_get_visible (GTK_WIDGET (window)))
      newest = window;
  }

  return newest;
}

static void
tour_next (Tour *tour)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (tour->scene == G_N_ELEMENTS (scenes)) {
    gtk_window_close (tour->main);
    g_free (tour->directory);
    g_free (tour);
    return;
  }

  if (!g_action_parse_detailed_name (scenes[tour->scene].action, &name, &target, NULL) ||
      !gtk_widget_activate_action_variant (GTK_WIDGET (tour->main), name, target)) {
    g_printerr ("%s: there is no such action\n", scenes[tour->scene].action);
    exit (EXIT_FAILURE);
  }
  when_still (newest_window (tour), tour_save, tour);
}

static void
tour_start (GtkWindow *window,
            gpointer   data)
{
  tour_next (data);
}

void
fact_picture_of_window (GtkWindow  *window,
                        const char *path)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (path);

  when_still (window, save_and_close, g_strdup (path));
}

void
fact_picture_of_all (GtkWindow  *window,
                     const char *directory)
{
  Tour *tour;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (directory);

  tour = g_new0 (Tour, 1);
  tour->main = window;
  tour->directory = g_strdup (directory);
  when_still (window, tour_start, tour);
}
