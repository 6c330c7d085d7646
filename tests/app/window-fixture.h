/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-window-private.h"

/* The program's own window on an empty file of its own. */
typedef struct {
  char *folder, *path;
  GSettings *settings;
  FactSession *session;
  FactWindow *window;
} WindowFixture;

/* An application that is registered and owns no name. Returns: (transfer full). */
AdwApplication *window_fixture_start     (int            *argc,
                                          char         ***argv);
/* Shows the window and waits for its team. @now: UTC, in seconds. */
void            window_fixture_set_up    (WindowFixture  *self,
                                          GtkApplication *app,
                                          gint64          now);
/* Again, after the window and the session are gone. */
void            window_fixture_open      (WindowFixture  *self,
                                          GtkApplication *app,
                                          FactClock      *clock);
void            window_fixture_tear_down (WindowFixture  *self);
