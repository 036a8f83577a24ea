-- Providers, weeks, the problems they posed, the runs of the solver and the rotas that came of them.
-- Problems and rota versions are facts: they are added, never changed.

create table provider (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200)
);

create table week (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  starts_on date not null check (extract(isodow from starts_on) = 1),
  unique (provider_id, starts_on)
);

create table problem (
  id bigint generated always as identity primary key,
  week_id bigint not null references week,
  content bytea not null,
  content_hash bytea not null check (length(content_hash) = 32),
  recorded_at timestamptz not null,
  unique (id, week_id),
  unique (week_id, content_hash)
);

create table solve_run (
  id bigint generated always as identity primary key,
  problem_id bigint not null references problem,
  seconds double precision not null check (seconds > 0),
  seed integer not null,
  threads integer not null check (threads > 0),
  state text not null check (state in ('requested', 'running', 'done', 'failed')),
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  stopped_because text,
  failure text,
  check ((state = 'failed') = (failure is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);

create table rota_version (
  id bigint generated always as identity primary key,
  week_id bigint not null references week,
  problem_id bigint not null,
  solve_run_id bigint not null unique references solve_run,
  number integer not null check (number > 0),
  content bytea not null,
  hard bigint not null check (hard >= 0),
  uncovered bigint not null check (uncovered >= 0),
  soft bigint not null,
  bound_uncovered bigint,
  bound_soft bigint,
  visits integer not null,
  covered integer not null check (covered between 0 and visits),
  seconds double precision not null,
  recorded_at timestamptz not null,
  unique (week_id, number),
  foreign key (problem_id, week_id) references problem (id, week_id),
  check ((bound_uncovered is null) = (bound_soft is null))
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: add a new row instead of changing an old one', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger problem_append_only before update or delete on problem for each row execute function refuse_change();
create trigger problem_no_truncate before truncate on problem for each statement execute function refuse_change();
create trigger rota_version_append_only before update or delete on rota_version for each row execute function refuse_change();
create trigger rota_version_no_truncate before truncate on rota_version for each statement execute function refuse_change();
