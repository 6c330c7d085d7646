/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fact_settings_new:
 *
 * The settings of this person on this machine. The schema is looked for where GLib looks, then in the prefix the
 * program was installed into, which may be one GLib does not know.
 *
 * Returns: (transfer full): the settings
 */
GSettings *fact_settings_new (void);

G_END_DECLS
