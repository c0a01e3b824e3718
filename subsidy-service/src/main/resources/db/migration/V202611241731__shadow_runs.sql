-- A draft tried on the decisions of a period. The run keeps where it stands, so that another replica goes on when one dies.
create table shadow_run (
    id         text primary key,
    version    bigint not null,
    policy_id  text not null references policy_version,
    text_hash  text not null references rule_text,
    first_day  date not null,
    last_day   date not null,
    status     text not null check (status in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    asked_by   text not null,
    asked_on   date not null,
    in_all     bigint not null,
    behind     text not null,
    tally      jsonb not null,
    check (last_day >= first_day)
);
create index shadow_run_waiting on shadow_run (id) where status = 'RUNNING';
create index shadow_run_of_policy on shadow_run (policy_id, id);
