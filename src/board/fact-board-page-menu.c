/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menus of rows, days and chips: what a drag does can be done here, too. */
#include "fact-board-page-private.h"

#include "fact-record.h"

#include <glib/gi18n.h>

static const char *
uid_of (gpointer record)
{
  return fact_record_get_uid (FACT_RECORD (record));
}

/* @target: floating, taken. */
static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
fill_row (FactBoardPage *self,
          GMenu         *menu,
          FactBoardRow  *row)
{
  GListModel *triages = fact_team_get_vocabulary (self->team, FACT_TYPE_TRIAGE);
  const char *uid = fact_board_row_get_stay_uid (row);
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) off = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (triages); i++) {
    g_autoptr (FactTriage) triage = g_list_model_get_item (triages, i);
    /* Translators: menu item; %s is a triage state: "Move to Crisis" */
    g_autofree char *label = g_strdup_printf (_("Move to %s"), fact_triage_get_label (triage));

    if (triage != fact_board_row_get_triage (row))
      append (states, label, "board.set-triage", g_variant_new ("(ss)", uid, uid_of (triage)));
  }
  append_section (menu, states);
  if (fact_board_row_get_actions_week (row) > 0)
    append (off, _("The actions still hold"), "board.confirm-actions", g_variant_new_string (uid));
  append (off, _("Take off the board…"), "board.take-off", g_variant_new_string (uid));
  append (off, _("History"), "win.patient-history", g_variant_new_string (fact_board_row_get_patient_uid (row)));
  append_section (menu, off);
}

/* One item a person; @contact: (nullable): whom to join, else planned on @day. */
static GMenu *
make_staff_menu (FactBoardPage   *self,
                 FactBoardRow    *row,
                 guint            day,
                 FactContactView *contact)
{
  GListModel *people = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (FactStaff) staff = g_list_model_get_item (people, i);
    const char *signature = fact_staff_get_signature (staff);

    if (!fact_staff_is_active (staff, day))
      continue;
    if (!contact)
      append (menu, signature, "board.plan-contact",
              g_variant_new ("(sus)", fact_board_row_get_stay_uid (row), day, uid_of (staff)));
    else if (!g_ptr_array_find (fact_contact_view_get_who (contact), staff, NULL))
      append (menu, signature, "board.join-contact",
              g_variant_new ("(ss)", fact_contact_view_get_uid (contact), uid_of (staff)));
  }

  return menu;
}

static GMenu *
make_days_menu (FactBoardPage   *self,
                FactBoardRow    *row,
                FactContactView *contact,
                gboolean         copy)
{
  FactWeek week = fact_board_get_week (fact_team_get_board (self->team));
  GMenu *menu = g_menu_new ();

  /* This week and the next. */
  for (guint i = 0; i < 2 * FACT_DAYS_IN_WEEK; i++) {
    g_autofree char *label = fact_day_format (week + i);

    if (copy || week + i != fact_contact_view_get_date (contact))
      append (menu, label, "board.move-contact",
              g_variant_new ("(ssub)", fact_contact_view_get_uid (contact), fact_board_row_get_stay_uid (row), week + i,
                             copy));
  }

  return menu;
}

/* To the same day of somebody else. */
static GMenu *
make_patients_menu (FactBoardPage   *self,
                    FactBoardRow    *row,
                    FactContactView *contact,
                    gboolean         copy)
{
  FactBoard *board = fact_team_get_board (self->team);
  GMenu *menu = g_menu_new ();
  FactBoardRow *other;

  for (guint i = 0; (other = fact_board_get_row (board, i)); i++)
    if (other != row && !fact_board_row_is_masked (other))
      append (menu, fact_board_row_get_code (other), "board.move-contact",
              g_variant_new ("(ssub)", fact_contact_view_get_uid (contact), fact_board_row_get_stay_uid (other),
                             fact_contact_view_get_date (contact), copy));

  return menu;
}

static void
fill_status (GMenu           *menu,
             FactContactView *contact)
{
  static const FactContactStatus statuses[] = {
    FACT_CONTACT_PLANNED, FACT_CONTACT_DONE, FACT_CONTACT_MISSED, FACT_CONTACT_NO_ANSWER, FACT_CONTACT_CANCELLED,
    FACT_CONTACT_CALLED_OFF,
  };
  g_autoptr (GEnumClass) nicks = g_type_class_ref (FACT_TYPE_CONTACT_STATUS);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (fact_contact_view_get_status (contact) != statuses[i])
      append (section, fact_contact_status_get_word (statuses[i]), "board.set-status",
              g_variant_new ("(ss)", fact_contact_view_get_uid (contact), g_enum_get_value (nicks, statuses[i])->value_nick));
  append_section (menu, section);
}

static void
fill_contact (FactBoardPage   *self,
              GMenu           *menu,
              FactBoardRow    *row,
              FactContactView *contact)
{
  g_autoptr (GMenu) go = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  g_autoptr (GMenu) move = make_days_menu (self, row, contact, FALSE);
  g_autoptr (GMenu) copy = make_days_menu (self, row, contact, TRUE);
  g_autoptr (GMenu) others = make_patients_menu (self, row, contact, TRUE);
  g_autoptr (GMenu) join = make_staff_menu (self, row, fact_contact_view_get_date (contact), contact);
  const char *uid = fact_contact_view_get_uid (contact);

  fill_status (menu, contact);
  g_menu_append_submenu (go, _("Move to…"), G_MENU_MODEL (move));
  g_menu_append_submenu (go, _("Copy to…"), G_MENU_MODEL (copy));
  /* Only what is planned goes to somebody else. */
  if (fact_contact_view_get_status (contact) == FACT_CONTACT_PLANNED) {
    g_autoptr (GMenu) patients = make_patients_menu (self, row, contact, FALSE);

    g_menu_append_submenu (go, _("Move to Patient…"), G_MENU_MODEL (patients));
  }
  g_menu_append_submenu (go, _("Copy to Patient…"), G_MENU_MODEL (others));
  g_menu_append_submenu (go, _("Takes part, too…"), G_MENU_MODEL (join));
  append_section (menu, go);
  if (fact_contact_view_get_who (contact)->len > 1)
    append (end, _("Split"), "board.split-contact", g_variant_new_string (uid));
  append (end, _("Remove"), "board.remove-contact", g_variant_new_string (uid));
  append_section (menu, end);
}

/* Whoever chose by key goes on where they were; a menu that is gone would keep the keys. */
static void
closed_cb (FactBoardPage *self)
{
  GtkWidget *from = self->menu_from;

  if (from && gtk_widget_get_mapped (from) && !gtk_widget_is_ancestor (from, self->grid))
    gtk_widget_grab_focus (from);
  else
    gtk_widget_grab_focus (self->grid);
}

static void
popup (FactBoardPage      *self,
       GMenu              *model,
       const GdkRectangle *area)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (model)) == 0)
    return;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_set_weak_pointer (&self->menu_from, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_menu (FactBoardPage       *self,
           const FactBoardSpot *spot,
           double               x,
           double               y,
           GdkRectangle         area)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) column_menu = fact_board_page_make_columns_menu (self, spot->place.column);

  fact_board_page_append_warnings (self, menu, spot->row, spot->contact);
  if (spot->contact) {
    fill_contact (self, menu, spot->row, spot->contact);
  } else if (spot->day > 0) {
    g_autoptr (GMenu) staff = make_staff_menu (self, spot->row, spot->day, NULL);

    g_menu_append_submenu (menu, _("Plan…"), G_MENU_MODEL (staff));
    fill_row (self, menu, spot->row);
  } else {
    fill_row (self, menu, spot->row);
  }
  g_menu_append_submenu (columns, _("Columns"), G_MENU_MODEL (column_menu));
  append_section (menu, columns);
  gtk_widget_translate_coordinates (self->grid, GTK_WIDGET (self), x, y, &x, &y);
  area.x = x;
  area.y = y;
  popup (self, menu, &area);
}

void
fact_board_page_show_menu (FactBoardPage *self)
{
  GdkRectangle area;
  FactBoardSpot spot;

  if (!fact_board_grid_get_focus (FACT_BOARD_GRID (self->grid), &spot) || fact_board_row_is_masked (spot.row))
    return;

  fact_board_grid_get_focus_area (FACT_BOARD_GRID (self->grid), &area);
  show_menu (self, &spot, area.x, area.y, area);
}

void
fact_board_page_show_warnings (FactBoardPage *self,
                               FactBoardRow  *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle area;
  double x, y;

  fact_board_page_append_warnings (self, menu, row, NULL);
  fact_board_grid_get_focus_area (FACT_BOARD_GRID (self->grid), &area);
  gtk_widget_translate_coordinates (self->grid, GTK_WIDGET (self), area.x, area.y, &x, &y);
  area.x = x;
  area.y = y;
  popup (self, menu, &area);
}

void
fact_board_page_show_staff_menu (FactBoardPage *self,
                                 const char    *staff_uid)
{
  GListModel *people = fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF);
  guint today = fact_board_get_today (fact_team_get_board (self->team));
  GtkWidget *chip = fact_staff_strip_find_chip (FACT_STAFF_STRIP (self->strip), staff_uid);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  GdkRectangle area = { 0, 0, 1, 1 };
  double x, y;

  if (!chip || !gtk_widget_translate_coordinates (chip, GTK_WIDGET (self), 0, gtk_widget_get_height (chip), &x, &y))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++) {
    g_autoptr (FactStaff) other = g_list_model_get_item (people, i);

    if (fact_staff_is_active (other, today) && !g_str_equal (uid_of (other), staff_uid))
      append (others, fact_staff_get_signature (other), "board.hand-over",
              g_variant_new ("(ss)", staff_uid, uid_of (other)));
  }
  g_menu_append_submenu (menu, _("Move all of today to…"), G_MENU_MODEL (others));
  area.x = x;
  area.y = y;
  popup (self, menu, &area);
}

/* On the headings the columns are chosen. */
static void
show_columns_menu (FactBoardPage *self,
                   double         x,
                   double         y)
{
  guint column = fact_board_grid_locate_column (FACT_BOARD_GRID (self->grid), x);
  g_autoptr (GMenu) menu = fact_board_page_make_columns_menu (self, column);

  gtk_widget_translate_coordinates (self->grid, GTK_WIDGET (self), x, y, &x, &y);
  popup (self, menu, &(GdkRectangle) { x, y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            FactBoardPage   *self)
{
  FactBoardGrid *grid = FACT_BOARD_GRID (self->grid);
  FactBoardSpot spot;

  if (fact_board_grid_is_editing (grid))
    return;
  if (fact_board_grid_is_head (grid, y)) {
    show_columns_menu (self, x, y);
    return;
  }
  fact_board_grid_locate (grid, x, y, &spot);
  if (!spot.row || spot.place.column == FACT_BOARD_NOWHERE || fact_board_row_is_masked (spot.row))
    return;

  fact_board_grid_set_focus (grid, fact_board_row_get_stay_uid (spot.row), spot.place.column,
                             spot.contact ? fact_contact_view_get_uid (spot.contact) : NULL);
  show_menu (self, &spot, x, y, (GdkRectangle) { 0, 0, 1, 1 });
}

void
fact_board_page_init_menu (FactBoardPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
}
