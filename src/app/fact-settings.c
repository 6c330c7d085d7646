/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-settings.h"

#include "fact-config.h"

GSettings *
fact_settings_new (void)
{
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GError) error = NULL;

  if (standard)
    schema = g_settings_schema_source_lookup (standard, FACT_APP_ID, TRUE);
  if (!schema) {
    own = g_settings_schema_source_new_from_directory (FACT_SCHEMA_DIR, standard, TRUE, &error);
    if (own)
      schema = g_settings_schema_source_lookup (own, FACT_APP_ID, FALSE);
  }
  /* Without its schema the program is not installed; there is nobody to tell but the log. */
  if (!schema)
    g_error ("No settings schema in %s: %s", FACT_SCHEMA_DIR, error ? error->message : "not found");

  return g_settings_new_full (schema, NULL, NULL);
}
