-- What jobmatch tells of placements, by their key and in any order: a column is empty until its event came.
create table placement (
    id                  text primary key,
    person_key          text not null,
    kind                text,
    uscc                text not null,
    start_date          date,
    referral_id         text,
    first_insured_month text check (first_insured_month ~ '^\d{4}-\d{2}$'),
    third_insured_month text check (third_insured_month ~ '^\d{4}-\d{2}$'),
    insured_months      integer not null default 0 check (insured_months >= 0),
    ended_on            date
);
create index placement_of_person on placement (person_key, uscc);
