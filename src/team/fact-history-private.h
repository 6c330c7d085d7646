/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-history-entry.h"
#include "fact-journal.h"
#include "fact-team.h"

G_BEGIN_DECLS

struct _FactHistoryEntry {
  GObject parent_instance;

  gint64 seq, time;
  guint day;
  gboolean can_restore;
  char *clock_time, *local_time;
  char *who, *who_words;
  char *verb, *words, *detail, *note;
  char *patient_uid;
};

/* As fact_team_describe(); @stood: (nullable): uid to the record as it stood when the change had been made, for what
 * the change touched and did not set. */
char *fact_team_describe_at     (FactTeam        *self,
                                 const FactEntry *entry,
                                 const FactEdit  *edits,
                                 guint            n_edits,
                                 GHashTable      *stood);

/* Of a change that planned several contacts each with its day, a line a contact. (transfer full) */
char *fact_team_describe_planned (FactTeam        *self,
                                  const FactEntry *entry,
                                  const FactEdit  *edits,
                                  guint            n_edits);

/* "situation: "Sover dåligt" → "Bättre""; NULL for a column that nobody is told of. @place: (out): where it stands
 * among the values of a change. (transfer full) (nullable) */
char *fact_team_describe_value  (FactTeam         *self,
                                 const FactColumn *column,
                                 GVariant         *from,
                                 GVariant         *to,
                                 guint            *place);

/* A change of more records than this is restored patient by patient. */
#define FACT_MAX_RESTORED 12

/* Whether the change can be looked at to be restored. */
gboolean fact_team_can_restore  (FactTeam        *self,
                                 const FactEntry *entry,
                                 const FactEdit  *edits,
                                 guint            n_edits);

/* What was changed, from and to, a line a value. (transfer full) (nullable) */
char *fact_team_describe_values (FactTeam        *self,
                                 const FactEntry *entry,
                                 const FactEdit  *edits,
                                 guint            n_edits);

G_END_DECLS
