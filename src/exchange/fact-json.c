/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-json.h"


#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define VERSION 1
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_QUARK (fact-json-error-quark, fact_json_error)

/* The lines of a text, without what ends them. */
typedef struct {
  const char *next;
  const char *end;
  const char *text;                /* of the line read last */
  gsize length;
  guint number;
} Lines;

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError     **error,
        int          code,
        const char  *format,
        ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: what is wrong with a file that was to be imported, a sentence */
  g_set_error (error, FACT_JSON_ERROR, code, C_("JSON", "%s Nothing was imported."), why);
  return FALSE;
}

/* The next line that is not empty. */
static gboolean
read_line (Lines *self)
{
  while (self->next < self->end) {
    const char *end = memchr (self->next, '\n', (gsize) (self->end - self->next));

    self->text = self->next;
    self->length = (gsize) ((end ? end : self->end) - self->text);
    self->next = end ? end + 1 : self->end;
    self->number++;
    if (self->length && self->text[self->length - 1] == '\r')
      self->length--;
    if (self->length)
      return TRUE;
  }
  return FALSE;
}

/* Only as it is written: the number of digits keeps the numbers in range. */
static gboolean
read_header (Lines   *lines,
             guint   *records,
             GError **error)
{
  g_autofree char *text = NULL;
  guint version = 0;
  int length = 0;

  if (!read_line (lines))
    return refuse (error, FACT_JSON_ERROR_FORM, "%s", _("The file is empty."));
  text = g_strndup (lines->text, MIN (lines->length, 64));
  if (sscanf (text, "{\"facttavlan\":%9u", &version) == 1 && version > VERSION)
    return refuse (error, FACT_JSON_ERROR_NEWER, "%s",
                   _("The file was written by a later version of the program. Update the program."));
  if (sscanf (text, "{\"facttavlan\":%9u,\"records\":%9u}%n", &version, records, &length) != 2 || version != VERSION ||
      (gsize) length != lines->length)
    return refuse (error, FACT_JSON_ERROR_FORM, _("The file does not begin with %s and is no copy of a board."),
                   "{\"facttavlan\":1,\"records\":…}");
  return TRUE;
}

GBytes *
fact_json_format (GPtrArray  *items,
                  GError    **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (items != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "{\"facttavlan\":%d,\"records\":%u}\n", VERSION, items->len);
  for (guint i = 0; i < items->len; i++) {
    const FactRecordItem *item = items->pdata[i];
    gsize before = text->len;

    fact_record_item_append (item, text);
    if (text->len - before > FACT_RECORD_ITEM_MAX_BYTES) {
      /* Translators: a record's type as it stands in the file, and what it is called */
      g_set_error (error, FACT_JSON_ERROR, FACT_JSON_ERROR_TOO_LARGE,
                   _("\"%s\" %s holds more than 1 MB of text. Shorten it. Nothing was exported."), item->type,
                   fact_record_item_get_label (item));
      return NULL;
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static gboolean
read_records (Lines      *lines,
              GPtrArray  *items,
              guint       records,
              GError    **error)
{
  while (read_line (lines)) {
    g_autoptr (GError) problem = NULL;
    FactRecordItem *item = NULL;

    if (items->len == records)
      return refuse (error, FACT_JSON_ERROR_FORM, ngettext ("The file holds more than the %u record its first line tells.",
                                                            "The file holds more than the %u records its first line tells.",
                                                            records), records);
    item = fact_record_item_parse (lines->text, lines->length, lines->number, &problem);
    if (!item)
      /* Translators: number of the line, a sentence about what is wrong with it */
      return refuse (error, FACT_JSON_ERROR_FORM, C_("JSON", "Line %u: %s"), lines->number, problem->message);
    g_ptr_array_add (items, item);
  }
  if (items->len < records)
    return refuse (error, FACT_JSON_ERROR_FORM, _("The file is cut off: it holds %u of %u records."), items->len, records);
  return TRUE;
}

GPtrArray *
fact_json_parse (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_record_item_free);
  Lines lines = { 0 };
  gsize size;
  guint records;

  g_return_val_if_fail (bytes != NULL, NULL);

  lines.next = g_bytes_get_data (bytes, &size);
  if (!lines.next)
    lines.next = "";
  lines.end = lines.next + size;
  if (size > FACT_JSON_MAX_BYTES) {
    refuse (error, FACT_JSON_ERROR_TOO_LARGE, "%s", _("The file is larger than 512 MB."));
    return NULL;
  }
  if (size >= 3 && memcmp (lines.next, BYTE_ORDER_MARK, 3) == 0)
    lines.next += 3;
  if (!read_header (&lines, &records, error) || !read_records (&lines, items, records, error))
    return NULL;
  return g_steal_pointer (&items);
}

/* @text: the first bytes of a file. A table begins with a heading. */
static gboolean
begins_like_records (const char *text,
                     gsize       length)
{
  gsize at = length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return at < length && text[at] == '{';
}

static gboolean
check_size (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, error);

  if (info && g_file_info_get_size (info) > FACT_JSON_MAX_BYTES)
    refuse (error, FACT_JSON_ERROR_TOO_LARGE, "%s", _("The file is larger than 512 MB."));
  return info && g_file_info_get_size (info) <= FACT_JSON_MAX_BYTES;
}

GBytes *
fact_json_load (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char first[64];
  gssize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, cancellable, error);
  length = stream ? g_input_stream_read (G_INPUT_STREAM (stream), first, sizeof first, cancellable, error) : -1;
  if (length < 0 || !begins_like_records (first, (gsize) length) || !check_size (file, cancellable, error))
    return NULL;
  return g_file_load_bytes (file, cancellable, NULL, error);
}

/* What a thread does has no source object: it could be the last to let go of the team. */
static void
formatted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
format_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = fact_json_format (data, &error);

  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) formatting = NULL;
  GError *error = NULL;
  GPtrArray *items = fact_team_list_records_finish (FACT_TEAM (object), result, &error);

  if (!items) {
    g_task_return_error (task, error);
    return;
  }
  formatting = g_task_new (NULL, g_task_get_cancellable (task), formatted_cb, g_object_ref (task));
  g_task_set_task_data (formatting, items, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (formatting, format_in_thread);
}

void
fact_json_export_async (FactTeam            *team,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (FACT_IS_TEAM (team));
  fact_team_list_records_async (team, cancellable, listed_cb, g_task_new (team, cancellable, callback, data));
}

GBytes *
fact_json_export_finish (FactTeam      *team,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, team), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = fact_json_parse (data, &error);

  if (items)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
built_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GArray *counts = NULL;
  FactChange *change = fact_team_import_records_finish (FACT_TEAM (object), result, &counts, &error);

  if (counts)
    g_task_set_task_data (task, counts, (GDestroyNotify) g_array_unref);
  if (change)
    g_task_return_pointer (task, change, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);

  if (!items)
    g_task_return_error (task, error);
  else
    fact_team_import_records_async (g_task_get_source_object (task), items, g_task_get_cancellable (task), built_cb,
                                    g_object_ref (task));
}

void
fact_json_import_async (FactTeam            *team,
                        GBytes              *bytes,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (FACT_IS_TEAM (team) && bytes != NULL);

  reading = g_task_new (NULL, cancellable, parsed_cb, g_task_new (team, cancellable, callback, data));
  g_task_set_task_data (reading, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (reading, parse_in_thread);
}

FactChange *
fact_json_import_finish (FactTeam      *team,
                         GAsyncResult  *result,
                         GArray       **counts,
                         GError       **error)
{
  FactChange *change;

  g_return_val_if_fail (g_task_is_valid (result, team), NULL);

  change = g_task_propagate_pointer (G_TASK (result), error);
  if (change && counts)
    *counts = g_array_ref (g_task_get_task_data (G_TASK (result)));
  return change;
}
