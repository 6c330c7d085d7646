/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window that reads a table or an export: what it says will come, what it asks, what it refuses, how it is stopped,
 * and that nothing is stored before it is told to. */

#include "fact-board.h"
#include "fact-import-window-private.h"
#include "waiting.h"
#include "window-fixture.h"

#include <string.h>
#include <sys/resource.h>

#define HEAD "Datum\tPatient\tTriage\tFVK\tÖvriga vårdgivare\tMå\tTi\tOn\tTo\tFr\n"
#define KNOWN "190513\tDD-75\tobs\tCSA\tSvalöv\tCSA\t\t\t\t\n"
#define MANY 10000
/* A window must answer within 100 ms; a tripwire, not a benchmark. */
#define TRIPWIRE_MS 400

typedef struct {
  WindowFixture base;
  FactImportWindow *import;        /* weak */
  guint files;
} Fixture;

static void
open_import (Fixture *f)
{
  g_clear_weak_pointer (&f->import);
  g_set_weak_pointer (&f->import, fact_import_window_new (GTK_WINDOW (f->base.window), f->base.window->team, f->base.path));
  gtk_editable_set_text (f->import->week_row, "2019-W20");
  gtk_window_present (GTK_WINDOW (f->import));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  window_fixture_set_up (&f->base, (GtkApplication *) data, 1557907200);
  open_import (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  if (f->import)
    gtk_window_destroy (GTK_WINDOW (f->import));
  g_clear_weak_pointer (&f->import);
  window_fixture_tear_down (&f->base);
}

/* (transfer full) */
static GFile *
make_file (Fixture    *f,
           const void *content,
           gssize      length)
{
  g_autofree char *name = g_strdup_printf ("table-%u", ++f->files);
  g_autofree char *path = g_build_filename (f->base.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

static void
wait_until_read (Fixture *f)
{
  while (f->import->cancellable)
    g_main_context_iteration (NULL, TRUE);
}

static void
read_text (Fixture    *f,
           const char *text)
{
  g_autoptr (GFile) file = make_file (f, text, -1);

  fact_import_window_set_file (f->import, file);
  wait_until_read (f);
}

static char *
read_given (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_TEST_DATA"), "fact-tavla.tsv", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (has_text (child, text))
      return TRUE;
  }
  return FALSE;
}

static void
assert_says (Fixture    *f,
             const char *text)
{
  if (!has_text (GTK_WIDGET (f->import), text))
    g_error ("the window does not say: %s", text);
}

/* Whether it may be done, and what the window says about that. */
static void
assert_ready (Fixture    *f,
              gboolean    ready,
              const char *text)
{
  g_assert_cmpint (gtk_widget_get_sensitive (f->import->import_button), ==, ready);
  assert_says (f, text);
}

static void
expand (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    expand (child);
}

static AdwComboRow *
find_question (GtkWidget  *widget,
               const char *title)
{
  if (ADW_IS_COMBO_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return ADW_COMBO_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    AdwComboRow *row = find_question (child, title);

    if (row)
      return row;
  }
  return NULL;
}

/* @answers: those offered, joined by "|". */
static void
answer (Fixture    *f,
        const char *question,
        const char *answers,
        guint       selected)
{
  AdwComboRow *row = find_question (GTK_WIDGET (f->import), question);
  g_autoptr (GString) offered = g_string_new (NULL);
  GListModel *model;

  if (!row)
    g_error ("%s is not asked about", question);
  model = adw_combo_row_get_model (row);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GtkStringObject) string = g_list_model_get_item (model, i);

    g_string_append_printf (offered, "%s%s", i ? "|" : "", gtk_string_object_get_string (string));
  }
  g_assert_cmpstr (offered->str, ==, answers);
  adw_combo_row_set_selected (row, selected);
  wait_until_read (f);
}

static void
press_import (Fixture *f)
{
  g_assert_true (gtk_widget_get_sensitive (f->import->import_button));
  g_signal_emit_by_name (f->import->import_button, "clicked");
}

static void
do_import (Fixture *f)
{
  press_import (f);
  while (f->import)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count_board (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fact_team_get_board (f->base.window->team)));
}

static const char *
get_signatures (Fixture *f)
{
  GListModel *staff = fact_team_get_vocabulary (f->base.window->team, FACT_TYPE_STAFF);
  static GString *signatures;

  if (!signatures)
    signatures = g_string_new (NULL);
  g_string_set_size (signatures, 0);
  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    g_string_append_printf (signatures, " %s", fact_staff_get_signature (one));
  }
  return signatures->str;
}

static void
act_as (Fixture    *f,
        const char *signature)
{
  GListModel *staff = fact_team_get_vocabulary (f->base.window->team, FACT_TYPE_STAFF);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (g_str_equal (fact_staff_get_signature (one), signature))
      fact_team_set_person (f->base.window->team, one);
  }
  g_assert_nonnull (fact_team_get_person (f->base.window->team));
}

/* The figures before, a changed cell in words, and undo of the whole. */
static void
test_preview (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *given = read_given ();
  g_auto (GStrv) parts = g_strsplit (given, "\tCSA+HMR\t", 2);
  g_autofree char *changed = g_strjoinv ("\tDEN\t", parts);

  assert_ready (f, FALSE, "Choose a file.");
  read_text (f, given);
  assert_ready (f, TRUE, "The import is one step");
  assert_says (f, "New: 5 · Changed: 0 · Same: 0");
  expand (GTK_WIDGET (f->import));
  assert_says (f, "Crisis, on the board since 190412");
  g_assert_cmpuint (count_board (f), ==, 0);
  do_import (f);
  g_assert_cmpuint (count_board (f), ==, 5);
  act_as (f, "CSA");

  open_import (f);
  read_text (f, given);
  assert_ready (f, FALSE, "The board already says what the table says.");
  read_text (f, changed);
  assert_ready (f, TRUE, "New: 0 · Changed: 1 · Same: 4");
  assert_says (f, "Thu 16 May: DEN is added\nThu 16 May: CSA+HMR is taken away");
  gtk_editable_set_text (f->import->week_row, "2019-W21");
  wait_until_read (f);
  assert_says (f, "Thu 23 May: DEN is added");
  gtk_editable_set_text (f->import->week_row, "every week");
  assert_ready (f, FALSE, "Write a week");
}

static void
test_words (Fixture      *f,
            gconstpointer data)
{
  read_text (f, HEAD
             "190513\tDD-75\tobs\tCSA\tHemtjänst\tXYZ, ABC\tring syster\tQRS, GHI\t\t\n"
             "190513\tEE-70\tobs\tCSA\tSvalöv\tXYZ\t\t\t\t\n");
  assert_says (f, "Unknown word, stands 2 times");
  answer (f, "XYZ", "Person|Function|Kind of contact|Text", 3);
  assert_says (f, "XYZ, ring syster");
  answer (f, "ABC", "Person|Function|Kind of contact|Text", 1);
  answer (f, "QRS", "Person|Function|Kind of contact|Text", 2);
  answer (f, "Hemtjänst", "Add as municipality|Keep as text", 1);
  assert_ready (f, TRUE, "New: 2");
  do_import (f);
  g_assert_nonnull (strstr (get_signatures (f), " ABC"));
  g_assert_nonnull (strstr (get_signatures (f), " GHI"));
  g_assert_null (strstr (get_signatures (f), " XYZ"));
  g_assert_null (strstr (get_signatures (f), " QRS"));
  act_as (f, "GHI");
  open_import (f);
  read_text (f, HEAD "190513\tFF-71\tobs\tCSA\tHemtjänst\tQRS\t\t\t\t\n");
  g_assert_null (find_question (GTK_WIDGET (f->import), "QRS"));
  g_assert_nonnull (find_question (GTK_WIDGET (f->import), "Hemtjänst"));
}

/* The same code with another care contact, or another municipality. */
static void
test_people (Fixture      *f,
             gconstpointer data)
{
  read_text (f, HEAD KNOWN);
  do_import (f);
  act_as (f, "CSA");
  open_import (f);
  read_text (f, HEAD "190513\tDD-75\tobs\tKRO\tSvalöv\tCSA\t\t\t\t\n");
  assert_ready (f, FALSE, "Answer the questions first.");
  assert_says (f, "care contact: CSA → KRO");
  answer (f, "DD-75", "Choose|Yes, DD-75|No, a new patient: DD-75b", 2);
  assert_ready (f, TRUE, "New: 1 · Changed: 0 · Same: 0");
  read_text (f, HEAD "190513\tDD-75\tobs\tCSA\tBjuv\tCSA\t\t\t\t\n");
  assert_ready (f, FALSE, "municipality: Svalöv → Bjuv");
  answer (f, "DD-75", "Choose|Yes, DD-75|No, a new patient: DD-75b", 1);
  assert_ready (f, TRUE, "New: 0 · Changed: 1 · Same: 0");
  answer (f, "DD-75", "Choose|Yes, DD-75|No, a new patient: DD-75b", 0);
  assert_ready (f, FALSE, "Answer the questions first.");
}

/* Row, column, what stands there and what would be accepted; and nothing can be imported. */
static void
test_refusals (Fixture      *f,
               gconstpointer data)
{
  read_text (f, HEAD
             "19-03-35\tDD-75\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
             "190513\tDD75\tobs\tCSA\tSvalöv\t\t\t\t\t\n"
             "190513\tEE-70\tgrön\tCSA\tSvalöv\t\t\t\t\t\n"
             "190513\tFF-70\tobs\tCSA\tSvalöv\t\t\t\t\t\n");
  assert_ready (f, FALSE, "Nothing can be imported until the file is mended.");
  assert_says (f, "Cannot be read: 3. Can be read: 1.");
  assert_says (f, "Row 2, column Datum: \"19-03-35\" is not a date. Write 190327 or 2019-03-27.");
  assert_says (f, "Row 3, column Patient: \"DD75\"");
  assert_says (f, "Row 4, column Triage: \"grön\"");
  assert_says (f, "Kris");
  read_text (f, HEAD KNOWN);
  assert_ready (f, TRUE, "New: 1");
  g_assert_false (has_text (GTK_WIDGET (f->import), "Cannot be read: 3"));
}

/* (transfer full) */
static char *
make_many (void)
{
  guint n = g_getenv ("FACT_TEST_REDUCED") ? MANY / 10 : MANY;
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "190%03u\t%c%c-%02u\tobs\tCSA\tSvalöv\tCSA\t\tDEN 10 hb\t\tring syster\n", 501 + i % 28,
                            'A' + (i / 100) % 26, 'A' + (i / 2600) % 26, i % 100);
  return g_string_free (text, FALSE);
}

static void
fraction_cb (GtkProgressBar *bar,
             GParamSpec     *pspec,
             guint          *steps)
{
  *steps += gtk_progress_bar_get_fraction (bar) > 0;
}

/* Stopped midway by Cancel: back to the choice, which says so, with nothing stored. */
static void
test_stop (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *many = make_many ();
  g_autoptr (GFile) file = make_file (f, many, -1);
  guint steps = 0;

  g_signal_connect (f->import->progress_bar, "notify::fraction", G_CALLBACK (fraction_cb), &steps);
  fact_import_window_set_file (f->import, file);
  assert_ready (f, FALSE, "The file is being read.");
  while (steps < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (f->import->cancellable);
  gtk_window_close (GTK_WINDOW (f->import));
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (f->import);
  assert_ready (f, FALSE, "Stopped. Nothing was imported. Choose a file.");
  g_assert_cmpuint (count_board (f), ==, 0);
  g_assert_cmpuint (steps, <=, 7);
  read_text (f, HEAD KNOWN);
  assert_ready (f, TRUE, "New: 1");
  gtk_window_close (GTK_WINDOW (f->import));
  while (f->import)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_board (f), ==, 0);
}

typedef struct {
  gint64 last, longest;            /* microseconds of this thread's work */
  guint ticks;
} Gaps;

static gint64
get_worked (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static gboolean
tick_cb (gpointer data)
{
  Gaps *gaps = data;
  gint64 now = get_worked (RUSAGE_THREAD);

  gaps->longest = MAX (gaps->longest, now - gaps->last);
  gaps->last = now;
  gaps->ticks++;
  return G_SOURCE_CONTINUE;
}

static gboolean
is_enabled (Fixture    *f,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->base.window), action);
}

static void
begin_undo (Fixture *f)
{
  while (!is_enabled (f, "undo"))
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (f->base.window), "undo", NULL);
}

/* What takes long is told of, is one at a time and can be stopped; then nothing has been undone. */
static void
stop_undo (Fixture *f,
           guint    n)
{
  begin_undo (f);
  g_assert_false (is_enabled (f, "stop-undo"));
  /* As if it had lasted that long already. */
  g_source_set_ready_time (g_main_context_find_source_by_id (NULL, f->base.window->undo_source), 0);
  while (!is_enabled (f, "stop-undo"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fact_toast_area_get_message (f->base.window->toast_area), ==, "Undoing…");
  g_assert_false (is_enabled (f, "undo"));
  g_action_group_activate_action (G_ACTION_GROUP (f->base.window), "stop-undo", NULL);
  while (is_enabled (f, "stop-undo"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fact_toast_area_get_message (f->base.window->toast_area), ==, "Stopped. Nothing was changed.");
  g_assert_cmpuint (count_board (f), ==, n);
}

static void
undo (Fixture *f,
      guint    n)
{
  Gaps gaps = { .last = get_worked (RUSAGE_THREAD) };
  guint source = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &gaps, NULL);

  begin_undo (f);
  while (count_board (f) > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_source_remove (source);
  g_test_message ("undoing %u rows: the main loop was kept for at most %.1f ms, it turned %u times", n,
                  (double) gaps.longest / 1000, gaps.ticks);
  if (n == MANY)
    g_assert_cmpint (gaps.longest, <, TRIPWIRE_MS * 1000);
}

/* A large one is saved while the window lives; it cannot be closed away meanwhile. */
static void
test_saving (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *many = make_many ();
  guint n = g_getenv ("FACT_TEST_REDUCED") ? MANY / 10 : MANY;
  Gaps gaps = { 0 };
  guint source;

  read_text (f, many);
  press_import (f);
  assert_ready (f, FALSE, "It is being saved. This window closes when all of it is.");
  gaps.last = get_worked (RUSAGE_THREAD);
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &gaps, NULL);
  gtk_window_close (GTK_WINDOW (f->import));
  g_assert_nonnull (f->import);
  g_assert_false (gtk_widget_get_sensitive (f->import->cancel_button));
  while (f->import || count_board (f) < n)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_source_remove (source);
  g_test_message ("saving %u rows: the main loop was kept for at most %.1f ms, it turned %u times", n,
                  (double) gaps.longest / 1000, gaps.ticks);
  if (n == MANY)
    g_assert_cmpint (gaps.longest, <, TRIPWIRE_MS * 1000);
  stop_undo (f, n);
  undo (f, n);
}

/* In kilobytes; reset by clear_refs. */
static guint64
read_peak (void)
{
  g_autofree char *status = NULL;
  char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  return line ? g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static void
assert_bad (Fixture    *f,
            const char *what,
            const void *content,
            gsize       length,
            const char *words)
{
  g_autoptr (GFile) file = make_file (f, content, (gssize) length);
  gint64 worked = get_worked (RUSAGE_SELF);
  guint64 peak;
  double seconds;

  if (!g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0, NULL))
    g_test_message ("the peak of memory is that of the whole program");
  peak = read_peak ();
  fact_import_window_set_file (f->import, file);
  wait_until_read (f);
  seconds = (double) (get_worked (RUSAGE_SELF) - worked) / G_USEC_PER_SEC;
  peak = MAX (read_peak (), peak) - peak;
  g_test_message ("%s: %.2f s of work, %" G_GUINT64_FORMAT " MB", what, seconds, peak / 1024);
  assert_ready (f, FALSE, words);
  assert_says (f, "Nothing can be imported until the file is mended.");
  g_assert_cmpuint (count_board (f), ==, 0);
  if (g_getenv ("FACT_TEST_REDUCED"))
    return;
  g_assert_cmpfloat (seconds, <, 2);
  g_assert_cmpuint (peak, <, 300 * 1024);
}

static void
test_bad_files (Fixture      *f,
                gconstpointer data)
{
  gsize length = 64 * 1024 * 1024;
  g_autofree char *line = g_malloc (length);
  guint8 rubbish[16384];

  for (gsize i = 0; i < sizeof rubbish; i++)
    rubbish[i] = (guint8) (i * 7 + i / 256);
  assert_bad (f, "empty", "", 0, "The file is empty");
  assert_bad (f, "headings only", HEAD, strlen (HEAD), "no rows");
  assert_bad (f, "rubbish", rubbish, sizeof rubbish, "not text");
  memset (line, 'a', length);
  assert_bad (f, "a line of 64 MB", line, length, "The file is larger than 32 MB.");
  line[0] = '{';
  assert_bad (f, "a line of 64 MB in braces", line, length, "is no copy of a board");
  assert_bad (f, "an export cut off", "{\"facttavlan\":1,\"records\":2}\n", 29, "The file is cut off: it holds 0 of 2 records.");
}

/* The board's own files are named after it, whatever it is called. */
static void
test_own_file (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->base.path);

  fact_import_window_set_file (f->import, file);
  wait_until_read (f);
  assert_ready (f, FALSE, "The file is the board itself, not a table.");
}

/* All records, by type. */
static void
test_records (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *given = read_given ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL, *other = NULL;

  read_text (f, given);
  do_import (f);
  act_as (f, "CSA");
  fact_json_export_async (f->base.window->team, NULL, keep_result_cb, &result);
  bytes = fact_json_export_finish (f->base.window->team, wait_for (&result), NULL);
  open_import (f);
  file = make_file (f, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  fact_import_window_set_file (f->import, file);
  wait_until_read (f);
  assert_ready (f, FALSE, "The board already holds all that the file holds.");
  assert_says (f, "New: 0 · Changed: 0 · Same: 5");
  assert_says (f, "Stays on the board");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->import->week_row)));

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "NN-89", 2);
  other = g_strjoinv ("NN-88", lines);
  read_text (f, other);
  assert_ready (f, FALSE, "It is here already with other content. Nothing was imported.");
  read_text (f, HEAD KNOWN);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->import->week_row)));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = window_fixture_start (&argc, &argv);

  g_test_add ("/import-window/preview", Fixture, app, set_up, test_preview, tear_down);
  g_test_add ("/import-window/words", Fixture, app, set_up, test_words, tear_down);
  g_test_add ("/import-window/people", Fixture, app, set_up, test_people, tear_down);
  g_test_add ("/import-window/refusals", Fixture, app, set_up, test_refusals, tear_down);
  g_test_add ("/import-window/stop", Fixture, app, set_up, test_stop, tear_down);
  g_test_add ("/import-window/saving", Fixture, app, set_up, test_saving, tear_down);
  g_test_add ("/import-window/bad-files", Fixture, app, set_up, test_bad_files, tear_down);
  g_test_add ("/import-window/own-file", Fixture, app, set_up, test_own_file, tear_down);
  g_test_add ("/import-window/records", Fixture, app, set_up, test_records, tear_down);

  return g_test_run ();
}
