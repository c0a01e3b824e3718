-- Certificates of training-service, kept by the person's key: they count when postings are recommended.
create table skill (
    certificate_number text primary key,
    version            bigint not null,
    person_key         text not null,
    occupation_code    text not null,
    level              text not null,
    issued_on          date,
    revoked_on         date
);
create index skill_of_person on skill (person_key, certificate_number);

-- The points of a recommendation, by date. One row is one published way of ranking.
create table recommendation_rule (
    valid_from            date primary key,
    valid_to              date,
    same_occupation       integer not null,
    same_small_group      integer not null,
    same_medium_group     integer not null,
    wage_meets_floor      integer not null,
    same_village          integer not null,
    same_town             integer not null,
    same_county           integer not null,
    certified_occupation  integer not null,
    certified_small_group integer not null,
    shift_fits            integer not null,
    lodging_fits          integer not null,
    candidates            integer not null check (candidates between 1 and 5000),
    source                text not null,
    confidence            text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into recommendation_rule values
    ('2017-01-01', null, 40, 25, 10, 20, 15, 10, 5, 15, 8, 5, 5, 500, 'domain.md C.6; the steps of distance and skills are ours', 'PROPOSED');
