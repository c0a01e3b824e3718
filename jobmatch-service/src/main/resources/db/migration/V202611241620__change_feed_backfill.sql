-- What was there before the feed counts as changed now; what changed since the triggers came is there already.
insert into record_change (resource, record_id) select 'persons', key from person on conflict do nothing;
insert into record_change (resource, record_id) select 'enterprises', uscc from enterprise on conflict do nothing;
insert into record_change (resource, record_id) select 'postings', id from posting on conflict do nothing;
insert into record_change (resource, record_id) select 'matches', id from job_match on conflict do nothing;
insert into record_change (resource, record_id) select 'unemployment-registrations', id from unemployment_registration on conflict do nothing;
