/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-record.h"

G_BEGIN_DECLS

/* FactChange: one thing a person did. A verb builds it, a store commits it once, after that it never changes.
 * The values before are captured when an edit is added; the store refuses the change when they no longer stand. */
#define FACT_TYPE_CHANGE (fact_change_get_type ())
G_DECLARE_FINAL_TYPE (FactChange, fact_change, FACT, CHANGE, GObject)

/* @verb: a stable code such as "stay.triage"; words are made of it when it is shown.
 * @subject: (nullable): uid of the patient it is about. */
FactChange *fact_change_new         (const char *verb,
                                     const char *subject);

const char *fact_change_get_verb    (FactChange *self);
const char *fact_change_get_subject (FactChange *self);
void        fact_change_set_subject (FactChange *self,
                                     const char *subject);

/* Adds a record of @type. @uid: (nullable): given for records with a fixed uid, else a new one is made from
 * @utc_us, the time of the clock. Then pairs of property and value as for g_object_new(), NULL-terminated.
 * Returns: (transfer none): the record, with no columns set and version 0 until the change is committed;
 * it can be referred to by later edits of the same change. */
gpointer    fact_change_add         (FactChange *self,
                                     GType       type,
                                     const char *uid,
                                     gint64      utc_us,
                                     const char *first_property,
                                     ...) G_GNUC_NULL_TERMINATED;

/* Sets properties of @record, a committed one or one added by this change. A value that stands already is no
 * edit; a value set back to what it was before takes the edit away. */
void        fact_change_set         (FactChange *self,
                                     gpointer    record,
                                     const char *first_property,
                                     ...) G_GNUC_NULL_TERMINATED;

/* The same with a stored form (fact_record_get_stored()), by index of the column.
 * Returns: FALSE when the column does not take the value: wrong type, malformed, fixed. */
gboolean    fact_change_set_stored  (FactChange *self,
                                     FactRecord *record,
                                     guint       column,
                                     GVariant   *stored);

/* Removes @record: sets "removed"; nothing is ever erased. */
void        fact_change_remove      (FactChange *self,
                                     gpointer    record);

/* Says that this change restores values from before change @seq of the history, and why: @note is what the person wrote,
 * not empty. */
void        fact_change_set_restores (FactChange *self,
                                      gint64      seq,
                                      const char *note);
/* (nullable): why, in the words of who did it. */
const char *fact_change_get_note    (FactChange *self);

/* Marks that no undo passes this change. */
void        fact_change_set_final   (FactChange *self);
gboolean    fact_change_is_final    (FactChange *self);

gboolean    fact_change_is_empty    (FactChange *self);
/* How much it changes: the number of added records and of changed values. */
guint       fact_change_get_weight  (FactChange *self);
guint       fact_change_get_n_edits (FactChange *self);
/* Returns: (transfer none): the record of edit @edit; edits stand in the order they were first made. */
FactRecord *fact_change_get_record  (FactChange *self,
                                     guint       edit);
gboolean    fact_change_is_added    (FactChange *self,
                                     guint       edit);
/* The value of a column as this change leaves it, or as it stands when the change does not touch it.
 * Returns: (transfer full) (nullable). */
GVariant   *fact_change_get_after   (FactChange *self,
                                     FactRecord *record,
                                     guint       column);

/* After the commit: its place in the journal, 0 before. */
gint64      fact_change_get_seq     (FactChange *self);

G_END_DECLS
