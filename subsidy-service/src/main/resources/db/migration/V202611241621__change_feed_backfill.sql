-- What was there before the feed counts as changed now; what changed since the triggers came is there already.
insert into record_change (resource, record_id) select 'cases', id from subsidy_case on conflict do nothing;
