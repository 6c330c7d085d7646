/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are records or an error, and the text of what was read reads back as the same text. A first line is put
 * before them, so that the fuzzer need not guess it. */

#include "fact-json.h"

#include "fact-record-item.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* One record a line that is not empty, as the reader counts. */
static guint
count_lines (const uint8_t *data,
             size_t         size)
{
  guint n = 0;
  gboolean empty = TRUE;

  for (size_t i = 0; i <= size; i++) {
    gboolean end = i == size || data[i] == '\n';
    gboolean before_end = i < size && data[i] == '\r' && (i + 1 == size || data[i + 1] == '\n');

    n += end && !empty;
    empty = end || (empty && before_end);
  }
  return n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (data, size);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL, written = NULL, again = NULL;
  /* First as it is, then with the first line that it needs. */
  g_autoptr (GPtrArray) items = fact_json_parse (raw, NULL), second = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text, "{\"facttavlan\":1,\"records\":%u}\n", count_lines (data, size));
  g_string_append_len (text, (const char *) data, (gssize) size);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_clear_pointer (&items, g_ptr_array_unref);
  items = fact_json_parse (bytes, NULL);
  if (!items)
    return 0;
  written = fact_json_format (items, &error);
  g_assert_no_error (error);
  second = fact_json_parse (written, &error);
  g_assert_no_error (error);
  again = fact_json_format (second, &error);
  g_assert_true (g_bytes_equal (written, again));
  return 0;
}
