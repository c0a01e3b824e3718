-- Whoever settles lines waits while these are built.
create index import_file_unfinished on import_file (received_at) where state <> 'DONE';
-- What went wrong in a large file is found without reading what went well.
create index import_fate_rejected on import_fate (import_id, line) where outcome = 'REJECTED';
