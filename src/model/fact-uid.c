/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-uid.h"

#include <sys/random.h>

/* Milliseconds in the upper bits, a counter in the lower 12: strictly rising within the process. */
static guint64
next_stamp (gint64 utc_us)
{
  static GMutex mutex;
  static guint64 last;
  guint64 stamp = ((guint64) MAX (utc_us, 0) / 1000) << 12;

  g_mutex_lock (&mutex);
  if (stamp <= last)
    stamp = last + 1;
  last = stamp;
  g_mutex_unlock (&mutex);
  return stamp;
}

char *
fact_uid_new (gint64 utc_us)
{
  guint64 stamp = next_stamp (utc_us);
  guint64 ms = stamp >> 12;
  guint8 r[8];

  /* getrandom() of 8 bytes is never cut short and fails only before the kernel's pool is ready. */
  if (getrandom (r, sizeof r, 0) != sizeof r)
    g_error ("The system gives no random numbers");

  return g_strdup_printf ("%08x-%04x-7%03x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          (guint) (ms >> 16), (guint) (ms & 0xffff), (guint) (stamp & 0xfff),
                          (r[0] & 0x3f) | 0x80, r[1], r[2], r[3], r[4], r[5], r[6], r[7]);
}

gboolean
fact_uid_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < 36; i++) {
    gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

    if (dash ? text[i] != '-' : !(g_ascii_isdigit (text[i]) || (text[i] >= 'a' && text[i] <= 'f')))
      return FALSE;
  }
  return text[36] == '\0';
}
