/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-import-private.h"

#include <string.h>

enum {
  PROP_0,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactTeamImport, fact_team_import, G_TYPE_OBJECT)

static void
row_free (FactImportRow *row)
{
  g_free (row->code);
  for (guint i = 0; i < FACT_IMPORT_N_CELLS; i++)
    g_free (row->cells[i]);
  g_clear_object (&row->triage);
  g_ptr_array_unref (row->bearers);
  g_free (row);
}

static void
fact_team_import_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  FactTeamImport *self = FACT_TEAM_IMPORT (object);

  switch (prop_id) {
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_team_import_finalize (GObject *object)
{
  FactTeamImport *self = FACT_TEAM_IMPORT (object);

  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_object (&self->change);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->known_by_base);
  g_hash_table_unref (self->known_by_code);
  g_hash_table_unref (self->known_by_uid);
  g_hash_table_unref (self->noted);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->new_people);
  g_ptr_array_unref (self->texts);
  g_object_unref (self->team);
  G_OBJECT_CLASS (fact_team_import_parent_class)->finalize (object);
}

static void
fact_team_import_class_init (FactTeamImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fact_team_import_get_property;
  object_class->finalize = fact_team_import_finalize;
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fact_team_import_init (FactTeamImport *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->known_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->known_by_base = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->known_by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) fact_import_known_free);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_import_word_free);
  self->municipalities = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_import_word_free);
  self->new_people = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FactTeamImport *
fact_team_import_new (FactTeam *team,
                      FactWeek  week)
{
  FactTeamImport *self;

  g_return_val_if_fail (FACT_IS_TEAM (team) && week != 0, NULL);

  self = g_object_new (FACT_TYPE_TEAM_IMPORT, NULL);
  self->team = g_object_ref (team);
  self->week = fact_week_from_day (week);
  return self;
}

void
fact_team_import_add_row (FactTeamImport    *self,
                          guint              number,
                          const char        *code,
                          guint              date,
                          FactTriage        *triage,
                          const char *const  cells[FACT_IMPORT_N_CELLS])
{
  FactImportRow *row = g_new0 (FactImportRow, 1);

  g_return_if_fail (FACT_IS_TEAM_IMPORT (self));

  row->number = number;
  row->code = g_strdup (code);
  row->date = date;
  row->triage = g_object_ref (triage);
  row->bearers = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_import_bearer_free);
  for (guint i = 0; i < FACT_IMPORT_N_CELLS; i++)
    row->cells[i] = g_strdup (cells[i]);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->by_code, row->code, row);
}

void
fact_team_import_note (FactTeamImport *self,
                       GPtrArray      *list,
                       const char     *text)
{
  g_autofree char *key = g_strdup_printf ("%p%s", list, text);

  if (g_hash_table_add (self->noted, g_steal_pointer (&key)))
    g_ptr_array_add (list, g_strdup (text));
}

void
fact_team_import_set_progress (FactTeamImport *self,
                               double          progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

GPtrArray *
fact_team_import_get_words (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->words;
}

GPtrArray *
fact_team_import_get_municipalities (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->municipalities;
}

GPtrArray *
fact_team_import_get_new_people (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->new_people;
}

static FactImportRow *
get_row (FactTeamImport *self,
         guint           row)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len, NULL);
  return self->rows->pdata[row];
}

GPtrArray *
fact_team_import_get_bearers (FactTeamImport *self,
                              guint           row)
{
  FactImportRow *one = get_row (self, row);

  return one ? one->bearers : NULL;
}

void
fact_team_import_set_bearer (FactTeamImport *self,
                             guint           row,
                             guint           bearer)
{
  FactImportRow *one = get_row (self, row);

  g_return_if_fail (one && (bearer == G_MAXUINT || bearer < one->bearers->len));
  one->bearer = bearer;
  if (bearer == G_MAXUINT)
    one->verdict = FACT_IMPORT_ASKED;
}

guint
fact_team_import_get_bearer (FactTeamImport *self,
                             guint           row)
{
  FactImportRow *one = get_row (self, row);

  return one ? one->bearer : G_MAXUINT;
}

guint
fact_team_import_get_n_rows (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), 0);
  return self->rows->len;
}

FactImportVerdict
fact_team_import_get_verdict (FactTeamImport *self,
                              guint           row)
{
  FactImportRow *one = get_row (self, row);

  return one ? one->verdict : FACT_IMPORT_SAME;
}

const char *
fact_team_import_get_code (FactTeamImport *self,
                           guint           row)
{
  FactImportRow *one = get_row (self, row);

  return one ? one->code : NULL;
}

GPtrArray *
fact_team_import_get_texts (FactTeamImport *self)
{
  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), NULL);
  return self->texts;
}

/* Whether a row of the table is taken to be about the patient with @code. */
static gboolean
is_in_table (FactTeamImport *self,
             const char     *code)
{
  if (g_hash_table_contains (self->by_code, code))
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    FactImportRow *row = self->rows->pdata[i];

    if (row->bearer > 0 && row->bearer < row->bearers->len &&
        strcmp (((FactImportBearer *) row->bearers->pdata[row->bearer])->code, code) == 0)
      return TRUE;
  }
  return FALSE;
}

GPtrArray *
fact_team_import_get_missing (FactTeamImport *self)
{
  FactBoard *board;
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self), missing);

  board = fact_team_get_board (self->team);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++) {
    const char *code = fact_board_row_get_code (fact_board_get_row (board, i));

    if (!is_in_table (self, code))
      g_ptr_array_add (missing, g_strdup (code));
  }
  return missing;
}
