/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a new UUID version 7 (RFC 9562) as 36 characters of lower-case text.
 * @utc_us: microseconds since 1970, from a FactClock. Uids made in one process sort in the order they
 * were made, also when the clock stands still or goes back. Returns: (transfer full). */
char     *fact_uid_new      (gint64 utc_us);

/* Whether @text has the form of a uid (any UUID in lower case). */
gboolean  fact_uid_is_valid (const char *text);

G_END_DECLS
