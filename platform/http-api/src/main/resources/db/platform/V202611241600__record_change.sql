-- The latest change of every record that has a place in the change feed. Kept by triggers, so that no writer can forget it; one row
-- a record, so that the feed never outgrows the tables it tells of. xid orders by transaction, seq within one.
create sequence record_change_seq;
create table record_change (
    resource   text not null,
    record_id  text not null,
    deleted    boolean not null default false,
    changed_at timestamptz not null default clock_timestamp(),
    xid        xid8 not null default pg_current_xact_id(),
    seq        bigint not null default nextval('record_change_seq'),
    primary key (resource, record_id)
);
create index record_change_in_order on record_change (xid, seq);

-- Arguments: the collection's name in paths, the column of the key.
create function note_change() returns trigger language plpgsql as
$$
declare
    changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
    insert into record_change (resource, record_id, deleted)
    values (tg_argv[0], changed ->> tg_argv[1], tg_op = 'DELETE')
    on conflict (resource, record_id) do update
       set deleted = excluded.deleted, changed_at = excluded.changed_at, xid = excluded.xid, seq = excluded.seq;
    return null;
end
$$;
