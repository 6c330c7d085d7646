/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-board-page.h"

#include "fact-errand.h"
#include "fact-filter-bar.h"
#include "fact-side-pane.h"
#include "fact-staff-strip.h"
#include "fact-triage-bar.h"
#include "fact-week-bar.h"

G_BEGIN_DECLS

/* What something that is dragged is over, and the action a drop there is. */
typedef struct {
  FactBoardSpot spot;
  FactTriageChoice choice;
  FactTriage *triage;
  FactStaff *staff;
  int week;                        /* -1, 1: over an arrow of the week */
  gboolean allowed;
} FactDropPlace;

struct _FactBoardPage {
  GtkWidget parent_instance;

  /* owned */
  FactTeam *team;
  GSimpleActionGroup *actions;
  GObject *payload;                /* what is being dragged here */
  GSettings *settings;             /* (nullable) */
  GtkWidget *menu;                 /* the context menu shown last */

  GtkWidget *menu_from;            /* weak: what had the focus when it opened */

  /* borrowed */
  GtkWidget *overlay;
  GtkWidget *grid;
  GtkWidget *strip;
  GtkWidget *filter_bar;
  GtkWidget *week_bar;
  GtkWidget *triage_bar;
  GtkWidget *dragging;             /* label */
  GtkDropTarget *target;

  /* the side pane: borrowed; NULL until it is first shown */
  GtkWidget *side_box;
  GtkWidget *side_pane;
  gboolean side_wanted;            /* where there is room for it */
  gboolean side_asked;             /* where there is none */
  gboolean side_wide;
  guint side_source;
  guint side_resize_source;

  /* where there is little room: borrowed */
  GtkWidget *strip_label;
  GtkWidget *search_button;
  gboolean narrow;
  guint narrow_source;

  gboolean shared;                 /* the columns are those of the shared screen */
  guint today;                     /* Julian day, as last heard */
  guint week_timeout;
  int week_step;
};

void          fact_board_page_init_actions (FactBoardPage *self);
/* Whether something is on the board; tells it when @what, what an action is about, has gone meanwhile. */
gboolean      fact_board_page_is_there     (FactBoardPage *self,
                                            gpointer       what);
/* These actions are off where nothing may be changed. */
void          fact_board_page_enable       (FactBoardPage      *self,
                                            const GActionEntry *actions,
                                            guint               n_actions);

/* fact-board-page-contacts.c */
void          fact_board_page_init_contacts (FactBoardPage *self);

/* fact-board-page-errand.c; @done: (transfer full) (nullable): what is told afterwards. */
FactErrand   *fact_board_page_errand       (FactBoardPage *self,
                                            char          *done);
/* The focus follows what moved: a row, or with a day (Julian) the contact there that reads @typed. */
FactErrand   *fact_board_page_errand_to    (FactBoardPage *self,
                                            char          *done,
                                            const char    *stay_uid,
                                            guint          day,
                                            const char    *typed);
/* What is refused is typed on in its cell, or its contact (nullable); without @done it is said that it is saved. */
FactErrand   *fact_board_page_errand_typed (FactBoardPage *self,
                                            char          *done,
                                            FactBoardRow  *row,
                                            guint          column,
                                            const char    *contact_uid,
                                            const char    *typed);
/* @change: (transfer full) (nullable): NULL when the verb refused; @error: where it said why. */
void          fact_board_page_commit       (FactBoardPage  *self,
                                            FactChange     *change,
                                            GError        **error,
                                            char           *done);
/* Shows the week of @day (Julian) and sets the focus there. */
void          fact_board_page_go_to_day    (FactBoardPage *self,
                                            const char    *stay_uid,
                                            guint          day);

/* fact-board-page-drag.c, fact-board-page-menu.c */
void          fact_board_page_init_drag    (FactBoardPage *self);
void          fact_board_page_end_drag     (FactBoardPage *self);
void          fact_board_page_init_menu    (FactBoardPage *self);
void          fact_board_page_show_menu    (FactBoardPage *self);
/* What can be done with a person's whole day, at the chip in the strip. */
void          fact_board_page_show_staff_menu (FactBoardPage *self,
                                               const char    *staff_uid);
/* What @row warns of, as a menu of its own. */
void          fact_board_page_show_warnings (FactBoardPage *self,
                                             FactBoardRow *row);

/* fact-board-page-filter.c */
GtkWidget    *fact_board_page_make_filter  (FactBoardPage *self);

/* fact-board-page-side.c */
GtkWidget    *fact_board_page_make_side    (FactBoardPage *self,
                                            GtkWidget     *main);
void          fact_board_page_side_allocated (FactBoardPage *self);
void          fact_board_page_side_rooted  (FactBoardPage *self);
void          fact_board_page_side_unrooting (FactBoardPage *self);
void          fact_board_page_dispose_side (FactBoardPage *self);

/* fact-board-page-narrow.c; the strips are there when it is begun. */
GtkWidget    *fact_board_page_make_search_button (FactBoardPage *self);
void          fact_board_page_init_narrow  (FactBoardPage *self);
void          fact_board_page_narrow_rooted (FactBoardPage *self);
void          fact_board_page_narrow_allocated (FactBoardPage *self,
                                                int            width);
/* Shows where a text is searched, and puts the focus there. */
void          fact_board_page_search       (FactBoardPage *self);

/* fact-board-page-warnings.c */
void          fact_board_page_init_warnings (FactBoardPage *self);
/* A section a warning of @row; of those about @contact when it is not NULL. */
void          fact_board_page_append_warnings (FactBoardPage   *self,
                                               GMenu           *menu,
                                               FactBoardRow    *row,
                                               FactContactView *contact);

/* fact-board-page-columns.c */
void          fact_board_page_init_columns (FactBoardPage *self);
/* @column: the one to be made wider or narrower, or FACT_BOARD_NOWHERE. Returns: (transfer full). */
GMenu        *fact_board_page_make_columns_menu (FactBoardPage *self,
                                                 guint          column);

void          fact_board_page_notice       (FactBoardPage *self,
                                            const char    *text,
                                            gboolean       is_error,
                                            gboolean       offer_undo);
/* For what is told in the status line alone: whoever writes sees it in the cell. */
void          fact_board_page_say          (FactBoardPage *self,
                                            const char    *text);
/* Looked up by uid. Returns: (transfer none) (nullable). */
FactBoardRow *fact_board_page_find_row     (FactBoardPage *self,
                                            const char    *stay_uid);
FactContactView *fact_board_page_find_contact (FactBoardPage *self,
                                               const char    *uid,
                                               FactBoardRow **row);
gpointer      fact_board_page_find_word    (FactBoardPage *self,
                                            GType          type,
                                            const char    *uid);

G_END_DECLS
