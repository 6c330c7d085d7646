/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-history-window.h"

#include "fact-day.h"
#include "fact-dialog.h"
#include "fact-drop-down.h"
#include "fact-history.h"
#include "fact-restore-dialog.h"
#include "fact-vocabulary.h"

#include <glib/gi18n.h>

struct _FactHistoryWindow {
  AdwWindow parent_instance;

  /* owned */
  FactTeam *team;
  FactHistory *history;
  char *patient;                   /* uid; NULL: of all */
  GPtrArray *people;               /* uids of the menu, in its order; the first, NULL, is everyone */

  /* borrowed */
  GtkWidget *list;
  GtkWidget *older;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (FactHistoryWindow, fact_history_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "selectable", FALSE, NULL);

  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
restore_clicked_cb (FactHistoryWindow *self,
                    GtkWidget         *button)
{
  FactHistoryEntry *entry = g_object_get_data (G_OBJECT (button), "entry");

  fact_restore_dialog_ask (GTK_WINDOW (self), self->team, entry, self->patient);
}

static GtkWidget *
make_texts (FactHistoryEntry *entry)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *detail = fact_history_entry_get_detail (entry);
  const char *note = fact_history_entry_get_note (entry);
  /* Translators: why something was restored, in the words of who did it */
  g_autofree char *reason = note ? g_strdup_printf (_("Reason: %s"), note) : NULL;

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (fact_history_entry_get_words (entry), NULL));
  if (detail)
    gtk_box_append (GTK_BOX (texts), make_label (detail, "dim-label"));
  if (reason)
    gtk_box_append (GTK_BOX (texts), make_label (reason, "dim-label"));
  return texts;
}

static GtkWidget *
make_restore_button (FactHistoryWindow *self,
                     FactHistoryEntry  *entry,
                     const char        *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = make_label (_("Restore…"), "caption");
  /* Translators: the name of a button for a screen reader; %s is a line of the history */
  g_autofree char *spoken = g_strdup_printf (_("Restore: %s"), name);

  /* It stands in every row: smaller than what the row says. */
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Set back what stood before this change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Time and signature, then what was done, and below it from and to, and why. */
static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  FactHistoryWindow *self = data;
  FactHistoryEntry *entry = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *time = make_label (fact_history_entry_get_clock_time (entry), "numeric");
  GtkWidget *who = make_label (fact_history_entry_get_who_words (entry), "heading");
  g_autofree char *name = g_strdup_printf ("%s %s: %s", fact_history_entry_get_clock_time (entry),
                                           fact_history_entry_get_who_words (entry),
                                           fact_history_entry_get_words (entry));

  gtk_label_set_wrap (GTK_LABEL (time), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (who), 6);
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_set_valign (who, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), make_texts (entry));
  if (fact_history_entry_can_restore (entry))
    gtk_box_append (GTK_BOX (box), make_restore_button (self, entry, name));
  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "day", GUINT_TO_POINTER (fact_history_entry_get_day (entry)));
  return row;
}

/* "I dag", "I går", "ons 18 nov", of another year "ons 18 nov 2025". */
static char *
name_day (guint day,
          guint today)
{
  g_autofree char *words = fact_day_format (day);
  int year = 0, this_year = 0, month, number;

  if (day == today)
    return g_strdup (C_("day", "Today"));
  if (day + 1 == today)
    return g_strdup (C_("day", "Yesterday"));
  fact_day_get_ymd (day, &year, &month, &number);
  fact_day_get_ymd (today, &this_year, &month, &number);
  return year == this_year ? g_steal_pointer (&words) : g_strdup_printf ("%s %d", words, year);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  FactHistoryWindow *self = data;
  gpointer day = g_object_get_data (G_OBJECT (row), "day");
  g_autofree char *name = NULL;
  GtkWidget *label;

  if (before && g_object_get_data (G_OBJECT (before), "day") == day) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  name = name_day (GPOINTER_TO_UINT (day), fact_clock_get_today (fact_team_get_clock (self->team)));
  label = make_label (name, "heading");
  g_object_set (label, "margin-top", 12, "margin-bottom", 4, "margin-start", 12, NULL);
  gtk_list_box_row_set_header (row, label);
}

static void
update (FactHistoryWindow *self)
{
  gboolean complete = fact_history_is_complete (self->history);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->history)) == 0;

  gtk_widget_set_visible (self->older, !complete);
  gtk_widget_set_sensitive (self->older, !fact_history_is_loading (self->history));
  gtk_widget_set_visible (self->nothing, complete && empty);
  gtk_widget_set_visible (self->list, !empty);
}

static void
failed_cb (FactHistoryWindow *self,
           const char        *message)
{
  gtk_label_set_label (GTK_LABEL (self->nothing), message);
  gtk_widget_set_visible (self->nothing, TRUE);
}

static void
who_selected_cb (FactHistoryWindow *self,
                 GParamSpec        *pspec,
                 GtkDropDown       *menu)
{
  guint selected = gtk_drop_down_get_selected (menu);

  if (selected < self->people->len)
    fact_history_set_who (self->history, self->people->pdata[selected]);
}

static GtkWidget *
make_people (FactHistoryWindow *self)
{
  GListModel *staff = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *menu;

  gtk_string_list_append (names, _("Everyone"));
  g_ptr_array_add (self->people, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (staff); i++) {
    g_autoptr (FactStaff) one = g_list_model_get_item (staff, i);

    if (fact_staff_get_function (one))
      continue;
    gtk_string_list_append (names, fact_staff_get_signature (one));
    g_ptr_array_add (self->people, g_strdup (fact_record_get_uid (FACT_RECORD (one))));
  }
  menu = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  fact_drop_down_set_name (GTK_DROP_DOWN (menu), _("Whose changes"));
  g_signal_connect_swapped (menu, "notify::selected", G_CALLBACK (who_selected_cb), self);
  return menu;
}

static GtkWidget *
make_content (FactHistoryWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->history), make_row, self, NULL);
  self->nothing = make_label (_("Nothing has been done."), "dim-label");
  self->older = gtk_button_new_with_mnemonic (_("Show _Older"));
  gtk_widget_set_halign (self->older, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->older, "clicked", G_CALLBACK (fact_history_load_more), self->history);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->older);
  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* The list asks for the names of days until it is gone, so what they need goes last. */
static void
fact_history_window_finalize (GObject *object)
{
  FactHistoryWindow *self = FACT_HISTORY_WINDOW (object);

  g_clear_object (&self->history);
  g_clear_object (&self->team);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (fact_history_window_parent_class)->finalize (object);
}

static void
fact_history_window_class_init (FactHistoryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_history_window_finalize;
  g_signal_new ("notice", FACT_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fact_history_window_init (FactHistoryWindow *self)
{
  self->people = g_ptr_array_new_with_free_func (g_free);
}

GtkWindow *
fact_history_window_new (GtkWindow  *parent,
                         FactTeam   *team,
                         const char *patient_uid,
                         const char *code)
{
  FactHistoryWindow *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *title = NULL;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  /* Translators: %s is the code of a patient */
  title = code ? g_strdup_printf (_("History of %s"), code) : g_strdup (_("History of the Board"));
  self = g_object_new (FACT_TYPE_HISTORY_WINDOW, "transient-for", parent, "title", title, NULL);
  self->team = g_object_ref (team);
  self->patient = g_strdup (patient_uid);
  self->history = fact_history_new (team, patient_uid);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_people (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  fact_dialog_fit_text (GTK_WINDOW (self), 760, 640);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->history, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WINDOW (self);
}
