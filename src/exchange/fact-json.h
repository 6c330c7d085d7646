/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"
#include "fact-team-records.h"

G_BEGIN_DECLS

/* All records that are not removed as text in UTF-8, for whoever wants to take them elsewhere: the first line is
 *   {"facttavlan":1,"records":N}
 * and each of the N lines after it one record, by type, then uid:
 *   {"type":"patient","uid":"…","values":{"code":"DD-75",…}}
 * with the values that are set, by name, and without version, author, time and journal, which a backup has. The same
 * records always give the same bytes. */

typedef enum {
  FACT_JSON_ERROR_FORM,            /* not such a file, cut off, or damaged */
  FACT_JSON_ERROR_NEWER,           /* written by a later version of the program */
  FACT_JSON_ERROR_TOO_LARGE,
} FactJsonError;
#define FACT_JSON_ERROR (fact_json_error_quark ())
GQuark fact_json_error_quark (void);

/* What a team never reaches; a larger file is not read. */
#define FACT_JSON_MAX_BYTES (512 * 1024 * 1024)

/* Reads @file when it is such a text by its first character; a table is none. Returns: (transfer full) (nullable): NULL
 * without an error: it is something else. */
GBytes     *fact_json_load           (GFile                *file,
                                      GCancellable         *cancellable,
                                      GError              **error);

/* The text of records. @items: of FactRecordItem (fact-record-item.h) in their order. Fails with TOO_LARGE when one
 * cannot be read again. Returns: (transfer full). */
GBytes     *fact_json_format         (GPtrArray            *items,
                                      GError              **error);

/* Reads such a text; each line is scanned before it is read. Also takes a byte order mark, CRLF and empty lines, which
 * editors leave. Errors name the line and are in the reader's language. Returns: (transfer full): of
 * FactRecordItem. */
GPtrArray  *fact_json_parse          (GBytes               *bytes,
                                      GError              **error);

/* The records of @team as they stand now; the window stays free. Finish: (transfer full). */
void        fact_json_export_async   (FactTeam             *team,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GBytes     *fact_json_export_finish  (FactTeam             *team,
                                      GAsyncResult         *result,
                                      GError              **error);

/* Reads @bytes and builds the change that adds its records, by the rules of fact_team_import_records_async(); ditto.
 * Finish: (transfer full): to be committed, nothing is changed by then; NULL with line, record and reason. @counts: as
 * of fact_team_import_records_finish(). */
void        fact_json_import_async   (FactTeam             *team,
                                      GBytes               *bytes,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
FactChange *fact_json_import_finish  (FactTeam             *team,
                                      GAsyncResult         *result,
                                      GArray              **counts,
                                      GError              **error);

G_END_DECLS
