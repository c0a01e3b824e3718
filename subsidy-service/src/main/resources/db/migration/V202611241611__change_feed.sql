-- What stands in the change feed; what was there before counts as changed now.
create trigger subsidy_case_change after insert or update or delete on subsidy_case for each row execute function note_change('cases', 'id');
insert into record_change (resource, record_id) select 'cases', id from subsidy_case on conflict do nothing;
