create trigger note_change after insert or update or delete on note for each row execute function note_change('notes', 'id');
