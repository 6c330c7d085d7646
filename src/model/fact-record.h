/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* FactRecord: everything that is stored. A subclass declares its columns once, in a table; the base class
 * makes read-only, explicitly notifying properties of them. Only the store writes fields
 * (fact-record-write.h), so nothing can go round the journal. */

typedef enum {
  FACT_COLUMN_TEXT,       /* char *, NULL when unset; "" is unset */
  FACT_COLUMN_INTEGER,    /* int, 0 is unset */
  FACT_COLUMN_BOOLEAN,    /* gboolean, FALSE is unset */
  FACT_COLUMN_DATE,       /* guint, Julian day, 0 is unset; stored as YYYY-MM-DD */
  FACT_COLUMN_ENUM,       /* int of a registered enum; stored as its nick, always set */
  FACT_COLUMN_RECORD,     /* strong reference to a FactRecord, NULL is unset; stored as its uid */
  FACT_COLUMN_RECORDS,    /* GPtrArray of records, never changed in place, NULL is unset; stored as a list of uids */
} FactColumnKind;

typedef enum {
  FACT_COLUMN_NONE     = 0,
  FACT_COLUMN_REQUIRED = 1 << 0,   /* never unset in a record that is not removed */
  FACT_COLUMN_FIXED    = 1 << 1,   /* given when the record is added, never set again */
  FACT_COLUMN_SUBJECT  = 1 << 2,   /* the record column that names the patient the record is about; fixed */
} FactColumnFlags;

typedef struct {
  const char      *name;           /* stored name, with '_'; the property is the same with '-' */
  FactColumnKind   kind;
  glong            offset;         /* of the field in the instance */
  FactColumnFlags  flags;
  GType          (*get_type) (void); /* type of the enum or of the records referred to */
  guint            data_kind;      /* the kind of data a consent must cover to show it, 0 none */
} FactColumn;

/* An entry of a column table. @field is both the member of @Struct and the stored name. */
#define FACT_COLUMN(Struct, field, kind_, ...) \
  { .name = #field, .kind = FACT_COLUMN_##kind_, .offset = G_STRUCT_OFFSET (Struct, field), __VA_ARGS__ }

#define FACT_TYPE_RECORD            (fact_record_get_type ())
#define FACT_RECORD(o)              (G_TYPE_CHECK_INSTANCE_CAST ((o), FACT_TYPE_RECORD, FactRecord))
#define FACT_IS_RECORD(o)           (G_TYPE_CHECK_INSTANCE_TYPE ((o), FACT_TYPE_RECORD))
#define FACT_RECORD_CLASS(k)        (G_TYPE_CHECK_CLASS_CAST ((k), FACT_TYPE_RECORD, FactRecordClass))
#define FACT_RECORD_GET_CLASS(o)    (G_TYPE_INSTANCE_GET_CLASS ((o), FACT_TYPE_RECORD, FactRecordClass))

typedef struct _FactRecord FactRecord;
typedef struct _FactRecordClass FactRecordClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactRecord, g_object_unref)

struct _FactRecord {
  GObject parent_instance;

  /*< private >*/
  char *uid;
  GRefString *changed_by;          /* few people have changed all there is: shared */
  gint64 version;
  gint64 changed_at;
  gboolean removed;
};

struct _FactRecordClass {
  GObjectClass parent_class;

  const char *table;
  const FactColumn *columns;       /* the first is always "removed" */
  guint n_columns;
  GParamSpec **pspecs;             /* one a column */
  int subject;                     /* index of the subject column, -1 none */
  gboolean is_subject;             /* the record is itself what others are about: a patient */
};

GType fact_record_get_type (void);

/* Installs @columns (static) as properties, and the property functions, which GObject does not inherit in a
 * way that serves properties installed by a table. Call it once in class_init.
 * @table: the name of the type in files and exports, a plain identifier. */
void        fact_record_class_install_columns (FactRecordClass  *klass,
                                               const char       *table,
                                               const FactColumn *columns,
                                               guint             n_columns);

/* Returns: the index of the column with the stored name @name or the property name @name, -1 when there is none. */
int         fact_record_class_find_column     (FactRecordClass  *klass,
                                               const char       *name);

const char *fact_record_get_uid        (FactRecord *self);
gint64      fact_record_get_version    (FactRecord *self);   /* 0 detached, 1 as added, one more each change */
const char *fact_record_get_changed_by (FactRecord *self);   /* uid of a FactStaff, NULL: the program */
gboolean    fact_record_is_removed     (FactRecord *self);

/* Returns: (nullable): uid of the patient the record is about, NULL for vocabulary. */
const char *fact_record_get_subject    (FactRecord *self);

/* The stored form of a column: s (text, date, enum nick, uid), x (integer), b (boolean), as (uids).
 * Returns: (transfer full) (nullable): not floating; NULL when unset. */
GVariant   *fact_record_get_stored     (FactRecord *self,
                                        guint       column);

/* The stored form of @value, which has the type of the column's property. Returns as above. */
GVariant   *fact_column_store_value    (const FactColumn *column,
                                        const GValue     *value);

/* Defines a record type from its column table; the whole of a record's source but its getters. */
#define FACT_DEFINE_RECORD(TypeName, type_name, table, columns) \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, FACT_TYPE_RECORD) \
  static void \
  type_name##_class_init (TypeName##Class *klass) \
  { \
    fact_record_class_install_columns (FACT_RECORD_CLASS (klass), table, columns, G_N_ELEMENTS (columns)); \
  } \
  static void \
  type_name##_init (TypeName *self) \
  { \
  }

G_END_DECLS
