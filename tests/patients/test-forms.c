/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms by which patients come, go on the board and off it: what they offer, what they refuse and where they say so,
 * what they leave behind. */
#include "desk.h"

#include "fact-patient-form.h"
#include "fact-put-on-form.h"
#include "fact-take-off-form.h"
#include "fact-team-contact.h"
#include "fact-team-stay.h"

#define CODE "Code: initials and year of birth, as DD-75"

static void
put_on (Desk       *desk,
        const char *code)
{
  desk_load (desk);
  desk_show_form (desk, fact_put_on_form_new (desk->team, desk_find (desk, code)));
}

static void
take_off (Desk       *desk,
          const char *code)
{
  desk_show_form (desk, fact_take_off_form_new (desk->team,
                                                fact_board_row_get_stay_uid (team_fixture_find (desk->fixture, code))));
}

static void
edit (Desk       *desk,
      const char *code)
{
  desk_load (desk);
  desk_show_form (desk, fact_patient_form_new (desk->team, code ? desk_find (desk, code) : NULL));
}

static gboolean
has_focus (Desk       *desk,
           GType       type,
           const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (desk->window));
  GtkWidget *field = desk_get (desk, type, name);

  return focus == field || (focus && gtk_widget_is_ancestor (focus, field));
}

static const char *
get_text (Desk       *desk,
          const char *code,
          FactField   field)
{
  return fact_board_row_get_text (team_fixture_find (desk->fixture, code), field);
}

/* Enter is enough: all stands there already, and the cursor is in the situation. */
static void
test_put_on (Desk          *desk,
             gconstpointer  data)
{
  desk_add (desk, "QQ-85", NULL, NULL);
  put_on (desk, "QQ-85");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "Put QQ-85 on the board");
  g_assert_true (has_focus (desk, GTK_TYPE_TEXT_VIEW, "Situation"));
  g_assert_cmpstr (desk_get_choice (desk, "Triage"), ==, "Observation");
  g_assert_cmpstr (desk_get_choice (desk, "Reason"), ==, "None");
  g_assert_null (desk_seek (desk->window, GTK_TYPE_BUTTON, "Use the old texts"));
  desk_type (desk, "Situation", "Sover inte");
  desk_go_on (desk);
  desk_assert_done (desk, "QQ-85 is on the board now: Observation");
  g_assert_cmpstr (get_text (desk, "QQ-85", FACT_FIELD_SITUATION), ==, "Sover inte");
  g_assert_cmpstr (get_text (desk, "QQ-85", FACT_FIELD_DATE), ==, "261118");
  g_assert_cmpstr (get_text (desk, "QQ-85", FACT_FIELD_REASON), ==, "");
}

static void
test_put_on_refused (Desk          *desk,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_add (desk, "QQ-85", NULL, NULL);
  put_on (desk, "QQ-85");
  desk_type (desk, "Date", "kanske");
  desk_go_on (desk);
  desk_assert_wrong (desk, "Date", "\"kanske\" is not a date. Write 190327 or 2019-03-27.");
  desk_type (desk, "Date", "16/11");
  g_assert_null (desk_seek (desk->window, GTK_TYPE_LABEL, "\"kanske\" is not a date. Write 190327 or 2019-03-27."));
  /* Somebody was quicker. What was typed stays. */
  desk_type (desk, "Situation", "Sover inte");
  desk_commit (desk, fact_team_put_on_board (desk->team, desk_find (desk, "QQ-85"), NULL, NULL, 0, NULL, NULL, NULL, &error));
  desk_go_on (desk);
  desk_assert_wrong (desk, NULL, "QQ-85 is on the board already.");
  g_assert_cmpstr (get_text (desk, "QQ-85", FACT_FIELD_SITUATION), ==, "");
}

/* Without a patient the form asks which: by the beginning of the code, and only who is not on the board. */
static void
test_put_on_chosen (Desk          *desk,
                    gconstpointer  data)
{
  desk_add (desk, "QQ-85", NULL, NULL);
  desk_add (desk, "AQ-60", NULL, NULL);
  desk_load (desk);
  desk_show_form (desk, fact_put_on_form_new (desk->team, NULL));
  g_assert_true (has_focus (desk, ADW_TYPE_ENTRY_ROW, "Patient"));
  desk_go_on (desk);
  desk_assert_wrong (desk, "Patient", "Choose the patient first.");
  desk_type (desk, "Patient", "NN");
  g_assert_nonnull (desk_get (desk, GTK_TYPE_LABEL, "No patient off the board has this code."));
  desk_type (desk, "Patient", "q");
  g_assert_nonnull (desk_get (desk, ADW_TYPE_ACTION_ROW, "AQ-60"));
  g_assert_true (gtk_list_box_row_is_selected (desk_get (desk, ADW_TYPE_ACTION_ROW, "QQ-85")));
  g_signal_emit_by_name (desk_get (desk, ADW_TYPE_ENTRY_ROW, "Patient"), "entry-activated");
  desk_settle (desk);
  g_assert_true (has_focus (desk, GTK_TYPE_TEXT_VIEW, "Situation"));
  desk_go_on (desk);
  desk_assert_done (desk, "QQ-85 is on the board now: Observation");
}

/* What a former stay leaves to the next: the reason always, the texts for 14 days. */
static void
test_former_stay (Desk          *desk,
                  gconstpointer  data)
{
  take_off (desk, "NN-89");
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 taken off the board. 1 contact stays planned.");
  put_on (desk, "NN-89");
  g_assert_nonnull (desk_get (desk, ADW_TYPE_ACTION_ROW, "On the board before 261117–261118"));
  g_assert_cmpstr (desk_get_choice (desk, "Reason"), ==, "Increased symptoms");
  desk_press (desk, "Use the old texts");
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 is on the board now: Observation");
  g_assert_cmpstr (get_text (desk, "NN-89", FACT_FIELD_SITUATION), ==, "Bostadslös. Återkommande inläggningar.");
  g_assert_cmpstr (get_text (desk, "NN-89", FACT_FIELD_SAFETY), ==, "OK");

  /* Who says that there is no reason means it. */
  take_off (desk, "NN-89");
  desk_go_on (desk);
  put_on (desk, "NN-89");
  desk_choose (desk, "Reason", "None");
  desk_go_on (desk);
  g_assert_cmpstr (get_text (desk, "NN-89", FACT_FIELD_REASON), ==, "");
  g_assert_cmpstr (get_text (desk, "NN-89", FACT_FIELD_SITUATION), ==, "");
}

static void
test_old_texts (Desk          *desk,
                gconstpointer  data)
{
  static const struct {
    int days;
    gboolean offered;
  } cases[] = { { 14, TRUE }, { 1, FALSE } };

  take_off (desk, "NN-89");
  desk_go_on (desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fact_clock_set_now (desk->fixture->clock, fact_clock_get_now (desk->fixture->clock) + cases[i].days * G_TIME_SPAN_DAY);
    put_on (desk, "NN-89");
    g_assert_cmpint (desk_seek (desk->window, GTK_TYPE_BUTTON, "Use the old texts") != NULL, ==, cases[i].offered);
    g_assert_cmpstr (desk_get_choice (desk, "Reason"), ==, "Increased symptoms");
    gtk_window_destroy (GTK_WINDOW (desk->window));
  }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

static void
plan (Desk       *desk,
      const char *code,
      guint       days,
      const char *typed)
{
  g_autoptr (GError) error = NULL;

  desk_commit (desk, fact_team_plan_typed (desk->team, team_fixture_find (desk->fixture, code),
                                           fact_clock_get_today (desk->fixture->clock) + days, typed, &error));
}

/* NN-89 has CSA+KRO planned for today. */
static void
test_take_off (Desk          *desk,
               gconstpointer  data)
{
  take_off (desk, "NN-89");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "Take NN-89 off the board");
  g_assert_true (has_focus (desk, GTK_TYPE_BUTTON, "Take off"));
  g_assert_cmpstr (desk_get_choice (desk, "Follows up"), ==, "CSA");
  g_assert_null (desk_seek (desk->window, GTK_TYPE_CHECK_BUTTON, "Choose which to cancel"));
  desk_tick (desk, "Closer contact");
  desk_tick (desk, "Cancel all");
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 taken off the board. 1 contact cancelled.");
  g_assert_null (team_fixture_find (desk->fixture, "NN-89"));
}

/* Some are cancelled, the others stay; a contact that has been is none of those. */
static void
test_take_off_chosen (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  plan (desk, "NN-89", 1, "CSA 10 hb");
  plan (desk, "NN-89", 2, "DEN tele");
  take_off (desk, "NN-89");
  g_assert_nonnull (desk_get (desk, GTK_TYPE_LABEL, "3 contacts are planned"));
  g_assert_null (desk_seek (desk->window, GTK_TYPE_CHECK_BUTTON, "Fri 20 Nov · DEN phone"));
  desk_tick (desk, "Choose which to cancel");
  desk_tick (desk, "Fri 20 Nov · DEN phone");
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 taken off the board. Contacts cancelled: 1, kept: 2");
  desk_commit (desk, fact_team_put_on_board (desk->team, desk_find (desk, "NN-89"), NULL, NULL, 0, NULL, NULL, NULL, &error));
  g_assert_cmpint (fact_contact_view_get_status (fact_board_row_get_day (team_fixture_find (desk->fixture, "NN-89"), 3)->pdata[0]), ==,
                   FACT_CONTACT_PLANNED);
  g_assert_cmpint (fact_contact_view_get_status (fact_board_row_get_day (team_fixture_find (desk->fixture, "NN-89"), 4)->pdata[0]), ==,
                   FACT_CONTACT_CALLED_OFF);
}

/* Somebody follows up: who has no care contact is asked for one. */
static void
test_take_off_nobody (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_commit (desk, fact_team_set_field (desk->team, team_fixture_find (desk->fixture, "NN-89"), FACT_FIELD_CARE_CONTACT,
                                          "", NULL, &error));
  take_off (desk, "NN-89");
  g_assert_cmpstr (desk_get_choice (desk, "Follows up"), ==, "Choose…");
  desk_go_on (desk);
  desk_assert_wrong (desk, "Follows up", "NN-89 has no care contact. Choose who follows up.");
  desk_choose (desk, "Follows up", "DEN");
  g_assert_null (desk_seek (desk->window, GTK_TYPE_LABEL, "NN-89 has no care contact. Choose who follows up."));
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 taken off the board. 1 contact stays planned.");
}

/* A row that the board's filter hides is not gone. */
static void
test_take_off_hidden (Desk          *desk,
                      gconstpointer  data)
{
  const char *stay = fact_board_row_get_stay_uid (team_fixture_find (desk->fixture, "NN-89"));

  fact_board_set_filter (desk->fixture->board, &(FactBoardFilter) { .text = "BB-90" });
  g_assert_null (team_fixture_find (desk->fixture, "NN-89"));
  desk_show_form (desk, fact_take_off_form_new (desk->team, stay));
  desk_go_on (desk);
  desk_assert_done (desk, "NN-89 taken off the board. 1 contact stays planned.");
  g_assert_null (fact_take_off_form_new (desk->team, "no such stay"));
}

/* Of no contacts nothing is said. */
static void
test_take_off_without_contacts (Desk          *desk,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_add (desk, "QQ-85", NULL, NULL);
  desk_load (desk);
  desk_commit (desk, fact_team_put_on_board (desk->team, desk_find (desk, "QQ-85"), NULL, NULL, 0, NULL, NULL, NULL, &error));
  take_off (desk, "QQ-85");
  desk_choose (desk, "Follows up", "DEN");
  desk_go_on (desk);
  desk_assert_done (desk, "QQ-85 taken off the board.");
}

static void
test_new (Desk          *desk,
          gconstpointer  data)
{
  edit (desk, NULL);
  g_assert_true (has_focus (desk, ADW_TYPE_ENTRY_ROW, CODE));
  desk_type (desk, CODE, "qq-85");
  g_assert_cmpstr (gtk_editable_get_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, "Year of birth")), ==, "1985");
  desk_type (desk, CODE, "qq-05");
  g_assert_cmpstr (gtk_editable_get_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, "Year of birth")), ==, "2005");
  /* Twelve years old: born in the century before. */
  desk_type (desk, CODE, "qq-14");
  g_assert_cmpstr (gtk_editable_get_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, "Year of birth")), ==, "1914");
  /* A year somebody typed stays. */
  desk_type (desk, "Year of birth", "1986");
  desk_type (desk, CODE, "qq-85");
  g_assert_cmpstr (gtk_editable_get_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, "Year of birth")), ==, "1986");
  desk_choose (desk, "Care contact", "DEN");
  desk_go_on (desk);
  desk_assert_done (desk, "New patient: QQ-85");
  g_assert_cmpstr (fact_staff_get_signature (fact_patient_view_get_care_contact (fact_patients_lookup (desk_load (desk), desk_find (desk, "QQ-85")))),
                   ==, "DEN");
}

static void
test_new_refused (Desk          *desk,
                  gconstpointer  data)
{
  static const struct {
    const char *code, *year, *field, *text;
  } cases[] = {
    { "", "", CODE, "\"\" is not a code. Write initials and year of birth: DD-75." },
    { "DD75", "", CODE, "\"DD75\" is not a code. Write initials and year of birth: DD-75." },
    { "75-DD", "", CODE, "\"75-DD\" is not a code. Write initials and year of birth: DD-75." },
    { "DD-75bb", "", CODE, "\"DD-75bb\" is not a code. Write initials and year of birth: DD-75." },
    { "nn-89", "", CODE, "Another patient has the code NN-89. Is it not the same person, write NN-89b." },
    { "QQ-85", "85", "Year of birth", "\"85\" is no year of birth. Write four digits: 1975." },
    { "QQ-85", "2027", "Year of birth", "\"2027\" is no year of birth. Write four digits: 1975." },
    { "QQ-85", "1905", "Year of birth", "\"1905\" is no year of birth. Write four digits: 1975." },
  };

  edit (desk, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    desk_type (desk, CODE, cases[i].code);
    desk_type (desk, "Year of birth", cases[i].year);
    desk_go_on (desk);
    desk_assert_wrong (desk, cases[i].field, cases[i].text);
  }
  desk_type (desk, CODE, "NN-89b");
  desk_type (desk, "Year of birth", "1989");
  desk_go_on (desk);
  desk_assert_done (desk, "New patient: NN-89b");
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
}

/* Most patients are not loaded before somebody wants to see them: a code is compared with theirs all the same. */
static void
test_new_at_once (Desk          *desk,
                  gconstpointer  data)
{
  desk_add (desk, "QQ-85", NULL, NULL);
  team_fixture_reopen (desk->fixture);
  desk->team = desk->fixture->team;
  fact_team_set_person (desk->team, team_fixture_find_word (desk->fixture, FACT_TYPE_STAFF, "CSA"));
  desk->window = GTK_WIDGET (fact_patient_form_new (desk->team, NULL));
  gtk_window_present (GTK_WINDOW (desk->window));
  gtk_editable_set_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, CODE), "qq-85");
  g_assert_null (fact_team_find_patient (desk->team, "QQ-85"));
  fact_form_go_on (FACT_FORM (desk->window));
  desk_load (desk);
  desk_settle (desk);
  g_assert_nonnull (desk_get (desk, GTK_TYPE_LABEL, "Another patient has the code QQ-85. Is it not the same person, write QQ-85b."));
  g_assert_true (gtk_widget_has_css_class (desk_get (desk, ADW_TYPE_ENTRY_ROW, CODE), "error"));
  g_assert_cmpuint (fact_patients_get_n_total (desk_load (desk)), ==, 6);
}

static void
test_edit (Desk          *desk,
           gconstpointer  data)
{
  FactPatientFields fields;

  edit (desk, "BB-90");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "Patient BB-90");
  desk_type (desk, CODE, "bb-91");
  desk_type (desk, "Health centre", "Norrby");
  desk_choose (desk, "Sex", "Woman");
  desk_go_on (desk);
  desk_assert_done (desk, "Saved what is written about BB-91");
  fact_patient_view_get_fields (fact_patients_lookup (desk_load (desk), desk_find (desk, "BB-91")), &fields);
  g_assert_cmpstr (fields.health_centre, ==, "Norrby");
  g_assert_cmpint (fields.sex, ==, FACT_SEX_WOMAN);
  g_assert_cmpstr (fields.children, ==, "Ja, bor ej hemma");
}

/* What somebody else has written since the form was opened stands, unless both wrote the same field: then both are shown,
 * and who saves again knows what is lost. */
static void
test_edit_meanwhile (Desk          *desk,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  FactBoardRow *row = team_fixture_find (desk->fixture, "BB-90");
  const char *conflict = "Nothing was changed. Somebody has written meanwhile: \"Två\". You wrote: \"Ett\". "
                         "Save again to keep yours.";

  edit (desk, "BB-90");
  desk_commit (desk, fact_team_set_field (desk->team, row, FACT_FIELD_CARE_CONTACT, "DEN", NULL, &error));
  desk_type (desk, "Health centre", "Norrby");
  desk_go_on (desk);
  desk_assert_done (desk, "Saved what is written about BB-90");
  g_assert_cmpstr (get_text (desk, "BB-90", FACT_FIELD_CARE_CONTACT), ==, "DEN");

  edit (desk, "BB-90");
  desk_commit (desk, fact_team_set_field (desk->team, row, FACT_FIELD_CHILDREN, "Två", NULL, &error));
  desk_type (desk, "Children under 18", "Ett");
  desk_go_on (desk);
  desk_assert_wrong (desk, NULL, conflict);
  g_assert_cmpstr (get_text (desk, "BB-90", FACT_FIELD_CHILDREN), ==, "Två");
  desk_go_on (desk);
  desk_assert_done (desk, "Saved what is written about BB-90");
  g_assert_cmpstr (get_text (desk, "BB-90", FACT_FIELD_CHILDREN), ==, "Ett");
}

/* Nobody has said who acts: the form steps aside for the question, and comes back with all that was typed. */
static void
test_nobody_acts (Desk          *desk,
                  gconstpointer  data)
{
  fact_team_set_person (desk->team, NULL);
  edit (desk, NULL);
  desk_type (desk, CODE, "QQ-85");
  desk_go_on (desk);
  desk_assert_wrong (desk, NULL, "Nothing was changed. Choose who you are first.");
  g_assert_cmpstr (gtk_editable_get_text (desk_get (desk, ADW_TYPE_ENTRY_ROW, CODE)), ==, "QQ-85");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/patient-forms/" path, Desk, NULL, desk_set_up, function, desk_tear_down)
  ADD ("put-on", test_put_on);
  ADD ("put-on-refused", test_put_on_refused);
  ADD ("put-on-chosen", test_put_on_chosen);
  ADD ("former-stay", test_former_stay);
  ADD ("old-texts", test_old_texts);
  ADD ("take-off", test_take_off);
  ADD ("take-off-chosen", test_take_off_chosen);
  ADD ("take-off-nobody", test_take_off_nobody);
  ADD ("take-off-hidden", test_take_off_hidden);
  ADD ("take-off-without-contacts", test_take_off_without_contacts);
  ADD ("new", test_new);
  ADD ("new-refused", test_new_refused);
  ADD ("new-at-once", test_new_at_once);
  ADD ("edit", test_edit);
  ADD ("edit-meanwhile", test_edit_meanwhile);
  ADD ("nobody-acts", test_nobody_acts);
  return g_test_run ();
}
