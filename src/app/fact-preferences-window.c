/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-preferences-window.h"

#include "fact-dialog.h"
#include "fact-word-list.h"

struct _FactPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  /* template */
  AdwComboRow *text_size_row;
  AdwComboRow *weekend_row;
  GtkSpinButton *lines_button;
  AdwPreferencesPage *team_page;
  AdwPreferencesPage *organisations_page;
  AdwPreferencesPage *triage_page;
  AdwPreferencesPage *reasons_page;
  AdwPreferencesPage *kinds_page;

  GtkWidget *people;               /* borrowed: the list of people, NULL without a team */
};

G_DEFINE_FINAL_TYPE (FactPreferencesWindow, fact_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows of the list in the .ui file, in its order. */
static const int percents[] = { 100, 125, 150, 175, 200 };

/* The same, of the weekend. */
static const char *const weekends[] = { "narrow", "wide", "hidden" };

static gboolean
row_from_weekend (GValue   *value,
                  GVariant *variant,
                  gpointer  data)
{
  guint row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weekends); i++)
    if (g_str_equal (weekends[i], g_variant_get_string (variant, NULL)))
      row = i;
  g_value_set_uint (value, row);

  return TRUE;
}

static GVariant *
weekend_from_row (const GValue       *value,
                  const GVariantType *type,
                  gpointer            data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (weekends) ? g_variant_new_string (weekends[row]) : NULL;
}

static gboolean
row_from_percent (GValue   *value,
                  GVariant *variant,
                  gpointer  data)
{
  guint row = 0;

  /* A size set by hand shows as the nearest smaller one that is offered. */
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (percents[i] <= g_variant_get_int32 (variant))
      row = i;
  g_value_set_uint (value, row);

  return TRUE;
}

static GVariant *
percent_from_row (const GValue       *value,
                  const GVariantType *type,
                  gpointer            data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (percents) ? g_variant_new_int32 (percents[row]) : NULL;
}

static GtkWidget *
add_list (AdwPreferencesPage *page,
          FactTeam           *team,
          FactWords           words)
{
  GtkWidget *list = fact_word_list_new (team, words);

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (list));

  return list;
}

static void
show_team (FactPreferencesWindow *self,
           FactTeam              *team)
{
  AdwPreferencesPage *pages[] = { self->team_page, self->organisations_page, self->triage_page, self->reasons_page,
                                  self->kinds_page };

  if (!team) {
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), pages[i]);
    return;
  }
  self->people = add_list (self->team_page, team, FACT_WORDS_PEOPLE);
  add_list (self->team_page, team, FACT_WORDS_FUNCTIONS);
  add_list (self->team_page, team, FACT_WORDS_LEFT);
  add_list (self->organisations_page, team, FACT_WORDS_ORGANISATIONS);
  add_list (self->triage_page, team, FACT_WORDS_TRIAGES);
  add_list (self->reasons_page, team, FACT_WORDS_REASONS);
  add_list (self->kinds_page, team, FACT_WORDS_KINDS);
}

static void
fact_preferences_window_class_init (FactPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/facttavlan/Facttavlan/ui/fact-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, text_size_row);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, weekend_row);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, lines_button);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, team_page);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, organisations_page);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, triage_page);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, reasons_page);
  gtk_widget_class_bind_template_child (widget_class, FactPreferencesWindow, kinds_page);
  /* The board's own keys do not reach a window of its own; the actions are the board window's. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

static void
fact_preferences_window_init (FactPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fact_dialog_fit_text (GTK_WINDOW (self), 860, 640);
}

FactPreferencesWindow *
fact_preferences_window_new (GSettings *settings,
                             FactTeam  *team)
{
  FactPreferencesWindow *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (!team || FACT_IS_TEAM (team), NULL);

  self = g_object_new (FACT_TYPE_PREFERENCES_WINDOW, NULL);
  g_settings_bind_with_mapping (settings, "text-size", self->text_size_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                row_from_percent, percent_from_row, NULL, NULL);
  g_settings_bind_with_mapping (settings, "weekend", self->weekend_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                row_from_weekend, weekend_from_row, NULL, NULL);
  g_settings_bind (settings, "lines", self->lines_button, "value", G_SETTINGS_BIND_DEFAULT);
  show_team (self, team);

  return self;
}

void
fact_preferences_window_add_me (FactPreferencesWindow *self)
{
  g_return_if_fail (FACT_IS_PREFERENCES_WINDOW (self));

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (self), "team");
  if (self->people)
    fact_word_list_add (FACT_WORD_LIST (self->people));
}
