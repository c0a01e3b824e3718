-- Spells of registered unemployment: a person has one open spell at most, whoever writes.
create table unemployment_registration (
    id            text primary key,
    version       bigint not null,
    person_key    text not null references person,
    division      text not null,
    declared_on   date not null,
    registered_on date not null,
    status        text not null check (status in ('REGISTERED', 'ENDED')),
    ended_on      date,
    end_reason    text,
    check (declared_on <= registered_on),
    check (ended_on >= registered_on),
    check ((status = 'ENDED') = (ended_on is not null)),
    check ((status = 'ENDED') = (end_reason is not null))
);
create unique index one_open_spell on unemployment_registration (person_key) where status <> 'ENDED';
create index unemployment_registration_of_person on unemployment_registration (person_key, id);
create index unemployment_registration_of_division on unemployment_registration (division text_pattern_ops, id);
