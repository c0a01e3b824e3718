-- What was there before the feed counts as changed now; what changed since the triggers came is there already.
insert into record_change (resource, record_id) select 'brokers', id from broker on conflict do nothing;
insert into record_change (resource, record_id) select 'referrals', id from referral on conflict do nothing;
