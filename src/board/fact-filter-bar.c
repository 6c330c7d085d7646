/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-filter-bar.h"

#include "fact-enums.h"
#include "fact-organisation.h"
#include "fact-wrap-layout.h"

#include <glib/gi18n.h>

#define MINE "mine"
#define SEARCH_CHARS 14

struct _FactFilterBar {
  GtkWidget parent_instance;

  /* owned */
  FactTeam *team;
  GSimpleActionGroup *actions;

  /* borrowed */
  GtkWidget *search;
  GtkWidget *staff_button;
  GtkWidget *municipality_button;
  GtkWidget *triage_button;
  GtkWidget *count;
  GtkWidget *clear_button;

  gboolean clearing;
};

enum {
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactFilterBar, fact_filter_bar, GTK_TYPE_WIDGET)

static const char *const texts[] = { "text", "staff", "municipality", "triage" };

/* The state of a text action. Returns: (transfer full). */
static char *
get_state (FactFilterBar *self,
           const char    *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  return g_variant_dup_string (state, NULL);
}

static gboolean
get_warnings (FactFilterBar *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "warnings");

  return g_variant_get_boolean (state);
}

/* Returns: (transfer none) (nullable): the vocabulary keeps it. */
static gpointer
find_word (FactFilterBar *self,
           GType          type,
           const char    *uid)
{
  GListModel *words = fact_team_get_vocabulary (self->team, type);

  for (guint i = 0; i < g_list_model_get_n_items (words); i++) {
    g_autoptr (FactRecord) word = g_list_model_get_item (words, i);

    if (g_str_equal (fact_record_get_uid (word), uid))
      return word;
  }
  return NULL;
}

/* @label: (transfer full): its name, also for a screen reader. */
static void
label_button (GtkWidget *button,
              char      *label)
{
  g_autofree char *owned = label;

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), owned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, owned, -1);
}

static void
show_choices (FactFilterBar   *self,
              const char      *staff,
              FactStaff       *one,
              FactOrganisation *municipality,
              FactTriage      *triage)
{
  const char *who = g_str_equal (staff, MINE) ? C_("filter", "mine")
                    : one ? fact_staff_get_signature (one) : C_("filter", "whole team");

  /* Translators: whose patients the board shows: "Show: whole team", "Show: mine", "Show: CSA" */
  label_button (self->staff_button, g_strdup_printf (_("Show: %s"), who));
  /* Translators: a filter of the board and what it lets through: "Municipality: all" */
  label_button (self->municipality_button,
                g_strdup_printf (_("Municipality: %s"),
                                 municipality ? fact_organisation_get_name (municipality) : C_("filter, municipality", "all")));
  label_button (self->triage_button,
                g_strdup_printf (_("Triage: %s"), triage ? fact_triage_get_label (triage) : C_("filter, triage", "all")));
}

static void
show_count (FactFilterBar *self)
{
  FactBoard *board = fact_team_get_board (self->team);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean filtered;
  g_autofree char *text = NULL;

  g_object_get (board, "filtered", &filtered, NULL);
  /* Translators: rows of the board that a filter lets through, and all rows: "Showing 6 of 41" */
  text = g_strdup_printf (_("Showing %u of %u"), g_list_model_get_n_items (G_LIST_MODEL (board)),
                          fact_board_get_n_total (board));
  gtk_label_set_label (GTK_LABEL (self->count), filtered ? text : "");
  gtk_widget_set_visible (self->count, filtered);
  gtk_widget_set_visible (self->clear_button, filtered);
  if (filtered)
    gtk_widget_add_css_class (widget, "active");
  else
    gtk_widget_remove_css_class (widget, "active");
}

static void
apply (FactFilterBar *self)
{
  g_autofree char *text = get_state (self, "text");
  g_autofree char *staff = get_state (self, "staff");
  g_autofree char *municipality = get_state (self, "municipality");
  g_autofree char *triage = get_state (self, "triage");
  FactBoardFilter filter = { .text = text, .warnings_only = get_warnings (self) };
  FactOrganisation *town = find_word (self, FACT_TYPE_ORGANISATION, municipality);

  filter.staff = g_str_equal (staff, MINE) ? fact_team_get_person (self->team)
                                           : find_word (self, FACT_TYPE_STAFF, staff);
  filter.municipality = town ? municipality : NULL;
  filter.triage = find_word (self, FACT_TYPE_TRIAGE, triage);
  show_choices (self, staff, filter.staff, town, filter.triage);
  fact_board_set_filter (fact_team_get_board (self->team), &filter);
  show_count (self);
}

static void
change_state_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       data)
{
  FactFilterBar *self = data;

  g_simple_action_set_state (action, value);
  if (!self->clearing)
    apply (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  FactFilterBar *self = data;

  fact_filter_bar_clear (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
search_changed_cb (FactFilterBar *self)
{
  if (!self->clearing)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "text",
                                        g_variant_new_string (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static void
search_left_cb (FactFilterBar *self)
{
  search_changed_cb (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
search_stopped_cb (FactFilterBar *self)
{
  fact_filter_bar_clear (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_staff_menu (FactFilterBar *self)
{
  GListModel *people = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  guint today = fact_board_get_today (fact_team_get_board (self->team));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  append (first, C_("filter", "Whole team"), "filter.staff", "");
  if (fact_team_get_person (self->team))
    append (first, C_("filter", "Mine"), "filter.staff", MINE);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (FactStaff) staff = g_list_model_get_item (people, i);

    if (fact_staff_is_active (staff, today))
      append (rest, fact_staff_get_signature (staff), "filter.staff", fact_record_get_uid (FACT_RECORD (staff)));
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
make_municipalities_menu (FactFilterBar *self)
{
  GListModel *all = fact_team_get_vocabulary (self->team, FACT_TYPE_ORGANISATION);
  g_autoptr (GMenu) menu = g_menu_new ();

  append (menu, C_("filter, municipality", "All"), "filter.municipality", "");
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactOrganisation) one = g_list_model_get_item (all, i);

    if (fact_organisation_get_kind (one) == FACT_ORGANISATION_MUNICIPALITY)
      append (menu, fact_organisation_get_name (one), "filter.municipality", fact_record_get_uid (FACT_RECORD (one)));
  }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
make_triages_menu (FactFilterBar *self)
{
  GListModel *all = fact_team_get_vocabulary (self->team, FACT_TYPE_TRIAGE);
  g_autoptr (GMenu) menu = g_menu_new ();

  append (menu, C_("filter, triage", "All"), "filter.triage", "");
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (FactTriage) one = g_list_model_get_item (all, i);

    append (menu, fact_triage_get_label (one), "filter.triage", fact_record_get_uid (FACT_RECORD (one)));
  }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* When it is wanted: menus are many widgets, and most mornings nobody opens them. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       data)
{
  FactFilterBar *self = data;
  GtkWidget *widget = GTK_WIDGET (button);
  g_autoptr (GMenuModel) menu = widget == self->staff_button ? make_staff_menu (self)
                                : widget == self->municipality_button ? make_municipalities_menu (self)
                                                                      : make_triages_menu (self);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
add_actions (FactFilterBar *self)
{
  static const GActionEntry entries[] = {
    { .name = "text", .parameter_type = "s", .state = "''", .change_state = change_state_cb },
    { .name = "staff", .parameter_type = "s", .state = "''", .change_state = change_state_cb },
    { .name = "municipality", .parameter_type = "s", .state = "''", .change_state = change_state_cb },
    { .name = "triage", .parameter_type = "s", .state = "''", .change_state = change_state_cb },
    { .name = "warnings", .state = "false", .change_state = change_state_cb },
    { .name = "clear", .activate = clear_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

static GtkWidget *
add_menu_button (FactFilterBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, self, NULL);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
add_search (FactFilterBar *self)
{
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "width-chars", SEARCH_CHARS, "max-width-chars", SEARCH_CHARS,
                "placeholder-text", _("Search the board"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the board"), -1);
  gtk_widget_set_tooltip_text (self->search, _("In any column (Ctrl+F)"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_left_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
}

static void
add_controls (FactFilterBar *self)
{
  GtkWidget *warnings = gtk_toggle_button_new_with_label (_("Warnings only"));

  add_search (self);
  self->staff_button = add_menu_button (self);
  self->municipality_button = add_menu_button (self);
  self->triage_button = add_menu_button (self);
  gtk_widget_add_css_class (warnings, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (warnings), "filter.warnings");
  gtk_widget_set_parent (warnings, GTK_WIDGET (self));
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->count, "heading");
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
  self->clear_button = gtk_button_new_with_label (_("Show all (Esc)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear_button), "filter.clear");
  gtk_widget_set_visible (self->clear_button, FALSE);
  gtk_widget_set_parent (self->clear_button, GTK_WIDGET (self));
}

static void
fact_filter_bar_dispose (GObject *object)
{
  FactFilterBar *self = FACT_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->team);

  G_OBJECT_CLASS (fact_filter_bar_parent_class)->dispose (object);
}

static void
fact_filter_bar_class_init (FactFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fact_filter_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "filter-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[LEAVE] = g_signal_new ("leave", FACT_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fact_filter_bar_init (FactFilterBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), fact_wrap_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  add_actions (self);
  add_controls (self);
}

GtkWidget *
fact_filter_bar_new (FactTeam *team)
{
  FactFilterBar *self = g_object_new (FACT_TYPE_FILTER_BAR, NULL);

  self->team = g_object_ref (team);
  g_signal_connect_object (team, "notify::person", G_CALLBACK (fact_filter_bar_clear), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fact_team_get_board (team), "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fact_team_get_board (team), "notify::n-total", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  fact_filter_bar_clear (self);

  return GTK_WIDGET (self);
}

void
fact_filter_bar_search (FactFilterBar *self)
{
  g_return_if_fail (FACT_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (self->search);
}

gboolean
fact_filter_bar_clear (FactFilterBar *self)
{
  gboolean was_filtered;

  g_return_val_if_fail (FACT_IS_FILTER_BAR (self), FALSE);

  g_object_get (fact_team_get_board (self->team), "filtered", &was_filtered, NULL);
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), texts[i], g_variant_new_string (""));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "warnings", g_variant_new_boolean (FALSE));
  self->clearing = FALSE;
  apply (self);

  return was_filtered;
}
