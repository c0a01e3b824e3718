-- A file knows its counts, how far it is, and when it was touched last. Only additions: an older binary goes on beside this.
alter table import_file
    add column touched_at   timestamptz not null default now(),
    add column worked_at    timestamptz,
    add column through_line integer not null default 0,
    add column created      integer not null default 0,
    add column updated      integer not null default 0,
    add column unchanged    integer not null default 0,
    add column rejected     integer not null default 0;

-- Lines and fates go with their file. Nothing is read here, for this stops everybody; the next step looks at what is there.
alter table import_line
    drop constraint import_line_import_id_fkey,
    add constraint import_line_import_id_fkey
        foreign key (import_id) references import_file on delete cascade not valid;
alter table import_fate
    drop constraint import_fate_import_id_fkey,
    add constraint import_fate_import_id_fkey
        foreign key (import_id) references import_file on delete cascade not valid;

-- Counted by a trigger, once for each statement, so that the fates that an older binary settles are counted too.
create function count_import_fates() returns trigger language plpgsql as $$
begin
    update import_file f
       set created   = f.created + n.created,
           updated   = f.updated + n.updated,
           unchanged = f.unchanged + n.unchanged,
           rejected  = f.rejected + n.rejected
      from (select import_id,
                   count(*) filter (where outcome = 'CREATED')   as created,
                   count(*) filter (where outcome = 'UPDATED')   as updated,
                   count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                   count(*) filter (where outcome = 'REJECTED')  as rejected
              from settled group by import_id) n
     where f.id = n.import_id;
    return null;
end $$;
create trigger import_fate_counted after insert on import_fate
    referencing new table as settled for each statement execute function count_import_fates();
