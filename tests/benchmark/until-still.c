/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* until-still PROGRAM [ARGUMENT…]: starts the program and watches the screen until nothing on it has changed for a
 * second. Prints the milliseconds from the start to the last change, and the memory of the process then (PSS, kB). */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define STILL_US G_USEC_PER_SEC
#define LIMIT_US (60 * G_USEC_PER_SEC)

static guint
hash_screen (Display *display)
{
  Window root = DefaultRootWindow (display);
  XWindowAttributes a;
  XImage *image;
  guint64 hash = 14695981039346656037u;

  XGetWindowAttributes (display, root, &a);
  image = XGetImage (display, root, 0, 0, (guint) a.width, (guint) a.height, AllPlanes, ZPixmap);
  for (gsize i = 0; i + 8 <= (gsize) image->bytes_per_line * (gsize) image->height; i += 8) {
    guint64 word;

    memcpy (&word, image->data + i, 8);
    hash = (hash ^ word) * 1099511628211u;
  }
  XDestroyImage (image);
  return (guint) (hash ^ (hash >> 32));
}

static long
read_pss (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return -1;
  line = strstr (text, "\nPss:");
  return line ? strtol (line + 5, NULL, 10) : -1;
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  gint64 start, last, now;
  guint hash, first;
  gboolean seen = FALSE;
  pid_t pid;

  if (!display || argc < 2)
    return 2;
  first = hash = hash_screen (display);
  start = last = now = g_get_monotonic_time ();
  pid = fork ();
  if (pid == 0) {
    execvp (argv[1], argv + 1);
    _exit (127);
  }
  while ((!seen || now - last < STILL_US) && now - start < LIMIT_US) {
    guint next = hash_screen (display);

    now = g_get_monotonic_time ();
    if (next != hash)
      last = now;
    seen = seen || next != first;
    hash = next;
    g_usleep (1000);
  }
  g_print ("%.1f %ld\n", (double) (last - start) / 1000, read_pss (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (display);
  return seen ? 0 : 1;
}
