/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "fact-import-window.h"
#include "fact-preferences-window.h"
#include "fact-widget.h"
#include "fact-window.h"
#include "fact-word-dialog.h"

#define BASE "/org/facttavlan/Facttavlan"

/* Every class with a template: a .ui file whose class is not here fails the test. */
static void
ensure_types (void)
{
  fact_widget_init ();
  g_type_ensure (FACT_TYPE_IMPORT_WINDOW);
  g_type_ensure (FACT_TYPE_PREFERENCES_WINDOW);
  g_type_ensure (FACT_TYPE_WINDOW);
  g_type_ensure (FACT_TYPE_WORD_DIALOG);
}

static char *
template_class (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* Loading warns about a property, class or object that is not there, and a warning ends the test. */
static void
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *class_name = NULL;

  g_assert_no_error (error);
  class_name = template_class (g_bytes_get_data (bytes, NULL));

  if (class_name) {
    GType type = g_type_from_name (class_name);
    GObject *object;

    g_test_message ("%s: %s", path, class_name);
    g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
    object = g_object_ref_sink (g_object_new (type, NULL));
    if (GTK_IS_WINDOW (object))
      gtk_window_destroy (GTK_WINDOW (object));
    g_object_unref (object);
  } else {
    g_autoptr (GtkBuilder) builder = gtk_builder_new ();

    g_test_message ("%s", path);
    gtk_builder_add_from_resource (builder, path, &error);
    g_assert_no_error (error);
    for (GSList *l = gtk_builder_get_objects (builder); l; l = g_slist_delete_link (l, l))
      if (GTK_IS_WINDOW (l->data))
        gtk_window_destroy (l->data);
  }
}

static guint
load_all (const char *folder)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint cases = 0;

  for (char **name = names; *name; name++) {
    g_autofree char *path = g_strconcat (folder, *name, NULL);

    if (g_str_has_suffix (path, "/"))
      cases += load_all (path);
    else if (g_str_has_suffix (path, ".ui")) {
      load (path);
      cases++;
    }
  }

  return cases;
}

static guint
count_sources (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  const char *name;

  if (!dir)
    return g_str_has_suffix (folder, ".ui") ? 1 : 0;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    count += count_sources (path);
  }

  return count;
}

static void
test_all_load (void)
{
  g_autofree char *sources = g_build_filename (g_getenv ("FACT_SOURCE_DIR"), "src", NULL);
  guint cases = load_all (BASE "/");

  g_test_message ("%u cases", cases);
  g_assert_cmpuint (cases, ==, count_sources (sources));
  g_assert_cmpuint (cases, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ensure_types ();

  g_test_add_func ("/ui/all-load", test_all_load);

  return g_test_run ();
}
