/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-page-private.h"

#include "fact-board-style.h"
#include "fact-record.h"
#include "fact-team-typed.h"

#include <glib/gi18n.h>

#define DRAGGING_CHARS 24

enum {
  PROP_0,
  PROP_TEAM,
  PROP_SIDE_PANE,
  N_PROPS,
};

enum {
  NOTICE,
  SAID,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FactBoardPage, fact_board_page, GTK_TYPE_WIDGET)

static void
week_turned_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (FactBoardPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (!fact_team_set_week_finish (FACT_TEAM (source), result, &error)) {
    fact_board_page_notice (self, error->message, TRUE, FALSE);
    return;
  }
  label = fact_week_format_label (fact_board_get_week (fact_team_get_board (self->team)));
  /* Translators: at midnight; %s is a week: "A new week has begun: v. 48" */
  text = g_strdup_printf (_("A new week has begun: %s"), label);
  fact_board_page_notice (self, text, FALSE, FALSE);
}

/* A current week becomes the new current week; one that somebody turned to stays. */
static void
today_changed_cb (FactBoardPage *self)
{
  FactBoard *board = fact_team_get_board (self->team);
  FactWeek before = self->today > 0 ? fact_week_from_day (self->today) : 0;

  self->today = fact_board_get_today (board);
  fact_staff_strip_set_today (FACT_STAFF_STRIP (self->strip), self->today);
  if (before == fact_board_get_week (board) && before != fact_week_from_day (self->today))
    fact_team_set_week_async (self->team, fact_week_from_day (self->today), NULL, week_turned_cb, g_object_ref (self));
}

static GPtrArray *
read_typed_cb (guint       day,
               const char *typed,
               gpointer    data)
{
  return fact_team_read_typed (FACT_BOARD_PAGE (data)->team, day, typed);
}

static GtkWidget *
make_top (FactBoardPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "board-strip");
  self->strip = fact_staff_strip_new (fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF));
  self->week_bar = fact_week_bar_new (fact_team_get_board (self->team));
  self->dragging = gtk_label_new ("");
  /* As wide whatever it says: the signatures beside it must not wrap otherwise while something is dragged. */
  g_object_set (self->dragging, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", DRAGGING_CHARS, "max-width-chars",
                DRAGGING_CHARS, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->dragging), 1);
  gtk_widget_set_hexpand (self->dragging, TRUE);
  self->strip_label = gtk_label_new (_("Drag to a day:"));
  gtk_box_append (GTK_BOX (box), self->strip_label);
  gtk_widget_set_visible (self->strip, !fact_team_is_read_only (self->team));
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->dragging);
  gtk_box_append (GTK_BOX (box), self->week_bar);
  gtk_box_append (GTK_BOX (box), fact_board_page_make_search_button (self));

  return box;
}

static void
fact_board_page_constructed (GObject *object)
{
  FactBoardPage *self = FACT_BOARD_PAGE (object);
  FactBoard *board = fact_team_get_board (self->team);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (fact_board_page_parent_class)->constructed (object);

  fact_board_style_ensure (GTK_WIDGET (self));
  self->grid = fact_board_grid_new (board);
  fact_board_grid_set_reader (FACT_BOARD_GRID (self->grid), read_typed_cb, self);
  fact_board_grid_set_past (FACT_BOARD_GRID (self->grid), fact_team_is_read_only (self->team));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  fact_board_page_init_actions (self);
  fact_board_page_init_contacts (self);
  fact_board_page_init_columns (self);
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_box_append (GTK_BOX (box), fact_board_page_make_filter (self));
  gtk_box_append (GTK_BOX (box), fact_board_page_make_side (self, scroller));
  self->triage_bar = fact_triage_bar_new (fact_team_get_vocabulary (self->team, FACT_TYPE_TRIAGE));
  gtk_widget_set_halign (self->triage_bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->triage_bar, GTK_ALIGN_END);
  gtk_widget_set_visible (self->triage_bar, FALSE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->triage_bar);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  g_signal_connect_object (board, "notify::today", G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  today_changed_cb (self);
  fact_board_page_init_warnings (self);
  fact_board_page_init_narrow (self);
  fact_board_page_init_drag (self);
  fact_board_page_init_menu (self);
}

static void
fact_board_page_dispose (GObject *object)
{
  FactBoardPage *self = FACT_BOARD_PAGE (object);

  g_clear_handle_id (&self->week_timeout, g_source_remove);
  g_clear_handle_id (&self->narrow_source, g_source_remove);
  fact_board_page_dispose_side (self);
  if (self->grid)
    fact_board_grid_set_reader (FACT_BOARD_GRID (self->grid), NULL, NULL);
  g_clear_weak_pointer (&self->menu_from);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->payload);
  g_clear_object (&self->settings);
  g_clear_object (&self->team);

  G_OBJECT_CLASS (fact_board_page_parent_class)->dispose (object);
}

static void
fact_board_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FactBoardPage *self = FACT_BOARD_PAGE (widget);

  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
  fact_board_page_side_allocated (self);
  fact_board_page_narrow_allocated (self, width);
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
fact_board_page_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (FACT_BOARD_PAGE (widget)->overlay, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
fact_board_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fact_board_page_parent_class)->root (widget);
  fact_board_page_side_rooted (FACT_BOARD_PAGE (widget));
  fact_board_page_narrow_rooted (FACT_BOARD_PAGE (widget));
}

static void
fact_board_page_unroot (GtkWidget *widget)
{
  fact_board_page_side_unrooting (FACT_BOARD_PAGE (widget));
  GTK_WIDGET_CLASS (fact_board_page_parent_class)->unroot (widget);
}

static gboolean
fact_board_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FACT_BOARD_PAGE (widget)->grid);
}

static void
fact_board_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FactBoardPage *self = FACT_BOARD_PAGE (object);

  if (id == PROP_TEAM)
    g_value_set_object (value, self->team);
  else if (id == PROP_SIDE_PANE)
    g_value_set_boolean (value, self->side_wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_board_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  FactBoardPage *self = FACT_BOARD_PAGE (object);

  if (id == PROP_TEAM)
    self->team = g_value_dup_object (value);
  else if (id == PROP_SIDE_PANE)
    fact_board_page_set_side_pane (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_board_page_class_init (FactBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fact_board_page_constructed;
  object_class->dispose = fact_board_page_dispose;
  object_class->get_property = fact_board_page_get_property;
  object_class->set_property = fact_board_page_set_property;
  widget_class->size_allocate = fact_board_page_size_allocate;
  widget_class->measure = fact_board_page_measure;
  widget_class->grab_focus = fact_board_page_grab_focus;
  widget_class->root = fact_board_page_root;
  widget_class->unroot = fact_board_page_unroot;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "board.week-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "board.week-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "board.week-today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, "board.column-narrower", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, "board.column-wider", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "board.column-set-next", NULL);

  properties[PROP_TEAM] =
    g_param_spec_object ("team", NULL, NULL, FACT_TYPE_TEAM,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE_PANE] =
    g_param_spec_boolean ("side-pane", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[NOTICE] = g_signal_new ("notice", FACT_TYPE_BOARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[SAID] = g_signal_new ("said", FACT_TYPE_BOARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
fact_board_page_init (FactBoardPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-page");
}

GtkWidget *
fact_board_page_new (FactTeam *team)
{
  return g_object_new (FACT_TYPE_BOARD_PAGE, "team", team, NULL);
}

FactBoardGrid *
fact_board_page_get_grid (FactBoardPage *self)
{
  g_return_val_if_fail (FACT_IS_BOARD_PAGE (self), NULL);

  return FACT_BOARD_GRID (self->grid);
}

void
fact_board_page_notice (FactBoardPage *self,
                        const char    *text,
                        gboolean       is_error,
                        gboolean       offer_undo)
{
  g_signal_emit (self, signals[NOTICE], 0, text, is_error, offer_undo);
}

void
fact_board_page_say (FactBoardPage *self,
                     const char    *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

FactBoardRow *
fact_board_page_find_row (FactBoardPage *self,
                          const char    *stay_uid)
{
  FactBoard *board = fact_team_get_board (self->team);
  guint position;

  return fact_board_find (board, stay_uid, &position) ? fact_board_get_row (board, position) : NULL;
}

static FactContactView *
find_in_row (FactBoardRow *row,
             const char   *uid)
{
  for (guint day = 0; day < FACT_DAYS_IN_WEEK; day++) {
    GPtrArray *contacts = fact_board_row_get_day (row, day);

    for (guint i = 0; i < contacts->len; i++)
      if (g_str_equal (fact_contact_view_get_uid (g_ptr_array_index (contacts, i)), uid))
        return g_ptr_array_index (contacts, i);
  }

  return NULL;
}

FactContactView *
fact_board_page_find_contact (FactBoardPage  *self,
                              const char     *uid,
                              FactBoardRow  **row)
{
  FactBoard *board = fact_team_get_board (self->team);
  FactBoardRow *candidate;

  for (guint i = 0; (candidate = fact_board_get_row (board, i)); i++) {
    FactContactView *contact = find_in_row (candidate, uid);

    if (row)
      *row = candidate;
    if (contact)
      return contact;
  }
  /* On the way to another week what is dragged is not in the one that is shown. */
  if (FACT_IS_CONTACT_VIEW (self->payload) &&
      g_str_equal (fact_contact_view_get_uid (FACT_CONTACT_VIEW (self->payload)), uid))
    return FACT_CONTACT_VIEW (self->payload);

  return NULL;
}

gpointer
fact_board_page_find_word (FactBoardPage *self,
                           GType          type,
                           const char    *uid)
{
  GListModel *words = fact_team_get_vocabulary (self->team, type);

  for (guint i = 0; i < g_list_model_get_n_items (words); i++) {
    g_autoptr (FactRecord) word = g_list_model_get_item (words, i);

    /* The vocabulary keeps it. */
    if (g_str_equal (fact_record_get_uid (word), uid))
      return word;
  }

  return NULL;
}
