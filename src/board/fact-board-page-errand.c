/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows a change on the board: the focus goes where it went, or what was refused is typed on. */
#include "fact-board-page-private.h"

#include "fact-board-column.h"

#include <glib/gi18n.h>

/* Where the focus goes afterwards: a row, or with a day the contact that reads so. */
typedef struct {
  FactBoardPage *page;             /* while the way there goes over another week */
  char *stay_uid;
  char *typed;
  guint day;
} Goal;

/* What was typed where. */
typedef struct {
  char *stay_uid;
  char *contact_uid;
  char *typed;
  char *saved;                     /* said when nothing else is told */
  guint column;
} Attempt;

static void
goal_free (gpointer data)
{
  Goal *goal = data;

  g_clear_object (&goal->page);
  g_free (goal->stay_uid);
  g_free (goal->typed);
  g_free (goal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Goal, goal_free)

static Goal *
goal_new (const char *stay_uid,
          guint       day,
          const char *typed)
{
  Goal *goal = g_new0 (Goal, 1);

  goal->stay_uid = g_strdup (stay_uid);
  goal->day = day;
  goal->typed = g_strdup (typed);

  return goal;
}

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  g_free (attempt->stay_uid);
  g_free (attempt->contact_uid);
  g_free (attempt->typed);
  g_free (attempt->saved);
  g_free (attempt);
}

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

static void
focus_goal (FactBoardPage *self,
            const Goal    *goal)
{
  FactBoardGrid *grid = FACT_BOARD_GRID (self->grid);
  FactBoardRow *row = fact_board_page_find_row (self, goal->stay_uid);
  guint weekday = goal->day - fact_board_get_week (fact_team_get_board (self->team));
  FactBoardSpot spot;

  if (!row)
    return;
  if (goal->day > 0 && weekday < FACT_DAYS_IN_WEEK)
    fact_board_grid_set_focus (grid, goal->stay_uid, FACT_BOARD_COLUMN_MONDAY + weekday,
                               find_typed (row, weekday, goal->typed));
  else if (goal->day == 0 && !(fact_board_grid_get_focus (grid, &spot) && spot.row == row))
    fact_board_grid_set_focus (grid, goal->stay_uid, FACT_BOARD_COLUMN_PATIENT, NULL);
}

static void
week_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Goal) goal = data;
  g_autoptr (GError) error = NULL;

  if (fact_team_set_week_finish (FACT_TEAM (source), result, &error))
    focus_goal (goal->page, goal);
  else
    fact_board_page_notice (goal->page, error->message, TRUE, FALSE);
}

/* What is in another week is followed there. */
static void
go_to (FactBoardPage *self,
       const Goal    *goal)
{
  Goal *there;

  if (goal->day == 0 || fact_week_from_day (goal->day) == fact_board_get_week (fact_team_get_board (self->team))) {
    focus_goal (self, goal);
    return;
  }
  there = goal_new (goal->stay_uid, goal->day, goal->typed);
  there->page = g_object_ref (self);
  fact_team_set_week_async (self->team, fact_week_from_day (goal->day), NULL, week_shown_cb, there);
}

static void
done_cb (gpointer owner,
         gpointer data)
{
  go_to (owner, data);
}

static void
saved_cb (gpointer owner,
          gpointer data)
{
  const Attempt *attempt = data;

  if (attempt->saved)
    fact_board_page_say (owner, attempt->saved);
}

/* Nothing that was typed is lost. */
static void
refused_cb (gpointer owner,
            gpointer data)
{
  FactBoardPage *self = owner;
  Attempt *attempt = data;

  fact_board_grid_edit (FACT_BOARD_GRID (self->grid), attempt->stay_uid, attempt->column, attempt->contact_uid,
                        attempt->typed);
}

static void
tell_cb (gpointer    owner,
         const char *text,
         gboolean    is_error,
         gboolean    offer_undo)
{
  fact_board_page_notice (owner, text, is_error, offer_undo);
}

FactErrand *
fact_board_page_errand (FactBoardPage *self,
                        char          *done)
{
  return fact_errand_new (self, tell_cb, done);
}

FactErrand *
fact_board_page_errand_to (FactBoardPage *self,
                           char          *done,
                           const char    *stay_uid,
                           guint          day,
                           const char    *typed)
{
  FactErrand *errand = fact_board_page_errand (self, done);

  fact_errand_set_follow_up (errand, done_cb, NULL, goal_new (stay_uid, day, typed), goal_free);

  return errand;
}

FactErrand *
fact_board_page_errand_typed (FactBoardPage *self,
                              char          *done,
                              FactBoardRow  *row,
                              guint          column,
                              const char    *contact_uid,
                              const char    *typed)
{
  const char *what = fact_board_column_is_day (column) ? typed : fact_board_column_get_title (column);
  FactErrand *errand = fact_board_page_errand (self, done);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->stay_uid = g_strdup (fact_board_row_get_stay_uid (row));
  /* Translators: a patient's code, then a column of the board or a contact: "Saved: NN-89, Situation" */
  attempt->saved = done ? NULL : g_strdup_printf (_("Saved: %s, %s"), fact_board_row_get_code (row), what);
  attempt->column = column;
  attempt->contact_uid = g_strdup (contact_uid);
  attempt->typed = g_strdup (typed);
  fact_errand_set_follow_up (errand, saved_cb, refused_cb, attempt, attempt_free);

  return errand;
}

void
fact_board_page_commit (FactBoardPage  *self,
                        FactChange     *change,
                        GError        **error,
                        char           *done)
{
  fact_errand_commit (fact_board_page_errand (self, done), self->team, change, error);
}

void
fact_board_page_go_to_day (FactBoardPage *self,
                           const char    *stay_uid,
                           guint          day)
{
  g_autoptr (Goal) goal = goal_new (stay_uid, day, NULL);

  go_to (self, goal);
}
