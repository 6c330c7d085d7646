/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fact-table.h"

#include <glib/gi18n-lib.h>

#include <csv.h>
#include <string.h>

typedef struct
{
  guint first; /* index in cells */
  guint n;
  guint number;
} Row;

struct _FactTable
{
  gatomicrefcount ref_count;

  char separator;
  GStringChunk *arena;
  GPtrArray *cells; /* one array for all rows: a row is a span of it */
  GArray *rows;     /* Row; the first is the headings */
};

typedef struct
{
  FactTable *table;
  guint number;
  guint first;
  gboolean has_text;
  GError *error;
} Reader;

G_DEFINE_QUARK (fact-table-error-quark, fact_table_error)

static FactTable *
table_new (char separator)
{
  FactTable *self = g_new0 (FactTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->separator = separator;
  self->arena = g_string_chunk_new (64 * 1024);
  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));

  return self;
}

static void
add_cell (FactTable  *self,
          const char *text,
          gsize       length)
{
  const char *cell = length > 0 ? g_string_chunk_insert_len (self->arena, text, (gssize) length) : "";

  g_ptr_array_add (self->cells, (gpointer) cell);
}

static const Row *
get_row (FactTable *self,
         guint      row)
{
  return &g_array_index (self->rows, Row, row);
}

static const char *
get_cell (FactTable *self,
          guint      row,
          guint      column)
{
  const Row *span = get_row (self, row);

  return column < span->n ? g_ptr_array_index (self->cells, span->first + column) : "";
}

static void
cell_cb (void   *text,
         size_t  length,
         void   *data)
{
  Reader *reader = data;

  if (reader->error != NULL)
    return;
  if (length > FACT_TABLE_MAX_CELL_BYTES) {
    g_set_error (&reader->error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_TOO_LARGE,
                 _("Row %u holds a cell of %u kB. A cell of a board holds at most %u kB."),
                 reader->number + 1, (guint) (length / 1024), FACT_TABLE_MAX_CELL_BYTES / 1024);
    return;
  }
  if (reader->table->cells->len - reader->first >= FACT_TABLE_MAX_COLUMNS) {
    g_set_error (&reader->error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_TOO_LARGE,
                 _("Row %u has more than %d columns. This is not a board."),
                 reader->number + 1, FACT_TABLE_MAX_COLUMNS);
    return;
  }

  reader->has_text |= length > 0;
  add_cell (reader->table, text, length);
}

static void
row_cb (int   end,
        void *data)
{
  Reader *reader = data;
  FactTable *table = reader->table;
  Row row = { .first = reader->first, .n = table->cells->len - reader->first, .number = ++reader->number };

  if (reader->error != NULL)
    return;
  if (reader->has_text)
    g_array_append_val (table->rows, row);
  else
    g_ptr_array_set_size (table->cells, (gint) reader->first);
  if (table->rows->len > FACT_TABLE_MAX_ROWS)
    g_set_error (&reader->error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_TOO_LARGE,
                 _("The table has more than %d rows. This is not a board."), FACT_TABLE_MAX_ROWS);

  reader->first = table->cells->len;
  reader->has_text = FALSE;
}

/* Spaces belong to their cell, and a tab is no space. */
static int
no_space_cb (unsigned char c)
{
  return 0;
}

static gboolean
feed (Reader     *reader,
      const char *text,
      gsize       length,
      char        separator)
{
  const gsize slice = 64 * 1024;
  const unsigned char options = CSV_REPALL_NL | CSV_APPEND_NULL;
  struct csv_parser parser;
  gboolean closed = TRUE;

  if (csv_init (&parser, options) != 0)
    return FALSE;

  csv_set_delim (&parser, (unsigned char) separator);
  csv_set_space_func (&parser, no_space_cb);
  csv_set_blk_size (&parser, slice);
  for (gsize i = 0; i < length && reader->error == NULL; i += slice) {
    gsize n = MIN (slice, length - i);

    if (csv_parse (&parser, text + i, n, cell_cb, row_cb, reader) != n && reader->error == NULL)
      g_set_error (&reader->error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_FAILED,
                   _("The table could not be read after row %u: %s"),
                   reader->number, csv_strerror (csv_error (&parser)));
  }
  /* Strict at the end only: a quotation mark inside a cell (5" display) is a character, one never closed is not. */
  csv_set_opts (&parser, options | CSV_STRICT | CSV_STRICT_FINI);
  if (reader->error == NULL)
    closed = csv_fini (&parser, cell_cb, row_cb, reader) == 0;
  csv_free (&parser);

  if (!closed && reader->error == NULL)
    g_set_error (&reader->error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_QUOTES,
                 _("Row %u has a quotation mark that is never closed."), reader->number + 1);

  return reader->error == NULL;
}

/* The separator the heading line has most of, outside quotation marks. */
static char
find_separator (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  guint counts[G_N_ELEMENTS (separators)] = { 0, };
  gboolean quoted = FALSE;
  guint best = 0;

  while (*text == '\n')
    text++;
  for (; *text != '\0' && (quoted || *text != '\n'); text++) {
    quoted ^= *text == '"';
    for (guint i = 0; i < G_N_ELEMENTS (separators) && !quoted; i++)
      counts[i] += *text == separators[i];
  }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

/* CRLF and CR become LF, in place: a line ends once. */
static gsize
join_line_ends (char  *text,
                gsize  length)
{
  gsize to = 0;

  for (gsize from = 0; from < length; from++) {
    if (text[from] == '\r' && from + 1 < length && text[from + 1] == '\n')
      continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text[to] = '\0';

  return to;
}

static gboolean
is_binary (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar) text[i];

    if (c < 0x20 && (c < '\t' || c > '\r'))
      return TRUE;
  }

  return FALSE;
}

/* A byte order mark may stand twice: one of the encoding, one that was text when it was converted before. */
static void
drop_marks (char  *text,
            gsize *length)
{
  gsize marks = 0;

  while (*length - marks >= 3 && memcmp (text + marks, "\357\273\277", 3) == 0)
    marks += 3;
  *length -= marks;
  memmove (text, text + marks, *length + 1);
}

/* The bytes as UTF-8 without a byte order mark. (transfer full) */
static char *
decode (const char  *data,
        gsize        size,
        gsize       *length,
        GError     **error)
{
  char *text = NULL;

  if (size >= 4 && memcmp (data, "PK\003\004", 4) == 0) {
    g_set_error_literal (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_BINARY,
                         _("The file is a workbook. Save the sheet as text (tab separated) or CSV and read that."));
    return NULL;
  }
  if (size >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0))
    text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, length, NULL);
  else if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    text = g_strndup (data + 3, *length = size - 3);
  else if (g_utf8_validate_len (data, size, NULL))
    text = g_strndup (data, *length = size);
  else if (!is_binary (data, size))
    text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, length, NULL);

  if (text == NULL || is_binary (text, *length) || !g_utf8_validate_len (text, *length, NULL)) {
    g_free (text);
    g_set_error_literal (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_BINARY,
                         _("The file is not text. Save the board as text (tab separated) or CSV."));
    return NULL;
  }
  drop_marks (text, length);

  return text;
}

static gboolean
check_size (gsize    size,
            GError **error)
{
  if (size <= FACT_TABLE_MAX_BYTES)
    return TRUE;

  g_set_error (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_TOO_LARGE,
               _("The file is larger than %d MB. This is not a board."), FACT_TABLE_MAX_BYTES / (1024 * 1024));

  return FALSE;
}

static gboolean
has_quoting_reason (const char *cell,
                    char        separator)
{
  const char reasons[] = { separator, '"', '\n', '\r', '\0' };

  return cell[strcspn (cell, reasons)] != '\0';
}

static void
append_cell (GString    *line,
             const char *cell,
             char        separator,
             gboolean    alone)
{
  if (!has_quoting_reason (cell, separator) && !(alone && *cell == '\0')) {
    g_string_append (line, cell);
    return;
  }

  g_string_append_c (line, '"');
  for (; *cell != '\0'; cell++) {
    if (*cell == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *cell);
  }
  g_string_append_c (line, '"');
}

FactTable *
fact_table_new (char               separator,
                const char *const *headings)
{
  FactTable *self;

  g_return_val_if_fail (headings != NULL && headings[0] != NULL, NULL);
  g_return_val_if_fail (strchr ("\t,;", separator) != NULL && separator != '\0', NULL);

  self = table_new (separator);
  for (guint i = 0; headings[i] != NULL; i++)
    add_cell (self, headings[i], strlen (headings[i]));
  g_array_append_val (self->rows, ((Row) { .n = self->cells->len, .number = 1 }));

  return self;
}

FactTable *
fact_table_parse (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (FactTable) self = NULL;
  g_autofree char *text = NULL;
  gsize size, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  Reader reader = { NULL, };

  if (!check_size (size, error))
    return NULL;

  text = decode (size > 0 ? data : "", size, &length, error);
  if (text == NULL)
    return NULL;

  length = join_line_ends (text, length);
  self = table_new (find_separator (text));
  reader.table = self;
  if (!feed (&reader, text, length, self->separator)) {
    if (reader.error == NULL)
      g_set_error_literal (&reader.error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_FAILED, _("The table could not be read."));
    g_propagate_error (error, reader.error);
    return NULL;
  }
  if (self->rows->len == 0) {
    g_set_error_literal (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_EMPTY, _("The file is empty."));
    return NULL;
  }

  return g_steal_pointer (&self);
}

FactTable *
fact_table_load (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  FactTable *self;
  gssize n = 1;

  /* Of a pipe nobody knows when it ends. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL) {
    g_set_error (error, FACT_TABLE_ERROR, FACT_TABLE_ERROR_BINARY,
                 /* Translators: a file name */
                 _("Could not read %s: it is not an ordinary file. Save the board as a file first."), name);
    return NULL;
  }
  stream = g_file_read (file, cancellable, error);
  while (stream != NULL && n > 0 && all->len <= FACT_TABLE_MAX_BYTES) {
    g_autoptr (GBytes) part = g_input_stream_read_bytes (G_INPUT_STREAM (stream), 1024 * 1024, cancellable, error);

    n = part != NULL ? (gssize) g_bytes_get_size (part) : -1;
    if (n > 0)
      g_byte_array_append (all, g_bytes_get_data (part, NULL), (guint) n);
  }
  if (stream == NULL || n < 0) {
    g_prefix_error (error, _("Could not read %s: "), name);
    return NULL;
  }

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  self = fact_table_parse (bytes, error);
  if (self == NULL)
    g_prefix_error (error, _("Could not read %s: "), name);

  return self;
}

FactTable *
fact_table_ref (FactTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
fact_table_unref (FactTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->arena);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

char
fact_table_get_separator (FactTable *self)
{
  return self->separator;
}

guint
fact_table_get_n_columns (FactTable *self)
{
  return get_row (self, 0)->n;
}

const char *
fact_table_get_heading (FactTable *self,
                        guint      column)
{
  return get_cell (self, 0, column);
}

guint
fact_table_get_n_rows (FactTable *self)
{
  return self->rows->len - 1;
}

guint
fact_table_get_row_number (FactTable *self,
                           guint      row)
{
  g_return_val_if_fail (row < fact_table_get_n_rows (self), 0);

  return get_row (self, row + 1)->number;
}

const char *
fact_table_get_cell (FactTable *self,
                     guint      row,
                     guint      column)
{
  g_return_val_if_fail (row < fact_table_get_n_rows (self), "");

  return get_cell (self, row + 1, column);
}

void
fact_table_append (FactTable         *self,
                   const char *const *cells)
{
  guint n = fact_table_get_n_columns (self);
  Row row = { .first = self->cells->len, .n = n, .number = self->rows->len + 1 };

  for (guint i = 0; i < n; i++)
    add_cell (self, cells[i], cells[i] != NULL ? strlen (cells[i]) : 0);
  g_array_append_val (self->rows, row);
}

char *
fact_table_format (FactTable *self,
                   gsize     *length)
{
  guint n = fact_table_get_n_columns (self);
  GString *text = g_string_sized_new (64 * 1024);

  for (guint i = 0; i < self->rows->len; i++) {
    for (guint j = 0; j < n; j++) {
      if (j > 0)
        g_string_append_c (text, self->separator);
      append_cell (text, get_cell (self, i, j), self->separator, n == 1);
    }
    g_string_append_c (text, '\n');
  }
  if (length != NULL)
    *length = text->len;

  return g_string_free (text, FALSE);
}
