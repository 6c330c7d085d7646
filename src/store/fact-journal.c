/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-journal.h"

#include <string.h>

typedef struct {
  FactEntry entry;
  GArray *edits;                   /* of FactEdit */
} Page;

struct _FactJournal {
  GObject parent_instance;

  GStringChunk *strings;
  GArray *pages;                   /* of Page */
  GPtrArray *values;               /* of GArray of FactEditValue */
};

G_DEFINE_FINAL_TYPE (FactJournal, fact_journal, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (FactIdentified, fact_identified,
                    G_DEFINE_ENUM_VALUE (FACT_IDENTIFIED_PROGRAM, "program"),
                    G_DEFINE_ENUM_VALUE (FACT_IDENTIFIED_CHOSEN, "chosen"),
                    G_DEFINE_ENUM_VALUE (FACT_IDENTIFIED_PIN, "pin"),
                    G_DEFINE_ENUM_VALUE (FACT_IDENTIFIED_PASSPHRASE, "passphrase"),
                    G_DEFINE_ENUM_VALUE (FACT_IDENTIFIED_SYSTEM_USER, "system-user"))

static void
page_clear (Page *page)
{
  g_array_unref (page->edits);
}

static const char *
keep (FactJournal *self,
      const char  *text)
{
  return text ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static void
fact_journal_finalize (GObject *object)
{
  FactJournal *self = FACT_JOURNAL (object);

  g_array_unref (self->pages);
  g_ptr_array_unref (self->values);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (fact_journal_parent_class)->finalize (object);
}

static void
fact_journal_class_init (FactJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_journal_finalize;
}

static void
fact_journal_init (FactJournal *self)
{
  self->strings = g_string_chunk_new (4096);
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (self->pages, (GDestroyNotify) page_clear);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

FactJournal *
fact_journal_new (void)
{
  return g_object_new (FACT_TYPE_JOURNAL, NULL);
}

guint
fact_journal_get_n_entries (FactJournal *self)
{
  g_return_val_if_fail (FACT_IS_JOURNAL (self), 0);
  return self->pages->len;
}

const FactEntry *
fact_journal_get_entry (FactJournal *self,
                        guint        i)
{
  g_return_val_if_fail (FACT_IS_JOURNAL (self) && i < self->pages->len, NULL);
  return &g_array_index (self->pages, Page, i).entry;
}

const FactEdit *
fact_journal_get_edits (FactJournal *self,
                        guint        i,
                        guint       *n_edits)
{
  GArray *edits;

  g_return_val_if_fail (FACT_IS_JOURNAL (self) && i < self->pages->len, NULL);

  edits = g_array_index (self->pages, Page, i).edits;
  *n_edits = edits->len;
  return (const FactEdit *) (void *) edits->data;
}

gboolean
fact_entry_is_undo (const FactEntry *entry)
{
  return g_str_equal (entry->verb, FACT_VERB_UNDO);
}

gboolean
fact_entry_is_redo (const FactEntry *entry)
{
  return g_str_equal (entry->verb, FACT_VERB_REDO);
}

gboolean
fact_edit_find (const FactEdit *edit,
                const char     *column,
                GVariant      **before,
                GVariant      **after)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (edit->type);
  int index = fact_record_class_find_column ((FactRecordClass *) klass, column);

  for (guint i = 0; i < edit->n_values; i++) {
    if ((int) edit->values[i].column != index)
      continue;
    if (before)
      *before = edit->values[i].before;
    if (after)
      *after = edit->values[i].after;
    return TRUE;
  }
  return FALSE;
}

void
fact_journal_add_entry (FactJournal     *self,
                        const FactEntry *entry)
{
  Page page = { .entry = *entry };

  page.entry.who = keep (self, entry->who);
  page.entry.workstation = keep (self, entry->workstation);
  page.entry.verb = keep (self, entry->verb);
  page.entry.subject = keep (self, entry->subject);
  page.entry.note = keep (self, entry->note);
  page.edits = g_array_new (FALSE, FALSE, sizeof (FactEdit));
  g_array_append_val (self->pages, page);
}

void
fact_journal_add_edit (FactJournal    *self,
                       const FactEdit *edit,
                       GArray         *values)
{
  FactEdit kept = *edit;

  g_return_if_fail (FACT_IS_JOURNAL (self) && self->pages->len > 0);

  g_ptr_array_add (self->values, values);
  kept.uid = keep (self, edit->uid);
  kept.subject = keep (self, edit->subject);
  kept.values = (const FactEditValue *) (void *) values->data;
  kept.n_values = values->len;
  g_array_append_val (g_array_index (self->pages, Page, self->pages->len - 1).edits, kept);
}
