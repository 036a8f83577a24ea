-- Who changed what, when and why. Written in the transaction of the change; nobody changes or removes a line of it.

create table audit_entry (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  at timestamptz not null,
  user_id bigint not null,
  by_name text not null check (length(by_name) between 1 and 120),
  what text not null check (what ~ '^[a-z-]+\.[a-z-]+$'),
  subject text not null check (length(subject) between 1 and 200),
  why text not null check (length(why) between 1 and 500),
  detail jsonb
);

create index audit_entry_subject on audit_entry (provider_id, subject, id);
create index audit_entry_at on audit_entry (provider_id, at);

create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();

grant select, insert on audit_entry to rostering_app;
grant usage on all sequences in schema public to rostering_app;
