/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-vocabulary.h"
#include "fact-team-private.h"

#include "fact-organisation.h"

#include <glib/gi18n-lib.h>

#define STEP 1024

static gboolean
set_values (FactChange         *change,
            FactRecord         *record,
            guint               n,
            const char *const  *names,
            const GValue       *values,
            GError            **error)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (record);

  for (guint i = 0; i < n; i++)
    {
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

static gboolean
overlaps (FactChange *change,
          FactRecord *record,
          FactStaff  *other)
{
  g_autofree char *from = get_text_after (change, record, "from-date");
  g_autofree char *until = get_text_after (change, record, "until");
  guint first = fact_day_parse_iso (from), last = fact_day_parse_iso (until);
  guint other_first = fact_staff_get_from_date (other), other_last = fact_staff_get_until (other);

  return (!last || other_first <= last) && (!other_last || first <= other_last);
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
  for (guint i = 0; i < staff->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (fact_staff_get_signature (staff->pdata[i]), -1);

      if (staff->pdata[i] != record && g_str_equal (other, folded) && overlaps (change, record, staff->pdata[i]))
        return fact_team_refuse (error, _("Somebody has the signature %s already."), signature) != NULL;
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
  return TRUE;
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
  if (after - before > 1)
    {
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
