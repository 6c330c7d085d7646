/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-triage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FactTriageBar: rises at the bottom while a row is dragged: every triage state, and "off the board". */
#define FACT_TYPE_TRIAGE_BAR (fact_triage_bar_get_type ())
G_DECLARE_FINAL_TYPE (FactTriageBar, fact_triage_bar, FACT, TRIAGE_BAR, GtkWidget)

typedef enum {
  FACT_TRIAGE_CHOICE_NONE,
  FACT_TRIAGE_CHOICE_TRIAGE,
  FACT_TRIAGE_CHOICE_OFF,          /* off the board */
} FactTriageChoice;

/* @triages: of FactTriage in the team's order; the bar follows it. */
GtkWidget       *fact_triage_bar_new        (GListModel       *triages);
/* What is at a point of the bar. @triage: (out) (transfer none). */
FactTriageChoice fact_triage_bar_find       (FactTriageBar    *self,
                                             double            x,
                                             double            y,
                                             FactTriage      **triage);
/* Whether it shows the choices alone, without saying what they are for. */
void             fact_triage_bar_set_short  (FactTriageBar    *self,
                                             gboolean          is_short);
/* Outlines a choice. */
void             fact_triage_bar_set_target (FactTriageBar    *self,
                                             FactTriageChoice  choice,
                                             FactTriage       *triage);

G_END_DECLS
