/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-change.h"
#include "fact-record-item.h"
#include "fact-team.h"

G_BEGIN_DECLS

/* What items of one type become. */
typedef struct {
  GType type;
  guint n_new, n_changed, n_same;
  guint n_removed;                 /* given by the program, and the items do without */
} FactRecordsCount;

/* All records as items, for a copy in another form than the file's own; and back. Both go in slices that leave a
 * window free between two frames, and stop when cancelled. */

/* Gives all records of all types that are not removed, as they stand when this is called (or stood, for a team of an
 * old board): what is changed meanwhile is not in it. They do not stay loaded. */
void        fact_team_list_records_async   (FactTeam             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              data);
/* Returns: (transfer full): of FactRecordItem, by type and uid. */
GPtrArray  *fact_team_list_records_finish  (FactTeam             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* records.import: builds one change that adds @items, of FactRecordItem in any order; they are kept until it is done.
 * An item may refer to another one or to a record that is here already. A record that is here already, with the same
 * uid, is left alone when its values are the same. When they are others it is set to them if it is vocabulary that the
 * program gave and nobody has touched, so that what a team has renamed survives in a new file; otherwise the items are
 * refused. In a file where nobody has done anything yet, vocabulary that the program gave and the items neither hold
 * nor refer to is removed, as the team that wrote them had removed it; unless they hold no vocabulary at all.
 *
 * The finish function returns (transfer full) a change to commit; NULL with FACT_TEAM_ERROR_RULE and line, record and
 * reason in the reader's language. Nothing is changed by then. @counts: (out) (optional) (transfer full): of
 * FactRecordsCount, for each type there is something of, those referred to first. */
void        fact_team_import_records_async  (FactTeam             *self,
                                             GPtrArray            *items,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              data);
FactChange *fact_team_import_records_finish (FactTeam             *self,
                                             GAsyncResult         *result,
                                             GArray              **counts,
                                             GError              **error);

G_END_DECLS
