/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-history.h"
#include "fact-history-private.h"

#define PAGE 50

struct _FactHistory {
  GObject parent_instance;

  FactTeam *team;
  char *patient;
  char *who;
  GPtrArray *entries;              /* of FactHistoryEntry, newest first */
  gint64 next;                     /* where the next page begins; 0: there is none */
  gint64 newest;                   /* the last change looked at */
  GCancellable *reading;           /* NULL: nothing is being read */
  gboolean behind;                 /* something was done while a page was read */
};

enum {
  PROP_LOADING = 1,
  PROP_COMPLETE,
  PROP_WHO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint failed_signal;

static void catch_up (FactHistory *self);

static GType
get_item_type (GListModel *model)
{
  return FACT_TYPE_HISTORY_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return FACT_HISTORY (model)->entries->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  FactHistory *self = FACT_HISTORY (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FactHistory, fact_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
items_changed (FactHistory *self,
               guint        position,
               guint        removed,
               guint        added)
{
  if (removed || added)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
set_loading (FactHistory  *self,
             GCancellable *reading)
{
  gboolean was = fact_history_is_loading (self);

  g_clear_object (&self->reading);
  self->reading = reading;
  if (was != fact_history_is_loading (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_next (FactHistory *self,
          gint64       next)
{
  gboolean was = fact_history_is_complete (self);

  self->next = next;
  if (was != fact_history_is_complete (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* Returns: (nullable): NULL when it failed, which is told, or when nobody waits for it any more. */
static GPtrArray *
take_page (FactHistory  *self,
           FactTeam     *team,
           GAsyncResult *result,
           gint64       *next)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *page = fact_team_read_history_finish (team, result, next, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading) {
    g_clear_pointer (&page, g_ptr_array_unref);
    return NULL;
  }
  set_loading (self, NULL);
  if (!page && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error->message);
  return page;
}

static void
older_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (FactHistory) self = data;
  gint64 next;
  g_autoptr (GPtrArray) page = take_page (self, FACT_TEAM (object), result, &next);
  guint before = self->entries->len;

  if (!page)
    return;
  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (page->pdata[i]));
  if (before == 0 && page->len > 0)
    self->newest = MAX (self->newest, fact_history_entry_get_seq (page->pdata[0]));
  set_next (self, next);
  items_changed (self, before, 0, page->len);
  if (self->behind)
    catch_up (self);
}

static void
begin (FactHistory         *self,
       gint64               before,
       GAsyncReadyCallback  callback)
{
  set_loading (self, g_cancellable_new ());
  fact_team_read_history_async (self->team, self->patient, self->who, before, PAGE, self->reading, callback,
                                g_object_ref (self));
}

static void
start (FactHistory *self)
{
  guint n = self->entries->len;

  if (self->reading)
    g_cancellable_cancel (self->reading);
  self->newest = 0;
  self->behind = FALSE;
  g_ptr_array_set_size (self->entries, 0);
  items_changed (self, 0, n, 0);
  set_next (self, G_MAXINT64);
  begin (self, 0, older_read_cb);
}

static void
newer_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (FactHistory) self = data;
  g_autoptr (GPtrArray) page = take_page (self, FACT_TEAM (object), result, NULL);
  guint n = 0;

  if (!page)
    return;
  while (n < page->len && fact_history_entry_get_seq (page->pdata[n]) > self->newest)
    n++;
  /* More than a page was done at once: what is between is not known. */
  if (n == PAGE) {
    start (self);
    return;
  }
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->entries, (int) i, g_object_ref (page->pdata[i]));
  if (n > 0)
    self->newest = fact_history_entry_get_seq (page->pdata[0]);
  items_changed (self, 0, 0, n);
  if (self->behind)
    catch_up (self);
}

static void
catch_up (FactHistory *self)
{
  self->behind = self->reading != NULL;
  if (!self->behind)
    begin (self, 0, newer_read_cb);
}

static void
fact_history_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FactHistory *self = FACT_HISTORY (object);

  if (id == PROP_LOADING)
    g_value_set_boolean (value, fact_history_is_loading (self));
  else if (id == PROP_COMPLETE)
    g_value_set_boolean (value, fact_history_is_complete (self));
  else if (id == PROP_WHO)
    g_value_set_string (value, self->who);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_history_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_WHO)
    fact_history_set_who (FACT_HISTORY (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fact_history_dispose (GObject *object)
{
  FactHistory *self = FACT_HISTORY (object);

  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (fact_history_parent_class)->dispose (object);
}

static void
fact_history_finalize (GObject *object)
{
  FactHistory *self = FACT_HISTORY (object);

  g_ptr_array_unref (self->entries);
  g_clear_object (&self->team);
  g_free (self->patient);
  g_free (self->who);
  G_OBJECT_CLASS (fact_history_parent_class)->finalize (object);
}

static void
fact_history_class_init (FactHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fact_history_get_property;
  object_class->set_property = fact_history_set_property;
  object_class->dispose = fact_history_dispose;
  object_class->finalize = fact_history_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  failed_signal = g_signal_new ("failed", FACT_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
fact_history_init (FactHistory *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

FactHistory *
fact_history_new (FactTeam   *team,
                  const char *patient_uid)
{
  FactHistory *self;

  g_return_val_if_fail (FACT_IS_TEAM (team), NULL);

  self = g_object_new (FACT_TYPE_HISTORY, NULL);
  self->team = g_object_ref (team);
  self->patient = g_strdup (patient_uid);
  g_signal_connect_object (team, "committed", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

void
fact_history_load_more (FactHistory *self)
{
  g_return_if_fail (FACT_IS_HISTORY (self));

  if (!self->reading && self->next)
    begin (self, self->next == G_MAXINT64 ? 0 : self->next, older_read_cb);
}

void
fact_history_set_who (FactHistory *self,
                      const char  *who)
{
  g_return_if_fail (FACT_IS_HISTORY (self));

  if (g_strcmp0 (self->who, who) == 0)
    return;
  g_free (self->who);
  self->who = g_strdup (who);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHO]);
  start (self);
}

gboolean
fact_history_is_loading (FactHistory *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY (self), FALSE);
  return self->reading != NULL;
}

gboolean
fact_history_is_complete (FactHistory *self)
{
  g_return_val_if_fail (FACT_IS_HISTORY (self), FALSE);
  return self->next == 0;
}
