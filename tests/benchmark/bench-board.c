/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board in a window of 1400 × 900, drawn by cairo: frames while it scrolls, from a drop to the picture of what it
 * changed, and how many widgets there are. Wall time and, since a shared machine is never still, the time that the
 * processor worked on it. */
#include "fact-board-column.h"
#include "fact-board-page.h"
#include "fact-widget.h"
#include "team-fixture.h"

#include <adwaita.h>
#include <sys/resource.h>

#define N_FRAMES 400
#define N_DROPS 1000
#define STEP 37                    /* pixels a frame */
#define AT_MOST_MS 16.7
#define FRAME_US 17000

typedef struct {
  TeamFixture *fixture;
  GtkWidget *window;
  FactBoardPage *page;
  GtkAdjustment *adjustment;
  int step;
  double wall, cpu;                /* when the frame began, ms */
  GArray *walls, *cpus;
} Bench;

/* What the processor has worked on this thread, in milliseconds. */
static double
worked (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void
start (Bench *bench)
{
  bench->wall = g_get_monotonic_time () / 1e3;
  bench->cpu = worked ();
}

static void
stop (Bench *bench)
{
  double wall = g_get_monotonic_time () / 1e3 - bench->wall;
  double cpu = worked () - bench->cpu;

  g_array_append_val (bench->walls, wall);
  g_array_append_val (bench->cpus, cpu);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
rank (GArray *times,
      double  part)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, (guint) ((times->len - 1) * part));
}

static void
report (Bench      *bench,
        const char *what)
{
  g_print ("%s: p99 %.1f ms (at most %.1f), median %.1f ms; processor p99 %.1f ms, median %.1f ms; %u times\n", what,
           rank (bench->walls, 0.99), AT_MOST_MS, rank (bench->walls, 0.5), rank (bench->cpus, 0.99),
           rank (bench->cpus, 0.5), bench->walls->len);
  g_array_set_size (bench->walls, 0);
  g_array_set_size (bench->cpus, 0);
}

static void
before_cb (GdkFrameClock *clock,
           Bench         *bench)
{
  double value = gtk_adjustment_get_value (bench->adjustment);
  double most = gtk_adjustment_get_upper (bench->adjustment) - gtk_adjustment_get_page_size (bench->adjustment);

  start (bench);
  if ((bench->step > 0 && value >= most) || (bench->step < 0 && value <= 0))
    bench->step = -bench->step;
  gtk_adjustment_set_value (bench->adjustment, value + bench->step);
}

static void
after_cb (GdkFrameClock *clock,
          Bench         *bench)
{
  stop (bench);
}

static void
measure_scroll (Bench      *bench,
                const char *what)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);

  bench->step = STEP;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), bench);
  gdk_frame_clock_begin_updating (clock);
  while (bench->walls->len < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, bench);
  gtk_adjustment_set_value (bench->adjustment, 0);
  report (bench, what);
}

static void
set_flag_cb (GdkFrameClock *clock,
             gboolean      *flag)
{
  *flag = TRUE;
}

static void
wait_for_paint (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (set_flag_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
settle (Bench *bench)
{
  for (guint i = 0; i < 5; i++) {
    wait_for_paint (bench);
    team_fixture_settle (bench->fixture);
  }
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      return controller;
  }
  g_assert_not_reached ();
}

/* Drops the contact of the first row on the next free day, to and fro. */
static void
drop_once (Bench *bench)
{
  FactBoardGrid *grid = fact_board_page_get_grid (bench->page);
  FactBoardRow *row = fact_board_get_row (bench->fixture->board, 0);
  guint weekday = fact_board_row_get_day (row, 2)->len > 0 ? 2 : 3;
  FactContactView *contact = g_ptr_array_index (fact_board_row_get_day (row, weekday), 0);
  GtkWidget *cell = fact_board_grid_find_widget (grid, fact_board_row_get_stay_uid (row),
                                                 FACT_BOARD_COLUMN_MONDAY + 5 - weekday, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_point_t point;
  gboolean taken = FALSE;

  g_assert_true (gtk_widget_compute_point (cell, GTK_WIDGET (bench->page), &GRAPHENE_POINT_INIT (9, 9), &point));
  g_value_init (&value, FACT_TYPE_CONTACT_VIEW);
  g_value_set_object (&value, contact);
  start (bench);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (bench->page)), "drop", &value, (double) point.x, (double) point.y,
                         &taken);
  g_assert_true (taken);
  wait_for_paint (bench);
  stop (bench);
}

static void
measure_drop (Bench *bench)
{
  /* The first row was out of sight a moment ago: its cells have their places with the next frame. */
  settle (bench);
  for (guint i = 0; i < N_DROPS; i++) {
    /* A frame begins at once only when the last one is over: that wait is not ours. */
    team_fixture_settle (bench->fixture);
    g_usleep (FRAME_US);
    drop_once (bench);
  }
  report (bench, "drop handler to after-paint, 240 rows");
}

static void
open_bench (Bench *bench,
            guint  n_rows)
{
  FactBoardGrid *grid;

  *bench = (Bench) { .fixture = team_fixture_new_sized (n_rows) };
  bench->walls = g_array_new (FALSE, FALSE, sizeof (double));
  bench->cpus = g_array_new (FALSE, FALSE, sizeof (double));
  bench->page = FACT_BOARD_PAGE (fact_board_page_new (bench->fixture->team));
  grid = fact_board_page_get_grid (bench->page);
  g_object_get (grid, "vadjustment", &bench->adjustment, NULL);
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (bench->window), GTK_WIDGET (bench->page));
  gtk_window_present (GTK_WINDOW (bench->window));
  while (gtk_widget_get_height (GTK_WIDGET (grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (bench);
}

static void
close_bench (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_object_unref (bench->adjustment);
  g_array_unref (bench->walls);
  g_array_unref (bench->cpus);
  team_fixture_free (bench->fixture);
}

int
main (int   argc,
      char *argv[])
{
  int dpi = 96 * 1024;
  Bench bench;

  adw_init ();
  fact_widget_init ();
  open_bench (&bench, 500);
  g_print ("widgets alive in the grid, 500 rows: %u (at most 1500)\n",
           fact_board_grid_count_widgets (fact_board_page_get_grid (bench.page)));
  close_bench (&bench);
  open_bench (&bench, 240);
  measure_scroll (&bench, "scroll frame, 240 rows, text 100 %");
  if (argc > 1)
    return 0;
  measure_drop (&bench);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * dpi, NULL);
  settle (&bench);
  measure_scroll (&bench, "scroll frame, 240 rows, text 200 %");
  close_bench (&bench);

  return 0;
}
