-- How a week comes to be planned: runs that a job carries out, the draft that people move by hand, those who were asked, and
-- what was published and promised from the funds. Facts are added, never changed.

-- A run is asked for in the transaction of its problem; a job of whichever machine takes it up from here.
alter table solve_run
  add focus text not null default 'balanced' check (focus in ('balanced', 'familiar', 'cost', 'changes')),
  add by_job boolean not null default false,
  add requested_by bigint,
  add queued_at timestamptz,
  add stop_requested_at timestamptz,
  add attempts integer not null default 0 check (attempts >= 0);

create index solve_run_waiting on solve_run (id) where by_job and queued_at is null;

-- How a run got on, so that any web host can show it. A run that another machine took over begins a new attempt.
create table solve_step (
  solve_run_id bigint not null references solve_run,
  attempt integer not null check (attempt > 0),
  number integer not null check (number > 0),
  at timestamptz not null,
  elapsed_seconds double precision not null,
  phase text not null,
  hard bigint not null,
  uncovered bigint not null,
  soft bigint not null,
  visits_uncovered integer not null,
  bound_uncovered bigint,
  bound_soft bigint,
  primary key (solve_run_id, attempt, number)
);

-- The rota that a week's board begins from. The newest row of a week is its draft.
create table draft (
  id bigint generated always as identity primary key,
  week_id bigint not null references week,
  rota_version_id bigint not null references rota_version,
  begun_at timestamptz not null,
  begun_by bigint not null,
  unique (id, week_id)
);

create index draft_week on draft (week_id, id);

-- What was changed by hand: one visit from one state to another. To undo a move is a move as well.
create table rota_move (
  draft_id bigint not null references draft,
  number integer not null check (number > 0),
  visit text not null,
  from_start timestamp,
  from_workers text[] not null,
  from_pinned boolean not null,
  to_start timestamp,
  to_workers text[] not null,
  to_pinned boolean not null,
  undoes integer,
  made_at timestamptz not null,
  made_by bigint not null,
  by_name text not null,
  primary key (draft_id, number),
  foreign key (draft_id, undoes) references rota_move,
  unique (draft_id, undoes),
  check (undoes < number),
  check ((from_start is null) = (cardinality(from_workers) = 0)),
  check ((to_start is null) = (cardinality(to_workers) = 0)),
  check (not to_pinned or to_start is not null)
);

-- The visits that stand pinned by hand in the newest draft of each week.
create view pinned_visit as
select week_id, visit, start, workers from (
  select distinct on (d.week_id, m.visit) d.week_id, m.visit, m.to_start as start, m.to_workers as workers, m.to_pinned as pinned
  from rota_move m join (select distinct on (week_id) id, week_id from draft order by week_id, id desc) d on d.id = m.draft_id
  order by d.week_id, m.visit, m.number desc) as latest
where pinned;

-- The draft as it was sent to those whom it concerns.
create table consultation (
  id bigint generated always as identity primary key,
  week_id bigint not null references week,
  draft_id bigint not null references draft,
  moves integer not null check (moves >= 0),
  problem_id bigint not null references problem,
  content bytea not null,
  sent_at timestamptz not null,
  sent_by bigint not null,
  answer_by timestamptz not null check (answer_by > sent_at)
);

create index consultation_week on consultation (week_id, id);

-- What a worker or a person says of a visit of theirs. Of several answers to one visit the last one counts.
create table consult_answer (
  id bigint generated always as identity primary key,
  consultation_id bigint not null references consultation,
  from_kind text not null check (from_kind in ('worker', 'person')),
  from_id text not null,
  visit text not null,
  answer text not null check (answer in ('yes', 'no', 'wish')),
  reason text check (length(reason) between 1 and 500),
  worker text,
  wished_start timestamp,
  answered_at timestamptz not null,
  answered_by bigint not null,
  constraint consult_answer_no_reason check (answer <> 'no' or reason is not null),
  constraint consult_answer_wish check ((answer = 'wish') = (worker is not null or wished_start is not null) or answer = 'no')
);

create index consult_answer_consultation on consult_answer (consultation_id, from_kind, from_id, visit, id);

-- A rota as it was shown and promised. The newest one of a week holds unless it was retracted.
create table publication (
  id bigint generated always as identity primary key,
  week_id bigint not null references week,
  number integer not null check (number > 0),
  problem_id bigint not null,
  rota_version_id bigint not null references rota_version,
  draft_id bigint references draft,
  moves integer not null check (moves >= 0),
  content bytea not null,
  published_at timestamptz not null,
  published_by bigint not null,
  frozen_until timestamp not null,
  retracted_at timestamptz,
  retracted_by bigint,
  retract_reason text check (length(retract_reason) between 1 and 500),
  unique (week_id, number),
  foreign key (problem_id, week_id) references problem (id, week_id),
  check ((retracted_at is null) = (retracted_by is null) and (retracted_at is null) = (retract_reason is null))
);

-- Rules that a publication breaks, each with who answers for it and why.
create table rule_approval (
  publication_id bigint not null references publication,
  number integer not null check (number > 0),
  rule text not null,
  worker text,
  visit text,
  sentence text not null,
  approved_by bigint not null,
  approved_name text not null,
  why text not null check (length(why) between 1 and 500),
  primary key (publication_id, number)
);

-- Where each visit of a published week stands: a visit without workers is a gap that people know of.
create table published_visit (
  week_id bigint not null references week,
  visit text not null,
  publication_id bigint not null references publication,
  starts_at timestamp not null,
  minutes integer not null check (minutes > 0),
  team text not null,
  place text not null,
  kind text not null,
  seats integer not null check (seats > 0),
  people text[] not null,
  workers text[] not null,
  change_agreed boolean not null default false,
  state text not null check (state in ('planned', 'under_way', 'delivered', 'not_delivered', 'withdrawn')),
  primary key (week_id, visit)
);

create index published_visit_start on published_visit (starts_at);

-- What is promised from a fund to a published visit: an entry of the kind commit, until another entry resolves it.
create table reservation (
  week_id bigint not null,
  visit text not null,
  fund_id integer not null,
  seq integer not null,
  pence bigint not null check (pence >= 0),
  minutes bigint not null check (minutes >= 0),
  resolved_by_seq integer check (resolved_by_seq > seq),
  primary key (week_id, visit, fund_id, seq),
  foreign key (week_id, visit) references published_visit,
  foreign key (fund_id, seq) references ledger.entry,
  foreign key (fund_id, resolved_by_seq) references ledger.entry
);

create unique index reservation_open on reservation (week_id, visit, fund_id) where resolved_by_seq is null;

do $$
declare kept text;
begin
  foreach kept in array array['solve_step', 'draft', 'rota_move', 'consultation', 'consult_answer', 'rule_approval'] loop
    execute format('create trigger %1$s_append_only before update or delete on %1$s for each row execute function refuse_change()', kept);
    execute format('create trigger %1$s_no_truncate before truncate on %1$s for each statement execute function refuse_change()', kept);
  end loop;
end $$;

-- A publication is retracted once; nothing else of it changes.
create trigger publication_no_delete before delete on publication for each row execute function refuse_change();
create trigger publication_no_truncate before truncate on publication for each statement execute function refuse_change();
create trigger publication_append_only before update on publication for each row
  when (old.retracted_at is not null
    or (old.id, old.week_id, old.number, old.problem_id, old.rota_version_id, old.draft_id, old.moves, old.content, old.published_at, old.published_by, old.frozen_until)
      is distinct from (new.id, new.week_id, new.number, new.problem_id, new.rota_version_id, new.draft_id, new.moves, new.content, new.published_at, new.published_by, new.frozen_until))
  execute function refuse_change();

grant select, insert on solve_step, draft, rota_move, consultation, consult_answer, rule_approval to rostering_app;
grant select on pinned_visit to rostering_app;
grant select, insert, update on publication, published_visit, reservation to rostering_app;
grant usage on all sequences in schema public to rostering_app;
