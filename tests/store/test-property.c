/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for any sequence of changes by two people: all undone is as before, all redone as after, a reopened
 * file the same, the past at any point as it was, the journal enough to make everything anew. */

#include "store-fixture.h"

#include "fact-contact.h"
#include "fact-day.h"
#include "fact-stay.h"

#include <string.h>

#define CHANGES 50

typedef struct {
  Fixture f;
  FactActor people[2];
  GRand *rand;
  GPtrArray *patients, *triages, *staff, *stays, *contacts;   /* borrowed from the store */
  GPtrArray *dumps;                /* the state after each change of the sequence; [0] before the first */
  GArray *seqs;                    /* of the changes */
  GArray *actors;                  /* who made each */
  guint restores;                  /* how many of them set something back from before */
} Play;

static gpointer
pick (Play      *play,
      GPtrArray *from)
{
  return from->len ? from->pdata[g_rand_int_range (play->rand, 0, (int) from->len)] : NULL;
}

static GPtrArray *
pick_staff (Play *play)
{
  GPtrArray *who = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = g_rand_int_range (play->rand, 0, 3); i > 0; i--)
    g_ptr_array_add (who, g_object_ref (pick (play, play->staff)));
  return who;
}

static const char *
pick_text (Play *play)
{
  static const char *const texts[] = { "", "Ring först.", "Sover dåligt \"igen\"", "Två\nrader\toch en tabb", "Å\\Ä/Ö ☎" };

  return texts[g_rand_int_range (play->rand, 0, G_N_ELEMENTS (texts))];
}

static FactChange *
add_something (Play *play)
{
  FactChange *change = fact_change_new ("patient.add", NULL);
  g_autofree char *code = g_strdup_printf ("AA-%u", play->patients->len + 100);
  FactPatient *patient = fact_change_add (change, FACT_TYPE_PATIENT, NULL, FIXTURE_NOW, "code", code,
                                          "sex", FACT_SEX_WOMAN, "care-contact", pick (play, play->staff), NULL);

  g_ptr_array_add (play->patients, patient);
  if (g_rand_boolean (play->rand))
    g_ptr_array_add (play->stays, fact_change_add (change, FACT_TYPE_STAY, NULL, FIXTURE_NOW, "patient", patient,
                                                   "date", 737000u, "triage", pick (play, play->triages), NULL));
  return change;
}

static FactChange *
add_contact (Play *play)
{
  FactChange *change = fact_change_new ("contact.plan", NULL);
  g_autoptr (GPtrArray) who = pick_staff (play);

  g_ptr_array_add (play->contacts,
                   fact_change_add (change, FACT_TYPE_CONTACT, NULL, FIXTURE_NOW, "patient", pick (play, play->patients),
                                    "date", 737000u + g_rand_int_range (play->rand, 0, 14), "who", who,
                                    "text", pick_text (play), NULL));
  return change;
}

static FactChange *
edit_stay (Play *play)
{
  FactStay *stay = pick (play, play->stays);
  FactChange *change = fact_change_new ("stay.edit", NULL);

  if (!stay)
    return change;
  if (g_rand_boolean (play->rand))
    fact_change_set (change, stay, "triage", pick (play, play->triages), NULL);
  if (g_rand_boolean (play->rand))
    fact_change_set (change, stay, "situation", pick_text (play), "actions", pick_text (play), NULL);
  if (g_rand_int_range (play->rand, 0, 8) == 0)
    fact_change_set (change, stay, "until", stay->until ? 0u : 737010u, NULL);
  return change;
}

static FactChange *
edit_contact (Play *play)
{
  FactContact *contact = pick (play, play->contacts);
  FactChange *change = fact_change_new ("contact.edit", NULL);
  g_autoptr (GPtrArray) who = pick_staff (play);

  if (!contact)
    return change;
  if (g_rand_int_range (play->rand, 0, 4) == 0)
    fact_change_set (change, contact, "removed", !fact_record_is_removed (FACT_RECORD (contact)), NULL);
  else if (g_rand_int_range (play->rand, 0, 3) == 0)
    fact_change_set (change, contact, "date", 737000u + g_rand_int_range (play->rand, 0, 14), NULL);
  else
    fact_change_set (change, contact, "who", who, "time", g_rand_boolean (play->rand) ? "10:00" : NULL,
                     "status", g_rand_int_range (play->rand, 0, 7), NULL);
  return change;
}

/* What an earlier change set, whoever made it, is set back to what was before, whatever stands now. */
static FactChange *
restore_something (Play *play)
{
  FactChange *change = fact_change_new ("restore", NULL);
  gint64 seq = play->seqs->len ? g_array_index (play->seqs, gint64, g_rand_int_range (play->rand, 0, (int) play->seqs->len))
                               : 0;
  g_autoptr (FactJournal) journal = seq ? store_read_change (play->f.store, seq) : NULL;
  const FactEdit *edits;
  guint n = 0;

  if (!journal)
    return change;
  edits = fact_journal_get_edits (journal, 0, &n);
  for (guint e = 0; e < n; e++) {
    FactRecord *record = fact_store_lookup (play->f.store, edits[e].uid);

    for (guint i = 0; i < edits[e].n_values && !edits[e].added; i++)
      g_assert_true (fact_change_set_stored (change, record, edits[e].values[i].column, edits[e].values[i].before));
  }
  fact_change_set_restores (change, seq, "Åter som det var");
  return change;
}

static FactChange *
make_change (Play *play)
{
  switch (g_rand_int_range (play->rand, 0, 5)) {
  case 0:
    return add_something (play);
  case 1:
    return play->patients->len ? add_contact (play) : add_something (play);
  case 2:
    return edit_stay (play);
  case 3:
    return restore_something (play);
  default:
    return edit_contact (play);
  }
}

static void
play_set_up (Play *play,
             guint seed)
{
  g_autoptr (FactChange) change = fact_change_new ("vocabulary.defaults", NULL);

  fixture_set_up (&play->f, NULL);
  play->rand = g_rand_new_with_seed (seed);
  play->people[0] = (FactActor) { "01890000-0000-7000-8000-00000000aaaa", FACT_IDENTIFIED_CHOSEN, "desk" };
  play->people[1] = (FactActor) { "01890000-0000-7000-8000-00000000bbbb", FACT_IDENTIFIED_CHOSEN, "desk" };
  play->patients = g_ptr_array_new ();
  play->triages = g_ptr_array_new ();
  play->staff = g_ptr_array_new ();
  play->stays = g_ptr_array_new ();
  play->contacts = g_ptr_array_new ();
  play->dumps = g_ptr_array_new_with_free_func (g_free);
  play->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  play->actors = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("T%u", i);

    g_ptr_array_add (play->triages, fact_change_add (change, FACT_TYPE_TRIAGE, NULL, FIXTURE_NOW, "name", name, NULL));
    g_ptr_array_add (play->staff, fact_change_add (change, FACT_TYPE_STAFF, NULL, FIXTURE_NOW, "signature", name, NULL));
  }
  g_assert_true (store_commit (play->f.store, change, &play->f.actor, NULL));
  g_ptr_array_add (play->dumps, store_dump (play->f.store, 0));
}

static void
play_tear_down (Play *play)
{
  g_rand_free (play->rand);
  g_ptr_array_unref (play->patients);
  g_ptr_array_unref (play->triages);
  g_ptr_array_unref (play->staff);
  g_ptr_array_unref (play->stays);
  g_ptr_array_unref (play->contacts);
  g_ptr_array_unref (play->dumps);
  g_array_unref (play->seqs);
  g_array_unref (play->actors);
  fixture_tear_down (&play->f, NULL);
}

/* A change may be refused (a second open stay); then nothing has changed. */
static void
play_change (Play *play)
{
  g_autoptr (FactChange) change = make_change (play);
  g_autofree char *refused = NULL;
  guint actor = (guint) g_rand_int_range (play->rand, 0, 2);
  gint64 head = fact_store_get_head (play->f.store);
  gint64 seq;

  if (fact_change_is_empty (change))
    return;
  if (!store_commit (play->f.store, change, &play->people[actor], NULL)) {
    refused = store_dump (play->f.store, 0);
    g_assert_cmpstr (refused, ==, play->dumps->pdata[play->dumps->len - 1]);
    g_assert_cmpint (fact_store_get_head (play->f.store), ==, head);
    return;
  }
  seq = fact_change_get_seq (change);
  play->restores += fact_change_get_note (change) != NULL;
  g_assert_cmpint (seq, ==, head + 1);
  g_array_append_val (play->seqs, seq);
  g_array_append_val (play->actors, actor);
  g_ptr_array_add (play->dumps, store_dump (play->f.store, 0));
}

/* The other person's undo of something this person changed since is refused whole, and told. */
static void
try_conflict (Play *play)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  gint64 head = fact_store_get_head (play->f.store);
  gint64 undo, redo;
  guint last = g_array_index (play->actors, guint, play->actors->len - 1);
  const FactActor *other = &play->people[!last];

  store_peek (play->f.store, other->who, &undo, &redo);
  if (!undo)
    return;
  if (store_undo (play->f.store, undo, other, &error)) {
    gint64 seq = fact_store_get_head (play->f.store);

    g_assert_cmpint (store_undo (play->f.store, seq, other, &error), ==, seq + 1);
    g_assert_no_error (error);
  } else {
    g_assert_nonnull (error);
    g_assert_cmpint (fact_store_get_head (play->f.store), ==, head);
  }
  state = store_dump (play->f.store, 0);
  g_assert_cmpstr (state, ==, play->dumps->pdata[play->dumps->len - 1]);
}

static void
undo_all (Play *play)
{
  for (guint i = play->seqs->len; i > 0; i--) {
    const FactActor *actor = &play->people[g_array_index (play->actors, guint, i - 1)];
    g_autoptr (GError) error = NULL;
    gint64 undo, redo;

    store_peek (play->f.store, actor->who, &undo, &redo);
    g_assert_cmpint (store_undo (play->f.store, undo, actor, &error), >, 0);
    g_assert_no_error (error);
  }
}

static void
redo_all (Play *play)
{
  for (guint i = 0; i < play->seqs->len; i++) {
    const FactActor *actor = &play->people[g_array_index (play->actors, guint, i)];
    g_autoptr (GError) error = NULL;
    gint64 undo, redo;

    store_peek (play->f.store, actor->who, &undo, &redo);
    g_assert_cmpint (store_undo (play->f.store, redo, actor, &error), >, 0);
    g_assert_no_error (error);
  }
}

static void
assert_state (Play       *play,
              const char *expected)
{
  g_autofree char *state = store_dump (play->f.store, 0);

  g_assert_cmpstr (state, ==, expected);
}

static gboolean
is_of_week (gpointer record)
{
  return ((FactContact *) record)->date >= 737000u && ((FactContact *) record)->date <= 737006u;
}

static gboolean
is_open (gpointer record)
{
  return ((FactStay *) record)->until == 0;
}

/* What is asked of the past by a condition is what all of the past holds that matches it. */
static void
check_condition (Play       *play,
                 gint64      seq,
                 FactQuery  *query,
                 gboolean  (*matches) (gpointer record))
{
  g_autoptr (GPtrArray) all = store_load (play->f.store, fact_query_as_of (fact_query_new (query->type), seq), NULL);
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < all->len; i++) {
    if (matches (all->pdata[i]))
      g_hash_table_add (expected, (gpointer) fact_record_get_uid (all->pdata[i]));
  }
  found = store_load (play->f.store, fact_query_as_of (query, seq), NULL);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_hash_table_remove (expected, fact_record_get_uid (found->pdata[i])));
  g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
}

static void
check_conditions (Play   *play,
                  gint64  seq)
{
  g_autofree char *first = fact_day_format_iso (737000u);
  g_autofree char *last = fact_day_format_iso (737006u);

  check_condition (play, seq, fact_query_where (fact_query_new (FACT_TYPE_CONTACT), "date", FACT_OP_BETWEEN, first, last),
                   is_of_week);
  check_condition (play, seq, fact_query_where (fact_query_new (FACT_TYPE_STAY), "until", FACT_OP_IS_NULL), is_open);
}

static void
check_past (Play *play)
{
  for (guint i = 0; i < 3; i++) {
    guint at = (guint) g_rand_int_range (play->rand, 0, (int) play->seqs->len);
    g_autofree char *then = store_dump (play->f.store, g_array_index (play->seqs, gint64, at));

    g_assert_cmpstr (then, ==, play->dumps->pdata[at + 1]);
    check_conditions (play, g_array_index (play->seqs, gint64, at));
  }
}

static void
check_file (Play *play)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  fixture_reopen (&play->f);
  g_assert_true (fact_sqlite_store_rebuild (FACT_SQLITE_STORE (play->f.store), &error));
  g_assert_no_error (error);
  fact_sqlite_store_check (FACT_SQLITE_STORE (play->f.store), findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static guint
play_once (guint  seed,
           guint *restores)
{
  Play play = { 0 };
  const char *last;
  guint changes;

  play_set_up (&play, seed);
  for (guint i = 0; i < CHANGES; i++)
    play_change (&play);
  changes = play.seqs->len;
  *restores += play.restores;
  last = play.dumps->pdata[play.dumps->len - 1];
  try_conflict (&play);
  undo_all (&play);
  assert_state (&play, play.dumps->pdata[0]);
  redo_all (&play);
  assert_state (&play, last);
  check_past (&play);
  check_file (&play);
  assert_state (&play, last);
  play_tear_down (&play);
  return changes;
}

static void
test_sequences (void)
{
  guint n = g_getenv ("FACT_TEST_REDUCED") ? 50 : 1000;
  guint seed = (guint) g_test_rand_int ();
  guint changes = 0, restores = 0;

  for (guint i = 0; i < n; i++)
    changes += play_once (seed + i, &restores);
  g_print ("# seed %u: %u sequences, %u changes, %u of them restores, each undone and redone\n", seed, n, changes,
           restores);
  g_assert_cmpuint (changes, >, n * CHANGES / 3);
  g_assert_cmpuint (restores, >, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/property/sequences", test_sequences);
  return g_test_run ();
}
