-- Statements as they were issued. The ledger's entries up to the seal, with the header as it stood on the day, make the same
-- statement again at any time, byte for byte; so the statement itself is not stored, only a hash of its standard edition.

create table statement (
  fund_id integer not null references fund_holder,
  number integer not null check (number > 0),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  basis text not null check (basis in ('delivered', 'invoiced')),
  issued_on date not null check (issued_on > period_to),
  due_on date not null check (due_on > period_to),
  ledger_seq integer not null check (ledger_seq >= 0),
  ledger_hash bytea not null check (length(ledger_hash) = 32),
  -- Names live here, outside the ledger and its hashes.
  header jsonb not null check (jsonb_typeof(header) = 'object'),
  standard_hash bytea not null check (length(standard_hash) = 32),
  primary key (fund_id, number),
  constraint statement_period unique (fund_id, period_from, period_to)
);

-- A statement follows the one before it, in its number and in its days, and its seal is the ledger's.
create function statement_follows() returns trigger language plpgsql as $$
declare
  last statement;
  hash bytea;
begin
  select * into last from statement where fund_id = new.fund_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.period_from <= last.period_to or new.ledger_seq < last.ledger_seq then
    raise exception 'statement % of fund % does not follow statement % for the days up to %', new.number, new.fund_id, last.number, last.period_to
      using errcode = 'restrict_violation';
  end if;
  select e.hash into hash from ledger.entry e where e.fund_id = new.fund_id and e.seq = new.ledger_seq;
  if new.ledger_hash <> coalesce(hash, decode(repeat('00', 32), 'hex')) then
    raise exception 'the seal of statement % of fund % is not the hash of entry %', new.number, new.fund_id, new.ledger_seq using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger statement_follows before insert on statement for each row execute function statement_follows();
create trigger statement_append_only before update or delete on statement for each row execute function refuse_change();
create trigger statement_no_truncate before truncate on statement for each statement execute function refuse_change();

grant select, insert on statement to rostering_app;
