-- Rows are sealed in the order (xid, id): everything below the oldest running transaction is there for good, and within
-- a transaction uuidv7 counts up. The default is the same for all rows there are, so that none is rewritten.
alter table audit_row add column xid xid8 not null default pg_current_xact_id();

-- The trail is cut into months soon. That no row lies behind the first piece is said here and proved in the next step, so that
-- nobody has to wait for the proof.
do $$
begin
    execute format('alter table audit_row add constraint audit_row_before check (at < %L) not valid',
                   (date_trunc('month', timezone('UTC', clock_timestamp())) + interval '2 months')::date || ' 00:00:00+00');
end $$;
