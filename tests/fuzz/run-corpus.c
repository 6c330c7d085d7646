/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Runs a fuzz target over the files of a folder, for compilers without libFuzzer. */
#include <glib.h>

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (argv[1], 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (argv[1], name, NULL);
    g_autofree char *data = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (path, &data, &size, &error));
    /* Every prefix too: files are cut short in the middle of anything. */
    for (gsize i = 0; i <= size; i++, n++)
      LLVMFuzzerTestOneInput ((const uint8_t *) data, i);
  }
  g_print ("%u inputs\n", n);

  return n > 0 ? 0 : 1;
}
