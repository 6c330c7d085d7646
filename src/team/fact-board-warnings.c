/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-board-row-private.h"

#include "fact-contact-view-private.h"
#include "fact-day.h"
#include "fact-text-check.h"

#include <glib/gi18n-lib.h>

#define WEEKEND_MINUTE (8 * 60)    /* of the last working day: from when the free days should be planned */
#define LONGEST_FREE_RUN 14

static FactWarning *
add_warning (GPtrArray       *warnings,
             FactWarningKind  kind,
             char            *text,
             char            *about)
{
  FactWarning *warning = g_new0 (FactWarning, 1);

  warning->kind = kind;
  warning->text = text;
  warning->about = about;
  g_ptr_array_add (warnings, warning);
  return warning;
}

/* Asks again after every further period of the expected length. */
static void
find_long (FactBoardRow *row,
           GPtrArray    *warnings)
{
  FactReason *reason = fact_board_row_get_reason (row);
  guint days = fact_board_row_get_day_count (row);
  guint expected = reason ? (guint) MAX (fact_reason_get_expected_days (reason), 0) : 0;

  if (expected == 0 || days <= expected)
    return;
  add_warning (warnings, FACT_WARNING_LONG,
               g_strdup_printf (ngettext ("On the board for %u day. Take up?", "On the board for %u days. Take up?", days),
                                days),
               g_strdup_printf ("%s %u", fact_board_row_get_stay_uid (row), (days - 1) / expected));
}

static void
find_stable (FactBoardRow *row,
             GPtrArray    *warnings)
{
  FactStay *stay = fact_board_row_get_stay (row);
  guint today = fact_clock_get_today (fact_cases_get_clock (fact_board_row_get_cases (row)));
  guint since = stay->triage_date ? stay->triage_date : stay->date;
  guint expected = (guint) MAX (fact_triage_get_expected_days (stay->triage), 0);
  guint days = today > since ? today - since : 0;
  g_autofree char *iso = NULL;

  if (expected == 0 || days < expected)
    return;
  iso = fact_day_format_iso (since);
  add_warning (warnings, FACT_WARNING_STABLE,
               /* Translators: a triage state and for how long: "Stable for 14 days. Take off the board?" */
               g_strdup_printf (ngettext ("%s for %u day. Take off the board?", "%s for %u days. Take off the board?",
                                          days),
                                fact_triage_get_label (stay->triage), days),
               g_strdup_printf ("%s %u", iso, days / expected));
}

static gboolean
has_line_on (FactBoardRow *row,
             guint         julian)
{
  GPtrArray *contacts = fact_board_row_get_case (row)->contacts;

  for (guint i = 0; i < contacts->len; i++) {
    FactContact *contact = contacts->pdata[i];

    if (contact->date == julian && (contact->status == FACT_CONTACT_PLANNED || contact->status == FACT_CONTACT_DONE))
      return TRUE;
  }
  return FALSE;
}

/* A plain weekend wants one line; a longer one wants one for each free day. */
static void
find_weekend (FactBoardRow *row,
              GPtrArray    *warnings)
{
  FactClock *clock = fact_cases_get_clock (fact_board_row_get_cases (row));
  guint today = fact_clock_get_today (clock);
  guint first, n_days, empty = 0, n_lines = 0;
  g_autofree char *day = NULL;
  FactWarning *warning;

  if (fact_triage_get_role (fact_board_row_get_triage (row)) != FACT_TRIAGE_ROLE_CRISIS ||
      !fact_board_weekend_is_near (clock, &first, &n_days))
    return;
  for (guint i = n_days; i > 0; i--) {
    if (has_line_on (row, first + i - 1))
      n_lines++;
    else if (first + i - 1 >= today)
      empty = first + i - 1;
  }
  if (!empty || (n_days <= 2 && n_lines > 0))
    return;

  day = fact_day_format (empty);
  warning = add_warning (warnings, FACT_WARNING_WEEKEND,
                         n_days <= 2 ? g_strdup (_("Weekend not planned"))
                                     /* Translators: %s: a free day of a long weekend, "fri 25 Dec" */
                                     : g_strdup_printf (_("Weekend not planned: %s"), day),
                         fact_day_format_iso (empty));
  warning->grid_day = empty;
}

/* A whole working day has passed between @julian and today. */
static gboolean
is_overdue (guint julian,
            guint today)
{
  for (guint day = julian + 1; day < today; day++) {
    if (fact_day_is_working (day))
      return TRUE;
  }
  return FALSE;
}

/* Staff of the municipality and functions tick nothing here: their contacts never warn. */
static gboolean
is_of_the_team (FactContact *contact)
{
  if (!contact->who || contact->who->len == 0)
    return TRUE;
  for (guint i = 0; i < contact->who->len; i++) {
    if (!fact_staff_is_external (contact->who->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

/* "no contact planned – knows whom to call": a note on a day, there is nothing to tick. */
static gboolean
is_note (FactContact *contact)
{
  return contact->text && !contact->kind && !contact->time && (!contact->who || contact->who->len == 0);
}

static void
find_not_ticked (FactBoardRow *row,
                 GPtrArray    *warnings)
{
  GPtrArray *contacts = fact_board_row_get_case (row)->contacts;
  guint today = fact_clock_get_today (fact_cases_get_clock (fact_board_row_get_cases (row)));
  /* Older ones may or may not be loaded: what somebody looked at must not decide what warns. */
  guint oldest = fact_week_from_day (today) - FACT_DAYS_IN_WEEK;

  for (guint i = 0; i < contacts->len; i++) {
    FactContact *contact = contacts->pdata[i];
    g_autoptr (FactContactView) view = NULL;
    g_autofree char *typed = NULL;
    g_autofree char *day = NULL;
    FactWarning *warning;

    if (contact->status != FACT_CONTACT_PLANNED || contact->date < oldest || !is_overdue (contact->date, today) ||
        !is_of_the_team (contact) || is_note (contact))
      continue;
    view = fact_contact_view_new (contact);
    typed = fact_contact_view_get_typed (view);
    day = fact_day_format (contact->date);
    warning = add_warning (warnings, FACT_WARNING_NOT_TICKED,
                           /* Translators: a contact and its day: "Not ticked: CSA tele, wed 18 Nov" */
                           g_strdup_printf (_("Not ticked: %s, %s"), typed, day),
                           g_strdup (fact_record_get_uid (FACT_RECORD (contact))));
    warning->contact_uid = g_strdup (warning->about);
  }
}

/* The contacts of the week of today, as the text check reads them. */
typedef struct {
  GArray *contacts;                /* of FactTextContact */
  GPtrArray *staff;                /* the lists of ids in it */
  GPtrArray *records;              /* the FactContact of each */
} TextGrid;

static void
text_grid_fill (TextGrid *grid,
                FactCase *one,
                FactWeek  week)
{
  grid->contacts = g_array_new (FALSE, FALSE, sizeof (FactTextContact));
  grid->staff = g_ptr_array_new_with_free_func (g_free);
  grid->records = g_ptr_array_new ();
  for (guint i = 0; i < one->contacts->len; i++) {
    FactContact *contact = one->contacts->pdata[i];
    FactTextContact text = { .day = contact->date };
    guint n = contact->who ? contact->who->len : 0;
    const char **ids;

    if (fact_week_from_day (contact->date) != week || contact->status > FACT_CONTACT_NO_ANSWER)
      continue;
    ids = g_new0 (const char *, n + 1);
    for (guint s = 0; s < n; s++)
      ids[s] = fact_record_get_uid (contact->who->pdata[s]);
    text.staff = ids;
    g_ptr_array_add (grid->staff, ids);
    g_ptr_array_add (grid->records, contact);
    g_array_append_val (grid->contacts, text);
  }
}

static void
text_grid_clear (TextGrid *grid)
{
  g_array_unref (grid->contacts);
  g_ptr_array_unref (grid->staff);
  g_ptr_array_unref (grid->records);
}

static char *
join_fault_staff (FactTypedWords *words,
                  FactTextFault  *fault)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fault->staff->len; i++) {
    const char *signature = fact_typed_words_get_signature (words, fault->staff->pdata[i]);

    g_string_append_printf (text, "%s%s", i ? "+" : "", signature ? signature : "?");
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
compose_fault (FactTextFault *fault,
               const char    *staff)
{
  const char *day = fact_weekday_get_name (fact_day_get_weekday (fault->day));

  if (fault->kind == FACT_TEXT_FAULT_DAY)
    /* Translators: two weekdays: "Text says Wednesday, grid Thursday" */
    return g_strdup_printf (_("Text says %s, grid %s"), day, fact_weekday_get_name (fact_day_get_weekday (fault->grid_day)));
  if (*staff)
    /* Translators: a signature and a weekday: "Text says CSA on Wednesday, not the grid" */
    return g_strdup_printf (_("Text says %s on %s, not the grid"), staff, day);
  /* Translators: a weekday */
  return g_strdup_printf (_("Text says %s, nothing in the grid"), day);
}

/* The contact that stands on the other day: what "Move to Wednesday" moves. */
static char *
find_fault_contact (TextGrid      *grid,
                    FactTextFault *fault)
{
  for (guint i = 0; fault->grid_day && i < grid->records->len; i++) {
    FactContact *contact = grid->records->pdata[i];
    const char *const *ids = grid->staff->pdata[i];

    if (contact->date == fault->grid_day &&
        (fault->staff->len == 0 || g_strv_contains (ids, fault->staff->pdata[0])))
      return g_strdup (fact_record_get_uid (FACT_RECORD (contact)));
  }
  return NULL;
}

static const char *
uid_of (gpointer record)
{
  return record ? fact_record_get_uid (record) : NULL;
}

static void
find_text_grid (FactBoardRow *row,
                GPtrArray    *warnings)
{
  FactStay *stay = fact_board_row_get_stay (row);
  FactCases *cases = fact_board_row_get_cases (row);
  guint today = fact_clock_get_today (fact_cases_get_clock (cases));
  TextGrid grid;
  FactTextCheck check = { .actions = stay->actions, .written = stay->actions_week, .week = fact_week_from_day (today),
                          .words = fact_cases_get_words (cases), .care_contact = uid_of (stay->patient->care_contact),
                          .physician = uid_of (stay->patient->physician), .today = today };
  g_autoptr (GPtrArray) faults = NULL;

  if (!stay->actions || !stay->actions_week)
    return;
  text_grid_fill (&grid, fact_board_row_get_case (row), check.week);
  check.contacts = (const FactTextContact *) (void *) grid.contacts->data;
  check.n_contacts = grid.contacts->len;
  faults = fact_text_check (&check);
  for (guint i = 0; i < faults->len; i++) {
    FactTextFault *fault = faults->pdata[i];
    g_autofree char *staff = join_fault_staff (check.words, fault);
    g_autofree char *day = fact_day_format_iso (fault->day);
    g_autofree char *grid_day = fact_day_format_iso (fault->grid_day);
    FactWarning *warning = add_warning (warnings, FACT_WARNING_TEXT_GRID, compose_fault (fault, staff),
                                        g_strdup_printf ("%s %s %s", day, grid_day, staff));

    warning->text_day = fault->day;
    warning->grid_day = fault->grid_day;
    warning->word_offset = fault->offset;
    warning->word_length = fault->grid_day ? fault->length : 0;
    warning->contact_uid = find_fault_contact (&grid, fault);
  }
  text_grid_clear (&grid);
}

static gboolean
is_dismissed (FactBoardRow *row,
              FactWarning  *warning)
{
  GPtrArray *dismissals = fact_board_row_get_case (row)->dismissals;

  for (guint i = 0; i < dismissals->len; i++) {
    FactDismissal *dismissal = dismissals->pdata[i];

    if (g_str_equal (dismissal->warning, fact_warning_kind_get_code (warning->kind)) &&
        g_strcmp0 (dismissal->about, warning->about) == 0)
      return TRUE;
  }
  return FALSE;
}

const char *
fact_warning_kind_get_code (FactWarningKind kind)
{
  static const char *const codes[] = { "text-grid", "long", "stable", "weekend", "not-ticked" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (codes), "");
  return codes[kind];
}

void
fact_warning_free (FactWarning *warning)
{
  g_free (warning->text);
  g_free (warning->about);
  g_free (warning->contact_uid);
  g_free (warning);
}

/* The team works Monday to Friday: the free days that count are a run with a Saturday in it. */
gboolean
fact_board_weekend_is_near (FactClock *clock,
                            guint     *first,
                            guint     *n_days)
{
  guint today = fact_clock_get_today (clock);
  guint start = fact_day_is_working (today) ? today + 1 : today;
  guint end;
  gboolean saturday = FALSE;

  if (fact_day_is_working (start) || (start > today && fact_clock_get_minute_of_day (clock) < WEEKEND_MINUTE))
    return FALSE;
  while (!fact_day_is_working (start - 1))
    start--;
  for (end = start; !fact_day_is_working (end) && end < start + LONGEST_FREE_RUN; end++)
    saturday = saturday || fact_day_get_weekday (end) == 5;
  if (first)
    *first = start;
  if (n_days)
    *n_days = end - start;
  return saturday;
}

GPtrArray *
fact_board_row_find_warnings (FactBoardRow *self)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_warning_free);

  find_text_grid (self, warnings);
  find_weekend (self, warnings);
  find_not_ticked (self, warnings);
  find_long (self, warnings);
  find_stable (self, warnings);
  for (guint i = warnings->len; i > 0; i--) {
    if (is_dismissed (self, warnings->pdata[i - 1]))
      g_ptr_array_remove_index (warnings, i - 1);
  }
  return g_steal_pointer (&warnings);
}

const FactWarning *
fact_board_row_find_warning (FactBoardRow *self,
                             const char   *code,
                             const char   *about)
{
  GPtrArray *warnings;

  g_return_val_if_fail (FACT_IS_BOARD_ROW (self) && code && about, NULL);

  warnings = fact_board_row_get_warnings (self);
  for (guint i = 0; i < warnings->len; i++) {
    FactWarning *warning = warnings->pdata[i];

    if (g_str_equal (fact_warning_kind_get_code (warning->kind), code) && g_str_equal (warning->about, about))
      return warning;
  }
  return NULL;
}
