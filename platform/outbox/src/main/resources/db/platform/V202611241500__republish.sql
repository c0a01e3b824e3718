-- Orders to restate what a service stands for, one at a time, and how far each has come (docs/adr/0012).
create table republish_job (
    id           text primary key,
    requested_by text not null,
    requested_at timestamptz not null default clock_timestamp(),
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    finished_at  timestamptz,
    -- The kind of trouble that ended it, never its words: they could hold data.
    failure      text,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((state = 'FAILED') = (failure is not null))
);
create unique index one_republish_at_a_time on republish_job (state) where state = 'RUNNING';

-- position is the key of the last aggregate that was restated.
create table republish_topic (
    job_id     text not null references republish_job on delete cascade,
    turn       integer not null,
    topic      text not null,
    position   text not null default '',
    aggregates bigint not null default 0,
    events     bigint not null default 0,
    done       boolean not null default false,
    primary key (job_id, topic)
);
