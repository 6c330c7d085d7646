/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values in words: what a change set, from and to. */

#include "fact-history-private.h"
#include "fact-team-private.h"

#include <glib/gi18n-lib.h>

/* A change of more records than this is told by its words alone. */
#define MAX_TOLD 12

static const struct {
  const char *column;
  const char *word;
} words[] = {
  { "code", N_("code") },
  { "triage", N_("triage") },
  { "date", N_("date") },
  { "reason", N_("reason") },
  { "situation", N_("situation") },
  { "actions", N_("actions") },
  { "safety", N_("safety") },
  { "care_contact", N_("care contact") },
  { "physician", N_("physician") },
  { "municipality", N_("municipality") },
  { "municipal_contact", N_("municipal contact") },
  { "other_providers", N_("other providers") },
  { "children", N_("children under 18") },
  { "until", N_("taken off the board") },
  { "helped_text", N_("what helped") },
  { "follows_up", N_("who follows up") },
  { "who", N_("who takes part") },
  { "time", N_("time") },
  { "kind", N_("kind") },
  { "text", N_("text") },
  { "status", N_("status") },
};

static const char *
label_of (FactTeam   *self,
          const char *uid)
{
  FactRecord *record = fact_store_lookup (self->store, uid);

  return record ? fact_vocabulary_get_label (record) : "?";
}

static char *
join_labels (FactTeam *self,
             GVariant *uids)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (uids); i++) {
    const char *uid;

    g_variant_get_child (uids, i, "&s", &uid);
    g_string_append_printf (text, "%s%s", i ? "+" : "", label_of (self, uid));
  }
  return g_string_free (text, FALSE);
}

static char *
name_enum (const FactColumn *column,
           const char       *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (column->get_type ());
  GEnumValue *value = g_enum_get_value_by_nick (klass, nick);

  if (value && column->get_type () == FACT_TYPE_CONTACT_STATUS)
    return g_strdup (fact_contact_status_get_word ((FactContactStatus) value->value));
  return g_strdup (nick);
}

/* (transfer full) */
static char *
name_value (FactTeam         *self,
            const FactColumn *column,
            GVariant         *value)
{
  if (!value)
    /* Translators: no value, in "reason: – → Life events" */
    return g_strdup (C_("value", "–"));
  switch (column->kind) {
  case FACT_COLUMN_DATE:
    return fact_day_format (fact_day_parse_iso (g_variant_get_string (value, NULL)));
  case FACT_COLUMN_RECORD:
    return g_strdup (label_of (self, g_variant_get_string (value, NULL)));
  case FACT_COLUMN_RECORDS:
    return join_labels (self, value);
  case FACT_COLUMN_ENUM:
    return name_enum (column, g_variant_get_string (value, NULL));
  case FACT_COLUMN_TEXT:
    /* Translators: a text that somebody wrote, quoted */
    return g_strdup_printf (_("\"%s\""), g_variant_get_string (value, NULL));
  case FACT_COLUMN_INTEGER:
  case FACT_COLUMN_BOOLEAN:
  default:
    return g_variant_print (value, FALSE);
  }
}

static void
append_value (FactTeam            *self,
              GString             *text,
              const FactEdit      *edit,
              const FactColumn    *column,
              const FactEditValue *value,
              const char          *word)
{
  g_autofree char *before = name_value (self, column, value->before);
  g_autofree char *after = name_value (self, column, value->after);

  if (text->len)
    g_string_append_c (text, '\n');
  if (edit->added)
    /* Translators: what a value is called, the value: "triage: Crisis" */
    g_string_append_printf (text, _("%s: %s"), word, after);
  else
    /* Translators: what a value is called, the value before, the value after: "triage: Observation → Crisis" */
    g_string_append_printf (text, _("%s: %s → %s"), word, before, after);
}

char *
fact_team_describe_value (FactTeam         *self,
                          const FactColumn *column,
                          GVariant         *from,
                          GVariant         *to,
                          guint            *place)
{
  const FactEditValue value = { .before = from, .after = to };
  const FactEdit edit = { 0 };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
    g_autoptr (GString) text = g_string_new (NULL);

    if (!g_str_equal (words[w].column, column->name))
      continue;
    append_value (self, text, &edit, column, &value, _(words[w].word));
    *place = w;
    return g_string_free (g_steal_pointer (&text), FALSE);
  }
  return NULL;
}

/* In the order of the words, not of the file. */
static void
append_edit (FactTeam        *self,
             GString         *text,
             const FactEntry *entry,
             const FactEdit  *edit)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (edit->type);
  FactPatient *other = g_strcmp0 (edit->subject, entry->subject) && edit->subject
                         ? fact_store_lookup (self->store, edit->subject) : NULL;

  for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
    /* Of a change about several patients each value says whose it is. */
    g_autofree char *word = g_strconcat (other ? other->code : "", other ? ", " : "", _(words[w].word), NULL);
    int column = fact_record_class_find_column ((FactRecordClass *) klass, words[w].column);

    for (guint i = 0; column >= 0 && i < edit->n_values; i++) {
      if (edit->values[i].column == (guint) column)
        append_value (self, text, edit, &((FactRecordClass *) klass)->columns[column], &edit->values[i],
                      word);
    }
  }
}

static gboolean
is_told (const FactEdit *edit)
{
  if (edit->added)
    return edit->type == FACT_TYPE_STAY;
  return edit->type == FACT_TYPE_STAY || edit->type == FACT_TYPE_PATIENT || edit->type == FACT_TYPE_CONTACT;
}

char *
fact_team_describe_values (FactTeam        *self,
                           const FactEntry *entry,
                           const FactEdit  *edits,
                           guint            n_edits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* The words of a move between triage states are from and to already. */
  if (n_edits > MAX_TOLD || g_str_equal (entry->verb, "stay.triage"))
    return NULL;
  /* One contact and its day stand in the words of the change. */
  if (n_edits > 1 && g_str_equal (entry->verb, "contact.plan"))
    return fact_team_describe_planned (self, entry, edits, n_edits);
  for (guint e = 0; e < n_edits; e++) {
    if (is_told (&edits[e]))
      append_edit (self, text, entry, &edits[e]);
  }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
