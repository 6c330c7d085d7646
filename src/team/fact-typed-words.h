/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words people may type: weekdays in Swedish and English, whatever the language of the program, and a table
 * of the team's signatures, contact kinds and triage words. */

typedef enum
{
  FACT_WEEKDAY_TYPED = 1 << 0,   /* so short that it means a weekday in a cell only: "to", "on" */
  FACT_WEEKDAY_PLURAL = 1 << 1,  /* "måndagar": every week */
  FACT_WEEKDAY_PAST = 1 << 2,    /* "måndags", as in "i måndags" */
} FactWeekdayFlags;

/* Reads one word as a weekday, 0 Monday; FALSE when it is none. word: as fact_typed_fold () gives it.
 * flags: (out) (optional) */
gboolean fact_typed_weekday (const char       *word,
                             guint            *weekday,
                             FactWeekdayFlags *flags);

/* Reads "må-fr" or "mån–fre" as a set of weekdays, bit 0 Monday; 0 when it is none. word: folded. */
guint fact_typed_weekday_range (const char *word);

/* A word as it is compared: composed (NFC) and in lower case. (transfer full) */
char *fact_typed_fold (const char *word);

/* Two to five capital letters, Å Ä Ö among them. */
gboolean fact_typed_looks_like_signature (const char *word);

/* The team's words. An id is the caller's own, any text; it is copied. */
typedef struct _FactTypedWords FactTypedWords;

FactTypedWords *fact_typed_words_new (void);

void fact_typed_words_free (FactTypedWords *self);

void fact_typed_words_add_staff (FactTypedWords *self,
                                 const char     *signature,
                                 const char     *id);

/* name: "Hembesök"; short_form: (nullable) "hb". A kind may be added again with more names. */
void fact_typed_words_add_kind (FactTypedWords *self,
                                const char     *name,
                                const char     *short_form,
                                const char     *id);

/* A word no signature may equal, such as the name of a triage state. */
void fact_typed_words_add_reserved (FactTypedWords *self,
                                    const char     *word);

/* The id of a signature, NULL when it is not known. exact: only as it is written in the table. (transfer none) */
const char *fact_typed_words_find_staff (FactTypedWords *self,
                                         const char     *word,
                                         gboolean        exact);

/* The id of a kind by name or short form, NULL when it is not known. (transfer none) */
const char *fact_typed_words_find_kind (FactTypedWords *self,
                                        const char     *word);

/* (transfer none) (nullable) */
const char *fact_typed_words_get_signature (FactTypedWords *self,
                                            const char     *id);

/* The short form, or the name of a kind that has none. (transfer none) (nullable) */
const char *fact_typed_words_get_kind_form (FactTypedWords *self,
                                            const char     *id);

/* Why a text can be nobody's signature, as a sentence to show, or NULL when it can: 2–5 letters, no weekday,
 * contact kind or triage word. That it is taken is not asked here. */
const char *fact_typed_words_get_signature_fault (FactTypedWords *self,
                                                  const char     *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactTypedWords, fact_typed_words_free)

G_END_DECLS
