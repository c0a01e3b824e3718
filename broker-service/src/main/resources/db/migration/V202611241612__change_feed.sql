-- What stands in the change feed; what was there before counts as changed now.
create trigger broker_change after insert or update or delete on broker for each row execute function note_change('brokers', 'id');
insert into record_change (resource, record_id) select 'brokers', id from broker on conflict do nothing;
create trigger referral_change after insert or update or delete on referral for each row execute function note_change('referrals', 'id');
insert into record_change (resource, record_id) select 'referrals', id from referral on conflict do nothing;
