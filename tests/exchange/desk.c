/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include "fact-records.h"
#include "fact-team-vocabulary.h"

static void
fill_defaults (Desk *desk)
{
  g_autoptr (FactChange) defaults = fact_team_build_defaults (NOW);
  g_autoptr (GAsyncResult) filled = NULL;
  FactActor program = { .how = FACT_IDENTIFIED_PROGRAM, .workstation = "desk" };

  fact_store_commit_async (desk->store, &defaults, 1, &program, NULL, keep_result_cb, &filled);
  g_assert_true (fact_store_commit_finish (desk->store, wait_for (&filled), NULL));
}

void
desk_open (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_types;
  const GType *types = fact_records_list_types (&n_types);

  desk->store = fact_sqlite_store_new (desk->path, types, n_types, desk->clock, &error);
  g_assert_no_error (error);
  if (fact_sqlite_store_is_empty (FACT_SQLITE_STORE (desk->store)))
    fill_defaults (desk);
  fact_team_open_async (desk->store, desk->clock, "desk", NULL, keep_result_cb, &result);
  desk->team = fact_team_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  fact_team_set_system_user (desk->team, "test");
}

Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->folder = g_dir_make_tmp ("fact-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "team.facttavlan", NULL);
  desk->clock = fact_clock_new_fixed (NULL, NOW);
  desk_open (desk);
  return desk;
}

void
desk_close (Desk *desk)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (desk->team);
  g_assert_finalize_object (desk->store);
}

void
desk_free (Desk *desk)
{
  desk_close (desk);
  remove_folder (desk->folder);
  g_object_unref (desk->clock);
  g_free (desk->folder);
  g_free (desk->path);
  g_free (desk);
}

void
desk_commit (Desk       *desk,
             FactChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fact_team_commit_async (desk->team, change, NULL, keep_result_cb, &result);
  fact_team_commit_finish (desk->team, wait_for (&result), &error);
  g_assert_no_error (error);
}
