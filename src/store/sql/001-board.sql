-- SPDX-FileCopyrightText: 2026 The Facttavlan developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The journal: what people did, the only copy of the past. Rows are added and never changed.

CREATE TABLE "change" (
  "seq" INTEGER NOT NULL PRIMARY KEY CHECK ("seq" > 0),
  "time" INTEGER NOT NULL,
  "who" TEXT,
  "identified" TEXT NOT NULL CHECK ("identified" IN ('program', 'chosen', 'pin', 'passphrase', 'system-user')),
  "workstation" TEXT NOT NULL,
  "verb" TEXT NOT NULL CHECK ("verb" <> ''),
  "patient" TEXT,
  "undoes" INTEGER REFERENCES "change" ("seq"),
  "final" INTEGER NOT NULL CHECK ("final" IN (0, 1)),
  "hash" BLOB NOT NULL CHECK (length ("hash") = 32)
) STRICT;

-- The id is the change's seq times 2^20 plus the place of the edit in it: the edits of a change stand together.
CREATE TABLE "edit" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "change" INTEGER NOT NULL REFERENCES "change" ("seq") CHECK ("change" = "id" >> 20),
  "type" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "patient" TEXT,
  "op" TEXT NOT NULL CHECK ("op" IN ('add', 'set')),
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "before" TEXT,
  "after" TEXT NOT NULL,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16)
) STRICT;

CREATE INDEX "change_who" ON "change" ("who", "seq");
CREATE INDEX "edit_uid" ON "edit" ("uid", "id");
CREATE INDEX "edit_patient" ON "edit" ("patient", "id");

CREATE TRIGGER "change_keep_insert" BEFORE INSERT ON "change"
WHEN EXISTS (SELECT 1 FROM "change" WHERE "seq" >= NEW."seq")
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER "change_keep_update" BEFORE UPDATE ON "change"
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER "change_keep_delete" BEFORE DELETE ON "change"
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

CREATE TRIGGER "edit_keep_insert" BEFORE INSERT ON "edit"
WHEN EXISTS (SELECT 1 FROM "edit" WHERE "id" >= NEW."id")
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER "edit_keep_update" BEFORE UPDATE ON "edit"
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER "edit_keep_delete" BEFORE DELETE ON "edit"
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

-- The records as they stand.

CREATE TABLE "organisation" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('other', 'region', 'municipality')),
  "posts" INTEGER NOT NULL DEFAULT 0,
  "closes_early" INTEGER NOT NULL DEFAULT 0 CHECK ("closes_early" IN (0, 1)),
  "position" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "staff" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "signature" TEXT NOT NULL CHECK ("signature" <> ''),
  "name" TEXT,
  "role" TEXT NOT NULL CHECK ("role" IN ('none', 'unit-head', 'coordinator', 'nurse', 'psychologist', 'peer-support', 'occupational-therapist', 'counsellor', 'physician', 'employment-specialist', 'assistant-nurse', 'secretary', 'municipal-coordinator', 'housing-support')),
  "organisation" TEXT REFERENCES "organisation" ("uid"),
  "posts" INTEGER NOT NULL DEFAULT 0,
  "function" INTEGER NOT NULL DEFAULT 0 CHECK ("function" IN (0, 1)),
  "from_date" TEXT CHECK ("from_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "position" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "triage" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "role" TEXT NOT NULL CHECK ("role" IN ('none', 'crisis', 'new', 'admitted', 'observation', 'stable')),
  "name" TEXT,
  "sheet_name" TEXT,
  "color" TEXT NOT NULL CHECK ("color" IN ('grey', 'red', 'blue', 'purple', 'yellow', 'green', 'orange')),
  "expected_days" INTEGER NOT NULL DEFAULT 0,
  "off" INTEGER NOT NULL DEFAULT 0 CHECK ("off" IN (0, 1)),
  "position" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "reason" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "role" TEXT NOT NULL CHECK ("role" IN ('none', 'symptoms', 'self-care', 'readmission', 'new-patient', 'life-events', 'relapse', 'lost-contact', 'discharged', 'housing', 'medication', 'compulsory')),
  "name" TEXT,
  "sheet_name" TEXT,
  "expected_days" INTEGER NOT NULL DEFAULT 0,
  "off" INTEGER NOT NULL DEFAULT 0 CHECK ("off" IN (0, 1)),
  "position" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "kind" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "role" TEXT NOT NULL CHECK ("role" IN ('none', 'home', 'phone', 'video', 'clinic', 'ward', 'elsewhere', 'accompany', 'dispensing', 'injection', 'sip', 'network', 'group', 'drop-in', 'other')),
  "name" TEXT,
  "short_name" TEXT,
  "face_to_face" INTEGER NOT NULL DEFAULT 0 CHECK ("face_to_face" IN (0, 1)),
  "group" INTEGER NOT NULL DEFAULT 0 CHECK ("group" IN (0, 1)),
  "medication" INTEGER NOT NULL DEFAULT 0 CHECK ("medication" IN (0, 1)),
  "minutes" INTEGER NOT NULL DEFAULT 0,
  "off" INTEGER NOT NULL DEFAULT 0 CHECK ("off" IN (0, 1)),
  "position" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "patient" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "sex" TEXT NOT NULL CHECK ("sex" IN ('unknown', 'woman', 'man', 'other')),
  "birth_year" INTEGER NOT NULL DEFAULT 0,
  "municipality" TEXT REFERENCES "organisation" ("uid"),
  "municipality_from" TEXT CHECK ("municipality_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "other_providers" TEXT,
  "health_centre" TEXT,
  "interpreter" TEXT,
  "care_contact" TEXT REFERENCES "staff" ("uid"),
  "physician" TEXT REFERENCES "staff" ("uid"),
  "municipal_contact" TEXT REFERENCES "staff" ("uid"),
  "children" TEXT
) STRICT;

CREATE TABLE "stay" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "patient" TEXT NOT NULL REFERENCES "patient" ("uid"),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "triage" TEXT NOT NULL REFERENCES "triage" ("uid"),
  "triage_date" TEXT CHECK ("triage_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "reason" TEXT REFERENCES "reason" ("uid"),
  "situation" TEXT,
  "actions" TEXT,
  "actions_week" TEXT CHECK ("actions_week" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "safety" TEXT,
  "safety_date" TEXT CHECK ("safety_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "helped" TEXT,
  "helped_text" TEXT,
  "follows_up" TEXT REFERENCES "staff" ("uid")
) STRICT;

CREATE TABLE "contact" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "patient" TEXT NOT NULL REFERENCES "patient" ("uid"),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "time" TEXT CHECK ("time" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "minutes" INTEGER NOT NULL DEFAULT 0,
  "who" TEXT CHECK ("who" LIKE '["%"]'),
  "kind" TEXT REFERENCES "kind" ("uid"),
  "text" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('planned', 'done', 'missed', 'no-answer', 'cancelled', 'called-off', 'wrong')),
  "unplanned" INTEGER NOT NULL DEFAULT 0 CHECK ("unplanned" IN (0, 1))
) STRICT;

CREATE TABLE "dismissal" (
  "uid" TEXT NOT NULL PRIMARY KEY,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "changed_at" INTEGER NOT NULL,
  "changed_by" TEXT,
  "digest" BLOB NOT NULL CHECK (length ("digest") = 16),
  "removed" INTEGER NOT NULL DEFAULT 0 CHECK ("removed" IN (0, 1)),
  "patient" TEXT NOT NULL REFERENCES "patient" ("uid"),
  "warning" TEXT NOT NULL CHECK ("warning" <> ''),
  "about" TEXT
) STRICT;

CREATE UNIQUE INDEX "patient_code" ON "patient" ("code") WHERE "removed" = 0;
CREATE UNIQUE INDEX "stay_open" ON "stay" ("patient") WHERE "removed" = 0 AND "until" IS NULL;
CREATE INDEX "stay_patient" ON "stay" ("patient");
CREATE INDEX "contact_patient" ON "contact" ("patient", "date");
CREATE INDEX "contact_date" ON "contact" ("date");
CREATE INDEX "dismissal_patient" ON "dismissal" ("patient");
