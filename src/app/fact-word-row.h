/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-word-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of FactWordList: what the word is called and more about it, with a menu; it can be dragged to another place of
 * its list. What is done are actions of the list: word.edit, word.move-up, word.move-down, word.end, word.remove (s uid),
 * word.move-to (su uid, place among those shown before what is there now). */
GtkWidget  *fact_word_row_new     (FactRecord *record,
                                   FactWords   words,
                                   gboolean    writable);
/* @row: of FactWordList. Returns: (transfer none): the uid of the word. */
const char *fact_word_row_get_uid (GtkWidget  *row);

G_END_DECLS
