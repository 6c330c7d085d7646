/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-list.h"
#include "fact-record.h"

G_BEGIN_DECLS

/* FactVocabulary: a list of the records of one vocabulary type that are not removed, by position, then by what
 * they are called. */
#define FACT_TYPE_VOCABULARY (fact_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (FactVocabulary, fact_vocabulary, FACT, VOCABULARY, FactList)

/* Returns: (transfer full). */
FactVocabulary *fact_vocabulary_new       (GType           type);
/* Takes up @record, of the type of the model, as it stands now. */
void            fact_vocabulary_put       (FactVocabulary *self,
                                           FactRecord     *record);
/* Returns: (transfer container): the records in their order. */
GPtrArray      *fact_vocabulary_list      (FactVocabulary *self);
/* What a vocabulary record is called: signature, label or name. Returns: (transfer none). */
const char     *fact_vocabulary_get_label (FactRecord     *record);
/* Its order among its kind, in steps of 1,024. */
int             fact_vocabulary_get_position (FactRecord  *record);

G_END_DECLS
