/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-query.h"

static void
condition_clear (FactCondition *condition)
{
  g_clear_pointer (&condition->values, g_strfreev);
}

FactQuery *
fact_query_new (GType type)
{
  FactQuery *self;

  g_return_val_if_fail (g_type_is_a (type, FACT_TYPE_RECORD), NULL);

  self = g_new0 (FactQuery, 1);
  self->type = type;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (FactCondition));
  g_array_set_clear_func (self->conditions, (GDestroyNotify) condition_clear);
  return self;
}

static GStrv
collect_values (FactOp   op,
                va_list *args)
{
  GStrv values;

  if (op == FACT_OP_IN)
    return g_strdupv ((GStrv) va_arg (*args, const char *const *));
  values = g_new0 (char *, 3);
  if (op == FACT_OP_EQUAL || op == FACT_OP_BETWEEN || op == FACT_OP_GLOB)
    values[0] = g_strdup (va_arg (*args, const char *));
  if (op == FACT_OP_BETWEEN)
    values[1] = g_strdup (va_arg (*args, const char *));
  return values;
}

FactQuery *
fact_query_where (FactQuery  *self,
                  const char *property,
                  FactOp      op,
                  ...)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (self->type);
  gboolean uid = g_str_equal (property, "uid");
  int column = uid ? 0 : fact_record_class_find_column ((FactRecordClass *) klass, property);
  FactCondition condition = { 0 };
  va_list args;

  g_return_val_if_fail (column >= 0, self);

  va_start (args, op);
  condition.column = uid ? FACT_QUERY_UID : (guint) column;
  condition.op = op;
  condition.values = collect_values (op, &args);
  va_end (args);
  g_array_append_val (self->conditions, condition);
  return self;
}

FactQuery *
fact_query_with_removed (FactQuery *self)
{
  self->with_removed = TRUE;
  return self;
}

FactQuery *
fact_query_as_of (FactQuery *self,
                  gint64     seq)
{
  self->as_of = seq;
  return self;
}

FactQuery *
fact_query_page (FactQuery  *self,
                 const char *after,
                 guint       limit)
{
  g_return_val_if_fail (limit > 0, self);

  g_free (self->after);
  self->after = g_strdup (after ? after : "");
  self->limit = limit;
  return self;
}

void
fact_query_free (FactQuery *self)
{
  g_free (self->after);
  g_array_unref (self->conditions);
  g_free (self);
}
