-- What each night's verification of the ledger came to: the evidence that it ran, and that it was sound or what was not.

create table ledger_verification (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null check (finished_at >= started_at),
  funds integer not null check (funds >= 0),
  entries bigint not null check (entries >= 0),
  postings bigint not null check (postings >= 0),
  statements integer not null check (statements >= 0),
  findings integer not null check (findings >= 0),
  first_finding text check (length(first_finding) > 0),
  constraint ledger_verification_finding check ((findings > 0) = (first_finding is not null))
);

create trigger ledger_verification_append_only before update or delete on ledger_verification for each row execute function refuse_change();
create trigger ledger_verification_no_truncate before truncate on ledger_verification for each statement execute function refuse_change();

grant select, insert on ledger_verification to rostering_app;
