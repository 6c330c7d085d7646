-- SPDX-FileCopyrightText: 2026 The Facttavlan developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Why a value was restored from the history, in the words of who did it. NULL in every other change.
ALTER TABLE "change" ADD COLUMN "note" TEXT CHECK ("note" <> '');

-- The board as it stood on a day: which contacts had a date of its weeks by then, and which stays ended later. What is
-- looked for cannot stand in a text, whose quotation marks have a backslash before them. (The functions for JSON may not
-- be used here: the structure of a file is not trusted.)
CREATE INDEX "edit_contact_date" ON "edit" (substr ("after", instr ("after", '"date":"') + 8, 10), "uid")
WHERE "type" = 'contact' AND instr ("after", '"date":"') > 0;
CREATE INDEX "edit_stay_until" ON "edit" ("uid")
WHERE "type" = 'stay' AND instr ("before", '"until":null') > 0;
