/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-lock.h"

#include "fact-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _FactLock {
  int fd;
  char *file;
};

/* team.facttavlan has team.lock; a file of another name keeps its name whole. */
static char *
lock_path (const char *path)
{
  if (g_str_has_suffix (path, ".facttavlan"))
    return g_strdup_printf ("%.*s.lock", (int) (strlen (path) - strlen (".facttavlan")), path);
  return g_strconcat (path, ".lock", NULL);
}

static void
fail_locked (int      fd,
             GError **error)
{
  char text[512] = "";
  ssize_t n = pread (fd, text, sizeof text - 1, 0);
  g_auto (GStrv) lines = g_strsplit (n > 0 ? text : "", "\n", 3);

  if (n > 0 && g_strv_length (lines) == 3)
    /* Translators: which machine, which user of the machine, when */
    g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_LOCKED, _("The board is open on %s by %s since %s"),
                 lines[0], lines[1], lines[2]);
  else
    g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_LOCKED, _("The board is open in another program"));
}

static gboolean
write_holder (int         fd,
              const char *since)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", g_get_host_name (), g_get_user_name (), since);

  return ftruncate (fd, 0) == 0 && pwrite (fd, text, strlen (text), 0) == (ssize_t) strlen (text);
}

FactLock *
fact_lock_take (const char  *path,
                const char  *since,
                GError     **error)
{
  char *file = lock_path (path);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  g_autoptr (FactLock) self = g_new0 (FactLock, 1);

  self->file = file;
  self->fd = open (file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0) {
    int saved = errno;

    g_debug ("Could not open %s: %s", file, g_strerror (saved));
    if (saved == ENOSPC)
      g_set_error_literal (error, FACT_STORE_ERROR, FACT_STORE_ERROR_FULL,
                           _("The disk is full. Free some space and try again."));
    else
      g_set_error (error, FACT_STORE_ERROR, FACT_STORE_ERROR_DENIED,
                   /* Translators: a file name */
                   _("The board %s cannot be opened: you have no right to write in its folder. Nothing was changed. "
                     "Ask whoever looks after the computer."), path);
    return NULL;
  }
  if (fcntl (self->fd, F_OFD_SETLK, &lock) != 0) {
    fail_locked (self->fd, error);
    return NULL;
  }
  /* That others cannot read who holds it is no reason not to work: the disk may be full. */
  if (!write_holder (self->fd, since))
    g_debug ("Could not write %s: %s", file, g_strerror (errno));
  return g_steal_pointer (&self);
}

gboolean
fact_lock_may_access (const char *path,
                      int         mode)
{
  return faccessat (AT_FDCWD, path, mode, AT_EACCESS) == 0;
}

gboolean
fact_lock_may_take (const char *path)
{
  g_autofree char *file = lock_path (path);

  return !fact_lock_may_access (file, F_OK) || fact_lock_may_access (file, R_OK | W_OK);
}

void
fact_lock_release (FactLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->file);
  g_free (self);
}

void
fact_lock_remove (FactLock *self)
{
  g_unlink (self->file);
}
