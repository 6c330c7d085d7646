/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys, drops and menu items on a real team: each goes through the handler a person's hand would reach. */
#include "fact-board-column.h"
#include "page-fixture.h"

#include <adwaita.h>

static void
assert_triage (Shown      *shown,
               const char *code,
               const char *label)
{
  FactTriage *triage = fact_board_row_get_triage (team_fixture_find (shown->fixture, code));

  g_assert_cmpstr (fact_triage_get_label (triage), ==, label);
}

static void
assert_day (Shown      *shown,
            const char *code,
            guint       weekday,
            const char *expected)
{
  g_autofree char *text = team_fixture_read_day (shown->fixture, code, weekday);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_triage_keys (void)
{
  Shown shown;
  FactBoardSpot spot;

  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  g_assert_true (page_fixture_press (&shown, GDK_KEY_5, 0));
  assert_triage (&shown, "NN-89", "Stable");
  g_assert_cmpstr (shown.notice, ==, "Moved NN-89 to Stable");
  /* The focus went with it. */
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");

  /* A digit in another cell is text; with Ctrl it is triage anywhere. */
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION, 0);
  page_fixture_press (&shown, GDK_KEY_1, 0);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  assert_triage (&shown, "NN-89", "Stable");
  page_fixture_press (&shown, GDK_KEY_1, GDK_CONTROL_MASK);
  assert_triage (&shown, "NN-89", "Crisis");

  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_DATE, 0);
  page_fixture_press (&shown, GDK_KEY_0, 0);
  g_assert_null (team_fixture_find (shown.fixture, "NN-89"));
  page_fixture_hide (&shown);
}

static void
test_chip_keys (void)
{
  Shown shown;
  FactBoardSpot spot;

  page_fixture_show (&shown);
  assert_day (&shown, "BB-90", 3, "KRO home");
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  page_fixture_press (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_day (&shown, "BB-90", 3, "");
  assert_day (&shown, "BB-90", 4, "KRO home");
  page_fixture_press (&shown, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_day (&shown, "BB-90", 3, "KRO home");
  assert_day (&shown, "BB-90", 4, "KRO home");
  page_fixture_focus (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY + 3, 1);
  page_fixture_press (&shown, GDK_KEY_space, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpint (fact_contact_view_get_status (spot.contact), ==, FACT_CONTACT_DONE);
  page_fixture_press (&shown, GDK_KEY_space, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpint (fact_contact_view_get_status (spot.contact), ==, FACT_CONTACT_PLANNED);
  page_fixture_press (&shown, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_day (&shown, "BB-90", 3, "");
  assert_day (&shown, "NN-89", 3, "KRO home");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");
  page_fixture_press (&shown, GDK_KEY_Delete, 0);
  assert_day (&shown, "NN-89", 3, "");
  page_fixture_hide (&shown);
}

static void
test_typing (void)
{
  Shown shown;
  FactBoardSpot spot;

  page_fixture_show (&shown);
  /* In a day cell typing plans, also the first letter. */
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
  page_fixture_press (&shown, GDK_KEY_r, 0);
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  page_fixture_type (&shown, "ing syster 13");
  page_fixture_press_in_editor (&shown, GDK_KEY_Return, 0);
  assert_day (&shown, "NN-89", 4, "13:00 ring syster");
  /* Enter went down. */
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");

  /* In a text cell it appends; Escape leaves everything as it was. */
  page_fixture_focus (&shown, "AA-80", FACT_BOARD_COLUMN_SITUATION, 0);
  page_fixture_press (&shown, GDK_KEY_x, 0);
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  g_assert_cmpstr (fact_board_row_get_text (team_fixture_find (shown.fixture, "AA-80"), FACT_FIELD_SITUATION), ==, "Nytt boende.");
  page_fixture_press (&shown, GDK_KEY_T, 0);
  page_fixture_type (&shown, "rivs");
  page_fixture_press_in_editor (&shown, GDK_KEY_Return, 0);
  page_fixture_focus (&shown, "AA-80", FACT_BOARD_COLUMN_SITUATION, 0);
  page_fixture_press (&shown, GDK_KEY_period, 0);
  page_fixture_press_in_editor (&shown, GDK_KEY_Tab, 0);
  g_assert_cmpstr (fact_board_row_get_text (team_fixture_find (shown.fixture, "AA-80"), FACT_FIELD_SITUATION), ==,
                   "Nytt boende. Trivs.");
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_ACTIONS);

  /* What is refused is not lost. */
  page_fixture_focus (&shown, "AA-80", FACT_BOARD_COLUMN_DATE, 0);
  page_fixture_press (&shown, GDK_KEY_F2, 0);
  page_fixture_type (&shown, "x");
  page_fixture_press_in_editor (&shown, GDK_KEY_Return, 0);
  g_assert_true (shown.is_error);
  g_assert_cmpstr (shown.notice, ==, "\"261105x\" is not a date. Write 190327 or 2019-03-27.");
  g_assert_true (fact_board_grid_is_editing (shown.grid));
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  page_fixture_hide (&shown);
}

static char *
read_hint (Shown *shown)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (shown->grid)); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_has_css_class (child, "board-hint"))
      continue;
    for (GtkWidget *line = gtk_widget_get_first_child (child); line; line = gtk_widget_get_next_sibling (line)) {
      g_assert_cmpint (gtk_widget_get_height (line), >, 0);
      if (GTK_IS_IMAGE (gtk_widget_get_first_child (line)))
        g_string_append_printf (text, "[%s] ", gtk_image_get_icon_name (GTK_IMAGE (gtk_widget_get_first_child (line))));
      g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (line))));
    }
  }

  return g_string_free (text, FALSE);
}

/* While it is typed, and to a screen reader, too. */
static void
test_hint (void)
{
  static const struct {
    const char *typed;
    const char *hint;
    const char *spoken;
  } cases[] = {
    { "DEN inj 13", "[fact-kind-injection-symbolic] DEN · Injection · 13:00\n", "DEN · Injection · 13:00" },
    { "CSA", "CSA\n", "CSA" },
    { "ring syster 13", "nobody · 13:00 · as text: ring syster\n", "nobody · 13:00 · as text: ring syster" },
    { "csa+kro hb, DEN!", "[fact-kind-home-symbolic] CSA+KRO · Home visit\nDEN · Done\n", "CSA+KRO · Home visit. DEN · Done" },
    { "CSA må-ti", "CSA · Mon 16 Nov · Tue 17 Nov\n", "CSA · Mon 16 Nov · Tue 17 Nov" },
    { "CSA 25:99", "CSA · as text: 25:99 · 25:99 is no time of day\n", "CSA · as text: 25:99 · 25:99 is no time of day" },
    { "CSA QXZ", "CSA · as text: QXZ · QXZ is nobody's signature\n", "CSA · as text: QXZ · QXZ is nobody's signature" },
  };
  Shown shown;
  g_autofree char *none = NULL;

  page_fixture_show (&shown);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *hint = NULL;

    page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
    page_fixture_press (&shown, GDK_KEY_F2, 0);
    page_fixture_type (&shown, cases[i].typed);
    page_fixture_wait (&shown);
    hint = read_hint (&shown);
    g_assert_cmpstr (hint, ==, cases[i].hint);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_window_get_focus (GTK_WINDOW (shown.window))),
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cases[i].spoken);
    page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  }
  /* Not in a text, and not when nothing is written any more. */
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION, 0);
  page_fixture_press (&shown, GDK_KEY_F2, 0);
  page_fixture_type (&shown, "CSA");
  none = read_hint (&shown);
  g_assert_cmpstr (none, ==, "");
  page_fixture_press_in_editor (&shown, GDK_KEY_Escape, 0);
  page_fixture_hide (&shown);
}

/* The toast names the day of the cell when that is what was planned, and says what was not understood. */
static void
test_told_when_planned (void)
{
  static const struct { const char *typed, *told; } cases[] = {
    { "DEN+KRO 10", "Planned DEN+KRO 10 with NN-89, Fri 20 Nov" },
    { "DEN må-ti", "Planned DEN må-ti with NN-89" },
    { "KRO 25:99", "Planned KRO 25:99 with NN-89, Fri 20 Nov. \"25:99\" is no time of day and stays as text." },
  };
  Shown shown;

  page_fixture_show (&shown);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4, 0);
    page_fixture_press (&shown, GDK_KEY_F2, 0);
    page_fixture_type (&shown, cases[i].typed);
    page_fixture_press_in_editor (&shown, GDK_KEY_Return, 0);
    page_fixture_wait (&shown);
    g_assert_false (shown.is_error);
    g_assert_cmpstr (shown.notice, ==, cases[i].told);
  }
  page_fixture_hide (&shown);
}

static void
test_arrows (void)
{
  Shown shown;
  FactBoardSpot spot;

  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_PATIENT, 0);
  page_fixture_press (&shown, GDK_KEY_Down, 0);
  page_fixture_press (&shown, GDK_KEY_Right, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "BB-90");
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_REASON);
  page_fixture_press (&shown, GDK_KEY_End, 0);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_N_COLUMNS - 1);
  page_fixture_press (&shown, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "NN-89");
  g_assert_cmpuint (spot.place.column, ==, FACT_BOARD_COLUMN_DATE);
  page_fixture_press (&shown, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_true (fact_board_grid_get_focus (shown.grid, &spot));
  g_assert_cmpstr (fact_board_row_get_code (spot.row), ==, "AA-80");
  page_fixture_hide (&shown);
}

static void
test_drops (void)
{
  Shown shown;
  FactStaff *csa;
  FactContactView *contact;

  page_fixture_show (&shown);
  csa = team_fixture_find_word (shown.fixture, FACT_TYPE_STAFF, "CSA");
  /* A signature onto a day plans, onto the day's chip joins. */
  g_assert_true (page_fixture_drop (&shown, csa, page_fixture_find_cell (&shown, "NN-89", FACT_BOARD_COLUMN_MONDAY + 4)));
  assert_day (&shown, "NN-89", 4, "CSA");
  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "BB-90"), 3), 0);
  g_assert_true (page_fixture_drop (&shown, csa, fact_board_grid_find_widget (shown.grid,
                                                                 fact_board_row_get_stay_uid (team_fixture_find (shown.fixture, "BB-90")),
                                                                 FACT_BOARD_COLUMN_MONDAY + 3,
                                                                 fact_contact_view_get_uid (contact))));
  assert_day (&shown, "BB-90", 3, "KRO+CSA home");
  /* A text cell refuses it. */
  g_assert_false (page_fixture_drop (&shown, csa, page_fixture_find_cell (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION)));

  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "NN-89"), 4), 0);
  g_assert_true (page_fixture_drop (&shown, contact, page_fixture_find_cell (&shown, "EE-68", FACT_BOARD_COLUMN_MONDAY + 1)));
  assert_day (&shown, "NN-89", 4, "");
  assert_day (&shown, "EE-68", 1, "CSA");
  /* On its own day nothing happens. */
  contact = g_ptr_array_index (fact_board_row_get_day (team_fixture_find (shown.fixture, "EE-68"), 1), 0);
  g_assert_false (page_fixture_drop (&shown, contact, page_fixture_find_cell (&shown, "EE-68", FACT_BOARD_COLUMN_MONDAY + 1)));

  g_assert_true (page_fixture_drop (&shown, team_fixture_find (shown.fixture, "NN-89"), page_fixture_find_cell (&shown, "AA-80", FACT_BOARD_COLUMN_ACTIONS)));
  assert_triage (&shown, "NN-89", "Stable");
  g_assert_false (page_fixture_drop (&shown, team_fixture_find (shown.fixture, "NN-89"), page_fixture_find_cell (&shown, "AA-80", FACT_BOARD_COLUMN_ACTIONS)));
  page_fixture_hide (&shown);
}

static void
test_weeks (void)
{
  Shown shown;
  guint monday;

  page_fixture_show (&shown);
  monday = fact_board_get_week (shown.fixture->board);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-next", NULL);
  page_fixture_wait (&shown);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, monday + 7);
  assert_day (&shown, "BB-90", 3, "");
  gtk_test_accessible_assert_property (page_fixture_find_cell (&shown, "BB-90", FACT_BOARD_COLUMN_MONDAY), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "BB-90, Monday 23 November");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.week-today", NULL);
  page_fixture_wait (&shown);
  g_assert_cmpuint (fact_board_get_week (shown.fixture->board), ==, monday);
  assert_day (&shown, "BB-90", 3, "KRO home");
  page_fixture_hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/board/page/triage-keys", test_triage_keys);
  g_test_add_func ("/board/page/chip-keys", test_chip_keys);
  g_test_add_func ("/board/page/arrows", test_arrows);
  g_test_add_func ("/board/page/typing", test_typing);
  g_test_add_func ("/board/page/hint", test_hint);
  g_test_add_func ("/board/page/told-when-planned", test_told_when_planned);
  g_test_add_func ("/board/page/drops", test_drops);
  g_test_add_func ("/board/page/weeks", test_weeks);

  return g_test_run ();
}
