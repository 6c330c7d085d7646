/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-patients-page-private.h"

#include "fact-drop-down.h"
#include "fact-vocabulary.h"
#include "fact-wrap-layout.h"

#include <glib/gi18n.h>

/* Patients are found while one types, not after. */
#define SEARCH_DELAY_MS 30

typedef enum {
  PLACE_ALL,
  PLACE_ON_BOARD,
  PLACE_OFF_BOARD,
} Place;

/* The uid of what each line of a drop-down stands for, "" for none. */
#define UIDS "fact-uids"
#define WITHOUT "without"

static const char *
get_chosen_uid (GtkWidget *drop_down)
{
  GPtrArray *uids = g_object_get_data (G_OBJECT (drop_down), UIDS);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
  const char *uid = selected < uids->len ? uids->pdata[selected] : "";

  return *uid ? uid : NULL;
}

static void
apply_filter (FactPatientsPage *self)
{
  Place place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->place));
  const char *care_contact = get_chosen_uid (self->care_contact);
  gboolean without = g_strcmp0 (care_contact, WITHOUT) == 0;
  const FactPatientsFilter filter = {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .on_board = place == PLACE_ON_BOARD,
    .off_board = place == PLACE_OFF_BOARD,
    .municipality = get_chosen_uid (self->municipality),
    .care_contact = without ? NULL : care_contact,
    .without_care_contact = without,
  };

  fact_patients_set_filter (fact_team_get_patients (self->team), &filter);
}

static void
filter_changed_cb (FactPatientsPage *self)
{
  if (!self->settling)
    apply_filter (self);
}

static void
sort_changed_cb (FactPatientsPage *self)
{
  fact_patients_set_sort (fact_team_get_patients (self->team), gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort)));
}

static GtkWidget *
make_drop_down (FactPatientsPage  *self,
                const char        *name,
                const char *const *labels,
                GCallback          callback)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (labels);

  fact_drop_down_set_name (GTK_DROP_DOWN (drop_down), name);
  g_signal_connect_object (drop_down, "notify::selected", callback, self, G_CONNECT_SWAPPED);

  return drop_down;
}

static gboolean
is_offered (gpointer record)
{
  if (FACT_IS_STAFF (record))
    return !fact_staff_get_function (record);
  return fact_organisation_get_kind (record) == FACT_ORGANISATION_MUNICIPALITY;
}

/* Fills @drop_down with @first, perhaps @second, and the records; the choice stays. */
static void
fill (GtkWidget  *drop_down,
      GListModel *vocabulary,
      const char *first,
      const char *second)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const[]) { first, second, NULL });
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *before = g_object_get_data (G_OBJECT (drop_down), UIDS);
  g_autofree char *chosen = before ? g_strdup (get_chosen_uid (drop_down)) : NULL;
  guint selected = 0;

  g_ptr_array_add (uids, g_strdup (""));
  if (second)
    g_ptr_array_add (uids, g_strdup (WITHOUT));
  for (guint i = 0; i < g_list_model_get_n_items (vocabulary); i++) {
    g_autoptr (FactRecord) record = g_list_model_get_item (vocabulary, i);

    if (!is_offered (record))
      continue;
    gtk_string_list_append (labels, fact_vocabulary_get_label (record));
    g_ptr_array_add (uids, g_strdup (fact_record_get_uid (record)));
  }
  for (guint i = 0; i < uids->len; i++)
    if (g_strcmp0 (uids->pdata[i], chosen) == 0)
      selected = i;
  g_object_set_data_full (G_OBJECT (drop_down), UIDS, g_steal_pointer (&uids), (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}

static void
fill_all (FactPatientsPage *self)
{
  self->settling = TRUE;
  fill (self->municipality, fact_team_get_vocabulary (self->team, FACT_TYPE_ORGANISATION), _("All municipalities"), NULL);
  fill (self->care_contact, fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF), _("All care contacts"),
        _("Without care contact"));
  self->settling = FALSE;
  /* Who was chosen may be gone. */
  if (self->list)
    apply_filter (self);
}

GtkWidget *
fact_patients_page_make_filters (FactPatientsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *const none[] = { NULL };
  const char *const places[] = { _("All patients"), _("On the board"), _("Not on the board"), NULL };
  const char *const sorts[] = { _("By code"), _("By municipality"), _("By care contact"), _("Longest on the board"), NULL };

  self->place = make_drop_down (self, _("On the board or not"), places, G_CALLBACK (filter_changed_cb));
  self->municipality = make_drop_down (self, _("Municipality"), none, G_CALLBACK (filter_changed_cb));
  self->care_contact = make_drop_down (self, _("Care contact"), none, G_CALLBACK (filter_changed_cb));
  self->sort = make_drop_down (self, _("Order"), sorts, G_CALLBACK (sort_changed_cb));
  fill_all (self);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), SEARCH_DELAY_MS);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fact_team_get_vocabulary (self->team, FACT_TYPE_ORGANISATION), "items-changed",
                           G_CALLBACK (fill_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fact_team_get_vocabulary (self->team, FACT_TYPE_STAFF), "items-changed",
                           G_CALLBACK (fill_all), self, G_CONNECT_SWAPPED);

  gtk_widget_set_layout_manager (box, fact_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->municipality);
  gtk_box_append (GTK_BOX (box), self->care_contact);
  gtk_box_append (GTK_BOX (box), self->sort);

  return box;
}

void
fact_patients_page_show_all (FactPatientsPage *self)
{
  self->settling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->place), PLACE_ALL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->municipality), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->care_contact), 0);
  self->settling = FALSE;
  apply_filter (self);
}
