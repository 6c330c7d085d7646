/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-sqlite-store-private.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct _FactHasher {
  crypto_generichash_state state;
};

/* Every field with its length before it, so that no two changes give the same bytes. */
static void
add_bytes (FactHasher    *self,
           gconstpointer  data,
           gsize          size)
{
  guint32 length = GUINT32_TO_LE (data ? (guint32) size : G_MAXUINT32);

  crypto_generichash_update (&self->state, (const guchar *) &length, sizeof length);
  if (data)
    crypto_generichash_update (&self->state, data, size);
}

static void
add_text (FactHasher *self,
          const char *text)
{
  add_bytes (self, text, text ? strlen (text) : 0);
}

static void
add_number (FactHasher *self,
            gint64      number)
{
  gint64 fixed = GINT64_TO_LE (number);

  crypto_generichash_update (&self->state, (const guchar *) &fixed, sizeof fixed);
}

FactHasher *
fact_hasher_new (const guint8            previous[FACT_HASH_BYTES],
                 const FactHashedChange *change)
{
  FactHasher *self = NULL;

  if (posix_memalign ((void **) &self, 64, sizeof *self) != 0)
    g_error ("Out of memory");
  crypto_generichash_init (&self->state, NULL, 0, FACT_HASH_BYTES);
  add_bytes (self, previous, FACT_HASH_BYTES);
  add_number (self, change->seq);
  add_number (self, change->time);
  add_text (self, change->who);
  add_text (self, change->identified);
  add_text (self, change->workstation);
  add_text (self, change->verb);
  add_text (self, change->subject);
  add_number (self, change->undoes);
  add_number (self, change->final);
  /* Only when there is one: changes of before there were notes keep their hashes. What follows is an edit, whose type is
   * never NULL, so a note and an edit cannot give the same bytes. */
  if (change->note) {
    add_text (self, NULL);
    add_text (self, change->note);
  }
  return self;
}

void
fact_hasher_add (FactHasher           *self,
                 const FactHashedEdit *edit)
{
  add_text (self, edit->type);
  add_text (self, edit->uid);
  add_text (self, edit->subject);
  add_text (self, edit->op);
  add_number (self, edit->version);
  add_text (self, edit->before);
  add_text (self, edit->after);
  add_bytes (self, edit->digest, FACT_DIGEST_BYTES);
}

void
fact_hasher_finish (FactHasher *self,
                    guint8      hash[FACT_HASH_BYTES])
{
  crypto_generichash_final (&self->state, hash, FACT_HASH_BYTES);
  free (self);
}
