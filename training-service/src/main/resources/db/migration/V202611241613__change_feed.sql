-- What stands in the change feed; what was there before counts as changed now.
create trigger certificate_change after insert or update or delete on certificate for each row execute function note_change('certificates', 'number');
insert into record_change (resource, record_id) select 'certificates', number from certificate on conflict do nothing;
create trigger assessment_body_change after insert or update or delete on assessment_body for each row execute function note_change('assessment-bodies', 'id');
insert into record_change (resource, record_id) select 'assessment-bodies', id from assessment_body on conflict do nothing;
create trigger assessment_change after insert or update or delete on assessment for each row execute function note_change('assessments', 'id');
insert into record_change (resource, record_id) select 'assessments', id from assessment on conflict do nothing;
