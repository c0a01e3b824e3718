-- Who did and saw what. Rows are inserted in the transaction of the deed and never touched again; the date is in the key
-- because the table is to be cut into partitions by it.
create table audit_row (
    id           uuid not null default uuidv7(),
    at           timestamptz not null default clock_timestamp(),
    actor        text not null,
    consumer     text not null,
    roles        text not null,
    action       text not null,
    subject      text not null,
    purpose      text,
    content_hash bytea not null,
    primary key (id, at)
);
create index audit_row_of_subject on audit_row (subject, at);

create function audit_row_is_final() returns trigger language plpgsql as
$$ begin raise exception 'audit rows are never changed'; end $$;
create trigger audit_row_is_final before update or delete on audit_row
    for each statement execute function audit_row_is_final();
