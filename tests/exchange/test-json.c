/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of every type, made through the column tables, leave a real file as JSON and come into another one: the same
 * JSON comes out of that. What is damaged or hostile is refused, and nothing is stored. */

#include "desk.h"

#include "fact-day.h"
#include "fact-json.h"
#include "fact-patient.h"
#include "fact-record-item.h"
#include "fact-records.h"
#include "fact-stay.h"

#include <string.h>

#define RECORDS 40

static GBytes *
export (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  fact_json_export_async (desk->team, NULL, keep_result_cb, &result);
  bytes = fact_json_export_finish (desk->team, wait_for (&result), &error);
  g_assert_no_error (error);
  return bytes;
}

static FactChange *
try_import (Desk    *desk,
            GBytes  *bytes,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fact_json_import_async (desk->team, bytes, NULL, keep_result_cb, &result);
  return fact_json_import_finish (desk->team, wait_for (&result), NULL, error);
}

static FactChange *
import (Desk   *desk,
        GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  FactChange *change = try_import (desk, bytes, &error);

  g_assert_no_error (error);
  return change;
}

static void
assert_same_text (GBytes *a,
                  GBytes *b)
{
  g_autofree char *x = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *y = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (x, ==, y);
}

/* Records by type, to refer to. */
typedef struct {
  GRand *rand;
  FactChange *change;
  GHashTable *uids;                /* GType to GPtrArray of uids */
  guint n;
} Maker;

static const char *
pick_uid (Maker *maker,
          GType  type)
{
  GPtrArray *uids = g_hash_table_lookup (maker->uids, GSIZE_TO_POINTER (type));

  return uids->pdata[g_rand_int_range (maker->rand, 0, (int) uids->len)];
}

static char *
make_text (Maker            *maker,
           const FactColumn *column)
{
  static const char *const texts[] = {
    "Ring först.", "\"citat\" och \\ och /", "Två\nrader\toch\r\nen tabb", "Å\\Ä/Ö ☎ 😀", " ", "\x01\x1f\x7f", "{\"type\":[[[", "\u2028",
    "null", "9223372036854775808",
  };

  if (g_str_equal (column->name, "code"))
    return g_strdup_printf ("XX-%u", maker->n);
  if (g_str_equal (column->name, "time"))
    return g_strdup_printf ("%02d:%02d", g_rand_int_range (maker->rand, 0, 24), g_rand_int_range (maker->rand, 0, 60));
  return g_strdup (texts[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (texts))]);
}

static GVariant *
make_list (Maker            *maker,
           const FactColumn *column)
{
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (int i = g_rand_int_range (maker->rand, 1, 4); i > 0; i--)
    g_variant_builder_add (&list, "s", pick_uid (maker, column->get_type ()));
  return g_variant_builder_end (&list);
}

/* Returns: floating. */
static GVariant *
make_value (Maker            *maker,
            const FactColumn *column)
{
  switch (column->kind) {
  case FACT_COLUMN_TEXT:
    return g_variant_new_take_string (make_text (maker, column));
  case FACT_COLUMN_INTEGER:
    return g_variant_new_int64 (g_rand_boolean (maker->rand) ? g_rand_int_range (maker->rand, 1, G_MAXINT) : G_MININT);
  case FACT_COLUMN_BOOLEAN:
    return g_variant_new_boolean (TRUE);
  case FACT_COLUMN_DATE:
    return g_variant_new_take_string (fact_day_format_iso ((guint) g_rand_int_range (maker->rand, 690000, 800000)));
  case FACT_COLUMN_ENUM:
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (column->get_type ());

      return g_variant_new_string (klass->values[g_rand_int_range (maker->rand, 0, (int) klass->n_values)].value_nick);
    }
  case FACT_COLUMN_RECORD:
    return g_variant_new_string (pick_uid (maker, column->get_type ()));
  case FACT_COLUMN_RECORDS:
    return make_list (maker, column);
  default:
    g_assert_not_reached ();
  }
}

static void
make_record (Maker *maker,
             GType  type)
{
  FactRecord *record = fact_change_add (maker->change, type, NULL, NOW, NULL, NULL);
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);
  GPtrArray *uids = g_hash_table_lookup (maker->uids, GSIZE_TO_POINTER (type));

  maker->n++;
  for (guint i = 1; i < klass->n_columns; i++) {
    const FactColumn *column = &klass->columns[i];
    /* one open stay a patient */
    gboolean needed = (column->flags & FACT_COLUMN_REQUIRED) || g_str_equal (column->name, "until");
    g_autoptr (GVariant) value = NULL;

    if (!needed && g_rand_boolean (maker->rand))
      continue;
    value = g_variant_ref_sink (make_value (maker, column));
    g_assert_true (fact_change_set_stored (maker->change, record, i, value));
  }
  g_ptr_array_add (uids, g_strdup (fact_record_get_uid (record)));
}

static void
add_default_uids (Maker *maker,
                  Desk  *desk,
                  GType  type)
{
  GListModel *model = fact_team_get_vocabulary (desk->team, type);
  GPtrArray *uids = g_hash_table_lookup (maker->uids, GSIZE_TO_POINTER (type));

  for (guint i = 0; model && i < g_list_model_get_n_items (model); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (model, i);

    g_ptr_array_add (uids, g_strdup (fact_record_get_uid (record)));
  }
}

static FactRecord *
get_word (Desk *desk,
          GType type,
          guint i)
{
  g_autoptr (FactRecord) record = g_list_model_get_item (fact_team_get_vocabulary (desk->team, type), i);

  return record;
}

/* A team that has worked for a while: it has records of all types, has renamed a default and removed another. */
static void
fill (Desk   *desk,
      guint32 seed,
      guint   n_records)
{
  Maker maker = { g_rand_new_with_seed (seed), fact_change_new ("test", NULL) };
  g_autoptr (FactChange) vocabulary = fact_change_new ("test", NULL);
  FactRecord *unwanted = get_word (desk, FACT_TYPE_REASON, 1);
  guint n_types;
  const GType *types = fact_records_list_types (&n_types);

  fact_change_set (vocabulary, get_word (desk, FACT_TYPE_TRIAGE, 0), "name", "Akut", "expected-days", 3, NULL);
  fact_change_remove (vocabulary, unwanted);
  desk_commit (desk, vocabulary);
  maker.uids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint t = 0; t < n_types; t++) {
    g_hash_table_insert (maker.uids, GSIZE_TO_POINTER (types[t]), g_ptr_array_new_with_free_func (g_free));
    add_default_uids (&maker, desk, types[t]);
    for (guint i = 0; i < n_records; i++)
      make_record (&maker, types[t]);
  }
  desk_commit (desk, maker.change);
  g_object_unref (maker.change);
  g_hash_table_unref (maker.uids);
  g_rand_free (maker.rand);
}

static void
test_round_trip (void)
{
  guint rounds = g_getenv ("FACT_TEST_REDUCED") ? 2 : 12;
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u, %u rounds of %u records of each type", seed, rounds, RECORDS);
  for (guint i = 0; i < rounds; i++) {
    g_autoptr (Desk) from = desk_new (), to = desk_new ();
    g_autoptr (FactChange) change = NULL, again = NULL;
    g_autoptr (GBytes) sent = NULL, received = NULL, reopened = NULL;
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

    fill (from, seed + i, RECORDS);
    sent = export (from);
    change = import (to, sent);
    desk_commit (to, change);
    received = export (to);
    assert_same_text (sent, received);
    again = import (to, sent);
    g_assert_true (fact_change_is_empty (again));
    desk_close (to);
    desk_open (to);
    reopened = export (to);
    assert_same_text (sent, reopened);
    g_assert_true (fact_sqlite_store_check (FACT_SQLITE_STORE (to->store), findings, NULL));
  }
}

/* More records than one slice of any kind; lines in any order. */
static void
test_many_shuffled (void)
{
  g_autoptr (Desk) from = desk_new (), to = desk_new ();
  g_autoptr (GBytes) sent = NULL, received = NULL, shuffled = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  fill (from, 1, 550);
  sent = export (from);
  items = fact_json_parse (sent, NULL);
  for (guint i = items->len - 1; i > 0; i--) {
    guint j = (guint) g_rand_int_range (rand, 0, (int) i + 1);
    gpointer item = items->pdata[i];

    items->pdata[i] = items->pdata[j];
    items->pdata[j] = item;
  }
  shuffled = fact_json_format (items, NULL);
  g_assert_false (g_bytes_equal (sent, shuffled));
  change = import (to, shuffled);
  desk_commit (to, change);
  received = export (to);
  assert_same_text (sent, received);
}

static void
test_undo (void)
{
  g_autoptr (Desk) from = desk_new (), to = desk_new ();
  g_autoptr (GBytes) sent = NULL, before = export (to), after = NULL, undone = NULL, redone = NULL;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GAsyncResult) undo = NULL, redo = NULL;
  g_autofree char *words = NULL, *words_again = NULL;

  fill (from, 2, 5);
  sent = export (from);
  change = import (to, sent);
  after = export (to);
  assert_same_text (before, after);   /* built is not done */
  desk_commit (to, change);
  while (!fact_team_can_undo (to->team))
    g_main_context_iteration (NULL, TRUE);
  fact_team_undo_async (to->team, NULL, keep_result_cb, &undo);
  words = fact_team_undo_finish (to->team, wait_for (&undo), NULL, NULL);
  g_assert_nonnull (words);
  undone = export (to);
  assert_same_text (before, undone);
  while (!fact_team_can_redo (to->team))
    g_main_context_iteration (NULL, TRUE);
  fact_team_redo_async (to->team, NULL, keep_result_cb, &redo);
  words_again = fact_team_undo_finish (to->team, wait_for (&redo), NULL, NULL);
  redone = export (to);
  assert_same_text (sent, redone);
}

/* The lines of a small file that is right, and how each may be wrong. */
#define UID(n) "01890000-0000-7000-8000-0000000000" n
#define STAFF(n) "{\"type\":\"staff\",\"uid\":\"" UID (n) "\",\"values\":{\"role\":\"nurse\",\"signature\":\"CSA\"}}\n"
#define PATIENT_OF(n, code, staff) "{\"type\":\"patient\",\"uid\":\"" UID (n) "\",\"values\":{\"care_contact\":\"" staff "\",\"code\":\"" code "\"}}\n"
#define PATIENT(n, code) "{\"type\":\"patient\",\"uid\":\"" UID (n) "\",\"values\":{\"code\":\"" code "\"}}\n"
#define TRIAGE(n) "{\"type\":\"triage\",\"uid\":\"" UID (n) "\",\"values\":{\"name\":\"Gul\"}}\n"
#define STAY(n, patient, triage) "{\"type\":\"stay\",\"uid\":\"" UID (n) "\",\"values\":{\"date\":\"2026-11-01\",\"patient\":\"" UID (patient) "\",\"triage\":\"" UID (triage) "\"}}\n"
#define CONTACT(values) "{\"type\":\"contact\",\"uid\":\"" UID ("c1") "\",\"values\":{\"date\":\"2026-11-01\",\"patient\":\"" UID ("a1") "\"" values "}}\n"
#define FILE_OF(n, lines) "{\"facttavlan\":1,\"records\":" n "}\n" lines

static const struct {
  const char *text;
  const char *message;
} damaged[] = {
  { "", "The file is empty. Nothing was imported." },
  { "\n\r\n", "The file is empty. Nothing was imported." },
  { "Datum\tPatient\n", "The file does not begin with {\"facttavlan\":1,\"records\":…} and is no copy of a board. Nothing was imported." },
  { "{\"facttavlan\":2,\"records\":0}\n", "The file was written by a later version of the program. Update the program. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75")), "The file is cut off: it holds 1 of 2 records. Nothing was imported." },
  { FILE_OF ("1", PATIENT ("a1", "AA-75") PATIENT ("a2", "AA-76")), "The file holds more than the 1 record its first line tells. Nothing was imported." },
  { FILE_OF ("1", "{\"type\":\"patient\"}\n"), "Line 2: It is no record. A record has \"type\", \"uid\" and \"values\". Nothing was imported." },
  { FILE_OF ("1", "{\"type\":\"patient\",\"uid\":\"" UID ("a1") "\",\"val"), "Line 2: Not readable as JSON: a text does not end or holds what is no text. Nothing was imported." },
  { FILE_OF ("1", "{\"type\":\"cat\",\"uid\":\"" UID ("a1") "\",\"values\":{}}\n"), "Line 2, \"cat\" " UID ("a1") ": This program knows no such type. Nothing was imported." },
  { FILE_OF ("1", "{\"type\":\"patient\",\"uid\":\"1\",\"values\":{\"code\":\"AA-75\"}}\n"), "Line 2, \"patient\" AA-75: Its \"uid\" is none. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") "\n" PATIENT ("a1", "AA-76")), "Line 4, \"patient\" AA-76: Its \"uid\" also stands in line 2. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") PATIENT ("a2", "AA-75")), "Line 3, \"patient\" AA-75: Another patient has the code AA-75. Nothing was imported." },
  { FILE_OF ("4", PATIENT ("a1", "AA-75") STAY ("b1", "a1", "d1") STAY ("b2", "a1", "d1") TRIAGE ("d1")), "Line 4, \"stay\" " UID ("b2") ": The patient stands on the board already. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") STAY ("b1", "a1", "d1")), "Line 3, \"stay\" " UID ("b1") ": \"triage\" refers to " UID ("d1") ", which is not in the file and not here. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") STAY ("b1", "a1", "a1")), "Line 3, \"stay\" " UID ("b1") ": \"triage\" refers to " UID ("a1") ", which is not in the file and not here. Nothing was imported." },
  { FILE_OF ("2", PATIENT_OF ("a1", "AA-75", "CSA") STAFF ("e1")), "Line 2, \"patient\" AA-75: \"care_contact\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"who\":[\"" UID ("a1") "\"]")), "Line 3, \"contact\" " UID ("c1") ": \"who\" refers to " UID ("a1") ", which is not in the file and not here. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"time\":\"25:00\"")), "Line 3, \"contact\" " UID ("c1") ": \"time\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"minutes\":\"10\"")), "Line 3, \"contact\" " UID ("c1") ": \"minutes\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"minutes\":4294967296")), "Line 3, \"contact\" " UID ("c1") ": \"minutes\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"status\":\"eaten\"")), "Line 3, \"contact\" " UID ("c1") ": \"status\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"text\":\"\"")), "Line 3, \"contact\" " UID ("c1") ": \"text\" cannot have this value. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"kittens\":3")), "Line 3, \"contact\" " UID ("c1") ": \"kittens\" is nothing that such a record has. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"removed\":true")), "Line 3, \"contact\" " UID ("c1") ": It is removed. A file like this holds no removed records. Nothing was imported." },
  { FILE_OF ("2", PATIENT ("a1", "AA-75") CONTACT (",\"text\":null")), "Line 3: Not readable as JSON: a value is neither text, whole number, true, false nor a list of texts. Nothing was imported." },
  { FILE_OF ("1", "{\"type\":\"patient\",\"uid\":\"" UID ("a1") "\",\"values\":{\"birth_year\":1975}}\n"), "Line 2, \"patient\" " UID ("a1") ": \"code\" is missing. Nothing was imported." },
};

static void
assert_refused (Desk       *desk,
                GBytes     *bytes,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  gint64 head = fact_store_get_head (desk->store);
  FactChange *change = try_import (desk, bytes, &error);

  g_assert_null (change);
  g_assert_nonnull (error);
  if (message)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (fact_store_get_head (desk->store), ==, head);
}

static void
assert_text_refused (Desk       *desk,
                     const char *text,
                     const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  assert_refused (desk, bytes, message);
}

static void
import_text (Desk       *desk,
             const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FactChange) change = import (desk, bytes);

  desk_commit (desk, change);
}

static void
test_damaged (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GBytes) before = export (desk), after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    assert_text_refused (desk, damaged[i].text, damaged[i].message);
  after = export (desk);
  assert_same_text (before, after);
  /* and what they were made of is right, as an editor may leave it */
  import_text (desk, "\xef\xbb\xbf" FILE_OF ("4", STAY ("b1", "a1", "d1") "\r\n" PATIENT_OF ("a1", "AA-75", UID ("e1")) STAFF ("e1")
                                             "{ \"uid\" : \"" UID ("d1") "\", \"type\": \"triage\",\t\"values\": {\"name\": \"G\\u00f6l \\ud83d\\ude00\"} } \r"));
}

static void
test_what_is_here (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);

  import_text (desk, FILE_OF ("3", PATIENT ("a1", "AA-75") TRIAGE ("d1") STAY ("b1", "a1", "d1")));
  assert_text_refused (desk, FILE_OF ("1", PATIENT ("a1", "AA-76")),
                       "Line 2, \"patient\" AA-76: It is here already with other content. Nothing was imported.");
  assert_text_refused (desk, FILE_OF ("1", PATIENT ("a2", "AA-75")),
                       "Line 2, \"patient\" AA-75: Another patient has the code AA-75. Nothing was imported.");
  assert_text_refused (desk, FILE_OF ("1", STAY ("b2", "a1", "d1")),
                       "Line 2, \"stay\" " UID ("b2") ": The patient stands on the board already. Nothing was imported.");
  assert_text_refused (desk, FILE_OF ("1", STAFF ("a1")),
                       "Line 2, \"staff\" CSA: Its \"uid\" belongs to something else here. Nothing was imported.");
  fact_change_remove (change, fact_store_lookup (desk->store, UID ("b1")));
  desk_commit (desk, change);
  assert_text_refused (desk, FILE_OF ("1", STAY ("b1", "a1", "d1")),
                       "Line 2, \"stay\" " UID ("b1") ": It is here already and has been removed. Nothing was imported.");
  /* it refers to records that are here and not in the file */
  import_text (desk, FILE_OF ("1", STAY ("b3", "a1", "d1")));
}

/* Patients for a new file: the vocabulary it has stays. */
static void
test_keeps_vocabulary (void)
{
  g_autoptr (Desk) desk = desk_new ();
  guint n = g_list_model_get_n_items (fact_team_get_vocabulary (desk->team, FACT_TYPE_REASON));

  g_assert_cmpuint (n, >, 0);
  import_text (desk, FILE_OF ("1", PATIENT ("a1", "AA-75")));
  g_assert_cmpuint (g_list_model_get_n_items (fact_team_get_vocabulary (desk->team, FACT_TYPE_REASON)), ==, n);
  /* nor does a later one take it away */
  import_text (desk, FILE_OF ("1", TRIAGE ("d1")));
  g_assert_cmpuint (g_list_model_get_n_items (fact_team_get_vocabulary (desk->team, FACT_TYPE_REASON)), ==, n);
}

static GBytes *
surround (const char *head,
          char        fill_with,
          gsize       n,
          const char *tail)
{
  GString *text = g_string_new ("{\"facttavlan\":1,\"records\":1}\n");

  g_string_append (text, head);
  for (gsize i = 0; i < n; i++)
    g_string_append_c (text, fill_with);
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

static void
test_hostile (void)
{
  static const struct {
    const char *head;
    char fill;
    gsize n;
    const char *tail, *why;
  } inputs[] = {
    { "", '[', 100000, "", "nested too deep" },
    { "{\"values\":", '[', 100000, "", "nested too deep" },
    { "{/* \" */\"values\":", '[', 100000, "/* \" */", "a character that has no place there" },
    { "{'values':", '[', 100000, "'\"'}", "a character that has no place there" },
    { "{\"values\":9223372036854775808}", ' ', 0, "", "a number is out of range" },
    { "{\"values\":-9223372036854775809}", ' ', 0, "", "a number is out of range" },
    { "{\"values\":", '9', 100000, "}", "a number is out of range" },
    { "{\"values\":010}", ' ', 0, "", "a number is out of range" },
    { "{\"values\":-}", ' ', 0, "", "a number is out of range" },
    { "{\"values\":\"a\\u0000b\"}", ' ', 0, "", "a text does not end or holds what is no text" },
    { "{\"values\":\"\\udc00x\"}", ' ', 0, "", "a text does not end or holds what is no text" },
    { "{\"values\":\"\\ud800\"}", ' ', 0, "", "a text does not end or holds what is no text" },
    { "{\"values\":\"\\x\"}", ' ', 0, "", "a text does not end or holds what is no text" },
    { "{\"values\":\"", 'x', 2 * 1024 * 1024, "\"}", "too long" },
    { "", ' ', 2 * 1024 * 1024, "{}", "too long" },
    { "\xff\xfe{", ' ', 0, "}", "not text" },
    { "{} ", '{', 1, "}", "something follows its end" },
    { "}", '[', 100000, "", "it is not built of names and values" },
    { "true", ' ', 0, "", "it is not built of names and values" },
    { "0{}", ' ', 0, "", "it is not built of names and values" },
    { "{\"values\":", ' ', 0, "", "it is cut off" },
    { "[]", ' ', 0, "", "it is not built of names and values" },
    { "{\"a\"\"b\"}", ' ', 0, "", "it is not built of names and values" },
  };
  g_autoptr (Desk) desk = desk_new ();

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++) {
    g_autoptr (GBytes) bytes = surround (inputs[i].head, inputs[i].fill, inputs[i].n, inputs[i].tail);
    g_autofree char *message = g_strdup_printf ("Line 2: Not readable as JSON: %s. Nothing was imported.", inputs[i].why);

    g_test_message ("input %u", i);
    assert_refused (desk, bytes, message);
  }
}

/* One byte is another, or the end is missing: the file is refused or what it says is taken; nothing else happens. */
static void
test_random_damage (void)
{
  g_autoptr (Desk) from = desk_new (), to = desk_new ();
  g_autoptr (GBytes) sent = NULL, before = export (to), after = NULL;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = g_getenv ("FACT_TEST_REDUCED") ? 50 : 500, refused = 0;

  fill (from, 3, 3);
  sent = export (from);
  for (guint i = 0; i < n; i++) {
    gsize size = g_bytes_get_size (sent);
    gsize at = (gsize) g_rand_int_range (rand, 0, (int) size - 1);
    g_autofree char *text = g_strndup (g_bytes_get_data (sent, NULL), size);
    g_autoptr (GBytes) cut = g_bytes_new (text, at), changed = NULL;
    g_autoptr (FactChange) change = NULL;

    assert_refused (to, cut, NULL);
    text[at] = (char) g_rand_int_range (rand, -128, 128);
    changed = g_bytes_new (text, size);
    change = try_import (to, changed, NULL);
    refused += change == NULL;
  }
  g_test_message ("seed %u, %u files cut, %u changed, %u of these refused", seed, n, n, refused);
  g_assert_cmpuint (refused, >, n / 4);
  after = export (to);
  assert_same_text (before, after);
}

static void
test_cancel (void)
{
  g_autoptr (Desk) from = desk_new (), to = desk_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) exported = NULL, imported = NULL;
  g_autoptr (GBytes) sent = NULL;
  g_autoptr (GError) export_error = NULL, import_error = NULL;

  fill (from, 4, 5);
  sent = export (from);
  fact_json_export_async (from->team, cancellable, keep_result_cb, &exported);
  fact_json_import_async (to->team, sent, cancellable, keep_result_cb, &imported);
  g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_null (fact_json_export_finish (from->team, wait_for (&exported), &export_error));
  g_assert_error (export_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fact_json_import_finish (to->team, wait_for (&imported), NULL, &import_error));
  g_assert_error (import_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is changed while an export goes on is not in it. */
static void
test_change_meanwhile (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) before = NULL, during = NULL;

  fill (desk, 5, 5);
  before = export (desk);
  fact_change_set (change, get_word (desk, FACT_TYPE_TRIAGE, 0), "name", "Efteråt", NULL);
  fact_change_add (change, FACT_TYPE_PATIENT, NULL, NOW, "code", "ZZ-99", NULL);
  fact_json_export_async (desk->team, NULL, keep_result_cb, &result);
  desk_commit (desk, change);
  during = fact_json_export_finish (desk->team, wait_for (&result), NULL);
  assert_same_text (before, during);
}

static void
test_too_large (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (FactChange) change = fact_change_new ("test", NULL);
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fact_change_add (change, FACT_TYPE_PATIENT, NULL, NOW, "code", "ZZ-99", "children", text, NULL);
  desk_commit (desk, change);
  fact_json_export_async (desk->team, NULL, keep_result_cb, &result);
  g_assert_null (fact_json_export_finish (desk->team, wait_for (&result), &error));
  g_assert_error (error, FACT_JSON_ERROR, FACT_JSON_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "\"patient\" ZZ-99 holds more than 1 MB of text. Shorten it. Nothing was exported.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/many-shuffled", test_many_shuffled);
  g_test_add_func ("/json/undo", test_undo);
  g_test_add_func ("/json/damaged", test_damaged);
  g_test_add_func ("/json/what-is-here", test_what_is_here);
  g_test_add_func ("/json/keeps-vocabulary", test_keeps_vocabulary);
  g_test_add_func ("/json/hostile", test_hostile);
  g_test_add_func ("/json/random-damage", test_random_damage);
  g_test_add_func ("/json/cancel", test_cancel);
  g_test_add_func ("/json/change-meanwhile", test_change_meanwhile);
  g_test_add_func ("/json/too-large", test_too_large);
  return g_test_run ();
}
