/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-restore.h"

#include "fact-history-private.h"
#include "fact-team-patient.h"
#include "fact-team-private.h"
#include "fact-team-words.h"

#include <glib/gi18n-lib.h>

/* Longer than a few words is no reason but a note, and has its place elsewhere. */
#define MAX_REASON 200
#define PLACES 100                 /* more than an edit has values */

/* A column to be set: what it holds now and what it held before the change. */
typedef struct {
  FactRecord *record;
  guint column;
  GVariant *now, *before;
} Piece;

typedef struct {
  GPtrArray *pieces;               /* of Piece */
  guint place;                     /* among the values shown */
  char *words;
  char *problem;
} Value;

struct _FactRestore {
  GObject parent_instance;

  gint64 seq;
  char *patient;
  GPtrArray *values;               /* of Value */
};

G_DEFINE_FINAL_TYPE (FactRestore, fact_restore, G_TYPE_OBJECT)

/* What is under way while the records of a change are loaded. */
typedef struct {
  gint64 seq;
  char *patient;
  FactJournal *journal;
} Looking;

static void
looking_free (Looking *looking)
{
  g_free (looking->patient);
  g_clear_object (&looking->journal);
  g_free (looking);
}

static void
piece_free (Piece *piece)
{
  g_object_unref (piece->record);
  g_clear_pointer (&piece->now, g_variant_unref);
  g_clear_pointer (&piece->before, g_variant_unref);
  g_free (piece);
}

static void
value_free (Value *value)
{
  g_ptr_array_unref (value->pieces);
  g_free (value->words);
  g_free (value->problem);
  g_free (value);
}

static gboolean
same (GVariant *a,
      GVariant *b)
{
  return a == b || (a && b && g_variant_equal (a, b));
}

/* @words: (transfer full). */
static Value *
add_value (FactRestore *self,
           char        *words,
           guint        place)
{
  Value *value = g_new0 (Value, 1);

  value->place = place;

  value->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  value->words = words;
  g_ptr_array_add (self->values, value);
  return value;
}

static void
add_piece (Value      *value,
           FactRecord *record,
           guint       column,
           GVariant   *before)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->record = g_object_ref (record);
  piece->column = column;
  piece->now = fact_record_get_stored (record, column);
  piece->before = before ? g_variant_ref (before) : NULL;
  g_ptr_array_add (value->pieces, piece);
}

/* @problem: (transfer full) (nullable); the first one found stays. */
static void
set_problem (Value *value,
             char  *problem)
{
  if (value->problem)
    g_free (problem);
  else
    value->problem = problem;
}

gboolean
fact_team_can_restore (FactTeam        *self,
                       const FactEntry *entry,
                       const FactEdit  *edits,
                       guint            n_edits)
{
  gboolean about_patients = n_edits > 0 && n_edits <= FACT_MAX_RESTORED;

  for (guint i = 0; i < n_edits && about_patients; i++)
    about_patients = edits[i].type == FACT_TYPE_STAY || edits[i].type == FACT_TYPE_PATIENT ||
                     edits[i].type == FACT_TYPE_CONTACT || edits[i].type == FACT_TYPE_DISMISSAL;
  /* A final change is not undone, but set back with a reason like any other (domain.md).
   * What took a change back is itself taken back by whoever did it, with Redo: set back from the history it would
   * say in other words what the line above or below it says. */
  return about_patients && !fact_entry_is_undo (entry) && !fact_entry_is_redo (entry) &&
         !fact_team_is_read_only (self);
}

/* (transfer full) (nullable): a person, word or place that has been removed cannot be named again. */
static char *
find_removed (FactTeam *self,
              GVariant *before)
{
  gboolean list = before && g_variant_is_of_type (before, G_VARIANT_TYPE_STRING_ARRAY);

  for (gsize i = 0; before && i < (list ? g_variant_n_children (before) : 1); i++) {
    const char *uid;
    FactRecord *record;

    if (list)
      g_variant_get_child (before, i, "&s", &uid);
    else
      uid = g_variant_get_string (before, NULL);
    record = fact_store_lookup (self->store, uid);
    if (record && fact_record_is_removed (record))
      /* Translators: a signature or the name of a triage state, reason, kind or organisation */
      return g_strdup_printf (_("%s has been removed since."), fact_vocabulary_get_label (record));
  }
  return NULL;
}

/* The patient's stay that would be a second open one. */
static gboolean
is_second_stay (FactTeam   *self,
                FactRecord *record,
                const char *column,
                GVariant   *before)
{
  FactCase *one;
  gboolean opens;

  if (!FACT_IS_STAY (record))
    return FALSE;
  one = fact_cases_lookup (self->cases, fact_record_get_subject (record));
  opens = (g_str_equal (column, "until") && !before && !fact_record_is_removed (record)) ||
          (g_str_equal (column, "removed") && !before && !FACT_STAY (record)->until);

  return one && one->stay && FACT_RECORD (one->stay) != record && opens;
}

static void
check_rules (FactTeam   *self,
             Value      *value,
             FactRecord *record,
             guint       column,
             GVariant   *before)
{
  const FactColumn *kind = &FACT_RECORD_GET_CLASS (record)->columns[column];
  const char *patient = fact_record_get_subject (record);
  FactRecord *subject = patient ? fact_store_lookup (self->store, patient) : NULL;
  const char *bearer = NULL;

  if (subject && subject != record && fact_record_is_removed (subject))
    set_problem (value, g_strdup (_("The patient has been removed since.")));
  if (kind->kind == FACT_COLUMN_RECORD || kind->kind == FACT_COLUMN_RECORDS)
    set_problem (value, find_removed (self, before));
  if (is_second_stay (self, record, kind->name, before))
    set_problem (value, g_strdup (_("The patient has been put on the board again since.")));
  if (FACT_IS_PATIENT (record) && g_str_equal (kind->name, "code") && before)
    bearer = fact_team_find_patient (self, g_variant_get_string (before, NULL));
  if (bearer && !g_str_equal (bearer, fact_record_get_uid (record)))
    set_problem (value, g_strdup_printf (_("Another patient has the code %s now."), g_variant_get_string (before, NULL)));
}

/* What was added is taken away only as it was: what somebody did with it since is not lost by the way. */
static void
add_addition (FactTeam       *self,
              Value          *value,
              FactRecord     *record,
              const FactEdit *edit)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);
  g_autoptr (GVariant) removed = g_variant_ref_sink (g_variant_new_boolean (TRUE));

  if (fact_record_is_removed (record)) {
    set_problem (value, g_strdup (_("It has been removed since.")));
    return;
  }
  for (guint i = 0; i < klass->n_columns; i++) {
    g_autoptr (GVariant) now = fact_record_get_stored (record, i);
    GVariant *after = NULL;

    fact_edit_find (edit, klass->columns[i].name, NULL, &after);
    if (!same (now, after))
      set_problem (value, g_strdup (_("It has been changed since.")));
  }
  add_piece (value, record, 0, removed);
}

/* A column that has no words of its own goes with the one whose name it begins with ("triage_date"), else with the
 * first. */
static Value *
find_companion (FactRestore *self,
                guint        first,
                const char  *name)
{
  for (guint i = first; i < self->values->len; i++) {
    Value *value = self->values->pdata[i];
    Piece *piece = value->pieces->pdata[0];

    if (g_str_has_prefix (name, FACT_RECORD_GET_CLASS (piece->record)->columns[piece->column].name))
      return value;
  }
  return first < self->values->len ? self->values->pdata[first] : NULL;
}

static void
add_edit (FactTeam       *self,
          FactRestore    *restore,
          FactRecord     *record,
          const FactEdit *edit,
          guint           n)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);
  guint first = restore->values->len;

  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < edit->n_values; i++) {
      const FactColumn *column = &klass->columns[edit->values[i].column];
      g_autoptr (GVariant) now = fact_record_get_stored (record, edit->values[i].column);
      guint place = 0;
      char *words = fact_team_describe_value (self, column, now, edit->values[i].before, &place);
      Value *value = NULL;

      if (pass == 0 && words)
        value = add_value (restore, g_steal_pointer (&words), n * PLACES + place);
      else if (pass == 1 && !words)
        value = find_companion (restore, first, column->name);
      g_free (words);
      if (!value || (column->flags & FACT_COLUMN_FIXED))
        continue;
      if (fact_record_is_removed (record))
        set_problem (value, g_strdup (_("It has been removed since.")));
      if (pass == 0 && same (now, edit->values[i].before))
        set_problem (value, g_strdup (_("It stands so already.")));
      check_rules (self, value, record, edit->values[i].column, edit->values[i].before);
      add_piece (value, record, edit->values[i].column, edit->values[i].before);
    }
  }
}

/* All that was added by a change, or removed, is one thing to be chosen. */
static void
add_whole (FactTeam        *self,
           FactRestore     *restore,
           Value          **value,
           const char      *format,
           FactRecord      *record,
           const FactEdit  *edit,
           const char      *words)
{
  if (!*value)
    *value = add_value (restore, g_strdup_printf (format, words), 0);
  if (edit->added) {
    add_addition (self, *value, record, edit);
    return;
  }
  if (!fact_record_is_removed (record))
    set_problem (*value, g_strdup (_("It stands so already.")));
  check_rules (self, *value, record, 0, NULL);
  add_piece (*value, record, 0, NULL);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Value *one = *(const Value *const *) a, *other = *(const Value *const *) b;

  return one->place < other->place ? -1 : one->place > other->place;
}

static FactRestore *
make_restore (FactTeam *self,
              Looking  *looking)
{
  FactRestore *restore = g_object_new (FACT_TYPE_RESTORE, NULL);
  const FactEntry *entry = fact_journal_get_entry (looking->journal, 0);
  guint n;
  const FactEdit *edits = fact_journal_get_edits (looking->journal, 0, &n);
  g_autofree char *words = fact_team_describe (self, entry, edits, n);
  Value *added = NULL, *removed = NULL;

  restore->seq = entry->seq;
  restore->patient = g_strdup (looking->patient ? looking->patient : entry->subject);
  for (guint i = 0; i < n; i++) {
    FactRecord *record = fact_store_lookup (self->store, edits[i].uid);
    GVariant *after = NULL;

    if (!record)
      continue;
    if (edits[i].added)
      /* Translators: %s is a change of the history: "Take away what was added: Plan CSA phone for DD-75, Wed 18 Nov" */
      add_whole (self, restore, &added, _("Take away what was added: %s"), record, &edits[i], words);
    else if (fact_edit_find (&edits[i], "removed", NULL, &after) && after)
      /* Translators: %s is a change of the history: "Bring back what was removed: Remove CSA phone, DD-75" */
      add_whole (self, restore, &removed, _("Bring back what was removed: %s"), record, &edits[i], words);
    else
      add_edit (self, restore, record, &edits[i], i + 1);
  }
  g_ptr_array_sort (restore->values, compare_values);
  return restore;
}

static void
records_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = fact_store_load_finish (FACT_STORE (object), result, &error);
  FactRestore *restore;

  if (!records) {
    fact_team_return_error (self, task, error);
    return;
  }
  restore = make_restore (self, g_task_get_task_data (task));
  if (restore->values->len > 0) {
    g_task_return_pointer (task, restore, g_object_unref);
    return;
  }
  g_object_unref (restore);
  g_task_return_new_error (task, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, "%s",
                           _("There is nothing in this change that could be restored."));
}

static void
load_records (FactTeam    *self,
              GTask       *task,
              FactJournal *journal)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_query_free);
  guint n;
  const FactEdit *edits = fact_journal_get_edits (journal, 0, &n);

  for (guint i = 0; i < n; i++) {
    const char *uids[] = { edits[i].uid, NULL };
    FactQuery *query = fact_query_new (edits[i].type);

    g_ptr_array_add (queries, fact_query_with_removed (fact_query_where (query, "uid", FACT_OP_IN, uids)));
  }
  fact_store_load_async (self->store, (FactQuery *const *) queries->pdata, queries->len, g_task_get_cancellable (task),
                         records_loaded_cb, g_object_ref (task));
}

static void
change_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  FactTeam *self = g_task_get_source_object (task);
  Looking *looking = g_task_get_task_data (task);
  GError *error = NULL;
  const FactEntry *entry;
  const FactEdit *edits;
  guint n;

  looking->journal = fact_store_read_finish (FACT_STORE (object), result, &error);
  if (!looking->journal) {
    fact_team_return_error (self, task, error);
    return;
  }
  entry = fact_journal_get_n_entries (looking->journal) ? fact_journal_get_entry (looking->journal, 0) : NULL;
  edits = entry ? fact_journal_get_edits (looking->journal, 0, &n) : NULL;
  if (entry && entry->seq == looking->seq && fact_team_can_restore (self, entry, edits, n)) {
    load_records (self, task, looking->journal);
    return;
  }
  g_task_return_new_error (task, FACT_TEAM_ERROR, FACT_TEAM_ERROR_RULE, "%s",
                           _("This change cannot be restored from the history as a whole."));
}

/* One line without spaces around it. (transfer full) */
static char *
tidy (const char *reason)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  return g_strstrip (g_regex_replace_literal (space, reason ? reason : "", -1, 0, " ", 0, NULL));
}

static gboolean
put_back (Value       *value,
          FactChange  *change,
          GError     **error)
{
  for (guint i = 0; i < value->pieces->len; i++) {
    Piece *piece = value->pieces->pdata[i];
    g_autoptr (GVariant) now = fact_record_get_stored (piece->record, piece->column);

    if (!same (now, piece->now) || !fact_change_set_stored (change, piece->record, piece->column, piece->before)) {
      g_set_error_literal (error, FACT_TEAM_ERROR, FACT_TEAM_ERROR_CONFLICT,
                           _("Nothing was changed. Somebody has changed it meanwhile. Look at the history again."));
      return FALSE;
    }
  }
  return TRUE;
}

static void
fact_restore_finalize (GObject *object)
{
  FactRestore *self = FACT_RESTORE (object);

  g_ptr_array_unref (self->values);
  g_free (self->patient);
  G_OBJECT_CLASS (fact_restore_parent_class)->finalize (object);
}

static void
fact_restore_class_init (FactRestoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_restore_finalize;
}

static void
fact_restore_init (FactRestore *self)
{
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
}

guint
fact_restore_get_n_values (FactRestore *self)
{
  g_return_val_if_fail (FACT_IS_RESTORE (self), 0);
  return self->values->len;
}

const char *
fact_restore_get_words (FactRestore *self,
                        guint        value)
{
  g_return_val_if_fail (FACT_IS_RESTORE (self) && value < self->values->len, NULL);
  return ((Value *) self->values->pdata[value])->words;
}

const char *
fact_restore_get_problem (FactRestore *self,
                          guint        value)
{
  g_return_val_if_fail (FACT_IS_RESTORE (self) && value < self->values->len, NULL);
  return ((Value *) self->values->pdata[value])->problem;
}

void
fact_team_read_restore_async (FactTeam            *self,
                              gint64               seq,
                              const char          *patient_uid,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Looking *looking = g_new0 (Looking, 1);

  g_return_if_fail (FACT_IS_TEAM (self) && seq > 0);

  looking->seq = seq;
  looking->patient = g_strdup (patient_uid);
  g_task_set_source_tag (task, fact_team_read_restore_async);
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);
  fact_store_read_async (self->store, &(FactJournalQuery) { .subject = patient_uid, .before_seq = seq + 1, .limit = 1 },
                         cancellable, change_read_cb, g_object_ref (task));
}

FactRestore *
fact_team_read_restore_finish (FactTeam      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

FactChange *
fact_team_restore (FactTeam        *self,
                   FactRestore     *restore,
                   const gboolean  *chosen,
                   const char      *reason,
                   GError         **error)
{
  g_autofree char *tidied = tidy (reason);
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_RESTORE (restore), NULL);

  if (!*tidied || g_utf8_strlen (tidied, -1) > MAX_REASON)
    return fact_team_refuse (error, _("Write in a few words why it is restored."));
  change = fact_team_begin (self, FACT_VERB_RESTORE, NULL, restore->patient, error);
  if (!change)
    return NULL;
  for (guint i = 0; i < restore->values->len; i++) {
    Value *value = restore->values->pdata[i];

    if (!chosen[i])
      continue;
    if (value->problem)
      return fact_team_refuse (error, "%s", value->problem);
    if (!put_back (value, change, error))
      return NULL;
  }
  if (fact_change_is_empty (change))
    return fact_team_refuse (error, _("Nothing was chosen to be restored."));
  fact_change_set_restores (change, restore->seq, tidied);
  return g_steal_pointer (&change);
}
