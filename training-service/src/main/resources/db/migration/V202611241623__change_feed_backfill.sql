-- What was there before the feed counts as changed now; what changed since the triggers came is there already.
insert into record_change (resource, record_id) select 'certificates', number from certificate on conflict do nothing;
insert into record_change (resource, record_id) select 'assessment-bodies', id from assessment_body on conflict do nothing;
insert into record_change (resource, record_id) select 'assessments', id from assessment on conflict do nothing;
