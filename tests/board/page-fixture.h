/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-page.h"
#include "team-fixture.h"

/* The page of the board in a window, on a real team, and a person's hands. */
typedef struct {
  TeamFixture *fixture;
  GtkWidget *window;
  FactBoardPage *page;
  FactBoardGrid *grid;
  char *notice;                    /* the last one */
  gboolean is_error;
} Shown;

void                page_fixture_show            (Shown           *shown);
void                page_fixture_hide            (Shown           *shown);
/* Lets everything come to an end and be painted. */
void                page_fixture_wait            (Shown           *shown);
GtkEventController *page_fixture_find_controller (GtkWidget       *widget,
                                                  GType            type);
/* A key in the grid. Returns: whether it was handled. */
gboolean            page_fixture_press           (Shown           *shown,
                                                  guint            keyval,
                                                  GdkModifierType  state);
/* @chip: 1 the first contact of the day, 0 the cell. */
void                page_fixture_focus           (Shown           *shown,
                                                  const char      *code,
                                                  guint            column,
                                                  guint            chip);
/* Drops @payload on the middle of @widget, as the pointer does. Returns: whether it was taken. */
gboolean            page_fixture_drop            (Shown           *shown,
                                                  gpointer         payload,
                                                  GtkWidget       *widget);
GtkWidget          *page_fixture_find_cell       (Shown           *shown,
                                                  const char      *code,
                                                  guint            column);
/* Presses a key in the text view that lies over the cell. */
void                page_fixture_press_in_editor (Shown           *shown,
                                                  guint            keyval,
                                                  GdkModifierType  state);
void                page_fixture_type            (Shown           *shown,
                                                  const char      *text);
/* Takes back the latest change. */
void                page_fixture_undo            (Shown           *shown);
