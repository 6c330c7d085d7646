/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table leaves to be asked and what it will do, in rows. */

#include "fact-import-window-private.h"

#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-reason.h"
#include "fact-staff.h"
#include "fact-triage.h"

#include <glib/gi18n.h>

/* Rows shown of a kind: more is no help to anybody, and each is a widget that takes its time. */
#define MAX_ROWS 50

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle) {
    g_autofree char *markup = g_markup_escape_text (subtitle, -1);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  }
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
clear (AdwPreferencesGroup *group,
       GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    if (gtk_widget_is_ancestor (rows->pdata[i], GTK_WIDGET (group)))
      adw_preferences_group_remove (group, rows->pdata[i]);
  }
}

void
fact_import_window_clear_told (FactImportWindow *self)
{
  clear (self->told_group, self->told);
  g_ptr_array_set_size (self->told, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->told_group), FALSE);
}

void
fact_import_window_clear_shown (FactImportWindow *self)
{
  clear (self->problem_group, self->shown);
  clear (self->question_group, self->shown);
  g_ptr_array_set_size (self->shown, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->question_group), FALSE);
  fact_import_window_clear_told (self);
}

static void
add_shown (FactImportWindow    *self,
           AdwPreferencesGroup *group,
           GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->shown, g_object_ref (row));
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* (transfer full) */
static char *
format_more (guint n)
{
  return g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
}

/* (transfer full) */
static char *
format_refused (FactSheet *sheet)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sheet->refusals->len; i++)
    g_hash_table_add (rows, GUINT_TO_POINTER (((FactSheetRefusal *) sheet->refusals->pdata[i])->row));
  /* Translators: rows of a table */
  return g_strdup_printf (_("Cannot be read: %u. Can be read: %u."), g_hash_table_size (rows), sheet->rows->len);
}

void
fact_import_window_show_refusals (FactImportWindow *self)
{
  GPtrArray *refusals = self->sheet ? self->sheet->refusals : NULL;
  g_autofree char *description = refusals ? format_refused (self->sheet) : NULL;

  adw_preferences_group_set_description (self->problem_group, description);
  if (!refusals) {
    add_shown (self, self->problem_group, make_row (self->problem, NULL));
    return;
  }
  for (guint i = 0; i < MIN (refusals->len, MAX_ROWS); i++)
    add_shown (self, self->problem_group, make_row (((FactSheetRefusal *) refusals->pdata[i])->text, NULL));
  if (refusals->len > MAX_ROWS) {
    g_autofree char *more = format_more (refusals->len - MAX_ROWS);

    add_shown (self, self->problem_group, make_row (more, NULL));
  }
}

static GtkWidget *
make_question (const char        *title,
               const char        *subtitle,
               const char *const *answers,
               guint              selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (answers);
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static void
word_selected_cb (AdwComboRow      *row,
                  GParamSpec       *pspec,
                  FactImportWindow *self)
{
  FactImportWord *word = g_object_get_data (G_OBJECT (row), "word");
  guint selected = adw_combo_row_get_selected (row);

  if (!self->import || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (g_object_get_data (G_OBJECT (row), "place"))
    word->use = selected == 0 ? FACT_IMPORT_AS_MUNICIPALITY : FACT_IMPORT_AS_TEXT;
  else
    word->use = (FactImportUse) selected;
  fact_import_window_build (self);
}

static void
add_word (FactImportWindow *self,
          FactImportWord   *word,
          gboolean          place)
{
  const char *uses[] = { _("Person"), _("Function"), _("Kind of contact"), _("Text"), NULL };
  const char *places[] = { _("Add as municipality"), _("Keep as text"), NULL };
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  subtitle = g_strdup_printf (ngettext ("Unknown word, stands %u time", "Unknown word, stands %u times", word->n),
                              word->n);
  row = make_question (word->word, subtitle, place ? places : uses, 0);
  g_object_set_data (G_OBJECT (row), "word", word);
  g_object_set_data (G_OBJECT (row), "place", GINT_TO_POINTER (place));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (word_selected_cb), self, 0);
  add_shown (self, self->question_group, row);
}

static void
bearer_selected_cb (AdwComboRow      *row,
                    GParamSpec       *pspec,
                    FactImportWindow *self)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "row"));
  guint selected = adw_combo_row_get_selected (row);

  if (!self->import || selected == GTK_INVALID_LIST_POSITION)
    return;
  fact_team_import_set_bearer (self->import, number, selected == 0 ? G_MAXUINT : selected - 1);
  fact_import_window_build (self);
}

static void
add_person (FactImportWindow *self,
            guint             number)
{
  GPtrArray *bearers = fact_team_import_get_bearers (self->import, number);
  FactImportBearer *first = bearers->pdata[0];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) answers = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  g_strv_builder_add (builder, _("Choose"));
  for (guint i = 0; i < bearers->len; i++) {
    FactImportBearer *bearer = bearers->pdata[i];
    /* Translators: the code of a patient */
    g_autofree char *answer = g_strdup_printf (bearer->known ? _("Yes, %s") : _("No, a new patient: %s"), bearer->code);

    g_strv_builder_add (builder, answer);
  }
  answers = g_strv_builder_end (builder);
  subtitle = g_strdup_printf ("%s %s", _("Is it the same person?"),
                              first->differs ? first->differs : _("Several patients have this code."));
  row = make_question (first->code, subtitle, (const char *const *) answers, 0);
  g_object_set_data (G_OBJECT (row), "row", GUINT_TO_POINTER (number));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (bearer_selected_cb), self, 0);
  add_shown (self, self->question_group, row);
}

void
fact_import_window_show_questions (FactImportWindow *self)
{
  GPtrArray *words = fact_team_import_get_words (self->import);
  GPtrArray *places = fact_team_import_get_municipalities (self->import);

  for (guint i = 0; i < fact_team_import_get_n_rows (self->import); i++) {
    if (fact_team_import_get_verdict (self->import, i) == FACT_IMPORT_ASKED)
      add_person (self, i);
  }
  for (guint i = 0; i < words->len; i++)
    add_word (self, words->pdata[i], FALSE);
  for (guint i = 0; i < places->len; i++)
    add_word (self, places->pdata[i], TRUE);
}

static void
add_told (FactImportWindow *self,
          GtkWidget        *row)
{
  adw_preferences_group_add (self->told_group, row);
  g_ptr_array_add (self->told, g_object_ref (row));
  gtk_widget_set_visible (GTK_WIDGET (self->told_group), TRUE);
}

static void
fill_verdict (FactImportWindow *self,
              AdwExpanderRow   *expander)
{
  FactImportVerdict verdict = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (expander), "verdict"));
  g_autofree char *more = NULL;
  guint n = 0;

  for (guint i = 0; i < fact_team_import_get_n_rows (self->import); i++) {
    g_autofree char *words = NULL;

    if (fact_team_import_get_verdict (self->import, i) != verdict || ++n > MAX_ROWS)
      continue;
    words = fact_team_import_describe_row (self->import, i);
    adw_expander_row_add_row (expander, make_row (fact_team_import_get_code (self->import, i), words));
  }
  more = n > MAX_ROWS ? format_more (n - MAX_ROWS) : NULL;
  if (more)
    adw_expander_row_add_row (expander, make_row (more, NULL));
}

/* The patients are listed when somebody wants to see them. */
static void
expanded_cb (AdwExpanderRow   *expander,
             GParamSpec       *pspec,
             FactImportWindow *self)
{
  if (!self->import || g_object_get_data (G_OBJECT (expander), "filled"))
    return;
  g_object_set_data (G_OBJECT (expander), "filled", GINT_TO_POINTER (TRUE));
  fill_verdict (self, expander);
}

static void
add_verdict (FactImportWindow  *self,
             FactImportVerdict  verdict,
             const char        *title)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < fact_team_import_get_n_rows (self->import); i++)
    n += fact_team_import_get_verdict (self->import, i) == verdict;
  g_object_set_data (G_OBJECT (expander), "verdict", GINT_TO_POINTER (verdict));
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  heading = g_strdup_printf ("%s: %u", title, n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), heading);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (expander), n > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), verdict == FACT_IMPORT_CHANGED && n > 0);
  add_told (self, expander);
}

static void
add_list (FactImportWindow *self,
          const char       *title,
          GPtrArray        *texts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, MAX_ROWS); i++)
    g_string_append_printf (line, "%s%s", i ? ", " : "", (char *) texts->pdata[i]);
  if (texts->len > MAX_ROWS)
    g_string_append (line, " …");
  if (texts->len)
    add_told (self, make_row (title, line->str));
}

static const char *
get_type_words (GType type)
{
  const struct {
    GType type;
    const char *words;
  } types[] = {
    { FACT_TYPE_ORGANISATION, N_("Organisations") },
    { FACT_TYPE_STAFF, N_("Staff") },
    { FACT_TYPE_TRIAGE, N_("Triage") },
    { FACT_TYPE_REASON, N_("Reasons") },
    { FACT_TYPE_KIND, N_("Kinds of Contact") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (types[i].type == type)
      return _(types[i].words);
  }
  return NULL;
}

/* Records about patients, by the names of their types: their headers are not for windows. */
static const char *
get_patient_words (const char *type)
{
  if (g_str_equal (type, "FactPatient"))
    return _("Patients");
  if (g_str_equal (type, "FactStay"))
    return _("Stays on the board");
  if (g_str_equal (type, "FactContact"))
    return _("Contacts");
  return _("Warnings that were settled");
}

static void
add_count (FactImportWindow       *self,
           const FactRecordsCount *count)
{
  const char *title = get_type_words (count->type);
  g_autofree char *line = g_strdup_printf (_("New: %u · Changed: %u · Same: %u"), count->n_new, count->n_changed,
                                           count->n_same);
  /* Translators: added to it: words of the program that the team who wrote the file does without */
  g_autofree char *removed = g_strdup_printf (_("%s · Taken away: %u"), line, count->n_removed);

  add_told (self, make_row (title ? title : get_patient_words (g_type_name (count->type)),
                            count->n_removed ? removed : line));
}

void
fact_import_window_show_told (FactImportWindow *self)
{
  g_autoptr (GPtrArray) missing = NULL;

  fact_import_window_clear_told (self);
  for (guint i = 0; self->counts && i < self->counts->len; i++)
    add_count (self, &g_array_index (self->counts, FactRecordsCount, i));
  if (self->counts)
    return;
  missing = fact_team_import_get_missing (self->import);
  /* Translators: patients of a table that is read */
  add_verdict (self, FACT_IMPORT_NEW, C_("import", "New"));
  add_verdict (self, FACT_IMPORT_CHANGED, C_("import", "Changed"));
  add_verdict (self, FACT_IMPORT_SAME, C_("import", "Same"));
  add_list (self, _("New people, who stand as care contact or physician"), fact_team_import_get_new_people (self->import));
  add_list (self, _("Kept as text in the week"), fact_team_import_get_texts (self->import));
  add_list (self, _("On the board, but not in the table: they stay"), missing);
  add_list (self, _("Columns that are not read"), self->sheet->ignored);
}
