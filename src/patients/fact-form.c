/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-form.h"

#include "fact-dialog.h"

#include <glib/gi18n.h>

#define WIDTH 560
#define HEIGHT 640
#define CONTENT_WIDTH 600

typedef struct {
  FactTeam *team;

  /* borrowed */
  GtkWidget *button;
  GtkWidget *problem;              /* label */
  GtkWidget *content;

  gboolean busy;
} FactFormPrivate;

enum {
  PROP_0,
  PROP_TEAM,
  N_PROPS,
};

enum {
  DONE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FactForm, fact_form, ADW_TYPE_WINDOW)

static FactFormPrivate *
get_private (FactForm *self)
{
  return fact_form_get_instance_private (self);
}

static void
set_busy (FactForm *self,
          gboolean  busy)
{
  FactFormPrivate *priv = get_private (self);

  priv->busy = busy;
  gtk_widget_set_sensitive (priv->button, !busy);
}

static void
show_problem (FactForm     *self,
              const GError *error)
{
  FactFormPrivate *priv = get_private (self);
  FactFormClass *klass = FACT_FORM_GET_CLASS (self);
  gboolean beside = klass->show_error && klass->show_error (self, error);

  gtk_widget_set_visible (priv->problem, error && !beside);
  gtk_label_set_label (GTK_LABEL (priv->problem), error && !beside ? error->message : "");
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (FactForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  set_busy (self, FALSE);
  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error)) {
    show_problem (self, error);
    gtk_window_present (GTK_WINDOW (self));
    return;
  }
  text = FACT_FORM_GET_CLASS (self)->tell (self);
  g_signal_emit (self, signals[DONE], 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
go_on_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  fact_form_go_on (FACT_FORM (widget));
}

static GtkWidget *
make_bar (FactForm *self)
{
  FactFormPrivate *priv = get_private (self);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  priv->button = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "form.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->button), "form.go-on");
  gtk_widget_add_css_class (priv->button, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), priv->button);

  return bar;
}

static GtkWidget *
make_content (FactForm *self)
{
  FactFormPrivate *priv = get_private (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  priv->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (priv->content, 18);
  gtk_widget_set_margin_bottom (priv->content, 18);
  gtk_widget_set_margin_start (priv->content, 12);
  gtk_widget_set_margin_end (priv->content, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), fact_dialog_scale_width (GTK_WIDGET (self), CONTENT_WIDTH));
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
fact_form_constructed (GObject *object)
{
  FactForm *self = FACT_FORM (object);
  FactFormPrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (fact_form_parent_class)->constructed (object);

  priv->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0,
                                "visible", FALSE, "margin-start", 18, "margin-end", 18, "margin-top", 12, NULL);
  gtk_widget_add_css_class (priv->problem, "error");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), priv->problem);
  gtk_box_append (GTK_BOX (box), make_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), priv->button);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), fact_dialog_scale_width (GTK_WIDGET (self), WIDTH), HEIGHT);
}

static void
fact_form_dispose (GObject *object)
{
  FactFormPrivate *priv = get_private (FACT_FORM (object));

  g_clear_object (&priv->team);

  G_OBJECT_CLASS (fact_form_parent_class)->dispose (object);
}

static void
fact_form_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FactFormPrivate *priv = get_private (FACT_FORM (object));

  if (id == PROP_TEAM)
    g_value_set_object (value, priv->team);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_form_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  FactFormPrivate *priv = get_private (FACT_FORM (object));

  if (id == PROP_TEAM)
    priv->team = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_form_class_init (FactFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fact_form_constructed;
  object_class->dispose = fact_form_dispose;
  object_class->get_property = fact_form_get_property;
  object_class->set_property = fact_form_set_property;

  properties[PROP_TEAM] =
    g_param_spec_object ("team", NULL, NULL, FACT_TYPE_TEAM,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DONE] = g_signal_new ("done", FACT_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_WINDOW);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "form.go-on", NULL, go_on_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
fact_form_init (FactForm *self)
{
}

FactTeam *
fact_form_get_team (FactForm *self)
{
  g_return_val_if_fail (FACT_IS_FORM (self), NULL);

  return get_private (self)->team;
}

void
fact_form_set_words (FactForm   *self,
                     const char *title,
                     const char *verb)
{
  g_return_if_fail (FACT_IS_FORM (self) && title && verb);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (GTK_BUTTON (get_private (self)->button), verb);
}

void
fact_form_append (FactForm  *self,
                  GtkWidget *child)
{
  g_return_if_fail (FACT_IS_FORM (self) && GTK_IS_WIDGET (child));

  gtk_box_append (GTK_BOX (get_private (self)->content), child);
}

void
fact_form_prepend (FactForm  *self,
                   GtkWidget *child)
{
  g_return_if_fail (FACT_IS_FORM (self) && GTK_IS_WIDGET (child));

  gtk_box_prepend (GTK_BOX (get_private (self)->content), child);
}

void
fact_form_go_on (FactForm *self)
{
  FactFormPrivate *priv;
  g_autoptr (FactChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (FACT_IS_FORM (self));

  priv = get_private (self);
  if (priv->busy)
    return;
  change = FACT_FORM_GET_CLASS (self)->build (self, &error);
  show_problem (self, error);
  if (!change)
    return;
  set_busy (self, TRUE);
  /* Who acts is asked in the main window, which a modal dialog would block. */
  if (!fact_team_get_person (priv->team))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  fact_team_commit_async (priv->team, change, NULL, committed_cb, g_object_ref (self));
}

void
fact_form_grab_button (FactForm *self)
{
  g_return_if_fail (FACT_IS_FORM (self));

  gtk_widget_grab_focus (get_private (self)->button);
}
