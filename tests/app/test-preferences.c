/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of words in the preferences, and the form for one word, on a real team. */
#include "desk.h"

#include "fact-kind.h"
#include "fact-preferences-window.h"
#include "fact-reason.h"
#include "fact-settings.h"
#include "fact-staff.h"
#include "fact-team-contact.h"
#include "fact-team-vocabulary.h"
#include "fact-widget.h"
#include "fact-word-dialog.h"
#include "fact-word-list.h"
#include "fact-word-row.h"

#include <adwaita.h>

typedef struct {
  Desk desk;
  GSettings *settings;
  GtkWidget *preferences;
} Fixture;

static void
look_at (Fixture   *f,
         GtkWidget *window)
{
  g_set_weak_pointer (&f->desk.window, window);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  desk_set_up (&f->desk, data);
  f->settings = fact_settings_new ();
  f->preferences = GTK_WIDGET (fact_preferences_window_new (f->settings, f->desk.team));
  look_at (f, f->preferences);
  gtk_window_present (GTK_WINDOW (f->preferences));
  desk_settle (&f->desk);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  look_at (f, NULL);
  gtk_window_destroy (GTK_WINDOW (f->preferences));
  g_object_unref (f->settings);
  desk_tear_down (&f->desk, data);
}

static FactWordList *
show_list (Fixture    *f,
           const char *page,
           const char *title)
{
  AdwPreferencesGroup *list;

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (f->preferences), page);
  look_at (f, f->preferences);
  desk_settle (&f->desk);
  list = desk_seek (f->preferences, GTK_TYPE_LIST_BOX, title);
  g_assert_nonnull (list);

  return FACT_WORD_LIST (gtk_widget_get_ancestor (GTK_WIDGET (list), FACT_TYPE_WORD_LIST));
}

/* The window over the preferences; what is looked for is looked for there from now on. */
static GtkWidget *
look_above (Fixture *f)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (GTK_WIDGET (window) != f->preferences && gtk_widget_get_visible (GTK_WIDGET (window))) {
      look_at (f, GTK_WIDGET (window));
      return f->desk.window;
    }
  }
  look_at (f, f->preferences);

  return NULL;
}

static void
edit (Fixture      *f,
      FactWordList *list,
      const char   *label)
{
  GtkWidget *row = desk_get (&f->desk, ADW_TYPE_ACTION_ROW, label);

  gtk_widget_activate_action (GTK_WIDGET (list), "word.edit", "s", fact_word_row_get_uid (row));
  g_assert_true (FACT_IS_WORD_DIALOG (look_above (f)));
  desk_settle (&f->desk);
}

static void
save (Fixture *f)
{
  desk_press (&f->desk, "Save");
}

static void
assert_saved (Fixture *f)
{
  g_assert_null (look_above (f));
}

static gboolean
can_save (Fixture *f)
{
  return gtk_widget_get_sensitive (desk_get (&f->desk, GTK_TYPE_BUTTON, "Save"));
}

static char *
list_labels (FactWordList *list)
{
  GListModel *model = fact_word_list_get_model (list);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (model, i);

    g_string_append_printf (labels, "%s%s", i ? " " : "", fact_word_get_label (record));
  }

  return g_string_free (labels, FALSE);
}

static void
assert_order (Fixture      *f,
              FactWordList *list,
              const char   *expected)
{
  g_autofree char *labels = NULL;

  desk_settle (&f->desk);
  labels = list_labels (list);
  g_assert_cmpstr (labels, ==, expected);
}

static gpointer
find_word (Fixture    *f,
           GType       type,
           const char *label)
{
  return team_fixture_find_word (f->desk.fixture, type, label);
}

/* An untouched form is not wrong, only not filled in; a name that is taken is refused while one types. */
static void
test_add (Fixture       *f,
          gconstpointer  data)
{
  static const struct {
    const char *name, *fault;
  } cases[] = {
    { "life EVENTS", "There is another one called life EVENTS." },
    { "Livshändelser", "There is another one called Livshändelser." },
    { "  ", "A name is needed." },
  };
  FactWordList *list = show_list (f, "reasons", "Reasons");

  gtk_widget_activate_action (GTK_WIDGET (list), "word.add", NULL);
  g_assert_true (FACT_IS_WORD_DIALOG (look_above (f)));
  desk_settle (&f->desk);
  g_assert_false (can_save (f));
  g_assert_null (desk_seek (f->desk.window, GTK_TYPE_LABEL, "A name is needed."));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    desk_type (&f->desk, "Name", cases[i].name);
    g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, cases[i].fault));
    g_assert_false (can_save (f));
  }
  desk_type (&f->desk, "Name", "Ensam");
  gtk_spin_button_set_value (desk_get (&f->desk, GTK_TYPE_SPIN_BUTTON, "Expected days (0: never asks)"), 14);
  save (f);
  assert_saved (f);
  g_assert_cmpint (fact_reason_get_expected_days (find_word (f, FACT_TYPE_REASON, "Ensam")), ==, 14);
  g_assert_cmpstr (adw_action_row_get_subtitle (desk_get (&f->desk, ADW_TYPE_ACTION_ROW, "Ensam")), ==, "14 days");
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

static void
test_edit (Fixture       *f,
           gconstpointer  data)
{
  FactWordList *list = show_list (f, "triage", "Triage States");
  FactTriage *triage = find_word (f, FACT_TYPE_TRIAGE, "Crisis");

  edit (f, list, "Crisis");
  g_assert_false (can_save (f));
  desk_type (&f->desk, "Name", "stable");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "There is another one called stable."));
  desk_type (&f->desk, "Name", "csa");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "csa is somebody's signature."));
  desk_type (&f->desk, "Name", "Crisis");
  g_assert_false (can_save (f));
  desk_type (&f->desk, "Name", "Acute");
  desk_choose (&f->desk, "Colour and mark", "Orange");
  gtk_spin_button_set_value (desk_get (&f->desk, GTK_TYPE_SPIN_BUTTON, "Expected days (0: never asks)"), 5);
  save (f);
  assert_saved (f);
  g_assert_cmpstr (fact_triage_get_label (triage), ==, "Acute");
  g_assert_cmpint (fact_triage_get_color (triage), ==, FACT_COLOR_ORANGE);
  g_assert_cmpint (fact_triage_get_expected_days (triage), ==, 5);
  g_assert_cmpstr (adw_action_row_get_subtitle (desk_get (&f->desk, ADW_TYPE_ACTION_ROW, "Acute")), ==, "Orange · 5 days");

  /* Without a name of its own it is called after its role again. */
  edit (f, list, "Acute");
  desk_type (&f->desk, "Name", "");
  save (f);
  assert_saved (f);
  g_assert_cmpstr (fact_triage_get_label (triage), ==, "Crisis");
}

/* Short forms and names in tables are words, too. */
static void
test_other_names (Fixture       *f,
                  gconstpointer  data)
{
  FactWordList *list = show_list (f, "kinds", "Kinds of Contact");

  edit (f, list, "Phone");
  desk_type (&f->desk, "Short form in the week", "home");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "There is another one called home."));
  g_assert_false (can_save (f));
  gtk_window_destroy (GTK_WINDOW (f->desk.window));

  list = show_list (f, "triage", "Triage States");
  edit (f, list, "Stable");
  desk_type (&f->desk, "Name in spreadsheets", "Kris");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "There is another one called Kris."));
  g_assert_false (can_save (f));
  gtk_window_destroy (GTK_WINDOW (f->desk.window));
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }
  g_assert_not_reached ();
}

static void
press (Fixture         *f,
       const char      *label,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *row = desk_get (&f->desk, ADW_TYPE_ACTION_ROW, label);
  GtkEventController *keys = find_controller (gtk_widget_get_parent (row), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean handled = FALSE;

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, state, &handled);
  g_assert_true (handled);
  desk_settle (&f->desk);
}

/* Drops the row of @label on that of @other, on its upper or lower half. */
static void
drop (Fixture    *f,
      const char *label,
      const char *other,
      gboolean    lower)
{
  GtkWidget *target = desk_get (&f->desk, ADW_TYPE_ACTION_ROW, other);
  GtkEventController *controller = find_controller (target, GTK_TYPE_DROP_TARGET);
  double y = gtk_widget_get_height (target) * (lower ? 0.75 : 0.25);
  GValue value = G_VALUE_INIT;
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_value_init (&value, GTK_TYPE_LIST_BOX_ROW);
  g_value_set_object (&value, desk_get (&f->desk, ADW_TYPE_ACTION_ROW, label));
  g_signal_emit_by_name (controller, "motion", 10.0, y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (target, lower ? "fact-drop-after" : "fact-drop-before"));
  g_signal_emit_by_name (controller, "drop", &value, 10.0, y, &taken);
  g_assert_true (taken);
  g_assert_false (gtk_widget_has_css_class (target, "fact-drop-after"));
  g_value_unset (&value);
}

/* By keys and by hand; the board's sections follow. */
static void
test_order (Fixture       *f,
            gconstpointer  data)
{
  FactWordList *list = show_list (f, "triage", "Triage States");

  assert_order (f, list, "Crisis New Admitted Observation Stable");
  press (f, "Crisis", GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_order (f, list, "Crisis New Admitted Observation Stable");
  press (f, "Crisis", GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_order (f, list, "New Crisis Admitted Observation Stable");
  press (f, "Crisis", GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_order (f, list, "New Admitted Crisis Observation Stable");
  press (f, "Stable", GDK_KEY_KP_Up, GDK_CONTROL_MASK);
  assert_order (f, list, "New Admitted Crisis Stable Observation");
  drop (f, "New", "Observation", TRUE);
  assert_order (f, list, "Admitted Crisis Stable Observation New");
  drop (f, "New", "Admitted", FALSE);
  assert_order (f, list, "New Admitted Crisis Stable Observation");
  drop (f, "New", "New", TRUE);
  assert_order (f, list, "New Admitted Crisis Stable Observation");
  g_assert_cmpstr (fact_triage_get_label (fact_board_get_section (f->desk.fixture->board, 2, NULL)), ==, "Crisis");
  g_test_message ("7 cases");
}

/* What is used stays, and it is said who uses it; what nobody uses goes. */
static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  FactWordList *list = show_list (f, "triage", "Triage States");
  const char *told = "Could not save. Nothing was changed. 1 patient stands or has stood under Crisis: NN-89. "
                     "Switch it off instead, or change that first.";

  press (f, "Crisis", GDK_KEY_Delete, 0);
  g_assert_nonnull (look_above (f));
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, told));
  gtk_window_destroy (GTK_WINDOW (f->desk.window));
  look_at (f, f->preferences);
  assert_order (f, list, "Crisis New Admitted Observation Stable");

  show_list (f, "kinds", "Kinds of Contact");
  press (f, "Video", GDK_KEY_Delete, 0);
  g_assert_null (look_above (f));
  g_assert_null (desk_seek (f->preferences, ADW_TYPE_ACTION_ROW, "Video"));
  g_assert_cmpstr (fact_team_get_undo_text (f->desk.team), !=, NULL);
}

/* The first change asks who, there and then, and goes on when it knows. */
static void
test_nobody_acts (Fixture       *f,
                  gconstpointer  data)
{
  FactWordList *list = show_list (f, "triage", "Triage States");
  GtkWidget *person;

  fact_team_set_person (f->desk.team, NULL);
  press (f, "Crisis", GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_order (f, list, "Crisis New Admitted Observation Stable");
  g_assert_nonnull (look_above (f));
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "Choose your signature."));
  g_assert_null (desk_seek (f->desk.window, ADW_TYPE_ACTION_ROW, "BS"));
  person = desk_get (&f->desk, ADW_TYPE_ACTION_ROW, "KRO");
  g_signal_emit_by_name (gtk_widget_get_parent (person), "row-activated", person);
  g_assert_null (look_above (f));
  assert_order (f, list, "New Crisis Admitted Observation Stable");
  g_assert_cmpstr (fact_staff_get_signature (fact_team_get_person (f->desk.team)), ==, "KRO");
}

static void
change_days (Fixture    *f,
             FactTriage *triage,
             int         days)
{
  const char *names[] = { "name", "expected-days" };
  GValue values[] = { G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (GError) error = NULL;

  g_value_init (&values[0], G_TYPE_STRING);
  g_value_set_static_string (&values[0], "Akut");
  g_value_init (&values[1], G_TYPE_INT);
  g_value_set_int (&values[1], days);
  desk_commit (&f->desk, fact_team_edit_word (f->desk.team, triage, 2, names, values, &error));
  g_value_unset (&values[0]);
}

/* Somebody else has written while the form was open: both are shown, and what was not touched here stays theirs. */
static void
test_meanwhile (Fixture       *f,
                gconstpointer  data)
{
  FactWordList *list = show_list (f, "triage", "Triage States");
  FactTriage *triage = find_word (f, FACT_TYPE_TRIAGE, "Crisis");

  edit (f, list, "Crisis");
  desk_type (&f->desk, "Name", "Panik");
  change_days (f, triage, 7);
  save (f);
  g_assert_true (FACT_IS_WORD_DIALOG (look_above (f)));
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "Somebody has written meanwhile: \"Akut\". Save again to keep yours."));
  g_assert_cmpstr (fact_triage_get_label (triage), ==, "Akut");
  save (f);
  assert_saved (f);
  g_assert_cmpstr (fact_triage_get_label (triage), ==, "Panik");
  g_assert_cmpint (fact_triage_get_expected_days (triage), ==, 7);
}

static void
test_signature (Fixture       *f,
                gconstpointer  data)
{
  static const struct {
    const char *typed, *fault;
  } cases[] = {
    { "den", "Somebody has the signature DEN already." },
    { "ons", NULL },
    { "C", NULL },
  };
  FactWordList *list = show_list (f, "team", "People");

  edit (f, list, "CSA");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    desk_type (&f->desk, "Signature", cases[i].typed);
    g_assert_true (gtk_widget_has_css_class (desk_get (&f->desk, ADW_TYPE_ENTRY_ROW, "Signature"), "error"));
    if (cases[i].fault)
      g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, cases[i].fault));
    g_assert_false (can_save (f));
  }
  desk_type (&f->desk, "Signature", "CSA");
  desk_type (&f->desk, "First day", "2026-11-18");
  desk_type (&f->desk, "Last day", "2026-11-17");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "The last day is before the first."));
  g_assert_true (gtk_widget_has_css_class (desk_get (&f->desk, ADW_TYPE_ENTRY_ROW, "Last day"), "error"));
  desk_type (&f->desk, "Last day", "snart");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "This is no date. Write 190327 or 2019-03-27."));
  g_assert_false (can_save (f));
  gtk_window_destroy (GTK_WINDOW (f->desk.window));
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases) + 2);
}

static void
assert_day (Fixture    *f,
            const char *code,
            const char *expected)
{
  g_autofree char *thursday = team_fixture_read_day (f->desk.fixture, code, 3);

  g_assert_cmpstr (thursday, ==, expected);
}

/* KRO has BB-90 and AA-80 on Thursday. Who leaves may hand over all of it, some or nothing: one change, one undo. */
static void
test_leaving (Fixture       *f,
              gconstpointer  data)
{
  FactWordList *list = show_list (f, "team", "People");
  const char *aa_80 = "Thu 19 Nov · AA-80 · KRO home";

  edit (f, list, "KRO");
  g_assert_null (desk_seek (f->desk.window, ADW_TYPE_COMBO_ROW, "Hand over to"));
  desk_type (&f->desk, "Last day", "2026-11-19");
  g_assert_null (desk_seek (f->desk.window, ADW_TYPE_COMBO_ROW, "Hand over to"));
  desk_type (&f->desk, "Last day", "2026-11-18");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "2 contacts are planned after the last day"));
  g_assert_null (desk_seek (f->desk.window, GTK_TYPE_CHECK_BUTTON, aa_80));
  desk_choose (&f->desk, "Hand over to", "DEN");
  gtk_check_button_set_active (desk_get (&f->desk, GTK_TYPE_CHECK_BUTTON, aa_80), FALSE);
  save (f);
  assert_saved (f);
  assert_day (f, "BB-90", "DEN home");
  assert_day (f, "AA-80", "KRO home");
  g_assert_cmpstr (fact_team_get_undo_text (f->desk.team), ==, "Change KRO");

  /* What was left is still offered. */
  edit (f, list, "KRO");
  g_assert_nonnull (desk_get (&f->desk, GTK_TYPE_LABEL, "1 contact is planned after the last day"));
  g_assert_false (can_save (f));
  desk_choose (&f->desk, "Hand over to", "CSA");
  save (f);
  assert_saved (f);
  assert_day (f, "AA-80", "CSA home");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  fact_widget_init ();
#define ADD(path, function) g_test_add ("/preferences/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("other-names", test_other_names);
  ADD ("order", test_order);
  ADD ("remove", test_remove);
  ADD ("nobody-acts", test_nobody_acts);
  ADD ("meanwhile", test_meanwhile);
  ADD ("signature", test_signature);
  ADD ("leaving", test_leaving);
  return g_test_run ();
}
