/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FACT_TYPE_APPLICATION (fact_application_get_type ())
G_DECLARE_FINAL_TYPE (FactApplication, fact_application, FACT, APPLICATION, AdwApplication)

/**
 * fact_application_new:
 *
 * The plain start is unique in a session and raises its window. With --database, --demo or --picture it is an
 * instance of its own.
 *
 * Returns: (transfer full): the application
 */
FactApplication *fact_application_new (void);

G_END_DECLS
