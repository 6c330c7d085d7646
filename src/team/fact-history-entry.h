/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* FactHistoryEntry: one change, told: who, when and what, in the reader's language, made when it was read. */
#define FACT_TYPE_HISTORY_ENTRY (fact_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (FactHistoryEntry, fact_history_entry, FACT, HISTORY_ENTRY, GObject)

gint64      fact_history_entry_get_seq         (FactHistoryEntry *self);
/* Microseconds, UTC. */
gint64      fact_history_entry_get_time        (FactHistoryEntry *self);
/* Julian day in the team's zone. */
guint       fact_history_entry_get_day         (FactHistoryEntry *self);
/* "08:15" in the team's zone. */
const char *fact_history_entry_get_clock_time  (FactHistoryEntry *self);
/* "2026-11-18 08:15" in the team's zone. */
const char *fact_history_entry_get_local_time  (FactHistoryEntry *self);
/* A signature, "user root", "the program". */
const char *fact_history_entry_get_who_words   (FactHistoryEntry *self);
/* A stable code such as "stay.triage". */
const char *fact_history_entry_get_verb        (FactHistoryEntry *self);
/* "Move DD-75 from Obs to Kris", "Undone: Move DD-75 from Obs to Kris". */
const char *fact_history_entry_get_words       (FactHistoryEntry *self);
/* The values that were changed, from and to, a line each; NULL when the words say it all. */
const char *fact_history_entry_get_detail      (FactHistoryEntry *self);
/* Why, in the words of who did it: of what was restored; NULL none. */
const char *fact_history_entry_get_note        (FactHistoryEntry *self);
/* Whether what it set can be set back from the history (fact-team-restore.h). */
gboolean    fact_history_entry_can_restore     (FactHistoryEntry *self);

G_END_DECLS
