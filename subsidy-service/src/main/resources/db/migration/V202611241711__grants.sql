-- What was granted, by a decision of this service or before its time: rules about earlier grants go by it.
create table granted (
    id               text primary key,
    instrument       text not null,
    policy_id        text,
    subject          text not null,
    division         text,
    basis_date       date not null,
    amount_fen       bigint not null check (amount_fen > 0),
    paid_lines       jsonb not null,
    told             jsonb not null,
    source           text not null,
    source_reference text not null,
    revoked_on       date,
    recorded_at      timestamptz not null default clock_timestamp(),
    -- A decision, and a record of another system, is one grant, however often it is told.
    unique (source, source_reference)
);
create index granted_of_subject on granted (subject, instrument);

-- Money that was granted stays on record as it was; all that may happen to it is that it is revoked, once.
create function keep_granted() returns trigger language plpgsql as $$
begin
    if old.revoked_on is not null or to_jsonb(new) - 'revoked_on' is distinct from to_jsonb(old) - 'revoked_on' then
        raise exception 'a grant never changes but for its revocation';
    end if;
    return new;
end $$;
create trigger granted_stays before update on granted for each row execute function keep_granted();
