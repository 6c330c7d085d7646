/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-picture.h"

#include "fact-picture-scenes.h"

#include <stdlib.h>

/* How long nothing may have been painted for a picture to count as still, in milliseconds. */
#define STILL_MS 120
/* A dialog, the window it belongs to, and one to spare. */
#define MOST_WINDOWS 3

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
  guint position;
  const FactScene *scene;
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

  /* A cursor blinks for ten seconds before it rests. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-cursor-blink", FALSE, NULL);
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

/* A menu has a surface of its own and is not in the picture of its window. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);

  return found;
}

/* The one that belongs to all others. */
static GtkWindow *
newest_window (Tour *tour)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *newest = tour->main;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    guint depth = 0;

    for (GtkWindow *parent = window; parent && parent != tour->main; parent = gtk_window_get_transient_for (parent))
      depth++;
    if (depth > most && gtk_widget_get_visible (GTK_WIDGET (window))) {
      newest = window;
      most = depth;
    }
  }

  return newest;
}

static void tour_next (Tour *tour);

static void
tour_save (GtkWindow *window,
           gpointer   data)
{
  Tour *tour = data;
  g_autofree char *name = g_strdup_printf ("%s.png", tour->scene->name ? tour->scene->name : "");
  g_autofree char *path = g_build_filename (tour->directory, name, NULL);
  GtkWidget *popover = find_popover (GTK_WIDGET (window));

  /* It had to be read first. */
  if (newest_window (tour) != window) {
    when_still (newest_window (tour), tour_save, tour);
    return;
  }
  if (tour->scene->name)
    save (popover ? popover : GTK_WIDGET (window), path);
  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  /* Closing one may close another, so that none but the newest is known to be there. */
  for (guint i = 0; i < MOST_WINDOWS && newest_window (tour) != tour->main; i++)
    gtk_window_close (newest_window (tour));
  tour->position++;
  tour_next (tour);
}

/* An action of a page or a strip is known only there. */
static gboolean
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  gboolean done = gtk_widget_activate_action_variant (widget, action, target);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !done; child = gtk_widget_get_next_sibling (child))
    done = activate (child, action, target);

  return done;
}

static void
tour_stage (GtkWindow *window,
            gpointer   data)
{
  Tour *tour = data;

  tour->scene->stage (FACT_WINDOW (tour->main), window, tour->directory);
  when_still (newest_window (tour), tour_save, tour);
}

static void
show_scene (Tour *tour)
{
  g_autofree char *action = fact_scene_fill_in (FACT_WINDOW (tour->main), tour->scene->action);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL) ||
      !activate (GTK_WIDGET (tour->main), name, target)) {
    g_printerr ("%s: there is no such action\n", action);
    exit (EXIT_FAILURE);
  }
}

static void
tour_next (Tour *tour)
{
  tour->scene = fact_scene_get (tour->position);
  if (!tour->scene) {
    gtk_window_close (tour->main);
    g_free (tour->directory);
    g_free (tour);
    return;
  }

  if (tour->scene->action)
    show_scene (tour);
  when_still (newest_window (tour), tour->scene->stage ? tour_stage : tour_save, tour);
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
