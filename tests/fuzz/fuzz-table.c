/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Any bytes are a table or an error, and a table's text reads back as the same table. */
#include "fact-sheet.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const triage[] = { "Kris", "Ny", "Inlagd", "obs", "Stabil", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (FactTable) table = fact_table_parse (bytes, NULL);
  g_autoptr (FactTable) again = NULL;
  g_autoptr (FactSheet) sheet = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autofree char *refusals = NULL, *second = NULL;
  char *text;
  gsize length, second_length;

  if (table == NULL)
    return 0;

  sheet = fact_sheet_read (table, triage);
  refusals = fact_sheet_format_refusals (sheet);

  text = fact_table_format (table, &length);
  written = g_bytes_new_take (text, length);
  again = fact_table_parse (written, NULL);
  if (again == NULL || fact_table_get_separator (again) != fact_table_get_separator (table))
    return 0;

  second = fact_table_format (again, &second_length);
  g_assert_cmpmem (text, length, second, second_length);

  return 0;
}
