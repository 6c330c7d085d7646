/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* How a test calls an asynchronous function: data is the address of a result that is NULL. */
void          keep_result_cb (GObject       *object,
                              GAsyncResult  *result,
                              gpointer       data);
/* Runs the main loop until the result is there. Returns: (transfer none): it stays in @result. */
GAsyncResult *wait_for       (GAsyncResult **result);
/* Removes a folder with all that is in it. */
void          remove_folder  (const char    *folder);
