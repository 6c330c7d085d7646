/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board as it stood two years ago, in the program's own window of 1400 × 900 drawn by cairo: from the day that is
 * chosen to the end of the frame that shows its board, from a file of five years of which only the working set is in
 * memory. And a page of the history, without the picture. bench-past [FILE]: FILE is only read; without one it is made.
 * Wall time and, since a shared machine is never still, the time that the processor worked on it. */

#include "fact-demo.h"
#include "fact-history.h"
#include "fact-patients.h"
#include "fact-settings.h"
#include "fact-sqlite-store.h"
#include "fact-team-code.h"
#include "fact-widget.h"
#include "fact-window-private.h"
#include "waiting.h"

#include <sys/resource.h>

#define RUNS 9
#define PAGE 50
#define DAYS_AGO 730
#define AT_MOST_MS 150
#define N_PATIENTS 10000
#define YEARS 5

typedef struct {
  double wall[RUNS], cpu[RUNS];
  double wall_before, cpu_before;
  guint n;
} Times;

/* What the processor has worked on this thread, in milliseconds. */
static double
worked (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void
start (Times *times)
{
  times->wall_before = (double) g_get_monotonic_time () / 1e3;
  times->cpu_before = worked ();
}

static void
stop (Times *times)
{
  times->wall[times->n] = (double) g_get_monotonic_time () / 1e3 - times->wall_before;
  times->cpu[times->n++] = worked () - times->cpu_before;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
print_times (const char *what,
             Times      *times)
{
  qsort (times->wall, times->n, sizeof *times->wall, compare);
  qsort (times->cpu, times->n, sizeof *times->cpu, compare);
  g_print ("%s: median %.1f ms, worst %.1f ms; processor median %.1f ms, worst %.1f ms; %u times\n", what,
           times->wall[times->n / 2], times->wall[times->n - 1], times->cpu[times->n / 2], times->cpu[times->n - 1],
           times->n);
}

static void
set_flag_cb (GdkFrameClock *clock,
             gboolean      *flag)
{
  *flag = TRUE;
}

static void
wait_for_paint (FactWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (set_flag_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Until nothing is left to do. */
static void
settle (FactWindow *window)
{
  for (guint i = 0; i < 5; i++) {
    wait_for_paint (window);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}

/* The first row is in the grid and has its place: the frame that ended showed it. */
static void
check_shown (FactWindow *window)
{
  FactBoardGrid *grid = fact_board_page_get_grid (fact_window_get_board_page (window));
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (window->past), 0);
  GtkWidget *cell = fact_board_grid_find_widget (grid, fact_board_row_get_stay_uid (row), FACT_FIELD_PATIENT, NULL);

  g_assert_true (cell && gtk_widget_get_mapped (cell) && gtk_widget_get_height (cell) > 0);
}

static void
time_past (FactWindow *window)
{
  guint today = fact_clock_get_today (fact_team_get_clock (window->team));
  Times opened = { .n = 0 }, painted = { .n = 0 };

  for (guint i = 0; i < RUNS; i++) {
    g_autofree char *day = fact_day_format_iso (today - DAYS_AGO - i);
    gboolean complete;

    settle (window);
    g_object_get (window->team, "complete", &complete, NULL);
    g_assert_false (complete);     /* only the working set is in memory */
    start (&opened);
    start (&painted);
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-day", "s", day));
    while (!window->past)
      g_main_context_iteration (NULL, TRUE);
    stop (&opened);
    wait_for_paint (window);
    stop (&painted);
    check_shown (window);
    if (i == 0)
      g_print ("# %s: %u rows\n", day, fact_board_get_n_total (fact_team_get_board (window->past)));
    gtk_widget_activate_action (GTK_WIDGET (window), "win.back-to-today", NULL);
  }
  g_print ("at most %d ms: ", AT_MOST_MS);
  print_times ("the board as it stood two years ago, painted", &painted);
  print_times ("of that until the old board is known and its page is made", &opened);
}

/* Pages from the newest on; of a person who did little they reach far back. */
static void
time_history (FactTeam   *team,
              const char *what,
              const char *patient,
              const char *who)
{
  Times times = { .n = 0 };
  gint64 next = 0;
  guint read = 0;

  for (guint i = 0; i < RUNS; i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) page = NULL;

    start (&times);
    fact_team_read_history_async (team, patient, who, next, PAGE, NULL, keep_result_cb, &result);
    page = fact_team_read_history_finish (team, wait_for (&result), &next, NULL);
    stop (&times);
    read += page->len;
  }
  print_times (what, &times);
  g_print ("# %u entries\n", read);
}

static void
time_histories (FactTeam *team)
{
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (team), 0);
  GListModel *staff = fact_team_get_vocabulary (team, FACT_TYPE_STAFF);

  time_history (team, "history of the board, a page", NULL, NULL);
  time_history (team, "history of a patient, a page", fact_board_row_get_patient_uid (row), NULL);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i * (g_list_model_get_n_items (staff) - 1) / 2);
    g_autofree char *what = g_strdup_printf ("history of %s, a page", fact_staff_get_signature (one));

    time_history (team, what, NULL, fact_record_get_uid (FACT_RECORD (one)));
  }
}

static void
make_file (const char *path)
{
  g_autoptr (FactClock) real = fact_clock_new (NULL);
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, fact_clock_get_now (real));
  FactDemoOptions options = { .n_patients = N_PATIENTS, .years = YEARS, .today = fact_clock_get_today (clock) };
  g_autoptr (GError) error = NULL;
  g_autoptr (FactStore) store = NULL;
  guint n;
  const GType *types = fact_team_list_types (&n);

  store = fact_sqlite_store_new (path, types, n, clock, &error);
  g_assert_no_error (error);
  fact_demo_fill (FACT_SQLITE_STORE (store), clock, &options, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
measure (GtkApplication *app,
         const char     *path)
{
  g_autoptr (GSettings) settings = fact_settings_new ();
  g_autoptr (FactSession) session = fact_session_new (path, FALSE);
  FactWindow *window = fact_window_new (app, settings, session);

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  fact_window_open (window);
  while (!window->team || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  time_past (window);
  time_histories (window->team);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bench-past-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.facttavlan", NULL);
  g_autoptr (AdwApplication) app = NULL;

  adw_init ();
  fact_widget_init ();
  app = adw_application_new ("org.facttavlan.Bench", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  if (argc < 2)
    make_file (path);
  measure (GTK_APPLICATION (app), argc < 2 ? path : argv[1]);
  remove_folder (folder);

  return 0;
}
