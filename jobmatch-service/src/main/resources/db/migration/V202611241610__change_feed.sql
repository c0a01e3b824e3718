-- What stands in the change feed; what was there before counts as changed now.
create trigger person_change after insert or update or delete on person for each row execute function note_change('persons', 'key');
insert into record_change (resource, record_id) select 'persons', key from person on conflict do nothing;
create trigger enterprise_change after insert or update or delete on enterprise for each row execute function note_change('enterprises', 'uscc');
insert into record_change (resource, record_id) select 'enterprises', uscc from enterprise on conflict do nothing;
create trigger posting_change after insert or update or delete on posting for each row execute function note_change('postings', 'id');
insert into record_change (resource, record_id) select 'postings', id from posting on conflict do nothing;
create trigger job_match_change after insert or update or delete on job_match for each row execute function note_change('matches', 'id');
insert into record_change (resource, record_id) select 'matches', id from job_match on conflict do nothing;
create trigger unemployment_registration_change after insert or update or delete on unemployment_registration for each row execute function note_change('unemployment-registrations', 'id');
insert into record_change (resource, record_id) select 'unemployment-registrations', id from unemployment_registration on conflict do nothing;
