/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* How the person who did something was known. The nick is stored. */
typedef enum {
  FACT_IDENTIFIED_PROGRAM,         /* the program itself */
  FACT_IDENTIFIED_CHOSEN,          /* picked a signature, no secret */
  FACT_IDENTIFIED_PIN,
  FACT_IDENTIFIED_PASSPHRASE,
  FACT_IDENTIFIED_SYSTEM_USER,     /* the machine's user, at the command line */
} FactIdentified;
#define FACT_TYPE_IDENTIFIED (fact_identified_get_type ())
GType fact_identified_get_type (void);

/* Who does something. @who: uid of a FactStaff, "user:NAME" for a system user, NULL for the program. */
typedef struct {
  const char *who;
  FactIdentified how;
  const char *workstation;
} FactActor;

/* A change as the journal holds it. */
typedef struct {
  gint64 seq;
  gint64 time;                     /* microseconds, UTC */
  gint64 undoes;                   /* the change it took back, brought again or restored from; 0 none */
  gint64 origin;                   /* of an undo or redo the change that it began with, of others seq */
  const char *who;                 /* as in FactActor */
  FactIdentified how;
  const char *workstation;
  const char *verb;
  const char *subject;             /* uid of the patient, NULL none */
  const char *note;                /* why, in the words of who did it; NULL none */
  gboolean final;
  guint n_edits;                   /* of the whole change; a page holds no more than FACT_JOURNAL_MAX_EDITS of them */
} FactEntry;

#define FACT_JOURNAL_MAX_EDITS 200
#define FACT_VERB_UNDO "undo"
#define FACT_VERB_REDO "redo"
#define FACT_VERB_RESTORE "restore"

typedef struct {
  guint column;
  GVariant *before;                /* stored form, (nullable) */
  GVariant *after;
} FactEditValue;

typedef struct {
  GType type;
  const char *uid;
  const char *subject;             /* (nullable) */
  gboolean added;
  gint64 version;
  const FactEditValue *values;     /* the changed columns; of an added record those that are set */
  guint n_values;
} FactEdit;

/* What is read of the journal: a page of at most @limit changes before @before_seq, newest first. */
typedef struct {
  const char *subject;             /* (nullable): only changes with edits about this patient, of them only these edits */
  const char *uid;                 /* (nullable): only changes of this record, ditto */
  const char *who;                 /* (nullable): only what this one did; as in FactActor */
  gint64 before_seq;               /* 0: from the newest */
  guint limit;
} FactJournalQuery;

/* FactJournal: a page of the journal, newest first. */
#define FACT_TYPE_JOURNAL (fact_journal_get_type ())
G_DECLARE_FINAL_TYPE (FactJournal, fact_journal, FACT, JOURNAL, GObject)

guint            fact_journal_get_n_entries (FactJournal *self);
/* Returns: (transfer none): valid as long as @self. */
const FactEntry *fact_journal_get_entry     (FactJournal *self,
                                             guint        i);
const FactEdit  *fact_journal_get_edits     (FactJournal *self,
                                             guint        i,
                                             guint       *n_edits);
/* Whether it took something back ("undo") or brought it again ("redo"). Every other verb is a change of its own, also
 * one that restores. */
gboolean         fact_entry_is_undo         (const FactEntry *entry);
gboolean         fact_entry_is_redo         (const FactEntry *entry);
/* The value of @column in an edit. Returns: whether the edit changes it. */
gboolean         fact_edit_find             (const FactEdit *edit,
                                             const char     *column,
                                             GVariant      **before,
                                             GVariant      **after);

/* For the store that fills it: entries are added newest first, then the edits of the entry added last.
 * Strings are copied; @values and the variants in it are taken over. */
FactJournal     *fact_journal_new           (void);
void             fact_journal_add_entry     (FactJournal     *self,
                                             const FactEntry *entry);
void             fact_journal_add_edit      (FactJournal     *self,
                                             const FactEdit  *edit,
                                             GArray          *values);

G_END_DECLS
