/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-history-private.h"

G_DEFINE_FINAL_TYPE (FactHistoryEntry, fact_history_entry, G_TYPE_OBJECT)

static void
fact_history_entry_finalize (GObject *object)
{
  FactHistoryEntry *self = FACT_HISTORY_ENTRY (object);

  g_free (self->clock_time);
  g_free (self->local_time);
  g_free (self->who);
  g_free (self->who_words);
  g_free (self->verb);
  g_free (self->words);
  g_free (self->detail);
  g_free (self->note);
  g_free (self->patient_uid);
  G_OBJECT_CLASS (fact_history_entry_parent_class)->finalize (object);
}

static void
fact_history_entry_class_init (FactHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_history_entry_finalize;
}

static void
fact_history_entry_init (FactHistoryEntry *self)
{
}

gint64
fact_history_entry_get_seq (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), 0);
  return self->seq;
}

gint64
fact_history_entry_get_time (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), 0);
  return self->time;
}

guint
fact_history_entry_get_day (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), 0);
  return self->day;
}

const char *
fact_history_entry_get_clock_time (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->clock_time;
}

const char *
fact_history_entry_get_local_time (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->local_time;
}

const char *
fact_history_entry_get_who_words (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->who_words;
}

const char *
fact_history_entry_get_verb (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->verb;
}

const char *
fact_history_entry_get_words (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->words;
}

const char *
fact_history_entry_get_detail (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->detail;
}

const char *
fact_history_entry_get_note (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), NULL);
  return self->note;
}

gboolean
fact_history_entry_can_restore (FactHistoryEntry *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY_ENTRY (self), FALSE);
  return self->can_restore;
}
