/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-team-ahead.h"
#include "fact-team-private.h"

#include <string.h>

typedef struct {
  FactStaff *staff;                /* (nullable): anybody's */
  guint first;                     /* Julian day */
  GPtrArray *found;                /* of FactContactView */
} Search;

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  FactContactView *one = *(FactContactView **) a, *other = *(FactContactView **) b;
  guint day = fact_contact_view_get_date (one), other_day = fact_contact_view_get_date (other);
  int order = day == other_day ? g_strcmp0 (fact_contact_view_get_time (one), fact_contact_view_get_time (other))
                               : day < other_day ? -1 : 1;

  if (order == 0)
    order = strcmp (fact_contact_view_get_code (one), fact_contact_view_get_code (other));
  return order ? order : fact_contact_view_compare (one, other);
}

static void
search_case (Search   *search,
             FactCase *one)
{
  for (guint i = 0; i < one->contacts->len; i++) {
    FactContact *contact = one->contacts->pdata[i];

    if (contact->status == FACT_CONTACT_PLANNED && contact->date >= search->first &&
        (!search->staff || (contact->who && g_ptr_array_find (contact->who, search->staff, NULL))))
      g_ptr_array_add (search->found, fact_contact_view_new (contact));
  }
}

static void
search_case_cb (gpointer key,
                gpointer value,
                gpointer data)
{
  search_case (data, value);
}

GPtrArray *
fact_team_list_planned (FactTeam     *self,
                        FactBoardRow *row)
{
  Search search = { 0 };

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_BOARD_ROW (row), NULL);

  search.first = fact_clock_get_today (self->clock);
  search.found = g_ptr_array_new_with_free_func (g_object_unref);
  search_case (&search, fact_board_row_get_case (row));
  g_ptr_array_sort (search.found, compare_views);
  return search.found;
}

GPtrArray *
fact_team_list_planned_of (FactTeam  *self,
                           FactStaff *staff,
                           guint      last)
{
  Search search = { .staff = staff };

  g_return_val_if_fail (FACT_IS_TEAM (self) && FACT_IS_STAFF (staff), NULL);

  search.first = MAX (fact_clock_get_today (self->clock), last + 1);
  search.found = g_ptr_array_new_with_free_func (g_object_unref);
  fact_cases_foreach (self->cases, search_case_cb, &search);
  g_ptr_array_sort (search.found, compare_views);
  return search.found;
}

void
fact_team_hand_over (FactTeam   *self,
                     FactChange *change,
                     FactStaff  *from,
                     FactStaff  *to,
                     GPtrArray  *contacts)
{
  g_return_if_fail (FACT_IS_TEAM (self) && FACT_IS_CHANGE (change) && FACT_IS_STAFF (from) && FACT_IS_STAFF (to));

  for (guint i = 0; i < contacts->len; i++)
    fact_team_replace_person (change, fact_contact_view_get_contact (contacts->pdata[i]), from, to);
}
