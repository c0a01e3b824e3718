-- What stands in the change feed. What was there before comes in a step of its own, which locks none of these tables.
create trigger person_change after insert or update or delete on person for each row execute function note_change('persons', 'key');
create trigger enterprise_change after insert or update or delete on enterprise for each row execute function note_change('enterprises', 'uscc');
create trigger posting_change after insert or update or delete on posting for each row execute function note_change('postings', 'id');
create trigger job_match_change after insert or update or delete on job_match for each row execute function note_change('matches', 'id');
create trigger unemployment_registration_change after insert or update or delete on unemployment_registration for each row execute function note_change('unemployment-registrations', 'id');
