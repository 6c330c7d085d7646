/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter strip and what is done about warnings, on a real team. */
#include "fact-board-column.h"
#include "fact-board-page.h"
#include "fact-filter-bar.h"
#include "fact-record.h"
#include "fact-side-pane.h"
#include "fact-week-bar.h"
#include "team-fixture.h"

#include <adwaita.h>
#include <string.h>

typedef struct {
  TeamFixture *fixture;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *bar;
  char *notice;
} Shown;

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
notice_cb (FactBoardPage *page,
           const char    *text,
           gboolean       is_error,
           gboolean       offer_undo,
           Shown         *shown)
{
  g_assert_false (is_error);
  g_free (shown->notice);
  shown->notice = g_strdup (text);
}

static void
show_wide (Shown *shown,
           int    width)
{
  *shown = (Shown) { .fixture = team_fixture_new () };
  shown->page = fact_board_page_new (shown->fixture->team);
  shown->bar = find_child (shown->page, FACT_TYPE_FILTER_BAR);
  g_signal_connect (shown->page, "notice", G_CALLBACK (notice_cb), shown);
  shown->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->page);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 800);
  gtk_window_present (GTK_WINDOW (shown->window));
  while (gtk_widget_get_width (shown->page) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Shown *shown)
{
  show_wide (shown, 1400);
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  team_fixture_free (shown->fixture);
  g_free (shown->notice);
}

static void
assert_rows (Shown      *shown,
             const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (shown->fixture->board, i)); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", fact_board_row_get_code (row));
  g_assert_cmpstr (codes->str, ==, expected);
  g_assert_cmpint (gtk_widget_has_css_class (shown->bar, "active"), ==,
                   !g_str_equal (expected, "NN-89 BB-90 EE-68 DD-75 AA-80"));
}

static const char *
uid_of (Shown      *shown,
        GType       type,
        const char *label)
{
  return fact_record_get_uid (team_fixture_find_word (shown->fixture, type, label));
}

/* The label of a menu button of the strip. */
static gboolean
has_button (Shown      *shown,
            const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (shown->bar); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child) && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (child)), label) == 0)
      return TRUE;
  return FALSE;
}

static void
search (Shown      *shown,
        const char *text)
{
  GtkWidget *entry = find_child (shown->bar, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_filters (void)
{
  Shown shown;

  show (&shown);
  assert_rows (&shown, "NN-89 BB-90 EE-68 DD-75 AA-80");
  g_assert_true (has_button (&shown, "Show: whole team"));
  gtk_widget_activate_action (shown.bar, "filter.staff", "s", "mine");
  assert_rows (&shown, "NN-89 DD-75");
  g_assert_true (has_button (&shown, "Show: mine"));
  gtk_widget_activate_action (shown.bar, "filter.triage", "s", uid_of (&shown, FACT_TYPE_TRIAGE, "Observation"));
  assert_rows (&shown, "DD-75");
  g_assert_true (has_button (&shown, "Triage: Observation"));
  gtk_widget_activate_action (shown.bar, "filter.clear", NULL);
  assert_rows (&shown, "NN-89 BB-90 EE-68 DD-75 AA-80");

  gtk_widget_activate_action (shown.bar, "filter.staff", "s", uid_of (&shown, FACT_TYPE_STAFF, "DEN"));
  assert_rows (&shown, "EE-68");
  g_assert_true (has_button (&shown, "Show: DEN"));
  /* Another person, another view: the filter of the one before would mislead. */
  fact_team_set_person (shown.fixture->team, team_fixture_find_word (shown.fixture, FACT_TYPE_STAFF, "KRO"));
  assert_rows (&shown, "NN-89 BB-90 EE-68 DD-75 AA-80");
  g_assert_true (has_button (&shown, "Show: whole team"));
  gtk_widget_activate_action (shown.bar, "filter.staff", "s", "mine");
  assert_rows (&shown, "NN-89 BB-90 AA-80");
  hide (&shown);
}

static void
test_search (void)
{
  Shown shown;

  show (&shown);
  gtk_widget_activate_action (shown.page, "board.search", NULL);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (shown.window))));
  search (&shown, "MEDICIN");
  assert_rows (&shown, "BB-90 DD-75");
  search (&shown, "bor EJ");
  assert_rows (&shown, "BB-90");
  search (&shown, "nobody writes this");
  assert_rows (&shown, "");
  g_signal_emit_by_name (find_child (shown.bar, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  assert_rows (&shown, "NN-89 BB-90 EE-68 DD-75 AA-80");
  /* A row that a filter hides is shown when somebody is sent to it. */
  search (&shown, "medicin");
  g_assert_true (fact_board_page_show_row (FACT_BOARD_PAGE (shown.page),
                                           fact_board_row_get_stay_uid (fact_board_get_row (shown.fixture->board, 0))));
  assert_rows (&shown, "BB-90 DD-75");
  gtk_widget_activate_action (shown.bar, "filter.clear", NULL);
  hide (&shown);
}

/* In a narrow window the strip takes more lines; nothing is cut off. */
static void
test_narrow (void)
{
  Shown shown;
  int wide, narrow, minimum;

  show (&shown);
  gtk_widget_activate_action (shown.bar, "filter.warnings", NULL);
  gtk_widget_measure (shown.bar, GTK_ORIENTATION_VERTICAL, 1400, NULL, &wide, NULL, NULL);
  gtk_widget_measure (shown.bar, GTK_ORIENTATION_VERTICAL, 500, NULL, &narrow, NULL, NULL);
  gtk_widget_measure (shown.bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >=, 2 * wide - 20);
  g_assert_cmpint (minimum, <, 300);
  hide (&shown);
}

static void
settle (Shown *shown)
{
  team_fixture_settle (shown->fixture);
}

static void
test_warnings (void)
{
  Shown shown;
  FactBoardRow *row;
  const FactWarning *warning;
  g_autofree char *about = NULL, *stay = NULL;

  show (&shown);
  row = team_fixture_find (shown.fixture, "DD-75");
  stay = g_strdup (fact_board_row_get_stay_uid (row));
  gtk_widget_activate_action (shown.page, "board.set-field", "(siss)", stay, FACT_FIELD_ACTIONS, "CSA på torsdag.",
                              fact_board_row_get_text (row, FACT_FIELD_ACTIONS));
  settle (&shown);
  gtk_widget_activate_action (shown.bar, "filter.warnings", NULL);
  g_assert_nonnull (team_fixture_find (shown.fixture, "DD-75"));
  assert_rows (&shown, "NN-89 BB-90 DD-75 AA-80");
  warning = g_ptr_array_index (fact_board_row_get_warnings (row), 0);
  g_assert_cmpstr (warning->text, ==, "Text says Thursday, grid Wednesday");
  about = g_strdup (warning->about);

  gtk_widget_activate_action (shown.page, "board.change-weekday", "(sss)", stay, "text-grid", about);
  settle (&shown);
  g_assert_cmpstr (shown.notice, ==, "The text of DD-75 now says Wednesday");
  /* Without its warning it is not among the rows with warnings. */
  g_assert_null (team_fixture_find (shown.fixture, "DD-75"));
  gtk_widget_activate_action (shown.bar, "filter.clear", NULL);
  row = team_fixture_find (shown.fixture, "DD-75");
  g_assert_cmpstr (fact_board_row_get_text (row, FACT_FIELD_ACTIONS), ==, "CSA på onsdag.");
  hide (&shown);
}

static void
test_day_of_weekend (void)
{
  Shown shown;
  FactBoardSpot spot;
  FactBoardRow *row;
  guint sunday = 0;

  show (&shown);
  row = team_fixture_find (shown.fixture, "NN-89");
  sunday = fact_board_get_week (shown.fixture->board) + 13;
  gtk_widget_activate_action (shown.page, "board.show-day", "(su)", fact_board_row_get_stay_uid (row), sunday);
  settle (&shown);
  g_assert_true (fact_board_grid_get_focus (fact_board_page_get_grid (FACT_BOARD_PAGE (shown.page)), &spot));
  g_assert_true (spot.row == row);
  g_assert_cmpuint (spot.day, ==, sunday);
  hide (&shown);
}

/* The text views of the side pane: situation, actions, safety. */
static void
collect_texts (GtkWidget *widget,
               GPtrArray *texts)
{
  if (GTK_IS_TEXT_VIEW (widget))
    g_ptr_array_add (texts, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static char *
read_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
focus_row (Shown      *shown,
           const char *code)
{
  const char *stay = fact_board_row_get_stay_uid (team_fixture_find (shown->fixture, code));

  g_assert_true (fact_board_page_show_row (FACT_BOARD_PAGE (shown->page), stay));
  settle (shown);
}

static void
wait_for_text (Shown         *shown,
               GtkTextBuffer *buffer,
               const char    *text)
{
  for (;;) {
    g_autofree char *now = read_text (buffer);

    if (g_str_equal (now, text))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

/* What is typed in the pane is saved when another row is shown, and when the pane goes. */
static void
test_side_pane (void)
{
  Shown shown;
  GtkWidget *pane;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  FactBoardRow *row;

  show (&shown);
  fact_board_page_set_side_pane (FACT_BOARD_PAGE (shown.page), TRUE);
  focus_row (&shown, "BB-90");
  pane = find_child (shown.page, FACT_TYPE_SIDE_PANE);
  g_assert_true (gtk_widget_get_visible (pane));
  collect_texts (pane, texts);
  g_assert_cmpuint (texts->len, ==, 3);
  wait_for_text (&shown, texts->pdata[0], "Bor hemma hos föräldrar. Önskar medicinering.");
  gtk_text_buffer_set_text (texts->pdata[0], "Har flyttat.", -1);
  focus_row (&shown, "NN-89");
  wait_for_text (&shown, texts->pdata[0], "Bostadslös. Återkommande inläggningar.");
  row = team_fixture_find (shown.fixture, "BB-90");
  while (!g_str_equal (fact_board_row_get_text (row, FACT_FIELD_SITUATION), "Har flyttat."))
    g_main_context_iteration (NULL, TRUE);

  gtk_text_buffer_set_text (texts->pdata[2], "2 pers", -1);
  fact_board_page_toggle_side_pane (FACT_BOARD_PAGE (shown.page));
  settle (&shown);
  g_assert_false (gtk_widget_get_visible (pane));
  g_assert_cmpstr (fact_board_row_get_text (team_fixture_find (shown.fixture, "NN-89"), FACT_FIELD_SAFETY), ==, "2 pers");
  hide (&shown);
}

static gboolean
has_words (Shown *shown)
{
  GtkWidget *week = find_child (shown->page, FACT_TYPE_WEEK_BAR);
  g_autofree char *words = fact_week_format_range (fact_board_get_week (shown->fixture->board));

  return strstr (gtk_label_get_label (GTK_LABEL (find_child (week, GTK_TYPE_LABEL))), words) != NULL;
}

/* Where there is little room the strip is there while it is searched in, or while it filters. */
static void
test_little_room (void)
{
  Shown shown;

  show (&shown);
  g_assert_true (gtk_widget_get_visible (shown.bar));
  g_assert_true (has_words (&shown));
  hide (&shown);

  show_wide (&shown, 1000);
  while (gtk_widget_get_visible (shown.bar))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (has_words (&shown));
  gtk_widget_activate_action (shown.page, "board.search", NULL);
  g_assert_true (gtk_widget_get_visible (shown.bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown.window)), shown.bar));
  search (&shown, "BB");
  g_signal_emit_by_name (find_child (shown.bar, GTK_TYPE_SEARCH_ENTRY), "activate");
  assert_rows (&shown, "BB-90");
  g_assert_true (gtk_widget_get_visible (shown.bar));
  gtk_widget_activate_action (shown.bar, "filter.clear", NULL);
  assert_rows (&shown, "NN-89 BB-90 EE-68 DD-75 AA-80");
  g_assert_false (gtk_widget_get_visible (shown.bar));
  hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/filter/filters", test_filters);
  g_test_add_func ("/board/filter/search", test_search);
  g_test_add_func ("/board/filter/narrow", test_narrow);
  g_test_add_func ("/board/filter/little-room", test_little_room);
  g_test_add_func ("/board/filter/warnings", test_warnings);
  g_test_add_func ("/board/filter/day-of-weekend", test_day_of_weekend);
  g_test_add_func ("/board/side-pane", test_side_pane);

  return g_test_run ();
}
