/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-status-line.h"

#include <glib/gi18n.h>

#define MAX_LINKS 3
#define LINK_CHARS 34
#define CHARS_PER_LINK 80          /* of the whole line for each */
#define MESSAGE_CHARS 60
#define MESSAGE_LEAST_CHARS 20
#define SPACING 18

struct _FactStatusLine {
  GtkWidget parent_instance;

  /* owned */
  FactTeam *team;
  char *message;

  /* children */
  GtkWidget *box;
  GtkWidget *facts;
  GtkWidget *counts;
  GtkWidget *contacts;
  GtkWidget *links[MAX_LINKS];
  GtkWidget *more;
  GtkWidget *message_label;

  guint refresh_source;
  int width;
};

enum {
  PROP_TEAM = 1,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FactStatusLine, fact_status_line, GTK_TYPE_WIDGET)

static void
show_counts (FactStatusLine *self,
             FactBoard      *board)
{
  guint n = fact_board_get_n_total (board);
  guint planned, done;
  g_autofree char *counts = g_strdup_printf (ngettext ("%u on the board", "%u on the board", n), n);
  g_autofree char *day = fact_day_format (fact_team_get_as_of (self->team));
  g_autofree char *contacts = NULL;

  fact_board_count_contacts (board, fact_board_get_today (board), &planned, &done);
  /* Translators: contacts of today on the board that are not ticked yet, and those that are done */
  contacts = g_strdup_printf (_("Contacts today: %u planned, %u done"), planned, done);
  if (fact_team_get_as_of (self->team)) {
    g_autofree char *now = g_steal_pointer (&counts);

    /* Translators: a day, how many stood on the board: "As it stood on Wed 18 Nov: 5 on the board" */
    counts = g_strdup_printf (_("As it stood on %s: %s"), day, now);
    g_free (contacts);
    /* Translators: on the day of an old board */
    contacts = g_strdup_printf (_("Contacts that day: %u planned, %u done"), planned, done);
  }
  gtk_label_set_label (GTK_LABEL (self->counts), counts);
  gtk_label_set_label (GTK_LABEL (self->contacts), contacts);
  gtk_widget_set_tooltip_text (self->counts, counts);
  gtk_widget_set_tooltip_text (self->contacts, contacts);
  gtk_widget_set_visible (self->contacts, n > 0);
}

static void
show_link (FactStatusLine    *self,
           guint              link,
           FactBoardRow      *row,
           const FactWarning *warning)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", fact_board_row_get_code (row), warning->text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->links[link]));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (self->links[link], text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->links[link]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->links[link]), "s", fact_board_row_get_stay_uid (row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->links[link]), "win.show-row");
  gtk_widget_set_visible (self->links[link], TRUE);
}

/* Before the first frame: as wide as the window will be, so that this frame is the whole one. */
static int
get_width (FactStatusLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = 0, height;

  if (!self->width && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return self->width ? self->width : width;
}

/* As many warnings as there is room for in large letters, too: the line must not take the place of the board. */
static guint
count_links (FactStatusLine *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int chars = get_width (self) * PANGO_SCALE / MAX (pango_font_metrics_get_approximate_char_width (metrics), 1);

  pango_font_metrics_unref (metrics);
  return CLAMP (chars / CHARS_PER_LINK, 1, MAX_LINKS);
}

static void
show_warnings (FactStatusLine *self,
               FactBoard      *board)
{
  /* A filter hides rows, it does not settle what they warn of. */
  g_autoptr (GPtrArray) rows = fact_board_list_rows (board);
  guint shown = 0, n = 0, n_links = count_links (self);

  for (guint i = 0; i < rows->len; i++) {
    FactBoardRow *row = g_ptr_array_index (rows, i);
    GPtrArray *warnings = fact_board_row_get_warnings (row);

    for (guint w = 0; w < warnings->len; w++, n++) {
      if (shown < n_links)
        show_link (self, shown++, row, warnings->pdata[w]);
    }
  }
  for (guint i = shown; i < MAX_LINKS; i++)
    gtk_widget_set_visible (self->links[i], FALSE);
  gtk_widget_set_visible (self->more, n > shown);
  if (n > shown) {
    /* Translators: of warnings on the board, besides those shown */
    g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n - shown), n - shown);

    gtk_label_set_label (GTK_LABEL (self->more), text);
  }
}

static void
refresh (FactStatusLine *self)
{
  FactBoard *board = fact_team_get_board (self->team);

  show_counts (self, board);
  show_warnings (self, board);
}

static gboolean
refresh_cb (gpointer data)
{
  FactStatusLine *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Warnings cost more than a frame may: they are found when the frame is painted. */
static void
queue_refresh (FactStatusLine *self)
{
  if (!self->refresh_source && self->team)
    self->refresh_source = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
set_message (FactStatusLine *self,
             const char     *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  gtk_label_set_label (GTK_LABEL (self->message_label), message ? message : "");
  gtk_widget_set_tooltip_text (self->message_label, message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
fact_status_line_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  FactStatusLine *self = FACT_STATUS_LINE (object);

  switch (prop_id) {
  case PROP_TEAM:
    g_value_set_object (value, self->team);
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_status_line_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  FactStatusLine *self = FACT_STATUS_LINE (object);

  switch (prop_id) {
  case PROP_TEAM:
    fact_status_line_set_team (self, g_value_get_object (value));
    break;
  case PROP_MESSAGE:
    set_message (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
fact_status_line_dispose (GObject *object)
{
  FactStatusLine *self = FACT_STATUS_LINE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->team);
  if (self->facts) {
    while ((child = gtk_widget_get_first_child (self->facts)))
      gtk_widget_unparent (child);
  }
  self->facts = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fact_status_line_parent_class)->dispose (object);
}

static void
fact_status_line_finalize (GObject *object)
{
  g_free (FACT_STATUS_LINE (object)->message);
  G_OBJECT_CLASS (fact_status_line_parent_class)->finalize (object);
}

static GtkSizeRequestMode
fact_status_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fact_status_line_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (FACT_STATUS_LINE (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
fact_status_line_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  FactStatusLine *self = FACT_STATUS_LINE (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (width == self->width)
    return;
  self->width = width;
  queue_refresh (self);
}

static void
fact_status_line_class_init (FactStatusLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fact_status_line_get_property;
  object_class->set_property = fact_status_line_set_property;
  object_class->dispose = fact_status_line_dispose;
  object_class->finalize = fact_status_line_finalize;
  widget_class->get_request_mode = fact_status_line_get_request_mode;
  widget_class->measure = fact_status_line_measure;
  widget_class->size_allocate = fact_status_line_size_allocate;
  properties[PROP_TEAM] = g_param_spec_object ("team", NULL, NULL, FACT_TYPE_TEAM, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "fact-status-line");
}

static GtkWidget *
add_label (GtkWidget         *parent,
           GtkAccessibleRole  role)
{
  /* One line in any case: a higher one would move the board. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role", role, "single-line-mode", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_set_parent (label, parent);
  return label;
}

static void
add_link (FactStatusLine *self,
          guint           link)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", LINK_CHARS, "xalign", 0.0,
                                   NULL);

  self->links[link] = g_object_new (GTK_TYPE_BUTTON, "child", label, "has-frame", FALSE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->links[link], "fact-status-warning");
  gtk_widget_set_parent (self->links[link], self->facts);
}

static void
fact_status_line_init (FactStatusLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->facts = g_object_new (GTK_TYPE_BOX, "spacing", SPACING, "hexpand", TRUE, NULL);
  gtk_widget_set_parent (self->facts, self->box);
  self->counts = add_label (self->facts, GTK_ACCESSIBLE_ROLE_LABEL);
  self->contacts = add_label (self->facts, GTK_ACCESSIBLE_ROLE_LABEL);
  for (guint i = 0; i < MAX_LINKS; i++)
    add_link (self, i);
  self->more = add_label (self->facts, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_set_visible (self->more, FALSE);
  self->message_label = add_label (self->box, GTK_ACCESSIBLE_ROLE_STATUS);
  g_object_set (self->message_label, "xalign", 1.0, "max-width-chars", MESSAGE_CHARS, "width-chars", MESSAGE_LEAST_CHARS,
                NULL);
}

void
fact_status_line_set_team (FactStatusLine *self,
                           FactTeam       *team)
{
  FactBoard *board;

  g_return_if_fail (FACT_IS_STATUS_LINE (self));

  if (self->team) {
    g_signal_handlers_disconnect_by_data (fact_team_get_board (self->team), self);
    g_signal_handlers_disconnect_by_data (self->team, self);
  }
  if (!g_set_object (&self->team, team))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEAM]);
  if (!team)
    return;
  board = fact_team_get_board (team);
  g_signal_connect_object (board, "items-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  /* Of rows that are hidden the list says nothing. */
  g_signal_connect_object (team, "committed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "notify::today", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  /* At once: nobody is to see the line fill. */
  refresh (self);
}
