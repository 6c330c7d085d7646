/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fact-contact.h"
#include "fact-day.h"
#include "fact-demo.h"
#include "fact-stay.h"
#include "fact-week.h"

G_BEGIN_DECLS

/* First everything is planned, in plain structs, each change as an event with its time; then the events are played in
 * the order of time, as the journal wants them. A further kind of record is a further step of planning, with functions
 * that play its events. */

/* Places in FactDemo.staff; the first are people, then the functions of the default vocabulary. */
typedef enum {
  DEMO_VEA, DEMO_CSA, DEMO_DEN, DEMO_RUT, DEMO_KRO, DEMO_MDN, DEMO_MJR, DEMO_AEK, DEMO_OLV, DEMO_ERS, DEMO_HMR, DEMO_LNA,
  DEMO_SNG, DEMO_PAW, DEMO_TBR, DEMO_JOK, DEMO_EMK, DEMO_ULH, DEMO_BOA, DEMO_HEL, DEMO_SVI, DEMO_TRE, DEMO_VAS,
  DEMO_BS, DEMO_JOUR, DEMO_MOB, DEMO_VC, DEMO_FRIV,
  DEMO_N_STAFF,
  DEMO_N_PEOPLE = DEMO_BS,
  DEMO_NOBODY = DEMO_N_STAFF,      /* also: the program, as an actor */
  DEMO_CARE_CONTACT,               /* whoever it is for the patient */
  DEMO_MUNICIPAL_CONTACT,
} DemoStaff;

#define DEMO_N_MUNICIPALITIES 8
#define DEMO_N_TRIAGES (FACT_TRIAGE_ROLE_STABLE + 1)
#define DEMO_N_REASONS (FACT_REASON_ROLE_COMPULSORY + 1)
#define DEMO_N_KINDS (FACT_KIND_ROLE_OTHER + 1)

typedef struct _FactDemo FactDemo;
typedef struct _DemoEvent DemoEvent;
typedef struct _DemoStay DemoStay;

/* Returns: (transfer full): the change to commit. The clock stands at the time of the event. */
typedef FactChange *(*DemoPlay) (FactDemo        *self,
                                 const DemoEvent *event);

struct _DemoEvent {
  gint64 time;                     /* UTC */
  DemoPlay play;
  gpointer target;
  guint order;                     /* of planning: what has the same time keeps it */
  guint16 arg;
  guint8 actor;
  guint8 is_last;                  /* nothing later is the actor's */
};

typedef struct {
  char *code;
  DemoStay *open;                  /* (nullable) */
  FactPatient *record;
  gint64 added_time;
  guint added;                     /* Julian day */
  guint16 birth_year;
  guint8 sex;
  guint8 municipality;
  guint8 municipality_before;      /* another one when the patient has moved */
  guint8 care_contact;
  guint8 next_care_contact;        /* when that one leaves the team */
  guint8 municipal_contact;
  guint8 children;
  guint8 health_centre;
} DemoPatient;

struct _DemoStay {
  DemoPatient *patient;
  FactStay *record;
  gint64 put_on_time;
  guint date;
  guint until;                     /* 0 open */
  guint triage_date;               /* of an open one */
  guint8 situation;                /* as put on */
};

typedef struct {
  DemoPatient *patient;
  FactContact *record;
  gint64 planned_time;
  guint date;
  gint16 minute;                   /* of the day, -1 no time */
  guint8 who[2];
  guint8 kind;
  guint8 status;
  guint bound : 1;                 /* the actions of the row speak of it */
  guint unplanned : 1;
} DemoContact;

struct _FactDemo {
  /* given */
  FactSqliteStore *store;
  FactClock *clock;
  guint n_patients, on_board, years, today;

  /* derived */
  GRand *rand;
  GRand *uid_rand;
  guint start;                     /* first day of the history */
  FactWeek week;                   /* of today */
  gint64 limit;                    /* no change is later */
  guint faults;                    /* DemoFault that are planted */

  /* planned */
  GPtrArray *patients;             /* of DemoPatient */
  GPtrArray *stays;                /* of DemoStay */
  GPtrArray *contacts;             /* of DemoContact */
  GArray *events;                  /* of DemoEvent */

  /* while playing */
  FactOrganisation *region, *municipalities[DEMO_N_MUNICIPALITIES];
  FactStaff *staff[DEMO_N_STAFF];
  FactTriage *triages[DEMO_N_TRIAGES];
  FactReason *reasons[DEMO_N_REASONS];
  FactKind *kinds[DEMO_N_KINDS];
  FactRecord **finished;           /* a record that no later event needs */
  char uid[40];
};

/* fact-demo.c */
/* A number from 0 to @n - 1. */
guint       fact_demo_random       (FactDemo *self, guint n);
/* Deals @n places so that each value comes as often as its weight says, to the nearest. Returns: (transfer full). */
guint8     *fact_demo_deal         (FactDemo *self, const guint *weights, guint n_weights, guint n);
/* @n in proportion, rounded. */
guint       fact_demo_share        (guint n, guint of, guint whole);
/* The last working day up to @day. */
guint       fact_demo_work_day     (guint day);
gint64      fact_demo_at           (FactDemo *self, guint day, guint minute);
/* Adds an event at @time, or a little after @after when that is later; never after the limit. Returns: its time. */
gint64      fact_demo_add_event    (FactDemo *self, gint64 time, gint64 after, guint actor, DemoPlay play, gpointer target,
                                    guint arg);
/* A uid for a record added now. Returns: (transfer none): valid until the next. */
const char *fact_demo_make_uid     (FactDemo *self);

/* fact-demo-staff.c */
void        fact_demo_plan_staff   (FactDemo *self);
const char *fact_demo_get_signature (DemoStaff staff);
/* Coordinator posts, in hundredths. */
guint       fact_demo_get_posts    (guint municipality);
/* One of the coordinators of a municipality. */
DemoStaff   fact_demo_pick_coordinator (FactDemo *self, guint municipality);
/* The day the one who left left, and the day a leave began. */
guint       fact_demo_get_left     (FactDemo *self);
guint       fact_demo_get_leave    (FactDemo *self);

/* fact-demo-patients.c */
void        fact_demo_plan_patients (FactDemo *self);
/* Who really was the patient's care contact on @day, a substitute included. */
DemoStaff   fact_demo_get_care_contact (FactDemo *self, DemoPatient *patient, guint day);
DemoStaff   fact_demo_resolve      (FactDemo *self, DemoPatient *patient, guint staff, guint day);
/* A change of no importance, as there are many in years. */
FactChange *fact_demo_play_health_centre (FactDemo *self, const DemoEvent *event);

/* fact-demo-stay.c */
DemoStay   *fact_demo_add_stay     (FactDemo *self, DemoPatient *patient, guint date, guint until, guint situation,
                                    guint set);
/* The argument of a put-on or of new texts. */
#define DEMO_TEXTS(situation, set) ((situation) | (set) << 8)
FactChange *fact_demo_play_triage  (FactDemo *self, const DemoEvent *event);
FactChange *fact_demo_play_texts   (FactDemo *self, const DemoEvent *event);

/* fact-demo-texts.c */
typedef struct {
  guint8 weekday;                  /* 0 Monday */
  guint8 who[2];
  FactKindRole kind;
  gint16 minute;
} DemoPlanned;

/* Planted: the grid does not hold what the text says. */
typedef enum {
  DEMO_FAULT_NONE,
  DEMO_FAULT_DAY     = 1 << 0,
  DEMO_FAULT_STAFF   = 1 << 1,
  DEMO_FAULT_MISSING = 1 << 2,
} DemoFault;

typedef struct {
  const char *text;                /* %F the care contact, %M the municipal contact */
  DemoPlanned planned[5];          /* kind NONE ends it */
  DemoFault fault;                 /* that can be planted in it */
} DemoAction;

#define DEMO_N_SITUATIONS 14
#define DEMO_N_SETS 3
#define DEMO_MAX_ACTIONS 3

FactTriageRole     fact_demo_situation_get_triage (guint situation);
FactReasonRole     fact_demo_situation_get_reason (guint situation);
/* A situation of a triage state: the @i-th, round and round. */
guint              fact_demo_find_situation (FactTriageRole triage, guint i);
/* A situation a row may have begun with that is @situation now. */
guint              fact_demo_find_beginning (guint situation);
/* The text as somebody writes it who says since when. Returns: (transfer full). */
char              *fact_demo_write_situation (guint situation, guint since);
guint              fact_demo_count_situations (FactTriageRole triage);
/* The actions of a set. Returns: how many. */
guint              fact_demo_get_actions (guint situation, guint set, const DemoAction *list[DEMO_MAX_ACTIONS]);
/* Returns: (transfer full). */
char              *fact_demo_write_actions (FactDemo *self, DemoPatient *patient, guint situation, guint set, guint day);
const char        *fact_demo_write_safety  (guint i);

/* fact-demo-board.c */
void        fact_demo_plan_board   (FactDemo *self);
/* The state that the @i-th patient has on the board. */
FactTriageRole fact_demo_get_board_triage (FactDemo *self, guint i);

/* fact-demo-history.c */
void        fact_demo_plan_history (FactDemo *self);
/* Whether so many patients are an archive and no team: what each of them has is thinner. */
gboolean    fact_demo_is_archive   (FactDemo *self);

/* fact-demo-contacts.c */
/* One of those the actions speak of, planned when they were written. */
void        fact_demo_add_bound_contact (FactDemo *self, DemoPatient *patient, guint date, const DemoPlanned *planned,
                                         gint64 written);
/* One of those that come all the time, planned some days before, @after something. */
void        fact_demo_add_usual_contact (FactDemo *self, DemoPatient *patient, guint date, gint64 after);
/* What became of each; comes when all contacts are planned. */
void        fact_demo_plan_outcomes (FactDemo *self);

G_END_DECLS
