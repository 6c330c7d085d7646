/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* vocabulary.defaults: the change of the program's own that gives a new database the triage states, reasons, kinds,
 * functions (BS, JOUR, MOB, VC, FRIV) and the Region, all with fixed uids. Returns: (transfer full). */
FactChange *fact_team_build_defaults (gint64 utc_us);

/* Verbs of the vocabulary: FactStaff, FactTriage, FactReason, FactKind, FactOrganisation. All return (transfer full) a
 * change to commit, or NULL with a FactTeamError whose message is for the person. A signature is refused when it is a
 * weekday, kind or triage word, somebody's whose time overlaps, or was until less than five years ago (domain.md,
 * Staff); a name, short form or name in tables when another word of the type is called the same, or when the name of a kind
 * or triage state is somebody's signature. While nobody is in the team the changes are signed by
 * the user of the machine. */

/* vocabulary.add: at the end. @names, @values: properties of @type, @n of them. */
FactChange *fact_team_add_word    (FactTeam           *self,
                                   GType               type,
                                   guint               n,
                                   const char *const  *names,
                                   const GValue       *values,
                                   GError            **error);
/* vocabulary.edit. */
FactChange *fact_team_edit_word   (FactTeam           *self,
                                   gpointer            record,
                                   guint               n,
                                   const char *const  *names,
                                   const GValue       *values,
                                   GError            **error);
/* vocabulary.move: @record comes to stand before @next. @next: (nullable): NULL the end. */
FactChange *fact_team_move_word   (FactTeam           *self,
                                   gpointer            record,
                                   gpointer            next,
                                   GError            **error);
/* vocabulary.remove: the commit refuses it, and says who, when something uses it; it can be switched off instead. */
FactChange *fact_team_remove_word (FactTeam           *self,
                                   gpointer            record,
                                   GError            **error);

G_END_DECLS
