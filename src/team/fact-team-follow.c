/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-private.h"

#include "fact-kind.h"
#include "fact-organisation.h"

/* Records taken up in one go: a few milliseconds. */
#define SLICE 500
/* A change of more records is taken up in slices. */
#define MAX_AT_ONCE 2000

/* The records of a large change, on their way into the models. */
typedef struct {
  gint64 seq;
  GPtrArray *records;              /* of FactRecord */
  guint next;
  GPtrArray *words;                /* of those the ones of the vocabulary whose users are not told yet */
  GPtrArray *users;                /* uids, sought when all is taken up: they may be gone by then */
  guint next_user;
} Batch;

/* The Swedish words of kinds are understood whatever the language of the program: what the team writes is Swedish. */
static const struct {
  FactKindRole role;
  const char *name;
  const char *short_form;
} swedish_kinds[] = {
  { FACT_KIND_ROLE_HOME, "Hembesök", "hb" },
  { FACT_KIND_ROLE_PHONE, "Telefon", "tele" },
  { FACT_KIND_ROLE_VIDEO, "Video", "video" },
  { FACT_KIND_ROLE_CLINIC, "Mottagning", "mott" },
  { FACT_KIND_ROLE_WARD, "Avdelning", "avd" },
  { FACT_KIND_ROLE_ELSEWHERE, "Annan plats", "ute" },
  { FACT_KIND_ROLE_ACCOMPANY, "Följa med", "följ" },
  { FACT_KIND_ROLE_DISPENSING, "Medicindelning", "med" },
  { FACT_KIND_ROLE_INJECTION, "Injektion", "inj" },
  { FACT_KIND_ROLE_SIP, "SIP-möte", "SIP" },
  { FACT_KIND_ROLE_NETWORK, "Nätverksmöte", "nätv" },
  { FACT_KIND_ROLE_GROUP, "Grupp", "grupp" },
  { FACT_KIND_ROLE_DROP_IN, "Drop-in", "drop" },
};

static void
add_kind_words (FactTypedWords *words,
                FactKind       *kind)
{
  const char *uid = fact_record_get_uid (FACT_RECORD (kind));

  fact_typed_words_add_kind (words, fact_kind_get_label (kind), fact_kind_get_short_label (kind), uid);
  for (guint i = 0; i < G_N_ELEMENTS (swedish_kinds); i++) {
    if (swedish_kinds[i].role == fact_kind_get_role (kind))
      fact_typed_words_add_kind (words, swedish_kinds[i].name, swedish_kinds[i].short_form, uid);
  }
}

FactTypedWords *
fact_team_make_words (FactTeam *self)
{
  FactTypedWords *words = fact_typed_words_new ();
  g_autoptr (GPtrArray) staff = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_STAFF));
  g_autoptr (GPtrArray) kinds = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_KIND));
  g_autoptr (GPtrArray) triages = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_TRIAGE));

  for (guint i = 0; i < staff->len; i++)
    fact_typed_words_add_staff (words, fact_staff_get_signature (staff->pdata[i]), fact_record_get_uid (staff->pdata[i]));
  for (guint i = 0; i < kinds->len; i++)
    add_kind_words (words, kinds->pdata[i]);
  for (guint i = 0; i < triages->len; i++) {
    fact_typed_words_add_reserved (words, fact_triage_get_label (triages->pdata[i]));
    if (fact_triage_get_sheet_name (triages->pdata[i]))
      fact_typed_words_add_reserved (words, fact_triage_get_sheet_name (triages->pdata[i]));
  }
  return words;
}

static gboolean
take_up_vocabulary (FactTeam   *self,
                    FactRecord *record)
{
  FactVocabulary *vocabulary = fact_team_get_vocabulary_of (self, G_OBJECT_TYPE (record));

  if (vocabulary)
    fact_vocabulary_put (vocabulary, record);
  return vocabulary != NULL;
}

/* Each patient once, in the order of the records. */
static void
add_patient (GPtrArray  *uids,
             GHashTable *known,
             const char *uid)
{
  char *copy;

  if (!uid || g_hash_table_contains (known, uid))
    return;
  copy = g_strdup (uid);
  g_ptr_array_add (uids, copy);
  g_hash_table_add (known, copy);
}

/* Who may be taken for the patient is told of it, too. */
static void
add_namesakes (FactTeam   *self,
               const char *uid,
               GPtrArray  *uids,
               GHashTable *known)
{
  FactCase *one = uid ? fact_cases_lookup (self->cases, uid) : NULL;

  for (FactCase *other = one ? one->namesake : NULL; other != one; other = other->namesake)
    add_patient (uids, known, fact_record_get_uid (FACT_RECORD (other->patient)));
}

/* Nobody has a word yet that is new. */
static void
add_users (FactTeam   *self,
           GPtrArray  *vocabulary,
           GPtrArray  *uids,
           GHashTable *known)
{
  g_autoptr (GHashTable) users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  GHashTableIter iter;
  const char *uid;

  for (guint i = 0; i < vocabulary->len; i++) {
    if (fact_record_get_version (vocabulary->pdata[i]) > 1)
      g_ptr_array_add (old, vocabulary->pdata[i]);
  }
  if (old->len == 0)
    return;
  fact_board_find_users (self->board, old, users);
  if (self->patients)
    fact_patients_find_users (self->patients, old, users);
  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, NULL))
    add_patient (uids, known, uid);
}

static void
tell_committed (FactTeam *self,
                gint64    seq)
{
  if (self->person && fact_record_is_removed (FACT_RECORD (self->person)))
    fact_team_set_person (self, NULL);
  fact_team_refresh_undo (self);
  g_signal_emit_by_name (self, "committed", seq);
}

static void
batch_free (Batch *batch)
{
  g_ptr_array_unref (batch->records);
  g_ptr_array_unref (batch->words);
  g_ptr_array_unref (batch->users);
  g_free (batch);
}

/* @later: (nullable): takes the words of @records whose users are not told yet. Another triage state moves rows between
 * sections, and is told at once. */
static void
take_up (FactTeam  *self,
         GPtrArray *records,
         GPtrArray *later)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) vocabulary = g_ptr_array_new ();
  g_autoptr (GPtrArray) triages = NULL;
  gboolean triage_changed = FALSE;

  for (guint i = 0; i < records->len; i++) {
    const char *patient_uid = fact_record_get_subject (records->pdata[i]);

    /* Of the code before and of the code now. */
    if (FACT_IS_PATIENT (records->pdata[i]))
      add_namesakes (self, patient_uid, uids, known);
    if (fact_cases_put (self->cases, records->pdata[i])) {
      add_patient (uids, known, patient_uid);
      if (FACT_IS_PATIENT (records->pdata[i]))
        add_namesakes (self, patient_uid, uids, known);
    } else if (take_up_vocabulary (self, records->pdata[i])) {
      g_ptr_array_add (vocabulary, records->pdata[i]);
      triage_changed = triage_changed || FACT_IS_TRIAGE (records->pdata[i]);
    }
  }
  if (vocabulary->len > 0) {
    fact_cases_take_words (self->cases, fact_team_make_words (self));
    fact_board_clear_warnings (self->board);
    if (later && !triage_changed)
      g_ptr_array_extend (later, vocabulary, NULL, NULL);
    else
      add_users (self, vocabulary, uids, known);
  }
  if (triage_changed)
    triages = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_TRIAGE));
  fact_board_update (self->board, uids, triages);
  if (self->patients)
    fact_patients_update (self->patients, uids);
}

static void
take_up_slice (FactTeam *self,
               Batch    *batch)
{
  guint end = MIN (batch->next + SLICE, batch->records->len);
  g_autoptr (GPtrArray) slice = g_ptr_array_new ();

  while (batch->next < end)
    g_ptr_array_add (slice, batch->records->pdata[batch->next++]);
  take_up (self, slice, batch->words);
}

static void
find_users (FactTeam *self,
            Batch    *batch)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  add_users (self, batch->words, batch->users, known);
  g_ptr_array_set_size (batch->words, 0);
}

static void
update_slice (FactTeam *self,
              Batch    *batch)
{
  guint end = MIN (batch->next_user + SLICE, batch->users->len);
  g_autoptr (GPtrArray) slice = g_ptr_array_new ();

  while (batch->next_user < end)
    g_ptr_array_add (slice, batch->users->pdata[batch->next_user++]);
  fact_board_update (self->board, slice, NULL);
  if (self->patients)
    fact_patients_update (self->patients, slice);
}

static gboolean
batch_cb (gpointer data)
{
  FactTeam *self = data;
  Batch *batch = g_queue_peek_head (&self->batches);

  if (batch->next < batch->records->len)
    take_up_slice (self, batch);
  else if (batch->words->len > 0)
    find_users (self, batch);
  else
    update_slice (self, batch);
  if (batch->next < batch->records->len || batch->words->len > 0 || batch->next_user < batch->users->len)
    return G_SOURCE_CONTINUE;
  g_queue_pop_head (&self->batches);
  tell_committed (self, batch->seq);
  batch_free (batch);
  if (!g_queue_is_empty (&self->batches))
    return G_SOURCE_CONTINUE;
  self->batch_source = 0;
  return G_SOURCE_REMOVE;
}

/* What a large import brings is taken up slice by slice, and what is changed meanwhile after it. */
static void
committed_cb (FactTeam  *self,
              gint64     seq,
              GPtrArray *records)
{
  Batch *batch;

  if (records->len <= MAX_AT_ONCE && g_queue_is_empty (&self->batches)) {
    fact_team_take_up (self, records);
    tell_committed (self, seq);
    return;
  }
  batch = g_new0 (Batch, 1);
  batch->seq = seq;
  batch->records = g_ptr_array_ref (records);
  batch->words = g_ptr_array_new ();
  batch->users = g_ptr_array_new_with_free_func (g_free);
  g_queue_push_tail (&self->batches, batch);
  if (!self->batch_source)
    self->batch_source = g_idle_add (batch_cb, self);
  fact_team_refresh_undo (self);
}

void
fact_team_drop_batches (FactTeam *self)
{
  g_clear_handle_id (&self->batch_source, g_source_remove);
  g_queue_clear_full (&self->batches, (GDestroyNotify) batch_free);
}

void
fact_team_take_up (FactTeam  *self,
                   GPtrArray *records)
{
  take_up (self, records, NULL);
}

void
fact_team_follow (FactTeam *self)
{
  g_signal_connect_object (self->store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
}

FactVocabulary *
fact_team_get_vocabulary_of (FactTeam *self,
                             GType     type)
{
  for (guint i = 0; i < FACT_N_VOCABULARIES; i++) {
    if (g_list_model_get_item_type (G_LIST_MODEL (self->vocabularies[i])) == type)
      return self->vocabularies[i];
  }
  return NULL;
}
