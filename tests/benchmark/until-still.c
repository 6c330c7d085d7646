/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* until-still PROGRAM [ARGUMENT…]: starts the program and watches the screen until nothing on it has changed for a
 * second. Prints the milliseconds from the start to the last change, and the memory of the process then (PSS, kB).
 * The X server tells what was painted, and only that is compared: to read the whole screen again and again would take
 * a core, and the server's time, from the program that is measured. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define STILL_US G_USEC_PER_SEC
#define LIMIT_US (60 * G_USEC_PER_SEC)

typedef struct {
  Display *display;
  XImage *seen;                    /* the screen as it was last read */
  int damage_event;
} Watch;

static gboolean
watch_start (Watch *watch)
{
  Window root;
  XWindowAttributes a;
  int error_base;

  watch->display = XOpenDisplay (NULL);
  if (!watch->display || !XDamageQueryExtension (watch->display, &watch->damage_event, &error_base))
    return FALSE;
  root = DefaultRootWindow (watch->display);
  XGetWindowAttributes (watch->display, root, &a);
  watch->seen = XGetImage (watch->display, root, 0, 0, (guint) a.width, (guint) a.height, AllPlanes, ZPixmap);
  XDamageCreate (watch->display, root, XDamageReportRawRectangles);
  XSync (watch->display, False);
  return watch->seen != NULL;
}

/* Reads what is said to be painted anew. Returns: whether a pixel of it is another one. */
static gboolean
read_area (Watch      *watch,
           XRectangle  area)
{
  int right = MIN (area.x + area.width, watch->seen->width), bottom = MIN (area.y + area.height, watch->seen->height);
  int x = MAX (area.x, 0), y = MAX (area.y, 0);
  gsize bytes = (gsize) watch->seen->bits_per_pixel / 8;
  gboolean other = FALSE;
  XImage *now;

  if (x >= right || y >= bottom)
    return FALSE;
  now = XGetImage (watch->display, DefaultRootWindow (watch->display), x, y, (guint) (right - x), (guint) (bottom - y),
                   AllPlanes, ZPixmap);
  for (int row = 0; row < now->height; row++) {
    char *to = watch->seen->data + (gsize) (y + row) * (gsize) watch->seen->bytes_per_line + (gsize) x * bytes;
    const char *from = now->data + (gsize) row * (gsize) now->bytes_per_line;
    gsize size = (gsize) now->width * bytes;

    other = other || memcmp (to, from, size) != 0;
    memcpy (to, from, size);
  }
  XDestroyImage (now);
  return other;
}

/* Waits for the next painting, 10 ms at most. Returns: whether it changed the screen. */
static gboolean
watch_next (Watch *watch)
{
  struct pollfd connection = { .fd = ConnectionNumber (watch->display), .events = POLLIN };
  gboolean other = FALSE;
  XEvent event;

  if (!XPending (watch->display))
    poll (&connection, 1, 10);
  while (XPending (watch->display)) {
    XNextEvent (watch->display, &event);
    if (event.type == watch->damage_event + XDamageNotify)
      other = read_area (watch, ((XDamageNotifyEvent *) &event)->area) || other;
  }
  return other;
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
  Watch watch = { 0 };
  gint64 start, last, now;
  gboolean seen = FALSE;
  pid_t pid;

  if (argc < 2 || !watch_start (&watch))
    return 2;
  start = last = now = g_get_monotonic_time ();
  pid = fork ();
  if (pid == 0) {
    execvp (argv[1], argv + 1);
    _exit (127);
  }
  while ((!seen || now - last < STILL_US) && now - start < LIMIT_US) {
    gboolean other = watch_next (&watch);

    now = g_get_monotonic_time ();
    if (other)
      last = now;
    seen = seen || other;
  }
  g_print ("%.1f %ld\n", (double) (last - start) / 1000, read_pss (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XDestroyImage (watch.seen);
  XCloseDisplay (watch.display);
  return seen ? 0 : 1;
}
