/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patients-page-private.h"

#include "fact-patient-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

enum {
  PROP_0,
  PROP_TEAM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactPatientsPage, fact_patients_page, GTK_TYPE_WIDGET)

static FactPatients *
get_patients (FactPatientsPage *self)
{
  return fact_team_get_patients (self->team);
}

/* One place that says how many there are and what can be done. */
static void
update (FactPatientsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_patients (self)));
  guint n_total = fact_patients_get_n_total (get_patients (self));
  FactPatientView *view = fact_patients_page_get_chosen (self);
  gboolean writable = !fact_team_is_read_only (self->team);
  gboolean on_board = view && fact_patient_view_get_on_board (view);
  /* Translators: how many patients are shown, of all */
  g_autofree char *text = g_strdup_printf (_("Showing %u of %u"), n, n_total);

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : n_total > 0 ? "no-match" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patients.open", view != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patients.put-on", writable && view && !on_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patients.take-off", writable && on_board);
}

static void
name_item (FactPatientLine *line)
{
  FactPatientView *view = fact_patient_line_get_view (line);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (line));
  g_autofree char *name = view ? fact_patient_line_get_name (view) : NULL;

  if (item && name)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GTK does not bind a line again whose object is the same; what it shows may have changed all the same. */
static void
items_changed_cb (FactPatientsPage *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  FactPatientView *view = added == 1 ? fact_patients_get_view (get_patients (self), position) : NULL;
  FactPatientLine *line = view ? g_hash_table_lookup (self->lines, view) : NULL;

  if (line) {
    fact_patient_line_show (line, view);
    name_item (line);
  }
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GtkWidget                *head)
{
  gtk_list_item_set_child (item, fact_patient_line_new (head));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         FactPatientsPage         *self)
{
  FactPatientLine *line = FACT_PATIENT_LINE (gtk_list_item_get_child (item));

  fact_patient_line_show (line, gtk_list_item_get_item (item));
  name_item (line);
  g_hash_table_insert (self->lines, gtk_list_item_get_item (item), line);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           FactPatientsPage         *self)
{
  FactPatientLine *line = FACT_PATIENT_LINE (gtk_list_item_get_child (item));
  FactPatientView *view = line ? fact_patient_line_get_view (line) : NULL;

  if (view && g_hash_table_lookup (self->lines, view) == line)
    g_hash_table_remove (self->lines, view);
  if (line)
    fact_patient_line_show (line, NULL);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FactPatientView *view = fact_patients_page_get_chosen (FACT_PATIENTS_PAGE (widget));

  if (view)
    gtk_widget_activate_action (widget, "win.open-patient", "s", fact_patient_view_get_uid (view));
}

static void
put_on_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  FactPatientView *view = fact_patients_page_get_chosen (FACT_PATIENTS_PAGE (widget));

  if (view)
    gtk_widget_activate_action (widget, "win.put-on", "s", fact_patient_view_get_uid (view));
}

static void
take_off_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  FactPatientView *view = fact_patients_page_get_chosen (FACT_PATIENTS_PAGE (widget));

  if (view && fact_patient_view_get_stay_uid (view))
    gtk_widget_activate_action (widget, "win.take-off", "s", fact_patient_view_get_stay_uid (view));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);

  if (self->search)
    gtk_widget_grab_focus (self->search);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  fact_patients_page_show_all (FACT_PATIENTS_PAGE (widget));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);
  FactPatientView *view = fact_patients_page_get_chosen (self);
  GtkWidget *line = view ? g_hash_table_lookup (self->lines, view) : NULL;
  graphene_rect_t bounds;

  if (line && gtk_widget_compute_bounds (line, widget, &bounds))
    fact_patients_page_show_menu (self, bounds.origin.x, bounds.origin.y + bounds.size.height);
}

/* The chosen one of those who match; what was typed last counts, too. */
static void
search_activated_cb (FactPatientsPage *self)
{
  g_signal_emit_by_name (self->search, "search-changed");
  gtk_widget_activate_action (GTK_WIDGET (self), "patients.open", NULL);
}

static void
line_activated_cb (FactPatientsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "patients.open", NULL);
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_top (FactPatientsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _("Code, municipality or care contact"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search patients"), -1);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_button (_("Edit…"), "patients.open"));
  gtk_box_append (GTK_BOX (box), make_button (_("Put on…"), "patients.put-on"));
  gtk_box_append (GTK_BOX (box), make_button (_("New patient…"), "win.new-patient"));

  return box;
}

static GtkWidget *
make_status_page (const char *title,
                  const char *description,
                  GtkWidget  *button)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "fact-patients-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");

  return page;
}

static GtkWidget *
make_list (FactPatientsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *head = fact_patient_line_new_head ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), head, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (get_patients (self))));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Patients"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (line_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

static GtkWidget *
make_foot (FactPatientsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->count = gtk_label_new ("");
  self->dragging = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->dragging), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->dragging), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->dragging, TRUE);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->dragging);

  return box;
}

static void
build (FactPatientsPage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (top, "patients-top");
  gtk_box_append (GTK_BOX (top), make_top (self));
  gtk_box_append (GTK_BOX (top), fact_patients_page_make_filters (self));
  gtk_box_append (GTK_BOX (top), make_foot (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_status_page (_("No patients yet"),
                                         _("Patients come with the spreadsheet that is imported, or one by one."),
                                         make_button (_("New patient…"), "win.new-patient")), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_status_page (_("No patient is like this"), _("The search and the filters leave nobody."),
                                         make_button (_("Show All"), "patients.show-all")), "no-match");
  gtk_box_append (GTK_BOX (self->box), top);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (get_patients (self), "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_patients (self), "notify::n-total", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fact_patients_page_init_drag (self);
  update (self);
}

/* The first frame of the program is the board's: this page costs nothing until somebody wants to see it. */
static void
fact_patients_page_map (GtkWidget *widget)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);

  if (!self->box)
    build (self);

  GTK_WIDGET_CLASS (fact_patients_page_parent_class)->map (widget);
}

static gboolean
fact_patients_page_grab_focus (GtkWidget *widget)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);

  return self->search && gtk_widget_grab_focus (self->search);
}

static void
fact_patients_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);

  if (self->box)
    gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
fact_patients_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (widget);

  if (self->box)
    gtk_widget_measure (self->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
fact_patients_page_dispose (GObject *object)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_object (&self->team);

  G_OBJECT_CLASS (fact_patients_page_parent_class)->dispose (object);
}

static void
fact_patients_page_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (object);

  if (id == PROP_TEAM)
    g_value_set_object (value, self->team);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_patients_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  FactPatientsPage *self = FACT_PATIENTS_PAGE (object);

  if (id == PROP_TEAM)
    self->team = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "patients.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "patients.put-on", NULL, put_on_cb);
  gtk_widget_class_install_action (widget_class, "patients.take-off", NULL, take_off_cb);
  gtk_widget_class_install_action (widget_class, "patients.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "patients.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "patients.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "patients.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "patients.menu", NULL);
}

static void
fact_patients_page_class_init (FactPatientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fact_patients_page_dispose;
  object_class->get_property = fact_patients_page_get_property;
  object_class->set_property = fact_patients_page_set_property;
  widget_class->map = fact_patients_page_map;
  widget_class->grab_focus = fact_patients_page_grab_focus;
  widget_class->size_allocate = fact_patients_page_size_allocate;
  widget_class->measure = fact_patients_page_measure;

  properties[PROP_TEAM] =
    g_param_spec_object ("team", NULL, NULL, FACT_TYPE_TEAM,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_keys (widget_class);
}

static void
fact_patients_page_init (FactPatientsPage *self)
{
  self->lines = g_hash_table_new (NULL, NULL);
}

GtkWidget *
fact_patients_page_new (FactTeam *team)
{
  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  return g_object_new (FACT_TYPE_PATIENTS_PAGE, "team", team, NULL);
}

FactPatientView *
fact_patients_page_get_chosen (FactPatientsPage *self)
{
  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

FactPatientView *
fact_patients_page_find_at (FactPatientsPage *self,
                            double            x,
                            double            y)
{
  GtkWidget *at = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  for (GtkWidget *widget = at; widget && widget != self->list; widget = gtk_widget_get_parent (widget)) {
    /* Beside the line is still its item. */
    GtkWidget *child = gtk_widget_get_first_child (widget);
    GtkWidget *line = FACT_IS_PATIENT_LINE (widget) ? widget : child;

    if (line && FACT_IS_PATIENT_LINE (line))
      return fact_patient_line_get_view (FACT_PATIENT_LINE (line));
  }
  return NULL;
}

gboolean
fact_patients_page_select (FactPatientsPage *self,
                           const char       *patient_uid)
{
  guint position;

  g_return_val_if_fail (FACT_IS_PATIENTS_PAGE (self) && patient_uid, FALSE);

  if (!self->selection || !fact_patients_find (get_patients (self), patient_uid, &position))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);

  return TRUE;
}
