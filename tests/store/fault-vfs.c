/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;              /* behind this struct in the same block */
} FaultFile;

static struct {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  sqlite3_io_methods methods;
  Fault fault;
  guint at, count, syncs;
  gboolean fired;
} shim;

#define REAL(file) (((FaultFile *) (file))->real)

/* Whether this call is the one that fails. */
static gboolean
strikes (void)
{
  shim.count++;
  if (shim.fault == FAULT_NO_SYNC || shim.at == 0 ||
      (shim.fault == FAULT_GONE ? shim.count < shim.at : shim.count != shim.at))
    return FALSE;
  shim.fired = TRUE;
  if (shim.fault == FAULT_EXIT)
    _exit (0);
  return TRUE;
}

static int
fault_close (sqlite3_file *file)
{
  return REAL (file)->pMethods ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;
}

static int
fault_read (sqlite3_file  *file,
            void          *data,
            int            size,
            sqlite3_int64  offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, size, offset);
}

static int
fault_write (sqlite3_file  *file,
             const void    *data,
             int            size,
             sqlite3_int64  offset)
{
  if (strikes ()) {
    /* What a full or failing disk leaves: a part of it. */
    REAL (file)->pMethods->xWrite (REAL (file), data, size / 2, offset);
    return shim.fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  return REAL (file)->pMethods->xWrite (REAL (file), data, size, offset);
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  return strikes () ? SQLITE_IOERR_TRUNCATE : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  if (strikes ())
    return SQLITE_IOERR_FSYNC;
  if (shim.fault == FAULT_NO_SYNC && shim.at)
    return SQLITE_OK;
  shim.syncs++;
  return REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
fault_unlock (sqlite3_file *file,
              int           lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
fault_check_lock (sqlite3_file *file,
                  int          *locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), locked);
}

static int
fault_control (sqlite3_file *file,
               int           op,
               void         *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int rc;

  memset (self, 0, sizeof *self);
  if (strikes ())
    return SQLITE_CANTOPEN;
  self->real = (sqlite3_file *) (self + 1);
  rc = shim.real->xOpen (shim.real, name, self->real, flags, out_flags);
  if (self->real->pMethods)
    self->base.pMethods = &shim.methods;
  return rc;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  return strikes () ? SQLITE_IOERR_DELETE : shim.real->xDelete (shim.real, name, sync_folder);
}

void
fault_vfs_install (void)
{
  sqlite3_initialize ();
  shim.real = sqlite3_vfs_find (NULL);
  shim.methods = (sqlite3_io_methods) {
    .iVersion = 1, .xClose = fault_close, .xRead = fault_read, .xWrite = fault_write, .xTruncate = fault_truncate,
    .xSync = fault_sync, .xFileSize = fault_file_size, .xLock = fault_lock, .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_check_lock, .xFileControl = fault_control, .xSectorSize = fault_sector_size,
    .xDeviceCharacteristics = fault_characteristics,
  };
  shim.vfs = *shim.real;
  shim.vfs.zName = "fault";
  shim.vfs.szOsFile = (int) sizeof (FaultFile) + shim.real->szOsFile;
  shim.vfs.xOpen = fault_open;
  shim.vfs.xDelete = fault_delete;
  sqlite3_vfs_register (&shim.vfs, 1);
}

void
fault_vfs_arm (Fault fault,
               guint at)
{
  shim.fault = fault;
  shim.at = at;
  shim.count = 0;
  shim.syncs = 0;
  shim.fired = FALSE;
}

guint
fault_vfs_count (void)
{
  return shim.count;
}

gboolean
fault_vfs_fired (void)
{
  return shim.fired;
}

guint
fault_vfs_syncs (void)
{
  return shim.syncs;
}
