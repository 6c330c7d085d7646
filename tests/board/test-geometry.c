/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-geometry.h"

#define HEADER 30
#define EMPTY 10
#define N_COLUMNS 5
#define N_FROZEN 2

/* What the geometry should say, counted the slow and plain way. */
typedef struct {
  guint n_sections;
  guint n_rows[8];
  GArray *heights;
} Plain;

static FactBoardGeometry *
make (void)
{
  static const int widths[N_COLUMNS] = { 60, 80, 100, 200, 50 };
  FactBoardGeometry *geometry = fact_board_geometry_new (N_COLUMNS, N_FROZEN);

  for (guint i = 0; i < N_COLUMNS; i++)
    fact_board_geometry_set_column (geometry, i, widths[i], TRUE);
  fact_board_geometry_set_metrics (geometry, HEADER, EMPTY);

  return geometry;
}

static void
locate_plainly (const Plain    *plain,
                int             y,
                FactBoardPlace *place)
{
  guint row = 0;
  int top = 0;

  *place = (FactBoardPlace) { FACT_BOARD_PLACE_NONE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE, 0 };
  for (guint s = 0; s < plain->n_sections && y >= top; s++) {
    int body = top + HEADER;

    place->section = s;
    place->kind = y < body ? FACT_BOARD_PLACE_HEADER : FACT_BOARD_PLACE_EMPTY;
    top = plain->n_rows[s] == 0 ? body + EMPTY : body;
    for (guint i = 0; i < plain->n_rows[s]; i++, row++) {
      if (y >= top)
        place->row = row;
      top += g_array_index (plain->heights, int, row);
    }
    if (place->row != FACT_BOARD_NOWHERE && y >= body)
      place->kind = FACT_BOARD_PLACE_ROW;
    if (y < top)
      return;
    place->row = FACT_BOARD_NOWHERE;
  }
  *place = (FactBoardPlace) { FACT_BOARD_PLACE_NONE, FACT_BOARD_NOWHERE, FACT_BOARD_NOWHERE, 0 };
}

static void
check_against_plain (FactBoardGeometry *geometry,
                     const Plain       *plain)
{
  int height = fact_board_geometry_get_height (geometry);

  for (int y = 0; y < height + 5; y += 1 + g_test_rand_int_range (0, 7)) {
    FactBoardPlace place, expected;
    FactBoardRect rect;

    fact_board_geometry_locate (geometry, 70, y, 0, 0, &place);
    locate_plainly (plain, y, &expected);
    g_assert_cmpint (place.kind, ==, expected.kind);
    g_assert_cmpuint (place.section, ==, expected.section);
    g_assert_cmpuint (place.row, ==, expected.row);
    g_assert_cmpuint (place.column, ==, 1);
    if (place.kind != FACT_BOARD_PLACE_ROW)
      continue;
    fact_board_geometry_get_cell (geometry, place.row, place.column, &rect);
    g_assert_cmpint (rect.y, <=, y);
    g_assert_cmpint (rect.y + rect.height, >, y);
    g_assert_cmpuint (fact_board_geometry_get_section_of (geometry, place.row), ==, place.section);
  }
}

static void
check_visible (FactBoardGeometry *geometry)
{
  guint n = fact_board_geometry_get_n_rows (geometry);
  int scroll = g_test_rand_int_range (0, MAX (fact_board_geometry_get_height (geometry), 1));
  int height = g_test_rand_int_range (1, 400);
  guint first, end;

  fact_board_geometry_get_visible_rows (geometry, scroll, height, &first, &end);
  for (guint row = 0; row < n; row++) {
    int y = fact_board_geometry_get_row_y (geometry, row);
    gboolean seen = y < scroll + height && y + fact_board_geometry_get_row_height (geometry, row) > scroll;

    g_assert_cmpint (seen, ==, row >= first && row < end);
  }
}

/* Random boards, with rows put in, taken out and made higher, say the same as plain counting. */
static void
test_random (void)
{
  guint n_cases = g_test_thorough () ? 500 : 60;

  for (guint c = 0; c < n_cases; c++) {
    g_autoptr (FactBoardGeometry) geometry = make ();
    Plain plain = { g_test_rand_int_range (1, 8), { 0 }, g_array_new (FALSE, FALSE, sizeof (int)) };

    for (guint s = 0; s < plain.n_sections; s++)
      plain.n_rows[s] = g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 12);
    for (guint s = 0; s < plain.n_sections; s++)
      for (guint i = 0; i < plain.n_rows[s]; i++) {
        int height = g_test_rand_int_range (1, 60);
        guint at = g_test_rand_int_range (0, plain.heights->len + 1);

        g_array_insert_val (plain.heights, at, height);
        fact_board_geometry_splice (geometry, at, 0, 1, 20);
        fact_board_geometry_set_row_height (geometry, at, height);
      }
    fact_board_geometry_set_sections (geometry, plain.n_rows, plain.n_sections);
    check_against_plain (geometry, &plain);
    for (guint i = 0; i < 10; i++)
      check_visible (geometry);
    g_array_unref (plain.heights);
  }
  g_test_message ("%u boards", n_cases);
}

static void
test_height_changes (void)
{
  static const guint n_rows[] = { 2, 0, 1 };
  g_autoptr (FactBoardGeometry) geometry = make ();

  g_assert_cmpint (fact_board_geometry_get_height (geometry), ==, 0);
  fact_board_geometry_splice (geometry, 0, 0, 3, 20);
  fact_board_geometry_set_sections (geometry, n_rows, 3);
  g_assert_cmpint (fact_board_geometry_get_height (geometry), ==, 3 * HEADER + 3 * 20 + EMPTY);
  g_assert_cmpint (fact_board_geometry_get_section_y (geometry, 2), ==, 2 * HEADER + 2 * 20 + EMPTY);
  g_assert_true (fact_board_geometry_set_row_height (geometry, 1, 50));
  g_assert_false (fact_board_geometry_set_row_height (geometry, 1, 50));
  g_assert_cmpint (fact_board_geometry_get_row_y (geometry, 2), ==, 3 * HEADER + 20 + 50 + EMPTY);
  fact_board_geometry_splice (geometry, 0, 2, 0, 0);
  g_assert_cmpuint (fact_board_geometry_get_n_rows (geometry), ==, 1);
}

static void
test_columns (void)
{
  static const guint n_rows[] = { 1 };
  g_autoptr (FactBoardGeometry) geometry = make ();
  FactBoardPlace place;

  fact_board_geometry_splice (geometry, 0, 0, 1, 20);
  fact_board_geometry_set_sections (geometry, n_rows, 1);
  g_assert_cmpint (fact_board_geometry_get_frozen_width (geometry), ==, 140);
  g_assert_cmpint (fact_board_geometry_get_width (geometry), ==, 490);
  /* Scrolled sideways, the frozen columns stay and cover what is under them. */
  fact_board_geometry_locate (geometry, 10, HEADER, 120, 0, &place);
  g_assert_cmpuint (place.column, ==, 0);
  fact_board_geometry_locate (geometry, 141, HEADER, 120, 0, &place);
  g_assert_cmpuint (place.column, ==, 3);
  /* A hidden column takes no place and is stepped over. */
  fact_board_geometry_set_column (geometry, 2, 100, FALSE);
  g_assert_cmpint (fact_board_geometry_get_width (geometry), ==, 390);
  g_assert_cmpint (fact_board_geometry_get_column_width (geometry, 2), ==, 0);
  g_assert_cmpuint (fact_board_geometry_step_column (geometry, 1, 1), ==, 3);
  g_assert_cmpuint (fact_board_geometry_step_column (geometry, 3, -1), ==, 1);
  g_assert_cmpuint (fact_board_geometry_step_column (geometry, 4, 1), ==, FACT_BOARD_NOWHERE);
  fact_board_geometry_locate (geometry, 141, HEADER, 0, 0, &place);
  g_assert_cmpuint (place.column, ==, 3);
  fact_board_geometry_locate (geometry, 395, HEADER, 0, 0, &place);
  g_assert_cmpuint (place.column, ==, FACT_BOARD_NOWHERE);
}

static void
test_scroll_to (void)
{
  static const guint n_rows[] = { 20, 20 };
  g_autoptr (FactBoardGeometry) geometry = make ();
  int x = 0, y = 0;

  fact_board_geometry_splice (geometry, 0, 0, 40, 20);
  fact_board_geometry_set_sections (geometry, n_rows, 2);
  fact_board_geometry_scroll_to (geometry, 2, 0, 300, 100, &x, &y);
  g_assert_cmpint (y, ==, 0);
  fact_board_geometry_scroll_to (geometry, 10, 0, 300, 100, &x, &y);
  g_assert_cmpint (y, ==, HEADER + 11 * 20 - 100);
  /* The first row of a section brings its header. */
  y = 1000;
  fact_board_geometry_scroll_to (geometry, 20, 0, 300, 100, &x, &y);
  g_assert_cmpint (y, ==, HEADER + 20 * 20);
  /* Sideways only as far as needed, beside the frozen columns; a frozen one needs nothing. */
  fact_board_geometry_scroll_to (geometry, 20, 4, 300, 100, &x, &y);
  g_assert_cmpint (x, ==, 190);
  fact_board_geometry_scroll_to (geometry, 20, 0, 300, 100, &x, &y);
  g_assert_cmpint (x, ==, 190);
  fact_board_geometry_scroll_to (geometry, 20, 2, 300, 100, &x, &y);
  g_assert_cmpint (x, ==, 0);
  /* Of a row that does not fit the beginning is shown. */
  fact_board_geometry_set_row_height (geometry, 5, 500);
  y = 0;
  fact_board_geometry_scroll_to (geometry, 5, 0, 300, 100, &x, &y);
  g_assert_cmpint (y, ==, HEADER + 5 * 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/geometry/random", test_random);
  g_test_add_func ("/board/geometry/height-changes", test_height_changes);
  g_test_add_func ("/board/geometry/columns", test_columns);
  g_test_add_func ("/board/geometry/scroll-to", test_scroll_to);

  return g_test_run ();
}
