-- Reads every decision, and lets others write meanwhile.
alter table decision validate constraint decision_pays;

-- These let others read, and write again when they are there.
create index decision_of_subject on decision (subject, instrument);
create index decision_of_instrument on decision (instrument, id);
