-- Rules by date need an exclusion over instrument, level and span of days.
create extension if not exists btree_gist;

-- Every text of a rule that was ever in the book or under a decision. Never changed, never deleted.
create table rule_text (
    hash        text primary key,
    json        text not null,
    model       text,
    recorded_at timestamptz not null default clock_timestamp()
);

-- The versions of policies. ended_on is a last day that the office set after publication, before that of the text.
create table policy_version (
    id             text primary key,
    version        bigint not null,
    instrument     text not null,
    level          text not null,
    document_hash  text not null references rule_text,
    effective_from date not null,
    effective_to   date,
    ended_on       date,
    status         text not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    shipped        boolean not null,
    written_by     text not null,
    published_by   text,
    published_on   date,
    check (effective_to >= effective_from),
    check (ended_on >= effective_from and (effective_to is null or ended_on <= effective_to)),
    -- Who wrote does not publish; what comes with a release was reviewed there.
    check (shipped or published_by is distinct from written_by or published_by is null),
    check (shipped or status <> 'PUBLISHED' or published_by is not null),
    -- Never two of one level in force for an instrument on one day.
    constraint policy_version_alone exclude using gist (
        instrument with =, level with =, daterange(effective_from, least(effective_to, ended_on), '[]') with &&)
        where (status = 'PUBLISHED')
);

-- Who did what to a rule, in order.
create table rule_step (
    id         bigint generated always as identity primary key,
    rule_id    text not null,
    at         timestamptz not null default clock_timestamp(),
    on_day     date not null,
    actor      text not null,
    action     text not null,
    text_hash  text not null references rule_text,
    reason     text
);
create index rule_step_of_rule on rule_step (rule_id, id);

-- The dated tables that policies read, each as a whole: a table with another row is another text.
create table table_version (
    id           text primary key,
    version      bigint not null,
    name         text not null,
    text_hash    text not null references rule_text,
    status       text not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    shipped      boolean not null,
    written_by   text not null,
    published_by text,
    published_on date,
    check (shipped or published_by is distinct from written_by or published_by is null),
    check (shipped or status <> 'PUBLISHED' or published_by is not null)
);
create unique index table_version_alone on table_version (name) where status = 'PUBLISHED';

-- Rises with every change to the book, so that a replica sees by one row whether what it holds is still the book.
create table rulebook_state (
    only_one boolean primary key default true check (only_one),
    revision bigint not null
);
insert into rulebook_state (revision) values (0);

create function note_rulebook_change() returns trigger language plpgsql as $$
begin
    update rulebook_state set revision = revision + 1;
    return null;
end $$;
create trigger policy_version_change after insert or update or delete on policy_version
    for each statement execute function note_rulebook_change();
create trigger table_version_change after insert or update or delete on table_version
    for each statement execute function note_rulebook_change();
