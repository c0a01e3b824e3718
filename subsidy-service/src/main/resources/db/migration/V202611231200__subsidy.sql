-- Who was insured by whom in which month: append-only, a withdrawal closes a row and never changes it otherwise.
create table insured_month (
    id           bigint generated always as identity primary key,
    person_key   text not null,
    month        date not null check (extract(day from month) = 1),
    uscc         text not null,
    kinds        text not null,
    base_fen     bigint not null check (base_fen >= 0),
    recorded_at  timestamptz not null default now(),
    withdrawn_at timestamptz
);
create unique index insured_month_once on insured_month (person_key, month, uscc) where withdrawn_at is null;

-- What is known of persons, as known at a moment: a correction withdraws a row and adds another.
create table fact (
    id           bigint generated always as identity primary key,
    subject      text not null,
    kind         text not null,
    value        text not null,
    valid_from   date not null,
    valid_to     date,
    source       text not null,
    recorded_at  timestamptz not null default now(),
    withdrawn_at timestamptz
);
create unique index fact_once on fact (subject, kind, value, valid_from) where withdrawn_at is null;

-- A proposed or unverified policy pays only after the owner of the fund took it on, on record.
create table policy_acceptance (
    document_hash  text primary key,
    policy_id      text not null,
    fund           text not null,
    accepted_by    text not null,
    accepted_on    date not null,
    reason         text not null
);

create table subsidy_case (
    id               text primary key,
    version          bigint not null,
    instrument       text not null,
    beneficiary      text not null,
    subject          text not null,
    source_reference text not null,
    division         text,
    basis_date       date not null,
    grounds          jsonb not null,
    status           text not null,
    opened_on        date not null,
    decision_id      text,
    amount_fen       bigint not null default 0 check (amount_fen >= 0),
    notice_ends_on   date,
    checked_by       text,
    reviewed_by      text,
    paid_on          date,
    -- One event of another service opens one case, however often it is told.
    unique (instrument, source_reference),
    -- Who checked does not review.
    check (reviewed_by is distinct from checked_by or reviewed_by is null),
    check (status <> 'PAID' or paid_on is not null),
    check (status not in ('APPROVED', 'IN_NOTICE', 'PAYABLE', 'IN_PAYMENT', 'PAID', 'RETURNED_BY_BANK')
           or (amount_fen > 0 and decision_id is not null and reviewed_by is not null))
);
create index subsidy_case_by_status on subsidy_case (status, notice_ends_on);
create index subsidy_case_of_subject on subsidy_case (instrument, subject);
create index subsidy_case_of_beneficiary on subsidy_case (instrument, beneficiary);

create table case_step (
    id       bigint generated always as identity primary key,
    case_id  text not null references subsidy_case,
    at       timestamptz not null default clock_timestamp(),
    on_day   date not null,
    actor    text not null,
    action   text not null,
    status   text not null,
    reason   text
);
create index case_step_of_case on case_step (case_id, id);

-- A decision is kept with all that is needed to make it again. Never changed.
create table decision (
    id              text primary key,
    case_id         text not null references subsidy_case,
    policy_id       text,
    confidence      text,
    document_hash   text,
    input_json      text not null,
    input_hash      text not null,
    outcome         text not null check (outcome in ('APPROVED', 'PARTIAL', 'REFUSED')),
    amount_fen      bigint not null check (amount_fen >= 0 and (outcome = 'REFUSED') = (amount_fen = 0)),
    lines           jsonb not null,
    predicates      jsonb not null,
    reasons         jsonb not null,
    flags           jsonb not null,
    engine_version  text,
    decided_by      text not null,
    decided_on      date not null,
    decided_at      timestamptz not null default clock_timestamp()
);
alter table subsidy_case add foreign key (decision_id) references decision;

create table payee (
    id           text primary key,
    version      bigint not null,
    owner        text not null,
    division     text,
    account_name text not null,
    bank_name    text not null,
    account      text not null,
    entered_by   text not null,
    verified_by  text check (verified_by is distinct from entered_by),
    valid_from   date not null,
    valid_to     date
);
create unique index payee_open on payee (owner) where valid_to is null;

create table payment_batch (
    id              text primary key,
    version         bigint not null,
    fund            text not null,
    status          text not null check (status in ('OPEN', 'SIGNED', 'SETTLED')),
    payment_count   integer not null check (payment_count > 0),
    control_sum_fen bigint not null check (control_sum_fen > 0),
    opened_on       date not null,
    opened_by       text not null,
    first_signer    text,
    second_signer   text check (second_signer is distinct from first_signer or second_signer is null)
);
create table payment (
    id         text primary key,
    version    bigint not null,
    batch_id   text not null references payment_batch,
    case_id    text not null references subsidy_case,
    payee_id   text not null references payee,
    amount_fen bigint not null check (amount_fen > 0),
    status     text not null check (status in ('IN_PAYMENT', 'PAID', 'RETURNED')),
    settled_on date,
    reason     text
);
-- A case is in one payment at a time and is paid once; a returned payment makes room for another.
create unique index payment_once on payment (case_id) where status <> 'RETURNED';
