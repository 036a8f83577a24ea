-- Whose the funds are, and what their councils' terms say. What is personal is kept here, outside the ledger and its hashes,
-- and can be corrected and erased.

create table council (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  name text not null check (length(name) between 1 and 120),
  contact text not null check (length(contact) between 1 and 200)
);

-- A council's terms from a day on; content is a FundTerms document of Rostering.Ledger.
create table council_profile (
  council_id text not null references council,
  effective_from date not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  source text not null check (length(source) between 1 and 200),
  reviewed_by text not null check (length(reviewed_by) between 1 and 60),
  recorded_at timestamptz not null,
  primary key (council_id, effective_from)
);

create table fund_holder (
  fund_id integer primary key references ledger.fund check (fund_id > 0),
  provider_id bigint not null references provider,
  organisation integer not null references ledger.fund check (organisation < 0),
  person text not null check (length(person) between 1 and 60),
  name text not null check (length(name) between 1 and 120),
  council_id text not null references council,
  purchase_order text not null check (length(purchase_order) between 1 and 60),
  funding_option text not null check (length(funding_option) between 1 and 120),
  year_starts_on date not null,
  pictures boolean not null,
  unique (provider_id, person)
);

create index fund_holder_provider on fund_holder (provider_id, name);

create trigger council_profile_append_only before update or delete on council_profile for each row execute function refuse_change();
create trigger council_profile_no_truncate before truncate on council_profile for each statement execute function refuse_change();

-- The application reads and writes its own tables; it neither makes nor drops any, and of the ledger it has only what 0002 gave.
grant usage on schema public to rostering_app;
grant select, insert, update on provider, week, problem, solve_run, rota_version, council, council_profile, fund_holder to rostering_app;
grant usage on all sequences in schema public to rostering_app;
