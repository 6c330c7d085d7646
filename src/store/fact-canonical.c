/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-canonical.h"

#include "fact-record-write.h"
#include "fact-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 32

void
fact_canonical_append_text (GString    *text,
                            const char *string)
{
  const char *run = string;

  g_string_append_c (text, '"');
  for (const char *p = string; *p; p++) {
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
  g_autofree const char **uids = g_variant_get_strv (list, NULL);

  g_string_append_c (text, '[');
  for (gsize i = 0; uids[i]; i++) {
    if (i)
      g_string_append_c (text, ',');
    fact_canonical_append_text (text, uids[i]);
  }
  g_string_append_c (text, ']');
}

void
fact_canonical_append_value (GString  *text,
                             GVariant *stored)
{
  if (!stored) {
    g_string_append (text, "null");
    return;
  }
  switch (g_variant_classify (stored)) {
  case G_VARIANT_CLASS_STRING:
    fact_canonical_append_text (text, g_variant_get_string (stored, NULL));
    break;
  case G_VARIANT_CLASS_INT64:
    g_string_append_printf (text, "%" G_GINT64_FORMAT, g_variant_get_int64 (stored));
    break;
  case G_VARIANT_CLASS_BOOLEAN:
    g_string_append (text, g_variant_get_boolean (stored) ? "true" : "false");
    break;
  default:
    append_list (text, stored);
  }
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  /* Translators: why a text cannot be read: "nested too deep" */
  g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DAMAGED, _("Not readable as JSON: %s."), why);
  return FALSE;
}

/* The code unit of the \uXXXX at @p, -1 when it is none. */
static int
scan_unit (const char *p,
           const char *end)
{
  int unit = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return -1;
    unit = unit * 16 + g_ascii_xdigit_value (p[i]);
  }
  return unit;
}

/* The length of the escape that begins at @p, 0 when it is none or stands for no character: json-glib cuts a string
 * at a NUL and makes bytes that are no text of half a surrogate pair. */
static gsize
scan_escape (const char *p,
             const char *end)
{
  int unit, low;

  if (end - p < 2)
    return 0;
  if (p[1] != 'u')
    return strchr ("\"\\/bfnrt", p[1]) ? 2 : 0;
  unit = scan_unit (p, end);
  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return 0;
  if (unit < 0xd800 || unit > 0xdfff)
    return 6;
  low = scan_unit (p + 6, end);
  return low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
}

/* The end of the string that begins at @p, NULL when it does not end or holds what no text holds. */
static const char *
scan_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"';) {
    gsize length = *p == '\\' ? scan_escape (p, end) : (guchar) *p >= 0x20;

    if (!length)
      return NULL;
    p += length;
  }
  return p < end ? p : NULL;
}

static const char *
skip_digits (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The last character of the number at @p, NULL when it is none or out of range: json-glib wraps large ones and takes
 * a leading zero for octal. */
static const char *
scan_number (const char *p,
             const char *end)
{
  const char *first = p + (*p == '-');
  const char *q = skip_digits (first, end);
  g_autofree char *digits = g_strndup (p, (gsize) MIN (q - p, 32));

  if (q == first || (*first == '0' && q - first > 1) ||
      !g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return NULL;
  if (q < end && *q == '.')
    q = skip_digits (q + 1, end);
  if (q < end && (*q == 'e' || *q == 'E'))
    q = skip_digits (q + 1 + (q + 1 < end && strchr ("+-", q[1])), end);
  return q - p <= 64 ? q - 1 : NULL;
}

/* What stands outside strings and numbers. json-glib also takes comments, strings in apostrophes and assignments,
 * in which anything could be hidden from this scan. */
static gboolean
is_structure (char c)
{
  return c && strchr (" \t\r\n{}[]:,truefalsn", c);
}

gboolean
fact_canonical_scan (const char  *json,
                     gsize        length,
                     gsize        max_bytes,
                     GError     **error)
{
  const char *end = json + length;
  int depth = 0;
  gboolean ended = FALSE;

  if (length > max_bytes)
    return refuse (error, C_("JSON", "too long"));
  if (memchr (json, '\0', length) || !g_utf8_validate_len (json, length, NULL))
    return refuse (error, C_("JSON", "not text"));
  for (const char *p = json; p < end; p++) {
    if (ended && !g_ascii_isspace (*p))
      return refuse (error, C_("JSON", "something follows its end"));
    if (depth == 0 && !g_ascii_isspace (*p) && *p != '[' && *p != '{')
      return refuse (error, C_("JSON", "it is not built of names and values"));
    if (*p == '"' && !(p = scan_string (p, end)))
      return refuse (error, C_("JSON", "a text does not end or holds what is no text"));
    if ((*p == '-' || g_ascii_isdigit (*p)) && !(p = scan_number (p, end)))
      return refuse (error, C_("JSON", "a number is out of range"));
    if (*p != '"' && !g_ascii_isdigit (*p) && !is_structure (*p))
      return refuse (error, C_("JSON", "a character that has no place there"));
    if ((*p == '[' || *p == '{') && ++depth > MAX_DEPTH)
      return refuse (error, C_("JSON", "nested too deep"));
    if ((*p == ']' || *p == '}') && --depth <= 0)
      ended = TRUE;
  }
  return ended || refuse (error, C_("JSON", "it is cut off"));
}

static GVariant *parse_value (JsonNode *node);

/* Returns: floating a{sv}; NULL when a member is no value of ours. */
static GVariant *
parse_object (JsonObject *object)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    g_autoptr (GVariant) value = parse_value (node);

    if (!value)
      return NULL;
    g_variant_builder_add (&builder, "{sv}", name, value);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
parse_list (JsonArray *array)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < json_array_get_length (array); i++) {
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

  if (JSON_NODE_HOLDS_OBJECT (node))
    value = parse_object (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    value = parse_list (json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    value = g_variant_new_string (json_node_get_string (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    value = g_variant_new_int64 (json_node_get_int (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    value = g_variant_new_boolean (json_node_get_boolean (node));
  return value ? g_variant_ref_sink (value) : NULL;
}

/* Returns: (transfer full) (nullable): the object that @json is, scanned before it is read. */
static JsonNode *
parse_root (const char  *json,
            gsize        length,
            gsize        max_bytes,
            GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!fact_canonical_scan (json, length, max_bytes, error))
    return NULL;
  if (!json_parser_load_from_data (parser, json, (gssize) length, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))) {
    refuse (error, C_("JSON", "it is not built of names and values"));
    return NULL;
  }
  return json_node_ref (json_parser_get_root (parser));
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
  g_autoptr (JsonNode) root = parse_root (json, strlen (json), 4 * 1024 * 1024, error);
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!root)
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node)) {
    if (!parse_member ((FactRecordClass *) klass, name, node, columns, values))
      return refuse (error, name);
  }
  return TRUE;
}

GVariant *
fact_canonical_read (const char  *json,
                     gsize        length,
                     gsize        max_bytes,
                     GError     **error)
{
  g_autoptr (JsonNode) root = parse_root (json, length, max_bytes, error);
  GVariant *object = root ? parse_object (json_node_get_object (root)) : NULL;

  if (root && !object)
    refuse (error, C_("JSON", "a value is neither text, whole number, true, false nor a list of texts"));
  return object ? g_variant_ref_sink (object) : NULL;
}
