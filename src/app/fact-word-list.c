/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-word-list.h"

#include <glib/gi18n.h>

#include "fact-board-style.h"
#include "fact-day.h"
#include "fact-dialog.h"
#include "fact-staff.h"
#include "fact-team-vocabulary.h"
#include "fact-triage.h"
#include "fact-who-dialog.h"
#include "fact-word-dialog.h"
#include "fact-word-row.h"

struct _FactWordList {
  AdwPreferencesGroup parent_instance;

  /* owned */
  FactTeam *team;
  FactWords words;
  GListModel *model;               /* of FactRecord: those shown */
  GtkFilter *filter;               /* NULL: all of the type are shown */
  char *focus_uid;                 /* whose row gets the focus when it is made anew */

  GtkListBox *list;                /* borrowed */
};

G_DEFINE_FINAL_TYPE (FactWordList, fact_word_list, ADW_TYPE_PREFERENCES_GROUP)

static const struct {
  const char *title;
  const char *description;
  const char *add;
} texts[] = {
  [FACT_WORDS_PEOPLE] = { N_("People"), NULL, N_("Add a Person") },
  [FACT_WORDS_FUNCTIONS] = { N_("Functions"), N_("Signatures that stand for no one person"), N_("Add a Function") },
  [FACT_WORDS_LEFT] = { N_("No Longer in the Team"), NULL, NULL },
  [FACT_WORDS_ORGANISATIONS] = { N_("Organisations"), N_("Where staff are employed and patients get help"),
                                 N_("Add an Organisation") },
  [FACT_WORDS_TRIAGES] = { N_("Triage States"), N_("The sections of the board, in its order"), N_("Add a Triage State") },
  [FACT_WORDS_REASONS] = { N_("Reasons"), N_("Why somebody is on the board"), N_("Add a Reason") },
  [FACT_WORDS_KINDS] = { N_("Kinds of Contact"), N_("The short form is what is written in the week"),
                         N_("Add a Kind of Contact") },
};

static FactRecord *
find (FactWordList *self,
      const char   *uid,
      guint        *place)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (self->model, i);

    if (g_str_equal (fact_record_get_uid (record), uid)) {
      *place = i;
      return record;               /* the team keeps it */
    }
  }

  return NULL;
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  FactWordList *self = data;
  guint until = fact_staff_get_until (item);
  gboolean left = until && until < fact_clock_get_today (fact_team_get_clock (self->team));

  if (self->words == FACT_WORDS_FUNCTIONS)
    return fact_staff_get_function (item);

  return !fact_staff_get_function (item) && left == (self->words == FACT_WORDS_LEFT);
}

/* --- what is done */

static void
show_done (FactWordList *self,
           const char   *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  if (window)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (FactWordList) self = data;
  g_autoptr (GError) error = NULL;

  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error))
    fact_dialog_tell (GTK_WIDGET (self), _("That did not work"), error->message);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (FactWordList) self = data;
  g_autoptr (GError) error = NULL;

  if (fact_team_commit_finish (FACT_TEAM (source), result, &error))
    show_done (self, _("Removed"));
  else
    fact_dialog_tell (GTK_WIDGET (self), _("That did not work"), error->message);
}

static void
commit (FactWordList        *self,
        FactChange          *change,
        GError              *error,
        GAsyncReadyCallback  callback)
{
  g_autoptr (FactChange) owned = change;
  g_autoptr (GError) taken = error;

  if (owned)
    fact_team_commit_async (self->team, owned, NULL, callback, g_object_ref (self));
  else
    fact_dialog_tell (GTK_WIDGET (self), _("That did not work"), taken->message);
}

static FactWordDialog *
open_dialog (FactWordList *self,
             FactRecord   *record)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
  FactWordDialog *dialog = fact_word_dialog_new (window, self->team, self->words, record);

  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  FactWordList *self = FACT_WORD_LIST (widget);

  if (!fact_who_dialog_ask_first (widget, self->team, action, parameter))
    open_dialog (self, NULL);
}

static void
keep_focus (FactWordList *self,
            const char   *uid)
{
  g_free (self->focus_uid);
  self->focus_uid = g_strdup (uid);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FactWordList *self = FACT_WORD_LIST (widget);
  const char *uid = g_variant_get_string (parameter, NULL);
  guint place;
  FactRecord *record = find (self, uid, &place);
  FactWordDialog *dialog;

  if (!record || fact_who_dialog_ask_first (widget, self->team, action, parameter))
    return;
  keep_focus (self, uid);
  dialog = open_dialog (self, record);
  if (g_str_equal (action, "word.end")) {
    g_autofree char *today = fact_day_format_iso (fact_clock_get_today (fact_team_get_clock (self->team)));

    fact_word_dialog_propose (dialog, "until", today);
  }
}

/* @place: among those shown, where it comes to stand before what is there now. */
static void
move_before (FactWordList *self,
             FactRecord   *record,
             guint         place)
{
  GListModel *all = fact_team_get_vocabulary (self->team, fact_words_get_type_of (self->words));
  g_autoptr (FactRecord) next = g_list_model_get_item (self->model, place);
  g_autoptr (FactRecord) last = next ? NULL : g_list_model_get_item (self->model, place - 1);
  FactChange *change;
  GError *error = NULL;

  /* The end of those shown need not be the end of all. */
  for (guint i = 0; last && i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactRecord) one = g_list_model_get_item (all, i);

    if (one == last) {
      next = g_list_model_get_item (all, i + 1);
      break;
    }
  }
  if (next == record || last == record)
    return;
  keep_focus (self, fact_record_get_uid (record));
  change = fact_team_move_word (self->team, record, next, &error);
  commit (self, change, error, committed_cb);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FactWordList *self = FACT_WORD_LIST (widget);
  gboolean up = g_str_equal (action, "word.move-up");
  guint place;
  FactRecord *record = find (self, g_variant_get_string (parameter, NULL), &place);

  if (record && (up ? place > 0 : place + 1 < g_list_model_get_n_items (self->model)) &&
      !fact_who_dialog_ask_first (widget, self->team, action, parameter))
    move_before (self, record, up ? place - 1 : place + 2);
}

static void
move_to_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  FactWordList *self = FACT_WORD_LIST (widget);
  const char *uid;
  guint place, now;
  FactRecord *record;

  g_variant_get (parameter, "(&su)", &uid, &place);
  record = find (self, uid, &now);
  if (record && !fact_who_dialog_ask_first (widget, self->team, action, parameter))
    move_before (self, record, place);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  FactWordList *self = FACT_WORD_LIST (widget);
  guint place;
  FactRecord *record = find (self, g_variant_get_string (parameter, NULL), &place);
  FactChange *change;
  GError *error = NULL;

  if (!record || fact_who_dialog_ask_first (widget, self->team, action, parameter))
    return;
  change = fact_team_remove_word (self->team, record, &error);
  commit (self, change, error, removed_cb);
}

static void
row_activated_cb (FactWordList  *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "word.edit", "s", fact_word_row_get_uid (GTK_WIDGET (row)));
}

static gboolean
key_pressed_cb (FactWordList    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  gboolean control = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK;
  const char *action = NULL;

  if (control && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    action = "word.move-up";
  else if (control && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    action = "word.move-down";
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    action = "word.remove";
  if (!action || !row)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), action, "s", fact_word_row_get_uid (row));
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  FactWordList *self = data;

  return fact_word_row_new (item, self->words, !fact_team_is_read_only (self->team));
}

/* Rows are made anew when what they show changes: the focus goes with what it was on. */
static void
items_changed_cb (FactWordList *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  guint place;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          texts[self->words].add || g_list_model_get_n_items (self->model) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (self->model) > 0);
  if (added > 0 && self->focus_uid && find (self, self->focus_uid, &place) && place >= position &&
      place < position + added)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) place)));
}

static void
day_changed_cb (FactWordList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_header (FactWordList *self)
{
  const char *add = texts[self->words].add ? _(texts[self->words].add) : "";
  /* Short: with large text the title stands beside it. */
  GtkWidget *button = gtk_button_new_with_label (_("Add…"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(texts[self->words].title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(texts[self->words].title), -1);
  if (texts[self->words].description)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _(texts[self->words].description));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_widget_set_visible (button, texts[self->words].add && !fact_team_is_read_only (self->team));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "word.add");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

static void
fact_word_list_finalize (GObject *object)
{
  FactWordList *self = FACT_WORD_LIST (object);

  g_clear_object (&self->model);
  g_clear_object (&self->team);
  g_free (self->focus_uid);

  G_OBJECT_CLASS (fact_word_list_parent_class)->finalize (object);
}

static void
fact_word_list_class_init (FactWordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fact_word_list_finalize;
  gtk_widget_class_install_action (widget_class, "word.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "word.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "word.end", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "word.move-up", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "word.move-down", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "word.move-to", "(su)", move_to_cb);
  gtk_widget_class_install_action (widget_class, "word.remove", "s", remove_cb);
}

static void
fact_word_list_init (FactWordList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  fact_board_style_ensure (GTK_WIDGET (self));
}

GtkWidget *
fact_word_list_new (FactTeam  *team,
                    FactWords  words)
{
  FactWordList *self;
  GListModel *all;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  self = g_object_new (FACT_TYPE_WORD_LIST, NULL);
  self->team = g_object_ref (team);
  self->words = words;
  all = fact_team_get_vocabulary (team, fact_words_get_type_of (words));
  if (fact_words_get_type_of (words) == FACT_TYPE_STAFF) {
    self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
    self->model = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), self->filter));
    g_signal_connect_object (fact_team_get_clock (team), "notify::today", G_CALLBACK (day_changed_cb), self,
                             G_CONNECT_SWAPPED);
  } else {
    self->model = g_object_ref (all);
  }
  add_header (self);
  gtk_list_box_bind_model (self->list, self->model, make_row, self, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, 0);

  return GTK_WIDGET (self);
}

void
fact_word_list_add (FactWordList *self)
{
  g_return_if_fail (FACT_IS_WORD_LIST (self));

  open_dialog (self, NULL);
}

GListModel *
fact_word_list_get_model (FactWordList *self)
{
  g_return_val_if_fail (FACT_IS_WORD_LIST (self), NULL);

  return self->model;
}
