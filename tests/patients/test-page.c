/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Patients page on a real team: five patients on the board, three not. */
#include "desk.h"

#include "fact-patient.h"
#include "fact-patient-line.h"
#include "fact-patients-page.h"
#include "fact-team-stay.h"
#include "fact-team-vocabulary.h"

#include <string.h>
#include <time.h>

#define N_MANY 10000
#define CPU_MS 50
#define ROUNDS 3

static void
add_municipality (Desk       *desk,
                  const char *name)
{
  const char *names[] = { "name", "kind" };
  GValue values[] = { G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (GError) error = NULL;

  g_value_init (&values[0], G_TYPE_STRING);
  g_value_set_static_string (&values[0], name);
  g_value_init (&values[1], FACT_TYPE_ORGANISATION_KIND);
  g_value_set_enum (&values[1], FACT_ORGANISATION_MUNICIPALITY);
  desk_commit (desk, fact_team_add_word (desk->team, FACT_TYPE_ORGANISATION, 2, names, values, &error));
  g_assert_no_error (error);
  g_value_unset (&values[0]);
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk_set_up (desk, data);
  add_municipality (desk, "Borås");
  add_municipality (desk, "Åmål");
  desk_add (desk, "QQ-85", "Borås", "KRO");
  desk_add (desk, "ÅÅ-60", "Åmål", NULL);
  desk_add (desk, "CC-70", NULL, "DEN");
  desk_show (desk, fact_patients_page_new (desk->team));
  desk_load (desk);
  desk_settle (desk);
}

/* The codes of the lines in the list, from the top, with the spaces between. */
static void
add_lines (GtkWidget *widget,
           GPtrArray *lines)
{
  if (FACT_IS_PATIENT_LINE (widget) && gtk_widget_get_mapped (widget) &&
      fact_patient_line_get_view (FACT_PATIENT_LINE (widget)))
    g_ptr_array_add (lines, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    add_lines (child, lines);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      list)
{
  double y[2] = { 0 };

  gtk_widget_translate_coordinates (*(GtkWidget **) a, list, 0, 0, NULL, &y[0]);
  gtk_widget_translate_coordinates (*(GtkWidget **) b, list, 0, 0, NULL, &y[1]);

  return y[0] < y[1] ? -1 : y[0] > y[1];
}

static void
assert_shown (Desk       *desk,
              const char *codes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *count = NULL;

  desk_settle (desk);
  add_lines (desk->window, lines);
  g_ptr_array_sort_with_data (lines, compare_places, desk->window);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (shown, "%s%s", i ? " " : "", fact_patient_view_get_code (fact_patient_line_get_view (lines->pdata[i])));
  g_assert_cmpstr (shown->str, ==, codes);
  count = g_strdup_printf ("Showing %u of 8", lines->len);
  g_assert_nonnull (desk_get (desk, GTK_TYPE_LABEL, count));
}

/* The line in the list of which a reader hears @name. Returns: (nullable). */
static GtkWidget *
find_line (Desk       *desk,
           const char *name)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  add_lines (desk->window, lines);
  for (guint i = 0; i < lines->len; i++) {
    GtkAccessible *item = GTK_ACCESSIBLE (gtk_widget_get_parent (lines->pdata[i]));
    g_autofree char *wrong = gtk_test_accessible_check_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

    if (!wrong)
      return lines->pdata[i];
  }

  return NULL;
}

static GtkWidget *
get_search (Desk *desk)
{
  return desk_get (desk, GTK_TYPE_SEARCH_ENTRY, "Search patients");
}

static void
search (Desk       *desk,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (desk)), text);
  g_signal_emit_by_name (get_search (desk), "search-changed");
}

static void
test_search (Desk          *desk,
             gconstpointer  data)
{
  static const struct {
    const char *text, *codes;
  } cases[] = {
    { "", "AA-80 BB-90 CC-70 DD-75 EE-68 NN-89 QQ-85 ÅÅ-60" },
    { "qq", "QQ-85" },
    { "8", "AA-80 EE-68 NN-89 QQ-85" },
    { "åÅ", "ÅÅ-60" },
    { "borås", "QQ-85" },
    { "den", "CC-70 EE-68" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    search (desk, cases[i].text);
    assert_shown (desk, cases[i].codes);
  }
  search (desk, "nobody");
  desk_settle (desk);
  g_assert_nonnull (desk_get (desk, GTK_TYPE_LABEL, "No patient is like this"));
  desk_press (desk, "Show All");
  assert_shown (desk, cases[0].codes);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search (desk))), ==, "");
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases) + 1);
}

static void
test_filters (Desk          *desk,
              gconstpointer  data)
{
  static const struct {
    const char *filter, *words, *codes;
  } cases[] = {
    { "On the board or not", "On the board", "AA-80 BB-90 DD-75 EE-68 NN-89" },
    { "On the board or not", "Not on the board", "CC-70 QQ-85 ÅÅ-60" },
    { "Care contact", "KRO", "QQ-85" },
    { "Care contact", "Without care contact", "ÅÅ-60" },
    { "On the board or not", "All patients", "ÅÅ-60" },
    { "Care contact", "CSA", "DD-75 NN-89" },
    { "Care contact", "All care contacts", "AA-80 BB-90 CC-70 DD-75 EE-68 NN-89 QQ-85 ÅÅ-60" },
    { "Municipality", "Borås", "QQ-85" },
    { "Municipality", "Åmål", "ÅÅ-60" },
    { "Municipality", "All municipalities", "AA-80 BB-90 CC-70 DD-75 EE-68 NN-89 QQ-85 ÅÅ-60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    desk_choose (desk, cases[i].filter, cases[i].words);
    assert_shown (desk, cases[i].codes);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

static void
test_order (Desk          *desk,
            gconstpointer  data)
{
  static const struct {
    const char *words, *codes;
  } cases[] = {
    { "By municipality", "QQ-85 ÅÅ-60 AA-80 BB-90 CC-70 DD-75 EE-68 NN-89" },
    { "By care contact", "DD-75 NN-89 CC-70 EE-68 AA-80 BB-90 QQ-85 ÅÅ-60" },
    { "Longest on the board", "AA-80 DD-75 EE-68 BB-90 NN-89 CC-70 QQ-85 ÅÅ-60" },
    { "By code", "AA-80 BB-90 CC-70 DD-75 EE-68 NN-89 QQ-85 ÅÅ-60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    desk_choose (desk, "Order", cases[i].words);
    assert_shown (desk, cases[i].codes);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

static void
choose (Desk       *desk,
        const char *code)
{
  g_assert_true (fact_patients_page_select (desk_get (desk, FACT_TYPE_PATIENTS_PAGE, NULL), desk_find (desk, code)));
  desk_settle (desk);
}

static void
assert_asked (Desk       *desk,
              const char *action,
              const char *uid)
{
  g_autofree char *asked = desk_take_asked (desk);
  g_autofree char *expected = uid ? g_strdup_printf ("%s %s\n", action, uid) : g_strdup_printf ("%s\n", action);

  g_assert_cmpstr (asked, ==, expected);
}

/* Each thing that can be done to a patient, by button, by key and by Enter on the line. */
static void
test_actions (Desk          *desk,
              gconstpointer  data)
{
  GtkWidget *page = desk_get (desk, FACT_TYPE_PATIENTS_PAGE, NULL);
  const char *stay;

  choose (desk, "QQ-85");
  desk_press (desk, "Edit…");
  assert_asked (desk, "open-patient", desk_find (desk, "QQ-85"));
  desk_press (desk, "Put on…");
  assert_asked (desk, "put-on", desk_find (desk, "QQ-85"));
  gtk_widget_activate_action (page, "patients.take-off", NULL);
  g_assert_cmpstr (desk->asked->str, ==, "");
  g_signal_emit_by_name (desk_get (desk, GTK_TYPE_LIST_VIEW, "Patients"), "activate", 0);
  assert_asked (desk, "open-patient", desk_find (desk, "QQ-85"));

  choose (desk, "NN-89");
  g_assert_false (gtk_widget_get_sensitive (desk_get (desk, GTK_TYPE_BUTTON, "Put on…")));
  stay = fact_board_row_get_stay_uid (team_fixture_find (desk->fixture, "NN-89"));
  g_assert_true (gtk_widget_activate_action (page, "patients.take-off", NULL));
  assert_asked (desk, "take-off", stay);

  desk_press (desk, "New patient…");
  assert_asked (desk, "new-patient", NULL);
  /* Enter opens the one that matches what was typed last, though the list has not followed yet. */
  gtk_editable_set_text (GTK_EDITABLE (get_search (desk)), "cc");
  g_signal_emit_by_name (get_search (desk), "activate");
  assert_asked (desk, "open-patient", desk_find (desk, "CC-70"));
}

static void
test_menu (Desk          *desk,
           gconstpointer  data)
{
  static const struct {
    const char *code, *item;
  } cases[] = { { "QQ-85", "Put on the board…" }, { "NN-89", "Take off the board…" } };
  GtkWidget *page = desk_get (desk, FACT_TYPE_PATIENTS_PAGE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GtkWidget *menu;

    choose (desk, cases[i].code);
    g_assert_true (gtk_widget_activate_action (page, "patients.menu", NULL));
    desk_settle (desk);
    menu = desk_get (desk, GTK_TYPE_POPOVER_MENU, NULL);
    g_assert_nonnull (desk_seek (menu, GTK_TYPE_LABEL, "Edit Patient…"));
    g_assert_nonnull (desk_seek (menu, GTK_TYPE_LABEL, cases[i].item));
    gtk_popover_popdown (GTK_POPOVER (menu));
    desk_settle (desk);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

/* What a patient is told to a reader who hears the line, and that it follows what happens to the patient. */
static void
test_lines (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  FactPatientView *view;
  g_autofree char *before = NULL, *after = NULL;

  choose (desk, "QQ-85");
  view = fact_patients_lookup (desk_load (desk), desk_find (desk, "QQ-85"));
  before = fact_patient_line_get_name (view);
  g_assert_cmpstr (before, ==, "QQ-85, Borås, KRO");
  g_assert_nonnull (find_line (desk, before));
  desk_commit (desk, fact_team_put_on_board (desk->team, desk_find (desk, "QQ-85"), NULL, NULL, 0, NULL, NULL, NULL, &error));
  desk_settle (desk);
  after = fact_patient_line_get_name (view);
  g_assert_cmpstr (after, ==, "QQ-85, Borås, KRO, Observation since 261118");
  g_assert_nonnull (find_line (desk, after));
  g_assert_null (find_line (desk, before));
  g_assert_false (gtk_widget_get_sensitive (desk_get (desk, GTK_TYPE_BUTTON, "Put on…")));

  /* Two with one code are told of, both. */
  desk_add (desk, "QQ-85b", NULL, NULL);
  desk_settle (desk);
  g_assert_nonnull (find_line (desk, "QQ-85 · two QQ-85, Borås, KRO, Observation since 261118"));
  g_assert_nonnull (find_line (desk, "QQ-85b · two QQ-85"));
}

/* A line draws its text itself: larger text makes it higher all the same. */
static void
test_text_size (Desk          *desk,
                gconstpointer  data)
{
  GtkSettings *settings = gtk_widget_get_settings (desk->window);
  GtkWidget *line = find_line (desk, "QQ-85, Borås, KRO");
  int dpi, height = gtk_widget_get_height (line);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  desk_settle (desk);
  g_assert_cmpint (gtk_widget_get_height (line), >, height * 3 / 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  desk_settle (desk);
  g_assert_cmpint (gtk_widget_get_height (line), ==, height);
}

static gboolean
holds_focus (Desk *desk,
             gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (desk->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Tab goes through everything on the page and nothing else; the search has the focus first. */
static void
test_keyboard (Desk          *desk,
               gconstpointer  data)
{
  GtkWidget *page = desk_get (desk, FACT_TYPE_PATIENTS_PAGE, NULL);
  gpointer stops[] = {
    get_search (desk),
    desk_get (desk, GTK_TYPE_BUTTON, "Edit…"),
    desk_get (desk, GTK_TYPE_BUTTON, "Put on…"),
    desk_get (desk, GTK_TYPE_BUTTON, "New patient…"),
    desk_get (desk, GTK_TYPE_DROP_DOWN, "On the board or not"),
    desk_get (desk, GTK_TYPE_DROP_DOWN, "Municipality"),
    desk_get (desk, GTK_TYPE_DROP_DOWN, "Care contact"),
    desk_get (desk, GTK_TYPE_DROP_DOWN, "Order"),
    desk_get (desk, GTK_TYPE_LIST_VIEW, "Patients"),
  };

  choose (desk, "QQ-85");
  g_assert_true (gtk_widget_activate_action (page, "patients.search", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    g_assert_true (holds_focus (desk, stops[i]));
    g_signal_emit_by_name (desk->window, "move-focus", GTK_DIR_TAB_FORWARD);
    desk_settle (desk);
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (stops));
}

static double
get_cpu_ms (void)
{
  return 1000.0 * (double) clock () / CLOCKS_PER_SEC;
}

/* As fingers do: what stands is not taken away first. */
static void
type_more (Desk       *desk,
           const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (get_search (desk));
  int position = (int) strlen (gtk_editable_get_text (entry));

  gtk_editable_insert_text (entry, text + position, -1, &position);
  g_signal_emit_by_name (entry, "search-changed");
}

/* From the key to the list that is ready to be drawn. */
static void
test_many (Desk          *desk,
           gconstpointer  data)
{
  static const char *const texts[] = { "a", "ab", "ab-", "ab-1", "b", "csa", "borås", "x" };
  double limit = g_getenv ("FACT_TEST_REDUCED") ? 20 * CPU_MS : CPU_MS;
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);
  FactStaff *csa = team_fixture_find_word (desk->fixture, FACT_TYPE_STAFF, "CSA");
  FactOrganisation *place = team_fixture_find_word (desk->fixture, FACT_TYPE_ORGANISATION, "Borås");
  double best[G_N_ELEMENTS (texts)], worst = 0;

  for (guint i = 0; i < N_MANY - 8; i++) {
    g_autofree char *code = g_strdup_printf ("%c%c%c-%02u", 'A' + i / 2600 % 26, 'A' + i / 100 % 26, 'A' + i % 26, i % 100);

    fact_change_add (change, FACT_TYPE_PATIENT, NULL, fact_clock_get_now (desk->fixture->clock), "code", code,
                     "care-contact", i % 3 ? csa : NULL, "municipality", i % 2 ? place : NULL, NULL);
  }
  desk_commit (desk, g_steal_pointer (&change));
  g_assert_cmpuint (fact_patients_get_n_total (desk_load (desk)), ==, N_MANY);
  desk_settle (desk);
  /* The best of some: what else the machine does is not the list's. */
  for (guint i = 0; i < ROUNDS * G_N_ELEMENTS (texts); i++) {
    guint n = i % G_N_ELEMENTS (texts);
    double before;

    if (!g_str_has_prefix (texts[n], gtk_editable_get_text (GTK_EDITABLE (get_search (desk)))))
      search (desk, "");
    desk_settle (desk);
    before = get_cpu_ms ();
    type_more (desk, texts[n]);
    best[n] = i == n ? get_cpu_ms () - before : MIN (best[n], get_cpu_ms () - before);
    if (i == n)
      g_test_message ("\"%s\": %u of %u patients", texts[n], g_list_model_get_n_items (G_LIST_MODEL (desk_load (desk))), N_MANY);
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("\"%s\": %.1f ms of CPU", texts[i], best[i]);
    worst = MAX (worst, best[i]);
  }
  g_test_message ("%u cases, worst %.1f ms of CPU", (guint) G_N_ELEMENTS (texts), worst);
  g_assert_cmpfloat (worst, <, limit);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/patients-page/" path, Desk, NULL, set_up, function, desk_tear_down)
  ADD ("search", test_search);
  ADD ("filters", test_filters);
  ADD ("order", test_order);
  ADD ("actions", test_actions);
  ADD ("menu", test_menu);
  ADD ("lines", test_lines);
  ADD ("text-size", test_text_size);
  ADD ("keyboard", test_keyboard);
  ADD ("many", test_many);
  return g_test_run ();
}
