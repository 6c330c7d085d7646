/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board.h"
#include "fact-change.h"
#include "fact-clock.h"
#include "fact-staff.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FactStore FactStore;
typedef struct _FactPatients FactPatients;

/* FactTeam: what one person may see and do, for one audience: the only door to patient data. It hands out views,
 * never patient records.
 *
 * Properties: "person" (FactStaff, who acts; NULL: nobody chosen, changes are refused with
 * FACT_TEAM_ERROR_NO_PERSON), "clock", "board", "as-of" (guint, Julian day, 0: now), "complete" (boolean: all patients
 * are loaded), "can-undo", "undo-text" (words, NULL none), "can-redo", "redo-text", "read-only".
 * Signal "person-wanted" (returns gboolean: somebody is being asked): a change was made and nobody has said who they
 * are. It waits until fact_team_set_person() or fact_team_settle_waiting().
 * Signal "committed" (gint64 seq): something changed, here or at another desk. */
#define FACT_TYPE_TEAM (fact_team_get_type ())
G_DECLARE_FINAL_TYPE (FactTeam, fact_team, FACT, TEAM, GObject)

typedef enum {
  FACT_TEAM_ERROR_NO_PERSON,       /* nobody has said who they are */
  FACT_TEAM_ERROR_READ_ONLY,       /* the board as it stood, or a store that cannot be written */
  FACT_TEAM_ERROR_RULE,            /* a rule of the domain; the message is for the person, in their language */
  FACT_TEAM_ERROR_CONFLICT,        /* somebody else changed it; the message says who, what, when */
  FACT_TEAM_ERROR_GONE,            /* what it was about is not there any more */
  FACT_TEAM_ERROR_FULL,            /* no space left where the board is kept */
  FACT_TEAM_ERROR_DAMAGED,         /* the file does not hold what was written to it */
  FACT_TEAM_ERROR_NEWER,           /* written by a later version of the program */
  FACT_TEAM_ERROR_UNREACHABLE,     /* the board cannot be reached */
  FACT_TEAM_ERROR_FAILED,          /* anything else that went wrong where the board is kept */
} FactTeamError;
#define FACT_TEAM_ERROR (fact_team_error_quark ())
GQuark fact_team_error_quark (void);

/* Loads the working set of this week's board. @workstation: name of the machine for the journal. */
void          fact_team_open_async         (FactStore           *store,
                                            FactClock           *clock,
                                            const char          *workstation,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
/* Returns: (transfer full). */
FactTeam     *fact_team_open_finish        (GAsyncResult        *result,
                                            GError             **error);

/* A second, read-only team: the board as it stood at the end of @julian by the journal. */
void          fact_team_open_as_of_async   (FactTeam            *self,
                                            guint                julian,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
FactTeam     *fact_team_open_as_of_finish  (GAsyncResult        *result,
                                            GError             **error);

FactClock    *fact_team_get_clock          (FactTeam            *self);
/* Who acts; chosen from the vocabulary of staff. NULL nobody. */
FactStaff    *fact_team_get_person         (FactTeam            *self);
void          fact_team_set_person         (FactTeam            *self,
                                            FactStaff           *person);
/* Whether a change waits for somebody to say who they are. */
gboolean      fact_team_is_waiting         (FactTeam            *self);
/* Ends the waiting of changes for a person: without one they fail with FACT_TEAM_ERROR_NO_PERSON. */
void          fact_team_settle_waiting     (FactTeam            *self);
/* Acts as the machine's user instead ("user:NAME" in the journal), for the command line. */
void          fact_team_set_system_user    (FactTeam            *self,
                                            const char          *name);
/* The board as it stood, or a board that can only be looked at (fact_store_is_read_only()). */
gboolean      fact_team_is_read_only       (FactTeam            *self);
guint         fact_team_get_as_of          (FactTeam            *self);

/* Records of a vocabulary type (FactStaff, FactTriage, FactReason, FactKind, FactOrganisation) that are not removed,
 * in their order; follows changes. Returns: (transfer none): a GListModel of that type. */
GListModel   *fact_team_get_vocabulary     (FactTeam            *self,
                                            GType                type);
FactBoard    *fact_team_get_board          (FactTeam            *self);
/* All patients, as far as they are loaded (fact-patients.h). Returns: (transfer none). */
FactPatients *fact_team_get_patients       (FactTeam            *self);

/* Shows another week on the board: loads its contacts, then sets the board's week. */
void          fact_team_set_week_async     (FactTeam            *self,
                                            FactWeek             week,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
gboolean      fact_team_set_week_finish    (FactTeam            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Commits what a verb built. Verbs (fact-team-stay.h, fact-team-contact.h …) check rules and build; a verb returns
 * (transfer full) a change or NULL with the error. An empty change succeeds and leaves no trace. */
void          fact_team_commit_async       (FactTeam            *self,
                                            FactChange          *change,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
gboolean      fact_team_commit_finish      (FactTeam            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Takes back the latest change of the person; the finish function gives the words of what was taken back
 * (transfer full) and, optionally, the uid of the patient it was about. */
void          fact_team_undo_async         (FactTeam            *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
void          fact_team_redo_async         (FactTeam            *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
char         *fact_team_undo_finish        (FactTeam            *self,
                                            GAsyncResult        *result,
                                            char               **patient_uid,
                                            GError             **error);
gboolean      fact_team_can_undo           (FactTeam            *self);
gboolean      fact_team_can_redo           (FactTeam            *self);
const char   *fact_team_get_undo_text      (FactTeam            *self);
const char   *fact_team_get_redo_text      (FactTeam            *self);

G_END_DECLS
