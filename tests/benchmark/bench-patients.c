/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Search on the Patients page among 10,000, in a window of 1400 × 900 drawn by cairo: from what was typed to the
 * picture of what was found. The page waits 30 ms for the next letter first; that is not counted. */
#include "fact-demo.h"
#include "fact-patients-page.h"
#include "fact-patients.h"
#include "fact-sqlite-store.h"
#include "fact-team-code.h"
#include "fact-widget.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#define N_PATIENTS 10000
#define N_SEARCHES 200
#define AT_MOST_MS 50

/* Many are found, few, one, none; and all. */
static const char *const texts[] = { "a", "an", "dd", "borås", "dd-75", "xyz", "" };

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static FactTeam *
open_team (const char *path,
           FactStore **store)
{
  g_autoptr (FactClock) clock = fact_clock_new_fixed (NULL, (gint64) 1795000000 * G_USEC_PER_SEC);
  FactDemoOptions options = { .n_patients = N_PATIENTS, .years = 1, .today = fact_clock_get_today (clock) };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  const GType *types = fact_team_list_types (&n);
  FactTeam *team;

  *store = fact_sqlite_store_new (path, types, n, clock, &error);
  g_assert_no_error (error);
  fact_demo_fill (FACT_SQLITE_STORE (*store), clock, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  fact_team_open_async (*store, clock, "bench", NULL, done_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  team = fact_team_open_finish (result, &error);
  g_assert_no_error (error);

  return team;
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static void
set_flag_cb (GdkFrameClock *clock,
             gboolean      *flag)
{
  *flag = TRUE;
}

static void
wait_for_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (set_flag_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
show_page (FactTeam *team)
{
  GtkWidget *window = gtk_window_new ();
  gboolean complete = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (window), fact_patients_page_new (team));
  gtk_window_present (GTK_WINDOW (window));
  fact_team_get_patients (team);
  while (!complete) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (team, "complete", &complete, NULL);
  }
  wait_for_paint (window);

  return window;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

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
measure (GtkWidget *window)
{
  GtkWidget *entry = find_child (window, GTK_TYPE_SEARCH_ENTRY);
  double times[N_SEARCHES], worked_times[N_SEARCHES];

  for (guint i = 0; i < N_SEARCHES; i++) {
    gint64 start;
    double before;

    wait_for_paint (window);
    gtk_editable_set_text (GTK_EDITABLE (entry), texts[i % G_N_ELEMENTS (texts)]);
    start = g_get_monotonic_time ();
    before = worked ();
    g_signal_emit_by_name (entry, "search-changed");
    wait_for_paint (window);
    times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    worked_times[i] = worked () - before;
    if (i < G_N_ELEMENTS (texts))
      g_print ("# \"%s\": %.1f ms, processor %.1f ms\n", texts[i], times[i], worked_times[i]);
  }
  qsort (times, N_SEARCHES, sizeof *times, compare);
  qsort (worked_times, N_SEARCHES, sizeof *worked_times, compare);
  g_print ("search of %d patients: p99 %.1f ms (at most %d), median %.1f ms; processor p99 %.1f ms, median %.1f ms; %d times\n",
           N_PATIENTS, times[N_SEARCHES * 99 / 100], AT_MOST_MS, times[N_SEARCHES / 2],
           worked_times[N_SEARCHES * 99 / 100], worked_times[N_SEARCHES / 2], N_SEARCHES);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bench-patients-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.facttavlan", NULL);
  g_autoptr (FactStore) store = NULL;
  g_autoptr (FactTeam) team = NULL;
  GtkWidget *window;

  adw_init ();
  fact_widget_init ();
  team = open_team (path, &store);
  window = show_page (team);
  measure (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&team);
  g_clear_object (&store);
  for (const char *const *suffix = (const char *const[]) { "", "-journal", ".lock", NULL }; *suffix; suffix++) {
    g_autofree char *file = g_strconcat (g_str_equal (*suffix, ".lock") ? folder : path,
                                         g_str_equal (*suffix, ".lock") ? "/team.lock" : *suffix, NULL);

    g_unlink (file);
  }
  g_rmdir (folder);

  return 0;
}
