with who as (select ?::text as worker, ?::text as broker, ?::text as enterprise, ?::text as assessor)
select format('broker %s, states %s', b.status,
              (select string_agg(s.status, ', ' order by s.position) from broker_state s where s.broker_id = b.id))
  from broker b, who where person_key = who.broker
union all
select format('identity kept') from person_identity, who where person_key in (worker, broker)
union all
select format('referral %s %s, agreed %s, started %s', kind, status, agreed_on is not null, started_on is not null)
  from referral, who where worker_key = worker
union all
select format('milestone %s', m.milestone)
  from referral_milestone m join referral r on r.id = m.referral_id, who where r.worker_key = worker
union all
select format('placement %s, %s insured months, ended %s', kind, insured_months, ended_on is not null)
  from placement, who where person_key = worker
union all
select format('line of the statement: %s, decided %s fen, paid %s fen, opened %s', c.milestone, c.decided_fen, c.paid_fen, c.opened_on is not null)
  from reward_case c join referral r on r.id = c.referral_id, who where r.worker_key = worker
