-- One row for each write, claimed by its key before the work starts: the row is what makes a repeat harmless.
-- Retention: docs/operations (7 days, 400 where money moves).
create table command_result (
    consumer   text not null,
    subject    text not null,
    operation  text not null,
    key        text not null,
    body_hash  bytea not null,
    status     integer,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null default now(),
    primary key (consumer, subject, operation, key)
);
create index command_result_by_age on command_result (created_at);

-- Business time is one row, so that replicas agree and a restart keeps it.
create table business_clock (
    singleton boolean primary key default true check (singleton),
    today     date not null
);
