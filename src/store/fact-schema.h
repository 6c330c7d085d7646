/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite.h"

G_BEGIN_DECLS

/* Brings the database to the newest structure: runs the steps of the resource folder /org/facttavlan/store/sql whose
 * number (the digits their name begins with) is above the file's, each in a transaction of its own.
 * A file that has something in it is copied first, whole, to @path with ".before-" and the number of the last step.
 * FACT_STORE_ERROR_NEWER when the file's number is above all steps, FACT_STORE_ERROR_DENIED when another program wrote
 * it. */
gboolean fact_schema_upgrade (FactSqlite  *sqlite,
                              const char  *path,
                              GError     **error);

G_END_DECLS
