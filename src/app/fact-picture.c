/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-picture.h"

#include "fact-import-window.h"
#include "fact-window-private.h"

#include <stdlib.h>

/* How long nothing may have been painted for a picture to count as still, in milliseconds. */
#define STILL_MS 120

/* What is pictured, in order: a name and the action that shows it, on whatever widget has it. A dialog or menu is closed
 * again afterwards. In an action STAY and PATIENT stand for those of the first row, YESTERDAY for a day. Without a name
 * nothing is pictured. */
static const struct {
  const char *name;
  const char *action;
} scenes[] = {
  { "board", "win.page::board" },
  { "row", "win.show-row::STAY" },
  { "row-menu", "board.menu" },
  { "filter", "filter.warnings" },
  { NULL, "filter.clear" },
  { "history", "win.history" },
  { "patient-history", "win.patient-history::PATIENT" },
  { "take-off", "win.take-off::STAY" },
  { "day-dialog", "win.as-of" },
  { "old-board", "win.show-day::YESTERDAY" },
  { NULL, "win.back-to-today" },
  { "import", "win.import" },
  { "import-file", "win.import" },
  { "export", "win.export" },
  { "preferences", "app.preferences" },
  { "preferences-team", "win.preferences::team" },
  { "preferences-organisations", "win.preferences::organisations" },
  { "preferences-triage", "win.preferences::triage" },
  { "preferences-reasons", "win.preferences::reasons" },
  { "preferences-kinds", "win.preferences::kinds" },
  { "preferences-person", "win.add-me" },
  { "shortcuts", "win.show-help-overlay" },
  { "about", "app.about" },
  { "side-pane", "win.side-pane" },
  { "patients", "win.page::patients" },
  { "patient-menu", "patients.menu" },
  { "new-patient", "win.new-patient" },
  { "put-on", "win.put-on('')" },
};

/* A table with a question, a change and a new patient. */
static const char table[] =
  "Datum\tPatient\tTriage\tKategori\tÖvriga vårdgivare\tAktuell situation\tMå\tTo\n"
  "190412\tQQ-89\tKris\tSymtomökning\tHelsingborg\tSover inte.\tBS\tXYZ\n"
  "190510\tQX-90\tNy\tNy patient\tÄngelholm\tBor hemma.\tCSA+HMR\tringer själv\n";

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

static void tour_next (Tour *tour);

static void
tour_save (GtkWindow *window,
           gpointer   data)
{
  Tour *tour = data;
  g_autofree char *name = g_strdup_printf ("%s.png", scenes[tour->scene].name ? scenes[tour->scene].name : "");
  g_autofree char *path = g_build_filename (tour->directory, name, NULL);
  GtkWidget *popover = find_popover (GTK_WIDGET (window));

  if (scenes[tour->scene].name)
    save (popover ? popover : GTK_WIDGET (window), path);
  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
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

/* The action of a scene with what its words stand for. */
static char *
fill_in (Tour       *tour,
         const char *action)
{
  FactTeam *team = FACT_WINDOW (tour->main)->team;
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (team), 0);
  g_autofree char *yesterday = fact_day_format_iso (fact_clock_get_today (fact_team_get_clock (team)) - 1);
  GString *filled = g_string_new (action);

  g_string_replace (filled, "STAY", fact_board_row_get_stay_uid (row), 0);
  g_string_replace (filled, "PATIENT", fact_board_row_get_patient_uid (row), 0);
  g_string_replace (filled, "YESTERDAY", yesterday, 0);

  return g_string_free (filled, FALSE);
}

static void
choose_table (Tour      *tour,
              GtkWindow *window)
{
  g_autofree char *path = g_build_filename (tour->directory, "import.tsv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, table, -1, &error))
    g_error ("%s", error->message);
  fact_import_window_set_file (FACT_IMPORT_WINDOW (window), file);
}

static void
tour_next (Tour *tour)
{
  g_autofree char *action = NULL, *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (tour->scene == G_N_ELEMENTS (scenes)) {
    gtk_window_close (tour->main);
    g_free (tour->directory);
    g_free (tour);
    return;
  }

  action = fill_in (tour, scenes[tour->scene].action);
  if (!g_action_parse_detailed_name (action, &name, &target, NULL) ||
      !activate (GTK_WIDGET (tour->main), name, target)) {
    g_printerr ("%s: there is no such action\n", action);
    exit (EXIT_FAILURE);
  }
  if (g_strcmp0 (scenes[tour->scene].name, "import-file") == 0)
    choose_table (tour, newest_window (tour));
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
