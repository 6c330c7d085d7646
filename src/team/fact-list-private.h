/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-list.h"

G_BEGIN_DECLS

/* How a list model of the team keeps its items. */

typedef struct {
  gpointer item;                   /* owned */
  GSequenceIter *iter;             /* among those shown; NULL: the filter hides it */
} FactPlace;

/* @uid: owned by @item, as long as that is in the list. */
void        fact_list_add        (FactList   *self,
                                  const char *uid,
                                  gpointer    item);
/* An item of the list, whether shown or not. */
void        fact_list_remove     (FactList   *self,
                                  const char *uid);
/* @place has another content now: it stays, moves, comes or goes. */
void        fact_list_change     (FactList   *self,
                                  FactPlace  *place);
/* Every item may stand elsewhere, or be hidden or shown. */
void        fact_list_sort       (FactList   *self);
/* The filter is another one; @filtered: whether it can hide anything. */
void        fact_list_filter     (FactList   *self,
                                  gboolean    filtered);
/* Uid to FactPlace, in no order. Returns: (transfer none). */
GHashTable *fact_list_get_places (FactList   *self);
gboolean    fact_list_is_filtered (FactList  *self);
/* The shown item at @position. Returns: (transfer none) (nullable): NULL past the last. */
gpointer    fact_list_get        (FactList   *self,
                                  guint       position);
/* Whether an item is shown; @position: (out) (optional). */
gboolean    fact_list_find       (FactList   *self,
                                  const char *uid,
                                  guint      *position);
/* Where a hidden item would be shown. */
guint       fact_list_find_place_for (FactList *self,
                                      gpointer  item);
/* Returns: (transfer none) (nullable): the item, shown or hidden. */
gpointer    fact_list_lookup     (FactList   *self,
                                  const char *uid);

G_END_DECLS
