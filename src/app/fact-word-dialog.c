/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-dialog.h"

#include <glib/gi18n.h>

#include "fact-board-style.h"
#include "fact-day.h"
#include "fact-dialog.h"
#include "fact-organisation.h"
#include "fact-staff.h"
#include "fact-team-vocabulary.h"
#include "fact-word-leaving.h"
#include "fact-word-line.h"

#define WIDTH 480
#define LEAVING_HEIGHT 640          /* what is planned after the last day is to be seen when it appears */

struct _FactWordDialog {
  AdwWindow parent_instance;

  /* owned */
  FactTeam *team;
  FactRecord *record;              /* NULL: a new one */
  FactWords words;
  GPtrArray *lines;                /* of FactWordLine, one a field */
  GPtrArray *organisations;        /* of FactOrganisation, as offered */

  /* borrowed */
  GtkBox *box;
  AdwPreferencesGroup *group;
  GtkWidget *save_button;
  GtkWidget *leaving;              /* what is planned after the last day; NULL: of nobody */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (FactWordDialog, fact_word_dialog, ADW_TYPE_WINDOW)

static guint
get_today (FactWordDialog *self)
{
  return fact_clock_get_today (fact_team_get_clock (self->team));
}

/* --- from the form to a change */

static FactWordLine *
find_line (FactWordDialog *self,
           const char     *property)
{
  for (guint i = 0; i < self->lines->len; i++) {
    FactWordLine *line = self->lines->pdata[i];

    if (g_str_equal (line->field->property, property))
      return line;
  }
  return NULL;
}

/* Returns: a Julian day, 0 for none and for what is no date. */
static guint
read_day (FactWordDialog *self,
          const char     *property)
{
  FactWordLine *line = find_line (self, property);
  GValue value = G_VALUE_INIT;
  guint day;

  if (!line)
    return 0;
  fact_word_line_read (line, get_today (self), &value);
  day = g_value_get_uint (&value);
  g_value_unset (&value);

  return day;
}

/* Where a fault that the team finds is shown: it speaks of the last day, or of what the word is called. */
static FactWordLine *
find_line_of_fault (FactWordDialog *self)
{
  guint last = read_day (self, "until");

  return last && last < read_day (self, "from-date") ? find_line (self, "until") : self->lines->pdata[0];
}

/* Reads @line into @names and @values if it is to be written. Returns: whether it can be. */
static gboolean
read_line (FactWordDialog *self,
           FactWordLine   *line,
           GPtrArray      *names,
           GArray         *values)
{
  GValue value = G_VALUE_INIT;
  const char *fault = fact_word_line_read (line, get_today (self), &value);
  g_autofree char *day = line->field->kind == FACT_WORD_FIELD_DATE ? fact_day_format_long (g_value_get_uint (&value)) : NULL;

  fact_word_line_show_note (line, fault ? fault : day, fault != NULL);
  if (!self->record || fact_word_line_is_changed (line, &value)) {
    g_ptr_array_add (names, (gpointer) line->field->property);
    g_array_append_val (values, value);
  } else {
    g_value_unset (&value);
  }

  return !fault;
}

static gboolean
read_all (FactWordDialog *self,
          GPtrArray      *names,
          GArray         *values)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    good = read_line (self, self->lines->pdata[i], names, values) && good;
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
  FactWordLine *line;
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
    fact_word_line_show_note (line, error->message, TRUE);
  if (change && self->leaving)
    fact_word_leaving_add_to (FACT_WORD_LEAVING (self->leaving), change);

  return good ? g_steal_pointer (&change) : NULL;
}

/* --- what is done */

static void
changed_cb (FactWordDialog *self)
{
  g_autoptr (FactChange) change = NULL;

  if (self->loading)
    return;
  if (self->leaving)
    fact_word_leaving_set_last (FACT_WORD_LEAVING (self->leaving), read_day (self, "until"));
  change = build (self);
  gtk_widget_set_sensitive (self->save_button, change && !fact_change_is_empty (change));
}

static void
touched_cb (GObject        *control,
            GParamSpec     *pspec,
            FactWordDialog *self)
{
  FactWordLine *line = g_object_get_data (control, "fact-line");

  if (self->loading)
    return;
  line->touched = TRUE;
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

/* Whether somebody else has written what this form would write over: both are shown first. */
static gboolean
catch_up (FactWordDialog *self)
{
  gboolean told = FALSE;

  self->loading = TRUE;
  for (guint i = 0; self->record && i < self->lines->len; i++)
    told = fact_word_line_catch_up (self->lines->pdata[i], self->record) || told;
  self->loading = FALSE;

  return told;
}

static void
save_cb (FactWordDialog *self)
{
  g_autoptr (FactChange) change = NULL;

  if (catch_up (self))
    return;
  change = build (self);
  if (change && !fact_change_is_empty (change))
    fact_team_commit_async (self->team, change, NULL, saved_cb, g_object_ref (self));
}

/* --- what it is made of */

static void
add_line (FactWordDialog      *self,
          const FactWordField *field)
{
  FactWordLine *line = fact_word_line_new (field, fact_words_get_type_of (self->words), self->organisations);

  adw_preferences_group_add (self->group, line->row);
  adw_preferences_group_add (self->group, line->note_row);
  g_object_set_data (G_OBJECT (line->control), "fact-line", line);
  g_signal_connect_object (line->control, fact_word_line_get_signal (line), G_CALLBACK (touched_cb), self, 0);
  if (ADW_IS_ENTRY_ROW (line->control))
    g_signal_connect_object (line->control, "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lines, line);
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
  int height = -1;

  gtk_window_set_title (GTK_WINDOW (self), self->record ? fact_word_get_label (self->record)
                                                        : get_new_title (self->words));
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    g_ptr_array_add (self->organisations, g_list_model_get_item (organisations, i));
  self->loading = TRUE;
  for (guint i = 0; i < n; i++)
    add_line (self, &fields[i]);
  for (guint i = 0; i < n; i++) {
    if (self->record)
      fact_word_line_load (self->lines->pdata[i], self->record);
    else
      fact_word_line_load_new (self->lines->pdata[i], get_today (self));
  }
  if (self->record && FACT_IS_STAFF (self->record) && find_line (self, "until")) {
    self->leaving = fact_word_leaving_new (self->team, FACT_STAFF (self->record));
    gtk_box_append (self->box, self->leaving);
    height = LEAVING_HEIGHT;
    g_signal_connect_object (self->leaving, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  }
  fact_dialog_fit_text (GTK_WINDOW (self), WIDTH, height);
  self->loading = FALSE;
  changed_cb (self);
  gtk_widget_grab_focus (((FactWordLine *) self->lines->pdata[0])->row);
}

static void
fact_word_dialog_finalize (GObject *object)
{
  FactWordDialog *self = FACT_WORD_DIALOG (object);

  g_clear_object (&self->team);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->lines);
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
  gtk_widget_class_bind_template_child (widget_class, FactWordDialog, box);
  gtk_widget_class_bind_template_child (widget_class, FactWordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FactWordDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fact_word_dialog_init (FactWordDialog *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_word_line_free);
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
  FactWordLine *line;

  g_return_if_fail (FACT_IS_WORD_DIALOG (self));

  line = find_line (self, property);
  if (!line)
    return;
  gtk_editable_set_text (GTK_EDITABLE (line->row), text);
  gtk_widget_grab_focus (line->row);
}
