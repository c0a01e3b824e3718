-- Files of records: a line is stored, sealed, before the receipt is given, and deleted when its fate is settled.
create table import_file (
    id          text primary key,
    kind        text not null,
    source      text not null,
    file_hash   bytea,
    lines       integer not null default 0,
    state       text not null default 'RECEIVING' check (state in ('RECEIVING', 'WAITING', 'DONE')),
    received_at timestamptz not null default now(),
    unique (kind, file_hash)
);
create table import_line (
    import_id text not null references import_file,
    line      integer not null,
    content   text not null,
    primary key (import_id, line)
);
create table import_fate (
    import_id  text not null references import_file,
    line       integer not null,
    outcome    text not null,
    key        text,
    code       text,
    violations jsonb not null default '[]',
    primary key (import_id, line)
);
