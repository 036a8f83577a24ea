-- The live day: visits that lost their worker, who was asked in which order, what they said, and swaps between workers.
-- Whoever was asked, when and by whom is a fact of its own: it is added, never changed.

-- How cover is sought, from a day on; a row without a provider holds for all that have none of their own.
create table cover_terms (
  id bigint generated always as identity primary key,
  provider_id bigint references provider,
  effective_from date not null,
  offer_minutes integer not null check (offer_minutes between 1 and 1440),
  asks_week_max integer not null check (asks_week_max > 0),
  asks_four_weeks_max integer not null check (asks_four_weeks_max >= asks_week_max),
  late_after_minutes integer not null check (late_after_minutes between 1 and 240),
  swap_policy text not null check (swap_policy in ('approved', 'automatic')),
  source text not null check (length(source) between 1 and 200),
  recorded_at timestamptz not null default now(),
  unique nulls not distinct (provider_id, effective_from)
);

insert into cover_terms (provider_id, effective_from, offer_minutes, asks_week_max, asks_four_weeks_max, late_after_minutes, swap_policy, source)
values (null, '2020-01-01', 10, 3, 6, 15, 'approved', 'Assumed: forced availability is the grievance of [001:2490-2497]; no source gives a number');

-- A visit, or a seat of it, that nobody fills any more, and why.
create table gap (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  week_id bigint not null,
  visit text not null,
  cause text not null check (cause in ('uncovered', 'worker_ill', 'worker_away', 'extra_help')),
  leaver text,
  record text check (length(record) between 1 and 60),
  opened_at timestamptz not null,
  opened_by bigint not null,
  closed_at timestamptz,
  filled_by text,
  foreign key (week_id, visit) references published_visit,
  constraint gap_illness check ((cause = 'worker_ill') = (record is not null)),
  constraint gap_leaver check (cause in ('uncovered', 'extra_help') or leaver is not null),
  constraint gap_end check (filled_by is null or closed_at is not null)
);

create index gap_visit on gap (week_id, visit, id);
create index gap_open on gap (provider_id) where closed_at is null;

-- What each fund would have paid for the visit before it lost its worker: for cover of an ill worker contingency pays only what is more.
create table gap_share (
  gap_id bigint not null references gap,
  fund_id integer not null references ledger.fund,
  pence bigint not null check (pence >= 0),
  primary key (gap_id, fund_id)
);

-- A gap put to one worker. They are asked in the order of their numbers.
create table offer (
  id bigint generated always as identity primary key,
  gap_id bigint not null references gap,
  number integer not null check (number > 0),
  worker text not null,
  state text not null check (state in ('queued', 'asked', 'yes', 'no', 'no_answer', 'withdrawn', 'too_late')),
  asked_at timestamptz,
  answer_by timestamptz,
  ended_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  unique (gap_id, number),
  constraint offer_asked check ((asked_at is null) = (answer_by is null) and (state not in ('asked', 'yes', 'no', 'no_answer') or asked_at is not null)),
  constraint offer_ended check ((state in ('queued', 'asked')) = (ended_at is null))
);

create unique index offer_once on offer (gap_id, worker) where state in ('queued', 'asked');
create unique index offer_taken on offer (gap_id) where state = 'yes';
create index offer_due on offer (answer_by) where state = 'asked';
create index offer_worker on offer (worker, id);

-- A worker asks another to make a visit in their place, perhaps for one of the other's.
create table swap (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  week_id bigint not null,
  visit text not null,
  from_worker text not null,
  to_worker text not null check (to_worker <> from_worker),
  in_return text,
  state text not null check (state in ('proposed', 'agreed', 'done', 'declined', 'refused', 'not_allowed', 'withdrawn')),
  proposed_at timestamptz not null,
  ended_at timestamptz,
  reason text check (length(reason) between 1 and 2000),
  foreign key (week_id, visit) references published_visit,
  foreign key (week_id, in_return) references published_visit (week_id, visit),
  constraint swap_ended check ((state in ('proposed', 'agreed')) = (ended_at is null))
);

create index swap_open on swap (provider_id, state) where ended_at is null;

-- Every ask and every answer. Kept to spare people who are asked a lot; never used to judge them.
create table ask_record (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  subject text not null check (subject ~ '^(offer|swap)/[0-9]+$'),
  visit text not null,
  worker text not null,
  event text not null check (event in ('asked', 'yes', 'no', 'no_answer', 'withdrawn', 'too_late')),
  at timestamptz not null,
  by_user bigint,
  reason text check (length(reason) between 1 and 500)
);

create index ask_record_worker on ask_record (provider_id, worker, at);
create index ask_record_subject on ask_record (subject, id);

-- Support as it went, in one telling: the entries of the ledger say what it cost.
create table visit_outcome (
  week_id bigint not null,
  visit text not null,
  outcome text not null check (outcome in ('delivered', 'declined', 'ill', 'banked', 'provider')),
  started_at timestamp,
  minutes integer not null check (minutes >= 0),
  short_because text check (short_because in ('person', 'provider')),
  reason text check (length(reason) between 1 and 500),
  confirmed_at timestamptz not null,
  confirmed_by bigint not null,
  primary key (week_id, visit),
  foreign key (week_id, visit) references published_visit,
  constraint visit_outcome_given check ((outcome = 'delivered') = (started_at is not null) and (outcome = 'delivered' or minutes = 0)),
  constraint visit_outcome_why check (outcome = 'delivered' or reason is not null)
);

do $$
declare kept text;
begin
  foreach kept in array array['cover_terms', 'gap_share', 'ask_record', 'visit_outcome'] loop
    execute format('create trigger %1$s_append_only before update or delete on %1$s for each row execute function refuse_change()', kept);
    execute format('create trigger %1$s_no_truncate before truncate on %1$s for each statement execute function refuse_change()', kept);
  end loop;
end $$;

grant select, insert on cover_terms, gap_share, ask_record, visit_outcome to rostering_app;
grant select, insert, update on gap, offer, swap to rostering_app;
grant usage on all sequences in schema public to rostering_app;
