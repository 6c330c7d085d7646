/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* FactList: what the list models of the team have in common: a GListModel that keeps its items in order, hides those
 * that a filter does not match, and finds every one of them by uid. One changed item is one items-changed (p, 1, 1), a
 * moved one a removal and an insertion; another filter or order is one items-changed (0, n, m).
 *
 * Properties: "n-items", "n-total" (without the filter), "filtered". */
#define FACT_TYPE_LIST (fact_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (FactList, fact_list, FACT, LIST, GObject)

struct _FactListClass {
  GObjectClass parent_class;

  GType    (*get_item_type) (FactList      *self);
  /* The order of two items; never 0 for two that are not the same. */
  int      (*compare)       (FactList      *self,
                             gconstpointer  a,
                             gconstpointer  b);
  /* Optional. Whether the filter lets @item through; asked only while there is one. */
  gboolean (*matches)       (FactList      *self,
                             gpointer       item);
  /* Optional. Before items-changed is told. */
  void     (*will_tell)     (FactList      *self);
};

G_END_DECLS
