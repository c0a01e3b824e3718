-- How far the service is with sealing its values under a new key. Whoever holds the lock of the open row works on it; the next
-- replica goes on where the last one committed.
create table data_key_resealing (
    id          text primary key,
    key_id      text not null,
    started_by  text not null,
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    place       integer not null default 0,
    position    text[],
    resealed    bigint not null default 0,
    unreadable  bigint not null default 0
);
create unique index data_key_resealing_open on data_key_resealing ((true)) where finished_at is null;
