/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-words.h"
#include "fact-history-private.h"
#include "fact-team-private.h"

#include "fact-team-patient.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What stands in the journal about one change, looked at from the words' side. */
typedef struct {
  FactTeam *team;
  const FactEntry *entry;
  const FactEdit *edits;
  guint n_edits;
  GHashTable *stood;               /* (nullable): uid to the record as it stood then */
} Told;

static const char *
get_text (GVariant *stored)
{
  return stored && g_variant_is_of_type (stored, G_VARIANT_TYPE_STRING) ? g_variant_get_string (stored, NULL) : NULL;
}

static FactRecord *
lookup (Told       *told,
        const char *uid)
{
  return uid ? fact_store_lookup (told->team->store, uid) : NULL;
}

/* The code the change gave, or the one now: the same words before and after an undo. */
static const char *
get_code (Told       *told,
          const char *uid)
{
  FactRecord *patient = lookup (told, uid);

  for (guint i = 0; uid && i < told->n_edits; i++) {
    GVariant *after = NULL;

    if (told->edits[i].type == FACT_TYPE_PATIENT && g_str_equal (told->edits[i].uid, uid) &&
        fact_edit_find (&told->edits[i], "code", NULL, &after) && get_text (after))
      return get_text (after);
  }
  if (patient && FACT_IS_PATIENT (patient) && ((FactPatient *) patient)->code)
    return ((FactPatient *) patient)->code;
  /* Translators: stands where the code of a patient would stand */
  return _("a patient");
}

static const char *
get_label (Told     *told,
           GVariant *stored)
{
  FactRecord *record = lookup (told, get_text (stored));

  return record ? fact_vocabulary_get_label (record) : "?";
}

/* The first edit that changes @column of a record of @type. */
static const FactEdit *
find_edit (Told        *told,
           GType        type,
           const char  *column,
           GVariant   **before,
           GVariant   **after)
{
  for (guint i = 0; i < told->n_edits; i++) {
    if (told->edits[i].type == type && (!column || fact_edit_find (&told->edits[i], column, before, after)))
      return &told->edits[i];
  }
  return NULL;
}

/* The value of a column as the change left it; what it did not touch, as it stood then, or else as it is now.
 * (transfer full) */
static GVariant *
get_after (Told           *told,
           const FactEdit *edit,
           const char     *column)
{
  GVariant *after = NULL;
  FactRecord *record;

  if (fact_edit_find (edit, column, NULL, &after))
    return after ? g_variant_ref (after) : NULL;
  record = told->stood ? g_hash_table_lookup (told->stood, edit->uid) : NULL;
  if (!record)
    record = edit->added ? NULL : lookup (told, edit->uid);
  return record ? fact_record_get_stored (record, (guint) fact_record_class_find_column (FACT_RECORD_GET_CLASS (record),
                                                                                         column))
                : NULL;
}

static void
append_word (GString    *text,
             const char *word)
{
  if (word && *word)
    g_string_append_printf (text, "%s%s", text->len ? " " : "", word);
}

static void
append_signatures (Told     *told,
                   GString  *text,
                   GVariant *who)
{
  for (gsize i = 0; who && i < g_variant_n_children (who); i++) {
    g_autoptr (GVariant) uid = g_variant_get_child_value (who, i);

    g_string_append_printf (text, "%s%s", i ? "+" : "", get_label (told, uid));
  }
}

/* "CSA tele" */
static char *
describe_contact (Told           *told,
                  const FactEdit *edit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GVariant) who = edit ? get_after (told, edit, "who") : NULL;
  g_autoptr (GVariant) time = edit ? get_after (told, edit, "time") : NULL;
  g_autoptr (GVariant) kind = edit ? get_after (told, edit, "kind") : NULL;
  g_autoptr (GVariant) words = edit ? get_after (told, edit, "text") : NULL;
  FactRecord *kind_record = lookup (told, get_text (kind));

  append_signatures (told, text, who);
  append_word (text, get_text (time));
  append_word (text, kind_record ? fact_kind_get_short_label (FACT_KIND (kind_record)) : NULL);
  append_word (text, get_text (words));
  if (text->len == 0)
    g_string_append (text, C_("contact", "a contact"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_contact_day (Told           *told,
                      const FactEdit *edit)
{
  g_autoptr (GVariant) date = edit ? get_after (told, edit, "date") : NULL;

  return fact_day_format (fact_day_parse_iso (get_text (date)));
}

static char *
describe_triage (Told *told)
{
  GVariant *before = NULL, *after = NULL;
  const char *code = get_code (told, told->entry->subject);

  if (!find_edit (told, FACT_TYPE_STAY, "triage", &before, &after))
    return NULL;
  /* Translators: code of a patient, triage before, triage after */
  return g_strdup_printf (_("Move %s from %s to %s"), code, get_label (told, before), get_label (told, after));
}

static const struct {
  const char *column;
  const char *word;
} field_words[] = {
  { "date", N_("date") },
  { "reason", N_("reason") },
  { "situation", N_("situation") },
  { "actions", N_("actions") },
  { "safety", N_("safety") },
  { "code", N_("code") },
  { "care_contact", N_("care contact") },
  { "physician", N_("physician") },
  { "municipality", N_("municipality") },
  { "other_providers", N_("other providers") },
  { "children", N_("children under 18") },
  { "municipal_contact", N_("municipal contact") },
};

static char *
describe_field (Told *told)
{
  const char *code = get_code (told, told->entry->subject);

  for (guint i = 0; i < G_N_ELEMENTS (field_words); i++) {
    for (guint e = 0; e < told->n_edits; e++) {
      if ((told->edits[e].type == FACT_TYPE_STAY || told->edits[e].type == FACT_TYPE_PATIENT) &&
          fact_edit_find (&told->edits[e], field_words[i].column, NULL, NULL))
        /* Translators: a column of the board and the code of a patient: "Change situation of DD-75" */
        return g_strdup_printf (_("Change %s of %s"), _(field_words[i].word), code);
    }
  }
  return g_strdup_printf (_("Change %s"), code);
}

static char *
describe_status (Told *told)
{
  GVariant *after = NULL;
  const FactEdit *edit = find_edit (told, FACT_TYPE_CONTACT, "status", NULL, &after);
  g_autofree char *contact = describe_contact (told, edit);
  g_autoptr (GEnumClass) klass = g_type_class_ref (FACT_TYPE_CONTACT_STATUS);
  GEnumValue *value = get_text (after) ? g_enum_get_value_by_nick (klass, get_text (after)) : NULL;

  /* Translators: a contact, the code of a patient, a status: "CSA tele, DD-75: Done" */
  return g_strdup_printf (_("%s, %s: %s"), contact, get_code (told, told->entry->subject),
                          value ? fact_contact_status_get_word (value->value) : "?");
}

static char *
describe_plan (Told *told)
{
  const FactEdit *edit = find_edit (told, FACT_TYPE_CONTACT, NULL, NULL, NULL);
  g_autofree char *contact = describe_contact (told, edit);
  g_autofree char *day = describe_contact_day (told, edit);

  if (told->n_edits > 1)
    return g_strdup_printf (ngettext ("Plan %u contact for %s", "Plan %u contacts for %s", told->n_edits), told->n_edits,
                            get_code (told, told->entry->subject));
  /* Translators: a contact, the code of a patient, a day: "Plan CSA tele for DD-75, wed 18 nov" */
  return g_strdup_printf (_("Plan %s for %s, %s"), contact, get_code (told, told->entry->subject), day);
}

/* The last contact edited is where it went: of a move to another patient the one that was added. */
static char *
describe_move (Told       *told,
               const char *same_patient,
               const char *other_patient)
{
  const FactEdit *edit = told->n_edits ? &told->edits[told->n_edits - 1] : NULL;
  g_autofree char *contact = describe_contact (told, edit);
  g_autofree char *day = describe_contact_day (told, edit);
  const char *from = get_code (told, told->entry->subject);

  if (edit && g_strcmp0 (edit->subject, told->entry->subject) != 0)
    return g_strdup_printf (other_patient, contact, from, get_code (told, edit->subject), day);
  return g_strdup_printf (same_patient, contact, from, day);
}

static char *
describe_one_contact (Told       *told,
                      const char *format)
{
  g_autofree char *contact = describe_contact (told, find_edit (told, FACT_TYPE_CONTACT, NULL, NULL, NULL));

  return g_strdup_printf (format, contact, get_code (told, told->entry->subject));
}

static char *
describe_word (Told       *told,
               const char *format)
{
  FactRecord *record = told->n_edits ? lookup (told, told->edits[0].uid) : NULL;

  return g_strdup_printf (format, record ? fact_vocabulary_get_label (record) : "?");
}

static char *
describe_code (Told       *told,
               const char *format)
{
  return g_strdup_printf (format, get_code (told, told->entry->subject));
}

static char *
describe_restored_contact (Told           *told,
                           const FactEdit *edit)
{
  GVariant *removed = NULL;

  if (!fact_edit_find (edit, "removed", NULL, &removed))
    /* Translators: values of a contact that are set back; the contact ("CSA tele") and the code of a patient */
    return describe_one_contact (told, _("Restore %s, %s"));
  /* Translators: a contact that was removed is there again; the contact ("CSA tele") and the code of a patient */
  return describe_one_contact (told, removed ? _("Remove %s, %s") : _("Bring back %s, %s"));
}

static char *
describe_restored_field (Told           *told,
                         const FactEdit *edit)
{
  const char *code = get_code (told, told->entry->subject);
  GVariant *after = NULL;

  if (fact_edit_find (edit, "triage", NULL, &after))
    /* Translators: code of a patient, a triage state that is set back */
    return g_strdup_printf (_("Restore %s to %s"), code, get_label (told, after));
  if (edit->type == FACT_TYPE_STAY && fact_edit_find (edit, "removed", NULL, &after))
    return describe_code (told, after ? C_("change", "Take %s off the board") : C_("change", "Put %s on the board"));
  if (edit->type == FACT_TYPE_STAY && fact_edit_find (edit, "until", NULL, &after))
    return describe_code (told, after ? C_("change", "Take %s off the board") : C_("change", "Put %s on the board"));
  for (guint i = 0; i < G_N_ELEMENTS (field_words); i++) {
    if (fact_edit_find (edit, field_words[i].column, NULL, NULL))
      /* Translators: a column of the board that is set back, the code of a patient: "Restore situation of DD-75" */
      return g_strdup_printf (_("Restore %s of %s"), _(field_words[i].word), code);
  }
  return g_strdup_printf (_("Restore %s"), code);
}

/* What a restore set, whatever the change had been that it sets back. */
static char *
describe_restore (Told *told)
{
  const FactEdit *edit = told->n_edits == 1 ? &told->edits[0] : NULL;

  if (edit && edit->type == FACT_TYPE_CONTACT)
    return describe_restored_contact (told, edit);
  if (edit && (edit->type == FACT_TYPE_STAY || edit->type == FACT_TYPE_PATIENT))
    return describe_restored_field (told, edit);
  /* Translators: the code of a patient */
  return describe_code (told, _("Restore %s"));
}

static char *
describe_stay_verb (Told       *told,
                    const char *verb)
{
  if (g_str_equal (verb, "stay.triage"))
    return describe_triage (told);
  if (g_str_equal (verb, "stay.put-on"))
    return describe_code (told, C_("change", "Put %s on the board"));
  if (g_str_equal (verb, "stay.take-off"))
    return describe_code (told, C_("change", "Take %s off the board"));
  if (g_str_equal (verb, "stay.confirm"))
    return describe_code (told, _("Confirm actions of %s"));
  if (g_str_equal (verb, "warning.dismiss"))
    return describe_code (told, _("Ignore a warning about %s"));
  if (g_str_equal (verb, "patient.add"))
    return describe_code (told, _("Add patient %s"));
  if (g_str_equal (verb, "stay.edit") || g_str_equal (verb, "patient.edit"))
    return describe_field (told);
  return NULL;
}

static char *
describe_contact_verb (Told       *told,
                       const char *verb)
{
  static const struct {
    const char *verb;
    const char *format;
  } simple[] = {
    /* Translators: a contact ("CSA tele") and the code of a patient */
    { "contact.edit", N_("Change %s of %s") },
    { "contact.join", N_("Add to who takes part: %s, %s") },
    { "contact.leave", N_("Take from who takes part: %s, %s") },
    { "contact.kind", N_("Change kind: %s, %s") },
    { "contact.time", N_("Change time: %s, %s") },
    { "contact.split", N_("Split %s, %s") },
    { "contact.remove", N_("Remove %s, %s") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++) {
    if (g_str_equal (verb, simple[i].verb))
      return describe_one_contact (told, _(simple[i].format));
  }
  if (g_str_equal (verb, "contact.plan"))
    return describe_plan (told);
  if (g_str_equal (verb, "contact.status"))
    return describe_status (told);
  /* Translators: a contact, the code of a patient, (another code,) a day */
  if (g_str_equal (verb, "contact.move"))
    return describe_move (told, _("Move %s, %s, to %s"), _("Move %s from %s to %s, %s"));
  if (g_str_equal (verb, "contact.copy"))
    return describe_move (told, _("Copy %s, %s, to %s"), _("Copy %s from %s to %s, %s"));
  if (g_str_equal (verb, "contact.hand-over"))
    return g_strdup_printf (ngettext ("Hand over %u contact", "Hand over %u contacts", told->n_edits), told->n_edits);
  return NULL;
}

static char *
describe_other_verb (Told       *told,
                     const char *verb)
{
  if (g_str_equal (verb, "vocabulary.defaults"))
    return g_strdup (_("Create the board"));
  if (g_str_equal (verb, "board.import"))
    return g_strdup (_("Import spreadsheet"));
  if (g_str_equal (verb, "records.import"))
    return g_strdup (_("Import a copy of a board"));
  /* Translators: a signature or the name of a triage state, reason, kind or organisation */
  if (g_str_equal (verb, "vocabulary.add"))
    return describe_word (told, _("Add %s"));
  if (g_str_equal (verb, "vocabulary.edit"))
    return describe_word (told, _("Change %s"));
  if (g_str_equal (verb, "vocabulary.move"))
    return describe_word (told, _("Move %s"));
  if (g_str_equal (verb, "vocabulary.remove"))
    return describe_word (told, _("Remove %s"));
  if (g_str_equal (verb, FACT_VERB_RESTORE))
    return describe_restore (told);
  if (g_str_equal (verb, "undo"))
    return describe_code (told, told->entry->subject ? _("Undone: a change about %s") : _("Undone: a change"));
  if (g_str_equal (verb, "redo"))
    return describe_code (told, told->entry->subject ? _("Redone: a change about %s") : _("Redone: a change"));
  return NULL;
}

char *
fact_team_describe_at (FactTeam        *self,
                       const FactEntry *entry,
                       const FactEdit  *edits,
                       guint            n_edits,
                       GHashTable      *stood)
{
  Told told = { .team = self, .entry = entry, .edits = edits, .n_edits = n_edits, .stood = stood };
  char *words;

  g_return_val_if_fail (FACT_IS_TEAM (self) && entry, NULL);

  words = describe_stay_verb (&told, entry->verb);
  if (!words)
    words = describe_contact_verb (&told, entry->verb);
  if (!words)
    words = describe_other_verb (&told, entry->verb);
  /* a verb of a later version, or of a part that tells its own */
  return words ? words : g_strdup_printf (ngettext ("%u change", "%u changes", entry->n_edits), entry->n_edits);
}

char *
fact_team_describe_planned (FactTeam        *self,
                            const FactEntry *entry,
                            const FactEdit  *edits,
                            guint            n_edits)
{
  Told told = { .team = self, .entry = entry, .edits = edits, .n_edits = n_edits };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_edits; i++) {
    g_autofree char *contact = describe_contact (&told, &edits[i]);
    g_autofree char *day = describe_contact_day (&told, &edits[i]);

    /* Translators: a day, a contact: "Wed 18 Nov: CSA tele" */
    g_string_append_printf (text, _("%s: %s"), day, contact);
    if (i + 1 < n_edits)
      g_string_append_c (text, '\n');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fact_team_describe (FactTeam        *self,
                    const FactEntry *entry,
                    const FactEdit  *edits,
                    guint            n_edits)
{
  return fact_team_describe_at (self, entry, edits, n_edits, NULL);
}

char *
fact_team_describe_who (FactTeam   *self,
                        const char *who)
{
  FactRecord *record;

  g_return_val_if_fail (FACT_IS_TEAM (self), NULL);

  if (!who)
    return g_strdup (_("the program"));
  if (g_str_has_prefix (who, "user:"))
    /* Translators: the name of a user of the machine */
    return g_strdup_printf (_("user %s"), who + strlen ("user:"));
  record = fact_store_lookup (self->store, who);
  return g_strdup (record ? fact_vocabulary_get_label (record) : "?");
}
