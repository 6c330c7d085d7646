/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-toast-area.h"

/* A toast of libadwaita 1.2 that goes while it still comes is used after it is freed: it comes within half a second. */
#define COMING_MS 600

struct _FactToastArea {
  GtkWidget parent_instance;

  /* owned */
  char *message;
  AdwToast *toast;                 /* weak: the last one, until it goes */
  guint coming;                    /* while it comes */
  gboolean unwanted;               /* it goes when it has come */

  /* children */
  AdwToastOverlay *overlay;
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_MESSAGE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void fact_toast_area_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FactToastArea, fact_toast_area, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fact_toast_area_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

static void
set_message (FactToastArea *self,
             const char    *text)
{
  g_free (self->message);
  self->message = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
dismiss (FactToastArea *self)
{
  if (self->coming)
    self->unwanted = TRUE;
  else if (self->toast)
    adw_toast_dismiss (self->toast);
}

void
fact_toast_dismiss (GtkWidget *widget)
{
  FactToastArea *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = FACT_TOAST_AREA (gtk_widget_get_ancestor (widget, FACT_TYPE_TOAST_AREA));
  if (self)
    dismiss (self);
}

static void
come_cb (gpointer data)
{
  FactToastArea *self = data;

  self->coming = 0;
  if (self->unwanted)
    dismiss (self);
}

static void
dismissed_cb (FactToastArea *self,
              AdwToast      *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static void
add_toast (FactToastArea *self)
{
  AdwToast *toast = adw_toast_new ("");

  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_clear_handle_id (&self->coming, g_source_remove);
  self->coming = g_timeout_add_once (COMING_MS, come_cb, self);
}

/* The toast may be shown already: never a name with the target of another. */
static void
set_action (AdwToast   *toast,
            const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  adw_toast_set_action_name (toast, NULL);
  if (!action || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_action_name (toast, name);
}

static void
show (GtkWidget  *widget,
      const char *text,
      const char *label,
      const char *action)
{
  FactToastArea *self = FACT_TOAST_AREA (gtk_widget_get_ancestor (widget, FACT_TYPE_TOAST_AREA));
  g_autofree char *title = g_markup_escape_text (text, -1);
  gboolean fresh = !self->toast || !self->coming;

  /* One at a time: what was told last is what holds, and behind another it would come late. */
  if (fresh) {
    dismiss (self);
    add_toast (self);
  }
  self->unwanted = FALSE;
  adw_toast_set_title (self->toast, title);
  adw_toast_set_button_label (self->toast, label);
  set_action (self->toast, action);
  if (fresh)
    adw_toast_overlay_add_toast (self->overlay, self->toast);
  set_message (self, text);
}

static void
fact_toast_area_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  FactToastArea *self = FACT_TOAST_AREA (buildable);

  /* The overlay itself is added by init, the child by the .ui file. */
  if (GTK_IS_WIDGET (child) && !type)
    adw_toast_overlay_set_child (self->overlay, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
fact_toast_area_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = fact_toast_area_add_child;
}

static void
fact_toast_area_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FactToastArea *self = FACT_TOAST_AREA (object);

  switch (id) {
  case PROP_CHILD:
    g_value_set_object (value, adw_toast_overlay_get_child (self->overlay));
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_toast_area_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  FactToastArea *self = FACT_TOAST_AREA (object);

  switch (id) {
  case PROP_CHILD:
    if (adw_toast_overlay_get_child (self->overlay) != g_value_get_object (value)) {
      adw_toast_overlay_set_child (self->overlay, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fact_toast_area_dispose (GObject *object)
{
  FactToastArea *self = FACT_TOAST_AREA (object);

  g_clear_handle_id (&self->coming, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  if (self->overlay)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->overlay)));

  G_OBJECT_CLASS (fact_toast_area_parent_class)->dispose (object);
}

static void
fact_toast_area_finalize (GObject *object)
{
  FactToastArea *self = FACT_TOAST_AREA (object);

  g_free (self->message);

  G_OBJECT_CLASS (fact_toast_area_parent_class)->finalize (object);
}

static void
fact_toast_area_class_init (FactToastAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fact_toast_area_get_property;
  object_class->set_property = fact_toast_area_set_property;
  object_class->dispose = fact_toast_area_dispose;
  object_class->finalize = fact_toast_area_finalize;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "",
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fact_toast_area_init (FactToastArea *self)
{
  self->message = g_strdup ("");
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
}

const char *
fact_toast_area_get_message (FactToastArea *self)
{
  g_return_val_if_fail (FACT_IS_TOAST_AREA (self), NULL);

  return self->message;
}

void
fact_toast_area_say (FactToastArea *self,
                     const char    *text)
{
  g_return_if_fail (FACT_IS_TOAST_AREA (self) && text);

  /* Its Undo would take back something else now. */
  fact_toast_dismiss (GTK_WIDGET (self));
  set_message (self, text);
}

void
fact_toast_area_withdraw (FactToastArea *self,
                          const char    *text)
{
  g_return_if_fail (FACT_IS_TOAST_AREA (self));

  if (g_strcmp0 (self->message, text) != 0)
    return;
  dismiss (self);
  set_message (self, "");
}

void
fact_toast (GtkWidget  *widget,
            const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text);

  show (widget, text, NULL, NULL);
}

void
fact_toast_with_action (GtkWidget  *widget,
                        const char *text,
                        const char *label,
                        const char *action)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text && label && action);

  show (widget, text, label, action);
}
