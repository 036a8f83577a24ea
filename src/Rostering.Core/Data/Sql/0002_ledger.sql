-- The ledger. Every individual service fund has its own accounts, its own gapless sequence of entries and its own chain of
-- hashes; an entry belongs to one fund, so that no entry can move value between two. See docs/adr/0008 and docs/ledger.md.
--
-- Signs: a debit is positive, a credit negative. Units: pence (gbp) and minutes (min). Nothing personal is kept in here:
-- funds, workers and visits go by opaque ids, so that erasing a person's data never breaks a chain.

-- Roles belong to the whole server: another database of it may have made them, or be making them this moment.
do $$ begin create role rostering_ledger nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role rostering_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$
begin
  if not pg_has_role(current_user, 'rostering_ledger', 'member') then
    execute format('grant rostering_ledger to %I', current_user);
  end if;
end $$;

create schema ledger authorization rostering_ledger;
set local role rostering_ledger;

create type ledger.unit as enum ('gbp', 'min');

create type ledger.account as enum (
  -- what is held or claimed
  'cash', 'awarded', 'council_receivable', 'contribution_receivable', 'overspend', 'write_off',
  -- what is held for the person
  'main', 'contingency', 'bank', 'owed', 'committed',
  -- what is due to others
  'council_credit', 'refund_due', 'payable', 'bonus_payable',
  -- what the provider has earned and not yet withdrawn
  'support_earned', 'waiting_earned', 'variance_earned', 'charge_earned',
  -- the organisation's own
  'reserve');

create type ledger.entry_kind as enum (
  'award', 'uplift', 'cut', 'contribution', 'retain', 'draw', 'charge',
  'commit', 'release', 'expire', 'deliver', 'decline', 'absence', 'fail', 'make_good',
  'bank', 'use_bank', 'unbank', 'expire_bank', 'purchase', 'pay', 'bonus', 'gift',
  'invoice', 'receipt', 'refund', 'write_off', 'clawback', 'withdraw', 'settle_overspend', 'close_out', 'reversal',
  'endow', 'give', 'reserve_bonus');

-- What a column may hold is said by domains, whose checks PostgreSQL keeps ready; it parses a table's own at every statement.
create domain ledger.reference as text check (length(value) between 1 and 120 and strpos(value, '|') = 0 and strpos(value, e'\n') = 0);

create domain ledger.day as date check (value between '2000-01-01' and '2199-12-31');
create domain ledger.detail as jsonb check (jsonb_typeof(value) = 'object' and not jsonb_path_exists(value, '$.* ? (@.type() != "string" || @ == "")'));

create type ledger.holder as enum ('person', 'organisation');

-- The balances of all a fund's accounts in one array, so that posting writes one row and not one for each account: pence in
-- 1 to 20 and minutes in 21 to 40, both in the order of ledger.account; null where the fund has no such account; in 41 how far
-- the main balance may be overdrawn. The floors are those of the chart of accounts below.
create domain ledger.balances as bigint[] constraint account_floor check (
  value[1] >= 0 and 0 <= all (value[3:6]) and value[7] <= value[41] and 0 >= all (value[8:17]) and 0 >= all (value[19:20])
  and 0 >= all (value[29:31]) and 0 >= all (value[36:37]));

create function ledger.slot(account ledger.account, unit ledger.unit) returns integer language sql immutable as $$
  select array_position('{cash,awarded,council_receivable,contribution_receivable,overspend,write_off,main,contingency,bank,owed,committed,
    council_credit,refund_due,payable,bonus_payable,support_earned,waiting_earned,variance_earned,charge_earned,reserve}'::ledger.account[], account) + case unit when 'min' then 20 else 0 end
$$;

-- The chart of accounts. 'side' is 1 where a debit increases an account and -1 where a credit does; one that is 'floored'
-- never falls below its floor, which is nought but for a deficit that was agreed. 'slot' is its place among a fund's balances.
create table ledger.account_kind (
  account ledger.account not null,
  unit ledger.unit not null,
  holder ledger.holder not null,
  side smallint not null check (side in (-1, 1)),
  floored boolean not null,
  slot integer not null generated always as (ledger.slot(account, unit)) stored,
  primary key (holder, account, unit)
);

insert into ledger.account_kind (holder, account, unit, side, floored) values
  ('person', 'cash', 'gbp', 1, true),
  ('person', 'awarded', 'gbp', 1, false),
  ('person', 'awarded', 'min', 1, false),
  ('person', 'council_receivable', 'gbp', 1, true),
  ('person', 'contribution_receivable', 'gbp', 1, true),
  ('person', 'overspend', 'gbp', 1, true),
  ('person', 'write_off', 'gbp', 1, true),
  ('person', 'main', 'gbp', -1, true),
  ('person', 'main', 'min', -1, false),
  ('person', 'contingency', 'gbp', -1, true),
  ('person', 'bank', 'gbp', -1, true),
  ('person', 'bank', 'min', -1, true),
  ('person', 'owed', 'gbp', -1, true),
  ('person', 'owed', 'min', -1, true),
  ('person', 'committed', 'gbp', -1, true),
  ('person', 'committed', 'min', -1, true),
  ('person', 'council_credit', 'gbp', -1, true),
  ('person', 'refund_due', 'gbp', -1, true),
  ('person', 'payable', 'gbp', -1, true),
  ('person', 'bonus_payable', 'gbp', -1, true),
  ('person', 'support_earned', 'gbp', -1, true),
  ('person', 'support_earned', 'min', -1, true),
  ('person', 'waiting_earned', 'gbp', -1, true),
  ('person', 'waiting_earned', 'min', -1, true),
  ('person', 'variance_earned', 'gbp', -1, false),
  ('person', 'charge_earned', 'gbp', -1, true),
  ('organisation', 'cash', 'gbp', 1, true),
  ('organisation', 'reserve', 'gbp', -1, true),
  ('organisation', 'bonus_payable', 'gbp', -1, true);

-- What an entry of a kind is, has to say in its detail, and may debit and credit in either unit. Commitments are refused
-- where a fund cannot carry them. Facts are always recorded: what the main balance lacks for one goes to overspend, for all
-- to see. A reversal repeats another entry with the signs changed. Nothing but lines is to be checked of a 'plain' kind.
create table ledger.kind_rule (
  kind ledger.entry_kind primary key,
  nature text not null check (nature in ('commitment', 'fact')),
  two_people boolean not null,
  plain boolean not null,
  detail text[] not null,
  pence_debited ledger.account[] not null,
  pence_credited ledger.account[] not null,
  minutes_debited ledger.account[] not null,
  minutes_credited ledger.account[] not null
);

insert into ledger.kind_rule values
  ('award', 'fact', false, true, '{from,to}', '{awarded,contribution_receivable,cash}', '{main,contingency}', '{awarded}', '{main}'),
  ('uplift', 'fact', false, true, '{from,to,reason}', '{awarded,contribution_receivable}', '{main,contingency}', '{awarded}', '{main}'),
  ('cut', 'fact', false, true, '{from,to,reason,noticeOn}', '{main,contingency,overspend}', '{awarded,contribution_receivable}', '{main}', '{awarded}'),
  ('contribution', 'fact', false, false, '{}', '{cash}', '{contribution_receivable}', '{}', '{}'),
  ('retain', 'commitment', true, true, '{reason}', '{main,contingency}', '{main,contingency}', '{}', '{}'),
  ('draw', 'commitment', true, false, '{reason,record}', '{contingency}', '{support_earned,waiting_earned}', '{}', '{}'),
  ('charge', 'commitment', false, false, '{sheet}', '{main}', '{charge_earned}', '{}', '{}'),
  ('commit', 'commitment', false, true, '{visit}', '{main}', '{committed}', '{main}', '{committed}'),
  ('release', 'fact', false, false, '{reason}', '{committed}', '{main}', '{committed}', '{main}'),
  ('expire', 'fact', false, false, '{}', '{committed}', '{main}', '{committed}', '{main}'),
  ('deliver', 'fact', false, true, '{visit}', '{committed,main,overspend}', '{support_earned,main}', '{committed,main}', '{support_earned,main}'),
  ('decline', 'fact', false, true, '{visit,reason}', '{committed,main,overspend}', '{waiting_earned,main}', '{committed,main}', '{waiting_earned,main}'),
  ('absence', 'fact', false, true, '{visit,record}', '{committed,main,overspend}', '{waiting_earned,main}', '{committed,main}', '{waiting_earned,main}'),
  ('fail', 'fact', false, true, '{visit,reason}', '{committed,main,overspend}', '{owed}', '{committed,main}', '{owed}'),
  ('make_good', 'fact', false, true, '{visit}', '{owed}', '{support_earned}', '{owed}', '{support_earned}'),
  ('bank', 'commitment', false, true, '{purpose,agreedBy,reinstateOn}', '{committed,main}', '{bank,main}', '{committed,main}', '{bank,main}'),
  ('use_bank', 'fact', false, false, '{visit}', '{bank,main,overspend,variance_earned}', '{support_earned,variance_earned,main}', '{bank}', '{support_earned}'),
  ('unbank', 'fact', false, false, '{reason}', '{bank}', '{main}', '{bank}', '{main}'),
  ('expire_bank', 'fact', false, false, '{reason}', '{bank}', '{main,refund_due}', '{bank}', '{main}'),
  ('purchase', 'commitment', false, true, '{what,outcome,agreedBy}', '{main,bank}', '{payable}', '{bank}', '{awarded}'),
  ('pay', 'commitment', false, true, '{}', '{payable,bonus_payable}', '{cash}', '{}', '{}'),
  ('bonus', 'commitment', true, false, '{saving,agreedBy}', '{main}', '{bonus_payable}', '{}', '{}'),
  ('gift', 'fact', false, false, '{reason}', '{cash}', '{main,overspend}', '{}', '{}'),
  ('invoice', 'fact', false, true, '{invoice}', '{council_receivable}', '{awarded}', '{}', '{}'),
  ('receipt', 'fact', false, false, '{}', '{cash}', '{council_receivable,council_credit}', '{}', '{}'),
  ('refund', 'commitment', true, true, '{reason}', '{refund_due,council_credit}', '{cash}', '{}', '{}'),
  ('write_off', 'fact', true, true, '{reason}', '{write_off}', '{council_receivable,contribution_receivable}', '{}', '{}'),
  ('clawback', 'commitment', false, true, '{reason}', '{main}', '{refund_due}', '{}', '{}'),
  ('withdraw', 'commitment', false, true, '{}', '{support_earned,waiting_earned,variance_earned,charge_earned}', '{cash,variance_earned}', '{}', '{}'),
  ('settle_overspend', 'commitment', false, true, '{}', '{main}', '{overspend}', '{}', '{}'),
  ('close_out', 'commitment', true, true, '{to,reason}', '{main,contingency,bank,owed}', '{cash,awarded,council_receivable,contribution_receivable}', '{main,bank,owed,awarded}', '{main,awarded}'),
  ('reversal', 'fact', true, false, '{reason}', '{}', '{}', '{}', '{}'),
  ('endow', 'fact', false, false, '{}', '{cash}', '{reserve}', '{}', '{}'),
  ('give', 'commitment', false, true, '{reason}', '{reserve}', '{cash}', '{}', '{}'),
  ('reserve_bonus', 'commitment', true, true, '{reason}', '{reserve}', '{bonus_payable}', '{}', '{}');

-- A fund and the head of its chain. The row is what writers of the fund lock, funds in the order of their ids; those of
-- organisations are negative.
create table ledger.fund (
  id integer primary key,
  holder ledger.holder not null,
  opened_on date not null,
  closed_on date,
  locked_through date not null,
  terms integer,
  terms_from date,
  balances ledger.balances not null,
  seq integer not null default 0,
  head bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  recorded_at timestamptz not null default '-infinity',
  hash bytea
) with (fillfactor = 50);

-- What holds for a fund from a day on: its council's terms with the fund's own exceptions, written out in full.
create table ledger.terms (
  fund_id integer not null references ledger.fund,
  version integer not null check (version > 0),
  effective_from date not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  charge_agreed boolean not null,
  bonus_agreed boolean not null,
  reason text not null check (length(reason) between 1 and 200),
  recorded_by text not null check (length(recorded_by) between 1 and 60),
  recorded_at timestamptz not null default clock_timestamp(),
  hash bytea,
  primary key (fund_id, version)
);

-- Money that arrived, as the bank shows it. What no fund has claimed stays visible: pence less allocated.
create table ledger.remittance (
  id bigint generated always as identity primary key,
  payer text not null check (length(payer) between 1 and 60),
  reference text not null check (length(reference) between 1 and 60),
  received_on date not null,
  pence bigint not null check (pence > 0),
  allocated bigint not null default 0,
  recorded_by text not null check (length(recorded_by) between 1 and 60),
  recorded_at timestamptz not null default clock_timestamp(),
  hash bytea,
  unique (payer, reference),
  constraint remittance_allocated check (allocated between 0 and pence)
);

create view ledger.account_balance as
select f.id as fund_id, k.account, k.unit, k.holder, k.side, f.balances[k.slot] as balance,
  case when k.account = 'main' and k.unit = 'gbp' then -f.balances[41] when k.floored then 0 end as floor
from ledger.fund f join ledger.account_kind k using (holder);

-- An entry has its lines with it, the four arrays side by side: what an account of the fund changed by, and came to. So it is
-- one row, whole or not there at all, and no line can stray to another entry or fund.
create table ledger.entry (
  fund_id integer not null,
  seq integer not null,
  kind ledger.entry_kind not null,
  effective_on ledger.day not null,
  recorded_at timestamptz not null,
  terms integer,
  resolves integer,
  reverses integer,
  tranche integer,
  twin_fund integer,
  twin_seq integer,
  relates_to ledger.day,
  remittance bigint,
  key ledger.reference not null,
  evidence ledger.reference not null,
  made_by ledger.reference not null,
  checked_by ledger.reference,
  detail ledger.detail not null,
  accounts ledger.account[] not null,
  units ledger.unit[] not null,
  amounts bigint[] not null,
  balances bigint[] not null,
  request_hash bytea not null,
  hash bytea not null,
  primary key (fund_id, seq),
  constraint entry_key unique (fund_id, key)
);

-- The lines of all entries, one a row.
create view ledger.posting as
select e.fund_id, e.seq, l.line::smallint as line, l.account, l.unit, e.effective_on::date, l.amount, l.balance
from ledger.entry e, unnest(e.accounts, e.units, e.amounts, e.balances) with ordinality as l (account, unit, amount, balance, line);

-- An entry is resolved once, reversed once and mirrored by one gift. A commitment stands again when what resolved it is reversed.
create table ledger.link (
  fund_id integer not null,
  seq integer not null,
  role text not null check (role in ('resolves', 'reverses', 'twin')),
  by_fund integer not null,
  by_seq integer not null,
  primary key (fund_id, seq, role),
  foreign key (fund_id, seq) references ledger.entry,
  foreign key (by_fund, by_seq) references ledger.entry
);

-- What is left of each amount that was banked at one time for one purpose.
create table ledger.tranche (
  fund_id integer not null,
  seq integer not null,
  pence bigint not null,
  minutes bigint not null,
  primary key (fund_id, seq),
  foreign key (fund_id, seq) references ledger.entry,
  constraint tranche_left check (pence >= 0 and minutes >= 0)
);

-- A period that was closed, with the balances that it closed with.
create table ledger.closing (
  fund_id integer not null references ledger.fund,
  through date not null,
  seq integer not null check (seq >= 0),
  closed_by text not null check (length(closed_by) between 1 and 60),
  recorded_at timestamptz not null default clock_timestamp(),
  hash bytea,
  primary key (fund_id, through)
);

create table ledger.closing_balance (
  fund_id integer not null,
  through date not null,
  account ledger.account not null,
  unit ledger.unit not null,
  balance bigint not null,
  primary key (fund_id, through, account, unit),
  foreign key (fund_id, through) references ledger.closing
);

-- How far a fund's main balance may be overdrawn, with whose agreement. Without a row: not at all.
create table ledger.deficit (
  fund_id integer not null references ledger.fund,
  number integer not null check (number > 0),
  pence bigint not null check (pence >= 0),
  reason text not null check (length(reason) between 1 and 200),
  made_by text not null check (length(made_by) between 1 and 60),
  checked_by text not null check (length(checked_by) between 1 and 60),
  recorded_at timestamptz not null default clock_timestamp(),
  hash bytea,
  primary key (fund_id, number),
  constraint deficit_two_people check (made_by <> checked_by)
);

-- What people said beside the entries is chained as well: a row's hash is taken of the hash of the row before it, where there is
-- one, and of all its columns but those that go on changing. Arguments: which rows come before, in which order, and those columns.
create function ledger.chain_row() returns trigger
language plpgsql security definer set search_path = ledger, pg_temp set timezone = 'UTC' as $$
declare previous bytea;
begin
  execute format('select hash from %I where %s order by %I desc limit 1', tg_table_name, tg_argv[0], tg_argv[1]) into previous using new;
  new.hash := (
    select sha256(coalesce(previous, decode(repeat('00', 32), 'hex'))
      || convert_to(string_agg(concat(key, ' ', octet_length(value), ' ', value), e'\n' order by key collate "C"), 'UTF8'))
    from jsonb_each_text(to_jsonb(new) - tg_argv[2]::text[]));
  return new;
end $$;

-- As a check of the table this would be parsed anew for every entry, which writes its fund's row.
create function ledger.refuse_number() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = 'fund_numbered',
    message = format('%s is no number of a fund of a %s: those of people are above nought, those of organisations below', new.id, new.holder);
end $$;

create trigger fund_numbered before insert on ledger.fund for each row
  when (new.id = 0 or (new.holder = 'organisation') <> (new.id < 0)) execute function ledger.refuse_number();
create trigger fund_chained before insert or update of closed_on on ledger.fund for each row
  execute function ledger.chain_row('false', 'id', '{hash,locked_through,terms,terms_from,balances,seq,head,recorded_at}');
create trigger terms_chained before insert on ledger.terms for each row execute function ledger.chain_row('fund_id = $1.fund_id', 'version', '{hash}');
create trigger deficit_chained before insert on ledger.deficit for each row execute function ledger.chain_row('fund_id = $1.fund_id', 'number', '{hash}');
create trigger closing_chained before insert on ledger.closing for each row execute function ledger.chain_row('fund_id = $1.fund_id', 'through', '{hash}');
create trigger remittance_chained before insert on ledger.remittance for each row execute function ledger.chain_row('true', 'id', '{hash,allocated}');

-- Refusals carry a code of their own (LR…) and name the fund, so that callers can tell people what to do.
create function ledger.refuse(code text, reason text, facts jsonb) returns void language plpgsql as $$
begin
  raise exception using errcode = code, message = reason, detail = facts::text;
end $$;

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only: post a reversal instead of changing what is recorded', tg_table_name
    using errcode = 'restrict_violation';
end $$;

do $$
declare kept text;
begin
  foreach kept in array array['entry', 'link', 'terms', 'closing', 'closing_balance', 'deficit', 'account_kind', 'kind_rule'] loop
    execute format('create trigger %I before update or delete on ledger.%I for each row execute function ledger.refuse_change()', kept || '_append_only', kept);
  end loop;
  foreach kept in array array['fund', 'remittance', 'tranche'] loop
    execute format('create trigger %I before delete on ledger.%I for each row execute function ledger.refuse_change()', kept || '_stays', kept);
  end loop;
  foreach kept in array array['entry', 'link', 'terms', 'closing', 'closing_balance', 'deficit', 'account_kind', 'kind_rule',
      'fund', 'remittance', 'tranche'] loop
    execute format('create trigger %I before truncate on ledger.%I for each statement execute function ledger.refuse_change()', kept || '_no_truncate', kept);
  end loop;
end $$;

-- Entries and balances are written by ledger.post_all alone, which acts as rostering_ledger. PostgreSQL parses a trigger's WHEN anew for
-- every statement, which costs more than to ask in here.
create function ledger.refuse_write() returns trigger language plpgsql as $$
begin
  if current_user <> 'rostering_ledger' then
    raise exception 'ledger.% is written by ledger.post alone', tg_table_name using errcode = 'LR010';
  end if;
  return null;
end $$;

create trigger entry_by_post before insert on ledger.entry for each statement execute function ledger.refuse_write();
create trigger fund_by_post before update on ledger.fund for each statement execute function ledger.refuse_write();

-- What must hold of an entry. The lines are gone through one by one: preparing a query of them costs twice what this does. What is
-- not well is found out afterwards.
create function ledger.check_entry() returns trigger language plpgsql as $$
declare
  r ledger.kind_rule;
  pence bigint := 0;
  minutes bigint := 0;
  state integer; -- of its worst line: 0 is refused, 1 has references to be checked, 2 is all that is to be said
begin
  select * into r from ledger.kind_rule where kind = new.kind;
  for i in 1 .. greatest(cardinality(new.accounts), cardinality(new.units), cardinality(new.amounts)) loop
    if new.units[i] = 'gbp' then
      pence := pence + new.amounts[i];
    else
      minutes := minutes + new.amounts[i];
    end if;
    state := least(state, case
      when new.kind = 'reversal' then 1
      when (new.amounts[i] <> 0 and new.accounts[i] = any (case when new.units[i] = 'gbp'
        then case when new.amounts[i] > 0 then r.pence_debited else r.pence_credited end
        else case when new.amounts[i] > 0 then r.minutes_debited else r.minutes_credited end end)) is not true then 0
      when r.plain and (new.amounts[i] < 0 or new.accounts[i] not in ('committed', 'bank', 'cash')) then 2
      else 1 end);
  end loop;
  if state is null or state = 0 or (pence = 0 and minutes = 0) is not true or (new.fund_id > 0 and new.terms is null)
    or not new.detail ?& r.detail or (r.two_people and (new.checked_by = new.made_by) is not false)
  then
    perform ledger.refuse_entry(new);
  elsif state = 1 or num_nonnulls(new.resolves, new.reverses, new.tranche, new.twin_fund, new.twin_seq, new.remittance) > 0 then
    perform ledger.check_references(new);
  end if;
  return null;
end $$;

-- What an entry's lines add up to, and whether one strays from what its kind may do.
create function ledger.lines_of(p_fund integer, p_seq integer, r ledger.kind_rule,
  out lines bigint, out pence numeric, out minutes numeric, out strays boolean) language sql stable as $$
  select count(*), sum(case when unit = 'gbp' then amount else 0 end), sum(case when unit = 'min' then amount else 0 end),
    bool_or(amount = 0 or account <> all (case when unit = 'gbp'
      then case when amount > 0 then (r).pence_debited else (r).pence_credited end
      else case when amount > 0 then (r).minutes_debited else (r).minutes_credited end end))
  from ledger.posting where fund_id = p_fund and seq = p_seq
$$;

-- Says what is wrong with an entry.
create function ledger.refuse_entry(e ledger.entry) returns void language plpgsql as $$
declare
  r ledger.kind_rule;
  p record;
  facts jsonb := jsonb_build_object('fund', e.fund_id, 'entry', e.seq, 'kind', e.kind);
begin
  select * into r from ledger.kind_rule where kind = e.kind;
  select * into p from ledger.lines_of(e.fund_id, e.seq, r);
  if p.lines < 2 or p.pence <> 0 or p.minutes <> 0 then
    perform ledger.refuse('LR011', format('entry %s of fund %s does not balance: %s pence and %s minutes over', e.seq, e.fund_id, p.pence, p.minutes),
      facts || jsonb_build_object('pence', p.pence, 'minutes', p.minutes));
  elsif p.strays and e.kind <> 'reversal' then
    perform ledger.refuse('LR012', format('an entry of the kind %s may not move value between these accounts', e.kind), facts);
  elsif not e.detail ?& r.detail then
    perform ledger.refuse('LR014', format('an entry of the kind %s has to say: %s', e.kind, array_to_string(r.detail, ', ')), facts || jsonb_build_object('detail', to_jsonb(r.detail)));
  elsif e.fund_id > 0 and e.terms is null then
    perform ledger.refuse('LR015', format('fund %s has no terms for %s', e.fund_id, e.effective_on), facts || jsonb_build_object('date', e.effective_on));
  else
    perform ledger.refuse('LR023', format('an entry of the kind %s is checked by a second person', e.kind), facts);
  end if;
end $$;

-- What an entry refers to is there where its kind calls for it, and nowhere else.
create function ledger.check_references(e ledger.entry) returns void language plpgsql as $$
declare debited ledger.account[] := array(select account from ledger.posting where fund_id = e.fund_id and seq = e.seq and amount > 0);
begin
  if (e.kind = 'reversal') <> (e.reverses is not null)
    or (e.kind = 'gift') <> (e.twin_fund is not null)
    or (e.twin_fund is null) <> (e.twin_seq is null)
    or (e.kind in ('release', 'expire') and e.resolves is null)
    or (e.kind = 'reversal' and e.resolves is not null)
    or (e.kind <> 'reversal' and (e.tranche is not null) <> ('bank' = any (debited)))
    or (e.kind <> 'reversal' and (e.remittance is not null) <> ('cash' = any (debited) and e.kind <> 'gift'))
  then
    perform ledger.refuse('LR024', format('an entry of the kind %s lacks what it refers to: a remittance, a tranche, a twin or another entry', e.kind),
      jsonb_build_object('fund', e.fund_id, 'entry', e.seq, 'kind', e.kind));
  end if;
  if e.kind <> 'reversal' then
    perform ledger.check_resolution(e);
  end if;
  if e.kind in ('reversal', 'gift', 'draw', 'charge', 'bonus') then
    perform ledger.check_special(e);
  end if;
end $$;

-- A commitment is resolved once and whole. It stands again when the entry that resolved it is reversed.
create function ledger.check_resolution(e ledger.entry) returns void language plpgsql as $$
begin
  if e.resolves is null and not exists (select from ledger.posting where fund_id = e.fund_id and seq = e.seq and account = 'committed' and amount > 0) then
    return;
  end if;
  if e.resolves is null or exists (
    select from (
      select unit, sum(amount) as left_over from ledger.posting
      where fund_id = e.fund_id and seq in (e.seq, e.resolves) and account = 'committed' group by unit) as committed
    where left_over <> 0)
    or not exists (select from ledger.posting where fund_id = e.fund_id and seq = e.resolves and account = 'committed' and amount < 0)
  then
    perform ledger.refuse('LR016', format('entry %s of fund %s does not resolve exactly what entry %s committed', e.seq, e.fund_id, coalesce(e.resolves, 0)),
      jsonb_build_object('fund', e.fund_id, 'entry', e.seq, 'resolves', e.resolves));
  end if;
end $$;

create function ledger.check_special(e ledger.entry) returns void language plpgsql as $$
declare
  target ledger.entry;
  given ledger.posting;
begin
  case e.kind
  when 'reversal' then
    select * into target from ledger.entry where fund_id = e.fund_id and seq = e.reverses;
    if target.kind in ('reversal', 'commit', 'gift', 'give') then
      perform ledger.refuse('LR017', format('an entry of the kind %s is not reversed: release a commitment, post afresh what a reversal undid', target.kind),
        jsonb_build_object('fund', e.fund_id, 'entry', e.reverses, 'kind', target.kind));
    end if;
    if exists (select from ledger.posting where fund_id = e.fund_id and seq in (e.seq, e.reverses) group by account, unit having sum(amount) <> 0) then
      perform ledger.refuse('LR018', format('entry %s of fund %s does not undo entry %s exactly', e.seq, e.fund_id, e.reverses),
        jsonb_build_object('fund', e.fund_id, 'entry', e.seq, 'reverses', e.reverses));
    end if;
  when 'gift' then
    select * into target from ledger.entry where fund_id = e.twin_fund and seq = e.twin_seq;
    select * into given from ledger.posting where fund_id = e.twin_fund and seq = e.twin_seq and account = 'cash';
    if target.kind is distinct from 'give' or not exists (
      select from ledger.posting where fund_id = e.fund_id and seq = e.seq and account = 'cash' and amount = -given.amount)
    then
      perform ledger.refuse('LR019', format('the gift to fund %s has no equal counterpart in the organisation''s reserve', e.fund_id),
        jsonb_build_object('fund', e.fund_id, 'entry', e.seq));
    end if;
  when 'draw' then
    if coalesce(e.detail ->> 'reason', '') not in ('person ill', 'worker ill', 'emergency') then
      perform ledger.refuse('LR020', format('contingency is for illness and approved emergencies, not for ''%s''', e.detail ->> 'reason'),
        jsonb_build_object('fund', e.fund_id, 'reason', e.detail ->> 'reason'));
    end if;
  when 'charge' then
    if (select charge_agreed from ledger.terms where fund_id = e.fund_id and version = e.terms) is not true then
      perform ledger.refuse('LR021', format('the signed sheet of fund %s has no management charge', e.fund_id), jsonb_build_object('fund', e.fund_id));
    end if;
  when 'bonus' then
    if (select bonus_agreed from ledger.terms where fund_id = e.fund_id and version = e.terms) is not true
      or exists (select from ledger.posting where fund_id = e.fund_id and seq <= e.seq and account = 'owed' group by unit having sum(amount) <> 0)
    then
      perform ledger.refuse('LR022', format('no bonus from fund %s: it is not agreed, or support is still owed to the person', e.fund_id), jsonb_build_object('fund', e.fund_id));
    end if;
  end case;
end $$;

create trigger entry_holds after insert on ledger.entry for each row execute function ledger.check_entry();

-- Asking again for what was done already changes nothing and gives the same answer, so that a caller who lost it can ask again.
create function ledger.open_fund(p_fund integer, p_holder ledger.holder, p_opened_on ledger.day) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into fund (id, holder, opened_on, locked_through, balances)
  select p_fund, p_holder, p_opened_on, p_opened_on - 1, array_agg(case when s = 41 or k.slot is not null then 0 end order by s)
  from generate_series(1, 41) as s left join account_kind k on k.holder = p_holder and k.slot = s
  on conflict (id) do nothing;
  if not found and not exists (select from fund where id = p_fund and holder = p_holder and opened_on = p_opened_on) then
    perform refuse('LR002', format('fund %s was opened on another day', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  return p_fund;
end $$;

create function ledger.record_terms(p_fund integer, p_effective_from ledger.day, p_content jsonb, p_charge boolean, p_bonus boolean, p_reason text, p_by text)
returns integer language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  head fund;
  last terms;
begin
  select * into head from fund where id = p_fund and holder = 'person' for update;
  if not found then
    perform refuse('LR001', format('there is no fund %s of a person', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  select * into last from terms where fund_id = p_fund order by version desc limit 1;
  if (last.effective_from, last.content, last.charge_agreed, last.bonus_agreed, last.reason, last.recorded_by)
      is distinct from (p_effective_from, p_content, p_charge, p_bonus, p_reason, p_by) then
    if p_effective_from <= head.locked_through and head.opened_on <= head.locked_through then
      perform refuse('LR025', format('fund %s is closed through %s, so that no terms begin on %s', p_fund, head.locked_through, p_effective_from),
        jsonb_build_object('fund', p_fund, 'date', p_effective_from, 'through', head.locked_through));
    end if;
    insert into terms (fund_id, version, effective_from, content, charge_agreed, bonus_agreed, reason, recorded_by)
    values (p_fund, coalesce(last.version, 0) + 1, p_effective_from, p_content, p_charge, p_bonus, p_reason, p_by) returning * into last;
    update fund set terms = last.version, terms_from = p_effective_from where id = p_fund and (terms_from is null or terms_from <= p_effective_from);
  end if;
  return last.version;
end $$;

create function ledger.agree_deficit(p_fund integer, p_pence bigint, p_reason text, p_by text, p_checked_by text) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare last deficit;
begin
  perform from fund where id = p_fund and holder = 'person' for update;
  if not found then
    perform refuse('LR001', format('there is no fund %s of a person', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  select * into last from deficit where fund_id = p_fund order by number desc limit 1;
  if (last.pence, last.reason, last.made_by, last.checked_by) is distinct from (p_pence, p_reason, p_by, p_checked_by) then
    insert into deficit (fund_id, number, pence, reason, made_by, checked_by)
    values (p_fund, coalesce(last.number, 0) + 1, p_pence, p_reason, p_by, p_checked_by) returning * into last;
    update fund set balances[41] = p_pence where id = p_fund;
  end if;
  return last.number;
end $$;

create function ledger.record_remittance(p_payer text, p_reference text, p_received_on ledger.day, p_pence bigint, p_by text) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare known remittance;
begin
  -- One at a time, so that the order of the ids is the order of the chain. Claiming a remittance does not wait for this.
  lock table remittance in share update exclusive mode;
  insert into remittance (payer, reference, received_on, pence, recorded_by)
  values (p_payer, p_reference, p_received_on, p_pence, p_by)
  on conflict (payer, reference) do nothing returning * into known;
  if known.id is null then
    select * into known from remittance where payer = p_payer and reference = p_reference;
    if (known.received_on, known.pence) is distinct from (p_received_on, p_pence) then
      perform refuse('LR002', format('remittance %s of %s is recorded with other content', p_reference, p_payer),
        jsonb_build_object('payer', p_payer, 'reference', p_reference));
    end if;
  end if;
  return known.id;
end $$;

-- Closes a fund's books up to a day: nothing takes effect in there any more. Gives the number of the last entry that they hold.
create function ledger.close_period(p_fund integer, p_through ledger.day, p_by text) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  head fund;
  known closing;
begin
  select * into head from fund where id = p_fund for update;
  if head.id is null then
    perform refuse('LR001', format('there is no fund %s', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  select * into known from closing where fund_id = p_fund and through = p_through;
  if known.closed_by = p_by then
    return known.seq;
  elsif p_through <= head.locked_through then
    perform refuse('LR003', format('fund %s is closed through %s already', p_fund, head.locked_through),
      jsonb_build_object('fund', p_fund, 'through', head.locked_through));
  end if;
  insert into closing (fund_id, through, seq, closed_by) values (p_fund, p_through, head.seq, p_by);
  insert into closing_balance (fund_id, through, account, unit, balance)
  select fund_id, p_through, account, unit, sum(amount) from posting
  where fund_id = p_fund and effective_on <= p_through group by fund_id, account, unit having sum(amount) <> 0;
  update fund set locked_through = p_through where id = p_fund;
  return head.seq;
end $$;

-- Ends a fund that holds nothing any more, is owed nothing and owes nothing, and gives the number of its last entry. What was
-- earned stays unpaid only as far as claims were written off; as all accounts sum to nought, it need not be compared.
create function ledger.close_fund(p_fund integer, p_closed_on ledger.day) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  head fund;
  held record;
begin
  select * into head from fund where id = p_fund for update;
  if head.id is null or head.closed_on <> p_closed_on then
    perform refuse('LR001', format('there is no open fund %s', p_fund), jsonb_build_object('fund', p_fund));
  elsif p_closed_on < greatest(head.opened_on, (select max(effective_on) from entry where fund_id = p_fund)) then
    perform refuse('LR004', format('fund %s goes on after %s', p_fund, p_closed_on), jsonb_build_object('fund', p_fund, 'date', p_closed_on));
  end if;
  select account, unit, side * balance as amount into held from account_balance
  where fund_id = p_fund and balance <> 0 and (account in ('main', 'bank', 'owed', 'committed')
    or unit = 'gbp' and account not in ('support_earned', 'waiting_earned', 'variance_earned', 'charge_earned', 'write_off'))
  order by unit, account limit 1;
  if found then
    perform refuse('LR004', format('fund %s still has %s in %s', p_fund, held.amount, held.account),
      jsonb_build_object('fund', p_fund, 'account', held.account, 'unit', held.unit, 'amount', held.amount, 'limit', 0));
  end if;
  update fund set closed_on = p_closed_on where id = p_fund and closed_on is null;
  return head.seq;
end $$;

-- What is asked of the ledger, and its answer.
create type ledger.request as (
  kind ledger.entry_kind, key ledger.reference, effective_on ledger.day, evidence ledger.reference, made_by ledger.reference, checked_by ledger.reference, detail ledger.detail,
  accounts ledger.account[], units ledger.unit[], amounts bigint[],
  resolves integer, reverses integer, tranche integer, relates_to ledger.day, remittance bigint, twin_fund integer, twin_seq integer);

create type ledger.answer as (seq integer, hash bytea, overspent bigint, replayed boolean);

-- Posts entries to one fund, in the order given, and answers for each in that order. A key that was used before with the same
-- content gives the answer of then. What several entries need is done once: a hundred entries cost little more than ten.
create function ledger.post_all(p_fund integer, p_requests ledger.request[]) returns setof ledger.answer
language plpgsql security definer set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set datestyle = 'ISO' as $$
declare
  -- The accounts that are floored, by their slots, as in ledger.balances, which holds to it if this should fail to.
  sides constant bigint[] := array[1,0,1,1,1,1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,0,-1,-1,0,0,0,0,0,0,0,0,-1,-1,-1,0,0,0,0,-1,-1,0,0,0];
  head fund;
  r request;
  last integer;
  chained bytea;
  stamp timestamptz;
  digest bytea;
  version integer;
  place integer;
  after bigint;
  held bigint[];
  was bigint[];
  over bigint;
  used text[] := '{}'; -- the keys that entries of the fund have already
  entries entry[] := '{}';
  afters bigint[];
begin
  -- Writers of one fund queue here; whatever is read after this statement stays true until the transaction ends.
  select * into head from fund where id = p_fund for no key update;
  held := head.balances;
  last := head.seq;
  chained := head.head;
  stamp := greatest(clock_timestamp(), head.recorded_at);
  foreach r in array p_requests loop
    used := used || r.key::text;
  end loop;
  used := array(select e.key from entry e where e.fund_id = p_fund and e.key = any (used));

  foreach r in array p_requests loop
    digest := sha256(convert_to(r::text, 'UTF8'));
    if head.id is null or head.closed_on is not null or r.effective_on <= head.locked_through or r.key = any (used) then
      entries := write(entries);
      return next replay(p_fund, r.key, digest, r.effective_on);
      continue;
    end if;
    used := used || r.key;

    over := 0;
    if r.kind = 'reversal' then
      entries := write(entries);
      select * into r.accounts, r.units, r.amounts, r.tranche, r.remittance from mirror(p_fund, r.reverses);
    elsif r.kind in ('deliver', 'decline', 'absence', 'fail', 'cut', 'use_bank') then
      select * into r.accounts, r.units, r.amounts, over from overspend(p_fund, held, r.accounts, r.units, r.amounts);
    end if;
    -- An entry's text says its lines as these arrays print, so that there is one way only to write them: one that begins elsewhere than
    -- at 1 or has rows of its own lacks a line below.
    if (cardinality(r.accounts) > 0 and cardinality(r.units) = cardinality(r.accounts) and cardinality(r.amounts) = cardinality(r.accounts)) is not true
    then
      perform refuse('LR005', format('the entry %s of fund %s has no lines, or not as many accounts, units and amounts', r.key, p_fund), jsonb_build_object('fund', p_fund, 'key', r.key));
    end if;

    last := last + 1;
    version := case when r.effective_on < head.terms_from then terms_on(p_fund, r.effective_on) else head.terms end;
    chained := sha256(chained || convert_to(format('%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s%s%s|%s', p_fund, last, r.kind, r.effective_on,
      (extract(epoch from stamp) * 1000000)::bigint, version, r.resolves, r.reverses, r.tranche, r.twin_fund, r.twin_seq, r.relates_to, r.remittance, r.key,
      r.evidence, r.made_by, r.checked_by, encode(digest, 'hex'), r.accounts, r.units, r.amounts, r.detail), 'UTF8'));
    was := held;
    afters := '{}';
    for i in 1 .. cardinality(r.accounts) loop
      place := slot(r.accounts[i], r.units[i]);
      after := held[place] + r.amounts[i];
      if after is null or held[place] <> was[place] or (sides[place] * after < 0 and (place <> 7 or after > held[41])) then
        perform refuse_line(p_fund, r.key, r.accounts[i], r.units[i], r.amounts[i], sides[place] * held[place] + case place when 7 then held[41] else 0 end,
          after is null or held[place] <> was[place]);
      end if;
      held[place] := after;
      afters := afters || after;
    end loop;
    entries := entries || row(p_fund, last, r.kind, r.effective_on, stamp, version, r.resolves, r.reverses, r.tranche,
      r.twin_fund, r.twin_seq, r.relates_to, r.remittance, r.key, r.evidence, r.made_by, r.checked_by, r.detail, r.accounts, r.units, r.amounts, afters, digest, chained)::entry;

    if r.kind = 'bank' or num_nonnulls(r.resolves, r.reverses, r.tranche, r.remittance, r.twin_fund) > 0 then
      entries := write(entries);
      perform follow(p_fund, last, r);
    end if;
    return next row(last, chained, over, false)::answer;
  end loop;

  -- What is left is written with the fund in one statement, not by write(): each statement costs every posting some hundredths of a millisecond.
  with written as (insert into entry select * from unnest(entries))
  update fund f set seq = last, head = chained, recorded_at = stamp, balances = held where f.id = p_fund and f.seq <> last;
end $$;

-- Says why a line cannot be: no such account, named twice, or too little in it.
create function ledger.refuse_line(
  p_fund integer, p_key text, p_account ledger.account, p_unit ledger.unit, p_amount bigint, p_room bigint, p_misnamed boolean) returns void
language plpgsql set search_path = ledger, pg_temp as $$
begin
  if p_misnamed then
    perform refuse('LR005', format('fund %s has no account %s in %s, or it is named twice', p_fund, p_account, p_unit), jsonb_build_object('fund', p_fund, 'key', p_key));
  end if;
  raise exception using errcode = 'check_violation', constraint = 'account_floor', message = format('fund %s has too little in %s', p_fund, p_account),
    detail = jsonb_build_object('fund', p_fund, 'key', p_key, 'account', p_account, 'unit', p_unit, 'amount', abs(p_amount), 'limit', p_room)::text;
end $$;

-- Posts one entry.
create function ledger.post(
  p_fund integer, p_kind ledger.entry_kind, p_key text, p_effective_on date, p_evidence text, p_made_by text, p_checked_by text, p_detail jsonb,
  p_accounts ledger.account[], p_units ledger.unit[], p_amounts bigint[],
  p_resolves integer default null, p_reverses integer default null, p_tranche integer default null, p_relates_to date default null,
  p_remittance bigint default null, p_twin_fund integer default null, p_twin_seq integer default null)
returns setof ledger.answer language sql as $$
  select * from ledger.post_all(p_fund, array[row(p_kind, p_key, p_effective_on, p_evidence, p_made_by, p_checked_by, p_detail,
    p_accounts, p_units, p_amounts, p_resolves, p_reverses, p_tranche, p_relates_to, p_remittance, p_twin_fund, p_twin_seq)::ledger.request])
$$;

-- Writes what was prepared, and gives nothing, which is what is left to write.
create function ledger.write(p_entries ledger.entry[]) returns ledger.entry[]
language plpgsql as $$
begin
  insert into ledger.entry select * from unnest(p_entries);
  return '{}';
end $$;

-- The terms of a fund on a day: of those that began last, the newest.
create function ledger.terms_on(p_fund integer, p_on date) returns integer language sql stable set search_path = ledger, pg_temp as $$
  select version from terms where fund_id = p_fund and effective_from <= p_on order by effective_from desc, version desc limit 1
$$;

-- The answer for a key that was used before, or the reason why nothing was posted.
create function ledger.replay(p_fund integer, p_key text, p_request bytea, p_effective_on date) returns ledger.answer
language plpgsql set search_path = ledger, pg_temp as $$
declare
  head fund;
  known entry;
begin
  select * into known from entry e where e.fund_id = p_fund and e.key = p_key;
  if known.seq is not null and known.request_hash = p_request then
    return row(known.seq, known.hash, (select coalesce(max(p.amount), 0) from posting p
      where p.fund_id = p_fund and p.seq = known.seq and p.account = 'overspend' and p.amount > 0 and known.kind <> 'reversal'), true)::answer;
  elsif known.seq is not null then
    perform refuse('LR002', format('the key %s of fund %s was used for another entry', p_key, p_fund), jsonb_build_object('fund', p_fund, 'key', p_key, 'entry', known.seq));
  end if;
  select * into head from fund where id = p_fund;
  if head.id is null or head.closed_on is not null then
    perform refuse('LR001', format('there is no open fund %s', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  perform refuse('LR003', format('fund %s is closed through %s', p_fund, head.locked_through),
    jsonb_build_object('fund', p_fund, 'date', p_effective_on, 'through', head.locked_through));
end $$;

-- Splits off what the main balance lacks for a fact: that part goes to overspend, and nothing else does.
create function ledger.overspend(p_fund integer, balances bigint[],
  inout accounts ledger.account[], inout units ledger.unit[], inout amounts bigint[], out overspent bigint)
language plpgsql set search_path = ledger, pg_temp as $$
declare room bigint := greatest(0, balances[41] - balances[7]);
begin
  overspent := 0;
  if 'overspend' = any (accounts) then
    perform refuse('LR012', format('what fund %s lacks goes to overspend by itself: debit main', p_fund), jsonb_build_object('fund', p_fund));
  end if;
  for i in 1 .. cardinality(accounts) loop
    if accounts[i] = 'main' and units[i] = 'gbp' and amounts[i] > room then
      overspent := amounts[i] - room;
      if room = 0 then
        accounts[i] := 'overspend';
      else
        amounts[i] := room;
        accounts := accounts || 'overspend'::ledger.account; units := units || 'gbp'::ledger.unit; amounts := amounts || overspent;
      end if;
      return;
    end if;
  end loop;
end $$;

-- An entry's lines with their signs changed, and what the entry had touched beside its accounts.
create function ledger.mirror(p_fund integer, p_seq integer,
  out accounts ledger.account[], out units ledger.unit[], out amounts bigint[], out tranche integer, out remittance bigint)
language sql stable set search_path = ledger, pg_temp as $$
  select array_agg(p.account order by p.line), array_agg(p.unit order by p.line), array_agg(-p.amount order by p.line),
    max(case when e.kind = 'bank' then e.seq else e.tranche end), max(e.remittance)
  from entry e join posting p using (fund_id, seq) where e.fund_id = p_fund and e.seq = p_seq
$$;

-- Links, tranches and remittances follow an entry that refers to something.
create function ledger.follow(p_fund integer, p_seq integer, r ledger.request) returns void
language plpgsql set search_path = ledger, pg_temp as $$
declare moved record;
begin
  insert into link (fund_id, seq, role, by_fund, by_seq)
  select l.fund_id, l.seq, l.role, p_fund, p_seq
  from (values (p_fund, r.resolves, 'resolves'), (p_fund, r.reverses, 'reverses'), (r.twin_fund, r.twin_seq, 'twin')) as l (fund_id, seq, role)
  where l.seq is not null;
  if r.kind <> 'bank' and r.tranche is null and r.remittance is null then
    return;
  end if;

  select coalesce(sum(amount) filter (where account = 'bank' and unit = 'gbp'), 0) as pence,
    coalesce(sum(amount) filter (where account = 'bank' and unit = 'min'), 0) as minutes,
    coalesce(sum(amount) filter (where account = 'cash'), 0) as cash into moved
  from posting where fund_id = p_fund and seq = p_seq;
  if r.kind = 'bank' then
    insert into tranche (fund_id, seq, pence, minutes) values (p_fund, p_seq, -moved.pence, -moved.minutes);
  elsif r.tranche is not null then
    update tranche set pence = pence - moved.pence, minutes = minutes - moved.minutes where fund_id = p_fund and seq = r.tranche;
    if not found then
      perform refuse('LR006', format('fund %s has no tranche %s', p_fund, r.tranche), jsonb_build_object('fund', p_fund, 'tranche', r.tranche));
    end if;
  end if;
  if r.remittance is not null then
    update remittance set allocated = allocated + moved.cash where id = r.remittance;
    if not found then
      perform refuse('LR007', format('there is no remittance %s', r.remittance), jsonb_build_object('fund', p_fund, 'remittance', r.remittance));
    end if;
  end if;
end $$;

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to rostering_app;
grant select on all tables in schema ledger to rostering_app;
grant execute on function ledger.open_fund, ledger.record_terms, ledger.agree_deficit, ledger.record_remittance,
  ledger.close_period, ledger.close_fund, ledger.post, ledger.post_all to rostering_app;

reset role;
