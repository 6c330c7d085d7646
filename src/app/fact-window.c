/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-window-private.h"

#include <glib/gi18n.h>
#include <malloc.h>

#include "fact-dialog.h"
#include "fact-patients.h"
#include "fact-scale.h"

G_DEFINE_FINAL_TYPE (FactWindow, fact_window, ADW_TYPE_APPLICATION_WINDOW)

static void
save_size (FactWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  gboolean maximized = gtk_window_is_maximized (window);
  int width;
  int height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
show_narrow (FactWindow *self)
{
  GtkWidget *bar = gtk_widget_get_ancestor (GTK_WIDGET (self->switcher_title), ADW_TYPE_HEADER_BAR);

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, !self->narrow);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (bar), self->narrow ? ADW_CENTERING_POLICY_LOOSE
                                                                          : ADW_CENTERING_POLICY_STRICT);
}

static void
restore_size (FactWindow *self)
{
  int width = g_settings_get_int (self->settings, "window-width");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               width, g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized")) {
    gtk_window_maximize (GTK_WINDOW (self));
    return;
  }
  /* Before the first frame, so that nothing jumps. */
  self->narrow = width < fact_scale_for_text (GTK_WIDGET (self), FACT_ROOM_FOR_WORDS);
  show_narrow (self);
}

/* On the first row, or on the first thing to do when nobody is on the board. */
static void
focus_first (FactWindow *self)
{
  gboolean empty = gtk_stack_get_visible_child (self->board_stack) == GTK_WIDGET (self->empty_page);
  gboolean begin = gtk_widget_get_visible (self->import_button);

  if (empty)
    gtk_widget_grab_focus (begin ? self->import_button : self->empty_put_on_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (fact_window_get_board_page (self)));
}

/* A team that has patients wants to put one on; import and demo are for those who begin. */
static void
show_empty_page (FactWindow *self)
{
  gboolean used = fact_patients_get_n_total (fact_team_get_patients (self->team)) > 0;
  GtkWidget *begin[] = { self->import_button, self->new_patient_button, self->demo_button };
  GtkWidget *go_on[] = { self->empty_put_on_button, self->look_at_patients_button };

  if (!adw_status_page_get_icon_name (self->empty_page)) {
    adw_status_page_set_icon_name (self->empty_page, "fact-board-symbolic");
    g_signal_connect_object (fact_team_get_patients (self->team), "notify::n-total",
                             G_CALLBACK (fact_window_update_page), self, G_CONNECT_SWAPPED);
  }
  for (guint i = 0; i < G_N_ELEMENTS (begin); i++)
    gtk_widget_set_visible (begin[i], !used);
  for (guint i = 0; i < G_N_ELEMENTS (go_on); i++)
    gtk_widget_set_visible (go_on[i], used);
  /* From the demo the demo is not a way out. */
  gtk_widget_set_visible (self->demo_button, !used && !fact_session_is_demo (self->session));
}

void
fact_window_update_page (FactWindow *self)
{
  gboolean empty = fact_board_get_n_total (fact_team_get_board (self->team)) == 0;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean inside = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->board_stack));

  if (self->past) {
    gtk_stack_set_visible_child_name (self->board_stack, "past");
    return;
  }
  if (empty)
    show_empty_page (self);
  gtk_stack_set_visible_child_name (self->board_stack, empty ? "empty" : "board");
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* Not on what GTK takes for next: an Enter that was meant for the row would do something else. */
  if (inside && (!focus || !gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (self->board_stack))))
    focus_first (self);
}

void
fact_window_notice_cb (FactWindow *self,
                       const char *text,
                       gboolean    is_error,
                       gboolean    offer_undo)
{
  if (is_error)
    fact_dialog_tell (GTK_WIDGET (self), _("That did not work"), text);
  else if (offer_undo)
    fact_toast_with_action (GTK_WIDGET (self->toast_area), text, _("_Undo"), "win.undo");
  else
    fact_toast (GTK_WIDGET (self->toast_area), text);
}

static void
said_cb (FactWindow *self,
         const char *text)
{
  fact_toast_area_say (self->toast_area, text);
}

static void
set_team (FactWindow *self,
          FactTeam   *team)
{
  GtkWidget *page = fact_board_page_new (team);

  self->team = g_object_ref (team);
  g_settings_bind (self->settings, "side-pane", page, "side-pane", G_SETTINGS_BIND_DEFAULT);
  fact_board_page_set_settings (FACT_BOARD_PAGE (page), self->settings);
  adw_bin_set_child (self->board_bin, page);
  g_signal_connect_object (page, "notice", G_CALLBACK (fact_window_notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fact_team_get_board (team), "notify::n-total", G_CALLBACK (fact_window_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (team, "notify", G_CALLBACK (fact_window_update_actions), self, G_CONNECT_SWAPPED);
  fact_status_line_set_team (self->status_line, team);
  fact_window_set_up_person (self);
  fact_window_apply_settings (self);
  fact_window_set_up_patients (self);
  fact_window_update_actions (self);
  fact_window_update_page (self);
  if (fact_team_is_read_only (team))
    fact_window_show_read_only (self);
}

/* Opening takes some megabytes for a moment: style sheets, rows of the file, layouts. glibc keeps them, scattered, for
 * what may come; after the first frame nothing like it comes for hours. It takes a millisecond. */
static gboolean
trim_cb (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, NULL);
  g_idle_add_full (G_PRIORITY_LOW, trim_cb, NULL, NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (FactWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = NULL;

  if (fact_session_open_finish (FACT_SESSION (source), result, &error)) {
    set_team (self, fact_session_get_team (self->session));
  } else {
    markup = g_markup_escape_text (error->message, -1);
    adw_status_page_set_icon_name (self->problem_page, "dialog-warning-symbolic");
    adw_status_page_set_description (self->problem_page, markup);
    gtk_stack_set_visible_child_name (self->board_stack, "problem");
  }
  gtk_window_present (GTK_WINDOW (self));
  if (self->team)
    focus_first (self);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), NULL);
}

void
fact_window_open (FactWindow *self)
{
  g_return_if_fail (FACT_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->board_stack, "loading");
  fact_session_open_async (self->session, opened_cb, g_object_ref (self));
}

FactBoardPage *
fact_window_get_board_page (FactWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->past ? self->past_bin : self->board_bin);

  return page ? FACT_BOARD_PAGE (page) : NULL;
}

/* What is being typed in a cell is saved as it is when another cell is clicked. FALSE when that is not done yet: the
 * text was refused and is written on, or it is asked who acts. */
static gboolean
finish_typing (FactWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  GtkPopover *question;

  if (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (window)))
    return TRUE;
  /* Not to nothing: GTK asks the widget that has the focus when the question opens. */
  gtk_widget_grab_focus (GTK_WIDGET (self->person_button));
  question = gtk_menu_button_get_popover (self->person_button);
  return !GTK_IS_TEXT_VIEW (gtk_window_get_focus (window)) &&
         !(question && gtk_widget_get_visible (GTK_WIDGET (question)));
}

static gboolean
resized_cb (gpointer data)
{
  FactWindow *self = data;

  self->narrow_source = 0;
  show_narrow (self);
  return G_SOURCE_REMOVE;
}

/* The pages are turned at the bottom where there is little room. */
static void
fact_window_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  FactWindow *self = FACT_WINDOW (widget);
  gboolean narrow = width < fact_scale_for_text (widget, FACT_ROOM_FOR_WORDS);

  GTK_WIDGET_CLASS (fact_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (!self->narrow_source)
    self->narrow_source = g_idle_add (resized_cb, self);
}

static gboolean
fact_window_close_request (GtkWindow *window)
{
  if (!finish_typing (FACT_WINDOW (window)))
    return TRUE;
  save_size (FACT_WINDOW (window));

  return GTK_WINDOW_CLASS (fact_window_parent_class)->close_request (window);
}

static void
fact_window_dispose (GObject *object)
{
  FactWindow *self = FACT_WINDOW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  fact_window_clear_past (self);
  fact_window_clear_undo (self);
  if (self->board_bin)
    adw_bin_set_child (self->board_bin, NULL);
  g_clear_weak_pointer (&self->asked_from);
  fact_window_forget_wanted (self);
  if (self->patients_bin)
    adw_bin_set_child (self->patients_bin, NULL);
  g_clear_object (&self->team);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fact_window_parent_class)->dispose (object);
}

static void
fact_window_class_init (FactWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = fact_window_dispose;
  widget_class->size_allocate = fact_window_size_allocate;
  window_class->close_request = fact_window_close_request;

  g_type_ensure (FACT_TYPE_STATUS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/facttavlan/Facttavlan/ui/fact-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FactWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, new_patient_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, empty_put_on_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, look_at_patients_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, toast_area);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, board_stack);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, board_bin);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, past_bin);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, past_bar);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, past_label);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, patients_bin);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, person_button);
  gtk_widget_class_bind_template_child (widget_class, FactWindow, status_line);
}

static void
fact_window_init (FactWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fact_window_add_actions (self);
  fact_window_add_past_actions (self);
  fact_window_add_exchange_actions (self);
  fact_window_update_actions (self);
}

FactWindow *
fact_window_new (GtkApplication *app,
                 GSettings      *settings,
                 FactSession    *session)
{
  FactWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FACT_TYPE_WINDOW, "application", app, NULL);
  self->settings = g_object_ref (settings);
  self->session = g_object_ref (session);
  fact_window_set_up_preferences (self);
  restore_size (self);
  if (fact_session_is_demo (session))
    adw_view_switcher_title_set_subtitle (self->switcher_title, C_("window title", "Demo"));

  return self;
}

void
fact_window_tell (FactWindow *self,
                  const char *heading,
                  const char *body)
{
  g_return_if_fail (FACT_IS_WINDOW (self));

  fact_dialog_tell (GTK_WIDGET (self), heading, body);
}
