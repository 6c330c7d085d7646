/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import does to a patient, in words. */

#include "fact-team-import-private.h"

#include "fact-change-private.h"

#include <glib/gi18n-lib.h>

/* Longer texts are cut: it is a list to look over. */
#define MAX_CHARS 60

static const struct {
  const char *column;
  const char *word;
} words[] = {
  { "triage", N_("triage") },
  { "date", N_("date") },
  { "reason", N_("reason") },
  { "care_contact", N_("care contact") },
  { "physician", N_("physician") },
  { "municipality", N_("municipality") },
  { "other_providers", N_("other providers") },
  { "children", N_("children under 18") },
  { "situation", N_("situation") },
  { "actions", N_("actions") },
  { "safety", N_("safety") },
  { "time", N_("time") },
  { "kind", N_("kind") },
  { "text", N_("text") },
};

static void
append_line (GString    *text,
             const char *line)
{
  g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
}

static FactRecord *
lookup (FactTeamImport *self,
        const char     *uid)
{
  FactRecord *record = fact_store_lookup (self->team->store, uid);

  if (record)
    return record;
  if (!self->added) {
    self->added = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < fact_change_get_n_edits (self->change); i++) {
      FactRecord *one = fact_change_get_record (self->change, i);

      if (fact_change_is_added (self->change, i))
        g_hash_table_insert (self->added, (gpointer) fact_record_get_uid (one), one);
    }
  }
  return g_hash_table_lookup (self->added, uid);
}

/* The name of a word of the team; of one this import adds what it will be called. (transfer full) */
static char *
get_label (FactTeamImport *self,
           const char     *uid)
{
  static const char *const names[] = { "signature", "name" };
  FactRecord *record = lookup (self, uid);

  if (!record)
    return g_strdup ("?");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    int column = fact_record_class_find_column (FACT_RECORD_GET_CLASS (record), names[i]);
    g_autoptr (GVariant) name = column >= 0 ? fact_change_get_after (self->change, record, (guint) column) : NULL;

    if (name)
      return g_variant_dup_string (name, NULL);
  }
  return g_strdup (fact_vocabulary_get_label (record));
}

static char *
quote (const char *text)
{
  g_autofree char *start = NULL, *cut = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CHARS)
    return g_strdup_printf (_("\"%s\""), text);
  start = g_utf8_substring (text, 0, MAX_CHARS);
  cut = g_strconcat (start, "…", NULL);
  return g_strdup_printf (_("\"%s\""), cut);
}

static char *
name_value (FactTeamImport   *self,
            const FactColumn *column,
            GVariant         *value)
{
  if (!value)
    /* Translators: no value, in "reason: – → Life events" */
    return g_strdup (C_("value", "–"));
  if (column->kind == FACT_COLUMN_DATE)
    return fact_day_format (fact_day_parse_iso (g_variant_get_string (value, NULL)));
  if (column->kind == FACT_COLUMN_RECORD)
    return get_label (self, g_variant_get_string (value, NULL));
  if (column->kind == FACT_COLUMN_TEXT)
    return quote (g_variant_get_string (value, NULL));
  return g_variant_print (value, FALSE);
}

static GVariant *
get_after (FactTeamImport *self,
           FactRecord     *record,
           const char     *name)
{
  int column = fact_record_class_find_column (FACT_RECORD_GET_CLASS (record), name);

  return column < 0 ? NULL : fact_change_get_after (self->change, record, (guint) column);
}

static void
append_values (FactTeamImport       *self,
               GString              *text,
               const char           *prefix,
               const FactChangeEdit *edit)
{
  FactRecordClass *klass = FACT_RECORD_GET_CLASS (edit->record);

  for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
    int column = fact_record_class_find_column (klass, words[w].column);

    for (guint i = 0; column >= 0 && i < edit->values->len; i++) {
      const FactChangedValue *value = &g_array_index (edit->values, FactChangedValue, i);
      g_autofree char *before = NULL, *after = NULL, *words_of_it = NULL, *line = NULL;

      if (value->column != (guint) column)
        continue;
      before = name_value (self, &klass->columns[column], value->before);
      after = name_value (self, &klass->columns[column], value->after);
      /* Translators: what a value is called, the value before, the value after: "triage: Observation → Crisis" */
      words_of_it = g_strdup_printf (_("%s: %s → %s"), _(words[w].word), before, after);
      line = g_strconcat (prefix, words_of_it, NULL);
      append_line (text, line);
    }
  }
}

/* "CSA+HMR 13:00 SIP": who, when and what. (transfer full) */
static char *
name_contact (FactTeamImport *self,
              FactRecord     *contact)
{
  g_autoptr (GVariant) who = get_after (self, contact, "who");
  g_autoptr (GVariant) time = get_after (self, contact, "time");
  g_autoptr (GVariant) kind = get_after (self, contact, "kind");
  g_autoptr (GVariant) words_of_it = get_after (self, contact, "text");
  g_autofree char *kind_name = kind ? get_label (self, g_variant_get_string (kind, NULL)) : NULL;
  const char *parts[] = { time ? g_variant_get_string (time, NULL) : NULL, kind_name,
                          words_of_it ? g_variant_get_string (words_of_it, NULL) : NULL };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; who && i < g_variant_n_children (who); i++) {
    const char *uid;
    g_autofree char *label = NULL;

    g_variant_get_child (who, i, "&s", &uid);
    label = get_label (self, uid);
    g_string_append_printf (text, "%s%s", i ? "+" : "", label);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i])
      g_string_append_printf (text, "%s%s", text->len ? " " : "", parts[i]);
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_removed (const FactChangeEdit *edit)
{
  /* The first column of every record is "removed". */
  return edit->values->len > 0 && g_array_index (edit->values, FactChangedValue, 0).column == 0;
}

static void
append_contact (FactTeamImport       *self,
                GString              *text,
                const FactChangeEdit *edit)
{
  g_autoptr (GVariant) date = get_after (self, edit->record, "date");
  g_autofree char *day = fact_day_format (fact_day_parse_iso (date ? g_variant_get_string (date, NULL) : NULL));
  g_autofree char *contact = name_contact (self, edit->record);
  g_autofree char *line = NULL;

  if (edit->added)
    /* Translators: a day, a contact: "Wed 15 May: CSA is added" */
    line = g_strdup_printf (_("%s: %s is added"), day, contact);
  else if (is_removed (edit))
    /* Translators: a day, a contact: "Wed 15 May: CSA is taken away" */
    line = g_strdup_printf (_("%s: %s is taken away"), day, contact);
  if (line) {
    append_line (text, line);
    return;
  }
  line = g_strdup_printf ("%s %s, ", day, contact);
  append_values (self, text, line, edit);
}

static void
append_stay (FactTeamImport *self,
             GString        *text,
             FactRecord     *stay)
{
  g_autoptr (GVariant) triage = get_after (self, stay, "triage");
  g_autoptr (GVariant) date = get_after (self, stay, "date");
  g_autofree char *label = triage ? get_label (self, g_variant_get_string (triage, NULL)) : NULL;
  g_autofree char *day = fact_day_format_short (fact_day_parse_iso (date ? g_variant_get_string (date, NULL) : NULL));
  g_autofree char *line = NULL;

  /* Translators: a triage state, a date as boards write it: "Crisis, on the board since 190513" */
  line = g_strdup_printf (_("%s, on the board since %s"), label ? label : "?", day);
  append_line (text, line);
}

char *
fact_team_import_describe_row (FactTeamImport *self,
                               guint           row)
{
  FactImportRow *one;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FACT_IS_TEAM_IMPORT (self) && row < self->rows->len && self->change, NULL);

  one = self->rows->pdata[row];
  for (guint i = one->first_edit; i < one->first_edit + one->n_edits; i++) {
    const FactChangeEdit *edit = fact_change_get_edit (self->change, i);

    if (FACT_IS_CONTACT (edit->record))
      append_contact (self, text, edit);
    else if (FACT_IS_STAY (edit->record) && edit->added)
      append_stay (self, text, edit->record);
    else if (!edit->added)
      append_values (self, text, "", edit);
  }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
