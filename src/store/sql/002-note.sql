-- SPDX-FileCopyrightText: 2026 The Facttavlan developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Why a value was restored from the history, in the words of who did it. NULL in every other change.
ALTER TABLE "change" ADD COLUMN "note" TEXT CHECK ("note" <> '');
