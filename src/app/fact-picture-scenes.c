/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-picture-scenes.h"

#include "fact-board-column.h"
#include "fact-import-window.h"
#include "fact-record.h"
#include "fact-triage-bar.h"
#include "fact-window-private.h"

/* A table with a question, a change and a new patient. */
static const char table[] =
  "Datum\tPatient\tTriage\tKategori\tÖvriga vårdgivare\tAktuell situation\tMå\tTo\n"
  "190412\tQQ-89\tKris\tSymtomökning\tHelsingborg\tSover inte.\tBS\tXYZ\n"
  "190510\tQX-90\tNy\tNy patient\tÄngelholm\tBor hemma.\tCSA+HMR\tringer själv\n";

/* One that is refused. */
static const char wrong_table[] =
  "Datum\tPatient\tTriage\tKategori\tAktuell situation\n"
  "19-03-35\tQQ-89\tKris\tSymtomökning\tSover inte.\n";

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type,
             gboolean   mapped)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) && (!mapped || gtk_widget_get_mapped (widget)) ? widget
                                                                                                              : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, mapped);

  return found;
}

static FactBoardGrid *
get_grid (FactWindow *main)
{
  return fact_board_page_get_grid (fact_window_get_board_page (main));
}

static void
choose_file (GtkWindow  *window,
             const char *directory,
             const char *text)
{
  g_autofree char *path = g_build_filename (directory, "import.tsv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  fact_import_window_set_file (FACT_IMPORT_WINDOW (window), file);
}

static void
stage_table (FactWindow *main,
             GtkWindow  *window,
             const char *directory)
{
  choose_file (window, directory, table);
}

static void
stage_wrong_table (FactWindow *main,
                   GtkWindow  *window,
                   const char *directory)
{
  choose_file (window, directory, wrong_table);
}

static void
stage_primary_menu (FactWindow *main,
                    GtkWindow  *window,
                    const char *directory)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (main), ADW_TYPE_HEADER_BAR, TRUE);
  GtkWidget *button = find_widget (bar, GTK_TYPE_MENU_BUTTON, TRUE);

  while (button && !gtk_menu_button_get_primary (GTK_MENU_BUTTON (button)))
    button = gtk_widget_get_next_sibling (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
stage_person_menu (FactWindow *main,
                   GtkWindow  *window,
                   const char *directory)
{
  gtk_menu_button_popup (main->person_button);
}

/* The focus goes to a contact of the first row. */
static void
stage_contact (FactWindow *main,
               GtkWindow  *window,
               const char *directory)
{
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (main->team), 0);

  for (guint i = 0; i < FACT_DAYS_IN_WEEK; i++) {
    GPtrArray *contacts = fact_board_row_get_day (row, i);

    if (contacts->len == 0)
      continue;
    fact_board_grid_set_focus (get_grid (main), fact_board_row_get_stay_uid (row), FACT_BOARD_COLUMN_MONDAY + i,
                               fact_contact_view_get_uid (g_ptr_array_index (contacts, 0)));
    return;
  }
}

/* As when somebody drags the first row. */
static void
stage_drag (FactWindow *main,
            GtkWindow  *window,
            const char *directory)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fact_window_get_board_page (main)), FACT_TYPE_TRIAGE_BAR, FALSE);
  GListModel *triages = fact_team_get_vocabulary (main->team, FACT_TYPE_TRIAGE);
  g_autoptr (FactTriage) triage = g_list_model_get_item (triages, 3);

  fact_board_grid_set_dragged (get_grid (main), fact_board_get_row (fact_team_get_board (main->team), 0));
  fact_triage_bar_set_target (FACT_TRIAGE_BAR (bar), FACT_TRIAGE_CHOICE_TRIAGE, triage);
  gtk_widget_set_visible (bar, TRUE);
}

static void
stage_drag_end (FactWindow *main,
                GtkWindow  *window,
                const char *directory)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fact_window_get_board_page (main)), FACT_TYPE_TRIAGE_BAR, FALSE);

  fact_board_grid_set_dragged (get_grid (main), NULL);
  fact_triage_bar_set_target (FACT_TRIAGE_BAR (bar), FACT_TRIAGE_CHOICE_NONE, NULL);
  gtk_widget_set_visible (bar, FALSE);
}

static void
stage_typing (FactWindow *main,
              GtkWindow  *window,
              const char *directory)
{
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (main->team), 0);

  fact_board_grid_edit (get_grid (main), fact_board_row_get_stay_uid (row), FACT_BOARD_COLUMN_MONDAY + 2, NULL,
                        "CSA+HMR 10 hb");
}

/* The first that can be restored. */
static void
stage_restore (FactWindow *main,
               GtkWindow  *window,
               const char *directory)
{
  GtkWidget *list = find_widget (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, TRUE);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *button = find_widget (row, GTK_TYPE_BUTTON, TRUE);

    if (button) {
      g_signal_emit_by_name (button, "clicked");
      return;
    }
  }
}

static void
stage_no_patients (FactWindow *main,
                   GtkWindow  *window,
                   const char *directory)
{
  GtkWidget *search = find_widget (GTK_WIDGET (main->patients_bin), GTK_TYPE_SEARCH_ENTRY, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (search), "QQ-00");
}

static void
stage_all_patients (FactWindow *main,
                    GtkWindow  *window,
                    const char *directory)
{
  GtkWidget *search = find_widget (GTK_WIDGET (main->patients_bin), GTK_TYPE_SEARCH_ENTRY, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (search), "");
}

static void
stage_empty (FactWindow *main,
             GtkWindow  *window,
             const char *directory)
{
  adw_status_page_set_icon_name (main->empty_page, "fact-board-symbolic");
  gtk_stack_set_visible_child_name (main->board_stack, "empty");
}

static void
stage_problem (FactWindow *main,
               GtkWindow  *window,
               const char *directory)
{
  adw_status_page_set_icon_name (main->problem_page, "dialog-warning-symbolic");
  adw_status_page_set_description (main->problem_page, directory);
  gtk_stack_set_visible_child_name (main->board_stack, "problem");
}

static void
stage_board (FactWindow *main,
             GtkWindow  *window,
             const char *directory)
{
  fact_window_update_page (main);
}

static const FactScene scenes[] = {
  { "board", "win.page::board", NULL },
  { "primary-menu", NULL, stage_primary_menu },
  { "person-menu", NULL, stage_person_menu },
  { "row", "win.show-row::STAY", NULL },
  { "row-menu", "board.menu", NULL },
  { "staff-menu", "board.staff-menu::STAFF", NULL },
  { "contact", NULL, stage_contact },
  { "contact-menu", "board.menu", NULL },
  { "drag", NULL, stage_drag },
  { NULL, NULL, stage_drag_end },
  { "filter", "filter.warnings", NULL },
  { "warnings-menu", "board.warnings", NULL },
  { NULL, "filter.clear", NULL },
  { "filter-none", "filter.text::QQ-00", NULL },
  { NULL, "filter.clear", NULL },
  { "shared-screen", "board.column-set::shared", NULL },
  { NULL, "board.column-set::desk", NULL },
  { "history", "win.history", NULL },
  { "patient-history", "win.patient-history::PATIENT", NULL },
  /* Before a form it is asked who acts. */
  { NULL, "win.person::STAFF", NULL },
  { "take-off", "win.take-off::STAY", NULL },
  { "day-dialog", "win.as-of", NULL },
  { "old-board", "win.show-day::YESTERDAY", NULL },
  { NULL, "win.back-to-today", NULL },
  { "import", "win.import", NULL },
  { "import-file", "win.import", stage_table },
  { "import-refused", "win.import", stage_wrong_table },
  { "export", "win.export", NULL },
  { "preferences", "app.preferences", NULL },
  { "preferences-team", "win.preferences::team", NULL },
  { "preferences-organisations", "win.preferences::organisations", NULL },
  { "preferences-triage", "win.preferences::triage", NULL },
  { "preferences-reasons", "win.preferences::reasons", NULL },
  { "preferences-kinds", "win.preferences::kinds", NULL },
  { "preferences-person", "win.add-me", NULL },
  { "shortcuts", "win.show-help-overlay", NULL },
  { "about", "app.about", NULL },
  { "side-pane", "win.side-pane", NULL },
  { NULL, "win.side-pane", NULL },
  { "empty", NULL, stage_empty },
  { "problem", NULL, stage_problem },
  { NULL, NULL, stage_board },
  { "patients", "win.page::patients", NULL },
  { "patient-menu", "patients.menu", NULL },
  { "patients-none", NULL, stage_no_patients },
  { NULL, NULL, stage_all_patients },
  { "patient", "win.open-patient::PATIENT", NULL },
  { "new-patient", "win.new-patient", NULL },
  { "put-on", "win.put-on('')", NULL },
  { NULL, "win.page::board", NULL },
  { "who-acts", "board.set-triage(('STAY', 'TRIAGE'))", NULL },
  { "typing", "win.person::STAFF", stage_typing },
  /* What is typed is saved when it is left. */
  { NULL, "win.page::patients", NULL },
  { "toast", "win.page::board", NULL },
  { "restore", "win.history", stage_restore },
};

const FactScene *
fact_scene_get (guint position)
{
  return position < G_N_ELEMENTS (scenes) ? &scenes[position] : NULL;
}

static void
replace (GString    *text,
         const char *word,
         FactTeam   *team,
         GType       type)
{
  g_autoptr (FactRecord) record = g_list_model_get_item (fact_team_get_vocabulary (team, type), 1);

  if (record)
    g_string_replace (text, word, fact_record_get_uid (record), 0);
}

char *
fact_scene_fill_in (FactWindow *main,
                    const char *action)
{
  FactBoardRow *row = fact_board_get_row (fact_team_get_board (main->team), 0);
  g_autofree char *yesterday = fact_day_format_iso (fact_clock_get_today (fact_team_get_clock (main->team)) - 1);
  GString *filled = g_string_new (action);

  if (row) {
    g_string_replace (filled, "STAY", fact_board_row_get_stay_uid (row), 0);
    g_string_replace (filled, "PATIENT", fact_board_row_get_patient_uid (row), 0);
  }
  g_string_replace (filled, "YESTERDAY", yesterday, 0);
  replace (filled, "TRIAGE", main->team, FACT_TYPE_TRIAGE);
  replace (filled, "STAFF", main->team, FACT_TYPE_STAFF);

  return g_string_free (filled, FALSE);
}
