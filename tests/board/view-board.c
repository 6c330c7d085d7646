/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* view-board FILE.png [ROWS] [light|dark] [frames]: a picture of the board's grid, and how long its frames take.
 * view-board FILE.png page [light|dark] [SECONDS]: the page, to be used by hand meanwhile. */
#include "board-fixture.h"
#include "fact-board-grid.h"
#include "fact-board-page.h"
#include "team-fixture.h"

#include <adwaita.h>

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (GtkWidget  *window,
      const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return *(const gint64 *) a > *(const gint64 *) b ? 1 : -1;
}

typedef struct {
  GtkAdjustment *adjustment;
  gint64 start;
  GArray *times;
} Frames;

static void
before_cb (GdkFrameClock *clock,
           Frames        *frames)
{
  frames->start = g_get_monotonic_time ();
  gtk_adjustment_set_value (frames->adjustment, gtk_adjustment_get_value (frames->adjustment) + 37);
}

static void
after_cb (GdkFrameClock *clock,
          Frames        *frames)
{
  gint64 time = g_get_monotonic_time () - frames->start;

  g_array_append_val (frames->times, time);
}

static void
measure (GtkWidget     *window,
         GtkAdjustment *adjustment)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frames frames = { adjustment, 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &frames);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), &frames);
  gdk_frame_clock_begin_updating (clock);
  while (frames.times->len < 200)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, &frames);
  g_array_sort (frames.times, compare);
  g_print ("frames: median %.1f ms, p99 %.1f ms\n", g_array_index (frames.times, gint64, 100) / 1000.0,
           g_array_index (frames.times, gint64, 197) / 1000.0);
}

static void
notice_cb (FactBoardPage *page,
           const char    *text)
{
  g_print ("notice: %s\n", text);
}

/* The whole page on a real team, for some seconds, so that one can take hold of it. */
static int
show_page (const char *path,
           gboolean    dark,
           guint       seconds)
{
  TeamFixture *fixture = team_fixture_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = fact_board_page_new (fixture->team);

  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_signal_connect (page, "notice", G_CALLBACK (notice_cb), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_ms (seconds * 1000);
  save (window, path);
  gtk_window_destroy (GTK_WINDOW (window));
  team_fixture_free (fixture);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BoardFixture) fixture = NULL;
  GtkWidget *window, *scroller, *grid;
  gint64 start;

  adw_init ();
  if (argc > 2 && g_str_equal (argv[2], "page"))
    return show_page (argv[1], argc > 3 && g_str_equal (argv[3], "dark"), argc > 4 ? atoi (argv[4]) : 1);
  if (argc > 3 && g_str_equal (argv[3], "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  fixture = board_fixture_new (argc > 2 ? atoi (argv[2]) : 5);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  start = g_get_monotonic_time ();
  grid = fact_board_grid_new (fixture->board);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_print ("shown after %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  wait_ms (300);
  g_print ("%u widgets\n", fact_board_grid_count_widgets (FACT_BOARD_GRID (grid)));
  if (argc > 4)
    measure (window, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  save (window, argv[1]);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
