-- What a provider knows of its people, workers, teams, places, funds and the support asked for. A record is never changed: each change
-- is its next version, with who, when and why, and the head says which version holds.

create table record_version (
  provider_id bigint not null references provider,
  kind text not null check (kind in
    ('house', 'council', 'team', 'place', 'person', 'fund', 'worker', 'request', 'date_change', 'pin')),
  id text not null check (length(id) between 1 and 120),
  version integer not null check (version > 0),
  content jsonb check (jsonb_typeof(content) = 'object'), -- null: removed
  changed_by bigint not null,
  by_name text not null check (length(by_name) between 1 and 120),
  changed_at timestamptz not null,
  why text not null check (length(why) between 1 and 500),
  primary key (provider_id, kind, id, version)
);

create table record_head (
  provider_id bigint not null,
  kind text not null,
  id text not null,
  version integer not null,
  primary key (provider_id, kind, id),
  foreign key (provider_id, kind, id, version) references record_version
);

create index record_version_changed on record_version (provider_id, changed_at);

-- The head follows its versions by itself, one at a time: whoever saw an older version than the newest cannot add to it.
create function follow_record() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.version = 1 then
    insert into record_head (provider_id, kind, id, version) values (new.provider_id, new.kind, new.id, 1);
  else
    update record_head set version = new.version
    where provider_id = new.provider_id and kind = new.kind and id = new.id and version = new.version - 1;
    if not found then
      raise exception '% % has no version % to follow', new.kind, new.id, new.version - 1 using errcode = 'serialization_failure';
    end if;
  end if;
  return null;
end $$;

create trigger record_version_followed after insert on record_version for each row execute function follow_record();
create trigger record_version_append_only before update or delete on record_version for each row execute function refuse_change();
create trigger record_version_no_truncate before truncate on record_version for each statement execute function refuse_change();

grant select, insert on record_version to rostering_app;
grant select on record_head to rostering_app;
