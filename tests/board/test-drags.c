/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drag does a key and a menu item do, too: each of drags.ini is done in the three ways on a board of its own,
 * and the boards are compared. What can be dragged where is found by trying every place of the page. */
#include "fact-board-column.h"
#include "fact-contact-chip.h"
#include "fact-staff-strip.h"
#include "fact-triage-bar.h"
#include "page-fixture.h"

#include <adwaita.h>

#define STEP 8                     /* pixels between the places that are tried */

static GKeyFile *table;

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

/* Who stands where and what is planned: all that a drag can change. */
static char *
describe (Shown *shown)
{
  GString *text = g_string_new (NULL);
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (shown->fixture->board, i)); i++) {
    g_autofree char *name = fact_board_row_get_spoken_name (row);

    g_string_append (text, name);
    for (guint day = 0; day < FACT_DAYS_IN_WEEK; day++) {
      g_autofree char *contacts = team_fixture_read_day (shown->fixture, fact_board_row_get_code (row), day);

      g_string_append_printf (text, " | %s", contacts);
    }
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

static char **
get_list (const char *drag,
          const char *key)
{
  g_autoptr (GError) error = NULL;
  char **list = g_key_file_get_string_list (table, drag, key, NULL, &error);

  if (!list || !list[0])
    g_error ("%s has no %s", drag, key);

  return list;
}

/* Returns: FACT_BOARD_N_COLUMNS when it is no column. */
static guint
find_column (const char *name)
{
  guint column = 0;

  while (column < FACT_BOARD_N_COLUMNS && g_strcmp0 (fact_board_column_get_name (column), name) != 0)
    column++;

  return column;
}

static GtkWidget *
find_staff (Shown      *shown,
            const char *signature)
{
  GtkWidget *strip = find_child (GTK_WIDGET (shown->page), FACT_TYPE_STAFF_STRIP);
  FactRecord *staff = team_fixture_find_word (shown->fixture, FACT_TYPE_STAFF, signature);

  return fact_staff_strip_find_chip (FACT_STAFF_STRIP (strip), fact_record_get_uid (staff));
}

static FactContactView *
find_contact (Shown *shown,
              char **words)
{
  guint weekday = find_column (words[1]) - FACT_BOARD_COLUMN_MONDAY;
  GPtrArray *contacts = fact_board_row_get_day (team_fixture_find (shown->fixture, words[0]), weekday);

  return g_ptr_array_index (contacts, g_ascii_strtoull (words[2], NULL, 10) - 1);
}

/* "row NN-89", "staff CSA", "BB-90 thu 1": what is dragged. */
static gpointer
find_payload (Shown      *shown,
              const char *what)
{
  g_auto (GStrv) words = g_strsplit (what, " ", -1);

  if (g_str_equal (words[0], "row"))
    return team_fixture_find (shown->fixture, words[1]);
  if (g_str_equal (words[0], "staff"))
    return team_fixture_find_word (shown->fixture, FACT_TYPE_STAFF, words[1]);

  return find_contact (shown, words);
}

static GtkWidget *
find_section (Shown      *shown,
              const char *name)
{
  FactBoardRow *row;

  for (guint i = 0; (row = fact_board_get_row (shown->fixture->board, i)); i++)
    if (g_str_equal (fact_triage_get_label (fact_board_row_get_triage (row)), name))
      return page_fixture_find_cell (shown, fact_board_row_get_code (row), FACT_BOARD_COLUMN_PATIENT);
  g_error ("nobody is in %s", name);
}

static GtkWidget *
find_choice (Shown      *shown,
             const char *name)
{
  GtkWidget *bar = find_child (GTK_WIDGET (shown->page), FACT_TYPE_TRIAGE_BAR);
  GtkWidget *choice;

  /* It rises with the drag of a row. */
  gtk_widget_set_visible (bar, TRUE);
  page_fixture_wait (shown);
  for (choice = gtk_widget_get_last_child (bar); choice && name; choice = gtk_widget_get_prev_sibling (choice)) {
    GtkWidget *label = gtk_widget_get_last_child (choice);

    if (GTK_IS_LABEL (label) && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name))
      break;
  }

  return choice;
}

/* "section Stable", "triage Stable", "off", "staff CSA", "BB-90 thu", "BB-90 thu 1": where it is dropped. */
static GtkWidget *
find_place (Shown      *shown,
            const char *where)
{
  g_auto (GStrv) words = g_strsplit (where, " ", -1);

  if (g_str_equal (words[0], "section"))
    return find_section (shown, words[1]);
  if (g_str_equal (words[0], "triage"))
    return find_choice (shown, words[1]);
  if (g_str_equal (words[0], "off"))
    return find_choice (shown, NULL);
  if (g_str_equal (words[0], "staff"))
    return find_staff (shown, words[1]);
  if (words[2])
    return fact_board_grid_find_widget (shown->grid,
                                        fact_board_row_get_stay_uid (team_fixture_find (shown->fixture, words[0])),
                                        find_column (words[1]),
                                        fact_contact_view_get_uid (find_contact (shown, words)));

  return page_fixture_find_cell (shown, words[0], find_column (words[1]));
}

static void
focus_on (Shown      *shown,
          const char *where)
{
  g_auto (GStrv) words = g_strsplit (where, " ", -1);

  if (g_str_equal (words[0], "staff"))
    g_assert_true (gtk_widget_grab_focus (find_staff (shown, words[1])));
  else
    page_fixture_focus (shown, words[0], find_column (words[1]), words[2] ? g_ascii_strtoull (words[2], NULL, 10) : 0);
}

/* Returns: (nullable): the context menu; fields have menus of their own. */
static GtkWidget *
find_menu (Shown *shown)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (shown->page));

  while (child && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Goes through the menu that is open and does what its item says. */
static void
choose (Shown *shown,
        char **path)
{
  GtkWidget *popover = find_menu (shown);
  GMenuModel *model = popover ? gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)) : NULL;
  g_autoptr (GPtrArray) models = g_ptr_array_new ();

  g_assert_nonnull (model);
  g_ptr_array_add (models, model);
  for (guint i = 0; i < models->len; i++) {
    GMenuModel *here = g_ptr_array_index (models, i);

    for (int item = 0; item < g_menu_model_get_n_items (here); item++) {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (here, item, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (here, item, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;

      if (section)
        g_ptr_array_add (models, section);
      g_menu_model_get_item_attribute (here, item, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (g_strcmp0 (label, *path) != 0)
        continue;
      if (submenu) {
        path++;
        g_ptr_array_add (models, submenu);
      } else if (g_menu_model_get_item_attribute (here, item, G_MENU_ATTRIBUTE_ACTION, "s", &action)) {
        g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (here, item, G_MENU_ATTRIBUTE_TARGET, NULL);

        gtk_popover_popdown (GTK_POPOVER (popover));
        g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (shown->page), action, target));
        page_fixture_wait (shown);
        return;
      }
    }
  }
  g_error ("no menu item %s", *path);
}

/* What asks first is answered. */
static void
answer (Shown *shown)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data))
      adw_message_dialog_response (item->data, "go-on");
  page_fixture_wait (shown);
}

static void
press (Shown      *shown,
       const char *key,
       gboolean    in_strip)
{
  GdkModifierType state;
  gboolean handled = FALSE;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &state));
  if (in_strip)
    g_signal_emit_by_name (page_fixture_find_controller (find_child (GTK_WIDGET (shown->page), FACT_TYPE_STAFF_STRIP),
                                                         GTK_TYPE_EVENT_CONTROLLER_KEY),
                           "key-pressed", keyval, 0, state, &handled);
  else if (fact_board_grid_is_editing (shown->grid))
    page_fixture_press_in_editor (shown, keyval, state);
  else
    handled = page_fixture_press (shown, keyval, state);
  g_assert_true (handled || keyval == GDK_KEY_Return);
}

static void
do_by_keys (Shown      *shown,
            const char *drag)
{
  g_auto (GStrv) steps = get_list (drag, "board-keys");

  g_assert_nonnull (steps[1]);
  focus_on (shown, steps[0]);
  for (guint i = 1; steps[i]; i++) {
    if (g_str_has_prefix (steps[i], "pick:")) {
      g_auto (GStrv) path = g_new0 (char *, g_strv_length (steps + i) + 1);

      for (guint j = 0; steps[i + j]; j++)
        path[j] = g_strdup (steps[i + j] + strlen ("pick:"));
      choose (shown, path);
      break;
    }
    if (!g_str_has_prefix (steps[i], "text:")) {
      press (shown, steps[i], g_str_has_prefix (steps[0], "staff"));
      continue;
    }
    if (!fact_board_grid_is_editing (shown->grid))
      page_fixture_press (shown, GDK_KEY_F2, 0);
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (shown->window)))),
                              steps[i] + strlen ("text:"), -1);
  }
}

static void
do_by_menu (Shown      *shown,
            const char *drag)
{
  g_auto (GStrv) steps = get_list (drag, "board-menu");

  g_assert_nonnull (steps[1]);
  focus_on (shown, steps[0]);
  if (g_str_has_prefix (steps[0], "staff"))
    press (shown, "Menu", TRUE);
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown->page), "board.menu", NULL));
  choose (shown, steps + 1);
}

static void
do_by_drag (Shown      *shown,
            const char *drag)
{
  g_auto (GStrv) steps = get_list (drag, "board-drag");

  g_assert_nonnull (steps[1]);
  g_assert_true (page_fixture_drop (shown, find_payload (shown, steps[0]), find_place (shown, steps[1])));
}

/* Whoever has acted goes on where they were or where it went. */
static void
assert_focus (Shown *shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shown->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (shown->page)));
  g_assert_null (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
}

/* Does it and takes it back. Returns: (transfer full): the board in between. */
static char *
do_it (Shown      *shown,
       const char *drag,
       void      (*way) (Shown      *shown,
                         const char *drag))
{
  g_autofree char *before = describe (shown);
  g_autofree char *undone = NULL;
  char *after;

  way (shown, drag);
  answer (shown);
  after = describe (shown);
  g_assert_cmpstr (after, !=, before);
  assert_focus (shown);
  page_fixture_undo (shown);
  assert_focus (shown);
  undone = describe (shown);
  g_assert_cmpstr (undone, ==, before);

  return after;
}

static void
test_ways (gconstpointer data)
{
  const char *drag = data;
  Shown shown;
  g_autofree char *by_keys = NULL;
  g_autofree char *by_menu = NULL;

  page_fixture_show (&shown);
  by_keys = do_it (&shown, drag, do_by_keys);
  by_menu = do_it (&shown, drag, do_by_menu);
  g_assert_cmpstr (by_keys, ==, by_menu);
  /* Ctrl on the way is for a real pointer. */
  if (!g_key_file_has_key (table, drag, "board-copy", NULL)) {
    g_autofree char *by_drag = do_it (&shown, drag, do_by_drag);

    g_assert_cmpstr (by_drag, ==, by_keys);
  }
  page_fixture_hide (&shown);
}

/* "<Control>Left...Down" are the four arrows. */
static void
add_arrows (GHashTable *told,
            const char *accelerator)
{
  static const char *const arrows[] = { "Left", "Right", "Up", "Down" };
  g_autofree char *modifiers = NULL;

  if (!g_str_has_suffix (accelerator, "Left...Down"))
    return;
  modifiers = g_strndup (accelerator, strlen (accelerator) - strlen ("Left...Down"));
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    g_hash_table_add (told, g_strconcat (modifiers, arrows[i], NULL));
}

/* Does what the page's own shortcut for a key says. */
static void
press_on_page (Shown      *shown,
               const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shown->page));
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

      if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
        continue;
      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (shown->page),
                                                   gtk_shortcut_get_arguments (shortcut)));
      page_fixture_wait (shown);
      return;
    }
  }
  g_error ("nothing is done by %s", key);
}

/* The edge of a heading, which is no drag of something onto something. */
static void
test_widths (void)
{
  Shown shown;
  char *wider[] = { (char *) "Columns", (char *) "Wider", NULL };
  char *narrower[] = { (char *) "Columns", (char *) "Narrower", NULL };
  int before, width;

  page_fixture_show (&shown);
  page_fixture_focus (&shown, "NN-89", FACT_BOARD_COLUMN_SITUATION, 0);
  before = fact_board_grid_get_column_width (shown.grid, FACT_BOARD_COLUMN_SITUATION);
  press_on_page (&shown, "<Alt><Shift>Right");
  width = fact_board_grid_get_column_width (shown.grid, FACT_BOARD_COLUMN_SITUATION);
  g_assert_cmpint (width, >, before);
  press_on_page (&shown, "<Alt><Shift>Left");
  g_assert_cmpint (fact_board_grid_get_column_width (shown.grid, FACT_BOARD_COLUMN_SITUATION), <, width);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.menu", NULL);
  choose (&shown, wider);
  g_assert_cmpint (fact_board_grid_get_column_width (shown.grid, FACT_BOARD_COLUMN_SITUATION), ==, width);
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "board.menu", NULL);
  choose (&shown, narrower);
  g_assert_cmpint (fact_board_grid_get_column_width (shown.grid, FACT_BOARD_COLUMN_SITUATION), <, width);
  page_fixture_hide (&shown);
}

static void
add_accelerators (GtkWidget  *widget,
                  GHashTable *told)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_SHORTCUTS_SHORTCUT (child)) {
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) keys = NULL;

      g_object_get (child, "accelerator", &accelerator, NULL);
      keys = g_strsplit (accelerator ? accelerator : "", " ", -1);
      for (guint i = 0; keys[i]; i++) {
        add_arrows (told, keys[i]);
        g_hash_table_add (told, g_strdup (keys[i]));
      }
    }
    add_accelerators (child, told);
  }
}

/* The key of each drag is told in the window of shortcuts, and is the one that was pressed. */
static void
test_shortcuts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_SOURCE_DIR"), "src", "app", "help-overlay.ui", NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_file (path);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) drags = g_key_file_get_groups (table, NULL);
  GObject *window = gtk_builder_get_object (builder, "help_overlay");

  add_accelerators (GTK_WIDGET (window), told);
  for (guint i = 0; drags[i]; i++) {
    g_auto (GStrv) shortcut = get_list (drags[i], "shortcut");
    g_auto (GStrv) keys = get_list (drags[i], "board-keys");
    g_auto (GStrv) range = g_strsplit (shortcut[0], "...", 2);
    gsize length = strlen (range[0]) - 1;

    if (!g_hash_table_contains (told, shortcut[0]))
      g_error ("the key of %s is not told: %s", drags[i], shortcut[0]);
    if (range[1] && !g_str_has_prefix (keys[1], "text:"))
      g_assert_true (strlen (keys[1]) == length + 1 && strncmp (keys[1], range[0], length) == 0 &&
                     keys[1][length] >= range[0][length] && keys[1][length] <= range[1][0]);
    else if (!range[1])
      g_assert_cmpstr (keys[1], ==, shortcut[0]);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The place at a point, as the table calls it. */
static const char *
name_place (Shown      *shown,
            const char *what,
            double      x,
            double      y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (shown->page), x, y, GTK_PICK_DEFAULT);
  gboolean chip = FALSE;

  for (GtkWidget *widget = hit; widget; widget = gtk_widget_get_parent (widget)) {
    chip |= FACT_IS_CONTACT_CHIP (widget);
    if (FACT_IS_TRIAGE_BAR (widget))
      return hit == gtk_widget_get_last_child (widget) ? "off" : "triage";
    if (FACT_IS_STAFF_STRIP (widget))
      return "staff";
    if (FACT_IS_BOARD_GRID (widget) && g_str_equal (what, "row"))
      return "section";
    if (FACT_IS_BOARD_GRID (widget))
      return chip && g_str_equal (what, "staff") ? "contact" : "day";
  }

  return "elsewhere";
}

static const char *
name_what (GObject *payload)
{
  return FACT_IS_BOARD_ROW (payload) ? "row" : FACT_IS_STAFF (payload) ? "staff" : "contact";
}

/* Takes hold at a point. Returns: (transfer full) (nullable): what would be dragged. */
static GObject *
take_hold (Shown  *shown,
           double  x,
           double  y)
{
  GtkEventController *source = page_fixture_find_controller (GTK_WIDGET (shown->page), GTK_TYPE_DRAG_SOURCE);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_emit_by_name (source, "prepare", x, y, &provider);
  if (!provider)
    return NULL;
  formats = gdk_content_provider_ref_formats (provider);
  g_value_init (&value, gdk_content_formats_get_gtypes (formats, NULL)[0]);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));

  return g_value_dup_object (&value);
}

/* Every place where what is dragged now would be taken. */
static void
try_places (Shown      *shown,
            const char *what,
            GHashTable *found)
{
  GtkEventController *target = page_fixture_find_controller (GTK_WIDGET (shown->page), GTK_TYPE_DROP_TARGET);

  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (shown->page)); y += STEP)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (shown->page)); x += STEP) {
      GdkDragAction action = 0;

      g_signal_emit_by_name (target, "motion", (double) x, (double) y, &action);
      if (action != 0)
        g_hash_table_add (found, g_strdup_printf ("%s onto %s", what, name_place (shown, what, x, y)));
    }
}

static char *
name_drag (const char *drag)
{
  g_auto (GStrv) ends = get_list (drag, "board-drag");
  g_auto (GStrv) from = g_strsplit (ends[0], " ", -1);
  g_auto (GStrv) to = g_strsplit (ends[1], " ", -1);
  const char *what = g_str_equal (from[0], "row") || g_str_equal (from[0], "staff") ? from[0] : "contact";
  const char *place = find_column (to[1]) < FACT_BOARD_N_COLUMNS ? (to[2] ? "contact" : "day") : to[0];

  return g_strdup_printf ("%s onto %s", what, place);
}

/* Nothing can be dragged anywhere that the table does not have. */
static void
test_complete (void)
{
  Shown shown;
  g_autoptr (GHashTable) tried = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) drags = g_key_file_get_groups (table, NULL);
  GHashTableIter iter;
  gpointer name;

  page_fixture_show (&shown);
  gtk_widget_set_visible (find_child (GTK_WIDGET (shown.page), FACT_TYPE_TRIAGE_BAR), TRUE);
  page_fixture_wait (&shown);
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (shown.page)); y += STEP)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (shown.page)); x += STEP) {
      g_autoptr (GObject) payload = take_hold (&shown, x, y);

      if (payload && g_hash_table_add (tried, (char *) name_what (payload)))
        try_places (&shown, name_what (payload), found);
    }
  for (guint i = 0; drags[i]; i++)
    g_hash_table_add (listed, name_drag (drags[i]));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (listed, name))
      g_error ("not in the table: %s", (char *) name);
  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (found, name))
      g_error ("nowhere on the page: %s", (char *) name);
  g_test_message ("%u kinds of drag, %u in the table", g_hash_table_size (found), g_strv_length (drags));
  page_fixture_hide (&shown);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = g_build_filename (g_getenv ("FACT_SOURCE_DIR"), "tests", "board", "drags.ini", NULL);
  g_auto (GStrv) drags = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  table = g_key_file_new ();
  g_key_file_load_from_file (table, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  drags = g_key_file_get_groups (table, NULL);
  for (guint i = 0; drags[i]; i++) {
    g_autofree char *name = g_strconcat ("/board/drags/", drags[i], NULL);

    g_test_add_data_func (g_strdelimit (name, " ", '-'), drags[i], test_ways);
  }
  g_test_add_func ("/board/drags/widths", test_widths);
  g_test_add_func ("/board/drags/shortcuts", test_shortcuts);
  g_test_add_func ("/board/drags/complete", test_complete);
  status = g_test_run ();
  g_key_file_unref (table);

  return status;
}
