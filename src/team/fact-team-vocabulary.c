/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-vocabulary.h"
#include "fact-team-private.h"

#include "fact-day.h"
#include "fact-organisation.h"
#include "fact-reason.h"

#include <glib/gi18n-lib.h>

#define STEP 1024
#define YEARS_KEPT 5              /* a signature is not given again so long after its last day */

static gboolean
set_values (FactChange         *change,
            FactRecord         *record,
            guint               n,
            const char *const  *names,
            const GValue       *values,
            GError            **error)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (guint i = 0; i < n; i++) {
    int column = fact_record_class_find_column (klass, names[i]);
    g_autoptr (GVariant) stored = NULL;

    g_return_val_if_fail (column >= 0 && G_VALUE_HOLDS (&values[i], klass->pspecs[column]->value_type), FALSE);
    stored = fact_column_store_value (&klass->columns[column], &values[i]);
    if (!fact_change_set_stored (change, record, (guint) column, stored))
      return fact_team_refuse (error, _("\"%s\" does not take this value."), names[i]) != NULL;
  }
  return TRUE;
}

static char *
get_text_after (FactChange *change,
                FactRecord *record,
                const char *name)
{
  int column = fact_record_class_find_column (FACT_RECORD_GET_CLASS (record), name);
  g_autoptr (GVariant) stored = fact_change_get_after (change, record, (guint) column);

  return stored ? g_variant_dup_string (stored, NULL) : NULL;
}

static guint
get_day_after (FactChange *change,
               FactRecord *record,
               const char *name)
{
  g_autofree char *text = get_text_after (change, record, name);

  return fact_day_parse_iso (text);
}

static guint
add_years (guint julian,
           guint years)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_add_years (&date, years);
  return g_date_get_julian (&date);
}

/* Whether both have the signature on one day, when each keeps it for @years after the last day. */
static gboolean
overlaps (guint first,
          guint last,
          guint other_first,
          guint other_last,
          guint years)
{
  return (!last || other_first <= add_years (last, years)) && (!other_last || first <= add_years (other_last, years));
}

/* A signature is one person's: not another's at the same time, nor within five years (domain.md, Staff). */
static gboolean
check_free (FactChange  *change,
            FactRecord  *record,
            FactStaff   *other,
            GError     **error)
{
  const char *signature = fact_staff_get_signature (other);
  guint first = get_day_after (change, record, "from-date"), last = get_day_after (change, record, "until");
  guint other_first = fact_staff_get_from_date (other), other_last = fact_staff_get_until (other);
  g_autofree char *until = fact_day_format_iso (other_last);

  /* The record's own last day comes first when it is the other who began later. */
  if (!overlaps (first, last, other_first, other_last, YEARS_KEPT))
    return TRUE;
  if (!other_last || overlaps (first, last, other_first, other_last, 0))
    return fact_team_refuse (error, _("Somebody has the signature %s already."), signature) != NULL;
  /* Translators: a signature, a date */
  return fact_team_refuse (error, _("%s was somebody else's until %s. A signature is not given again within five years."),
                           signature, until) != NULL;
}

static gboolean
check_period (FactChange  *change,
              FactRecord  *record,
              GError     **error)
{
  guint first = get_day_after (change, record, "from-date"), last = get_day_after (change, record, "until");

  if (!last || first <= last)
    return TRUE;
  return fact_team_refuse (error, _("The last day is before the first.")) != NULL;
}

static gboolean
check_signature (FactTeam    *self,
                 FactChange  *change,
                 FactRecord  *record,
                 GError     **error)
{
  g_autoptr (GPtrArray) staff = fact_vocabulary_list (fact_team_get_vocabulary_of (self, FACT_TYPE_STAFF));
  g_autofree char *signature = get_text_after (change, record, "signature");
  g_autofree char *folded = g_utf8_casefold (signature ? signature : "", -1);
  const char *fault = fact_typed_words_get_signature_fault (fact_cases_get_words (self->cases),
                                                            signature ? signature : "");

  if (fault)
    return fact_team_refuse (error, "%s", fault) != NULL;
  if (!check_period (change, record, error))
    return FALSE;
  for (guint i = 0; i < staff->len; i++) {
    g_autofree char *other = g_utf8_casefold (fact_staff_get_signature (staff->pdata[i]), -1);

    if (staff->pdata[i] != record && g_str_equal (other, folded) &&
        !check_free (change, record, staff->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_same (const char *word,
         const char *folded)
{
  g_autofree char *other = word ? g_utf8_casefold (word, -1) : NULL;

  return g_strcmp0 (other, folded) == 0;
}

/* By its name, its name in tables or its short form. */
static gboolean
is_called (FactRecord *record,
           const char *folded)
{
  if (is_same (fact_vocabulary_get_label (record), folded))
    return TRUE;
  if (FACT_IS_TRIAGE (record))
    return is_same (fact_triage_get_sheet_name (FACT_TRIAGE (record)), folded);
  if (FACT_IS_REASON (record))
    return is_same (fact_reason_get_sheet_name (FACT_REASON (record)), folded);
  return FACT_IS_KIND (record) && is_same (fact_kind_get_short_label (FACT_KIND (record)), folded);
}

/* Two words of one kind that are called the same could not be told apart, on the board, in a cell or in a table; no more
 * can a kind or triage state and a signature. */
static gboolean
check_name (FactTeam    *self,
            FactRecord  *record,
            const char  *name,
            GError     **error)
{
  FactVocabulary *vocabulary = fact_team_get_vocabulary_of (self, G_OBJECT_TYPE (record));
  g_autoptr (GPtrArray) all = fact_vocabulary_list (vocabulary);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < all->len; i++) {
    if (all->pdata[i] != record && is_called (all->pdata[i], folded))
      return fact_team_refuse (error, _("There is another one called %s."), name) != NULL;
  }
  if ((FACT_IS_KIND (record) || FACT_IS_TRIAGE (record)) &&
      fact_typed_words_find_staff (fact_cases_get_words (self->cases), name, FALSE))
    return fact_team_refuse (error, _("%s is somebody's signature."), name) != NULL;
  return TRUE;
}

/* What it is called by this change; what it was called before has been looked at then. */
static gboolean
check_names (FactTeam    *self,
             FactChange  *change,
             FactRecord  *record,
             GError     **error)
{
  static const char *const columns[] = { "name", "sheet-name", "short-name" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    int column = fact_record_class_find_column (FACT_RECORD_GET_CLASS (record), columns[i]);
    g_autoptr (GVariant) before = column >= 0 ? fact_record_get_stored (record, (guint) column) : NULL;
    g_autoptr (GVariant) after = column >= 0 ? fact_change_get_after (change, record, (guint) column) : NULL;

    if (after && (!before || !g_variant_equal (before, after)) &&
        !check_name (self, record, g_variant_get_string (after, NULL), error))
      return FALSE;
  }
  return TRUE;
}

/* A word needs something to be called by: a name of its own or a role that has one. */
static gboolean
check_word (FactTeam    *self,
            FactChange  *change,
            FactRecord  *record,
            GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;

  if (FACT_IS_STAFF (record))
    return check_signature (self, change, record, error);
  name = get_text_after (change, record, "name");
  if (!FACT_IS_ORGANISATION (record))
    role = get_text_after (change, record, "role");
  if (!name && (!role || g_str_equal (role, "none")))
    return fact_team_refuse (error, _("A name is needed.")) != NULL;
  return check_names (self, change, record, error);
}

static int
get_end (FactTeam *self,
         GType     type)
{
  g_autoptr (GPtrArray) all = fact_vocabulary_list (fact_team_get_vocabulary_of (self, type));

  return (all->len ? fact_vocabulary_get_position (all->pdata[all->len - 1]) : 0) + STEP;
}

FactChange *
fact_team_add_word (FactTeam           *self,
                    GType               type,
                    guint               n,
                    const char *const  *names,
                    const GValue       *values,
                    GError            **error)
{
  g_autoptr (FactChange) change = NULL;
  FactRecord *record;

  g_return_val_if_fail (FACT_IS_TEAM (self) && fact_team_get_vocabulary_of (self, type), NULL);

  change = fact_team_begin (self, "vocabulary.add", NULL, NULL, error);
  if (!change)
    return NULL;
  record = fact_change_add (change, type, NULL, fact_team_get_now (self), "position", get_end (self, type), NULL);
  if (!set_values (change, record, n, names, values, error) || !check_word (self, change, record, error))
    return NULL;
  return g_steal_pointer (&change);
}

FactChange *
fact_team_edit_word (FactTeam           *self,
                     gpointer            record,
                     guint               n,
                     const char *const  *names,
                     const GValue       *values,
                     GError            **error)
{
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_RECORD (record), NULL);

  change = fact_team_begin (self, "vocabulary.edit", record, NULL, error);
  if (!change || !set_values (change, record, n, names, values, error) || !check_word (self, change, record, error))
    return NULL;
  return g_steal_pointer (&change);
}

FactChange *
fact_team_move_word (FactTeam  *self,
                     gpointer   record,
                     gpointer   next,
                     GError   **error)
{
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint place;
  int before, after;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_RECORD (record) && record != next, NULL);

  change = fact_team_begin (self, "vocabulary.move", record, NULL, error);
  if (!change)
    return NULL;
  all = fact_vocabulary_list (fact_team_get_vocabulary_of (self, G_OBJECT_TYPE (record)));
  g_ptr_array_remove (all, record);
  if (!next || !g_ptr_array_find (all, next, &place))
    place = all->len;
  before = place > 0 ? fact_vocabulary_get_position (all->pdata[place - 1]) : 0;
  after = place < all->len ? fact_vocabulary_get_position (all->pdata[place]) : before + 2 * STEP;
  if (after - before > 1) {
    fact_change_set (change, record, "position", before + (after - before) / 2, NULL);
    return g_steal_pointer (&change);
  }
  /* no room between them: everything gets a new number */
  g_ptr_array_insert (all, (int) place, record);
  for (guint i = 0; i < all->len; i++)
    fact_change_set (change, all->pdata[i], "position", ((int) i + 1) * STEP, NULL);
  return g_steal_pointer (&change);
}

FactChange *
fact_team_remove_word (FactTeam  *self,
                       gpointer   record,
                       GError   **error)
{
  g_autoptr (FactChange) change = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_RECORD (record), NULL);

  change = fact_team_begin (self, "vocabulary.remove", record, NULL, error);
  if (change)
    fact_change_remove (change, record);
  return g_steal_pointer (&change);
}
