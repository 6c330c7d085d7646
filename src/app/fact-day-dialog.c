/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-day-dialog.h"

#include "fact-day-calendar.h"
#include "fact-day.h"
#include "fact-typed-date.h"

#include <glib/gi18n.h>

#define RESPONSE_SHOW "show"

typedef struct {
  AdwMessageDialog *dialog;        /* borrowed: it owns this */
  GtkWidget *entry;
  GtkWidget *shown;                /* label */
  GtkWidget *calendar;
  guint today;
  gboolean from_calendar;
  FactDayDialogFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_free (self);
}

static guint
get_day (Question *self)
{
  guint day = fact_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->today,
                                     FACT_TYPED_DATE_PAST);

  return day < self->today ? day : 0;
}

static void
typed_cb (Question *self)
{
  guint day = get_day (self);
  g_autofree char *words = fact_day_format_long (day);
  int year = 0, month, number;
  g_autofree char *text = NULL;

  fact_day_get_ymd (day, &year, &month, &number);
  text = day ? g_strdup_printf ("%s %d", words, year) : g_strdup (_("Write a day before today, such as 190327 or 27/3."));
  gtk_label_set_label (GTK_LABEL (self->shown), text);
  adw_message_dialog_set_response_enabled (self->dialog, RESPONSE_SHOW, day != 0);
  if (day && !self->from_calendar)
    fact_day_calendar_set_day (FACT_DAY_CALENDAR (self->calendar), day);
}

static void
day_chosen_cb (Question *self,
               guint     day)
{
  g_autofree char *text = fact_day_format_iso (day);

  self->from_calendar = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->from_calendar = FALSE;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *self)
{
  guint day = get_day (self);
  g_autofree char *text = fact_day_format_iso (day);

  if (g_str_equal (response, RESPONSE_SHOW) && day)
    self->func (text, self->data);
}

static GtkWidget *
make_content (Question *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  self->shown = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->calendar = fact_day_calendar_new (self->today - 1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->shown);
  gtk_box_append (GTK_BOX (box), self->calendar);
  return box;
}

GtkWindow *
fact_day_dialog_ask (GtkWindow         *parent,
                     guint              today,
                     guint              day,
                     FactDayDialogFunc  func,
                     gpointer           data,
                     GDestroyNotify     destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("The Board on an Earlier Day"), NULL);
  Question *self = g_new0 (Question, 1);
  g_autofree char *text = fact_day_format_iso (day);

  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  self->today = today;
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (dialog), "question", self, question_free);
  adw_message_dialog_set_extra_child (self->dialog, make_content (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), RESPONSE_SHOW, _("_Show"), NULL);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_default_response (self->dialog, RESPONSE_SHOW);
  adw_message_dialog_set_response_appearance (self->dialog, RESPONSE_SHOW, ADW_RESPONSE_SUGGESTED);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->calendar, "day-chosen", G_CALLBACK (day_chosen_cb), self);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->entry);
  return GTK_WINDOW (dialog);
}
