-- Notices reach a device by the push service of its own browser. A gateway between the two is no longer used.

-- The key pair by which push services know who sends. It is made once: with another, every device would have to be added again.
create table access.push_key (
  id integer primary key default 1 check (id = 1),
  pkcs8 bytea not null check (length(pkcs8) > 0),
  made_at timestamptz not null
);

-- A browser in which an account wants notices: where its push service takes them, and what they are encrypted with.
create table notice_device (
  id bigint generated always as identity primary key,
  account_id bigint not null references access.user_account,
  name text not null check (length(name) between 1 and 60),
  endpoint text not null unique check (length(endpoint) between 10 and 1000),
  public_key bytea not null check (length(public_key) = 65),
  auth_secret bytea not null check (length(auth_secret) = 16),
  added_at timestamptz not null
);

create index notice_device_account on notice_device (account_id);

-- What nobody can do anything about after a while is not sent after it.
alter table message add column good_until timestamptz;

drop trigger message_wording on message;
create trigger message_wording before update on message for each row
  when ((old.provider_id, old.to_kind, old.to_id, old.channel, old.address, old.subject, old.body, old.link, old.created_at, old.good_until)
    is distinct from (new.provider_id, new.to_kind, new.to_id, new.channel, new.address, new.subject, new.body, new.link, new.created_at, new.good_until))
  execute function refuse_new_wording();

-- A gateway's code says nothing of a browser: whoever had one presses the button on their device.
delete from message_contact where channel = 'push';
alter table message_contact drop constraint message_contact_channel_check;
alter table message_contact add constraint message_contact_channel_check check (channel in ('mail', 'sms'));
update message set failed_at = now(), failure = 'Notices no longer go through a gateway.', claimed_until = null
  where channel = 'push' and sent_at is null and failed_at is null;

grant select, insert on access.push_key to rostering_app;
grant select, insert, delete on notice_device to rostering_app;
grant usage on all sequences in schema public to rostering_app;
