/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-team.h"
#include "fact-word-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* FactWordList: a list of words of the team in their order, which follows the team. Each row is opened by clicking or
 * Enter and has a menu; what can be done are actions of the group "word": add, edit, move-up, move-down, move-to, end,
 * remove, all but the first with the uid. Who acts is asked first when nobody has said so. Ctrl+Up and Ctrl+Down move the row with the focus, Delete removes it, a row can be
 * dragged to another place. */
#define FACT_TYPE_WORD_LIST (fact_word_list_get_type ())
G_DECLARE_FINAL_TYPE (FactWordList, fact_word_list, FACT, WORD_LIST, AdwPreferencesGroup)

/**
 * fact_word_list_new:
 * @words: which words
 *
 * Returns: (transfer floating): the list
 */
GtkWidget  *fact_word_list_new       (FactTeam     *team,
                                      FactWords     words);
/* Opens the form for a new word, without asking who acts: for who adds herself or himself. */
void        fact_word_list_add       (FactWordList *self);
/* The words shown, in their order. Returns: (transfer none). */
GListModel *fact_word_list_get_model (FactWordList *self);

G_END_DECLS
