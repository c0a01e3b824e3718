-- Who brought whom, and how far the worker came.

-- How long a referral keeps others away, and how long an existing worker must be insured where she refers to.
create table referral_rule (
    valid_from             date primary key,
    valid_to               date,
    window_days            integer not null check (window_days > 0),
    existing_worker_months integer not null check (existing_worker_months > 0),
    source                 text not null,
    confidence             text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into referral_rule values
    ('2021-01-01', null, 30, 1, 'domain.md B.17, C.7: first valid referral within 30 days wins; no text of the city is public', 'PROPOSED');

create table referral (
    id                  text primary key,
    version             bigint not null,
    kind                text not null check (kind in ('APPOINTED_BROKER', 'EXISTING_WORKER')),
    broker_id           text references broker,
    referrer_key        text not null,
    division            text,
    worker_key          text not null,
    target_uscc         text,
    target_posting_id   text,
    related_to_employer boolean not null,
    made_at             timestamptz not null,
    referred_on         date not null,
    valid_until         date not null check (valid_until > referred_on),
    status              text not null check (status in
        ('VALID', 'DUPLICATE', 'REJECTED', 'EXPIRED', 'CANDIDATE_AGREED', 'STARTED', 'INSURED_1', 'INSURED_3')),
    agreed_on           date,
    started_on          date,
    closed_on           date,
    check ((kind = 'APPOINTED_BROKER') = (broker_id is not null)),
    check (referrer_key <> worker_key),
    -- Nobody counts for a referrer to whom she has not agreed.
    check (status not in ('CANDIDATE_AGREED', 'STARTED', 'INSURED_1', 'INSURED_3') or agreed_on is not null),
    check (started_on between referred_on and valid_until),
    -- The first claim of a worker keeps all others away while its window runs.
    constraint referral_first_come exclude using gist (worker_key with =, daterange(referred_on, valid_until, '[]') with &&)
        where (status not in ('DUPLICATE', 'REJECTED'))
);
create index referral_of_worker on referral (worker_key, id);
create index referral_of_referrer on referral (referrer_key, id);
create index referral_of_broker on referral (broker_id);
create index referral_by_division on referral (division, id);
create index referral_by_window on referral (valid_until) where status in ('VALID', 'CANDIDATE_AGREED');

-- A milestone is reached once, however often it is told.
create table referral_milestone (
    referral_id  text not null references referral,
    milestone    text not null check (milestone in ('INSURED_1', 'INSURED_3')),
    reached_in   text not null check (reached_in ~ '^\d{4}-\d{2}$'),
    placement_id text not null,
    primary key (referral_id, milestone)
);
