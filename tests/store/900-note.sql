-- SPDX-FileCopyrightText: 2026 The Facttavlan developers
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE "note" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "patient" TEXT NOT NULL REFERENCES "patient" ("uid"),
  "text" TEXT NOT NULL,
  "day" TEXT,
  "pinned" INTEGER NOT NULL DEFAULT 0,
  "weight" INTEGER NOT NULL DEFAULT 0,
  "readers" TEXT
) STRICT;
