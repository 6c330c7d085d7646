/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-column.h"
#include "fact-board-grid.h"
#include "fact-board-head.h"
#include "fact-board-line.h"
#include "fact-board-widths.h"

G_BEGIN_DECLS

#define FACT_BOARD_SECTION_PADDING 12   /* what the header of a section is higher than its line */

struct _FactBoardGrid {
  GtkWidget parent_instance;

  /* owned */
  FactBoard *board;
  FactBoardSetting setting;        /* with its geometry */
  FactBoardWidths *widths;
  GByteArray *known;               /* one a row: its height is exact */
  GtkAdjustment *adjustments[2];   /* by orientation */
  GHashTable *lines;               /* FactBoardRow → FactBoardLine */
  GPtrArray *spare;                /* of FactBoardLine without a row */
  GPtrArray *sections;             /* of GtkBox: mark, word and number */
  FactBoardRow *focus_row;
  char *focus_contact;             /* uid of the chip that has the focus, NULL the cell has it */
  GtkWidget *target;               /* outlined, or NULL */
  FactBoardRow *dragged;

  /* borrowed */
  GtkWidget *head;
  GtkWidget *frozen_edge;          /* seen once something is scrolled below the columns that stay */
  GtkWidget *editor;               /* over the cell that is written in, or NULL */
  GtkWidget *hint;                 /* below it: what is understood of it, or NULL */
  GtkEventController *focus_controller;
  GtkEventController *edge_controller;   /* draws the edges of columns */

  GtkScrollablePolicy policies[2];
  int column_widths[FACT_BOARD_N_COLUMNS];    /* set by a person, in tenths of a character, 0 none */
  gboolean column_hidden[FACT_BOARD_N_COLUMNS];
  int width;
  int height;
  int head_height;
  int header_height;               /* of a section */
  int unit;                        /* average width of a character, in Pango units */
  int allocated_scroll_x;
  guint pango_serial;
  guint focus_column;
  guint focus_position;            /* where the focused row was seen last */
  guint edge_column;               /* being made wider or narrower, or FACT_BOARD_NOWHERE */
  int edge_width;                  /* before */
  gboolean over_edge;
  gboolean columns_stale;
  gboolean columns_moved;          /* since they were allocated */
  gboolean sections_stale;
  gboolean lines_stale;
  gboolean heights_stale;          /* of rows that are not known: to be estimated */
  gboolean scrolled;               /* ever: rows out of sight are measured */
  gboolean in_sync;
  gboolean grab_pending;
  gboolean scroll_pending;
  gboolean holds_view;             /* what was dropped is not scrolled to */
  guint sync_tick;
  guint measure_idle;

  /* owned, while a cell is written in */
  char *edit_stay;
  char *edit_contact;              /* uid, NULL: a new one or a text cell */
  char *edit_before;
  guint edit_column;
  guint edit_day;
  gboolean editable;

  FactBoardReadFunc reader;
  gpointer reader_data;

  guint scroll_tick;               /* while dragging near an edge */
  gint64 scroll_time;
  double scroll_speed[2];          /* pixels a second, by orientation */
};

/* fact-board-grid-layout.c */
void fact_board_grid_init_layout     (FactBoardGrid *self);
/* Brings geometry, adjustments, line widgets and focus in step with the board; cheap when nothing has changed. */
void fact_board_grid_sync            (FactBoardGrid *self);
/* The same before the next frame. */
void fact_board_grid_queue_sync      (FactBoardGrid *self);
int  fact_board_grid_get_scroll      (FactBoardGrid *self,
                                      GtkOrientation orientation);
void fact_board_grid_size_allocate   (GtkWidget     *widget,
                                      int            width,
                                      int            height,
                                      int            baseline);
void fact_board_grid_snapshot        (GtkWidget     *widget,
                                      GtkSnapshot   *snapshot);

/* fact-board-grid-heights.c */
int  fact_board_grid_get_body_height (FactBoardGrid *self);
/* For the rows that are not measured. */
void fact_board_grid_estimate_heights (FactBoardGrid *self);
/* Measures a row. Returns: whether its height is another one. */
gboolean fact_board_grid_know_row    (FactBoardGrid *self,
                                      guint          position);
/* Measures what is seen. Rows that turn out lower let others come into view. */
void fact_board_grid_know_visible    (FactBoardGrid *self,
                                      int            scroll_y);
/* An idle source of the grid: measures rows not seen yet, for a while. */
gboolean fact_board_grid_measure_cb  (gpointer       data);
void fact_board_grid_forget_heights  (FactBoardGrid *self);
void fact_board_grid_forget_height   (FactBoardGrid *self,
                                      FactBoardRow  *row);

/* fact-board-grid-focus.c */
void fact_board_grid_init_focus      (FactBoardGrid *self);
/* Finds the focused row and chip again after the board has changed. */
void fact_board_grid_settle_focus    (FactBoardGrid *self);
/* Scrolls to the focused cell and gives it the keyboard focus. */
void fact_board_grid_show_focus      (FactBoardGrid *self);
/* Gives the keyboard focus to the widget of the focused cell or chip. */
void fact_board_grid_apply_focus     (FactBoardGrid *self);
gboolean fact_board_grid_has_focus   (FactBoardGrid *self);
void fact_board_grid_move_focus      (FactBoardGrid *self,
                                      guint          position,
                                      guint          column,
                                      const char    *contact_uid);

/* fact-board-grid-edit.c */
/* Starts writing in the focused cell. @new_contact: plans another contact instead of editing the focused one;
 * @text: (nullable): to begin with, NULL what stands there; @append: (nullable): typed already. */
gboolean fact_board_grid_begin_edit  (FactBoardGrid *self,
                                      gboolean       new_contact,
                                      const char    *text,
                                      const char    *append);
void fact_board_grid_end_edit        (FactBoardGrid *self,
                                      gboolean       keep);
void fact_board_grid_allocate_editor (FactBoardGrid *self);

/* fact-board-grid-hint.c */
/* @readings: (nullable): of FactTypedReading; NULL takes the hint away. */
void fact_board_grid_show_hint       (FactBoardGrid *self,
                                      GPtrArray     *readings);
void fact_board_grid_allocate_hint   (FactBoardGrid       *self,
                                      const GtkAllocation *editor);

/* fact-board-grid-columns.c */
void fact_board_grid_init_columns    (FactBoardGrid *self);
/* Lets go of the pointer: when something was dragged its end is not told to whoever saw the press. */
void fact_board_grid_reset_edge      (FactBoardGrid *self);

/* fact-board-grid-keys.c */
/* Moves the focus by columns and rows, as the arrows do. */
void fact_board_grid_go              (FactBoardGrid *self,
                                      int            columns,
                                      int            rows);
void fact_board_grid_init_keys       (FactBoardGrid *self);

G_END_DECLS
