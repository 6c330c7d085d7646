/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-team.h"

G_BEGIN_DECLS

/* What can be done about a warning of a row: nobody but the team knows whether the text or the grid is wrong. Verbs
 * return (transfer full) a change to commit, or NULL with a FactTeamError. @warning: one the row has now. See also
 * fact_team_dismiss(). */

/* contact.move: the contact of the warning goes to its text_day. */
FactChange      *fact_team_move_warned         (FactTeam          *self,
                                                FactBoardRow      *row,
                                                const FactWarning *warning,
                                                GError           **error);

/* stay.edit: the text says the warning's grid_day instead of its text_day, in the language, case and inflection of the
 * word that stands there. Its meaning for other weekdays stays where it can: the text counts as written when it was,
 * unless the new weekday would then be one of another week. */
FactChange      *fact_team_change_weekday      (FactTeam          *self,
                                                FactBoardRow      *row,
                                                const FactWarning *warning,
                                                GError           **error);

/* contact.plan: on the day of a FACT_WARNING_WEEKEND stands that no contact is planned and the patient knows whom to
 * call, which counts as a line. */
FactChange      *fact_team_plan_none           (FactTeam          *self,
                                                FactBoardRow      *row,
                                                const FactWarning *warning,
                                                GError           **error);

/* The contact the warning is about, whatever week the board shows. Returns: (transfer full) (nullable). */
FactContactView *fact_team_find_warned_contact (FactTeam          *self,
                                                FactBoardRow      *row,
                                                const FactWarning *warning);

G_END_DECLS
