/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board as it stood: a team of its own that only reads, shown in the place of the board and marked as old. The
 * board of today waits behind it as it was left. */

#include "fact-window-private.h"

#include "fact-day-dialog.h"
#include "fact-dialog.h"
#include "fact-history-window.h"
#include "fact-team-patient.h"
#include "fact-typed-date.h"

#include <glib/gi18n.h>

typedef struct {
  FactWindow *window;
  FactTeam *past;                  /* NULL until it is open */
  GCancellable *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_clear_object (&opening->past);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static int
get_year (guint day)
{
  int year = 0, month, number;

  fact_day_get_ymd (day, &year, &month, &number);
  return year;
}

static void
show_banner (FactWindow *self)
{
  guint day = fact_team_get_as_of (self->past);
  g_autofree char *words = fact_day_format (day);
  g_autofree char *dated = NULL, *text = NULL;
  int year = get_year (day);

  dated = year == get_year (fact_clock_get_today (fact_team_get_clock (self->team)))
            ? g_strdup (words) : g_strdup_printf ("%s %d", words, year);
  /* Translators: %s is a day: "As it stood on Wed 18 Nov" */
  text = g_strdup_printf (_("You are seeing an old board. As it stood on %s. Nothing can be changed in it."), dated);
  gtk_label_set_label (self->past_label, text);
  gtk_info_bar_set_revealed (self->past_bar, TRUE);
}

/* Made when it is needed, which is seldom: a start is to be quick. */
void
fact_window_show_read_only (FactWindow *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->past_bar));
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (_("This board can only be looked at: you have no right to write its file. "
                                      "To work in it, ask whoever looks after the computer."));

  g_object_set (label, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_box_insert_child_after (GTK_BOX (box), bar, GTK_WIDGET (self->past_bar));
}

static void
take_past (FactWindow *self,
           FactTeam   *past)
{
  GtkWidget *page = past ? fact_board_page_new (past) : NULL;

  if (page) {
    fact_board_page_set_settings (FACT_BOARD_PAGE (page), self->settings);
    g_signal_connect_object (page, "notice", G_CALLBACK (fact_window_notice_cb), self, G_CONNECT_SWAPPED);
  }
  adw_bin_set_child (self->past_bin, page);
  g_set_object (&self->past, past);
  fact_status_line_set_team (self->status_line, past ? past : self->team);
  fact_window_update_actions (self);
  fact_window_update_page (self);
}

static void
turned_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Opening) opening = data;
  FactWindow *self = opening->window;
  g_autoptr (GError) error = NULL;

  if (!fact_team_set_week_finish (FACT_TEAM (source), result, &error)) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      fact_dialog_tell (GTK_WIDGET (self), _("Could not show the old board"), error->message);
    return;
  }
  if (self->opening_past != opening->cancellable)
    return;
  g_clear_object (&self->opening_past);
  adw_view_stack_set_visible_child_name (self->pages, "board");
  take_past (self, opening->past);
  show_banner (self);
  gtk_widget_grab_focus (adw_bin_get_child (self->past_bin));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Opening) opening = data;
  GCancellable *cancellable = opening->cancellable;
  g_autoptr (GError) error = NULL;
  FactTeam *past = fact_team_open_as_of_finish (result, &error);

  opening->past = past;
  if (past)
    fact_team_set_week_async (past, fact_week_from_day (fact_team_get_as_of (past)), cancellable, turned_cb,
                              g_steal_pointer (&opening));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fact_dialog_tell (GTK_WIDGET (opening->window), _("Could not show the old board"), error->message);
}

static void
stop_opening (FactWindow *self)
{
  if (self->opening_past)
    g_cancellable_cancel (self->opening_past);
  g_clear_object (&self->opening_past);
}

static void
show_day (FactWindow *self,
          guint       day)
{
  Opening *opening = g_new0 (Opening, 1);

  stop_opening (self);
  self->opening_past = g_cancellable_new ();
  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening_past);
  fact_team_open_as_of_async (self->team, day, opening->cancellable, opened_cb, opening);
}

static void
back_to_today (FactWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->board_bin);

  stop_opening (self);
  if (!self->past)
    return;
  gtk_info_bar_set_revealed (self->past_bar, FALSE);
  take_past (self, NULL);
  if (page)
    gtk_widget_grab_focus (page);
}

static void
show_day_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  FactWindow *self = data;
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));
  guint day = fact_typed_date_parse (g_variant_get_string (parameter, NULL), today, FACT_TYPED_DATE_PAST);

  if (day && day < today)
    show_day (self, day);
  else
    fact_toast (GTK_WIDGET (self->toast_area), _("Choose a day before today."));
}

static void
day_chosen_cb (const char *typed,
               gpointer    data)
{
  gtk_widget_activate_action (data, "win.show-day", "s", typed);
}

static void
as_of_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  FactWindow *self = data;
  guint today = fact_clock_get_today (fact_team_get_clock (self->team));

  fact_day_dialog_ask (GTK_WINDOW (self), today, self->past ? fact_team_get_as_of (self->past) : today - 1,
                       day_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
back_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  back_to_today (data);
}

/* Nobody shall come back to an old board and take it for today's. */
static void
page_turned_cb (FactWindow *self)
{
  if (self->past && g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "board") != 0)
    back_to_today (self);
}

/* @patient_uid, @code: (nullable): NULL is the whole board. */
static void
show_history (FactWindow *self,
              const char *patient_uid,
              const char *code)
{
  GtkWindow *window = fact_history_window_new (GTK_WINDOW (self), self->team, patient_uid, code);

  g_signal_connect_object (window, "notice", G_CALLBACK (fact_window_notice_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
history_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  show_history (data, NULL, NULL);
}

static void
patient_history_activated_cb (GSimpleAction *action,
                              GVariant      *parameter,
                              gpointer       data)
{
  FactWindow *self = data;
  const char *uid = g_variant_get_string (parameter, NULL);
  g_autofree char *code = fact_team_get_code (self->team, uid);

  if (code)
    show_history (self, uid, code);
}

static const GActionEntry actions[] = {
  { .name = "history", .activate = history_activated_cb },
  { .name = "patient-history", .activate = patient_history_activated_cb, .parameter_type = "s" },
  { .name = "as-of", .activate = as_of_activated_cb },
  { .name = "show-day", .activate = show_day_activated_cb, .parameter_type = "s" },
  { .name = "back-to-today", .activate = back_activated_cb },
};

void
fact_window_add_past_actions (FactWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (page_turned_cb), self,
                           G_CONNECT_SWAPPED);
}

void
fact_window_clear_past (FactWindow *self)
{
  stop_opening (self);
  if (self->past_bin)
    adw_bin_set_child (self->past_bin, NULL);
  g_clear_object (&self->past);
}
