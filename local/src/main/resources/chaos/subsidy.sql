with who as (select ?::text as worker, ?::text as broker, ?::text as enterprise, ?::text as assessor)
select format('insured month %s %s, withdrawn %s', kinds, base_fen, withdrawn_at is not null)
  from insured_month, who where person_key = worker
union all
select format('fact %s, withdrawn %s', kind, withdrawn_at is not null)
  from fact, who where subject in (worker, broker)
union all
select format('case %s %s %s fen, about the worker %s, paid %s', instrument, status, amount_fen, subject = worker, paid_on is not null)
  from subsidy_case, who where beneficiary = broker or subject = worker
union all
select format('steps of the case: %s', string_agg(s.action || ' ' || s.status, ', ' order by s.id))
  from case_step s join subsidy_case c on c.id = s.case_id, who where c.beneficiary = broker group by c.id
union all
select format('decision %s %s fen by %s', d.outcome, d.amount_fen, d.policy_id)
  from decision d join subsidy_case c on c.id = d.case_id, who where c.beneficiary = broker
union all
select format('payee, verified %s, open %s', verified_by is not null, valid_to is null)
  from payee, who where owner = broker
union all
select format('payment %s %s fen, batch %s', p.status, p.amount_fen, b.status)
  from payment p join subsidy_case c on c.id = p.case_id join payment_batch b on b.id = p.batch_id, who where c.beneficiary = broker
