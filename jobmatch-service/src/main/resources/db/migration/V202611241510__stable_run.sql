-- Which runs of insured months were told of a placement, and the month in which each was full when it was told: months that
-- arrive later may move it. Empty for what earlier releases told.
create table stable_run (
    match_id       text not null references job_match,
    insured_months integer not null check (insured_months > 0),
    reached_in     date not null check (extract(day from reached_in) = 1),
    primary key (match_id, insured_months)
);
