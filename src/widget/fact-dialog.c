/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-dialog.h"

#include "fact-scale.h"

#include <glib/gi18n-lib.h>

#define MOST_WIDTH 960
#define RESPONSE_CLOSE "close"
#define RESPONSE_GO_ON "go-on"

typedef struct {
  GCallback func;
  gpointer data;
  GDestroyNotify destroy;
} Answer;

static Answer *
answer_new (GCallback      func,
            gpointer       data,
            GDestroyNotify destroy)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->func = func;
  answer->data = data;
  answer->destroy = destroy;

  return answer;
}

static void
answer_free (gpointer  data,
             GClosure *closure)
{
  Answer *answer = data;

  if (answer->destroy)
    answer->destroy (answer->data);
  g_free (answer);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Answer *answer = data;

  if (g_str_equal (response, RESPONSE_GO_ON))
    ((FactDialogFunc) answer->func) (answer->data);
}

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         data)
{
  Answer *answer = data;

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

    ((FactDialogFileFunc) answer->func) (file, answer->data);
  }
  /* The reference that fact_dialog_choose_file() left: a native dialog has no parent that owns it. */
  g_object_unref (dialog);
}

GtkWindow *
fact_dialog_tell (GtkWidget  *widget,
                  const char *heading,
                  const char *body)
{
  AdwMessageDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (widget), heading, body));
  adw_message_dialog_add_response (dialog, RESPONSE_CLOSE, _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}

GtkWindow *
fact_dialog_ask (GtkWidget      *widget,
                 const char     *heading,
                 const char     *body,
                 const char     *verb,
                 gboolean        destructive,
                 FactDialogFunc  func,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  AdwMessageDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (func, NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (widget), heading, body));
  adw_message_dialog_add_responses (dialog,
                                    RESPONSE_CLOSE, _("_Cancel"),
                                    RESPONSE_GO_ON, verb,
                                    NULL);
  adw_message_dialog_set_close_response (dialog, RESPONSE_CLOSE);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE_GO_ON,
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? RESPONSE_CLOSE : RESPONSE_GO_ON);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         answer_new (G_CALLBACK (func), data, destroy), answer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}

void
fact_dialog_choose_file (GtkWidget            *widget,
                         const char           *title,
                         GtkFileChooserAction  action,
                         const char           *name,
                         FactDialogFileFunc    func,
                         gpointer              data,
                         GDestroyNotify        destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func);

  dialog = gtk_file_chooser_native_new (title, window_of (widget), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_response_cb),
                         answer_new (G_CALLBACK (func), data, destroy), answer_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

int
fact_dialog_scale_width (GtkWidget *widget,
                         int        width)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), width);

  return MIN (fact_scale_for_text (widget, width), MOST_WIDTH);
}

static void
widen_clamps (GtkWidget *widget)
{
  if (ADW_IS_CLAMP (widget))
    adw_clamp_set_maximum_size (ADW_CLAMP (widget),
                                fact_dialog_scale_width (widget, adw_clamp_get_maximum_size (ADW_CLAMP (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    widen_clamps (child);
}

void
fact_dialog_fit_text (GtkWindow *window,
                      int        width,
                      int        height)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_set_default_size (window, fact_dialog_scale_width (GTK_WIDGET (window), width), height);
  widen_clamps (GTK_WIDGET (window));
}
