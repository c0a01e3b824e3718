-- How far the work that falls due by business date has come: one row, locked by whoever is at it.
create table due_work (
    singleton      boolean primary key default true check (singleton),
    worked_through date not null
);

-- Items that failed on their day. They are tried again, as of that day, and hold up nothing else.
create table due_work_aside (
    work        text not null,
    item        text not null,
    day         date not null,
    tries       integer not null default 1,
    next_try_at timestamptz not null,
    primary key (work, item)
);
create index due_work_aside_by_time on due_work_aside (next_try_at);
