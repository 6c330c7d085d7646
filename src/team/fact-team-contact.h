/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* Verbs of the contact. All return (transfer full) a change to commit, or NULL with a FactTeamError. */

/* contact.plan: what a person typed in a day cell ("CSA+HMR 10 hb", "ring syster", "CSA må-fr"); never refused for
 * its words. */
FactChange *fact_team_plan_typed       (FactTeam          *self,
                                        FactBoardRow      *row,
                                        guint              julian,
                                        const char        *typed,
                                        GError           **error);

/* contact.plan: one contact by @staff (nullable) of @kind (nullable). */
FactChange *fact_team_plan_contact     (FactTeam          *self,
                                        FactBoardRow      *row,
                                        guint              julian,
                                        FactStaff         *staff,
                                        FactKind          *kind,
                                        GError           **error);

/* contact.edit: the contact becomes what was typed; its status stays. @before as for fact_team_set_field(). */
FactChange *fact_team_edit_contact     (FactTeam          *self,
                                        FactContactView   *contact,
                                        const char        *typed,
                                        const char        *before,
                                        GError           **error);

/* contact.move, contact.copy: to another day and, when @row is another patient's, to that patient. Only planned
 * contacts go to another patient; a copy is always planned. */
FactChange *fact_team_move_contact     (FactTeam          *self,
                                        FactContactView   *contact,
                                        FactBoardRow      *row,
                                        guint              julian,
                                        gboolean           copy,
                                        GError           **error);

/* contact.status. */
FactChange *fact_team_set_status       (FactTeam          *self,
                                        FactContactView   *contact,
                                        FactContactStatus  status,
                                        GError           **error);

/* contact.join: @staff takes part, too. */
FactChange *fact_team_join_contact     (FactTeam          *self,
                                        FactContactView   *contact,
                                        FactStaff         *staff,
                                        GError           **error);

/* contact.leave: @staff takes no part; the last one leaves a contact with nobody. */
FactChange *fact_team_leave_contact    (FactTeam          *self,
                                        FactContactView   *contact,
                                        FactStaff         *staff,
                                        GError           **error);

/* contact.kind, contact.time ("HH:MM", NULL none). */
FactChange *fact_team_set_kind         (FactTeam          *self,
                                        FactContactView   *contact,
                                        FactKind          *kind,
                                        GError           **error);
FactChange *fact_team_set_time         (FactTeam          *self,
                                        FactContactView   *contact,
                                        const char        *time,
                                        GError           **error);

/* contact.split: one contact for each of its people. */
FactChange *fact_team_split_contact    (FactTeam          *self,
                                        FactContactView   *contact,
                                        GError           **error);

/* contact.remove: planned ones only; a done one is to be marked wrongly registered. */
FactChange *fact_team_remove_contact   (FactTeam          *self,
                                        FactContactView   *contact,
                                        GError           **error);

/* contact.hand-over: all planned contacts of @from on @julian, on and off the board, become @to's. */
FactChange *fact_team_hand_over_day    (FactTeam          *self,
                                        FactStaff         *from,
                                        FactStaff         *to,
                                        guint              julian,
                                        GError           **error);

G_END_DECLS
