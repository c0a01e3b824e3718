-- A decision may stand without a case, is signed, and says all that is needed to make it again by the rules of then.
alter table decision
    alter column case_id drop not null,
    drop constraint decision_check,
    -- A settlement may be owed back.
    add constraint decision_pays check ((outcome = 'REFUSED') = (amount_fen = 0)) not valid,
    add column instrument text,
    add column basis_date date,
    add column subject    text,
    add column division   text,
    add column reference  text,
    add column told       jsonb,
    add column asked_hash text,
    add column versions   jsonb,
    add column jws        text;

-- A caller's reference stands for one decision of an instrument, however often it is sent.
create unique index decision_once on decision (instrument, reference) where reference is not null;

-- Who holds the newest key signs; the others verify what was signed before. The private part is sealed.
create table signing_key (
    id             text primary key,
    public_key     text not null,
    sealed_private text not null,
    made_at        timestamptz not null default clock_timestamp()
);
