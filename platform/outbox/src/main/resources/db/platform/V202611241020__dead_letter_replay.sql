-- The inbox is not cut into pieces: an event's id must be unique over all time, and a partitioned table could promise that
-- for one piece only. Its rows go one by one after 45 days (docs/adr/0010).
create index inbox_by_time on inbox (received_at);

-- A letter is RETRYING from the operator's word until the replay has tried it; HANDLED and DISCARDED ones are settled.
alter table dead_letter drop constraint dead_letter_state_check;
alter table dead_letter
    add constraint dead_letter_state_check check (state in ('DEAD', 'WAITING', 'RETRYING', 'HANDLED', 'DISCARDED')),
    add column attempts integer not null default 0,
    add column settled_at timestamptz,
    add column traceparent text;
update dead_letter set attempts = 3 where state = 'DEAD';
create index dead_letter_queue on dead_letter (topic, record_key, arrival) where settled_at is null;
create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;

-- Set while the events of the key are to be replayed.
alter table blocked_key add column replay_asked_at timestamptz;
create index blocked_key_replay on blocked_key (replay_asked_at) where replay_asked_at is not null;
