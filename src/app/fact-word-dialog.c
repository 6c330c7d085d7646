/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-dialog.h"

#include <glib/gi18n.h>

#include "fact-board-style.h"
#include "fact-day.h"
#include "fact-dialog.h"
#include "fact-kind.h"
#include "fact-organisation.h"
#include "fact-team-vocabulary.h"
#include "fact-typed-date.h"

/* One field: its row, the control in it, and the line below that says what is wrong or how it was understood. */
typedef struct {
  const FactWordField *field;
  GtkWidget *row;
  GtkWidget *control;
  GtkWidget *note_row;
  GtkLabel *note;
  gboolean touched;
} Line;

struct _FactWordDialog {
  AdwWindow parent_instance;

  /* owned */
  FactTeam *team;
  FactRecord *record;              /* NULL: a new one */
  FactWords words;
  GArray *lines;                   /* of Line, one a field */
  GPtrArray *organisations;        /* of FactOrganisation, as offered */

  AdwPreferencesGroup *group;
  GtkWidget *save_button;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (FactWordDialog, fact_word_dialog, ADW_TYPE_WINDOW)

static guint
get_today (FactWordDialog *self)
{
  return fact_clock_get_today (fact_team_get_clock (self->team));
}

static void
show_note (Line       *line,
           const char *text,
           gboolean    is_fault)
{
  gtk_widget_set_visible (line->note_row, text && *text);
  gtk_label_set_label (line->note, text ? text : "");
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (line->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line->note), "error");
  if (is_fault)
    gtk_widget_add_css_class (line->row, "error");
  else
    gtk_widget_remove_css_class (line->row, "error");
  if (text && *text)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (line->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* --- from the form to values */

static const char *
read_date (FactWordDialog *self,
           Line           *line,
           GValue         *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (line->row));
  guint day = fact_typed_date_parse (text, get_today (self), FACT_TYPED_DATE_COMING);
  g_autofree char *words = fact_day_format_long (day);

  g_value_set_uint (value, day);
  if (*text && !day)
    return _("This is no date. Write 190327 or 2019-03-27.");
  show_note (line, words, FALSE);

  return NULL;
}

static const char *
read_posts (Line   *line,
            GValue *value)
{
  int hundredths = 0;

  if (!fact_word_parse_posts (gtk_editable_get_text (GTK_EDITABLE (line->row)), &hundredths))
    return _("This is no number of posts. Write 1 or 0.5.");
  g_value_set_int (value, hundredths);

  return NULL;
}

static void
read_text (Line   *line,
           GValue *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->row))));

  if (line->field->kind == FACT_WORD_FIELD_SIGNATURE)
    g_value_take_string (value, g_utf8_strup (text, -1));
  else if (*text)
    g_value_set_string (value, text);
}

/* Returns: what is wrong with it, NULL nothing. */
static const char *
read_line (FactWordDialog *self,
           Line           *line,
           GValue         *value)
{
  switch (line->field->kind) {
  case FACT_WORD_FIELD_DATE:
    return read_date (self, line, value);
  case FACT_WORD_FIELD_POSTS:
    return read_posts (line, value);
  case FACT_WORD_FIELD_NUMBER:
    g_value_set_int (value, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (line->control)));
    return NULL;
  case FACT_WORD_FIELD_SWITCH:
    g_value_set_boolean (value, gtk_switch_get_active (GTK_SWITCH (line->control)));
    return NULL;
  case FACT_WORD_FIELD_OFFERED:
    g_value_set_boolean (value, !gtk_switch_get_active (GTK_SWITCH (line->control)));
    return NULL;
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
    g_value_set_enum (value, (int) adw_combo_row_get_selected (ADW_COMBO_ROW (line->row)));
    return NULL;
  case FACT_WORD_FIELD_ORGANISATION: {
    guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (line->row));

    g_value_set_object (value, place > 0 && place <= self->organisations->len ? self->organisations->pdata[place - 1]
                                                                              : NULL);
    return NULL;
  }
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  default:
    read_text (line, value);
    return NULL;
  }
}

static void
init_value (FactWordDialog *self,
            Line           *line,
            GValue         *value)
{
  GType type = fact_words_get_type_of (self->words);
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  int column = fact_record_class_find_column (FACT_RECORD_CLASS (klass), line->field->property);

  g_value_init (value, FACT_RECORD_CLASS (klass)->pspecs[column]->value_type);
}

/* Where a fault that the team finds is shown: it speaks of the last day, or of what the word is called. */
static Line *
find_line_of_fault (FactWordDialog *self)
{
  Line *from = NULL, *until = NULL;
  guint first, last;

  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = &g_array_index (self->lines, Line, i);

    if (g_str_equal (line->field->property, "from-date"))
      from = line;
    if (g_str_equal (line->field->property, "until"))
      until = line;
  }
  if (!from || !until)
    return &g_array_index (self->lines, Line, 0);
  first = fact_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (from->row)), get_today (self),
                                 FACT_TYPED_DATE_COMING);
  last = fact_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (until->row)), get_today (self),
                                FACT_TYPED_DATE_COMING);

  return last && last < first ? until : &g_array_index (self->lines, Line, 0);
}

static gboolean
read_all (FactWordDialog *self,
          GPtrArray      *names,
          GArray         *values)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = &g_array_index (self->lines, Line, i);
    GValue value = G_VALUE_INIT;
    const char *fault;

    show_note (line, NULL, FALSE);
    init_value (self, line, &value);
    fault = read_line (self, line, &value);
    if (fault)
      show_note (line, fault, TRUE);
    good = good && !fault;
    if (line->touched || !self->record) {
      g_ptr_array_add (names, (gpointer) line->field->property);
      g_array_append_val (values, value);
    } else {
      g_value_unset (&value);
    }
  }
  if (self->words == FACT_WORDS_FUNCTIONS && !self->record) {
    GValue value = G_VALUE_INIT;

    g_value_init (&value, G_TYPE_BOOLEAN);
    g_value_set_boolean (&value, TRUE);
    g_ptr_array_add (names, (gpointer) "function");
    g_array_append_val (values, value);
  }

  return good;
}

/* The change as the form stands, with all faults shown. (transfer full) (nullable) */
static FactChange *
build (FactWordDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (GValue));
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GError) error = NULL;
  Line *line;
  gboolean good;

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  good = read_all (self, names, values);
  if (self->record)
    change = fact_team_edit_word (self->team, self->record, names->len, (const char *const *) names->pdata,
                                  (GValue *) (void *) values->data, &error);
  else
    change = fact_team_add_word (self->team, fact_words_get_type_of (self->words), names->len,
                                 (const char *const *) names->pdata, (GValue *) (void *) values->data, &error);
  line = find_line_of_fault (self);
  /* An untouched form is not wrong, it is not filled in. */
  if (error && (self->record || line->touched))
    show_note (line, error->message, TRUE);

  return good ? g_steal_pointer (&change) : NULL;
}

/* --- what is done */

static void
changed_cb (FactWordDialog *self)
{
  g_autoptr (FactChange) change = self->loading ? NULL : build (self);

  gtk_widget_set_sensitive (self->save_button, change && !fact_change_is_empty (change));
}

static void
touched_cb (GObject        *control,
            GParamSpec     *pspec,
            FactWordDialog *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (control, "fact-line"));

  if (self->loading)
    return;
  g_array_index (self->lines, Line, place).touched = TRUE;
  changed_cb (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (FactWordDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (fact_team_commit_finish (FACT_TEAM (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    fact_dialog_tell (GTK_WIDGET (self), _("That did not work"), error->message);
}

static void
save_cb (FactWordDialog *self)
{
  g_autoptr (FactChange) change = build (self);

  if (change && !fact_change_is_empty (change))
    fact_team_commit_async (self->team, change, NULL, saved_cb, g_object_ref (self));
}

/* --- from the record to the form */

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
make_combo (FactWordDialog *self,
            Line           *line)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  if (line->field->kind == FACT_WORD_FIELD_ORGANISATION) {
    gtk_string_list_append (words, C_("organisation", "None"));
    for (guint i = 0; i < self->organisations->len; i++)
      gtk_string_list_append (words, fact_organisation_get_name (self->organisations->pdata[i]));
  } else {
    for (int i = 0; i <= line->field->most; i++)
      gtk_string_list_append (words, line->field->get_word (i));
  }
  if (line->field->kind == FACT_WORD_FIELD_COLOR) {
    g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

    g_signal_connect (factory, "setup", G_CALLBACK (set_up_swatch_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (bind_swatch_cb), NULL);
    adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  line->control = row;

  return row;
}

static GtkWidget *
make_action_row (Line      *line,
                 GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fact_word_field_get_title (line->field), -1);
  line->control = control;

  return row;
}

static GtkWidget *
make_entry (FactWordDialog *self,
            Line           *line)
{
  line->control = adw_entry_row_new ();
  g_signal_connect_object (line->control, "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);

  return line->control;
}

static GtkWidget *
make_row (FactWordDialog *self,
          Line           *line)
{
  switch (line->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    return make_action_row (line, gtk_spin_button_new_with_range (0, line->field->most, 1));
  case FACT_WORD_FIELD_SWITCH:
  case FACT_WORD_FIELD_OFFERED:
    return make_action_row (line, gtk_switch_new ());
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
  case FACT_WORD_FIELD_ORGANISATION:
    return make_combo (self, line);
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  case FACT_WORD_FIELD_POSTS:
  case FACT_WORD_FIELD_DATE:
  default:
    return make_entry (self, line);
  }
}

static GtkWidget *
make_note_row (Line *line)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  line->note = GTK_LABEL (label);
  gtk_label_set_wrap (line->note, TRUE);
  gtk_label_set_xalign (line->note, 0);
  gtk_widget_add_css_class (label, "fact-note");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);

  return row;
}

static const char *
get_watched (const Line *line)
{
  if (GTK_IS_SPIN_BUTTON (line->control))
    return "notify::value";
  if (GTK_IS_SWITCH (line->control))
    return "notify::active";
  return ADW_IS_COMBO_ROW (line->control) ? "notify::selected" : "notify::text";
}

static void
add_line (FactWordDialog      *self,
          const FactWordField *field)
{
  Line line = { .field = field };

  line.row = make_row (self, &line);
  line.note_row = make_note_row (&line);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line.row), fact_word_field_get_title (field));
  adw_preferences_group_add (self->group, line.row);
  adw_preferences_group_add (self->group, line.note_row);
  g_object_set_data (G_OBJECT (line.control), "fact-line", GUINT_TO_POINTER (self->lines->len));
  g_signal_connect_object (line.control, get_watched (&line), G_CALLBACK (touched_cb), self, 0);
  g_array_append_val (self->lines, line);
}

/* A name of the role's shows as if it were given: clearing it brings the role's word back. */
static char *
get_shown_text (FactWordDialog *self,
                const Line     *line)
{
  g_autofree char *text = NULL;

  g_object_get (self->record, line->field->property, &text, NULL);
  if (!text && line->field->kind == FACT_WORD_FIELD_NAME)
    return g_strdup (g_str_equal (line->field->property, "short-name")
                     ? fact_kind_get_short_label (FACT_KIND (self->record)) : fact_word_get_label (self->record));

  return g_steal_pointer (&text);
}

static void
load_line (FactWordDialog *self,
           Line           *line)
{
  const char *property = line->field->property;
  g_autofree char *text = NULL;
  g_autoptr (FactOrganisation) organisation = NULL;
  guint place = 0;
  int number = 0;

  switch (line->field->kind) {
  case FACT_WORD_FIELD_NUMBER:
    g_object_get (self->record, property, &number, NULL);
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (line->control), number);
    return;
  case FACT_WORD_FIELD_SWITCH:
  case FACT_WORD_FIELD_OFFERED:
    g_object_get (self->record, property, &number, NULL);
    gtk_switch_set_active (GTK_SWITCH (line->control), (line->field->kind == FACT_WORD_FIELD_OFFERED) != !!number);
    return;
  case FACT_WORD_FIELD_CHOICE:
  case FACT_WORD_FIELD_COLOR:
    g_object_get (self->record, property, &number, NULL);
    adw_combo_row_set_selected (ADW_COMBO_ROW (line->row), (guint) number);
    return;
  case FACT_WORD_FIELD_ORGANISATION:
    g_object_get (self->record, property, &organisation, NULL);
    if (g_ptr_array_find (self->organisations, organisation, &place))
      adw_combo_row_set_selected (ADW_COMBO_ROW (line->row), place + 1);
    return;
  case FACT_WORD_FIELD_DATE:
    g_object_get (self->record, property, &place, NULL);
    text = fact_day_format_iso (place);
    break;
  case FACT_WORD_FIELD_POSTS:
    g_object_get (self->record, property, &number, NULL);
    text = fact_word_format_posts (number);
    break;
  case FACT_WORD_FIELD_NAME:
  case FACT_WORD_FIELD_SIGNATURE:
  case FACT_WORD_FIELD_TEXT:
  default:
    text = get_shown_text (self, line);
  }
  gtk_editable_set_text (GTK_EDITABLE (line->row), text ? text : "");
}

/* What most new words of the kind have. */
static void
load_new (FactWordDialog *self,
          Line           *line)
{
  const FactWordField *field = line->field;
  g_autofree char *today = fact_day_format_iso (get_today (self));

  if (field->kind == FACT_WORD_FIELD_OFFERED)
    gtk_switch_set_active (GTK_SWITCH (line->control), TRUE);
  else if (g_str_equal (field->property, "from-date"))
    gtk_editable_set_text (GTK_EDITABLE (line->row), today);
  else if (g_str_equal (field->property, "posts"))
    gtk_editable_set_text (GTK_EDITABLE (line->row), "1");
  else if (g_str_equal (field->property, "kind"))
    adw_combo_row_set_selected (ADW_COMBO_ROW (line->row), FACT_ORGANISATION_MUNICIPALITY);
  else if (g_str_equal (field->property, "minutes"))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (line->control), 60);
}

static const char *
get_new_title (FactWords words)
{
  static const char *const titles[] = {
    [FACT_WORDS_PEOPLE] = N_("New Person in the Team"),
    [FACT_WORDS_FUNCTIONS] = N_("New Function"),
    [FACT_WORDS_LEFT] = N_("New Person in the Team"),
    [FACT_WORDS_ORGANISATIONS] = N_("New Organisation"),
    [FACT_WORDS_TRIAGES] = N_("New Triage State"),
    [FACT_WORDS_REASONS] = N_("New Reason"),
    [FACT_WORDS_KINDS] = N_("New Kind of Contact"),
  };

  return _(titles[words]);
}

static void
load (FactWordDialog *self)
{
  GListModel *organisations = fact_team_get_vocabulary (self->team, FACT_TYPE_ORGANISATION);
  guint n;
  const FactWordField *fields = fact_words_list_fields (self->words, &n);

  gtk_window_set_title (GTK_WINDOW (self), self->record ? fact_word_get_label (self->record)
                                                        : get_new_title (self->words));
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    g_ptr_array_add (self->organisations, g_list_model_get_item (organisations, i));
  self->loading = TRUE;
  for (guint i = 0; i < n; i++)
    add_line (self, &fields[i]);
  for (guint i = 0; i < n; i++) {
    if (self->record)
      load_line (self, &g_array_index (self->lines, Line, i));
    else
      load_new (self, &g_array_index (self->lines, Line, i));
  }
  self->loading = FALSE;
  changed_cb (self);
  gtk_widget_grab_focus (g_array_index (self->lines, Line, 0).row);
}

static void
fact_word_dialog_finalize (GObject *object)
{
  FactWordDialog *self = FACT_WORD_DIALOG (object);

  g_clear_object (&self->team);
  g_clear_object (&self->record);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->organisations);

  G_OBJECT_CLASS (fact_word_dialog_parent_class)->finalize (object);
}

static void
fact_word_dialog_class_init (FactWordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = fact_word_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/facttavlan/Facttavlan/ui/fact-word-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FactWordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FactWordDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fact_word_dialog_init (FactWordDialog *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->organisations = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  fact_board_style_ensure (GTK_WIDGET (self));
}

FactWordDialog *
fact_word_dialog_new (GtkWindow  *parent,
                      FactTeam   *team,
                      FactWords   words,
                      FactRecord *record)
{
  FactWordDialog *self;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);
  g_return_val_if_fail (!record || FACT_IS_RECORD (record), NULL);

  self = g_object_new (FACT_TYPE_WORD_DIALOG, "transient-for", parent, NULL);
  self->team = g_object_ref (team);
  self->record = record ? g_object_ref (record) : NULL;
  self->words = words;
  load (self);

  return self;
}

void
fact_word_dialog_propose (FactWordDialog *self,
                          const char     *property,
                          const char     *text)
{
  g_return_if_fail (FACT_IS_WORD_DIALOG (self));

  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = &g_array_index (self->lines, Line, i);

    if (!g_str_equal (line->field->property, property))
      continue;
    gtk_editable_set_text (GTK_EDITABLE (line->row), text);
    gtk_widget_grab_focus (line->row);
  }
}
