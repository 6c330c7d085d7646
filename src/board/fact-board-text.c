/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-text.h"

#include "fact-board-column.h"
#include "fact-board-icon.h"
#include "fact-board-style.h"
#include "fact-day.h"

#include <glib/gi18n.h>
#include <string.h>

#define SMALL 0.87
#define CHIP_SCALE 0.93
#define NO_BREAK "\302\240"
#define WORD_JOINER "\342\201\240"  /* no break between the icon and its words */
#define ZERO_WIDTH "\342\200\213"

static void
add_attribute (PangoAttrList  *attrs,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attrs, attribute);
}

/* Signatures, codes and dates are never to be hyphenated. */
static void
take_attributes (PangoLayout   *layout,
                 PangoAttrList *attrs)
{
  pango_attr_list_insert (attrs, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
}

/* A small line below what is there. */
static void
append_small (GString       *string,
              PangoAttrList *attrs,
              PangoWeight    weight,
              const char    *text)
{
  guint start = string->len;

  g_string_append_c (string, '\n');
  g_string_append (string, text);
  add_attribute (attrs, pango_attr_scale_new (SMALL), start, string->len);
  if (weight != PANGO_WEIGHT_NORMAL)
    add_attribute (attrs, pango_attr_weight_new (weight), start, string->len);
}

static void
fill_date (PangoLayout  *layout,
           FactBoardRow *row)
{
  g_autoptr (GString) string = g_string_new (fact_board_row_get_text (row, FACT_FIELD_DATE));
  PangoAttrList *attrs = pango_attr_list_new ();
  g_autofree char *day = NULL;

  /* Translators: how long a patient has been on the board, below the date; day 1 is the day put on. */
  day = g_strdup_printf (_("day %u"), fact_board_row_get_day_count (row));
  append_small (string, attrs, PANGO_WEIGHT_NORMAL, day);
  pango_layout_set_text (layout, string->str, string->len);
  take_attributes (layout, attrs);
}

/* What there is to ask, short enough for a tag. Returns: (transfer full). */
static char *
name_tag (const FactWarning *warning,
          guint              n_not_ticked)
{
  const char *day = warning->text_day > 0 ? fact_weekday_get_short_name (fact_day_get_weekday (warning->text_day)) : NULL;

  switch (warning->kind) {
  case FACT_WARNING_TEXT_GRID:
    if (day && warning->grid_day > 0)
      /* Translators: a tag: the text says one weekday, the week grid another: "Wed/Thu?" */
      return g_strdup_printf (C_("tag", "%s/%s?"), day,
                              fact_weekday_get_short_name (fact_day_get_weekday (warning->grid_day)));
    /* Translators: a tag: the text names a weekday, the week grid does not: "Wed?" */
    return g_strdup_printf (C_("tag", "%s?"), day ? day : "");
  case FACT_WARNING_LONG:
    /* Translators: a tag on a patient who has been on the board for long: take it up at the meeting? */
    return g_strdup (C_("tag", "Take up?"));
  case FACT_WARNING_STABLE:
    /* Translators: a tag on a patient who has been stable for long: take off the board? */
    return g_strdup (C_("tag", "Take off?"));
  case FACT_WARNING_WEEKEND:
    /* Translators: a tag on a patient in crisis with nothing planned for the weekend */
    return g_strdup (C_("tag", "Weekend?"));
  case FACT_WARNING_NOT_TICKED:
  default:
    /* Translators: a tag: contacts of the past that nobody ticked */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u not ticked", "%u not ticked", n_not_ticked), n_not_ticked);
  }
}

/* Of all the text of the actions it is said when it is of an earlier week. */
static void
fill_actions (PangoLayout  *layout,
              FactBoardRow *row)
{
  g_autoptr (GString) string = g_string_new (fact_board_row_get_text (row, FACT_FIELD_ACTIONS));
  PangoAttrList *attrs = pango_attr_list_new ();
  FactWeek week = fact_board_row_get_actions_week (row);

  if (week > 0) {
    g_autofree char *label = fact_week_format_label (week);
    /* Translators: of the actions on the board; %s is a week: "text from v. 46" */
    g_autofree char *age = g_strdup_printf (_("text from %s"), label);

    append_small (string, attrs, PANGO_WEIGHT_BOLD, age);
  }
  pango_layout_set_text (layout, string->str, string->len);
  take_attributes (layout, attrs);
}

static void
append_tag (PangoLayout   *layout,
            GString       *string,
            PangoAttrList *attrs,
            const char    *text)
{
  guint start;

  g_string_append_c (string, '\n');
  start = string->len;
  fact_board_icon_append (layout, string, attrs, FACT_BOARD_ICON_WARNING, SMALL);
  g_string_append (string, WORD_JOINER);
  g_string_append (string, text);
  add_attribute (attrs, pango_attr_scale_new (SMALL), start, string->len);
  add_attribute (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, string->len);
}

/* Short tags, or with @all what the warnings say. Contacts that nobody ticked are one tag together. */
static void
append_warnings (PangoLayout   *layout,
                 GString       *string,
                 PangoAttrList *attrs,
                 GPtrArray     *warnings,
                 gboolean       all)
{
  guint n_not_ticked = 0;
  guint told = 0;

  for (guint i = 0; i < warnings->len; i++)
    n_not_ticked += ((FactWarning *) g_ptr_array_index (warnings, i))->kind == FACT_WARNING_NOT_TICKED;
  for (guint i = 0; i < warnings->len; i++) {
    const FactWarning *warning = g_ptr_array_index (warnings, i);
    g_autofree char *tag = NULL;

    if (all) {
      append_small (string, attrs, PANGO_WEIGHT_NORMAL, warning->text);
      continue;
    }
    if (warning->kind == FACT_WARNING_NOT_TICKED && told++ > 0)
      continue;
    tag = name_tag (warning, n_not_ticked);
    append_tag (layout, string, attrs, tag);
  }
}

static void
fill_patient (PangoLayout  *layout,
              FactBoardRow *row,
              int           lines)
{
  g_autoptr (GString) string = g_string_new (fact_board_row_get_text (row, FACT_FIELD_PATIENT));
  PangoAttrList *attrs = pango_attr_list_new ();
  g_autofree char *namesakes = fact_board_row_get_namesakes (row);
  FactTriage *triage = fact_board_row_get_triage (row);
  const char *mark = triage ? fact_board_style_get_mark (fact_triage_get_color (triage)) : NULL;

  add_attribute (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, string->len);
  if (triage) {
    guint start = string->len;

    g_string_append_c (string, '\n');
    if (mark)
      fact_board_icon_append (layout, string, attrs, mark, SMALL);
    g_string_append (string, fact_triage_get_label (triage));
    add_attribute (attrs, pango_attr_scale_new (SMALL), start, string->len);
  }
  if (namesakes)
    append_small (string, attrs, PANGO_WEIGHT_BOLD, namesakes);
  append_warnings (layout, string, attrs, fact_board_row_get_warnings (row), lines == 0);
  /* Its own lines, all of them: none is so long that it is cut off. */
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (layout, string->str, string->len);
  take_attributes (layout, attrs);
}

/* Free text. Pango counts lines by paragraph: where the paragraphs together are too many they are run together, so
 * that no row is higher than the setting says. */
static void
fill_free (PangoLayout *layout,
           const char  *text,
           int          lines)
{
  take_attributes (layout, pango_attr_list_new ());
  pango_layout_set_text (layout, text, -1);
  if (lines > 0 && strchr (text, '\n') && pango_layout_get_line_count (layout) > lines) {
    g_autofree char *joined = g_strdelimit (g_strdup (text), "\n", ' ');

    pango_layout_set_text (layout, joined, -1);
  }
}

void
fact_board_text_fill (PangoLayout  *layout,
                      FactBoardRow *row,
                      guint         column,
                      int           width,
                      int           lines)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width - 2 * FACT_BOARD_PAD_X, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, lines > 0 ? -lines : -1);
  if (fact_board_row_is_masked (row))
    fill_free (layout, column == FACT_BOARD_COLUMN_PATIENT ? _("hidden row") : "", lines);
  else if (column == FACT_BOARD_COLUMN_DATE)
    fill_date (layout, row);
  else if (column == FACT_BOARD_COLUMN_PATIENT)
    fill_patient (layout, row, lines);
  else if (column == FACT_BOARD_COLUMN_ACTIONS && lines == 0)
    fill_actions (layout, row);
  else
    fill_free (layout, fact_board_row_get_text (row, fact_board_column_get_field (column)), lines);
}

static gboolean
is_struck (FactContactStatus status)
{
  return status == FACT_CONTACT_MISSED || status == FACT_CONTACT_NO_ANSWER || status == FACT_CONTACT_WRONG;
}

/* Returns: (nullable): the icon of a status. */
static const char *
mark_of (FactContactStatus status)
{
  switch (status) {
  case FACT_CONTACT_DONE:
    return "fact-status-done-symbolic";
  case FACT_CONTACT_MISSED: case FACT_CONTACT_NO_ANSWER: case FACT_CONTACT_WRONG:
    return "fact-status-missed-symbolic";
  case FACT_CONTACT_CANCELLED: case FACT_CONTACT_CALLED_OFF:
    return "fact-status-cancelled-symbolic";
  case FACT_CONTACT_PLANNED:
  default:
    return NULL;
  }
}

static void
append_word (GString    *string,
             const char *word)
{
  if (!word || !*word)
    return;
  if (string->len > 0 && !g_str_has_suffix (string->str, NO_BREAK))
    g_string_append_c (string, ' ');
  g_string_append (string, word);
}

/* A kind of the team's own has no icon. @word: says it in a word, too. */
static void
append_kind (PangoLayout   *layout,
             GString       *string,
             PangoAttrList *attrs,
             FactKind      *kind,
             gboolean       word)
{
  FactKindRole role = fact_kind_get_role (kind);
  const char *icon = fact_board_icon_of_kind (role);

  if (role == FACT_KIND_ROLE_OTHER)
    return;
  if (icon) {
    /* At the end of the line of what it belongs to, never alone on the next. */
    if (string->len > 0)
      g_string_append (string, NO_BREAK);
    fact_board_icon_append (layout, string, attrs, icon, CHIP_SCALE);
  }
  if (word || !icon)
    append_word (string, fact_kind_get_short_label (kind));
}

void
fact_board_text_fill_chip (PangoLayout     *layout,
                           FactContactView *contact,
                           int              width,
                           int              lines)
{
  g_autoptr (GString) string = g_string_new (NULL);
  PangoAttrList *attrs = pango_attr_list_new ();
  FactContactStatus status = fact_contact_view_get_status (contact);
  const char *signatures = fact_contact_view_get_signatures (contact);
  FactKind *kind = fact_contact_view_get_kind (contact);
  guint start;

  if (mark_of (status))
    fact_board_icon_append (layout, string, attrs, mark_of (status), CHIP_SCALE);
  start = string->len;
  g_string_append (string, signatures);
  /* A break between two signatures rather than within one. */
  g_string_replace (string, "+", "+" ZERO_WIDTH, 0);
  add_attribute (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, string->len);
  if (kind)
    append_kind (layout, string, attrs, kind, lines == 0);
  append_word (string, fact_contact_view_get_time (contact));
  append_word (string, fact_contact_view_get_text (contact));
  if (string->len == start)
    /* Translators: on a planned contact that nobody has taken on */
    append_word (string, C_("contact", "nobody"));
  add_attribute (attrs, pango_attr_scale_new (CHIP_SCALE), 0, string->len);
  if (is_struck (status))
    add_attribute (attrs, pango_attr_strikethrough_new (TRUE), start, string->len);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width - 2 * (FACT_BOARD_PAD_X / 2 + FACT_BOARD_CHIP_PAD_X), 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, lines > 0 ? -lines : -1);
  pango_layout_set_text (layout, string->str, string->len);
  take_attributes (layout, attrs);
}

void
fact_board_text_get_chip_size (PangoLayout *layout,
                               int          width,
                               int         *chip_width,
                               int         *chip_height)
{
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  *chip_width = MIN (text_width + 2 * FACT_BOARD_CHIP_PAD_X, width - FACT_BOARD_PAD_X);
  *chip_height = text_height + 2 * FACT_BOARD_CHIP_PAD_Y;
}

static int
measure_day (FactBoardTexts *texts,
             GPtrArray      *contacts,
             int             width,
             int             lines)
{
  int height = 2 * FACT_BOARD_PAD_Y;

  for (guint i = 0; i < contacts->len; i++) {
    FactContactView *contact = g_ptr_array_index (contacts, i);
    PangoLayout *layout = fact_board_texts_lay_out (texts, contact, 0);
    int chip_width, chip_height;

    fact_board_text_fill_chip (layout, contact, width, lines);
    fact_board_text_get_chip_size (layout, width, &chip_width, &chip_height);
    height += chip_height + (i > 0 ? FACT_BOARD_CHIP_SPACING : 0);
  }

  return height;
}

int
fact_board_text_measure_cell (FactBoardTexts *texts,
                              FactBoardRow   *row,
                              guint           column,
                              int             width,
                              int             lines)
{
  PangoLayout *layout;
  int text_width, text_height;

  if (fact_board_column_is_day (column))
    return measure_day (texts, fact_board_row_get_day (row, column - FACT_BOARD_COLUMN_MONDAY), width, lines);

  layout = fact_board_texts_lay_out (texts, row, column);
  fact_board_text_fill (layout, row, column, width, lines);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  return text_height + 2 * FACT_BOARD_PAD_Y;
}
