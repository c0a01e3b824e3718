-- Who may assess whom in what: filed by the county office.
create table assessment_body (
    id           text primary key,
    version      bigint not null,
    uscc         text not null unique,
    name         text not null,
    kind         text not null check (kind in ('ENTERPRISE', 'SOCIAL')),
    serial       text not null unique check (serial ~ '^\d{6}$'),
    division     text not null,
    status       text not null check (status in ('ACTIVE', 'SUSPENDED', 'REMOVED')),
    filed_on     date not null
);
create table assessment_scope (
    body_id         text not null references assessment_body,
    occupation_code text not null,
    lowest_level    text not null,
    highest_level   text not null,
    primary key (body_id, occupation_code)
);

-- Pass marks and notice are dated data: standards change. Marks are in half points, so that 59.5 is a whole number.
create table assessment_rule (
    valid_from          date primary key,
    valid_to            date,
    pass_half_points    integer not null,
    review_from_level   text not null,
    notice_working_days integer not null,
    source              text not null,
    confidence          text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into assessment_rule values
    ('2021-01-01', null, 120, 'L2', 5, 'national occupational standards, pass mark and review; length of the notice from memory', 'UNVERIFIED');

create table assessment (
    id              text primary key,
    version         bigint not null,
    body_id         text not null references assessment_body,
    person_key      text not null,
    occupation_code text not null,
    level           text not null,
    assessed_on     date not null,
    theory          integer not null check (theory between 0 and 200),
    practical       integer not null check (practical between 0 and 200),
    review          integer check (review between 0 and 200),
    status          text not null check (status in ('IN_NOTICE', 'FAILED', 'CERTIFIED')),
    notice_ends_on  date,
    -- One candidate sits one occupation and level once a day: a result sent twice is a mistake.
    unique (body_id, person_key, occupation_code, level, assessed_on)
);
create index assessment_of_body on assessment (body_id, id);

create table certificate (
    number          text primary key check (number ~ '^[YS]\d{4}\d{2}\d{6}\d{2}[1-5]\d{6}$'),
    version         bigint not null,
    assessment_id   text not null unique references assessment,
    body_id         text not null references assessment_body,
    person_key      text not null,
    occupation_code text not null,
    level           text not null,
    issued_on       date not null,
    status          text not null check (status in ('ISSUED', 'UNDER_INVESTIGATION', 'REVOKED')),
    doubted_by      text,
    ground          text,
    revoked_on      date,
    check ((status = 'REVOKED') = (revoked_on is not null))
);
create index certificate_of_person on certificate (person_key);

-- The next serial of a body, year and level. Drawn under the row's lock, so that numbers have no gaps and no twins.
create table certificate_serial (
    body_id text not null references assessment_body,
    year    integer not null,
    level   text not null,
    last    integer not null check (last between 1 and 999999),
    primary key (body_id, year, level)
);
