-- What subsidy tells of the reward cases of our milestones, one row a case, in any order. Amounts in fen.
create table reward_case (
    case_id     text primary key,
    referral_id text not null,
    milestone   text not null,
    opened_on   date,
    decided_fen bigint check (decided_fen >= 0),
    decided_on  date,
    paid_fen    bigint check (paid_fen >= 0),
    paid_on     date,
    check ((decided_fen is null) = (decided_on is null)),
    check ((paid_fen is null) = (paid_on is null))
);
create index reward_case_of_referral on reward_case (referral_id, milestone);
