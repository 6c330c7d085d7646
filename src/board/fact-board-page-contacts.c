/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with contacts: each action calls one verb of the team and tells how it went. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"
#include "fact-dialog.h"
#include "fact-team-ahead.h"
#include "fact-team-contact.h"
#include "fact-team-typed.h"

#include <glib/gi18n.h>

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
  char *done;
  guint day;

  g_variant_get (parameter, "(&su&s)", &stay_uid, &day, &staff_uid);
  row = fact_board_page_find_row (self, stay_uid);
  staff = fact_board_page_find_word (self, FACT_TYPE_STAFF, staff_uid);
  if (!fact_board_page_is_there (self, row) || !fact_board_page_is_there (self, staff))
    return;

  date = fact_day_format (day);
  /* Translators: a signature, a patient's code, a date: "Planned CSA with NN-89, Fri 20 Nov" */
  done = g_strdup_printf (_("Planned %s with %s, %s"), fact_staff_get_signature (staff), fact_board_row_get_code (row),
                          date);
  fact_errand_commit (fact_board_page_errand_to (self, done, stay_uid, day, fact_staff_get_signature (staff)), self->team,
                      fact_team_plan_contact (self->team, row, day, staff, NULL, &error), &error);
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
  FactErrand *errand;
  guint day;

  g_variant_get (parameter, "(&su&s)", &stay_uid, &day, &typed);
  row = fact_board_page_find_row (self, stay_uid);
  if (!fact_board_page_is_there (self, row))
    return;

  errand = fact_board_page_errand_typed (self, tell_planned (self, row, day, typed), row,
                                         FACT_BOARD_COLUMN_MONDAY + fact_day_get_weekday (day), NULL, typed);
  fact_errand_commit (errand, self->team, fact_team_plan_typed (self->team, row, day, typed, &error), &error);
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
  g_autofree char *typed = NULL;
  FactErrand *errand;
  gboolean copy;
  guint day;

  g_variant_get (parameter, "(&s&sub)", &contact_uid, &stay_uid, &day, &copy);
  contact = fact_board_page_find_contact (self, contact_uid, NULL);
  row = fact_board_page_find_row (self, stay_uid);
  if (!fact_board_page_is_there (self, contact) || !fact_board_page_is_there (self, row))
    return;

  typed = fact_contact_view_get_typed (contact);
  errand = fact_board_page_errand_to (self, tell_move (contact, row, day, copy), stay_uid, day, typed);
  fact_errand_commit (errand, self->team, fact_team_move_contact (self->team, contact, row, day, copy, &error), &error);
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
  if (!fact_board_page_is_there (self, contact) || !fact_board_page_is_there (self, staff))
    return;

  fact_board_page_commit (self, fact_team_join_contact (self->team, contact, staff, &error), &error,
                          /* Translators: a signature, a patient's code */
                          g_strdup_printf (_("%s takes part with %s"), fact_staff_get_signature (staff),
                                           fact_contact_view_get_code (contact)));
}

static void
set_status (FactBoardPage     *self,
            FactContactView   *contact,
            FactContactStatus  status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fact_contact_view_get_typed (contact);

  fact_board_page_commit (self, fact_team_set_status (self->team, contact, status, &error), &error,
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
  if (value && fact_board_page_is_there (self, contact))
    set_status (self, contact, value->value);
}

static void
toggle_done_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  FactBoardPage *self = data;
  FactContactView *contact = fact_board_page_find_contact (self, g_variant_get_string (parameter, NULL), NULL);

  if (fact_board_page_is_there (self, contact))
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

  if (!fact_board_page_is_there (self, contact))
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
  fact_board_page_commit (self, fact_team_remove_contact (self->team, contact, &error), &error,
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

  if (fact_board_page_is_there (self, contact))
    fact_board_page_commit (self, fact_team_split_contact (self->team, contact, &error), &error,
                            g_strdup_printf (_("Split %s"), fact_contact_view_get_signatures (contact)));
}

static void
hand_over_now_cb (gpointer data)
{
  Question *question = data;
  FactBoardPage *self = question->page;
  guint today = fact_board_get_today (fact_team_get_board (self->team));
  g_autoptr (GError) error = NULL;

  fact_board_page_commit (self, fact_team_hand_over_day (self->team, question->from, question->to, today, &error), &error,
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
  if (!fact_board_page_is_there (self, from) || !fact_board_page_is_there (self, to) || from == to)
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
edit_contact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FactBoardPage *self = data;
  g_autoptr (GError) error = NULL;
  const char *contact_uid, *typed, *before;
  FactContactView *contact;
  FactBoardRow *row;
  FactErrand *errand;
  guint weekday;

  g_variant_get (parameter, "(&s&s&s)", &contact_uid, &typed, &before);
  contact = fact_board_page_find_contact (self, contact_uid, &row);
  if (!fact_board_page_is_there (self, contact))
    return;

  weekday = fact_day_get_weekday (fact_contact_view_get_date (contact));
  errand = fact_board_page_errand_typed (self, fact_team_tell_no_time (typed), row,
                                         FACT_BOARD_COLUMN_MONDAY + weekday, contact_uid, typed);
  fact_errand_commit (errand, self->team, fact_team_edit_contact (self->team, contact, typed, before, &error), &error);
}

/* Off where nothing may be changed. */
static const GActionEntry entries[] = {
  { "plan-contact", plan_contact_cb, "(sus)" },
  { "plan-typed", plan_typed_cb, "(sus)" },
  { "move-contact", move_contact_cb, "(ssub)" },
  { "join-contact", join_contact_cb, "(ss)" },
  { "set-status", set_status_cb, "(ss)" },
  { "toggle-done", toggle_done_cb, "s" },
  { "remove-contact", remove_contact_cb, "s" },
  { "split-contact", split_contact_cb, "s" },
  { "hand-over", hand_over_cb, "(ss)" },
  { "edit-contact", edit_contact_cb, "(sss)" },
};

static void
read_only_changed_cb (FactBoardPage *self)
{
  fact_board_page_enable (self, entries, G_N_ELEMENTS (entries));
}

void
fact_board_page_init_contacts (FactBoardPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->team, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  read_only_changed_cb (self);
}
