/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every icon of the layer, at several sizes, drawn by us covers what it covers drawn by librsvg. */

#include "fact-icon.h"
#include "fact-widget.h"

#include <string.h>

#define FOLDER "/org/gtk/libgtk/icons/scalable/actions"
#define MOST_DIFFERENCE 12         /* of 255, of one pixel: edges are smoothed in another way */

static const int sizes[] = { 11, 12, 16, 23, 64 };

static int
compare (const char *file,
         int         size)
{
  g_autofree char *path = g_build_filename (FOLDER, file, NULL);
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (".svg"));
  g_autoptr (GdkTexture) ours = fact_icon_render (name, size, &(GdkRGBA) { 0, 0, 0, 1 });
  g_autoptr (GdkPixbuf) theirs = gdk_pixbuf_new_from_resource_at_scale (path, size, size, TRUE, NULL);
  g_autofree guchar *pixels = g_malloc0 ((gsize) size * (gsize) size * 4);
  int covered = 0;

  g_assert_nonnull (theirs);
  g_assert_cmpint (gdk_texture_get_width (ours), ==, size);
  gdk_texture_download (ours, pixels, (gsize) size * 4);
  for (int y = 0; y < size; y++) {
    for (int x = 0; x < size; x++) {
      int a = ((guint32 *) pixels)[y * size + x] >> 24;
      int b = gdk_pixbuf_read_pixels (theirs)[y * gdk_pixbuf_get_rowstride (theirs) + x * 4 + 3];

      if (ABS (a - b) > MOST_DIFFERENCE)
        g_error ("%s at %d: pixel (%d, %d) is covered by %d and not %d", file, size, x, y, a, b);
      covered += b > 0;
    }
  }
  return covered;
}

/* Ours: GTK's lie in the same folder. */
static GPtrArray *
list_files (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *ours = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files && files[i]; i++) {
    if (g_str_has_prefix (files[i], "fact-"))
      g_ptr_array_add (ours, g_strdup (files[i]));
  }
  g_assert_cmpuint (ours->len, >=, 28);
  return ours;
}

static void
test_same (void)
{
  g_autoptr (GPtrArray) files = list_files ();
  guint n = 0;

  for (guint i = 0; i < files->len; i++) {
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++, n++)
      g_assert_cmpint (compare (files->pdata[i], sizes[s]), >, 0);
  }
  g_test_message ("%u pictures compared", n);
}

/* What buttons and headings show comes from the encoded icons: each has one. */
static void
test_encoded (void)
{
  g_autoptr (GPtrArray) files = list_files ();

  for (guint i = 0; i < files->len; i++) {
    const char *file_name = files->pdata[i];
    g_autofree char *name = g_strndup (file_name, strlen (file_name) - strlen (".svg"));
    g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), name, NULL, 16, 1,
                                  GTK_TEXT_DIR_LTR, 0);
    g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
    g_autofree char *uri = g_file_get_uri (file);

    g_assert_true (g_str_has_suffix (uri, ".symbolic.png"));
  }
}

static void
test_colour (void)
{
  g_autoptr (GdkTexture) icon = fact_icon_render ("fact-mark-stable-symbolic", 16, &(GdkRGBA) { 1, 0, 0, 0.5 });
  guint32 pixels[16 * 16];

  gdk_texture_download (icon, (guchar *) pixels, 16 * 4);
  g_assert_cmphex (pixels[8 * 16 + 8], ==, 0x80800000);
  g_assert_cmphex (pixels[0], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  fact_widget_init ();
  g_test_add_func ("/icon/same", test_same);
  g_test_add_func ("/icon/encoded", test_encoded);
  g_test_add_func ("/icon/colour", test_colour);

  return g_test_run ();
}
