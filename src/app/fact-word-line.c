/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-line.h"

#include <glib/gi18n.h>

#include "fact-board-style.h"
#include "fact-day.h"
#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-typed-date.h"

/* --- what it is made of */

static void
set_up_swatch_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = gtk_image_new ();

  gtk_widget_add_css_class (swatch, "fact-swatch");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_swatch_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  data)
{
  GtkWidget *swatch = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  FactColor color = gtk_list_item_get_position (item);
  GtkStringObject *word = gtk_list_item_get_item (item);

  fact_board_style_set_color (swatch, color);
  gtk_image_set_from_icon_name (GTK_IMAGE (swatch), fact_board_style_get_mark (color));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (swatch)), gtk_string_object_get_string (word));
}

static GtkWidget *
make_combo (FactWordLine *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  if (self->field->kind == FACT_WORD_FIELD_ORGANISATION) {
    gtk_string_list_append (words, C_("organisation", "None"));
    for (guint i = 0; i < self->organisations->len; i++)
      gtk_string_list_append (words, fact_organisation_get_name (self->organisations->pdata[i]));
  } else {
    for (int i = 0; i <= self->field->most; i++)
      gtk_string_list_append (words, self->field->get_word (i));
  }
  if (self->field->kind == FACT_WORD_FIELD_COLOR) {
    g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

    g_signal_connect (factory, "setup", G_CALLBACK (set_up_swatch_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (bind_swatch_cb), NULL);
    adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  self->control = row;

  return row;
}

static GtkWidget *
make_action_row (FactWordLine *self,
                 GtkWidget    *control)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fact_word_field_get_title (self->field), -1);
  self->control = control;

  return row;
}

static GtkWidget *
make_row (FactWordLine *self)
{
  switch (self->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    return make_action_row (self, gtk_spin_button_new_with_range (0, self->field->most, 1));
  case FACT_WORD_FIELD_SWITCH:
  case FACT_WORD_FIELD_OFFERED:
    return make_action_row (self, gtk_switch_new ());
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
  case FACT_WORD_FIELD_ORGANISATION:
    return make_combo (self);
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  case FACT_WORD_FIELD_POSTS:
  case FACT_WORD_FIELD_DATE:
  default:
    self->control = adw_entry_row_new ();
    return self->control;
  }
}

static GtkWidget *
make_note_row (FactWordLine *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->note = GTK_LABEL (label);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (label, "fact-note");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);

  return row;
}

/* --- between values and controls */

/* A name of the role's shows as if it were given: clearing it brings the role's word back. */
static void
get_value (FactWordLine *self,
           FactRecord   *record,
           GValue       *value)
{
  const char *property = self->field->property;

  g_value_init (value, self->pspec->value_type);
  g_object_get_property (G_OBJECT (record), property, value);
  if (self->field->kind == FACT_WORD_FIELD_NAME && !g_value_get_string (value))
    g_value_set_string (value, g_str_equal (property, "short-name") ? fact_kind_get_short_label (FACT_KIND (record))
                                                                    : fact_word_get_label (record));
}

/* As a person reads it. Returns: (transfer full) (nullable). */
static char *
format_value (FactWordLine *self,
              const GValue *value)
{
  FactOrganisation *organisation;

  switch (self->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    return g_strdup_printf ("%d", g_value_get_int (value));
  case FACT_WORD_FIELD_POSTS:
    return fact_word_format_posts (g_value_get_int (value));
  case FACT_WORD_FIELD_DATE:
    return fact_day_format_iso (g_value_get_uint (value));
  case FACT_WORD_FIELD_SWITCH:
    return g_strdup (g_value_get_boolean (value) ? C_("switch", "on") : C_("switch", "off"));
  case FACT_WORD_FIELD_OFFERED:
    return g_strdup (g_value_get_boolean (value) ? C_("switch", "off") : C_("switch", "on"));
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
    return g_strdup (self->field->get_word (g_value_get_enum (value)));
  case FACT_WORD_FIELD_ORGANISATION:
    organisation = g_value_get_object (value);
    return g_strdup (organisation ? fact_organisation_get_name (organisation) : C_("organisation", "None"));
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  default:
    return g_value_dup_string (value);
  }
}

static void
show_value (FactWordLine *self,
            const GValue *value)
{
  g_autofree char *text = format_value (self, value);
  guint place = 0;

  switch (self->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->control), g_value_get_int (value));
    return;
  case FACT_WORD_FIELD_SWITCH:
    gtk_switch_set_active (GTK_SWITCH (self->control), g_value_get_boolean (value));
    return;
  case FACT_WORD_FIELD_OFFERED:
    gtk_switch_set_active (GTK_SWITCH (self->control), !g_value_get_boolean (value));
    return;
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), (guint) g_value_get_enum (value));
    return;
  case FACT_WORD_FIELD_ORGANISATION:
    if (g_ptr_array_find (self->organisations, g_value_get_object (value), &place))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), place + 1);
    return;
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  case FACT_WORD_FIELD_POSTS:
  case FACT_WORD_FIELD_DATE:
  default:
    gtk_editable_set_text (GTK_EDITABLE (self->row), text ? text : "");
  }
}

static const char *
read_entry (FactWordLine *self,
            guint         today,
            GValue       *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
  int hundredths = 0;

  if (self->field->kind == FACT_WORD_FIELD_DATE) {
    g_value_set_uint (value, fact_typed_date_parse (text, today, FACT_TYPED_DATE_COMING));
    return *text && !g_value_get_uint (value) ? _("This is no date. Write 190327 or 2019-03-27.") : NULL;
  }
  if (self->field->kind == FACT_WORD_FIELD_POSTS) {
    if (!fact_word_parse_posts (text, &hundredths))
      return _("This is no number of posts. Write 1 or 0.5.");
    g_value_set_int (value, hundredths);
  } else if (self->field->kind == FACT_WORD_FIELD_SIGNATURE) {
    g_value_take_string (value, g_utf8_strup (text, -1));
  } else if (*text) {
    g_value_set_string (value, text);
  }

  return NULL;
}

const char *
fact_word_line_read (FactWordLine *self,
                     guint         today,
                     GValue       *value)
{
  guint place;

  g_value_init (value, self->pspec->value_type);
  switch (self->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    g_value_set_int (value, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->control)));
    return NULL;
  case FACT_WORD_FIELD_SWITCH:
    g_value_set_boolean (value, gtk_switch_get_active (GTK_SWITCH (self->control)));
    return NULL;
  case FACT_WORD_FIELD_OFFERED:
    g_value_set_boolean (value, !gtk_switch_get_active (GTK_SWITCH (self->control)));
    return NULL;
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
    g_value_set_enum (value, (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->row)));
    return NULL;
  case FACT_WORD_FIELD_ORGANISATION:
    place = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
    if (place > 0 && place <= self->organisations->len)
      g_value_set_object (value, self->organisations->pdata[place - 1]);
    return NULL;
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  case FACT_WORD_FIELD_POSTS:
  case FACT_WORD_FIELD_DATE:
  default:
    return read_entry (self, today, value);
  }
}

/* --- what stands in it */

static void
begin (FactWordLine *self,
       FactRecord   *record)
{
  if (G_IS_VALUE (&self->began))
    g_value_unset (&self->began);
  get_value (self, record, &self->began);
}

void
fact_word_line_load (FactWordLine *self,
                     FactRecord   *record)
{
  begin (self, record);
  show_value (self, &self->began);
}

void
fact_word_line_load_new (FactWordLine *self,
                         guint         today)
{
  const FactWordField *field = self->field;
  g_autofree char *day = fact_day_format_iso (today);

  if (field->kind == FACT_WORD_FIELD_OFFERED)
    gtk_switch_set_active (GTK_SWITCH (self->control), TRUE);
  else if (g_str_equal (field->property, "from-date"))
    gtk_editable_set_text (GTK_EDITABLE (self->row), day);
  else if (g_str_equal (field->property, "posts"))
    gtk_editable_set_text (GTK_EDITABLE (self->row), "1");
  else if (g_str_equal (field->property, "kind"))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), FACT_ORGANISATION_MUNICIPALITY);
  else if (g_str_equal (field->property, "minutes"))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->control), 60);
}

gboolean
fact_word_line_is_changed (FactWordLine *self,
                           const GValue *value)
{
  return self->touched && g_param_values_cmp (self->pspec, value, &self->began) != 0;
}

gboolean
fact_word_line_catch_up (FactWordLine *self,
                         FactRecord   *record)
{
  GValue now = G_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  gboolean same;

  get_value (self, record, &now);
  text = format_value (self, &now);
  same = g_param_values_cmp (self->pspec, &now, &self->began) == 0;
  g_value_unset (&now);
  if (same)
    return FALSE;
  if (!self->touched) {
    fact_word_line_load (self, record);
    return FALSE;
  }
  begin (self, record);
  told = g_strdup_printf (_("Somebody has written meanwhile: \"%s\". Save again to keep yours."), text ? text : "");
  fact_word_line_show_note (self, told, TRUE);

  return TRUE;
}

void
fact_word_line_show_note (FactWordLine *self,
                          const char   *text,
                          gboolean      is_fault)
{
  GtkWidget *const marked[] = { GTK_WIDGET (self->note), self->row };

  gtk_widget_set_visible (self->note_row, text && *text);
  gtk_label_set_label (self->note, text ? text : "");
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++) {
    if (is_fault)
      gtk_widget_add_css_class (marked[i], "error");
    else
      gtk_widget_remove_css_class (marked[i], "error");
  }
  if (text && *text)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

const char *
fact_word_line_get_signal (FactWordLine *self)
{
  if (GTK_IS_SPIN_BUTTON (self->control))
    return "notify::value";
  if (GTK_IS_SWITCH (self->control))
    return "notify::active";
  return ADW_IS_COMBO_ROW (self->control) ? "notify::selected" : "notify::text";
}

FactWordLine *
fact_word_line_new (const FactWordField *field,
                    GType                type,
                    GPtrArray           *organisations)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  int column = fact_record_class_find_column (FACT_RECORD_CLASS (klass), field->property);
  FactWordLine *self = g_new0 (FactWordLine, 1);

  self->field = field;
  self->pspec = g_param_spec_ref (FACT_RECORD_CLASS (klass)->pspecs[column]);
  self->organisations = g_ptr_array_ref (organisations);
  g_value_init (&self->began, self->pspec->value_type);
  self->row = make_row (self);
  self->note_row = make_note_row (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), fact_word_field_get_title (field));

  return self;
}

void
fact_word_line_free (FactWordLine *self)
{
  g_value_unset (&self->began);
  g_param_spec_unref (self->pspec);
  g_ptr_array_unref (self->organisations);
  g_free (self);
}
