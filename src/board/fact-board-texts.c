/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-texts.h"

typedef struct {
  gconstpointer what;
  guint column;
} Key;

struct _FactBoardTexts {
  PangoContext *context;
  PangoLayout *shared;
  GHashTable *kept;                /* Key → PangoLayout */
  gboolean keeping;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->what) * 31 + key->column;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->what == other->what && one->column == other->column;
}

FactBoardTexts *
fact_board_texts_new (PangoContext *context)
{
  FactBoardTexts *self = g_new0 (FactBoardTexts, 1);

  self->context = g_object_ref (context);
  self->shared = pango_layout_new (context);
  self->kept = g_hash_table_new_full (key_hash, key_equal, g_free, g_object_unref);
  return self;
}

void
fact_board_texts_free (FactBoardTexts *self)
{
  g_object_unref (self->context);
  g_object_unref (self->shared);
  g_hash_table_unref (self->kept);
  g_free (self);
}

void
fact_board_texts_set_keeping (FactBoardTexts *self,
                              gboolean        keeping)
{
  self->keeping = keeping;
}

PangoLayout *
fact_board_texts_lay_out (FactBoardTexts *self,
                          gconstpointer   what,
                          guint           column)
{
  PangoLayout *layout;
  Key *key;

  if (!self->keeping)
    return self->shared;
  layout = pango_layout_new (self->context);
  key = g_new (Key, 1);
  *key = (Key) { what, column };
  g_hash_table_replace (self->kept, key, layout);
  return layout;
}

PangoLayout *
fact_board_texts_take (FactBoardTexts *self,
                       gconstpointer   what,
                       guint           column,
                       gboolean       *filled)
{
  const Key key = { what, column };
  g_autofree gpointer kept_key = NULL;
  gpointer layout;

  *filled = g_hash_table_steal_extended (self->kept, &key, &kept_key, &layout);
  return *filled ? layout : pango_layout_new (self->context);
}

void
fact_board_texts_forget (FactBoardTexts *self)
{
  g_hash_table_remove_all (self->kept);
}
