/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* The one text form of values that journal, digests and exports use: a JSON object without white space, members by
 * name, text escaped no more than JSON demands. The same values always give the same bytes. */

/* Appends one value; NULL is null. */
void      fact_canonical_append_value (GString     *text,
                                       GVariant    *stored);
/* Appends text as a JSON string. */
void      fact_canonical_append_text  (GString     *text,
                                       const char  *string);

/* Reads an object of values of @type's columns: @values gets one stored form (or NULL) for each column named,
 * @named its index. Unknown members are an error. @depth-limited and range-checked, so the text may come from
 * anywhere. */
gboolean  fact_canonical_parse        (const char  *json,
                                       GType        type,
                                       GArray      *columns,       /* of guint, appended to */
                                       GPtrArray   *values,        /* of GVariant or NULL, appended to; owned by it */
                                       GError     **error);

/* Reads any object, from anywhere: scanned first. Returns: (transfer full) (nullable): a{sv}, members in the order they
 * stand; text is s, a whole number x, true and false b, a list of texts as, an object a{sv}; anything else, also
 * null, is an error. */
GVariant *fact_canonical_read         (const char  *json,
                                       gsize        length,
                                       gsize        max_bytes,
                                       GError     **error);

/* Whether @json may be handed to a parser: one object or list and nothing else, nested no deeper than 32, no number
 * out of range, no NUL and no half surrogate in a string, no comments, at most @max_bytes. json-glib crashes on deep
 * nesting, wraps large numbers, cuts strings at NUL, and takes much that is no JSON. The error is in the reader's
 * language. */
gboolean  fact_canonical_scan         (const char  *json,
                                       gsize        length,
                                       gsize        max_bytes,
                                       GError     **error);

G_END_DECLS
