/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-private.h"
#include "fact-board-row-private.h"
#include "fact-case.h"
#include "fact-contact-view-private.h"
#include "fact-patients-private.h"
#include "fact-store.h"
#include "fact-team-patient.h"
#include "fact-team.h"
#include "fact-typed-words.h"
#include "fact-vocabulary.h"

G_BEGIN_DECLS

#define FACT_N_VOCABULARIES 5

struct _FactTeam {
  GObject parent_instance;

  /* given */
  FactStore *store;
  FactClock *clock;
  char *workstation;
  guint as_of;                     /* Julian day, 0: now */
  gint64 as_of_seq;

  /* who acts */
  FactStaff *person;
  char *system_user;               /* "user:NAME" */
  char *founder;                   /* the same, for changes that set up a team of nobody; NULL until needed */
  char *heir;                      /* who was the first to change something after that; NULL: nobody yet */
  gboolean founding_over;          /* others have changed something, too */
  GQueue waiting;                  /* of GTask: changes until somebody has said who they are */
  GQueue waiting_for_codes;        /* of GTask: changes that give a patient a code, until all codes are known */

  /* what is loaded */
  FactCases *cases;
  FactBoard *board;
  FactPatients *patients;          /* (nullable): made when somebody wants to see it */
  FactVocabulary *vocabularies[FACT_N_VOCABULARIES];
  FactWeek loaded_from;            /* contacts from this Monday on are loaded */
  GHashTable *weeks;               /* set of earlier FactWeeks that are loaded, too */
  gboolean loading_others;         /* somebody wants all patients, not only those of the board */
  gboolean complete;
  guint slice;
  guint slice_source;
  GQueue batches;                  /* of records of large changes, still to be taken up: see fact-team-follow.c */
  guint batch_source;
  GCancellable *closing;           /* ends what is under way when the team is dropped */

  /* what can be undone */
  guint undo_serial;
  gint64 undo_seq, redo_seq;
  char *undo_text, *redo_text;
};

/* properties[] of fact-team.c */
void fact_team_notify_complete (FactTeam   *self);
void fact_team_notify_undo     (FactTeam   *self);

/* fact-team-load.c */
/* Loads the working set of @self into it; @task returns @self. */
void fact_team_load_working_set (FactTeam  *self,
                                 FactWeek   week,
                                 GTask     *task);
/* Loads the patients that are not on the board, slice by slice, when nothing else is to be done; a change that gives a
 * code waits for them. */
void fact_team_load_others     (FactTeam   *self);

/* fact-team-commit.c */
/* All patients are loaded; or @error (nullable) came in between, and what waits for them fails. */
void fact_team_settle_codes    (FactTeam     *self,
                                const GError *error);

/* fact-team-follow.c */
/* Takes up records that were loaded or changed; the models tell what has become another. */
void fact_team_take_up         (FactTeam   *self,
                                GPtrArray  *records);
void fact_team_follow          (FactTeam   *self);
void fact_team_drop_batches    (FactTeam   *self);
FactVocabulary *fact_team_get_vocabulary_of (FactTeam *self,
                                             GType     type);
/* The words people may type; ids are uids. Returns: (transfer full). */
FactTypedWords *fact_team_make_words (FactTeam *self);

/* fact-team-undo.c */
void fact_team_refresh_undo    (FactTeam   *self);

/* fact-team-error.c */
/* FALSE with the reason when nothing may be written now. */
gboolean fact_team_check_writable (FactTeam  *self,
                                   GError   **error);
/* Who acts, for the store; strings are the team's. */
FactActor fact_team_get_actor  (FactTeam   *self);
/* Who set up the team, ditto. */
FactActor fact_team_get_founder (FactTeam  *self);
/* Returns an error of the store through @task, in the reader's language: what was attempted, why it failed, what to
 * do; of a conflict who changed what and when, which is read first. Takes @error. */
void fact_team_return_error    (FactTeam   *self,
                                GTask      *task,
                                GError     *error);
/* Sets a FACT_TEAM_ERROR_RULE for the person. Returns: NULL, for a verb to return. */
gpointer fact_team_refuse      (GError    **error,
                                const char *format,
                                ...) G_GNUC_PRINTF (2, 3);

/* fact-team-in-use.c: who uses @removed (nullable) and what to do instead, as sentences. @users: uids of patients or
 * words. (transfer full) */
char      *fact_team_describe_users (FactTeam   *self,
                                     FactRecord *removed,
                                     GPtrArray  *users);

/* A change about @patient_uid, or about the patient of @record. Who acts is asked at the commit. @record: (nullable):
 * what the change is about, refused when it is gone. (transfer full) (nullable) */
FactChange *fact_team_begin    (FactTeam   *self,
                                const char *verb,
                                gpointer    record,
                                const char *patient_uid,
                                GError    **error);
gint64     fact_team_get_now   (FactTeam   *self);

/* fact-team-patient.c: checks and sets a patient's code as it was typed. */
gboolean   fact_team_write_code (FactTeam     *self,
                                 FactChange   *change,
                                 FactPatient  *patient,
                                 const char   *typed,
                                 GError      **error);
void       fact_team_get_fields (FactPatient       *patient,
                                 FactPatientFields *fields);
/* Refuses a change that gives a patient a code that is another's; all patients are to be loaded. */
gboolean   fact_team_check_codes (FactTeam     *self,
                                  FactChange   *change,
                                  GError      **error);
/* Whether @change gives some patient a code. */
gboolean   fact_team_sets_code  (FactChange   *change);

/* fact-team-contact.c: @to takes part in a planned contact instead of @from. */
void       fact_team_replace_person (FactChange  *change,
                                     FactContact *contact,
                                     FactStaff   *from,
                                     FactStaff   *to);

/* fact-team-lookup.c */
/* Staff by what was typed; NULL with a message when there is no such signature. */
FactStaff *fact_team_find_staff (FactTeam   *self,
                                 const char *typed,
                                 GError    **error);
/* A triage or reason by its name or its name in tables, without regard to case. (transfer none) (nullable) */
gpointer   fact_team_find_word (FactTeam   *self,
                                GType       type,
                                const char *typed);

G_END_DECLS
