-- The W3C trace context of the request that a change belongs to.
alter table outbox add column traceparent text;

-- Events that Kafka refused for good. While one is PARKED, later events of its aggregate stay in the outbox and are not read.
-- SENT and DISCARDED ones are kept a while for whoever asks what became of them.
create table outbox_parked (
    event_id   uuid primary key,
    position   bigint not null generated always as identity unique,
    topic      text not null,
    record_key text not null,
    type       text not null,
    lane       smallint not null,
    state      text not null default 'PARKED' check (state in ('PARKED', 'RETRYING', 'SENT', 'DISCARDED')),
    reason     text not null,
    attempts   integer not null default 1,
    parked_at  timestamptz not null default clock_timestamp(),
    settled_at timestamptz
);
create unique index outbox_parked_by_aggregate on outbox_parked (topic, record_key) where state in ('PARKED', 'RETRYING');
create index outbox_parked_settled on outbox_parked (settled_at) where settled_at is not null;
