/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that can be done on the board: each action calls one verb of the team and tells how it went. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"
#include "fact-dialog.h"
#include "fact-record.h"
#include "fact-team-ahead.h"
#include "fact-team-contact.h"
#include "fact-team-stay.h"
#include "fact-team-typed.h"

#include <glib/gi18n.h>

typedef struct {
  FactBoardPage *page;
  char *done;

  /* Where the focus goes afterwards: a row, or with a day the contact that reads so. */
  char *stay_uid;
  char *typed;
  guint day;

  /* What was typed where, to be typed on when it is refused. */
  char *retry_stay;
  char *retry_contact;
  char *retry_text;
  guint retry_column;
} Ticket;

static void
ticket_free (Ticket *ticket)
{
  g_object_unref (ticket->page);
  g_free (ticket->done);
  g_free (ticket->stay_uid);
  g_free (ticket->typed);
  g_free (ticket->retry_stay);
  g_free (ticket->retry_contact);
  g_free (ticket->retry_text);
  g_free (ticket);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ticket, ticket_free)

/* A new contact has no uid before: it is known by its day and its words. */
static const char *
find_typed (FactBoardRow *row,
            guint         weekday,
            const char   *typed)
{
  GPtrArray *contacts = fact_board_row_get_day (row, weekday);
  const char *uid = NULL;

  for (guint i = 0; i < contacts->len; i++) {
    g_autofree char *text = fact_contact_view_get_typed (g_ptr_array_index (contacts, i));

    if (g_strcmp0 (text, typed) == 0)
      uid = fact_contact_view_get_uid (g_ptr_array_index (contacts, i));
  }

  return uid;
}

/* The focus follows what moved: a row, or a contact on its day. */
static void
follow (Ticket *ticket)
{
  FactBoardPage *self = ticket->page;
  FactBoardGrid *grid = FACT_BOARD_GRID (self->grid);
  FactBoardRow *row = fact_board_page_find_row (self, ticket->stay_uid);
  guint weekday = ticket->day - fact_board_get_week (fact_team_get_board (self->team));
  FactBoardSpot spot;

  if (!row)
    return;
  if (ticket->day > 0 && weekday < FACT_DAYS_IN_WEEK)
    fact_board_grid_set_focus (grid, ticket->stay_uid, FACT_BOARD_COLUMN_MONDAY + weekday,
                               find_typed (row, weekday, ticket->typed));
  else if (ticket->day == 0 && !(fact_board_grid_get_focus (grid, &spot) && spot.row == row))
    fact_board_grid_set_focus (grid, ticket->stay_uid, FACT_BOARD_COLUMN_PATIENT, NULL);
}

static void
week_followed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Ticket) ticket = data;
  g_autoptr (GError) error = NULL;

  if (fact_team_set_week_finish (FACT_TEAM (source), result, &error))
    follow (ticket);
  else
    fact_board_page_notice (ticket->page, error->message, TRUE, FALSE);
}

/* What went to another week is followed there. */
static void
follow_to_week (Ticket *ticket)
{
  FactTeam *team = ticket->page->team;
  g_autoptr (Ticket) owned = ticket;

  if (ticket->day > 0 && fact_week_from_day (ticket->day) != fact_board_get_week (fact_team_get_board (team)))
    fact_team_set_week_async (team, fact_week_from_day (ticket->day), NULL, week_followed_cb, g_steal_pointer (&owned));
  else
    follow (ticket);
}

/* Tells what went wrong; nothing that was typed is lost. */
static void
refuse (Ticket       *ticket,
        const GError *error)
{
  fact_board_page_refuse (ticket->page, error);
  if (ticket->retry_stay)
    fact_board_grid_edit (FACT_BOARD_GRID (ticket->page->grid), ticket->retry_stay, ticket->retry_column,
                          ticket->retry_contact, ticket->retry_text);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Ticket) ticket = data;
  g_autoptr (GError) error = NULL;

  if (!fact_team_commit_finish (FACT_TEAM (source), result, &error)) {
    refuse (ticket, error);
    return;
  }
  if (ticket->done)
    fact_board_page_notice (ticket->page, ticket->done, FALSE, TRUE);
  if (ticket->stay_uid)
    follow_to_week (g_steal_pointer (&ticket));
}

/* @ticket: (transfer full): what is told and shown afterwards. */
static void
commit_ticket (FactChange *change,
               GError     *error,
               Ticket     *ticket)
{
  g_autoptr (FactChange) owned = change;
  g_autoptr (Ticket) unused = ticket;

  if (owned)
    fact_team_commit_async (ticket->page->team, owned, NULL, committed_cb, g_steal_pointer (&unused));
  else
    refuse (ticket, error);
}

/* @done: (transfer full) (nullable): what to tell afterwards. */
static Ticket *
ticket_new (FactBoardPage *self,
            char          *done)
{
  Ticket *ticket = g_new0 (Ticket, 1);

  ticket->page = g_object_ref (self);
  ticket->done = done;

  return ticket;
}

/* @change: (transfer full) (nullable): NULL with @error set when the verb refused. */
static void
commit (FactBoardPage *self,
        FactChange    *change,
        GError        *error,
        char          *done)
{
  commit_ticket (change, error, ticket_new (self, done));
}

/* What an action is about may be gone from the board meanwhile. */
static gboolean
is_there (FactBoardPage *self,
          gpointer       what)
{
  if (!what)
    fact_board_page_notice (self, _("Nothing was changed: it is no longer on the board."), TRUE, FALSE);

  return what != NULL;
}

static void
set_triage_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *stay_uid, *triage_uid;
  FactTriage *triage;
  FactBoardRow *row;
  Ticket *ticket;
  char *done;

  g_variant_get (parameter, "(&s&s)", &stay_uid, &triage_uid);
  row = fact_board_page_find_row (self, stay_uid);
  triage = fact_board_page_find_word (self, FACT_TYPE_TRIAGE, triage_uid);
  if (!is_there (self, row) || !is_there (self, triage) || fact_board_row_get_triage (row) == triage)
    return;

  /* Translators: a patient by code, then a triage state: "Moved NN-89 to Stable" */
  done = g_strdup_printf (_("Moved %s to %s"), fact_board_row_get_code (row), fact_triage_get_label (triage));
  ticket = ticket_new (self, done);
  ticket->stay_uid = g_strdup (stay_uid);
  commit_ticket (fact_team_set_triage (self->team, row, triage, &error), error, ticket);
}

static void
take_off_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FactBoardPage *self = data;
  FactBoardRow *row = fact_board_page_find_row (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GError) error = NULL;

  /* The window asks what helped and who follows up; without one it is done with what is preset. */
  if (!is_there (self, row) || gtk_widget_activate_action (GTK_WIDGET (self), "win.take-off", "s",
                                                           fact_board_row_get_stay_uid (row)))
    return;

  planned = fact_team_list_planned (self->team, row);
  commit (self, fact_team_take_off (self->team, row, NULL, NULL, NULL, NULL, &error), error,
          g_strdup_printf (ngettext ("Taken off the board. Contacts kept: %u", "Taken off the board. Contacts kept: %u",
                                     planned->len), planned->len));
}

static void
plan_contact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  const char *stay_uid, *staff_uid;
  FactBoardRow *row;
  FactStaff *staff;
  Ticket *ticket;
  guint day;

  g_variant_get (parameter, "(&su&s)", &stay_uid, &day, &staff_uid);
  row = fact_board_page_find_row (self, stay_uid);
  staff = fact_board_page_find_word (self, FACT_TYPE_STAFF, staff_uid);
  if (!is_there (self, row) || !is_there (self, staff))
    return;

  date = fact_day_format (day);
  /* Translators: a signature, a patient's code, a date: "Planned CSA with NN-89, Fri 20 Nov" */
  ticket = ticket_new (self, g_strdup_printf (_("Planned %s with %s, %s"), fact_staff_get_signature (staff),
                                              fact_board_row_get_code (row), date));
  ticket->stay_uid = g_strdup (stay_uid);
  ticket->typed = g_strdup (fact_staff_get_signature (staff));
  ticket->day = day;
  commit_ticket (fact_team_plan_contact (self->team, row, day, staff, NULL, &error), error, ticket);
}

/* @contact_uid: (nullable). Returns: (transfer full). */
static Ticket *
ticket_new_typed (FactBoardPage *self,
                  const char    *stay_uid,
                  guint          column,
                  const char    *contact_uid,
                  const char    *typed,
                  char          *done)
{
  Ticket *ticket = ticket_new (self, done);

  ticket->retry_stay = g_strdup (stay_uid);
  ticket->retry_column = column;
  ticket->retry_contact = g_strdup (contact_uid);
  ticket->retry_text = g_strdup (typed);

  return ticket;
}

/* The day of the cell is told when it is the day of what was planned; a time that is none is told as well. */
static char *
tell_planned (FactBoardPage *self,
              FactBoardRow  *row,
              guint          day,
              const char    *typed)
{
  g_autoptr (GPtrArray) readings = fact_team_read_typed (self->team, day, typed);
  g_autofree char *date = fact_day_format (day);
  g_autofree char *no_time = fact_team_tell_no_time (typed);
  g_autofree char *done = NULL;
  const char *code = fact_board_row_get_code (row);
  gboolean names_days = FALSE;

  for (guint i = 0; i < readings->len; i++)
    names_days |= ((const FactTypedReading *) g_ptr_array_index (readings, i))->names_days;
  /* Translators: what was typed in a day, with its days, and a patient's code: "Planned CSA mon-fri with NN-89" */
  done = names_days ? g_strdup_printf (_("Planned %s with %s"), typed, code)
                    : g_strdup_printf (_("Planned %s with %s, %s"), typed, code, date);

  return no_time ? g_strdup_printf ("%s. %s", done, no_time) : g_steal_pointer (&done);
}

static void
plan_typed_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *stay_uid, *typed;
  FactBoardRow *row;
  guint day;

  g_variant_get (parameter, "(&su&s)", &stay_uid, &day, &typed);
  row = fact_board_page_find_row (self, stay_uid);
  if (!is_there (self, row))
    return;

  commit_ticket (fact_team_plan_typed (self->team, row, day, typed, &error), error,
                 ticket_new_typed (self, stay_uid, FACT_BOARD_COLUMN_MONDAY + fact_day_get_weekday (day), NULL, typed,
                                   tell_planned (self, row, day, typed)));
}

static char *
tell_move (FactContactView *contact,
           FactBoardRow    *row,
           guint            day,
           gboolean         copy)
{
  g_autofree char *what = fact_contact_view_get_typed (contact);
  g_autofree char *date = fact_day_format (day);
  const char *from = fact_contact_view_get_code (contact);
  const char *to = fact_board_row_get_code (row);

  if (copy)
    /* Translators: a contact, a patient's code, a date: "Copied CSA 10:00 to NN-89, Fri 20 Nov" */
    return g_strdup_printf (_("Copied %s to %s, %s"), what, to, date);
  if (g_str_equal (from, to))
    return g_strdup_printf (_("Moved %s to %s, %s"), what, to, date);

  /* Translators: a contact, the code of one patient, the code of another, a date */
  return g_strdup_printf (_("Moved %s from %s to %s, %s"), what, from, to, date);
}

static void
move_contact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *contact_uid, *stay_uid;
  FactContactView *contact;
  FactBoardRow *row;
  gboolean copy;
  Ticket *ticket;
  guint day;

  g_variant_get (parameter, "(&s&sub)", &contact_uid, &stay_uid, &day, &copy);
  contact = fact_board_page_find_contact (self, contact_uid, NULL);
  row = fact_board_page_find_row (self, stay_uid);
  if (!is_there (self, contact) || !is_there (self, row))
    return;

  ticket = ticket_new (self, tell_move (contact, row, day, copy));
  ticket->stay_uid = g_strdup (stay_uid);
  ticket->typed = fact_contact_view_get_typed (contact);
  ticket->day = day;
  commit_ticket (fact_team_move_contact (self->team, contact, row, day, copy, &error), error, ticket);
}

static void
join_contact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *contact_uid, *staff_uid;
  FactContactView *contact;
  FactStaff *staff;

  g_variant_get (parameter, "(&s&s)", &contact_uid, &staff_uid);
  contact = fact_board_page_find_contact (self, contact_uid, NULL);
  staff = fact_board_page_find_word (self, FACT_TYPE_STAFF, staff_uid);
  if (!is_there (self, contact) || !is_there (self, staff))
    return;

  commit (self, fact_team_join_contact (self->team, contact, staff, &error), error,
          /* Translators: a signature, a patient's code */
          g_strdup_printf (_("%s takes part with %s"), fact_staff_get_signature (staff), fact_contact_view_get_code (contact)));
}

static void
set_status (FactBoardPage     *self,
            FactContactView   *contact,
            FactContactStatus  status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fact_contact_view_get_typed (contact);

  commit (self, fact_team_set_status (self->team, contact, status, &error), error,
          /* Translators: a contact, a patient's code, a status: "CSA with NN-89: Done" */
          g_strdup_printf (_("%s with %s: %s"), what, fact_contact_view_get_code (contact),
                           fact_contact_status_get_word (status)));
}

static void
set_status_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GEnumClass) statuses = g_type_class_ref (FACT_TYPE_CONTACT_STATUS);
  const char *contact_uid, *nick;
  FactContactView *contact;
  GEnumValue *value;

  g_variant_get (parameter, "(&s&s)", &contact_uid, &nick);
  contact = fact_board_page_find_contact (self, contact_uid, NULL);
  value = g_enum_get_value_by_nick (statuses, nick);
  if (value && is_there (self, contact))
    set_status (self, contact, value->value);
}

static void
toggle_done_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  FactBoardPage *self = data;
  FactContactView *contact = fact_board_page_find_contact (self, g_variant_get_string (parameter, NULL), NULL);

  if (is_there (self, contact))
    set_status (self, contact, fact_contact_view_get_status (contact) == FACT_CONTACT_DONE ? FACT_CONTACT_PLANNED
                                                                                           : FACT_CONTACT_DONE);
}

typedef struct {
  FactBoardPage *page;
  FactContactView *contact;
  FactStaff *from;
  FactStaff *to;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->page);
  g_clear_object (&question->contact);
  g_clear_object (&question->from);
  g_clear_object (&question->to);
  g_free (question);
}

static void
wrong_cb (gpointer data)
{
  Question *question = data;

  set_status (question->page, question->contact, FACT_CONTACT_WRONG);
}

static void
remove_contact_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  FactBoardPage *self = data;
  FactContactView *contact = fact_board_page_find_contact (self, g_variant_get_string (parameter, NULL), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  if (!is_there (self, contact))
    return;

  what = fact_contact_view_get_typed (contact);
  if (fact_contact_view_get_status (contact) == FACT_CONTACT_DONE) {
    Question *question = g_new0 (Question, 1);

    question->page = g_object_ref (self);
    question->contact = g_object_ref (contact);
    fact_dialog_ask (GTK_WIDGET (self), _("Wrongly registered?"),
                     _("The contact was ticked as done. It stays, marked as wrongly registered."),
                     _("_Wrongly Registered"), FALSE, wrong_cb, question, question_free);
    return;
  }
  commit (self, fact_team_remove_contact (self->team, contact, &error), error,
          /* Translators: a contact, a patient's code */
          g_strdup_printf (_("Removed %s with %s"), what, fact_contact_view_get_code (contact)));
}

static void
split_contact_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  FactBoardPage *self = data;
  FactContactView *contact = fact_board_page_find_contact (self, g_variant_get_string (parameter, NULL), NULL);
  g_autoptr (GError) error = NULL;

  if (is_there (self, contact))
    commit (self, fact_team_split_contact (self->team, contact, &error), error,
            g_strdup_printf (_("Split %s"), fact_contact_view_get_signatures (contact)));
}

static void
hand_over_now_cb (gpointer data)
{
  Question *question = data;
  FactBoardPage *self = question->page;
  guint today = fact_board_get_today (fact_team_get_board (self->team));
  g_autoptr (GError) error = NULL;

  commit (self, fact_team_hand_over_day (self->team, question->from, question->to, today, &error), error,
          /* Translators: two signatures */
          g_strdup_printf (_("Today's contacts: %s → %s"), fact_staff_get_signature (question->from),
                           fact_staff_get_signature (question->to)));
}

static void
hand_over_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  FactBoardPage *self = data;
  const char *from_uid, *to_uid;
  FactStaff *from, *to;
  Question *question;
  g_autofree char *heading = NULL;

  g_variant_get (parameter, "(&s&s)", &from_uid, &to_uid);
  from = fact_board_page_find_word (self, FACT_TYPE_STAFF, from_uid);
  to = fact_board_page_find_word (self, FACT_TYPE_STAFF, to_uid);
  if (!is_there (self, from) || !is_there (self, to) || from == to)
    return;

  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->from = g_object_ref (from);
  question->to = g_object_ref (to);
  /* Translators: two signatures */
  heading = g_strdup_printf (_("Move all of %s's contacts today to %s?"), fact_staff_get_signature (from),
                             fact_staff_get_signature (to));
  fact_dialog_ask (GTK_WIDGET (self), heading, _("Planned contacts on and off the board. Undo takes it back."),
                   _("_Move All"), FALSE, hand_over_now_cb, question, question_free);
}

static void
set_field_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *stay_uid, *typed, *before;
  FactBoardRow *row;
  guint column;
  int field;

  g_variant_get (parameter, "(&si&s&s)", &stay_uid, &field, &typed, &before);
  row = fact_board_page_find_row (self, stay_uid);
  for (column = 0; column < FACT_BOARD_COLUMN_MONDAY && (int) fact_board_column_get_field (column) != field; )
    column++;
  if (is_there (self, row) && column < FACT_BOARD_COLUMN_MONDAY)
    commit_ticket (fact_team_set_field (self->team, row, field, typed, before, &error), error,
                   ticket_new_typed (self, stay_uid, column, NULL, typed, NULL));
}

static void
edit_contact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *contact_uid, *typed, *before;
  FactContactView *contact;
  FactBoardRow *row;
  guint weekday;

  g_variant_get (parameter, "(&s&s&s)", &contact_uid, &typed, &before);
  contact = fact_board_page_find_contact (self, contact_uid, &row);
  if (!is_there (self, contact))
    return;

  weekday = fact_day_get_weekday (fact_contact_view_get_date (contact));
  commit_ticket (fact_team_edit_contact (self->team, contact, typed, before, &error), error,
                 ticket_new_typed (self, fact_board_row_get_stay_uid (row), FACT_BOARD_COLUMN_MONDAY + weekday, contact_uid,
                                   typed, fact_team_tell_no_time (typed)));
}

static void
week_turned_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (FactBoardPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!fact_team_set_week_finish (FACT_TEAM (source), result, &error))
    fact_board_page_notice (self, error->message, TRUE, FALSE);
}

static void
week_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  FactBoardPage *self = data;
  FactBoard *board = fact_team_get_board (self->team);
  const char *name = g_action_get_name (G_ACTION (action));
  FactWeek week = fact_board_get_week (board);

  if (g_str_equal (name, "week-previous"))
    week -= FACT_DAYS_IN_WEEK;
  else if (g_str_equal (name, "week-next"))
    week += FACT_DAYS_IN_WEEK;
  else
    week = fact_week_from_day (fact_board_get_today (board));
  fact_team_set_week_async (self->team, week, NULL, week_turned_cb, g_object_ref (self));
}

static void
staff_menu_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  fact_board_page_show_staff_menu (data, g_variant_get_string (parameter, NULL));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  fact_board_page_show_menu (data);
}

/* Off where nothing may be changed. */
static const GActionEntry entries[] = {
  { "set-triage", set_triage_cb, "(ss)" },
  { "take-off", take_off_cb, "s" },
  { "plan-contact", plan_contact_cb, "(sus)" },
  { "plan-typed", plan_typed_cb, "(sus)" },
  { "move-contact", move_contact_cb, "(ssub)" },
  { "join-contact", join_contact_cb, "(ss)" },
  { "set-status", set_status_cb, "(ss)" },
  { "toggle-done", toggle_done_cb, "s" },
  { "remove-contact", remove_contact_cb, "s" },
  { "split-contact", split_contact_cb, "s" },
  { "hand-over", hand_over_cb, "(ss)" },
  { "staff-menu", staff_menu_cb, "s" },
  { "set-field", set_field_cb, "(siss)" },
  { "edit-contact", edit_contact_cb, "(sss)" },
};

static const GActionEntry reading_entries[] = {
  { "week-previous", week_cb },
  { "week-next", week_cb },
  { "week-today", week_cb },
  { "menu", menu_cb },
};

void
fact_board_page_update_actions (FactBoardPage *self)
{
  gboolean writable = !fact_team_is_read_only (self->team);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), writable);
  }
  fact_board_grid_set_editable (FACT_BOARD_GRID (self->grid), writable);
}

void
fact_board_page_init_actions (FactBoardPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), reading_entries, G_N_ELEMENTS (reading_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->team, "notify::read-only", G_CALLBACK (fact_board_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  fact_board_page_update_actions (self);
}
