-- Answers are kept for 7 days, for 400 where money moves. Rows that an older binary writes, which does not tell the one from
-- the other, are kept for the longer term, as are those that are here already.
alter table command_result add column expires_at timestamptz not null default now() + interval '400 days';
create index command_result_by_expiry on command_result (expires_at);
