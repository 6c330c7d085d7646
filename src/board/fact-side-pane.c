/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-side-pane.h"

#include "fact-board-column.h"
#include "fact-board-style.h"
#include "fact-history.h"
#include "fact-team-weeks.h"
#include "fact-week-bars.h"

#include <glib/gi18n.h>

#define N_WEEKS 4
#define N_CHANGES 5
#define LABEL_CHARS 34
#define TEXT_MARGIN 6

static const FactBoardColumn columns[] = {
  FACT_BOARD_COLUMN_SITUATION, FACT_BOARD_COLUMN_ACTIONS, FACT_BOARD_COLUMN_SAFETY,
};

/* A text that is written in place. */
typedef struct {
  GtkWidget *view;
  FactField field;
  char *before;                    /* what stood there when it was last taken over */
} Text;

struct _FactSidePane {
  GtkWidget parent_instance;

  /* owned */
  FactTeam *team;
  FactBoardRow *row;
  char *stay_uid;                  /* of the row, also when it has left the board */
  GCancellable *reading;           /* ends what is read for a row that is not shown any more */
  Text texts[G_N_ELEMENTS (columns)];

  /* borrowed */
  GtkWidget *scroller;
  GtkWidget *code;
  GtkWidget *tag;                  /* mark and triage */
  GtkWidget *mark;
  GtkWidget *triage;
  GtkWidget *age;                  /* of the actions */
  GtkWidget *age_label;
  GtkWidget *age_button;
  GtkWidget *facts;
  GtkWidget *details;
  GtkWidget *bars;
  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (FactSidePane, fact_side_pane, GTK_TYPE_WIDGET)

static char *
get_typed (Text *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
save_text (FactSidePane *self,
           Text         *text)
{
  g_autofree char *typed = get_typed (text);
  g_autofree char *before = NULL;

  if (!self->stay_uid || g_strcmp0 (typed, text->before) == 0)
    return;
  before = g_steal_pointer (&text->before);
  /* From now on it stands for the text of the board; should it be refused, the page keeps what was typed. */
  text->before = g_strdup (typed);
  gtk_widget_activate_action (GTK_WIDGET (self), "board.set-field", "(siss)", self->stay_uid, (int) text->field, typed,
                              before ? before : "");
}

/* Takes over what stands there now, but not over what somebody is typing. */
static void
take_over (FactSidePane *self,
           Text         *text)
{
  g_autofree char *typed = get_typed (text);
  const char *now = fact_board_row_get_text (self->row, text->field);

  if (text->before && g_strcmp0 (typed, text->before) != 0)
    return;
  if (g_strcmp0 (text->before, now) == 0)
    return;
  g_free (text->before);
  text->before = g_strdup (now);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text->view)), now, -1);
}

/* A text view beside others is given the height of one line until it has looked at all of its text, and then keeps it:
 * so it asks for the height of its text. */
static gboolean
fit_cb (GtkWidget     *view,
        GdkFrameClock *clock,
        gpointer       data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *typed = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (gtk_widget_get_width (view) <= 2 * TEXT_MARGIN)
    return G_SOURCE_CONTINUE;
  g_object_get (buffer, "text", &typed, NULL);
  layout = gtk_widget_create_pango_layout (view, typed);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (gtk_widget_get_width (view) - 2 * TEXT_MARGIN) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_set_size_request (view, -1, height + 2 * TEXT_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, fit_cb, NULL, NULL);
}

static void
append_fact (GString    *string,
             const char *name,
             const char *value)
{
  if (!value || !*value)
    return;
  if (string->len > 0)
    g_string_append (string, " · ");
  if (name)
    g_string_append_printf (string, "%s\xc2\xa0", name);
  g_string_append (string, value);
}

static void
show_facts (FactSidePane *self)
{
  FactTriage *triage = fact_board_row_get_triage (self->row);
  g_autofree char *day = g_strdup_printf (_("day %u"), fact_board_row_get_day_count (self->row));
  g_autofree char *state = g_strdup_printf ("%s · %s", fact_triage_get_label (triage), day);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *namesakes = fact_board_row_get_namesakes (self->row);
  g_autofree char *code = g_strdup_printf ("%s%s%s", fact_board_row_get_code (self->row), namesakes ? " · " : "",
                                           namesakes ? namesakes : "");

  append_fact (facts, NULL, fact_board_row_get_text (self->row, FACT_FIELD_OTHER_PROVIDERS));
  append_fact (facts, fact_board_column_get_title (FACT_BOARD_COLUMN_CARE_CONTACT),
               fact_board_row_get_text (self->row, FACT_FIELD_CARE_CONTACT));
  append_fact (facts, fact_board_column_get_title (FACT_BOARD_COLUMN_PHYSICIAN),
               fact_board_row_get_text (self->row, FACT_FIELD_PHYSICIAN));
  gtk_label_set_label (GTK_LABEL (self->code), code);
  gtk_label_set_label (GTK_LABEL (self->triage), state);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), fact_board_style_get_mark (fact_triage_get_color (triage)));
  fact_board_style_set_color (self->tag, fact_triage_get_color (triage));
  gtk_label_set_label (GTK_LABEL (self->facts), facts->str);
}

static void
show_age (FactSidePane *self)
{
  FactWeek week = fact_board_row_get_actions_week (self->row);
  g_autofree char *label = week > 0 ? fact_week_format_label (week) : NULL;
  /* Translators: of the actions on the board; %s is a week: "text from v. 46" */
  g_autofree char *text = label ? g_strdup_printf (_("text from %s"), label) : NULL;

  gtk_widget_set_visible (self->age, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->age_label), text ? text : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->age_button), "s", fact_board_row_get_stay_uid (self->row));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (FactSidePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = fact_team_count_weeks_finish (FACT_TEAM (source), result, &error);

  if (counts && self->bars)
    fact_week_bars_set_counts (FACT_WEEK_BARS (self->bars), counts);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The contacts of four weeks could not be read: %s", error->message);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (FactSidePane) self = data;
  g_autoptr (GError) error = NULL;
  gint64 next;
  g_autoptr (GPtrArray) entries = fact_team_read_history_finish (FACT_TEAM (source), result, &next, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The last changes could not be read: %s", error->message);
  if (!entries || !self->changes)
    return;
  for (guint i = 0; i < entries->len; i++) {
    FactHistoryEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *day = fact_day_format (fact_history_entry_get_day (entry));

    g_string_append_printf (text, "%s%s %s %s: %s", i ? "\n" : "", day, fact_history_entry_get_clock_time (entry),
                            fact_history_entry_get_who_words (entry), fact_history_entry_get_words (entry));
  }
  gtk_label_set_label (GTK_LABEL (self->changes), text->str);
}

/* What is read from the file: only for a pane that is seen. */
static void
read_more (FactSidePane *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (!self->row || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->reading = g_cancellable_new ();
  fact_team_count_weeks_async (self->team, self->row, N_WEEKS, self->reading, counted_cb, g_object_ref (self));
  fact_team_read_history_async (self->team, fact_board_row_get_patient_uid (self->row), NULL, 0, N_CHANGES, self->reading,
                                read_cb, g_object_ref (self));
}

static void
text_left_cb (GtkEventControllerFocus *controller,
              FactSidePane            *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++) {
    if (self->texts[i].view == view)
      save_text (self, &self->texts[i]);
  }
}

static void
read_only_changed_cb (FactSidePane *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->texts[i].view), !fact_team_is_read_only (self->team));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", LABEL_CHARS, NULL);

  if (style_class)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Of which week the actions are, and the way to say that they still hold. */
static GtkWidget *
make_age (FactSidePane *self)
{
  self->age = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->age_label = add_label (self->age, "", "caption");
  gtk_widget_set_hexpand (self->age_label, TRUE);
  self->age_button = gtk_button_new_with_label (_("Still Holds"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->age_button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->age_button), "board.confirm-actions");
  gtk_box_append (GTK_BOX (self->age), self->age_button);

  return self->age;
}

static void
add_text (FactSidePane *self,
          GtkWidget    *box,
          guint         i)
{
  const char *title = fact_board_column_get_title (columns[i]);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Text *text = &self->texts[i];

  text->field = fact_board_column_get_field (columns[i]);
  text->view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                             "top-margin", TEXT_MARGIN, "bottom-margin", TEXT_MARGIN,
                             "left-margin", TEXT_MARGIN, "right-margin", TEXT_MARGIN, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text->view)), "changed", G_CALLBACK (text_changed_cb),
                           text->view, G_CONNECT_SWAPPED);
  add_label (box, title, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (text->view, "card");
  g_signal_connect (focus, "leave", G_CALLBACK (text_left_cb), self);
  gtk_widget_add_controller (text->view, focus);
  gtk_box_append (GTK_BOX (box), text->view);
  if (text->field == FACT_FIELD_ACTIONS)
    gtk_box_append (GTK_BOX (box), make_age (self));
}

static GtkWidget *
make_content (FactSidePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->code = add_label (head, "", "title-2");
  self->tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->tag, "side-triage");
  gtk_widget_set_valign (self->tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->tag), self->mark);
  self->triage = add_label (self->tag, "", NULL);
  gtk_box_append (GTK_BOX (head), self->tag);
  gtk_box_append (GTK_BOX (self->details), head);
  self->facts = add_label (self->details, "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_text (self, self->details, i);
  add_label (self->details, _("Contacts, four weeks"), "heading");
  self->bars = fact_week_bars_new ();
  gtk_box_append (GTK_BOX (self->details), self->bars);
  add_label (self->details, _("Last changes"), "heading");
  self->changes = add_label (self->details, "", "caption");
  gtk_box_append (GTK_BOX (box), self->details);
  return box;
}

static void
fact_side_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fact_side_pane_parent_class)->map (widget);
  read_more (FACT_SIDE_PANE (widget));
}

static void
fact_side_pane_unmap (GtkWidget *widget)
{
  fact_side_pane_save (FACT_SIDE_PANE (widget));
  GTK_WIDGET_CLASS (fact_side_pane_parent_class)->unmap (widget);
}

static void
fact_side_pane_dispose (GObject *object)
{
  FactSidePane *self = FACT_SIDE_PANE (object);

  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->stay_uid, g_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->bars = self->changes = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i].before, g_free);
  g_clear_object (&self->row);
  g_clear_object (&self->team);

  G_OBJECT_CLASS (fact_side_pane_parent_class)->dispose (object);
}

static void
fact_side_pane_class_init (FactSidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_side_pane_dispose;
  widget_class->map = fact_side_pane_map;
  widget_class->unmap = fact_side_pane_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "side-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fact_side_pane_init (FactSidePane *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The patient in short"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), make_content (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (self->details, FALSE);
}

GtkWidget *
fact_side_pane_new (FactTeam *team)
{
  FactSidePane *self = g_object_new (FACT_TYPE_SIDE_PANE, NULL);

  self->team = g_object_ref (team);
  g_signal_connect_object (team, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  read_only_changed_cb (self);
  return GTK_WIDGET (self);
}

void
fact_side_pane_set_row (FactSidePane *self,
                        FactBoardRow *row)
{
  g_return_if_fail (FACT_IS_SIDE_PANE (self));

  if (row && fact_board_row_is_masked (row))
    row = NULL;
  if (row != self->row) {
    fact_side_pane_save (self);
    g_set_object (&self->row, row);
    g_free (self->stay_uid);
    self->stay_uid = row ? g_strdup (fact_board_row_get_stay_uid (row)) : NULL;
    for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
      g_clear_pointer (&self->texts[i].before, g_free);
    gtk_label_set_label (GTK_LABEL (self->changes), "");
    fact_week_bars_set_counts (FACT_WEEK_BARS (self->bars), NULL);
  }
  gtk_widget_set_visible (self->details, row != NULL);
  if (!row)
    return;
  show_facts (self);
  show_age (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    take_over (self, &self->texts[i]);
  read_more (self);
}

void
fact_side_pane_save (FactSidePane *self)
{
  g_return_if_fail (FACT_IS_SIDE_PANE (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    save_text (self, &self->texts[i]);
}
