-- Events that wait to be sent. seq follows the order of commits within an aggregate (see Outbox.append).
create table outbox (
    seq        bigint generated always as identity primary key,
    event_id   uuid not null unique,
    lane       smallint not null,
    bucket     smallint not null,
    topic      text not null,
    record_key text not null,
    type       text not null,
    at         timestamptz not null default clock_timestamp(),
    payload    bytea not null
);
create index outbox_by_lane on outbox (lane, bucket, seq);

-- Whose turn a bucket is. A new owner raises the epoch; removals under an old epoch do nothing.
create table outbox_lease (
    lane   smallint not null,
    bucket smallint not null,
    owner  uuid,
    epoch  bigint not null default 0,
    until  timestamptz not null default '-infinity',
    primary key (lane, bucket)
);
insert into outbox_lease (lane, bucket) select lane, bucket from generate_series(0, 1) lane, generate_series(0, 7) bucket;

-- Events that Kafka acknowledged: support, re-send, proof. Cut into days and dropped after 14 (docs/operations).
create table outbox_sent (
    seq        bigint not null,
    event_id   uuid not null,
    topic      text not null,
    record_key text not null,
    type       text not null,
    at         timestamptz not null,
    sent_at    timestamptz not null default clock_timestamp(),
    payload    bytea not null,
    primary key (seq, sent_at)
);

-- Events that had their effect. Kept longer (45 days) than the topics keep events (30).
create table inbox (
    event_id    uuid primary key,
    topic       text not null,
    type        text not null,
    received_at timestamptz not null default clock_timestamp()
);

-- Events that failed (DEAD) and events of the same key that came later (WAITING), in the order of arrival.
create table dead_letter (
    arrival     bigint generated always as identity primary key,
    event_id    uuid not null unique,
    topic       text not null,
    record_key  text not null,
    type        text not null,
    payload     text not null,
    state       text not null check (state in ('DEAD', 'WAITING')),
    reason      text not null,
    received_at timestamptz not null default clock_timestamp()
);
create table blocked_key (
    topic      text not null,
    record_key text not null,
    since      timestamptz not null default clock_timestamp(),
    primary key (topic, record_key)
);
