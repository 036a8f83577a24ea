-- A worker asks to be away, or offers to work besides; somebody answers, or the worker takes it back.
create table time_request (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  worker text not null check (length(worker) between 1 and 60),
  kind text not null check (kind in ('leave', 'extra_hours')),
  starts_at timestamp not null,
  ends_at timestamp not null check (ends_at > starts_at),
  note text check (length(note) between 1 and 500),
  asked_at timestamptz not null,
  asked_by bigint not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  answered_at timestamptz,
  answered_by bigint,
  answered_name text check (length(answered_name) between 1 and 120),
  answer text check (length(answer) between 1 and 500),
  constraint time_request_answered check ((state = 'asked') = (answered_at is null) and (state = 'asked') = (answered_by is null)),
  constraint time_request_refused check (state <> 'refused' or answer is not null)
);

create index time_request_open on time_request (provider_id, starts_at) where state = 'asked';
create index time_request_worker on time_request (provider_id, worker, starts_at);

-- An answer is final.
create trigger time_request_final before update or delete on time_request for each row when (old.state <> 'asked') execute function refuse_change();

grant select, insert, update on time_request to rostering_app;
grant usage on all sequences in schema public to rostering_app;
