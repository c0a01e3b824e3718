-- From a person's interest in a posting to work that lasts. From STARTED on the row is the placement.
create table job_match (
    id                  text primary key,
    version             bigint not null,
    posting_id          text not null references posting,
    uscc                text not null,
    person_key          text not null references person,
    -- Where the person lived on the day of the intent: whose officers may see this row.
    division            text not null,
    kind                text not null,
    channel             text not null,
    status              text not null check (status in ('INTENT', 'INTERVIEW', 'OFFERED', 'ACCEPTED', 'STARTED', 'CONFIRMED',
                                                        'STABLE_3', 'STABLE_6', 'DECLINED', 'WITHDRAWN', 'REJECTED', 'ENDED')),
    created_on          date not null,
    start_date          date,
    contract_kind       text,
    referral_id         text,
    first_insured_month date check (extract(day from first_insured_month) = 1),
    -- The longest run of insured months that was told of: the status of an ended match does not show it.
    stable_months       integer not null default 0 check (stable_months >= 0),
    end_date            date,
    end_reason          text,
    check (end_date >= start_date),
    check (status not in ('STARTED', 'CONFIRMED', 'STABLE_3', 'STABLE_6', 'ENDED') or start_date is not null),
    check (status not in ('CONFIRMED', 'STABLE_3', 'STABLE_6') or first_insured_month is not null),
    check (status not in ('STABLE_3', 'STABLE_6') or stable_months > 0),
    check ((status = 'ENDED') = (end_date is not null))
);
create unique index one_active_match on job_match (person_key, posting_id)
    where status not in ('DECLINED', 'WITHDRAWN', 'REJECTED', 'ENDED');
create index match_of_person on job_match (person_key, id);
create index match_of_enterprise on job_match (uscc, id);
create index match_of_division on job_match (division text_pattern_ops, id);
create index match_of_posting on job_match (posting_id) where start_date is not null;

-- Facts learned from others, kept by key even if the person is not known here.
create table insured_month (
    person_key  text not null,
    uscc        text not null,
    month       date not null check (extract(day from month) = 1),
    recorded_at timestamptz not null default now(),
    primary key (person_key, uscc, month)
);
create table agreed_referral (
    referral_id text primary key,
    worker      text not null,
    uscc        text,
    referred_on date not null,
    valid_until date not null,
    recorded_at timestamptz not null default now()
);
create index agreed_referral_of_worker on agreed_referral (worker, referred_on);

-- How many insured months in a row make a placement stable; the row of the start date holds.
create table stability_rule (
    valid_from    date primary key,
    valid_to      date,
    first_months  integer not null check (first_months > 0),
    second_months integer not null,
    source        text not null,
    confidence    text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED')),
    check (second_months > first_months)
);
insert into stability_rule values ('2017-01-01', null, 3, 6, 'domain.md C.6, stable employment', 'PROPOSED');
