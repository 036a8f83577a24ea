\set fund random(1, :funds)
\set key random(1, 9000000000000000)
select seq from ledger.post_all(:fund, array[row('commit', 'bench/' || :key, '2026-06-01', 'visit/2026-W23/V1234', 'u17', null, '{"visit": "2026-W23/V1234", "planned": "60", "role": "support worker", "ratePence": "1800"}', '{main,main,committed,committed}', '{gbp,min,gbp,min}', '{1800,60,-1800,-60}', null, null, null, null, null, null, null)::ledger.request]);
