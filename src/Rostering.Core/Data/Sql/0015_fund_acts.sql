-- What finance does with funds by hand and a second person has to check, and whose the money is that arrived.

create table asked_fund_act (
  id bigint generated always as identity primary key,
  provider_id bigint not null references provider,
  fund_id integer not null references fund_holder,
  kind text not null check (length(kind) between 1 and 40),
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  asked_at timestamptz not null,
  asked_by bigint not null,
  asked_name text not null check (length(asked_name) between 1 and 120),
  state text not null check (state in ('asked', 'done', 'turned_down')),
  answered_at timestamptz,
  answered_by bigint,
  answered_name text check (length(answered_name) between 1 and 120),
  answer text check (length(answer) between 1 and 500),
  constraint asked_fund_act_answered check ((state = 'asked') = (answered_at is null) and (state = 'asked') = (answered_by is null)),
  constraint asked_fund_act_turned_down check ((state = 'turned_down') = (answer is not null)),
  constraint asked_fund_act_two_people check (state <> 'done' or answered_by <> asked_by)
);

create index asked_fund_act_open on asked_fund_act (provider_id, id) where state = 'asked';

-- An answer is final, and what was asked stays as it was asked.
create function refuse_other_fund_act() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'asked'
    or (new.provider_id, new.fund_id, new.kind, new.fields, new.asked_at, new.asked_by, new.asked_name)
      is distinct from (old.provider_id, old.fund_id, old.kind, old.fields, old.asked_at, old.asked_by, old.asked_name)
  then
    raise exception 'what was asked of fund % is not changed, and an answer is final', old.fund_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger asked_fund_act_final before update or delete on asked_fund_act for each row execute function refuse_other_fund_act();
create trigger asked_fund_act_no_truncate before truncate on asked_fund_act for each statement execute function refuse_change();

-- The ledger knows what arrived and from whom; whose bank it reached is kept here, since a council pays many providers.
create table remittance_holder (
  remittance_id bigint primary key references ledger.remittance,
  provider_id bigint not null references provider
);

create index remittance_holder_provider on remittance_holder (provider_id);

-- Of what arrived before, whoever has claimed a part is the one whom it reached; the rest counts to the first provider with a fund of
-- that payer, since nobody wrote down more.
insert into remittance_holder (remittance_id, provider_id)
select r.id, coalesce(
  (select min(h.provider_id) from ledger.entry e join fund_holder h on e.fund_id in (h.fund_id, h.organisation) where e.remittance = r.id),
  (select min(h.provider_id) from fund_holder h where r.payer in (h.council_id, h.person)),
  (select min(id) from provider))
from ledger.remittance r where exists (select from provider);

create trigger remittance_holder_append_only before update or delete on remittance_holder for each row execute function refuse_change();
create trigger remittance_holder_no_truncate before truncate on remittance_holder for each statement execute function refuse_change();

grant select, insert, update on asked_fund_act to rostering_app;
grant select, insert on remittance_holder to rostering_app;
grant usage on all sequences in schema public to rostering_app;
