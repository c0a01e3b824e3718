-- The chain: each batch holds the hashes of its rows and the hash of the batch before it.
create table audit_batch (
    number        bigint primary key check (number > 0),
    first_xid     xid8 not null,
    first_id      uuid not null,
    last_xid      xid8 not null,
    last_id       uuid not null,
    row_count     integer not null check (row_count > 0),
    -- for each row in order its id (16 bytes) and its hash (32 bytes), so that a row that was changed or is gone can be named
    row_hashes    bytea not null,
    previous_hash bytea not null,
    hash          bytea not null,
    sealed_at     timestamptz not null
);
-- Hashes do not compress.
alter table audit_batch alter column row_hashes set storage external;

create trigger audit_batch_is_final before update or delete on audit_batch
    for each row execute function audit_row_is_final();
create trigger audit_batch_is_not_emptied before truncate on audit_batch
    for each statement execute function audit_row_is_final();

-- Which batches were told outside, so that replicas tell each once and not too often.
create table audit_witness (
    batch   bigint not null,
    hash    bytea not null,
    told_at timestamptz not null default clock_timestamp(),
    primary key (batch, hash)
);
create index audit_witness_by_time on audit_witness (told_at);
