with who as (select ?::text as worker, ?::text as broker, ?::text as enterprise, ?::text as assessor)
select format('person, seeks %s', occupations) from person, who where key in (worker, broker)
union all
select format('identity kept') from person_identity, who where person_key in (worker, broker)
union all
select format('unemployment %s %s', status, end_reason) from unemployment_registration, who where person_key = worker
union all
select format('enterprise of %s', division) from enterprise e, who where e.uscc in (enterprise, assessor)
union all
select format('posting %s, %s openings', status, openings) from posting p, who where p.uscc = enterprise
union all
select format('match %s %s by %s, referred %s, insured %s, stable %s, ended %s', status, contract_kind, channel,
              referral_id is not null, first_insured_month is not null, stable_months, end_date is not null)
  from job_match, who where person_key = worker
union all
select format('insured month') from insured_month, who where person_key = worker
union all
select format('agreed referral') from agreed_referral a, who where a.worker = who.worker
union all
select format('skill %s %s, revoked %s', occupation_code, level, revoked_on is not null) from skill, who where person_key = worker
