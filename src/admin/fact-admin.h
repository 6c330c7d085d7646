/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-sqlite-store.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* The command-line tool: results on standard output, messages on standard error. */
enum {
  FACT_ADMIN_DONE = 0,
  FACT_ADMIN_FAILED = 1,           /* or a check that did not pass */
  FACT_ADMIN_USAGE = 2,
};

typedef struct {
  char *path;                      /* of the database */
  FactClock *clock;
  FactStore *store;                /* NULL until opened */
  FactTeam *team;                  /* ditto */
  gboolean made;                   /* the file is new: it is kept only when a command says so */
  gboolean keep;
} FactAdmin;

/* A command: @argv[0] is its name. Returns: the exit status. */
typedef int (*FactAdminCommand) (FactAdmin *self,
                                 int        argc,
                                 char     **argv);

int fact_admin_import (FactAdmin *self, int argc, char **argv);
int fact_admin_export (FactAdmin *self, int argc, char **argv);
int fact_admin_board  (FactAdmin *self, int argc, char **argv);
int fact_admin_demo   (FactAdmin *self, int argc, char **argv);
int fact_admin_check  (FactAdmin *self, int argc, char **argv);
int fact_admin_log    (FactAdmin *self, int argc, char **argv);

/* Opens the file (and makes it, with the default vocabulary, when @create), says on standard error why it cannot. */
gboolean fact_admin_open_store (FactAdmin *self, gboolean create);
/* The same, and signs in as the machine's user. */
gboolean fact_admin_open       (FactAdmin *self, gboolean create);

/* Parses the options of a command and how many other arguments it takes. Returns: whether they were right. */
gboolean fact_admin_parse (GOptionEntry *entries,
                           const char   *arguments,
                           int           n_arguments,
                           int          *argc,
                           char       ***argv);

/* "2019-W20" or "v20" to a week; NULL is the current one. 0 and a message when it is none. */
FactWeek fact_admin_parse_week (FactAdmin *self, const char *text);
/* A date as people type it; 0 and a message when it is none. */
guint    fact_admin_parse_date (FactAdmin *self, const char *text);

/* Prints the message of @error and frees it. Returns: FACT_ADMIN_FAILED. */
int      fact_admin_fail (GError *error);

/* Runs the main loop until @result is set by fact_admin_done_cb(). */
typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
} FactAdminWait;
#define FACT_ADMIN_WAIT_INIT { g_main_loop_new (NULL, FALSE), NULL }
void          fact_admin_done_cb (GObject *source, GAsyncResult *result, gpointer data);
/* Returns: (transfer full). */
GAsyncResult *fact_admin_wait    (FactAdminWait *wait);

/* The board of another week or another day, when asked. Returns: (transfer full) (nullable). */
FactTeam *fact_admin_open_board  (FactAdmin *self, const char *week, const char *date);

G_END_DECLS
