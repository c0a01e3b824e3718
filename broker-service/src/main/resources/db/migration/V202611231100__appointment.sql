-- Who may refer for the city: nominated near her, appointed by the county's letter for a term.
-- Periods that may not overlap are a constraint; the extension lets a constraint compare texts beside periods.
create extension if not exists btree_gist;

-- The usual term of a letter is dated data: schemes change.
create table appointment_rule (
    valid_from  date primary key,
    valid_to    date,
    term_months integer not null check (term_months > 0),
    source      text not null,
    confidence  text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into appointment_rule values
    ('2021-01-01', null, 12, 'domain.md C.7: letter of appointment with a term; no text of the city is public', 'PROPOSED');

create table broker (
    id             text primary key,
    version        bigint not null,
    person_key     text not null,
    home_division  text not null,
    division       text not null,
    scheme_edition text not null check (scheme_edition in ('1.0', '2.0')),
    status         text not null check (status in ('NOMINATED', 'TRAINED', 'APPOINTED', 'SUSPENDED', 'ENDED', 'DISMISSED')),
    nominated_on   date not null,
    letter_number  text,
    term_from      date,
    term_to        date check (term_to >= term_from),
    check (status in ('NOMINATED', 'TRAINED') = (letter_number is null)),
    check ((letter_number is null) = (term_from is null) and (term_from is null) = (term_to is null))
);
-- One record of a person at a time: another may follow only a term that ran out, so a dismissal stands in its way for good.
create unique index broker_not_ended on broker (person_key) where status <> 'ENDED';
create index broker_of_person on broker (person_key, id);
create index broker_by_division on broker (division, id);
create index broker_by_term on broker (term_to) where status in ('APPOINTED', 'SUSPENDED');

-- In which state a broker was on which day; valid_to is the first day that no longer counts. Two changes on one day leave
-- an empty period behind, so that the order of states stays readable.
create table broker_state (
    broker_id  text not null references broker,
    position   integer not null,
    status     text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (broker_id, position),
    exclude using gist (broker_id with =, daterange(valid_from, valid_to) with &&)
);
