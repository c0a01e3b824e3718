-- Who writes the trail waits while this is built, readers do not.
create index audit_row_in_order on audit_row (xid, id);
