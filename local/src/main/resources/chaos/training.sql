with who as (select ?::text as worker, ?::text as broker, ?::text as enterprise, ?::text as assessor)
select format('body %s', b.status) from assessment_body b, who where b.uscc = assessor
union all
select format('identity kept') from person_identity, who where person_key in (worker, broker)
union all
select format('assessment %s %s %s/%s', status, level, theory, practical) from assessment, who where person_key = worker
union all
select format('certificate %s %s %s, revoked %s', status, level, ground, revoked_on is not null) from certificate, who where person_key = worker
union all
select format('last serial %s', s.last) from certificate_serial s join assessment_body b on b.id = s.body_id, who where b.uscc = assessor
