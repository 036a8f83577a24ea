-- Who may come in, by which ways, and with which roles. What each role may do is decided by the application, in one table of its code.

create schema access;

create table access.user_account (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  name text not null check (length(name) between 1 and 120),
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 3 and 200),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array[
    'ServiceManager', 'TeamLeader', 'Finance', 'Hr', 'Worker', 'Person', 'Representative', 'Auditor', 'Administrator']),
  teams text[] not null,
  worker_id text check (length(worker_id) between 1 and 60),
  person_ids text[] not null,
  security_stamp text not null check (length(security_stamp) > 0),
  password_hash text,
  -- Encrypted by the application.
  authenticator_key text,
  second_step boolean not null,
  -- Hashes; each is removed when it is used.
  recovery_codes text[] not null,
  failed_attempts integer not null check (failed_attempts >= 0),
  locked_until timestamptz,
  disabled_at timestamptz,
  constraint user_account_authenticator check (not second_step or authenticator_key is not null),
  -- A password alone lets nobody in.
  constraint user_account_second_step check (password_hash is null or second_step),
  constraint user_account_worker check ('Worker' <> all (roles) or worker_id is not null),
  constraint user_account_person check (not roles && array['Person', 'Representative'] or cardinality(person_ids) > 0)
);

create index user_account_provider on access.user_account (provider_id, name);

-- The name of the account that others know by an id without a name, such as u7; that id itself where there is no such account.
create function access.name_of(p_id text) returns text language sql stable as $$
  select coalesce((select name from access.user_account where id = substring(p_id from '^u([0-9]{1,18})$')::bigint), p_id)
$$;

create table access.passkey (
  credential_id bytea primary key check (length(credential_id) between 1 and 1024),
  account_id bigint not null references access.user_account,
  name text check (length(name) between 1 and 60),
  public_key bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null,
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation bytea not null,
  client_data bytea not null,
  made_at timestamptz not null
);

create index passkey_account on access.passkey (account_id);

-- A link lets its bearer in once. Its secret is shown when it is made and kept nowhere: here is only its hash.
create table access.sign_in_link (
  id bigint generated always as identity primary key,
  account_id bigint not null references access.user_account,
  purpose text not null check (purpose in ('SignIn', 'Invitation')),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz
);

create index sign_in_link_account on access.sign_in_link (account_id);

-- The keys that cookies and authenticator keys are encrypted with, so that every web host reads what another wrote.
create table access.protection_key (
  name text primary key check (length(name) between 1 and 200),
  xml text not null
);

grant usage on schema access to rostering_app;
grant select, insert, update on access.user_account, access.sign_in_link to rostering_app;
grant select, insert, update, delete on access.passkey to rostering_app;
grant select, insert on access.protection_key to rostering_app;
grant usage on all sequences in schema access to rostering_app;
