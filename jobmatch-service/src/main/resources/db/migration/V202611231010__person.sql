-- A person as the public employment service knows her. Her name, number and phone stand in person_identity only.
create table person (
    key                 text primary key,
    version             bigint not null,
    birth_date          date not null,
    sex                 text not null check (sex in ('MALE', 'FEMALE')),
    residence_division  text not null check (residence_division ~ '^\d{12}$'),
    hukou_division      text not null,
    education_level     text not null,
    school_leaving_date date,
    consent_to_contact  boolean not null,
    registered_on       date not null,
    -- What she seeks; all null until she says it.
    occupations         text[] check (cardinality(occupations) between 1 and 3),
    wage_floor_fen      bigint check (wage_floor_fen >= 0),
    preferred_town      text check (preferred_town ~ '^\d{9}$'),
    shift               text check (shift in ('DAY', 'NIGHT', 'ROTATING', 'FLEXIBLE')),
    needs_lodging       boolean,
    check (num_nulls(occupations, wage_floor_fen, needs_lodging) in (0, 3))
);
create index person_of_residence on person (residence_division text_pattern_ops, key);

-- Key groups are dated: a subsidy asks whether somebody belonged to one on its own basis date.
create table key_group_tag (
    id          text primary key,
    version     bigint not null,
    person_key  text not null references person,
    kind        text not null,
    valid_from  date not null,
    valid_to    date,
    source      text not null check (source ~ '^[A-Z][A-Z_]{1,59}$'),
    evidence    text not null,
    recorded_on date not null,
    check (valid_to >= valid_from),
    unique (person_key, kind, valid_from)
);

-- Ages in whole years between which work is lawful and unemployment can be registered. The upper one is the latest statutory
-- retirement age of any kind; which kind a woman is, and so her exact month, is a stored fact that is not kept here yet.
create table working_age (
    sex          text not null check (sex in ('MALE', 'FEMALE')),
    valid_from   date not null,
    valid_to     date,
    lowest_years integer not null,
    upper_years  integer not null,
    source       text not null,
    confidence   text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED')),
    primary key (sex, valid_from)
);
insert into working_age values
    ('MALE',   '1995-01-01', '2024-12-31', 16, 60, 'Labour Law art. 15; retirement table before 2025 (domain.md C.2)', 'INFERRED'),
    ('FEMALE', '1995-01-01', '2024-12-31', 16, 55, 'Labour Law art. 15; retirement table before 2025, latest kind (domain.md C.2)', 'INFERRED'),
    ('MALE',   '2025-01-01', null,         16, 63, 'Labour Law art. 15; decision of 2024-09-13, last step (domain.md C.2)', 'INFERRED'),
    ('FEMALE', '2025-01-01', null,         16, 58, 'Labour Law art. 15; decision of 2024-09-13, latest kind, last step (domain.md C.2)', 'INFERRED');
