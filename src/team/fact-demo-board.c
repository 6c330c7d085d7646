/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-demo-private.h"

#define MIN_ROWS_FOR_FAULTS 12
#define CONTACTS_IN_100_DAYS 30

/* Out of 36; the rest is under observation. */
static const struct {
  FactTriageRole triage;
  guint rows;
} shares[] = {
  { FACT_TRIAGE_ROLE_CRISIS, 4 },
  { FACT_TRIAGE_ROLE_NEW, 5 },
  { FACT_TRIAGE_ROLE_ADMITTED, 4 },
  { FACT_TRIAGE_ROLE_STABLE, 8 },
};
#define WHOLE 36

/* A row of the board as it is today. */
typedef struct {
  DemoPatient *patient;
  FactTriageRole triage;
  guint nth;                       /* of its state */
  guint situation, set;
  gint64 written;
  guint written_day;
  guint taken;                     /* days from this Monday on that the actions have taken, a bit each */
  gboolean faulty;
} Row;

/* When the board is gone through; on a Monday it has not been yet, but somebody was early. */
static guint
find_minute (FactDemo *self,
             guint     day)
{
  return day < self->today ? 8 * 60 + 20 + fact_demo_random (self, 35) : 6 * 60 + 35 + fact_demo_random (self, 40);
}

static guint
find_this_week (FactDemo *self)
{
  guint day = fact_demo_work_day (self->today - 1 - fact_demo_random (self, self->today - self->week));

  return day >= self->week ? day : fact_demo_work_day (self->week - 1);
}

static guint
find_date (FactDemo *self,
           Row      *row)
{
  switch (row->triage) {
  case FACT_TRIAGE_ROLE_CRISIS:
    return row->nth % 2 ? find_this_week (self) : fact_demo_work_day (self->week - 1 - fact_demo_random (self, 6));
  case FACT_TRIAGE_ROLE_NEW:
    return row->patient->added;
  case FACT_TRIAGE_ROLE_ADMITTED:
    return fact_demo_work_day (self->week - 6 - fact_demo_random (self, 20));
  case FACT_TRIAGE_ROLE_STABLE:
    return fact_demo_work_day (self->week - 25 - fact_demo_random (self, 40));
  case FACT_TRIAGE_ROLE_NONE:
  case FACT_TRIAGE_ROLE_OBSERVATION:
  default:
    /* One of them has been there for long. */
    if (row->nth == 4)
      return fact_demo_work_day (self->week - 44);
    return row->nth % 5 == 3 ? find_this_week (self) : fact_demo_work_day (self->week - 1 - fact_demo_random (self, 24));
  }
}

static guint
find_triage_date (FactDemo *self,
                  Row      *row,
                  guint     date)
{
  if (row->triage == FACT_TRIAGE_ROLE_ADMITTED)
    return self->week - 1 - row->nth % 4;
  if (row->triage != FACT_TRIAGE_ROLE_STABLE)
    return date;
  /* Two have been well for so long that the board asks. */
  return fact_demo_work_day (self->week - (row->nth < 2 ? 14 : 1) - fact_demo_random (self, 5));
}

/* The triage change and the texts of this week. */
static void
plan_week (FactDemo *self,
           Row      *row,
           DemoStay *stay)
{
  DemoStaff actor = fact_demo_get_care_contact (self, row->patient, self->week);
  gint64 time = stay->put_on_time;

  if (row->triage != fact_demo_situation_get_triage (stay->situation)) {
    guint day = MIN (self->week, row->triage == FACT_TRIAGE_ROLE_ADMITTED ? self->week : stay->triage_date);

    time = fact_demo_add_event (self, fact_demo_at (self, day, find_minute (self, day)), time, actor,
                                fact_demo_play_triage, stay, row->triage);
  }
  row->written_day = self->week;
  row->written = fact_demo_add_event (self, fact_demo_at (self, self->week, find_minute (self, self->week)), time, actor,
                                      fact_demo_play_texts, stay, DEMO_TEXTS (row->situation, row->set));
}

static void
plan_stay (FactDemo *self,
           Row      *row)
{
  guint date = find_date (self, row);
  gboolean this_week = date >= self->week;
  guint beginning = this_week ? row->situation : fact_demo_find_beginning (row->situation);
  DemoStay *stay = fact_demo_add_stay (self, row->patient, date, 0, beginning, this_week ? row->set : 1);

  row->patient->open = stay;
  stay->triage_date = find_triage_date (self, row, date);
  row->written = stay->put_on_time;
  row->written_day = date;
  if (!this_week)
    plan_week (self, row, stay);
}

/* Whether @planned goes into the grid, and how. */
static gboolean
apply_fault (FactDemo    *self,
             Row         *row,
             DemoFault    fault,
             DemoPlanned *planned)
{
  if (fault == DEMO_FAULT_NONE || self->on_board < MIN_ROWS_FOR_FAULTS || (self->faults & fault) ||
      row->written_day != self->week || row->faulty)
    return TRUE;
  self->faults |= fault;
  row->faulty = TRUE;
  if (fault == DEMO_FAULT_DAY)
    planned->weekday++;
  else if (fault == DEMO_FAULT_STAFF)
    planned->who[0] = DEMO_RUT;
  return fault != DEMO_FAULT_MISSING;
}

static void
plan_actions (FactDemo *self,
              Row      *row)
{
  const DemoAction *list[DEMO_MAX_ACTIONS];
  guint n = fact_demo_get_actions (row->situation, row->set, list);

  for (guint i = 0; i < n; i++) {
    for (guint p = 0; p < G_N_ELEMENTS (list[i]->planned) && list[i]->planned[p].kind; p++) {
      DemoPlanned planned = list[i]->planned[p];
      guint day;

      if (!apply_fault (self, row, list[i]->fault, &planned))
        continue;
      /* As people read it: a day that was past when they wrote is one of the next week. */
      day = fact_week_get_day (fact_week_from_day (row->written_day), planned.weekday);
      if (day < row->written_day)
        day += FACT_DAYS_IN_WEEK;
      if (day >= self->week)
        row->taken |= 1u << (day - self->week);
      fact_demo_add_bound_contact (self, row->patient, day, &planned, row->written);
    }
  }
}

static void
plan_other_contacts (FactDemo *self,
                     Row      *row)
{
  guint date = row->patient->open->date;
  guint n = date < self->week ? (self->week - date) * CONTACTS_IN_100_DAYS / 100 : 0;

  for (guint i = 0; i < n; i++) {
    guint day = fact_demo_work_day (date + 1 + fact_demo_random (self, self->week - date - 1));

    if (day > date)
      fact_demo_add_usual_contact (self, row->patient, day, row->patient->open->put_on_time);
  }
  /* This week and the next; a faulty row shows its fault and nothing else. */
  for (guint i = 0; i < 3 && !row->faulty; i++) {
    guint offset = fact_demo_random (self, 5) + (i == 2 ? FACT_DAYS_IN_WEEK : 0);

    if (self->week + offset <= date || !fact_day_is_working (self->week + offset) || (row->taken & (1u << offset)))
      continue;
    row->taken |= 1u << offset;
    fact_demo_add_usual_contact (self, row->patient, self->week + offset, row->patient->open->put_on_time);
  }
}

FactTriageRole
fact_demo_get_board_triage (FactDemo *self,
                            guint     i)
{
  guint seen = 0;

  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    seen += fact_demo_share (self->on_board, shares[s].rows, WHOLE);
  if (i < self->on_board - MIN (seen, self->on_board))
    return FACT_TRIAGE_ROLE_OBSERVATION;
  i -= self->on_board - MIN (seen, self->on_board);
  for (guint s = 0; s < G_N_ELEMENTS (shares); s++) {
    guint rows = fact_demo_share (self->on_board, shares[s].rows, WHOLE);

    if (i < rows)
      return shares[s].triage;
    i -= rows;
  }
  return FACT_TRIAGE_ROLE_OBSERVATION;
}

void
fact_demo_plan_board (FactDemo *self)
{
  guint nth[DEMO_N_TRIAGES] = { 0 };

  for (guint i = 0; i < self->on_board; i++) {
    Row row = { .patient = self->patients->pdata[i], .triage = fact_demo_get_board_triage (self, i) };

    row.nth = nth[row.triage]++;
    row.situation = fact_demo_find_situation (row.triage, row.nth);
    row.set = row.nth / fact_demo_count_situations (row.triage) % DEMO_N_SETS;
    plan_stay (self, &row);
    plan_actions (self, &row);
    plan_other_contacts (self, &row);
  }
}
