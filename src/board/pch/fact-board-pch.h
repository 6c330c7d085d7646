/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled once for the layer; the sources include what they use all the same. */
#include <adwaita.h>
