/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer between SQLite and the disk that fails at a chosen call. */
typedef enum {
  FAULT_IO,                        /* the call fails with an input/output error */
  FAULT_FULL,                      /* a write fails for want of space, other calls with an error */
  FAULT_EXIT,                      /* the process ends before the call */
  FAULT_GONE,                      /* the call and all after it fail, as on a disk that was taken away */
  FAULT_NO_SYNC,                   /* nothing fails, but syncs are left out: what a test must notice */
} Fault;

/* Registers the layer as SQLite's default. */
void     fault_vfs_install (void);
/* The @at-th (from 1) write, sync, truncate, delete or open from now on fails. 0: none. */
void     fault_vfs_arm     (Fault  fault,
                            guint  at);
/* How many such calls there were since; whether one failed. */
guint    fault_vfs_count   (void);
gboolean fault_vfs_fired   (void);
/* Syncs that reached the disk since. */
guint    fault_vfs_syncs   (void);

G_END_DECLS
