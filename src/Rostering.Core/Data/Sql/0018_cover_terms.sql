-- Cover terms are a record like all else that a provider settles: looked at and changed on pages, with every version, who made it and why.
-- What holds for a provider that has recorded none is the application's to say.

alter table record_version drop constraint record_version_kind_check;
alter table record_version add constraint record_version_kind_check check (kind in
  ('house', 'cover_terms', 'council', 'team', 'place', 'person', 'fund', 'worker', 'request', 'date_change', 'pin'));

insert into record_version (provider_id, kind, id, version, content, changed_by, by_name, changed_at, why)
select provider_id, 'cover_terms', to_char(effective_from, 'YYYY-MM-DD'), 1,
  jsonb_build_object(
    'from', to_char(effective_from, 'YYYY-MM-DD'), 'offerMinutes', offer_minutes, 'asksWeekMax', asks_week_max, 'asksFourWeeksMax', asks_four_weeks_max,
    'lateAfterMinutes', late_after_minutes, 'earlyBeforeMinutes', early_before_minutes, 'swapPolicy', swap_policy, 'source', source),
  0, 'Set-up', recorded_at, 'Recorded before cover terms had pages'
from cover_terms where provider_id is not null;

drop table cover_terms;
