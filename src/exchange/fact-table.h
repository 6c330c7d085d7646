/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FACT_TABLE_ERROR_EMPTY,     /* no heading line */
  FACT_TABLE_ERROR_TOO_LARGE,
  FACT_TABLE_ERROR_BINARY,    /* no text */
  FACT_TABLE_ERROR_QUOTES,    /* a quotation mark that is never closed */
  FACT_TABLE_ERROR_FAILED,
} FactTableError;

#define FACT_TABLE_ERROR (fact_table_error_quark ())
GQuark fact_table_error_quark (void);

/* What a board never reaches; beyond it a file is refused before it can fill the memory. */
#define FACT_TABLE_MAX_BYTES (32 * 1024 * 1024)
#define FACT_TABLE_MAX_CELL_BYTES (256 * 1024)
#define FACT_TABLE_MAX_ROWS 100000
#define FACT_TABLE_MAX_COLUMNS 1000

/* A table of text: headings and rows of cells, in UTF-8. The cells live as long as the table. */
typedef struct _FactTable FactTable;

/* An empty table to be filled and written. separator: tab, comma or semicolon. headings: NULL-terminated, copied. */
FactTable *fact_table_new (char               separator,
                           const char *const *headings);

/* Reads a text file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode text"), else
 * Windows-1252; separated by whichever of tab, comma and semicolon the heading line has most of; quoted fields may
 * hold line ends; CRLF, LF and CR end a line. Returns NULL and sets an error of FACT_TABLE_ERROR. */
FactTable *fact_table_parse (GBytes  *bytes,
                             GError **error);

/* Reads a file as fact_table_parse () does, and never more of it than FACT_TABLE_MAX_BYTES. Errors of
 * FACT_TABLE_ERROR and G_IO_ERROR, with the file's name. */
FactTable *fact_table_load (GFile         *file,
                            GCancellable  *cancellable,
                            GError       **error);

FactTable *fact_table_ref (FactTable *self);

void fact_table_unref (FactTable *self);

/* Tab, comma or semicolon. */
char fact_table_get_separator (FactTable *self);

guint fact_table_get_n_columns (FactTable *self);

const char *fact_table_get_heading (FactTable *self,
                                    guint      column);

/* Rows below the headings; empty lines are none. */
guint fact_table_get_n_rows (FactTable *self);

/* The number a spreadsheet shows beside the row: the headings are row 1, empty lines count, a row with line ends
 * in its cells is one. */
guint fact_table_get_row_number (FactTable *self,
                                 guint      row);

/* "" where a row is shorter than the headings. (transfer none) */
const char *fact_table_get_cell (FactTable *self,
                                 guint      row,
                                 guint      column);

/* Adds a row of as many cells as there are headings; NULL is "". The cells are copied. */
void fact_table_append (FactTable         *self,
                        const char *const *cells);

/* The inverse of reading: the table's separator, LF at the end of each line, quotation marks only where they are
 * needed. (transfer full) */
char *fact_table_format (FactTable *self,
                         gsize     *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactTable, fact_table_unref)

G_END_DECLS
