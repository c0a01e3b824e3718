-- What stands in the change feed. What was there before comes in a step of its own, which locks none of these tables.
create trigger subsidy_case_change after insert or update or delete on subsidy_case for each row execute function note_change('cases', 'id');
