-- What a council agreed with a provider is that provider's own: its name there, whom to ask, and the terms that funds begin with. Councils
-- were kept once for all providers, so that one could say what another's funds begin with.

-- A council goes to each provider that keeps a fund of it or recorded its terms.
create temporary table kept on commit drop as
  select provider_id, council_id from fund_holder
  union select provider_id, substr(subject, length('council/') + 1) from audit_entry where what = 'finance.record-council';

alter table fund_holder drop constraint fund_holder_council_id_fkey;
alter table council_profile drop constraint council_profile_council_id_fkey, drop constraint council_profile_pkey, disable trigger user;
alter table council drop constraint council_pkey;

alter table council add column provider_id bigint references provider;
alter table council_profile add column provider_id bigint;
insert into council (provider_id, id, name, contact) select k.provider_id, c.id, c.name, c.contact from council c join kept k on k.council_id = c.id;
insert into council_profile (provider_id, council_id, effective_from, content, source, reviewed_by, recorded_at)
  select k.provider_id, p.council_id, p.effective_from, p.content, p.source, p.reviewed_by, p.recorded_at
  from council_profile p join kept k using (council_id);
delete from council where provider_id is null;
delete from council_profile where provider_id is null;

alter table council alter column provider_id set not null, add primary key (provider_id, id);
alter table council_profile alter column provider_id set not null, add primary key (provider_id, council_id, effective_from),
  add foreign key (provider_id, council_id) references council, enable trigger user;
alter table fund_holder add foreign key (provider_id, council_id) references council;
