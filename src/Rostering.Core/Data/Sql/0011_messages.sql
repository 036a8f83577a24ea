-- What people are told. A message is written in the transaction of whatever it tells of: it is in its reader's inbox from that
-- moment, and the sender copies it to the channels that the reader has asked for.

create table message (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  to_kind text not null check (to_kind in ('worker', 'person', 'user')),
  to_id text not null check (length(to_id) between 1 and 60),
  channel text not null default 'inbox' check (channel in ('inbox', 'mail', 'sms', 'push')),
  address text check (length(address) between 3 and 200),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
  body text not null check (length(body) between 1 and 4000),
  link text check (link ~ '^/[^/]' or link = '/'),
  created_at timestamptz not null,
  send_after timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  claimed_until timestamptz,
  may_repeat boolean not null default false,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text check (length(failure) > 0),
  read_at timestamptz,
  constraint message_address check ((channel = 'inbox') = (address is null)),
  constraint message_end check (sent_at is null or failed_at is null),
  constraint message_failure check (failed_at is null or failure is not null),
  constraint message_read check (read_at is null or channel = 'inbox')
);

create index message_inbox on message (provider_id, to_kind, to_id, id) where channel = 'inbox';
create index message_to_send on message (send_after, id) where sent_at is null and failed_at is null;

-- Where a reader wants messages beside the inbox.
create table message_contact (
  provider_id bigint not null references provider,
  to_kind text not null check (to_kind in ('worker', 'person', 'user')),
  to_id text not null check (length(to_id) between 1 and 60),
  channel text not null check (channel in ('mail', 'sms', 'push')),
  address text not null check (length(address) between 3 and 200 and address !~ '[\r\n]'),
  primary key (provider_id, to_kind, to_id, channel)
);

-- What was written stays as it was written; what became of it is all that changes.
create function refuse_new_wording() returns trigger language plpgsql as $$
begin
  raise exception 'message % was written already: send another instead of changing it', old.id using errcode = 'restrict_violation';
end $$;

create trigger message_wording before update on message for each row
  when ((old.provider_id, old.to_kind, old.to_id, old.channel, old.address, old.subject, old.body, old.link, old.created_at)
    is distinct from (new.provider_id, new.to_kind, new.to_id, new.channel, new.address, new.subject, new.body, new.link, new.created_at))
  execute function refuse_new_wording();

grant select, insert, update on message to rostering_app;
grant select, insert, update, delete on message_contact to rostering_app;
grant usage on all sequences in schema public to rostering_app;
