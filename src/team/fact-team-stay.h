/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* Verbs of the stay on the board. All return (transfer full) a change to commit, or NULL with a FactTeamError. */

/* stay.triage: moves a row to another section. */
FactChange *fact_team_set_triage    (FactTeam     *self,
                                     FactBoardRow *row,
                                     FactTriage   *triage,
                                     GError      **error);

/* stay.edit, patient.edit: writes a text column as a person typed it: date (as fact_typed_date_parse() reads it,
 * nearest past), reason and triage by word, FVK and Dr by signature, the others as free text.
 * @before: (nullable): the text when editing began; when somebody has changed it meanwhile the verb fails with
 * FACT_TEAM_ERROR_CONFLICT and the message holds both. */
FactChange *fact_team_set_field     (FactTeam     *self,
                                     FactBoardRow *row,
                                     FactField     field,
                                     const char   *typed,
                                     const char   *before,
                                     GError      **error);

/* stay.put-on. @triage: NULL: the one with role observation; @reason: NULL: none, what is to be proposed is in
 * FactLastStay; @date: Julian day, 0 today. */
FactChange *fact_team_put_on_board  (FactTeam     *self,
                                     const char   *patient_uid,
                                     FactTriage   *triage,
                                     FactReason   *reason,
                                     guint         date,
                                     const char   *situation,
                                     const char   *actions,
                                     const char   *safety,
                                     GError      **error);

/* The last stay of a patient that has ended. */
typedef struct {
  guint date, until;               /* Julian days */
  FactReason *reason;              /* (nullable): none, or the team does not offer it any more */
  /* Offered again when the patient is put on within 14 days, else NULL. */
  const char *situation;
  const char *actions;
  const char *safety;
} FactLastStay;

/* The texts are valid until the next change. Returns: FALSE when the patient has not been on the board before. */
gboolean    fact_team_get_last_stay (FactTeam     *self,
                                     const char   *patient_uid,
                                     FactLastStay *last);

/* stay.take-off: @helped: (nullable): stable codes, space-separated (contact medication housing admission relatives
 * crisis-plan other); @follows_up: NULL: the FVK; never empty, so a patient without FVK needs one.
 * @cancelled: (nullable): of FactContactView (fact_team_list_planned()): they become cancelled by us; all other planned
 * contacts stay with the patient. */
FactChange *fact_team_take_off      (FactTeam     *self,
                                     FactBoardRow *row,
                                     const char   *helped,
                                     const char   *helped_text,
                                     FactStaff    *follows_up,
                                     GPtrArray    *cancelled,
                                     GError      **error);

/* stay.confirm: the actions hold for this week, too. */
FactChange *fact_team_confirm_actions (FactTeam     *self,
                                       FactBoardRow *row,
                                       GError      **error);

/* warning.dismiss: the row does not warn of this any more. */
FactChange *fact_team_dismiss       (FactTeam          *self,
                                     FactBoardRow      *row,
                                     const FactWarning *warning,
                                     GError           **error);

G_END_DECLS
