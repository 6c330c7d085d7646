/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one writing seat of a database file, held for the whole life of the process by a lock of the kernel's on a file
 * beside it. SQLite's own lock is not enough: any open and close of the database file elsewhere in this process
 * drops it. */
typedef struct _FactLock FactLock;

/* Takes the seat of the database at @path. @since: what to tell others about when it was taken.
 * FACT_STORE_ERROR_LOCKED says who holds it, since when. */
FactLock *fact_lock_take    (const char  *path,
                             const char  *since,
                             GError     **error);
/* FALSE when the file of the seat is there and belongs to somebody else who alone may write it. */
gboolean  fact_lock_may_take  (const char *path);
/* Asks the right without opening the file, which would drop SQLite's lock. @mode: R_OK, W_OK. */
gboolean  fact_lock_may_access (const char *path,
                               int         mode);
void      fact_lock_release   (FactLock    *self);
/* Removes the file of the seat before it is given up, with a database that is not kept. */
void      fact_lock_remove  (FactLock    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactLock, fact_lock_release)

G_END_DECLS
