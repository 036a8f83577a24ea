-- A minimal ledger in plain SQL, to compare with: two entries a transfer, rows locked in order, running balances, no other control.
create table peer_account (id integer primary key, balance bigint not null default 0, version bigint not null default 0);
create table peer_transfer (id bigint generated always as identity primary key, from_account integer not null, to_account integer not null,
  amount bigint not null check (amount > 0 and from_account <> to_account), created_at timestamptz not null default now());
create table peer_entry (id bigint generated always as identity primary key, account_id integer not null references peer_account,
  transfer_id bigint not null references peer_transfer, amount bigint not null, previous bigint not null, current bigint not null, version bigint not null);
create index on peer_entry (account_id);
create index on peer_entry (transfer_id);
insert into peer_account (id) select n from generate_series(1, 4 * :funds) as n;

create function peer_post(p_from integer, p_to integer, p_amount bigint) returns bigint language plpgsql as $$
declare
  transfer bigint;
  a peer_account;
begin
  perform from peer_account where id in (p_from, p_to) order by id for update;
  insert into peer_transfer (from_account, to_account, amount) values (p_from, p_to, p_amount) returning id into transfer;
  update peer_account set balance = balance - p_amount, version = version + 1 where id = p_from returning * into a;
  insert into peer_entry (account_id, transfer_id, amount, previous, current, version) values (p_from, transfer, -p_amount, a.balance + p_amount, a.balance, a.version);
  update peer_account set balance = balance + p_amount, version = version + 1 where id = p_to returning * into a;
  insert into peer_entry (account_id, transfer_id, amount, previous, current, version) values (p_to, transfer, p_amount, a.balance - p_amount, a.balance, a.version);
  return transfer;
end $$;
