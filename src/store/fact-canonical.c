/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-canonical.h"

#include "fact-record-write.h"
#include "fact-store.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 32

void
fact_canonical_append_text (GString    *text,
                            const char *string)
{
  const char *run = string;

  g_string_append_c (text, '"');
  for (const char *p = string; *p; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (text, run, p - run);
      run = p + 1;
      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else if (c == '\n')
        g_string_append (text, "\\n");
      else if (c == '\t')
        g_string_append (text, "\\t");
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
  g_string_append (text, run);
  g_string_append_c (text, '"');
}

static void
append_list (GString  *text,
             GVariant *list)
{
  g_string_append_c (text, '[');
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      const char *uid;

      g_variant_get_child (list, i, "&s", &uid);
      if (i)
        g_string_append_c (text, ',');
      fact_canonical_append_text (text, uid);
    }
  g_string_append_c (text, ']');
}

void
fact_canonical_append_value (GString  *text,
                             GVariant *stored)
{
  if (!stored)
    g_string_append (text, "null");
  else if (g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING))
    fact_canonical_append_text (text, g_variant_get_string (stored, NULL));
  else if (g_variant_is_of_type (stored, G_VARIANT_TYPE_INT64))
    g_string_append_printf (text, "%" G_GINT64_FORMAT, g_variant_get_int64 (stored));
  else if (g_variant_is_of_type (stored, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (text, g_variant_get_boolean (stored) ? "true" : "false");
  else
    append_list (text, stored);
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED, "Not readable as JSON: %s", why);
  return FALSE;
}

/* The end of the string that begins at @p, NULL when it holds a NUL or does not end. */
static const char *
scan_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    {
      if (*p != '\\')
        continue;
      if (end - p > 5 && strncmp (p, "\\u0000", 6) == 0)
        return NULL;
      p++;
    }
  return p < end ? p : NULL;
}

static gboolean
number_fits (const char *p,
             const char *end)
{
  const char *q = p;
  g_autofree char *digits = NULL;

  while (q < end && (g_ascii_isdigit (*q) || strchr ("+-.eE", *q)))
    q++;
  if (q - p > 32)
    return FALSE;
  digits = g_strndup (p, (gsize) (q - p));
  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL) ||
         strpbrk (digits, ".eE") != NULL;
}

gboolean
fact_canonical_scan (const char  *json,
                     gsize        length,
                     gsize        max_bytes,
                     GError     **error)
{
  const char *end = json + length;
  int depth = 0;

  if (length > max_bytes)
    return refuse (error, "too long");
  if (memchr (json, '\0', length) || !g_utf8_validate_len (json, length, NULL))
    return refuse (error, "not text");
  for (const char *p = json; p < end; p++)
    {
      if (*p == '"')
        {
          p = scan_string (p, end);
          if (!p)
            return refuse (error, "a string does not end or holds a zero");
        }
      else if (*p == '[' || *p == '{')
        {
          if (++depth > MAX_DEPTH)
            return refuse (error, "nested too deep");
        }
      else if (*p == ']' || *p == '}')
        {
          depth--;
        }
      else if (*p == '-' || g_ascii_isdigit (*p))
        {
          if (!number_fits (p, end))
            return refuse (error, "a number is out of range");
          while (p + 1 < end && (g_ascii_isdigit (p[1]) || strchr (".eE+-", p[1])))
            p++;
        }
    }
  return TRUE;
}

static GVariant *
parse_list (JsonArray *array)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_variant_builder_add (&builder, "s", json_node_get_string (node));
    }
  return g_variant_builder_end (&builder);
}

/* Returns: (transfer full) (nullable): NULL for null and for what is no value of ours. */
static GVariant *
parse_value (JsonNode *node)
{
  GVariant *value = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    value = parse_list (json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    value = g_variant_new_string (json_node_get_string (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    value = g_variant_new_int64 (json_node_get_int (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    value = g_variant_new_boolean (json_node_get_boolean (node));
  return value ? g_variant_ref_sink (value) : NULL;
}

static gboolean
parse_member (FactRecordClass *klass,
              const char      *name,
              JsonNode        *node,
              GArray          *columns,
              GPtrArray       *values)
{
  int column = fact_record_class_find_column (klass, name);
  g_autoptr (GVariant) value = parse_value (node);
  guint index = (guint) column;

  if (column < 0 || (!value && !JSON_NODE_HOLDS_NULL (node)))
    return FALSE;
  if (value && !fact_column_accepts (&klass->columns[column], value))
    return FALSE;
  g_array_append_val (columns, index);
  g_ptr_array_add (values, g_steal_pointer (&value));
  return TRUE;
}

gboolean
fact_canonical_parse (const char  *json,
                      GType        type,
                      GArray      *columns,
                      GPtrArray   *values,
                      GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!fact_canonical_scan (json, strlen (json), 4 * 1024 * 1024, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, json, -1, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return refuse (error, "no object");

  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    {
      if (!parse_member ((FactRecordClass *) klass, name, node, columns, values))
        return refuse (error, name);
    }
  return TRUE;
}
