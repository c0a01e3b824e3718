-- What stands in the change feed. What was there before comes in a step of its own, which locks none of these tables.
create trigger broker_change after insert or update or delete on broker for each row execute function note_change('brokers', 'id');
create trigger referral_change after insert or update or delete on referral for each row execute function note_change('referrals', 'id');
