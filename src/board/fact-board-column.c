/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-column.h"

#include "fact-day.h"

#include <glib/gi18n.h>

typedef struct {
  const char *name;
  const char *title;
  FactField field;
  int width;
  int most;
  int stretch;
} Info;

static const Info infos[FACT_BOARD_N_COLUMNS] = {
  { "date", NC_ ("column", "Date"), FACT_FIELD_DATE, 56, 90, 0 },
  { "patient", NC_ ("column", "Patient"), FACT_FIELD_PATIENT, 146, 148, 0 },
  { "reason", NC_ ("column", "Reason"), FACT_FIELD_REASON, 70, 150, 1 },
  /* Translators: column heading of the patient's fixed contact person, in Swedish FVK */
  { "care-contact", NC_ ("column", "Care contact"), FACT_FIELD_CARE_CONTACT, 44, 80, 0 },
  /* Translators: column heading of the physician, in Swedish Dr */
  { "physician", NC_ ("column", "Dr"), FACT_FIELD_PHYSICIAN, 36, 80, 0 },
  { "other-providers", NC_ ("column", "Other providers"), FACT_FIELD_OTHER_PROVIDERS, 70, 140, 1 },
  { "children", NC_ ("column", "Children <18"), FACT_FIELD_CHILDREN, 46, 100, 1 },
  { "situation", NC_ ("column", "Situation"), FACT_FIELD_SITUATION, 120, 170, 4 },
  { "actions", NC_ ("column", "Actions"), FACT_FIELD_ACTIONS, 130, 170, 4 },
  { "safety", NC_ ("column", "Safety"), FACT_FIELD_SAFETY, 50, 110, 1 },
  { "mon", NULL, FACT_N_FIELDS, 76, 110, 3 },
  { "tue", NULL, FACT_N_FIELDS, 76, 110, 3 },
  { "wed", NULL, FACT_N_FIELDS, 76, 110, 3 },
  { "thu", NULL, FACT_N_FIELDS, 76, 110, 3 },
  { "fri", NULL, FACT_N_FIELDS, 76, 110, 3 },
  { "sat", NULL, FACT_N_FIELDS, 54, 90, 0 },
  { "sun", NULL, FACT_N_FIELDS, 54, 90, 0 },
};

gboolean
fact_board_column_is_day (guint column)
{
  return column >= FACT_BOARD_COLUMN_MONDAY && column < FACT_BOARD_N_COLUMNS;
}

FactField
fact_board_column_get_field (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, FACT_N_FIELDS);

  return infos[column].field;
}

const char *
fact_board_column_get_title (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, "");

  if (fact_board_column_is_day (column))
    return fact_weekday_get_heading (column - FACT_BOARD_COLUMN_MONDAY);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", infos[column].title);
}

const char *
fact_board_column_get_name (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, "");

  return infos[column].name;
}

int
fact_board_column_get_width (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, 0);

  return infos[column].width;
}

int
fact_board_column_get_most (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, 0);

  return infos[column].most;
}

int
fact_board_column_get_stretch (guint column)
{
  g_return_val_if_fail (column < FACT_BOARD_N_COLUMNS, 0);

  return infos[column].stretch;
}
