-- Sent events are cut into days (UTC) and dropped whole, 14 days later. What was sent so far becomes the piece that ends
-- tomorrow, named as PartitionTable names pieces. Binaries of the release before write as they did.
do $$
declare
    last date := (clock_timestamp() at time zone 'UTC')::date + 1;
    piece text := 'outbox_sent_' || to_char(last, 'YYYYMMDD');
begin
    execute format('alter table outbox_sent rename to %I', piece);
    execute format('alter index outbox_sent_pkey rename to %I', piece || '_pkey');
    execute format('alter table %I add column traceparent text', piece);
    create table outbox_sent (
        seq         bigint not null,
        event_id    uuid not null,
        topic       text not null,
        record_key  text not null,
        type        text not null,
        at          timestamptz not null,
        sent_at     timestamptz not null default clock_timestamp(),
        payload     bytea not null,
        traceparent text,
        primary key (seq, sent_at)
    ) partition by range (sent_at);
    execute format('alter table outbox_sent attach partition %I for values from (minvalue) to (%L)',
                   piece, (last + 1) || ' 00:00:00+00');
end $$;
