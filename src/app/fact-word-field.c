/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-field.h"

#include <glib/gi18n.h>

#include "fact-day.h"
#include "fact-enums.h"
#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-triage.h"

#define MOST_POSTS 9900

static const char *
get_role_word (int value)
{
  return fact_staff_role_get_word (value);
}

static const char *
get_kind_word (int value)
{
  return fact_organisation_kind_get_word (value);
}

static const char *
get_color_word (int value)
{
  return fact_color_get_word (value);
}

static const FactWordField people[] = {
  { "signature", NC_ ("preferences", "Signature"), FACT_WORD_FIELD_SIGNATURE },
  { "role", NC_ ("preferences", "Role"), FACT_WORD_FIELD_CHOICE, get_role_word, FACT_STAFF_ROLE_HOUSING_SUPPORT },
  { "organisation", NC_ ("preferences", "Organisation"), FACT_WORD_FIELD_ORGANISATION },
  { "posts", NC_ ("preferences", "Posts"), FACT_WORD_FIELD_POSTS },
  { "from-date", NC_ ("preferences", "First day"), FACT_WORD_FIELD_DATE },
  { "until", NC_ ("preferences", "Last day"), FACT_WORD_FIELD_DATE },
};

static const FactWordField functions[] = {
  { "signature", NC_ ("preferences", "Signature"), FACT_WORD_FIELD_SIGNATURE },
  { "name", NC_ ("preferences", "Stands for"), FACT_WORD_FIELD_TEXT },
  { "organisation", NC_ ("preferences", "Organisation"), FACT_WORD_FIELD_ORGANISATION },
};

static const FactWordField organisations[] = {
  { "name", NC_ ("preferences", "Name"), FACT_WORD_FIELD_NAME },
  { "kind", NC_ ("preferences", "Kind of organisation"), FACT_WORD_FIELD_CHOICE, get_kind_word,
    FACT_ORGANISATION_MUNICIPALITY },
  { "posts", NC_ ("preferences", "Coordinator posts"), FACT_WORD_FIELD_POSTS },
  { "closes-early", NC_ ("preferences", "Closes at 12 the day before a red day"), FACT_WORD_FIELD_SWITCH },
};

static const FactWordField triages[] = {
  { "name", NC_ ("preferences", "Name"), FACT_WORD_FIELD_NAME },
  { "sheet-name", NC_ ("preferences", "Name in spreadsheets"), FACT_WORD_FIELD_TEXT },
  { "color", NC_ ("preferences", "Colour and mark"), FACT_WORD_FIELD_COLOR, get_color_word, FACT_COLOR_ORANGE },
  { "expected-days", NC_ ("preferences", "Expected days (0: never asks)"), FACT_WORD_FIELD_NUMBER, NULL, 999 },
  { "off", NC_ ("preferences", "Offered"), FACT_WORD_FIELD_OFFERED },
};

static const FactWordField reasons[] = {
  { "name", NC_ ("preferences", "Name"), FACT_WORD_FIELD_NAME },
  { "sheet-name", NC_ ("preferences", "Name in spreadsheets"), FACT_WORD_FIELD_TEXT },
  { "expected-days", NC_ ("preferences", "Expected days (0: never asks)"), FACT_WORD_FIELD_NUMBER, NULL, 999 },
  { "off", NC_ ("preferences", "Offered"), FACT_WORD_FIELD_OFFERED },
};

static const FactWordField kinds[] = {
  { "name", NC_ ("preferences", "Name"), FACT_WORD_FIELD_NAME },
  { "short-name", NC_ ("preferences", "Short form in the week"), FACT_WORD_FIELD_NAME },
  { "face-to-face", NC_ ("preferences", "Face to face"), FACT_WORD_FIELD_SWITCH },
  { "group", NC_ ("preferences", "Group"), FACT_WORD_FIELD_SWITCH },
  { "medication", NC_ ("preferences", "Medication"), FACT_WORD_FIELD_SWITCH },
  { "minutes", NC_ ("preferences", "Minutes"), FACT_WORD_FIELD_NUMBER, NULL, 600 },
  { "off", NC_ ("preferences", "Offered"), FACT_WORD_FIELD_OFFERED },
};

static const struct {
  GType (*get_type) (void);
  const FactWordField *fields;
  guint n_fields;
} infos[] = {
  [FACT_WORDS_PEOPLE] = { fact_staff_get_type, people, G_N_ELEMENTS (people) },
  [FACT_WORDS_FUNCTIONS] = { fact_staff_get_type, functions, G_N_ELEMENTS (functions) },
  [FACT_WORDS_LEFT] = { fact_staff_get_type, people, G_N_ELEMENTS (people) },
  [FACT_WORDS_ORGANISATIONS] = { fact_organisation_get_type, organisations, G_N_ELEMENTS (organisations) },
  [FACT_WORDS_TRIAGES] = { fact_triage_get_type, triages, G_N_ELEMENTS (triages) },
  [FACT_WORDS_REASONS] = { fact_reason_get_type, reasons, G_N_ELEMENTS (reasons) },
  [FACT_WORDS_KINDS] = { fact_kind_get_type, kinds, G_N_ELEMENTS (kinds) },
};

GType
fact_words_get_type_of (FactWords words)
{
  return infos[words].get_type ();
}

const FactWordField *
fact_words_list_fields (FactWords  words,
                        guint     *n)
{
  *n = infos[words].n_fields;

  return infos[words].fields;
}

const char *
fact_word_field_get_title (const FactWordField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "preferences", field->title);
}

const char *
fact_word_get_label (FactRecord *record)
{
  if (FACT_IS_STAFF (record))
    return fact_staff_get_signature (FACT_STAFF (record));
  if (FACT_IS_TRIAGE (record))
    return fact_triage_get_label (FACT_TRIAGE (record));
  if (FACT_IS_REASON (record))
    return fact_reason_get_label (FACT_REASON (record));
  if (FACT_IS_KIND (record))
    return fact_kind_get_label (FACT_KIND (record));
  return fact_organisation_get_name (FACT_ORGANISATION (record));
}

static void
append (GString    *text,
        const char *piece)
{
  if (piece && *piece)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", piece);
}

static void
append_posts (GString *text,
              int      hundredths)
{
  g_autofree char *number = fact_word_format_posts (hundredths);
  /* Translators: how much somebody works: "0.5 posts" */
  g_autofree char *posts = hundredths == 100 ? g_strdup (_("1 post")) : g_strdup_printf (_("%s posts"), number);

  if (hundredths)
    append (text, posts);
}

static void
append_days (GString *text,
             int      days)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%d day", "%d days", days), days);

  if (days)
    append (text, words);
}

static void
append_staff (GString   *text,
              FactStaff *staff)
{
  FactOrganisation *organisation = fact_staff_get_organisation (staff);
  guint from = fact_staff_get_from_date (staff), until = fact_staff_get_until (staff);
  g_autofree char *first = fact_day_format_iso (from), *last = fact_day_format_iso (until);
  g_autofree char *period = g_strdup_printf ("%s–%s", first, last);

  append (text, fact_staff_get_name (staff));
  if (!fact_staff_get_function (staff) && fact_staff_get_role (staff) != FACT_STAFF_ROLE_NONE)
    append (text, fact_staff_role_get_word (fact_staff_get_role (staff)));
  append (text, organisation ? fact_organisation_get_name (organisation) : NULL);
  append_posts (text, fact_staff_get_posts (staff));
  if (from || until)
    append (text, period);
}

static void
append_kind (GString  *text,
             FactKind *kind)
{
  g_autofree char *minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", fact_kind_get_minutes (kind)),
                                              fact_kind_get_minutes (kind));

  append (text, fact_kind_get_short_label (kind));
  if (fact_kind_get_face_to_face (kind))
    append (text, C_("preferences", "Face to face"));
  if (fact_kind_get_group (kind))
    append (text, C_("preferences", "Group"));
  if (fact_kind_get_medication (kind))
    append (text, C_("preferences", "Medication"));
  if (fact_kind_get_minutes (kind))
    append (text, minutes);
}

char *
fact_word_describe (FactRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean off = FALSE;

  if (!FACT_IS_STAFF (record) && !FACT_IS_ORGANISATION (record))
    g_object_get (record, "off", &off, NULL);
  if (off)
    append (text, _("Not offered"));
  if (FACT_IS_STAFF (record))
    append_staff (text, FACT_STAFF (record));
  else if (FACT_IS_KIND (record))
    append_kind (text, FACT_KIND (record));
  else if (FACT_IS_TRIAGE (record))
    append (text, fact_color_get_word (fact_triage_get_color (FACT_TRIAGE (record))));
  if (FACT_IS_TRIAGE (record))
    append_days (text, fact_triage_get_expected_days (FACT_TRIAGE (record)));
  else if (FACT_IS_REASON (record))
    append_days (text, fact_reason_get_expected_days (FACT_REASON (record)));
  else if (FACT_IS_ORGANISATION (record)) {
    append (text, fact_organisation_kind_get_word (fact_organisation_get_kind (FACT_ORGANISATION (record))));
    append_posts (text, fact_organisation_get_posts (FACT_ORGANISATION (record)));
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fact_word_format_posts (int hundredths)
{
  /* Translators: the decimal sign, in Swedish a comma */
  const char *sign = C_("number", ".");

  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d%s%d", hundredths / 100, sign, hundredths % 100 / 10);
  return g_strdup_printf ("%d%s%02d", hundredths / 100, sign, hundredths % 100);
}

gboolean
fact_word_parse_posts (const char *text,
                       int        *hundredths)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  int value = 0, decimals = -1;

  for (const char *p = typed; *p; p++) {
    if ((*p == ',' || *p == '.') && decimals < 0 && p > typed) {
      decimals = 0;
      continue;
    }
    if (!g_ascii_isdigit (*p) || decimals == 2 || value > MOST_POSTS)
      return FALSE;
    value = 10 * value + g_ascii_digit_value (*p);
    decimals += decimals >= 0;
  }
  if (decimals == 0)
    return FALSE;
  for (int i = MAX (decimals, 0); i < 2; i++)
    value *= 10;
  *hundredths = value;

  return value <= MOST_POSTS;
}
