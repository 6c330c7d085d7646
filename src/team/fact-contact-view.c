/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-contact-view.h"
#include "fact-contact-view-private.h"

#include "fact-day.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _FactContactView {
  GObject parent_instance;

  FactContact *contact;

  /* as the record stood when the view was made */
  char *code;
  guint date;
  char *time;
  GPtrArray *who;
  char *signatures;
  FactKind *kind;
  char *text;
  FactContactStatus status;
};

G_DEFINE_FINAL_TYPE (FactContactView, fact_contact_view, G_TYPE_OBJECT)

static char *
join_signatures (GPtrArray *who)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < who->len; i++) {
    if (i > 0)
      g_string_append_c (text, '+');
    g_string_append (text, fact_staff_get_signature (who->pdata[i]));
  }
  /* There are thousands: no longer than it must be. */
  return g_strndup (text->str, text->len);
}

/* "CSA, DEN and HMR" */
static char *
speak_signatures (GPtrArray *who)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (who->len == 0)
    /* Translators: who takes part in a contact */
    return g_strdup (C_("contact", "nobody"));
  for (guint i = 0; i < who->len; i++) {
    if (i > 0)
      /* Translators: between the last two signatures of a contact, with its spaces: "CSA and HMR" */
      g_string_append (text, i + 1 == who->len ? C_("contact", " and ") : ", ");
    g_string_append (text, fact_staff_get_signature (who->pdata[i]));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "Home visit" inside a sentence, but "SIP meeting" as it is. */
static char *
lower_first (const char *word)
{
  const char *rest = *word ? g_utf8_next_char (word) : word;
  g_autofree char *first = NULL;

  if (*rest && g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (word);
  first = g_utf8_strdown (word, rest - word);
  return g_strconcat (first, rest, NULL);
}

static void
append_word (GString    *text,
             const char *separator,
             const char *word)
{
  if (!word || !*word)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, word);
}

static void
fact_contact_view_finalize (GObject *object)
{
  FactContactView *self = FACT_CONTACT_VIEW (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->kind);
  g_ptr_array_unref (self->who);
  g_free (self->code);
  g_free (self->time);
  g_free (self->signatures);
  g_free (self->text);
  G_OBJECT_CLASS (fact_contact_view_parent_class)->finalize (object);
}

static void
fact_contact_view_class_init (FactContactViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fact_contact_view_finalize;
}

static void
fact_contact_view_init (FactContactView *self)
{
}

FactContactView *
fact_contact_view_new (FactContact *contact)
{
  FactContactView *self = g_object_new (FACT_TYPE_CONTACT_VIEW, NULL);

  self->contact = g_object_ref (contact);
  self->code = g_strdup (contact->patient->code);
  self->date = contact->date;
  self->time = g_strdup (contact->time);
  self->who = contact->who ? g_ptr_array_ref (contact->who) : g_ptr_array_new ();
  self->signatures = join_signatures (self->who);
  g_set_object (&self->kind, contact->kind);
  self->text = g_strdup (contact->text ? contact->text : "");
  self->status = contact->status;
  return self;
}

FactContact *
fact_contact_view_get_contact (FactContactView *self)
{
  return self->contact;
}

int
fact_contact_view_compare (FactContactView *a,
                           FactContactView *b)
{
  int order = g_strcmp0 (a->time, b->time);

  if (order != 0)
    return order;
  return strcmp (fact_contact_view_get_uid (a), fact_contact_view_get_uid (b));
}

const char *
fact_contact_view_get_uid (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return fact_record_get_uid (FACT_RECORD (self->contact));
}

const char *
fact_contact_view_get_patient_uid (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return fact_record_get_subject (FACT_RECORD (self->contact));
}

const char *
fact_contact_view_get_code (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return self->code;
}

guint
fact_contact_view_get_date (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), 0);
  return self->date;
}

const char *
fact_contact_view_get_time (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return self->time;
}

GPtrArray *
fact_contact_view_get_who (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return self->who;
}

const char *
fact_contact_view_get_signatures (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), "");
  return self->signatures;
}

FactKind *
fact_contact_view_get_kind (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);
  return self->kind;
}

const char *
fact_contact_view_get_text (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), "");
  return self->text;
}

FactContactStatus
fact_contact_view_get_status (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), FACT_CONTACT_PLANNED);
  return self->status;
}

gboolean
fact_contact_view_is_external (FactContactView *self)
{
  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), FALSE);

  for (guint i = 0; i < self->who->len; i++) {
    if (!fact_staff_is_external (self->who->pdata[i]))
      return FALSE;
  }
  return self->who->len > 0;
}

char *
fact_contact_view_get_typed (FactContactView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);

  append_word (text, " ", self->signatures);
  append_word (text, " ", self->time);
  append_word (text, " ", self->kind ? fact_kind_get_short_label (self->kind) : NULL);
  append_word (text, " ", self->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fact_contact_view_get_spoken_name (FactContactView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *day = NULL;
  g_autofree char *status = NULL;

  g_return_val_if_fail (FACT_IS_CONTACT_VIEW (self), NULL);

  who = speak_signatures (self->who);
  kind = self->kind ? lower_first (fact_kind_get_label (self->kind)) : NULL;
  day = fact_day_format_long (self->date);
  status = lower_first (fact_contact_status_get_word (self->status));
  append_word (text, ", ", who);
  append_word (text, ", ", kind);
  append_word (text, ", ", self->text);
  append_word (text, ", ", day);
  append_word (text, " ", self->time);
  append_word (text, ", ", status);
  append_word (text, ", ", self->code);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
