-- What workers tell of their visits, that they came and left, and whose calendar may show whose visits.

-- How long before its start a worker may check in to a visit; from when on coming is late is in these terms already.
alter table cover_terms add column early_before_minutes integer not null default 30 check (early_before_minutes between 0 and 240);

-- A worker came to a visit, or left it.
create table attendance (
  id bigint generated always as identity primary key,
  week_id bigint not null,
  visit text not null,
  worker text not null check (length(worker) between 1 and 60),
  kind text not null check (kind in ('came', 'left')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by bigint not null,
  reason text check (length(reason) between 1 and 500),
  foreign key (week_id, visit) references published_visit,
  unique (week_id, visit, worker, kind),
  check (recorded_at >= at)
);

-- A worker had not come to a visit when they should have, and those who run the day were told.
create table late_alarm (
  week_id bigint not null,
  visit text not null,
  worker text not null,
  raised_at timestamptz not null,
  primary key (week_id, visit, worker),
  foreign key (week_id, visit) references published_visit
);

-- An address at which a calendar program finds somebody's visits. Only a hash of its secret is kept.
create table calendar_feed (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  of_kind text not null check (of_kind in ('worker', 'person')),
  of_id text not null check (length(of_id) between 1 and 60),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  made_at timestamptz not null,
  made_by bigint not null,
  revoked_at timestamptz,
  revoked_by bigint,
  constraint calendar_feed_revoked check ((revoked_at is null) = (revoked_by is null))
);

create index calendar_feed_of on calendar_feed (provider_id, of_kind, of_id);

create trigger late_alarm_append_only before update or delete on late_alarm for each row execute function refuse_change();
create trigger late_alarm_no_truncate before truncate on late_alarm for each statement execute function refuse_change();
create trigger attendance_append_only before update or delete on attendance for each row execute function refuse_change();
create trigger attendance_no_truncate before truncate on attendance for each statement execute function refuse_change();

-- A revocation is final.
create trigger calendar_feed_final before update or delete on calendar_feed for each row when (old.revoked_at is not null) execute function refuse_change();

grant select, insert on attendance, late_alarm to rostering_app;
grant select, insert, update on calendar_feed to rostering_app;
grant usage on all sequences in schema public to rostering_app;
