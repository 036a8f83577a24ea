-- Funds with terms and an award that no run can use up.
select ledger.open_fund(n, 'person', '2026-01-01') from generate_series(1, :funds) as n;
select ledger.record_terms(n, '2026-01-01', '{}', false, false, 'benchmark', 'benchmark') from generate_series(1, :funds) as n;
select ledger.post(n, 'award', 'award', '2026-01-01', 'award/1', 'finance', null, '{"from": "2026-01-01", "to": "2026-12-31"}',
  '{awarded,awarded,main,main,contingency}', '{gbp,min,gbp,min,gbp}', '{100000000000,1000000000,-90000000000,-1000000000,-10000000000}')
from generate_series(1, :funds) as n;
